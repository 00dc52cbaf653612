"""Which findings a clinician's clearance still covers."""

from collections.abc import Mapping
from datetime import date

from unbend.record.state import Clearance, State


def cleared_findings(state: State, today: date) -> Mapping[str, Clearance]:
    """For each finding covered today, the clearance that covers it.

    A clearance covers only what it names, nothing that is newer than itself or has become worse since, and nothing
    before its own date.
    """
    covered: dict[str, Clearance] = {}
    for clearance in state.clearances:
        for finding in clearance.covers:
            if clearance.at.date() <= today and _still_covers(clearance, finding, state):
                covered[finding] = clearance
    return covered


def _still_covers(clearance: Clearance, finding: str, state: State) -> bool:
    known = state.findings.get(finding)
    return known is not None and known.since <= clearance.at
