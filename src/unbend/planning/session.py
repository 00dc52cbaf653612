"""What one workout adds up to after something in it was changed by hand: its seconds, and why it is short."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from unbend.catalogue.exercise import Exercise
from unbend.planning.brief import Brief
from unbend.planning.candidates import is_on_floor, worse_side
from unbend.planning.dose import Dose, dose_at, seconds_of
from unbend.planning.options import limited, options
from unbend.planning.plan import Item, Session, Why
from unbend.planning.problem import Option


def changes_place(before: Item, after: Item, brief: Brief) -> bool:
    """Whether the person gets down to the floor or up from it between the two."""
    exercises = brief.catalogue.exercises
    return is_on_floor(exercises[before.exercise], brief) != is_on_floor(exercises[after.exercise], brief)


def seconds_of_items(items: Sequence[Item], brief: Brief) -> int:
    """What a workout of these takes, with the ways between them."""
    parameters = brief.catalogue.parameters
    changes = sum(changes_place(before, after, brief) for before, after in pairwise(items))
    each = sum(item.seconds + parameters.seconds_between_exercises for item in items)
    return each + changes * parameters.seconds_to_change_position


def with_items(session: Session, items: tuple[Item, ...], brief: Brief, *, short_because: Why) -> Session:
    """The workout with other items; where it becomes shorter than asked for, it says so."""
    seconds = seconds_of_items(items, brief)
    least = brief.minutes * 60 * brief.catalogue.parameters.least_share_of_minutes
    short = session.short_because or (short_because if seconds < least else None)
    return replace(session, items=items, seconds=seconds, short_because=short)


def sides(exercise: Exercise, brief: Brief) -> tuple[str, ...]:
    """The sides in the order to do them: the one that showed less first."""
    if not exercise.per_side:
        return ("both",)
    worse = worse_side(exercise, brief)
    return ("right", "left") if worse and worse[0].value == "right" else ("left", "right")


def fitted(exercise: Exercise, brief: Brief, *, most_seconds: int, spare_seconds: int = 0) -> Option | None:
    """The most of an exercise that fits in so many seconds, within what this week gives; where nothing does, the least
    of it with the spare seconds, or less than the least. None where not even that fits."""
    found = _ways(exercise, brief)
    fitting = (option for option in found if option.seconds <= most_seconds)
    best = max(fitting, key=lambda option: (option.share, option.extra_sets), default=None)
    if best is not None:
        return best
    least = min(found, key=lambda option: option.seconds)
    if least.seconds <= most_seconds + spare_seconds:
        return least
    return next((o for o in _fewer(least.dose, exercise, brief) if o.seconds <= most_seconds), None)


def _ways(exercise: Exercise, brief: Brief) -> tuple[Option, ...]:
    """What this week gives, with and without more for a worse side, and what the first week of the phase gives."""
    amount = exercise.dose[brief.start.phase]
    first = limited(dose_at(exercise, amount, sets=amount.sets[0], progress=0.0), brief)
    worse = worse_side(exercise, brief) is not None
    more, same = (options(exercise, brief, worse_side=more) for more in (worse, False))
    return (*more, *same, _option(first, exercise, brief))


def _fewer(dose: Dose, exercise: Exercise, brief: Brief) -> Iterator[Option]:
    """Fewer repetitions or breaths, down to half."""
    for key in ("repetitions", "breaths"):
        number: int = getattr(dose, key) or 0
        for fewer in range(number - 1, (number - 1) // 2, -1):
            yield _option(replace(dose, **{key: fewer}), exercise, brief)


def _option(dose: Dose, exercise: Exercise, brief: Brief) -> Option:
    """A way that counts only where no proper one fits."""
    return Option(dose, seconds_of(exercise, dose, brief.catalogue.parameters), share=0)
