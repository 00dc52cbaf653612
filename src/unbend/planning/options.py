"""The ways in which an exercise may be done this week: fewer or more sets, a shorter or longer walk."""

from collections.abc import Iterable, Iterator

from unbend.adaptation.amount import share_at
from unbend.adaptation.ceiling import seconds_in_one_go
from unbend.adaptation.level import Level
from unbend.adaptation.levels import full_steps
from unbend.catalogue.exercise import DoseRange, Exercise
from unbend.catalogue.words import Kind
from unbend.planning.brief import Brief
from unbend.planning.dose import Dose, dose_at, lasting_at_most, lower, no_more, seconds_of, with_short_holds
from unbend.planning.problem import Option
from unbend.record.course import Try

SHARES = {1: 100, 2: 180, 3: 240}
"""What 1, 2 and 3 sets give, in percent of one: each set adds less than the one before (the project's own numbers)."""

FIVE_MINUTES = 300
"""Seconds of aerobic work that count as much as one set."""


def options(exercise: Exercise, brief: Brief, *, worse_side: bool) -> tuple[Option, ...]:
    """Every dose to choose from, the smallest first."""
    amount = exercise.dose[brief.start.phase]
    extra = brief.catalogue.parameters.worse_side_extra_sets if worse_side else 0
    lasting = bool(amount.duration_seconds)
    doses = _durations(exercise, amount, brief) if lasting else _sets(exercise, amount, brief, extra_sets=extra)
    return tuple(_option(exercise, dose, brief, extra) for dose in doses)


def progress(exercise: Exercise, brief: Brief) -> float:
    """How far through this phase's dose: 0 at the first step of an exercise, 1 at the full one."""
    return _progress_at(step_of(exercise, brief), exercise, brief)


def _progress_at(step: int, exercise: Exercise, brief: Brief) -> float:
    return share_at(step, full_steps(exercise, brief.catalogue), exercise, brief.start.phase)


def dose_of_try(exercise: Exercise, one: Try, brief: Brief) -> Dose:
    """The dose that a try of this phase was given, as far as it tells; sets that it does not tell are the fewest."""
    amount, level = exercise.dose[brief.start.phase], brief.levels.by_exercise.get(exercise.id, Level())
    step = min(one.step or 0, full_steps(exercise, brief.catalogue))
    done = _progress_at(step, exercise, brief)
    dose = limited(dose_at(exercise, amount, sets=one.sets or amount.sets[0], progress=done), brief)
    return _under(dose, exercise, [ceiling for ceiling in level.ceilings if ceiling.at < one.at], brief)


def step_of(exercise: Exercise, brief: Brief) -> int:
    """The step of dose that the person is to do this week."""
    return min(brief.levels.step(exercise.id), full_steps(exercise, brief.catalogue))


def _sets(exercise: Exercise, amount: DoseRange, brief: Brief, *, extra_sets: int) -> Iterator[Dose]:
    (low, high), level = amount.sets, brief.levels.by_exercise.get(exercise.id, Level())
    done = progress(exercise, brief)
    most = min(high, brief.catalogue.parameters.most_sets, max(low, 2) if done == 0 else high)
    most = min(most, level.most_sets or most)
    fewest = max(low, level.fewest_sets or low) if brief.keeps_sets else low
    for sets in range(min(fewest, most), most + 1):
        dose = limited(dose_at(exercise, amount, sets=sets, progress=done), brief)
        dose = _under(dose, exercise, level.ceilings, brief)
        most_seconds = _longest_set(level, extra_sets)
        yield dose if most_seconds is None else lasting_at_most(most_seconds, dose, brief.catalogue.parameters)


def _longest_set(level: Level, extra_sets: int) -> int | None:
    """The seconds that one set of a side may last, where the seconds told were of both sides and the worse one's more:
    the record does not tell them apart."""
    if level.most_seconds is None or not extra_sets:
        return level.most_seconds
    told = level.last.sets if level.last is not None else level.most_sets
    of_both = 2 * max(1, told or 1)
    return level.most_seconds * of_both // (of_both + extra_sets)


def _under(dose: Dose, exercise: Exercise, ceilings: Iterable[Try], brief: Brief) -> Dose:
    """The dose, in one set no more than these tries of other phases were given."""
    for one in ceilings:
        given = _dose_in_phase(exercise, one, brief)
        dose = dose if given is None else no_more(dose, given, brief.catalogue.parameters)
    return dose


def _dose_in_phase(exercise: Exercise, one: Try, brief: Brief) -> Dose | None:
    """What a try of another phase was given in one set; None where that cannot be told."""
    if one.phase is None or one.phase not in exercise.dose:
        return None
    full = full_steps(exercise, brief.catalogue)
    share = share_at(min(one.step or 0, full), full, exercise, one.phase)
    dose = limited(dose_at(exercise, exercise.dose[one.phase], sets=1, progress=share), brief)
    if dose.duration_seconds is None:
        return dose
    least, _ = exercise.dose[one.phase].duration_seconds or (0, 0)
    return _lasting(dose, max(least, lower(dose.duration_seconds, seconds_in_one_go(one)) or 0))


def _durations(exercise: Exercise, amount: DoseRange, brief: Brief) -> Iterator[Dose]:
    """From the least to this week's most, in whole minutes where there is more than one between."""
    full = dose_at(exercise, amount, sets=amount.sets[0], progress=progress(exercise, brief))
    low, high = (amount.duration_seconds or (0, 0))[0], full.duration_seconds or 0
    level = brief.levels.by_exercise.get(exercise.id, Level())
    if level.most_seconds is not None:
        high = max(low, min(high, level.most_seconds))
    high = _under(_lasting(full, high), exercise, level.ceilings, brief).duration_seconds or high
    low = min(low, high)
    step = max(60, (high - low) // 4 // 60 * 60)
    for seconds in sorted({*range(low, high, step), high}):
        yield limited(_lasting(full, seconds), brief)


def _lasting(dose: Dose, seconds: int) -> Dose:
    return Dose(sets=dose.sets, rest_seconds=dose.rest_seconds, duration_seconds=seconds)


def limited(dose: Dose, brief: Brief) -> Dose:
    """The dose with short holds where long ones are ruled out."""
    if "long-hold" in brief.restricted_by:
        return with_short_holds(dose, brief.catalogue.parameters.long_hold_seconds)
    return dose


def _option(exercise: Exercise, dose: Dose, brief: Brief, extra_sets: int) -> Option:
    seconds = seconds_of(exercise, dose, brief.catalogue.parameters, extra_sets=extra_sets)
    return Option(dose, seconds, share_of(exercise, dose), extra_sets)


def share_of(exercise: Exercise, dose: Dose) -> int:
    """What a dose gives, in percent of one set."""
    if exercise.kind is Kind.AEROBIC and dose.duration_seconds:
        return 100 * dose.duration_seconds * dose.sets // FIVE_MINUTES
    return SHARES[min(3, dose.sets)]
