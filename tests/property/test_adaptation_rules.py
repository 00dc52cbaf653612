"""Hard rules 5 and 7 as far as they are about what comes next: over generated weeks, more pain never gives a harder
plan, silence never a bolder one, and the order of arrival changes nothing."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from support.effort import examples
from support.histories import History, entries_of, histories, places, state_of
from support.histories import history as history_of
from support.people import Json, catalogue
from unbend.adaptation.level import Level, Levels, Move
from unbend.adaptation.levels import levels_of
from unbend.adaptation.phase import FLARE, ORDER, PhaseNow, phase_now
from unbend.assessment.start import Start
from unbend.catalogue.words import Phase
from unbend.record.fold import counted, fold
from unbend.record.state import State

CATALOGUE = catalogue()
NUMBERS = CATALOGUE.adaptation
START_RUNG = 2
START = Start(Phase.RESTORE, "restore-otherwise", START_RUNG, "start-as-beginner", ())
phases = st.sampled_from(list(Phase))


def levels(history: History, phase: Phase, state: State | None = None) -> Levels:
    found = state_of(history) if state is None else state
    return levels_of(found, CATALOGUE, phase=phase, start_rung=START_RUNG, now=history.now)


def phase_of(history: History, start: Start = START) -> PhaseNow:
    return phase_now(state_of(history), start, NUMBERS, now=history.now)


# The order of arrival.


@examples(100, soak=10_000)
@given(histories(), phases, st.randoms(use_true_random=False), st.integers(0, 60))
def test_whatever_arrives_when_the_same_comes_of_it(history: History, phase: Phase, chance: Random, at: int) -> None:
    """All at once, in any order, in two parts, or with a mistake put right in between."""
    entries = counted(entries_of(history.log))
    arrived = [*entries, *entries[:2]]
    chance.shuffle(arrived)
    kept = fold(entries[at:], onto=fold(entries[:at]))
    slip = {**history.log[-1], "id": "slip", "data": history.workouts[0]["data"], "kind": "practised"}
    right = {**history.log[-1], "id": "right", "corrects": "slip"}
    corrected = fold(entries_of((right, slip, *(e for e in history.log if e["id"] != history.log[-1]["id"]))))
    again = fold(entries_of((*history.log[:-1], {**history.log[-1], "id": "right"})))
    assert fold(arrived) == kept == state_of(history)
    assert corrected == again
    assert levels(history, phase, kept) == levels(history, phase)
    assert phase_now(kept, START, NUMBERS, now=history.now) == phase_of(history)


# More pain.


def is_open(exercise: str, found: Levels, now: datetime) -> bool:
    known = CATALOGUE.exercises[exercise]
    earned = found.rungs.get(known.ladder, START_RUNG)
    return known.rung <= earned and not found.rests_on(exercise, now.date())


def sets_of(found: Levels, exercise: str) -> float:
    level = found.by_exercise.get(exercise, Level())
    return float("inf") if level.most_sets is None else level.most_sets


def fewest_of(found: Levels, exercise: str) -> int:
    return found.by_exercise.get(exercise, Level()).fewest_sets or 0


def bolder(one: Levels, other: Levels, now: datetime) -> list[str]:
    """In what the first allows more than the second, of all there is."""
    return [
        exercise
        for exercise in CATALOGUE.exercises
        if is_open(exercise, one, now)
        and (
            not is_open(exercise, other, now)
            or one.step(exercise) > other.step(exercise)
            or sets_of(one, exercise) > sets_of(other, exercise)
            or fewest_of(one, exercise) > fewest_of(other, exercise)
        )
    ]


def _raised(name: str, by: int) -> Callable[[Json], None]:
    def change(data: Json) -> None:
        data[name] = min(10, data.get(name, 0) + by)

    return change


def _hurt(data: Json) -> None:
    for item in data["exercises"]:
        if item.get("outcome", "done") in ("done", "part"):
            item["outcome"] = "hurt"
            return


def _worse(data: Json) -> None:
    data["compared"] = "worse"


def _ended_by_pain(data: Json) -> None:
    data["ended"] = "hurt"


def _sharp(data: Json) -> None:
    data["pain_sort"] = ["sharp"]


def more_pain(entry: Json, by: int) -> list[Callable[[Json], None]]:
    """Every way in which this entry could have told of more pain.

    The pain before a workout is left out: it is what the pain after is held against, so that coming with more of it
    makes the same evening a smaller rise. What is told of a whole bad day is raised in the test after this one.
    """
    if entry["kind"] == "next-day":
        return [_raised("pain", by), _worse]
    if entry["kind"] == "practised":
        return [_raised("pain_during", by), _raised("pain_after", by), _hurt, _ended_by_pain, _sharp]
    return []


@examples(500, soak=30_000)
@given(histories(), phases, st.data(), st.integers(1, 6))
def test_more_pain_told_anywhere_never_gives_a_harder_plan(
    history: History, phase: Phase, data: st.DataObject, by: int
) -> None:
    told = data.draw(st.sampled_from([entry for entry in history.log if more_pain(entry, by)]))
    worse = history.with_changed(told["id"], data.draw(st.sampled_from(more_pain(told, by))))
    assert bolder(levels(worse, phase), levels(history, phase), history.now) == []


@examples(250, soak=20_000)
@given(histories(), phases, st.integers(0, 30), st.integers(1, 4))
def test_more_pain_from_some_moment_on_never_gives_a_harder_plan(
    history: History, phase: Phase, at: int, by: int
) -> None:
    """All that is told from then on is as much higher: before, during and after workouts, and on the days after."""
    later = history.log[at:]
    pains = [value for entry in later for key, value in entry["data"].items() if key.startswith("pain")]
    assume(pains and max(pains) + by <= 10)
    worse = history
    for entry in later:
        for name in [key for key in entry["data"] if key.startswith("pain")]:
            worse = worse.with_changed(entry["id"], _raised(name, by))
    assert bolder(levels(worse, phase), levels(history, phase), history.now) == []


@examples(250, soak=20_000)
@given(histories(), st.data(), st.integers(1, 6))
def test_more_pain_in_a_workout_never_gives_a_later_phase(history: History, data: st.DataObject, by: int) -> None:
    told = data.draw(st.sampled_from(history.workouts))
    worse = history.with_changed(told["id"], data.draw(st.sampled_from(more_pain(told, by))))
    assert _place(phase_of(worse)) <= _place(phase_of(history))


@examples(250, soak=20_000)
@given(histories(), st.integers(0, 12), st.integers(1, 5))
def test_more_pain_of_late_never_gives_a_later_phase(history: History, days: int, by: int) -> None:
    """Of late, as a flare is calm for two weeks at most: who began it earlier is through with it earlier."""
    since = history.now - timedelta(days=days)
    later = [entry for entry in history.log if datetime.fromisoformat(entry["happened_at"]) >= since]
    pains = [value for entry in later for key, value in entry["data"].items() if key.startswith("pain")]
    assume(pains and max(pains) + by <= 10)
    worse = history
    for entry in later:
        for name in [key for key in entry["data"] if key.startswith("pain")]:
            worse = worse.with_changed(entry["id"], _raised(name, by))
    assert _place(phase_of(worse)) <= _place(phase_of(history))


def _place(found: PhaseNow) -> int:
    return ORDER.index(found.phase)


@pytest.mark.parametrize("severity", range(10))
@pytest.mark.parametrize("given_by", ["strengthen-no-pain", "restore-otherwise"])
@examples(10, soak=200)
@given(history=histories(weeks=2))
def test_a_worse_check_never_gives_a_later_phase(severity: int, given_by: str, history: History) -> None:
    """What the check begins with falls with the pain, and what is given stands on it until the back has answered."""
    lower = Start(Phase.RESTORE, "restore-otherwise", START_RUNG, "start-as-beginner", ())
    higher = Start(Phase.STRENGTHEN, given_by, START_RUNG, "start-as-beginner", ())
    told_at = history.now - timedelta(hours=1)
    milder, worse = (
        History(
            (*history.log, {"id": "check", "kind": "answered", "happened_at": told_at.isoformat(), "data": found}), now
        )
        for now, found in ((history.now, {"findings": {"severity": pain}}) for pain in (severity, severity + 1))
    )
    assert _place(phase_of(worse, lower)) <= _place(phase_of(milder, higher))


# Silence.


@examples(300, soak=30_000)
@given(histories(), phases, st.data())
def test_what_was_not_answered_earns_nothing(history: History, phase: Phase, data: st.DataObject) -> None:
    """Without an answer, no more is allowed than with it, or than if that workout had never been."""
    key, name = data.draw(st.sampled_from(list(places(history))))
    silent = history.without(key) if name == "pain" else history.with_changed(key, lambda said: said.pop(name, None))
    about = key.removesuffix("-morning")
    never = history.without(about, *history.about(about))
    with_it, without_it, with_none = (levels(one, phase) for one in (history, silent, never))
    more = set(bolder(without_it, with_it, history.now)) & set(bolder(without_it, with_none, history.now))
    assert {exercise for exercise in more if _goes_up(without_it, exercise)} == set()


def _goes_up(found: Levels, exercise: str) -> bool:
    return found.by_exercise.get(exercise, Level()).move.goes_up


@examples(300, soak=20_000)
@given(histories(), phases)
def test_who_never_answers_never_goes_up(history: History, phase: Phase) -> None:
    mornings = [entry["id"] for entry in history.log if entry["kind"] == "next-day"]
    silent = history.without(*mornings)
    assert [key for key, level in levels(silent, phase).by_exercise.items() if level.move.goes_up] == []


# One step at a time.


def _day(entry: Json, history: History) -> date:
    return datetime.fromisoformat(entry["happened_at"]).astimezone(history.now.tzinfo).date()


def _days_that_earn(history: History, exercise: str) -> set[date]:
    """Told once more for this test: days before this week on which it was done with all answers."""
    monday = history.now.date() - timedelta(days=history.now.weekday())
    mornings = {e["id"].removesuffix("-morning"): e["data"] for e in history.log if e["kind"] == "next-day"}
    days: set[date] = set()
    for entry in history.workouts:
        said, day = entry["data"], _day(entry, history)
        outcomes = [i.get("outcome", "done") for i in said["exercises"] if i["exercise"] == exercise]
        whole = {"pain_before", "pain_after", "effort"} <= set(said) and set(outcomes) - {"skipped"} == {"done"}
        if whole and day < monday and said["effort"] < 8 and said["ended" if "ended" in said else "phase"] != "hurt":
            days.add(day)
    return days if mornings else set()


@examples(300, soak=30_000)
@given(histories(), phases)
def test_a_step_up_is_one_step_from_what_was_done_and_earned_on_two_days(history: History, phase: Phase) -> None:
    state = state_of(history)
    for key, level in levels(history, phase, state).by_exercise.items():
        last = state.practised[key].tries[-1]
        if level.move.goes_up:
            assert level.step - (last.step or 0) in (0, 1)
            assert len(_days_that_earn(history, key)) >= 2
            assert (
                level.most_sets is None or level.most_sets <= max(t.sets or 0 for t in state.practised[key].tries) + 1
            )
        elif last.phase in (None, phase):
            assert level.step <= (last.step or 0)


@examples(250, soak=30_000)
@given(histories(), phases)
def test_nothing_goes_up_in_a_week_in_which_something_was_too_much(history: History, phase: Phase) -> None:
    monday = history.now.date() - timedelta(days=history.now.weekday())
    bad = [e for e in history.workouts if e["data"].get("ended") == "hurt" and _day(e, history) >= monday]
    if bad and any(item.get("outcome", "done") != "skipped" for item in bad[-1]["data"]["exercises"]):
        assert [key for key, level in levels(history, phase).by_exercise.items() if level.move.goes_up] == []


@examples(250, soak=30_000)
@given(histories(), st.integers(2, 8))
def test_after_a_clearly_worse_morning_everything_of_that_workout_is_less(history: History, by: int) -> None:
    last, before = history.workouts[-1], history.workouts[-1]["data"].get("pain_before")
    assume(before is not None and before + by <= 10 and not history.about(last["id"]))
    phase = Phase(last["data"]["phase"])
    at = datetime.fromisoformat(last["happened_at"]) + timedelta(hours=15)
    answer = {"id": "bad", "kind": "next-day", "happened_at": at.isoformat(), "data": {"pain": before + by}}
    found = levels(History((*history.log, answer), max(history.now, at)), phase)
    tried = [item for item in last["data"]["exercises"] if item.get("outcome", "done") != "skipped"]
    for item in tried:
        level = found.by_exercise[item["exercise"]]
        steps = [other.get("step", 0) for other in tried if other["exercise"] == item["exercise"]]
        assert level.step == 0 or level.step < min(steps)
        assert level.move.goes_down
        sets = [other["sets"] for other in tried if other["exercise"] == item["exercise"] and "sets" in other]
        assert level.most_sets is not None
        assert level.most_sets <= min(sets, default=1)


# Every decision names its entries.


@examples(250, soak=30_000)
@given(histories(), phases)
def test_every_decision_names_entries_that_are_in_the_log(history: History, phase: Phase) -> None:
    found = levels(history, phase)
    for level in found.by_exercise.values():
        named = (*(level.why.entries if level.why else ()), *((level.last.workout,) if level.last else ()))
        assert set(named) <= history.ids
        assert named or (level.step, level.move) == (0, Move.STAY)
        assert level.why is None or level.why.entries
    decided = phase_of(history)
    if decided.why is not None:
        assert decided.why.entries
        assert set(decided.why.entries) <= history.ids


def test_the_histories_are_of_all_sorts() -> None:
    """Not a rule: what these tests look at does happen in what they are given."""
    seen, rules = set[Move](), set[str]()
    for seed in range(400):
        one = history_of(seed)
        seen |= {level.move for level in levels(one, Phase.RESTORE).by_exercise.values()}
        rules.add(phase_of(one).rule)
    assert seen == set(Move)
    assert {FLARE, "back-a-stage", "restore-otherwise"} <= rules


# What a camera saw.


@examples(150, soak=10_000)
@given(histories(), phases, st.data())
def test_a_camera_never_lowers_a_dose_and_gives_no_more_than_was_earned_without_it(
    history: History, phase: Phase, data: st.DataObject
) -> None:
    """However close to its picture a movement was seen to be, or not seen: less is only what the body asks for, and no
    sight earns what the same weeks without it did not."""
    watched = history
    for entry in history.workouts:
        forms = data.draw(st.lists(st.none() | st.floats(0, 1), min_size=4, max_size=4))

        def see(told: Json, forms: list[float | None] = forms) -> None:
            for item, form in zip(told["exercises"], forms, strict=False):
                item["camera"] = {"repetitions": 5} if form is None else {"form": form}

        watched = watched.with_changed(entry["id"], see)
    seen, unseen = levels(watched, phase), levels(history, phase)
    assert bolder(seen, unseen, history.now) == []
    for exercise, level in seen.by_exercise.items():
        plain = unseen.by_exercise[exercise]
        assert level.move == plain.move or not level.move.goes_down, exercise
        assert level.step == plain.step or plain.move.goes_up, exercise
