"""A plan as a value: codes and ids, no sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from unbend.catalogue.words import Phase, Role
from unbend.planning.dose import Dose

AFTER_GETTING_UP = "loosens-after-getting-up"
"""The code of a reason: so something for the first hour after getting up is known from the other breaks."""


@dataclass(frozen=True)
class Why:
    """A reason: its code, the ids it speaks of, the sources it stands on, what of it nobody read there, the entries of
    the log behind it, and the rule of the catalogue that decided; None where none is named."""

    code: str
    params: Mapping[str, str] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    unverified: str | None = None
    entries: tuple[str, ...] = ()
    rule: str | None = None


@dataclass(frozen=True)
class Item:
    """One exercise in a workout. `sides`: `("both",)`, or left and right in the order to do them; `extra_sets` are
    more sets for the first of them; `step` is how far along its dose, from 0."""

    exercise: str
    slot: Role
    dose: Dose
    sides: tuple[str, ...]
    extra_sets: int
    seconds: int
    why: tuple[Why, ...]
    step: int = 0


@dataclass(frozen=True)
class Session:
    """One workout of the week. `seconds` counts everything from the first exercise to the last."""

    day: str
    seconds: int
    items: tuple[Item, ...]
    short_because: Why | None = None

    @property
    def minutes(self) -> int:
        """Whole minutes, rounded up."""
        return -(-self.seconds // 60)


@dataclass(frozen=True)
class NeedShare:
    """What a need was to get and got, in points a week, and why it was wanted."""

    need: str
    want: int
    got: int
    why: tuple[Why, ...]


@dataclass(frozen=True)
class LeftOut:
    """An exercise that is not in the week, and why not."""

    exercise: str
    because: Why


@dataclass(frozen=True)
class Between:
    """Something small for the time between workouts: a minute's break, or a walk. `times_a_week` None is each day."""

    exercise: str
    dose: Dose
    times_a_week: int | None
    why: Why


@dataclass(frozen=True)
class Solved:
    """How well the week was solved: the solver's status and gap. Its time is measured by whoever asked."""

    status: str
    gap: float


@dataclass(frozen=True)
class Plan:
    """A week of workouts; no sessions where none may be given. `because`: what is other than it was, and why."""

    phase: Phase
    phase_why: Why
    week: int
    because: tuple[Why, ...] = ()
    timing: tuple[Why, ...] = ()
    sessions: tuple[Session, ...] = ()
    between: tuple[Between, ...] = ()
    needs: tuple[NeedShare, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    solved: Solved | None = None
