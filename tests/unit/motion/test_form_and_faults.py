"""Form in parts that can be explained; faults that last; cues that are few and kind."""

from dataclasses import replace
from itertools import pairwise

import pytest

from support.references import reference
from unbend.motion.counter import Repetition
from unbend.motion.cue import AGAIN, LONGEST, QUIET, SILENT, STAYS, Cue, Voice, fall_silent, speak
from unbend.motion.fault import LASTS, MENDED, FaultSeen, Watch, watch
from unbend.motion.form import WEIGHTS, Furthest, faultless, form_of, steadiness, tempo
from unbend.motion.hold import Hold
from unbend.motion.judge import done_of, held_of, wishes
from unbend.motion.lane import Plan, plan_of
from unbend.motion.measures import MEASURE, Reading
from unbend.motion.track import Track, track_of

ALL = ("range", "position", "tempo", "faults")
HIGH, SLOW = Cue("fault", "leg-high"), Cue("slower", "too-fast")


def plan(exercise: str = "bird-dog") -> Plan:
    return plan_of(reference(exercise), "right")


def at_target(of: Plan) -> tuple[Reading, ...]:
    return tuple((value, 0.98) for value in of.target.values)


def track(of: Plan, values: tuple[Reading, ...] | None = None) -> Track:
    return replace(track_of(of, of.lanes[0]), furthest=Furthest(1.0, values or at_target(of)))


def repetition(of: Plan, *, reach: float = 1.0, seconds: float | None = None) -> Repetition:
    counted = of.reference.counted
    assert counted is not None
    there = counted.start + reach * (counted.target - counted.start)
    end = 1.0 + (of.reference.seconds if seconds is None else seconds)
    return Repetition(1.0, (1.0 + end) / 2, end, min(counted.start, there), max(counted.start, there))


def test_a_repetition_as_the_movement_has_it_is_whole() -> None:
    of = plan()
    done, hurried = done_of(of, track(of), repetition(of), ())
    assert done.form is not None
    assert done.form.whole == pytest.approx(1.0)
    assert hurried == ()
    assert set(dict(done.form.parts)) <= set(WEIGHTS)


def test_the_whole_is_the_weighted_mean_of_its_parts() -> None:
    form = form_of({"range": 1.0, "tempo": 0.0, "faults": None}, ALL)
    assert form is not None
    assert form.whole == pytest.approx(WEIGHTS["range"] / (WEIGHTS["range"] + WEIGHTS["tempo"]))
    assert form_of({"range": None}, ALL) is None
    assert form_of({"range": 0.5}, ("tempo",)) is None


def test_where_the_camera_judges_nothing_there_is_no_form_at_all() -> None:
    assert form_of({"range": 1.0, "tempo": 1.0, "position": 1.0, "steady": 1.0, "faults": 1.0}, ()) is None
    of = plan("seated-cardio")
    assert of.reference.judges == (), "the page of the coach says that nothing is judged here"
    done, hurried = done_of(of, track(of), repetition(of, reach=0.55, seconds=1.0), ())
    assert (done.form, hurried) == (None, ())
    assert list(wishes(of, (done, done), ())) == []


def test_who_judges_nothing_of_a_hold_does_not_ask_for_a_longer_one() -> None:
    of = plan_of(replace(reference("bird-dog-long-hold"), judges=()), "right")
    short = held_of(of, track(of), Hold(1.0, 4.0, 3.0, 1.0), None, ())
    assert short.form is None
    assert list(wishes(of, (), (short, short))) == []


def test_each_shortfall_lowers_its_own_part_alone() -> None:
    of = plan_of(replace(reference("bird-dog"), judges=ALL), "right")
    whole = dict(done_of(of, track(of), repetition(of), ())[0].form.parts)  # type: ignore[union-attr]
    cases = {
        "range": done_of(of, track(of), repetition(of, reach=0.55), ())[0],
        "tempo": done_of(of, track(of), repetition(of, seconds=2.6), ())[0],
        "position": done_of(
            of, track(of, tuple((v + 60, c) if v else (v, c) for v, c in at_target(of))), repetition(of), ()
        )[0],
    }
    for name, done in cases.items():
        assert done.form is not None
        parts = dict(done.form.parts)
        assert parts[name] < whole[name]
        assert {other: parts[other] for other in parts if other != name} == {o: whole[o] for o in whole if o != name}


def test_a_hurried_repetition_is_the_fault_that_the_movement_names() -> None:
    of = plan()
    done, hurried = done_of(of, track(of), repetition(of, seconds=2.0), ())
    assert [fault.id for fault in hurried] == ["too-fast"]
    assert done.faults == ("too-fast",)


def test_a_fault_of_the_other_side_or_another_time_is_not_held_against_it() -> None:
    of = plan()
    others = FaultSeen("leg-high", 1.5, 2.5, "left"), FaultSeen("leg-high", 60.0, 61.0, "right")
    assert done_of(of, track(of), repetition(of), others)[0].faults == ()
    assert done_of(of, track(of), repetition(of), (FaultSeen("leg-high", 1.5, 2.5, "right"),))[0].faults == (
        "leg-high",
    )


def test_a_restless_hold_is_worth_less_than_a_quiet_one() -> None:
    of = plan()
    quiet, restless = (held_of(of, track(of), Hold(1.0, 6.0, 5.0, wavered), None, ()) for wavered in (1.0, 20.0))
    assert quiet.form is not None
    assert restless.form is not None
    assert quiet.form.whole > restless.form.whole
    assert steadiness(0.0, 10.0) >= 1.0
    assert steadiness(15.0, 10.0) == pytest.approx(0.0)


def test_slowness_is_no_shortfall_and_each_fault_costs() -> None:
    of = plan()
    assert tempo(of, 60.0) > 1.0
    assert [faultless(n) for n in (0, 1, 2)] == [1.0, 0.5, 0.25]


def test_a_fault_must_last_before_it_is_one_and_be_gone_before_it_is_mended() -> None:
    state, told = Watch(), []
    for i in range(60):
        time = i / 10
        state, stretch = watch(state, shows=2.0 <= time < 4.0, time=time)
        told.append((state.begun, stretch))
    begun = [i / 10 for i, (since, _) in enumerate(told) if since is not None]
    assert begun[0] == pytest.approx(2.0 + LASTS, abs=0.11)
    assert begun[-1] == pytest.approx(3.9 + MENDED, abs=0.11)
    assert [stretch for _, stretch in told if stretch] == [(2.0, 3.9)]


def test_a_flicker_and_what_cannot_be_told_is_no_fault() -> None:
    state = Watch()
    for i in range(100):
        state, stretch = watch(state, shows=(True, False, None)[i % 3], time=i / 10)
        assert (state.begun, stretch) == (None, None)


def said(wanted: list[tuple[Cue, ...]], *, step: float = 0.5) -> list[Voice]:
    voice, voices = SILENT, []
    for i, cues in enumerate(wanted):
        voice = speak(voice, cues, i * step)
        voices.append(voice)
    return voices


def test_one_thing_is_said_at_a_time_the_most_important_first() -> None:
    assert {voice.cue for voice in said([(HIGH, SLOW)] * 10)} == {HIGH}


def test_praise_comes_once_when_it_is_mended() -> None:
    voices = said([(HIGH,)] * 4 + [()] * 30)
    praised = [i for i, voice in enumerate(voices) if voice.praises(i * 0.5)]
    assert praised
    assert praised == list(range(praised[0], praised[-1] + 1))
    assert (praised[-1] - praised[0]) * 0.5 <= 1.5
    assert voices[-1].cue is None


def test_nobody_is_talked_at_without_pause() -> None:
    voices = said([(HIGH, SLOW)] * 120)
    begins = [i * 0.5 for i in range(1, 120) if voices[i].cue and voices[i].cue != voices[i - 1].cue]
    assert all(b - a >= QUIET for a, b in pairwise(begins))
    first = [i * 0.5 for i, voice in enumerate(voices) if voice.cue == HIGH and (not i or voices[i - 1].cue != HIGH)]
    assert all(b - a >= AGAIN for a, b in pairwise(first))
    assert max(i for i, voice in enumerate(voices[:30]) if voice.cue == HIGH) * 0.5 <= LONGEST
    assert STAYS <= LONGEST


def test_silence_while_nothing_is_seen_and_no_praise_for_it() -> None:
    speaking = said([(HIGH,)] * 4)[-1]
    quiet = fall_silent(speaking)
    assert (quiet.cue, quiet.praises(2.0)) == (None, False)
    assert fall_silent(SILENT) is SILENT


def test_one_shallow_repetition_is_not_worth_a_word_and_two_are() -> None:
    of = plan()
    deep, shallow = (done_of(of, track(of), repetition(of, reach=reach), ())[0] for reach in (1.0, 0.55))
    assert list(wishes(of, (deep, shallow), ())) == []
    assert [cue.code for cue in wishes(of, (shallow, shallow), ())] == ["deeper"]
    fast = done_of(of, track(of), repetition(of, seconds=2.0), ())[0]
    assert list(wishes(of, (fast, fast), ())) == [SLOW]


def test_nobody_is_asked_to_go_farther_nor_judged_by_it_where_that_is_not_allowed() -> None:
    of = plan_of(reference("bird-dog"), "right", farther=False)
    shallow = done_of(of, track(of), repetition(of, reach=0.55), ())[0]
    assert shallow.form is not None
    assert "range" not in dict(shallow.form.parts)
    assert shallow.form.whole == pytest.approx(1.0)
    assert list(wishes(of, (shallow, shallow), ())) == []


def test_nobody_is_asked_to_go_farther_where_the_camera_does_not_judge_how_far() -> None:
    of = plan_of(replace(reference("bird-dog"), judges=()), "right")
    shallow = done_of(of, track(of), repetition(of, reach=0.55), ())[0]
    assert list(wishes(of, (shallow, shallow), ())) == []


def test_to_fall_short_is_a_fault_only_where_somebody_may_be_asked_for_more_and_too_far_always_is_one() -> None:
    def faults(exercise: str, *, farther: bool) -> set[str]:
        return {fault.id for fault in plan_of(reference(exercise), "right", farther=farther).faults}

    assert faults("glute-bridge", farther=True) == {"hips-low", "hips-high"}
    assert faults("glute-bridge", farther=False) == {"hips-high"}
    assert faults("mini-squat", farther=False) == {"too-deep"}
    assert "hips-sag" in faults("plank", farther=False), "who sags in a hold is told: it protects the back"


def test_short_holds_are_not_spoken_of_where_nobody_is_to_be_asked_for_more() -> None:
    of = plan_of(reference("bird-dog-long-hold"), "right", farther=False)
    short = held_of(of, track(of), Hold(1.0, 4.0, 3.0, 1.0), None, ())
    assert list(wishes(of, (), (short, short))) == []


def test_to_go_farther_is_offered_once_and_other_hints_again() -> None:
    offered = Cue("deeper")
    begun = {cue: {voice.since for voice in said([(cue,)] * 200) if voice.cue == cue} for cue in (offered, HIGH)}
    assert len(begun[offered]) == 1
    assert len(begun[HIGH]) > 2


def test_short_holds_are_asked_to_be_longer() -> None:
    of = plan("bird-dog-long-hold")
    short = held_of(of, track(of), Hold(1.0, 4.0, 3.0, 1.0), None, ())
    assert [cue.code for cue in wishes(of, (), (short, short))] == ["hold"]
    assert list(wishes(of, (), (short,))) == []


def test_measures_of_the_plan_stand_where_the_reference_says() -> None:
    of = plan()
    assert of.counted is not None
    assert of.reference.measures[of.counted] == MEASURE["right hip flexion"]
