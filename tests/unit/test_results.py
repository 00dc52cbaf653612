"""Reading self-tests: a side counts only beyond the error, a norm only for whom it was measured."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.effort import examples
from support.people import catalogue
from unbend.assessment import results as reading
from unbend.assessment.results import Side, worse_side, worse_sides
from unbend.catalogue.condition import Person
from unbend.catalogue.knowledge import Condition, Norm, SelfTest
from unbend.catalogue.words import Answer
from unbend.record.state import TestResult as Result

NOW = datetime(2026, 3, 2, tzinfo=UTC)
SHIPPED = catalogue().tests
WORRYING = catalogue().safety.worrying


def made(**changes: Any) -> SelfTest:
    usual: dict[str, Any] = {
        "id": "turn", "unit": "degrees", "per_side": True, "higher_is_better": True, "minimum": 0, "maximum": 90,
        "error": 10, "raises": {"hip-rotation": 3}, "sources": ("s0",),
    }  # fmt: skip
    return SelfTest(**(usual | changes))


def sides(left: float | None, right: float | None, test: str = "turn") -> Result:
    return Result(test, NOW, left=left, right=right)


def of(**values: Any) -> Person:
    return Person({key.replace("_", "-"): value for key, value in values.items()}, WORRYING)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [(40, 50, None), (40, 50.1, Side.LEFT), (50.1, 40, Side.RIGHT), (0, 90, Side.LEFT), (40, 40, None)],
)
def test_a_side_is_worse_only_beyond_the_error(left: float, right: float, expected: Side | None) -> None:
    assert worse_side(made(), sides(left, right), of()) is expected


def test_where_less_is_better_the_higher_side_is_worse() -> None:
    assert worse_side(made(higher_is_better=False), sides(60, 20), of()) is Side.LEFT


@pytest.mark.parametrize(("left", "right"), [(None, 50), (50, None), (None, None)])
def test_a_side_not_measured_is_never_the_worse_one(left: float | None, right: float | None) -> None:
    assert worse_side(made(), sides(left, right), of()) is None


def test_without_a_known_error_sides_are_not_compared() -> None:
    assert worse_side(made(error=None), sides(0, 90), of()) is None


@pytest.mark.parametrize("said", [Answer.YES, Answer.UNSURE])
def test_a_replaced_joint_is_no_worse_side(said: Answer) -> None:
    test = made(sides_ignored_when=Condition(any=("hip-replacement",)))
    assert worse_side(test, sides(0, 90), of(hip_replacement=said)) is None
    assert worse_side(test, sides(0, 90), of(hip_replacement=Answer.NO)) is Side.LEFT
    assert worse_side(test, sides(0, 90), of()) is Side.LEFT


@pytest.mark.parametrize("joint", ["hip-replacement", "knee-replacement"])
def test_the_tests_of_the_legs_say_themselves_that_a_replaced_joint_does_not_count(joint: str) -> None:
    replaced = Person({joint: Answer.YES}, WORRYING)
    for test in ("hip-rotation", "active-knee-extension", "single-leg-stand"):
        assert worse_side(SHIPPED[test], sides(SHIPPED[test].minimum, SHIPPED[test].maximum, test), replaced) is None


def test_the_side_of_leg_pain_is_asked_nowhere_and_so_never_read_as_a_worse_side() -> None:
    results = {key: sides(30, 30, key) for key, test in SHIPPED.items() if test.per_side}
    assert worse_sides(SHIPPED, results, of(leg_pain=Answer.YES)) == {}


def test_where_two_tests_disagree_neither_side_counts() -> None:
    tests = {"turn": made(), "other": made(id="other")}
    agree = {"turn": sides(0, 90), "other": sides(0, 90, "other")}
    differ = {"turn": sides(0, 90), "other": sides(90, 0, "other")}
    assert worse_sides(tests, agree, of())["hip-rotation"] == (Side.LEFT, "other")
    assert worse_sides(tests, differ, of()) == {}


NORMED = made(
    per_side=False,
    norms=(
        Norm(age_from=18, age_to=25, border=77, source="s0", sex="male"),
        Norm(age_from=18, age_to=25, border=63, source="s0", sex="female"),
    ),
)


@pytest.mark.parametrize(
    ("who", "value", "below"),
    [
        ({"age": 18, "sex": "male"}, 76.9, True),
        ({"age": 25, "sex": "male"}, 77, False),
        ({"age": 25, "sex": "female"}, 62, True),
        ({"age": 25, "sex": "female"}, 64, False),
        ({"age": 17, "sex": "male"}, 0, False),
        ({"age": 26, "sex": "male"}, 0, False),
        ({"age": 20, "sex": "other"}, 0, False),
        ({"age": 20}, 0, False),
        ({"sex": "male"}, 0, False),
    ],
)
def test_a_norm_is_used_only_inside_its_age_and_sex(who: dict[str, Any], value: float, below: bool) -> None:
    found = list(reading.tests_below({"turn": NORMED}, of(**who), {"turn": Result("turn", NOW, value=value)}))
    assert (found == [NORMED]) is below


def test_a_norm_for_everybody_needs_no_sex_and_less_may_be_better() -> None:
    test = made(per_side=False, higher_is_better=False, norms=(Norm(age_from=60, age_to=69, border=11.4, source="s0"),))
    slow, quick = (Result("turn", NOW, value=seconds) for seconds in (11.5, 11.4))
    assert list(reading.tests_below({"turn": test}, of(age=60), {"turn": slow})) == [test]
    assert list(reading.tests_below({"turn": test}, of(age=60), {"turn": quick})) == []


@examples(300, soak=10_000)
@given(st.sampled_from([t for t in SHIPPED.values() if t.per_side]), st.floats(0, 1), st.floats(0, 1))
def test_the_worse_side_mirrors(test: SelfTest, one: float, two: float) -> None:
    left, right = (test.minimum + share * (test.maximum - test.minimum) for share in (one, two))
    found, mirrored = (worse_side(test, sides(*pair, test.id), of()) for pair in ((left, right), (right, left)))
    assert {found, mirrored} in ({None}, {Side.LEFT, Side.RIGHT})
    assert (found is None) == (test.error is None or abs(left - right) <= test.error)


@pytest.mark.parametrize("test", SHIPPED.values(), ids=lambda test: test.id)
def test_every_norm_shipped_lies_inside_the_range_and_names_a_source(test: SelfTest) -> None:
    for norm in test.norms:
        assert test.minimum <= norm.border <= test.maximum
        assert norm.age_from <= norm.age_to
        assert norm.source in catalogue().sources
        assert norm.source in test.sources


def test_a_side_counts_only_while_its_test_is_not_too_long_ago() -> None:
    results = {"turn": sides(20, 60)}
    assert worse_sides({"turn": made()}, results, of(), since=NOW)["hip-rotation"] == (Side.LEFT, "turn")
    assert worse_sides({"turn": made()}, results, of(), since=NOW + timedelta(seconds=1)) == {}
