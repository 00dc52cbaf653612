"""Exercises done in one sitting, with the pain before, during and after it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.words import Phase
from unbend.record.course import (
    AFTER,
    BEFORE,
    MOST_TRIES,
    Ended,
    Outcome,
    PainSort,
    Practice,
    Reading,
    Try,
    Workout,
    with_reading,
    with_workout,
)
from unbend.record.errors import BadInput
from unbend.record.pause import rested
from unbend.record.seen import REPETITIONS, Seen, read_seen
from unbend.record.state import State
from unbend.record.values import Number, at, choice_at, choices_at, exercise_at, number_at, object_at, shown, text_at

FELT = ("easy", "right", "hard")
RISE = 2
"""So much more pain, of 10, is more than pain that only wavers. The player ends a workout from the same rise on."""
SCALE = Number(0, 10, "0-10", whole=True)
SECONDS = Number(0, 6 * 3600, "s", whole=True)
SETS = Number(0, 20, "sets", whole=True)
STEP = Number(0, 60, "steps", whole=True)
_PAINS = ("pain_before", "pain_during", "pain_after")
_KEYS = ("script", "phase", "exercises", *_PAINS, "pain_sort", "effort", "note", "seconds", "ended")
_DONE_KEYS = ("exercise", "instead_of", "outcome", "felt", "step", "sets", "seconds", "repetitions", "camera")


_OUTCOMES = tuple(Outcome)


@dataclass(frozen=True)
class Done:
    """One exercise. `instead_of`: the exercise that was planned. `felt` is easy, right or hard; `step` is how far along
    its dose it was given, from 0; `repetitions` as the person says, `camera` what it saw. None was not said."""

    exercise: str
    felt: str | None = None
    outcome: Outcome = Outcome.DONE
    instead_of: str | None = None
    step: int | None = None
    sets: int | None = None
    seconds: int | None = None
    repetitions: int | None = None
    camera: Seen | None = None


@dataclass(frozen=True)
class Practised:
    """What was done together, and of a programme in which phase. Pain and effort from 0 to 10; None was not said."""

    exercises: tuple[Done, ...]
    script: str | None = None
    phase: Phase | None = None
    pain_before: int | None = None
    pain_during: int | None = None
    pain_after: int | None = None
    pain_sort: tuple[PainSort, ...] = ()
    effort: int | None = None
    note: str | None = None
    seconds: int | None = None
    ended: Ended | None = None

    @property
    def did(self) -> tuple[Done, ...]:
        """What was done, at least in part."""
        return tuple(done for done in self.exercises if done.outcome in (Outcome.DONE, Outcome.PART))

    @property
    def rose(self) -> bool:
        """Whether pain rose by more than it wavers anyway, was of a sort that is always too much, or ended the
        workout."""
        told = [pain for pain in (self.pain_during, self.pain_after) if pain is not None]
        risen = self.pain_before is not None and any(pain >= self.pain_before + RISE for pain in told)
        return risen or bool(self.pain_sort) or self.ended in (Ended.HURT, Ended.HELP)

    @property
    def is_enough_for_the_day(self) -> bool:
        """Whether no other workout is for this day: something was done, or it hurt, or help was needed."""
        hurt = any(done.outcome is Outcome.HURT for done in self.exercises)
        return bool(self.did) or hurt or self.ended in (Ended.HURT, Ended.HELP)


def apply(state: State, data: object, at: datetime, entry: str) -> State:
    """The state with each exercise that was done counted once more, and this as the last workout. Where nothing was
    done, and nothing hurt, there was none. What the back did not take well does not count towards more."""
    assert isinstance(data, Practised)
    if not data.is_enough_for_the_day:
        return state
    state, workout = rested(state, at), _workout(data, at, entry)
    practised = dict(state.practised)
    for done in _each_once(data.exercises):
        practised[done.exercise] = _once_more(practised.get(done.exercise), done, workout)
    well = workout.taken_well and workout.did
    return replace(
        state,
        practised=practised,
        recent=with_workout(state.recent, workout, _named(practised)),
        pains=with_reading(state.pains, *_readings(workout)),
        workouts=state.workouts + workout.did,
        taken_well=state.taken_well + well,
    )


def _each_once(exercises: Iterable[Done]) -> Iterable[Done]:
    """What was tried, each exercise once: of one that came twice, how it went at its worst."""
    found: dict[str, Done] = {}
    for done in exercises:
        if done.outcome is not Outcome.SKIPPED:
            before = found.get(done.exercise)
            found[done.exercise] = done if before is None else _worst_of(before, done)
    return found.values()


def _worst_of(one: Done, other: Done) -> Done:
    felt = (one.felt, other.felt)
    sets = [done.sets for done in (one, other) if done.sets is not None]
    seconds = [done.seconds for done in (one, other) if done.seconds is not None]
    counted = [done.repetitions for done in (one, other) if done.repetitions is not None]
    return replace(
        one,
        outcome=max(one.outcome, other.outcome, key=_OUTCOMES.index),
        felt="hard" if "hard" in felt else None if None in felt else max(felt, key=lambda word: FELT.index(word or "")),
        step=None if one.step is None or other.step is None else min(one.step, other.step),
        sets=min(sets, default=None),
        seconds=min(seconds, default=None),
        repetitions=min(counted, default=None),
        camera=other.camera or one.camera,
    )


def _workout(data: Practised, at: datetime, entry: str) -> Workout:
    return Workout(
        entry=entry,
        at=at,
        script=data.script,
        phase=data.phase,
        pain_before=data.pain_before,
        pain_during=data.pain_during,
        pain_after=data.pain_after,
        pain_sort=data.pain_sort,
        effort=data.effort,
        ended=data.ended,
        taken_well=not data.rose,
        did=bool(data.did),
    )


def _readings(workout: Workout) -> Iterator[Reading]:
    for about, pain in ((BEFORE, workout.pain_before), (AFTER, workout.pain_after)):
        if pain is not None:
            yield Reading(workout.at, pain, about, workout.entry)


def _named(practised: Mapping[str, Practice]) -> Iterator[str]:
    """The workouts that some kept try belongs to."""
    for practice in practised.values():
        yield from (one.workout for one in (*practice.tries, *practice.in_phase.values()))


def read(raw: object, catalogue: Catalogue, where: str) -> Practised:
    """The data of this kind from JSON. Raises BadInput."""
    fields = object_at(raw, where=where, keys=_KEYS)
    done, place = fields.get("exercises"), at(where, "exercises")
    if not isinstance(done, list):
        raise BadInput(place, f"{shown(done)} is not a list", 'write a list such as [{"exercise": "easy-walk"}]')
    return Practised(
        exercises=tuple(_done(item, catalogue, f"{place}[{number}]") for number, item in enumerate(done)),
        script=text_at(fields, "script", where) if "script" in fields else None,
        phase=Phase(choice_at(fields["phase"], tuple(Phase), where=at(where, "phase"))) if "phase" in fields else None,
        pain_before=_whole(fields, "pain_before", where, SCALE),
        pain_during=_whole(fields, "pain_during", where, SCALE),
        pain_after=_whole(fields, "pain_after", where, SCALE),
        pain_sort=_pain_sort(fields, where),
        effort=_whole(fields, "effort", where, SCALE),
        note=text_at(fields, "note", where) if "note" in fields else None,
        seconds=_whole(fields, "seconds", where, SECONDS),
        ended=Ended(choice_at(fields["ended"], tuple(Ended), where=at(where, "ended"))) if "ended" in fields else None,
    )


def _pain_sort(fields: Mapping[str, object], where: str) -> tuple[PainSort, ...]:
    if "pain_sort" not in fields:
        return ()
    return tuple(
        PainSort(one) for one in choices_at(fields["pain_sort"], tuple(PainSort), where=at(where, "pain_sort"))
    )


def _done(raw: object, catalogue: Catalogue, where: str) -> Done:
    fields = object_at(raw, where=where, keys=_DONE_KEYS)
    outcome = choice_at(fields.get("outcome", Outcome.DONE.value), _OUTCOMES, where=at(where, "outcome"))
    return Done(
        exercise=exercise_at(fields, "exercise", catalogue, where),
        felt=choice_at(fields["felt"], FELT, where=at(where, "felt")) if "felt" in fields else None,
        outcome=Outcome(outcome),
        instead_of=exercise_at(fields, "instead_of", catalogue, where) if "instead_of" in fields else None,
        step=_whole(fields, "step", where, STEP),
        sets=_whole(fields, "sets", where, SETS),
        seconds=_whole(fields, "seconds", where, SECONDS),
        repetitions=_whole(fields, "repetitions", where, REPETITIONS),
        camera=read_seen(fields["camera"], at(where, "camera")) if "camera" in fields else None,
    )


def _whole(fields: Mapping[str, object], key: str, where: str, allowed: Number) -> int | None:
    return int(number_at(fields[key], allowed, where=at(where, key))) if key in fields else None


def _once_more(before: Practice | None, done: Done, workout: Workout) -> Practice:
    about = (done.outcome, done.felt, workout.phase, done.step, done.sets, done.seconds)
    one = Try(workout.entry, workout.at, *about, done.repetitions, done.camera)
    well = int(workout.taken_well and done.outcome is not Outcome.HURT)
    if before is None:
        before = Practice(times=0, first_at=workout.at, last_at=workout.at)
    in_phase = before.in_phase if one.phase is None else {**before.in_phase, one.phase: one}
    return Practice(
        times=before.times + well,
        first_at=before.first_at,
        last_at=workout.at,
        tries=(*before.tries, one)[-MOST_TRIES:],
        in_phase=in_phase,
    )
