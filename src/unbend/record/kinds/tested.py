"""The result of one self-test."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.knowledge import SelfTest
from unbend.record.errors import BadInput
from unbend.record.state import State, TestResult
from unbend.record.values import Number, at, number_at, object_at


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


def read(raw: object, catalogue: Catalogue, where: str) -> Tested:
    """The data of this kind from JSON. Raises BadInput."""
    fields = object_at(raw, where=where, keys=("tests",))
    results = results_of(fields.get("tests"), catalogue.tests, where=at(where, "tests"))
    if len(results) != 1:
        raise BadInput(at(where, "tests"), f"{len(results)} tests are given", "write one test an entry")
    return results[0]


def results_of(raw: object, tests: Mapping[str, SelfTest], *, where: str = "tests") -> tuple[Tested, ...]:
    """The results in a JSON object: a number for each test, or {"left": n, "right": n}. Raises BadInput."""
    given = object_at(raw, where=where, keys=tests)
    return tuple(_result(value, tests[key], where=at(where, key)) for key, value in given.items())


def _result(raw: object, test: SelfTest, *, where: str) -> Tested:
    unit = Number(test.minimum, test.maximum, test.unit)
    if not test.per_side:
        return Tested(test.id, value=number_at(raw, unit, where=where))
    sides = object_at(raw, where=where, keys=("left", "right"))
    if not sides:
        raise BadInput(where, "neither side is given", 'write {"left": number, "right": number}')
    measured = {side: number_at(value, unit, where=at(where, side)) for side, value in sides.items()}
    return Tested(test.id, left=measured.get("left"), right=measured.get("right"))
