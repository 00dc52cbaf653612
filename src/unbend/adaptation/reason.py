"""A reason for what comes next: a code with its parameters, and the entries of the log that it stands on."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Reason:
    """`rule` is the rule of the catalogue's `adaptation` that decided; `code` says what it decided."""

    code: str
    rule: str
    entries: tuple[str, ...] = ()
    params: Mapping[str, str] = field(default_factory=dict)
