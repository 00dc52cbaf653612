"""Taking self-test results in from outside."""

from collections.abc import Mapping

from unbend.catalogue.knowledge import SelfTest
from unbend.record.errors import BadInput
from unbend.record.kinds.tested import Tested
from unbend.record.values import Number, at, number_at, object_at


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
