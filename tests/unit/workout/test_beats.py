"""From a dose to seconds: every shape of dose, in the order of its sides, as somebody on the floor would hear it."""

from dataclasses import replace

import pytest

from support.people import catalogue
from support.scripts import movements, texts
from unbend.catalogue.words import Role
from unbend.planning.dose import Dose, seconds_of
from unbend.planning.plan import Item
from unbend.workout.beats import Beats
from unbend.workout.script import Kind, Segment
from unbend.workout.tempo import tempo_of

SAY = texts().workout.say


def heard(exercise: str, dose: Dose, *, sides: tuple[str, ...] = ("both",), extra_sets: int = 0) -> list[Segment]:
    facts = catalogue().exercises[exercise]
    seconds = seconds_of(facts, dose, catalogue().parameters, extra_sets=extra_sets)
    item = Item(exercise, Role.MAIN, dose, sides, extra_sets, seconds, ())
    cues = texts().exercises[exercise].cues
    beats = Beats(item, facts, tempo_of(movements()[exercise]), catalogue().parameters, SAY, cues)
    made = list(beats.segments())
    assert sum(segment.seconds for segment in made) == seconds
    return made


def kinds(segments: list[Segment]) -> list[str]:
    return [segment.kind.value for segment in segments]


def test_a_hold_is_reached_held_and_left() -> None:
    made = heard("plank", Dose(sets=1, rest_seconds=30, repetitions=2, hold_seconds=10, tempo_seconds=8))
    assert kinds(made) == ["move", "hold", "move"] * 2
    assert [segment.seconds for segment in made[:3]] == [4, 10, 4]
    assert made[0].shown.end == made[1].shown.start == made[1].shown.end == made[2].shown.start - 4
    assert made[1].say == SAY["hold-breathing"]
    assert made[4].say == SAY["hold"]
    assert made[2].say == SAY["back"]


def test_a_short_pause_is_told_once() -> None:
    made = heard("glute-bridge", Dose(sets=2, rest_seconds=30, repetitions=5, hold_seconds=1, tempo_seconds=4))
    told = [segment.say for segment in made if segment.kind is Kind.HOLD]
    assert told == [SAY["pause"], *[None] * 9]


def test_repetitions_without_a_hold_are_whole_rounds() -> None:
    made = heard("cat-cow-sitting", Dose(sets=1, rest_seconds=0, repetitions=5, tempo_seconds=8))
    assert kinds(made) == ["move"] * 5
    assert {(segment.shown.start, segment.shown.end) for segment in made} == {(0.0, 8.0)}
    assert made[-1].say == SAY["last-one"]


def test_the_worse_side_begins_and_gets_one_set_more() -> None:
    dose = Dose(sets=2, rest_seconds=10, repetitions=8, tempo_seconds=4)
    made = heard("hip-rotation-step", dose, sides=("right", "left"), extra_sets=1)
    order = [s.side for before, s in zip([None, *made], made, strict=False) if before is None or before.side != s.side]
    assert order == ["right", "left", "right", "left", "right"]
    assert sum(segment.side == "right" and segment.kind is Kind.MOVE for segment in made) == 24
    assert sum(segment.side == "left" and segment.kind is Kind.MOVE for segment in made) == 16
    assert [s.say for s in made if s.kind is Kind.REST] == [SAY["rest-right"], SAY["rest-extra-right"]]
    assert {s.sets for s in made if s.side == "right"} == {3}
    assert {s.sets for s in made if s.side == "left"} == {2}


def test_without_a_rest_the_next_set_says_which_side_it_is() -> None:
    dose = Dose(sets=2, rest_seconds=0, repetitions=3, tempo_seconds=4)
    made = heard("clamshell", dose, sides=("left", "right"))
    second = next(s for s in made if s.set == 2)
    assert (second.kind, second.side, second.say) == (Kind.MOVE, "left", SAY["now-lying-right"])


def test_whoever_lies_on_a_side_hears_on_which() -> None:
    """In a clamshell the upper leg works; in a side plank the side below does."""
    dose = Dose(sets=1, rest_seconds=0, repetitions=3, tempo_seconds=4)
    clamshell = heard("clamshell", dose, sides=("left", "right"))
    plank = heard("side-plank", replace(dose, hold_seconds=5), sides=("left", "right"))
    turned = [next(s for s in made if s.kind is Kind.SWITCH_SIDE) for made in (clamshell, plank)]
    assert [(segment.side, segment.say) for segment in turned] == [
        ("right", "Turn over, now lying on your left."),
        ("right", "Turn over, now lying on your right."),
    ]


def test_both_sides_in_one_round_are_one_move_with_its_hold() -> None:
    made = heard("plank-rotation", Dose(sets=1, rest_seconds=0, repetitions=2, hold_seconds=1, tempo_seconds=8))
    assert [(segment.kind, segment.seconds) for segment in made] == [(Kind.MOVE, 9)] * 2


def test_breaths_go_in_first_whichever_way_the_movement_begins() -> None:
    for exercise in ("diaphragm-breathing", "seated-breathing-ease"):
        made = heard(exercise, Dose(sets=1, rest_seconds=0, breaths=6))
        assert kinds(made) == ["breathe"] * 6
        breath, key = made[0].breath, movements()[exercise]
        assert breath is not None
        assert breath.inward < breath.outward
        tempo = tempo_of(key)
        assert made[0].shown.end - made[0].shown.start == pytest.approx(tempo.round)


def test_a_rest_is_one_still_pose_and_a_walk_goes_on() -> None:
    lying = heard("rest-legs-up", Dose(sets=1, rest_seconds=0, duration_seconds=120))
    assert (lying[0].kind, lying[0].seconds, lying[0].shown.loop) == (Kind.GO, 120, False)
    assert lying[0].shown.start == lying[0].shown.end > 0
    walk = heard("easy-walk", Dose(sets=1, rest_seconds=0, duration_seconds=300))
    assert walk[0].shown.loop
    carry = heard("farmers-carry-light", Dose(sets=2, rest_seconds=30, metres=20))
    assert [s.seconds for s in carry] == [20, 30, 20]


def test_each_cue_comes_once_for_each_side_in_the_first_set() -> None:
    dose = Dose(sets=2, rest_seconds=30, repetitions=6, tempo_seconds=4)
    made = heard("clamshell", dose, sides=("left", "right"))
    cues = {cue + "." for cue in texts().exercises["clamshell"].cues}
    said = [(s.side, s.set) for s in made if s.say in cues]
    assert said == [("left", 1), ("right", 1)]


@pytest.mark.parametrize("exercise", sorted(catalogue().exercises))
def test_every_exercise_and_phase_fills_exactly_the_time_it_is_reckoned_with(exercise: str) -> None:
    facts = catalogue().exercises[exercise]
    sides = ("left", "right") if facts.per_side else ("both",)
    for amount in facts.dose.values():
        for end in (0, 1):
            ends = {key: getattr(amount, key) for key in ("repetitions", "hold_seconds", "breaths", "metres")}
            numbers = {key: pair[end] for key, pair in ends.items() if pair is not None}
            lasting = amount.duration_seconds[end] if amount.duration_seconds else None
            dose = Dose(amount.sets[end], amount.rest_seconds, duration_seconds=lasting, **numbers)
            made = heard(exercise, replace(dose, tempo_seconds=facts.tempo_seconds), sides=sides)
            assert all(segment.seconds > 0 for segment in made)


def test_there_are_words_for_every_side_and_none_is_left_over() -> None:
    sided = ("get-ready", "switch", "now", "rest", "rest-extra")
    plain = {"first", "next", "last", "to-floor", "from-floor", "get-ready", "settle", "go", "stay", "hold", "back"}
    plain |= {"hold-breathing", "pause", "last-one", "breathe", "rest", "rest-last"}
    told = {f"{key}-{lying}{side}" for key in sided for lying in ("", "lying-") for side in ("left", "right")}
    assert set(SAY) == plain | told
