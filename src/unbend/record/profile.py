"""Taking a profile in from outside: what a person says of themselves, and optionally their log so far."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.condition import Value
from unbend.record.entry import Entry
from unbend.record.errors import BadInput
from unbend.record.kinds.answered import Answered
from unbend.record.kinds.audited import Audited
from unbend.record.kinds.tested import results_of
from unbend.record.kinds.wished import Wished
from unbend.record.log import log_of
from unbend.record.values import at, object_at, shown, values_of
from unbend.record.whole_log import check_log
from unbend.record.wishes import wishes_of

KEYS = ("about", "answered-on", "findings", "audit", "tests", "wishes", "log")


@dataclass(frozen=True)
class Profile:
    """A profile as the entries it stands for: its own answers, then its log."""

    entries: tuple[Entry, ...]


def profile_of(raw: object, catalogue: Catalogue, *, today: date) -> Profile:
    """The profile in a JSON object. Its answers are from `answered-on`, or else from just before the log begins, or
    else from today. Raises BadInput for the first thing that cannot be taken."""
    fields = _fields(raw, catalogue)
    log = log_of(fields["log"], catalogue) if "log" in fields else ()
    check_log(log, today=today)
    when = _answered_on(fields, log, today)
    answers = [
        Entry("profile-findings", "answered", when, Answered(_findings(fields, catalogue))),
        Entry(
            "profile-audit",
            "audited",
            when,
            Audited(values_of(fields.get("audit", {}), catalogue.audit, where="audit")),
        ),
        Entry("profile-wishes", "wished", when, Wished(wishes_of(fields.get("wishes", {}), catalogue.things))),
    ]
    tested = [
        Entry(f"profile-test-{result.test}", "tested", when, result)
        for result in results_of(fields.get("tests", {}), catalogue.tests)
    ]
    return Profile((*answers, *tested, *log))


def _fields(raw: object, catalogue: Catalogue) -> dict[str, object]:
    for key in raw if isinstance(raw, dict) else ():
        if key not in KEYS and key in catalogue.safety.findings:
            raise BadInput(str(key), "a finding stands by itself", 'write all findings inside "findings": {...}')
    fields = object_at(raw, where="", keys=KEYS)
    if "about" in fields and not isinstance(fields["about"], str):
        raise BadInput("about", f"{shown(fields['about'])} is not a text", "write a note, or leave it out")
    return fields


def _findings(fields: dict[str, object], catalogue: Catalogue) -> dict[str, Value]:
    if "findings" not in fields:
        raise BadInput("findings", "missing", "write an object of findings; `unbend schema findings` lists them")
    return values_of(fields["findings"], catalogue.safety.findings, where="findings")


def _answered_on(fields: dict[str, object], log: tuple[Entry, ...], today: date) -> datetime:
    if "answered-on" in fields:
        return _start_of(_date_at(fields["answered-on"], today))
    return min((entry.happened_at for entry in log), default=_start_of(today))


def _date_at(raw: object, today: date) -> date:
    allowed = f"write a date such as 2026-03-01, not after {today}"
    try:
        day = date.fromisoformat(raw) if isinstance(raw, str) else None
    except ValueError:
        day = None
    if day is None or day > today:
        raise BadInput(at("", "answered-on"), f"{shown(raw)} is not allowed", allowed)
    return day


def _start_of(day: date) -> datetime:
    return datetime.combine(day, time(0), tzinfo=UTC)
