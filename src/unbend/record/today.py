"""What a state means on a date: durations have grown, and answers about something recent have lapsed."""

from collections.abc import Mapping
from datetime import date, timedelta

from unbend.catalogue.condition import Value
from unbend.catalogue.knowledge import Finding
from unbend.record.state import Known, State

_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}


def findings_on(
    state: State, findings: Mapping[str, Finding], today: date, *, ahead: timedelta = timedelta()
) -> dict[str, Value]:
    """The findings known on `today`, by id. A lapsed answer is absent, as if never asked: it never turns into no.

    `ahead` looks further on as if nothing else changed: pregnancies and durations grow by it, nothing lapses for it.
    """
    values = {key: _value_on(findings[key], known, today, ahead) for key, known in state.findings.items()}
    return {key: value for key, value in values.items() if value is not None}


def faded_on(state: State, findings: Mapping[str, Finding], today: date) -> dict[str, Value]:
    """The answers that have lapsed, as they were last given: what they ruled out may only be allowed once they are
    asked anew."""
    return {key: known.value for key, known in state.findings.items() if _has_lapsed(findings[key], known, today)}


def _has_lapsed(finding: Finding, known: Known, today: date) -> bool:
    return finding.lapses_after_days is not None and (today - known.at.date()).days > finding.lapses_after_days


def _value_on(finding: Finding, known: Known, today: date, ahead: timedelta) -> Value | None:
    days = (today - known.at.date()).days
    if _has_lapsed(finding, known, today):
        return None
    if finding.advances is not None and isinstance(known.value, float | int):
        return _advanced(finding, known.value, max(days, 0) + ahead.days)
    return known.value


def _advanced(finding: Finding, value: float, days: int) -> float | None:
    """The number moved on by the days gone by. Past its possible range (44 weeks pregnant) it is no longer known."""
    steps = days / _DAYS[finding.advances or "day"]
    whole = finding.whole or finding.advances == "year"  # nobody is 45.03
    moved = value + (int(steps) if whole else round(steps, 2))
    return moved if finding.maximum is None or moved <= finding.maximum else None


def audit_on(state: State) -> dict[str, Value]:
    """The audit answers, by id; they hold until answered anew."""
    return {key: known.value for key, known in state.audit.items()}
