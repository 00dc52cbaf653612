"""The interview asks a few things at a time, only what can still matter, and comes to an end."""

from random import Random
from typing import Any

import pytest

from support.people import Json, catalogue
from unbend.catalogue.condition import Person, Truth, Value, Values, judge
from unbend.catalogue.knowledge import Finding
from unbend.catalogue.words import Answer, FindingType, Urgency
from unbend.record.values import value_of
from unbend.safety import check
from unbend.service.interview import MOST_ON_A_SCREEN, OPENERS, Screen, next_screen, screens_left

KNOWLEDGE = catalogue().safety
MOST_SCREENS = 120


def interview(answer: Any, begin: Json | None = None) -> tuple[list[Screen], dict[str, Value]]:
    """Every screen until the end; `answer(finding)` is what the person says, as JSON."""
    values = {key: value_of(raw, KNOWLEDGE.findings[key], where=key) for key, raw in (begin or {}).items()}
    screens: list[Screen] = []
    while screen := next_screen(KNOWLEDGE, values):
        screens.append(screen)
        assert len(screens) < MOST_SCREENS, "it never ends"
        values |= {f.id: value_of(answer(f), f, where=f.id) for f in screen.findings}
    return screens, values


def calm(finding: Finding) -> object:
    known = {"age": 45, "sex": "male", "duration-days": 30, "severity": 3, "where": ["low-back"]}
    return known.get(finding.id, "no" if finding.type is FindingType.ANSWER else finding.minimum)


def none_of_these(screen: Screen, values: Values) -> dict[str, Value]:
    """What the entrances write when nothing on a screen is ticked."""
    return {**values, **dict.fromkeys((finding.id for finding in screen.findings), Answer.NO)}


def test_a_calm_back_is_asked_everything_before_a_plan_and_gets_one() -> None:
    screens, values = interview(calm)
    safety = check(KNOWLEDGE, values)
    assert (safety.urgency, safety.complete, safety.may_plan) == (Urgency.SELF_CARE, True, True)
    assert len(screens) <= 40


def test_the_openers_come_first() -> None:
    screens, _ = interview(calm)
    assert [screen.findings[0].id for screen in screens[: len(OPENERS)]] == list(OPENERS)


@pytest.mark.parametrize("seed", range(25))
def test_whatever_is_said_it_ends_and_no_question_comes_twice(seed: int) -> None:
    chance = Random(seed)

    def anything(finding: Finding) -> object:
        match finding.type:
            case FindingType.ANSWER:
                return chance.choices(("yes", "no", "unsure"), (1, 12, 1))[0]
            case FindingType.NUMBER:
                return chance.randint(int(finding.minimum or 0), min(95, int(finding.maximum or 95)))
            case FindingType.CHOICE:
                return chance.choice(finding.options)
            case FindingType.CHOICES:
                return chance.sample(finding.options, chance.randint(0, 2))

    screens, values = interview(anything)
    asked = [finding.id for screen in screens for finding in screen.findings]
    safety = check(KNOWLEDGE, values)
    assert len(set(asked)) == len(asked)
    assert safety.complete or safety.urgency is Urgency.EMERGENCY
    for screen in screens:
        assert 1 <= len(screen.findings) <= MOST_ON_A_SCREEN + 1
        assert len(screen.findings) == 1 or {f.type for f in screen.findings} == {FindingType.ANSWER}


def test_none_of_these_writes_no_for_exactly_those_shown() -> None:
    values: dict[str, Value] = {
        key: value_of(raw, KNOWLEDGE.findings[key], where=key)
        for key, raw in {"age": 45, "sex": "male", "duration-days": 9, "severity": 3, "where": ["low-back"]}.items()
    }
    screen = next_screen(KNOWLEDGE, values)
    assert screen is not None
    after = none_of_these(screen, values)
    assert {key for key in after if key not in values} == {finding.id for finding in screen.findings}
    assert all(after[finding.id] is Answer.NO for finding in screen.findings)
    rest = next_screen(KNOWLEDGE, after)
    assert rest is not None
    assert not {f.id for f in rest.findings} & set(after)


def test_it_stops_as_soon_as_it_is_an_emergency() -> None:
    screens, values = interview(lambda f: "yes" if f.id == "saddle-numbness" else calm(f))
    assert check(KNOWLEDGE, values).urgency is Urgency.EMERGENCY
    assert "saddle-numbness" in {finding.id for finding in screens[-1].findings}


def test_nobody_is_asked_what_cannot_be_true_of_them() -> None:
    asked = {f.id for screen in interview(calm)[0] for f in screen.findings}
    for finding in asked:
        condition = KNOWLEDGE.findings[finding].asked_when
        man = Person({"age": 45.0, "sex": "male"}, KNOWLEDGE.worrying)
        assert condition is None or judge(condition, man).truth is not Truth.FALSE
    assert not asked & {"pregnant", "vaginal-bleeding", "weeks-pregnant"}


@pytest.mark.parametrize("seed", range(15))
def test_nothing_is_asked_that_could_not_change_the_answer(seed: int) -> None:
    """Each question asked after the openers stands in a rule that is still open."""
    chance = Random(seed)
    values: dict[str, Value] = {}
    while screen := next_screen(KNOWLEDGE, values):
        person = Person(values, KNOWLEDGE.worrying)
        open_now = {key for rule in KNOWLEDGE.rules for key in judge(rule.when, person).open}
        assert {f.id for f in screen.findings} <= open_now | set(OPENERS)
        said = "yes" if chance.random() < 0.1 else "no"
        values |= {
            f.id: value_of(said if f.type is FindingType.ANSWER else calm(f), f, where=f.id) for f in screen.findings
        }


def test_a_child_is_not_asked_what_would_only_shape_a_plan() -> None:
    asked = {f.id for screen in interview(calm, {"age": 12})[0] for f in screen.findings}
    assert not asked & {"knee-problem", "shoulder-problem", "cannot-get-to-floor", "wrist-problem"}


def test_what_belongs_to_a_pregnancy_waits_for_the_answer_about_it() -> None:
    begin = {"age": 31, "sex": "female", "duration-days": 20, "severity": 3, "where": ["low-back"]}
    first, *_rest = interview(calm, begin)[0]
    asked = {finding.id for finding in first.findings}
    assert "pregnant" in asked
    assert not asked & {"told-not-to-exercise", "pregnancy-complication", "weeks-pregnant"}


def test_how_many_screens_are_left_is_about_right_all_the_way() -> None:
    screens, _values = interview(calm, {"age": 45, "sex": "male"})
    values: dict[str, Value] = {"age": 45.0, "sex": "male"}
    for number, screen in enumerate(screens):
        assert abs(screens_left(KNOWLEDGE, values) - (len(screens) - number)) <= 2
        values |= {f.id: value_of(calm(f), f, where=f.id) for f in screen.findings}
    assert screens_left(KNOWLEDGE, values) == 0


@pytest.mark.parametrize(("age", "asked"), [(30, True), (72, False)])
def test_nobody_of_72_is_asked_how_long_ago_she_gave_birth(age: int, asked: bool) -> None:
    screens, _ = interview(calm, {"age": age, "sex": "female"})
    assert ("months-since-birth" in {f.id for screen in screens for f in screen.findings}) is asked
