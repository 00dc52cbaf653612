"""Left beside right, as far as a self-test can tell them apart."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import islice

from unbend.assessment.results import Side, worse_side
from unbend.catalogue.condition import Person
from unbend.catalogue.knowledge import SelfTest
from unbend.progress.observed import Observed, Result
from unbend.progress.span import Span
from unbend.record.state import TestResult


@dataclass(frozen=True)
class Sides:
    """The latest result with both sides. `error` is the difference that the test can measure, None where nobody knows;
    `worse` is the side that needs more, None when they are about the same or are not to be compared."""

    test: str
    day: date
    left: float
    right: float
    unit: str
    minimum: float
    maximum: float
    error: float | None
    worse: Side | None

    @property
    def code(self) -> str:
        """What may be said of them."""
        if self.worse is not None:
            return "sides-left-less" if self.worse is Side.LEFT else "sides-right-less"
        return "sides-not-known" if self.error is None else "sides-same"


def sides_of(seen: Observed, tests: Mapping[str, SelfTest], span: Span, person: Person) -> tuple[Sides, ...]:
    """For each test of two sides, how they stand now."""
    return tuple(
        sides
        for name, results in seen.results.items()
        for sides in islice(_latest_first(tests[name], results, span, person), 1)
    )


def _latest_first(test: SelfTest, results: Sequence[Result], span: Span, person: Person) -> Iterator[Sides]:
    for result in reversed(results):
        left, right = result.tested.left, result.tested.right
        if result.day in span and left is not None and right is not None:
            at = datetime.combine(result.day, time(), UTC)
            worse = worse_side(test, TestResult(test.id, at, left=left, right=right), person)
            yield Sides(test.id, result.day, left, right, test.unit, test.minimum, test.maximum, test.error, worse)
