"""The result of one self-test."""

from dataclasses import dataclass, replace
from datetime import datetime

from unbend.record.state import State, TestResult


@dataclass(frozen=True)
class Tested:
    """In the test's unit: one `value`, or `left` and `right`; None was not measured."""

    test: str
    value: float | None = None
    left: float | None = None
    right: float | None = None


def apply(state: State, data: object, at: datetime, entry: str) -> State:
    """The state with this result as the latest of its test."""
    assert isinstance(data, Tested)
    result = TestResult(data.test, at, value=data.value, left=data.left, right=data.right)
    return replace(state, tests={**state.tests, data.test: result})
