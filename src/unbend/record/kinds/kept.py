"""An exercise that a person wants to keep, when it would be time for another."""

from dataclasses import dataclass, replace
from datetime import datetime

from unbend.catalogue.catalogue import Catalogue
from unbend.record.state import State
from unbend.record.values import exercise_at, flag_at, object_at


@dataclass(frozen=True)
class Kept:
    """An exercise to stay; `no_longer` takes it back."""

    exercise: str
    no_longer: bool = False


def apply(state: State, data: object, at: datetime, entry: str) -> State:
    """The state with the exercise among those that stay, or among them no longer."""
    assert isinstance(data, Kept)
    others = {*state.kept} - {data.exercise}
    return replace(state, kept=tuple(sorted(others if data.no_longer else {*others, data.exercise})))


def read(raw: object, catalogue: Catalogue, where: str) -> Kept:
    """The data of this kind from JSON. Raises BadInput."""
    fields = object_at(raw, where=where, keys=("exercise", "no_longer"))
    return Kept(exercise_at(fields, "exercise", catalogue, where), flag_at(fields, "no_longer", where) or False)
