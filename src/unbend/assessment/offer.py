"""Which self-tests suit a person now (hard rule 2)."""

from collections.abc import Collection
from dataclasses import dataclass

from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.condition import Person
from unbend.catalogue.knowledge import SelfTest
from unbend.catalogue.words import Answer, Phase

MOST_PAIN = 3
"""Pain out of ten above which no test asks for endurance or the end of a range (hard rule 2)."""


@dataclass(frozen=True)
class Offer:
    """A self-test, and why it is not for now: `restriction`, `calm`, `pregnancy` or `pain`; None when it is."""

    test: SelfTest
    not_now: str | None


def offered_tests(
    catalogue: Catalogue, person: Person, *, phase: Phase, restrictions: Collection[str]
) -> tuple[Offer, ...]:
    """Every self-test with what keeps it back, if anything does. Pain that is not known counts as too much."""
    return tuple(Offer(test, _not_now(test, person, phase, restrictions)) for test in catalogue.tests.values())


def _not_now(test: SelfTest, person: Person, phase: Phase, restrictions: Collection[str]) -> str | None:
    if set(test.restrictions) & set(restrictions):
        return "restriction"
    if not test.effortful:
        return None
    if phase is Phase.CALM:
        return "calm"
    if person.values.get("pregnant") in (Answer.YES, Answer.UNSURE):
        return "pregnancy"
    return "pain" if _hurts_too_much(person) else None


def _hurts_too_much(person: Person) -> bool:
    severity = person.values.get("severity")
    return not isinstance(severity, float | int) or severity > MOST_PAIN
