"""What the tests of the safety rules share: an answer for raw findings, and the two ways to answer a finding."""

from support.people import Json, catalogue
from unbend.catalogue.condition import Value
from unbend.catalogue.knowledge import Finding
from unbend.catalogue.words import FindingType, Worrying
from unbend.record.state import Clearance
from unbend.record.values import values_of
from unbend.safety import SafetyAnswer, check

KNOWLEDGE = catalogue().safety
FINDINGS = KNOWLEDGE.findings
WORRYING = [f for f in FINDINGS.values() if f.type is FindingType.ANSWER and f.worrying is not Worrying.NEITHER]
GROWN_UP: Json = {"age": 40, "sex": "male", "duration-days": 30, "severity": 3, "where": ["low-back"]}
"""A grown-up with a sore back; the gate questions are not answered."""


def values(raw: Json) -> dict[str, Value]:
    """The findings as the check takes them."""
    return values_of(raw, FINDINGS, where="")


def answer(raw: Json, cleared: dict[str, Clearance] | None = None) -> SafetyAnswer:
    """The safety answer for raw findings."""
    return check(KNOWLEDGE, values(raw), cleared)


def calm(raw: Json, finding: Finding) -> Json:
    """The same person with the finding answered in the way that does not worry."""
    return raw | {finding.id: "no" if finding.worrying is Worrying.YES else "yes"}


def worried(raw: Json, finding: Finding, said: str = "") -> Json:
    """The same person with the finding answered in the way that worries, or as `said`."""
    return raw | {finding.id: said or ("yes" if finding.worrying is Worrying.YES else "no")}
