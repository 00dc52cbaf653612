"""Something worth a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Fact:
    """A code with its parameters, and the day it became true. The words are in `text/<language>/progress.toml`."""

    code: str
    day: date
    params: Mapping[str, str] = field(default_factory=dict)
