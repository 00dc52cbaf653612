"""What a person asks of the programme."""

from dataclasses import dataclass, fields, replace
from datetime import datetime

from unbend.record.state import State, Wishes


@dataclass(frozen=True)
class Wished:
    """The wishes said together; None leaves an earlier wish as it was."""

    wishes: Wishes


def apply(state: State, data: object, at: datetime, entry: str) -> State:
    """The state with these wishes over the earlier ones."""
    assert isinstance(data, Wished)
    said = {f.name: value for f in fields(Wishes) if (value := getattr(data.wishes, f.name)) is not None}
    return replace(state, wishes=replace(state.wishes, **said))
