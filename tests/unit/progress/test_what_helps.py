"""What helps, over made-up lives with fixed seeds: silence where nothing helps, the truth where something does."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

import unbend
from support.mornings import FIRST, LIVES, Life, lived
from unbend.catalogue.load_text import load_texts
from unbend.progress.helps import Found, Helps, Kind, Morning, Mornings, Told, look_of, next_look, what_helps
from unbend.progress.helps.looks import AFTER, chance_of

PEOPLE, WEEKS = 25, 17
SERVICE = Path(unbend.__file__).parent / "service"
SAYS = (Told.LOWER, Told.HIGHER)
Had = Callable[[int], dict[str, Any]]


def looked(life: Life, people: int) -> list[Helps]:
    """What each of them is told after so many weeks."""
    return [what_helps(lived(life, Random(f"{life} {number}"), 7 * WEEKS)) for number in range(people)]


def said(found: Helps) -> list[Found]:
    return [one for one in found.found if one.told in SAYS]


def test_where_nothing_helps_hardly_anybody_is_told_anything_however_pain_wanders() -> None:
    told = {name: sum(map(bool, map(said, looked(life, PEOPLE)))) for name, life in LIVES.items()}
    assert sum(told.values()) <= 0.03 * PEOPLE * len(LIVES), told


@pytest.mark.parametrize(("effect", "points"), [("workout", -1.0), ("sat-much", 1.0)])
def test_what_makes_a_point_of_difference_is_found_by_most_in_twelve_weeks_with_an_interval_that_holds_it(
    effect: str, points: float
) -> None:
    life = Life(noise=0.7, carried=0.4, missing=0, effects={effect: points})
    found = looked(life, PEOPLE)
    about = [one for each in found for one in said(each) if one.thing.kind == effect]
    assert len(about) >= 0.7 * PEOPLE
    assert {one.told for one in about} == {Told.LOWER if points < 0 else Told.HIGHER}
    inside = [one for one in about if one.difference and one.difference.low <= points <= one.difference.high]
    assert len(inside) >= 0.95 * len(about)
    others = sum(any(one.thing.kind != effect for one in said(each)) for each in found)
    assert others <= 2


def test_a_bad_day_that_lasts_is_not_taken_for_what_is_done_or_left_on_bad_days() -> None:
    """Whoever works out on good days only wakes up with less pain after workouts: as on the morning before them."""
    chance = Random(3)
    pain, rows = 4.0, []
    for day in range(85):
        before, worked = pain, pain <= 4 or chance.random() < 0.1
        pain = min(10, max(0, round(4 + 0.85 * (before - 4) + chance.gauss(0, 1))))
        rows.append(Morning(FIRST + timedelta(days=day), int(pain), int(before), workout=worked))
    after = [sum(row.pain for row in rows if row.workout is one) / sum(row.workout is one for row in rows)
             for one in (True, False)]  # fmt: skip
    assert after[1] - after[0] > 1
    assert said(what_helps(Mornings(tuple(rows), 86))) == []


def test_an_exercise_that_came_to_stay_while_pain_was_settling_is_not_told_apart_from_time() -> None:
    chance = Random(4)
    pains = [round(6 - 4 * day / 84 + chance.gauss(0, 0.6)) for day in range(85)]
    rows = [
        Morning(FIRST + timedelta(days=day), pains[day], pains[day - 1], slept="well" if day > 40 else "badly")
        for day in range(1, 85)
    ]
    found = what_helps(Mornings(tuple(rows), 85)).found
    assert [one.told for one in found if one.thing.kind in (Kind.SLEPT_WELL, Kind.SLEPT_BADLY)] == [Told.NOT_APART]


def test_two_things_that_always_come_together_are_both_left_untold() -> None:
    worked = [Random(day).random() < 0.5 for day in range(84)]
    rows = _steady(84, lambda day: {"workout": worked[day], "walked": 20 * worked[day]}, drop=2)
    told = {one.thing.kind: one.told for one in what_helps(Mornings(rows, 85)).found}
    assert (told[Kind.WALKED], told[Kind.WORKOUT]) == (Told.NOT_APART, Told.NOT_APART)
    alone = _steady(84, lambda day: {"workout": worked[day]}, drop=2)
    assert [one.thing.kind for one in said(what_helps(Mornings(alone, 85)))] == [Kind.WORKOUT]


def test_pain_that_never_changes_says_nothing() -> None:
    rows = tuple(Morning(FIRST + timedelta(days=day), 3, 3, workout=day % 2 == 0) for day in range(84))
    assert said(what_helps(Mornings(rows, 84))) == []


def test_less_than_half_a_point_is_not_told_however_sure() -> None:
    rows = _steady(196, lambda day: {"workout": Random(day).random() < 0.5}, drop=0.3, noise=0.05)
    assert said(what_helps(Mornings(rows, 197))) == []


def test_it_is_looked_at_fixed_numbers_of_mornings_and_the_answer_stays_between_them() -> None:
    assert [look_of(count) for count in (0, 27, 28, 55, 56, 84, 139, 140, 200)] == [
        None, None, 28, 28, 56, 84, 84, 140, 196,
    ]  # fmt: skip
    assert [next_look(count) for count in (0, 27, 28, 83, 84, 139, 140)] == [28, 28, 56, 84, 140, 140, 196]
    rows = lived(Life(noise=0.7, missing=0, effects={"workout": -1.5}), Random(1), 130).rows
    assert len(rows) > 120
    answers = {what_helps(Mornings(rows[:count], count)).found for count in (84, 85, 100, 119)}
    assert len(answers) == 1


def test_all_looks_of_the_first_twenty_weeks_are_wrong_for_five_in_a_hundred_at_most() -> None:
    looks = {look for count in range(141) if (look := look_of(count))}
    assert sum(map(chance_of, looks)) <= 0.05 + 1e-9
    assert chance_of(140 + AFTER) <= 0.015


def test_every_word_of_what_helps_is_said_somewhere_and_every_thing_has_its_words() -> None:
    words = {code.removeprefix("helps-") for code in load_texts().progress if code.startswith("helps-")}
    kinds = {*Kind, f"{Kind.WALKED}-more"}
    assert kinds | {f"after-{kind}" for kind in kinds} | {*Told} <= words
    said_by = (SERVICE / "helps.py").read_text() + (SERVICE.parent / "web" / "progress" / "helps.py").read_text()
    left = words - kinds - {f"after-{kind}" for kind in kinds} - {*Told}
    assert {code for code in left if not re.search(rf"""["']helps-{code}["']""", said_by)} == set()


def _steady(count: int, had: Had, *, drop: float, noise: float = 0.4) -> tuple[Morning, ...]:
    """Pain around five, lower by so much after what has `workout`."""
    chance, before, rows = Random(5), 5.0, []
    for day in range(count):
        more = had(day)
        pain = 5 - drop * bool(more.get("workout")) + chance.gauss(0, noise)
        rows.append(replace(Morning(FIRST + timedelta(days=day), 0, 0), pain=pain, before=before, **more))
        before = pain
    return tuple(rows)
