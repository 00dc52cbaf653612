"""An exercise that a person does not want."""

from dataclasses import dataclass, replace
from datetime import datetime

from unbend.record.state import State


@dataclass(frozen=True)
class Declined:
    """An exercise said no to, and why if they said; `again` takes it back."""

    exercise: str
    why: str | None = None
    again: bool = False


def apply(state: State, data: object, at: datetime, entry: str) -> State:
    """The state with the exercise declined, or welcome again."""
    assert isinstance(data, Declined)
    declined = {key: why for key, why in state.declined.items() if key != data.exercise}
    if not data.again:
        declined[data.exercise] = data.why
    return replace(state, declined=declined)
