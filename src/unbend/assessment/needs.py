"""What this back needs, and why: everyone's weights, raised by causes and self-tests."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from unbend.assessment.results import tests_below
from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.condition import Person, Truth, judge
from unbend.catalogue.knowledge import Cause
from unbend.catalogue.words import Strength
from unbend.record.state import TestResult

_HEED = {
    Strength.HIGH: 1.0,
    Strength.MODERATE: 1.0,
    Strength.LOW: 0.75,
    Strength.VERY_LOW: 0.5,
    Strength.OPINION: 0.5,
}
"""How much of a cause's weight counts for how well its link to back pain is shown: the project's own choice."""

_HEED_TEST, _HEED_WEAK_TEST = 2.0, 1.0
"""A person's own measurement says more about them than a cause that plays a part for many: the project's own choice."""

MOST = 12.0
"""No need weighs more than this, however many causes point to it, so that none crowds out the rest."""


@dataclass(frozen=True)
class Raised:
    """One reason why a need weighs more: a code (`base`, `cause` or `test`), the id behind it, its sources."""

    code: str
    by: str | None
    weight: float
    sources: tuple[str, ...]
    unverified: str | None = None


@dataclass(frozen=True)
class Want:
    """How much a need weighs, and each reason for it, heaviest first."""

    need: str
    weight: float
    reasons: tuple[Raised, ...]


def wants(catalogue: Catalogue, person: Person, tests: Mapping[str, TestResult]) -> Mapping[str, Want]:
    """The weight of every need for this person. Only what is certain counts; nothing is raised by a missing answer."""
    raised: dict[str, list[Raised]] = {
        need.id: [Raised("base", None, 2.0 * need.base, need.sources)] for need in catalogue.needs.values()
    }
    for need, reason in (*_by_causes(catalogue.causes, person), *_by_tests(catalogue, person, tests)):
        raised[need].append(reason)
    return {need: _want(need, reasons) for need, reasons in raised.items()}


def causes_of(causes: Iterable[Cause], person: Person) -> tuple[Cause, ...]:
    """The contributors that this person's answers point to."""
    return tuple(cause for cause in causes if judge(cause.when, person).truth is Truth.TRUE)


def _by_causes(causes: Iterable[Cause], person: Person) -> Iterable[tuple[str, Raised]]:
    for cause in causes_of(causes, person):
        for need, weight in cause.raises.items():
            yield need, Raised("cause", cause.id, _HEED[cause.evidence] * weight, cause.sources, cause.unverified)


def _by_tests(catalogue: Catalogue, person: Person, tests: Mapping[str, TestResult]) -> Iterable[tuple[str, Raised]]:
    for test in tests_below(catalogue.tests, person, tests):
        for need, weight in test.raises.items():
            yield (
                need,
                Raised(
                    "test",
                    test.id,
                    (_HEED_WEAK_TEST if test.weak else _HEED_TEST) * weight,
                    test.sources,
                    test.unverified,
                ),
            )


def _want(need: str, reasons: list[Raised]) -> Want:
    heaviest_first = tuple(sorted((r for r in reasons if r.weight > 0), key=lambda r: -r.weight))
    return Want(need, min(MOST, sum(r.weight for r in reasons)), heaviest_first)
