"""What the camera coach offers for an exercise is said in plain sentences, for every exercise."""

import json
import re
from pathlib import Path

import pytest

from support.movements import movements
from unbend.catalogue.coach import offers
from unbend.catalogue.load_movements import load_movement_texts
from unbend.catalogue.load_text import load_texts

ROOT = Path(__file__).parents[2]
WORDS = load_texts().coach
LONGEST_CUE = 8


@pytest.mark.parametrize("exercise", sorted(movements()))
def test_every_exercise_says_what_the_camera_can_do_in_sentences_without_gaps(exercise: str) -> None:
    said = offers(movements()[exercise], WORDS)
    assert said
    for sentence in said:
        assert re.fullmatch(r"[A-Z][^{}]*\.", sentence), sentence


def test_it_says_counts_holds_or_only_time_and_what_it_cannot_see() -> None:
    assert offers(movements()["mini-squat"], WORDS) == (
        "The camera can count this: from the side.",
        "What it cannot see: how your back bends, the side of you that is farther away.",
    )
    assert offers(movements()["clamshell"], WORDS)[2] == (
        "It sees the side that is nearer. Turn round when you change sides."
    )
    assert offers(movements()["plank"], WORDS)[0] == "The camera can time this while you hold it right: from the side."
    assert offers(movements()["pelvic-floor-lift"], WORDS) == (
        "The camera only keeps the time here: what counts happens inside you.",
    )


def test_before_the_camera_is_on_it_says_what_is_kept_and_that_nobody_trips_over_the_phone() -> None:
    page = json.loads((ROOT / "frontend/src/words.en.json").read_text(encoding="utf-8"))["coach"]
    told = f"{page['private']} {page['kept']}: {page['kept-text']}"
    assert "trips over it" in page["needs-place"]
    for word in (
        "No picture leaves this device",
        "none is kept",
        "points of your body",
        "Counts",
        "times",
        "ranges",
        "near",
    ):
        assert word in told
    assert "three steps behind" in WORDS.place["back"], "nobody steps on what they do not see"


def test_what_is_said_while_moving_is_short() -> None:
    for line in (*WORDS.cues.values(), *WORDS.praise):
        assert len(line.split()) <= LONGEST_CUE, line


def test_who_sinks_or_sags_is_told_that_they_may_rest_or_do_less() -> None:
    hints = {
        (exercise, fault): hint
        for exercise, text in load_movement_texts().items()
        for fault, hint in (text.faults or {}).items()
        if re.search(r"^hips-(sag|sink|drop)|-sinks", fault)
    }
    assert {("bridge-march", "hips-drop"), ("suspension-row", "hips-sag"), ("plank", "hips-sag")} <= set(hints)
    assert [one for one, hint in hints.items() if not re.search(r"\b(rest|less)\b", hint)] == []
