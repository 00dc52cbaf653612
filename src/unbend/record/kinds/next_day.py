"""How the back is on the day after a workout, after getting up, or on any other morning."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from unbend.catalogue.catalogue import Catalogue
from unbend.record.course import DAYS_AFTER, HOURS_BEFORE, NEXT_DAY, Morning, Reading, Workout, with_reading
from unbend.record.kinds.practised import RISE, SCALE
from unbend.record.state import Known, State
from unbend.record.values import at as at_key
from unbend.record.values import choice_at, number_at, object_at

SAME_MORNING = timedelta(hours=12)
"""Answers no further apart than this are about one morning."""

COMPARED = ("better", "same", "worse")
SLEPT = ("well", "so-so", "badly")
SAT = ("little", "some", "much")


@dataclass(frozen=True)
class NextDay:
    """Pain from 0 to 10, how the back is beside the day before, how the night was, and how much of the day before was
    sat away; None was not said."""

    pain: int
    compared: str | None = None
    slept: str | None = None
    sat: str | None = None


def apply(state: State, data: object, at: datetime, entry: str) -> State:
    """The state with this as the latest answer. The first within two days of a workout is the answer to it, and of
    several on that day the worst counts; a workout after which pain had risen was not taken well."""
    assert isinstance(data, NextDay)
    reading = Reading(at, data.pain, NEXT_DAY, entry, data.compared)
    told = replace(state, next_day=Known(data.pain, at=at, since=at), pains=with_reading(state.pains, reading))
    about = next((one for one in reversed(state.recent) if at - one.at >= HOURS_BEFORE), None)
    if about is None or at - about.at > DAYS_AFTER:
        return told
    if about.next_day is not None and at - about.next_day.at >= SAME_MORNING:
        return told
    answered = _answered(about, data, at, entry)
    lost = about.taken_well and about.did and not answered.taken_well
    recent = tuple(answered if one is about else one for one in state.recent)
    return replace(told, recent=recent, taken_well=max(0, state.taken_well - lost))


def _answered(workout: Workout, data: NextDay, at: datetime, entry: str) -> Workout:
    """The workout with the worst that was told after it."""
    morning = Morning(entry, at, data.pain, data.compared)
    before = workout.next_day
    if before is not None:
        worst = before if before.pain > data.pain else morning
        is_worse = "worse" in (before.compared, data.compared)
        morning = replace(worst, at=before.at, compared="worse" if is_worse else worst.compared)
    return replace(workout, next_day=morning, taken_well=workout.taken_well and not _rose(morning, workout))


def _rose(morning: Morning, workout: Workout) -> bool:
    before = workout.pain_before
    return morning.compared == "worse" or (before is not None and morning.pain >= before + RISE)


def read(raw: object, catalogue: Catalogue, where: str) -> NextDay:
    """The data of this kind from JSON. Raises BadInput."""
    fields = object_at(raw, where=where, keys=("pain", "compared", "slept", "sat"))
    words = {
        key: choice_at(fields[key], allowed, where=at_key(where, key))
        for key, allowed in (("compared", COMPARED), ("slept", SLEPT), ("sat", SAT))
        if key in fields
    }
    return NextDay(int(number_at(fields.get("pain"), SCALE, where=at_key(where, "pain"))), **words)


def from_version_1(raw: object) -> object:
    """Version 1 did not know the night and the sitting; nothing in it means anything else now."""
    return raw
