"""Reading self-tests: against the norm of the same age and sex where there is one, and side against side."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum

from unbend.catalogue.condition import Person, holds
from unbend.catalogue.knowledge import Norm, SelfTest
from unbend.record.state import TestResult


class Side(StrEnum):
    """A side of the body."""

    LEFT = "left"
    RIGHT = "right"


def tests_below(tests: Mapping[str, SelfTest], person: Person, results: Mapping[str, TestResult]) -> Iterable[SelfTest]:
    """The tests whose result lies outside the norm for this age and sex, or whose sides truly differ."""
    for result in results.values():
        test = tests[result.test]
        if _outside_norm(test, person, result) or worse_side(test, result, person) is not None:
            yield test


def worse_side(test: SelfTest, result: TestResult, person: Person) -> Side | None:
    """The side that needs more, when the difference is more than the test's own error; else None.

    Never read off the side of leg pain, nor where a hip or knee was replaced: there a difference is to be expected.
    """
    if test.error is None or result.left is None or result.right is None or _sides_ignored(test, person):
        return None
    if abs(result.left - result.right) <= test.error:
        return None
    left_is_worse = (result.left < result.right) == test.higher_is_better
    return Side.LEFT if left_is_worse else Side.RIGHT


def _sides_ignored(test: SelfTest, person: Person) -> bool:
    return test.sides_ignored_when is not None and holds(test.sides_ignored_when, person)


def worse_sides(
    tests: Mapping[str, SelfTest], results: Mapping[str, TestResult], person: Person, *, since: datetime | None = None
) -> Mapping[str, tuple[Side, str]]:
    """For each need whose test shows a worse side: the side, and the test. Where tests disagree neither counts; nor
    does a test from before `since`."""
    found: dict[str, set[tuple[Side, str]]] = {}
    for result in results.values():
        test = tests[result.test]
        side = worse_side(test, result, person)
        if side is not None and (since is None or result.at >= since):
            for need in test.raises:
                found.setdefault(need, set()).add((side, test.id))
    return {need: min(sides) for need, sides in found.items() if len({side for side, _ in sides}) == 1}


def norm_of(test: SelfTest, person: Person) -> Norm | None:
    """The norm of the same age and sex; None outside every sample (hard rule 6)."""
    return next((norm for norm in test.norms if _is_of(norm, person)), None)


def _outside_norm(test: SelfTest, person: Person, result: TestResult) -> bool:
    norm = norm_of(test, person)
    values = [value for value in (result.value, result.left, result.right) if value is not None]
    if norm is None or not values:
        return False
    return any(value < norm.border if test.higher_is_better else value > norm.border for value in values)


def _is_of(norm: Norm, person: Person) -> bool:
    age = person.values.get("age")
    if not isinstance(age, float | int) or not norm.age_from <= age <= norm.age_to:
        return False
    return norm.sex is None or person.values.get("sex") == norm.sex
