"""Taking the entries of a log in from outside."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from difflib import get_close_matches

from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.words import Allows
from unbend.record.entry import Entry
from unbend.record.errors import BadInput
from unbend.record.kinds import KINDS, Data
from unbend.record.kinds.answered import Answered
from unbend.record.kinds.audited import Audited
from unbend.record.kinds.cleared import Cleared
from unbend.record.kinds.declined import Declined
from unbend.record.kinds.practised import Done, Practised
from unbend.record.kinds.tested import Tested
from unbend.record.kinds.wished import Wished
from unbend.record.tests import results_of
from unbend.record.values import at, choice_at, choices_at, object_at, shown, values_of
from unbend.record.wishes import wishes_of

FELT = ("easy", "right", "hard")
_KEYS = ("id", "kind", "version", "happened_at", "data", "corrects")


def log_of(raw: object, catalogue: Catalogue, *, where: str = "log") -> tuple[Entry, ...]:
    """The entries of a JSON list. Raises BadInput for the first that cannot be taken."""
    if not isinstance(raw, list):
        raise BadInput(where, f"{shown(raw)} is not a list", "write a list of entries")
    return tuple(entry_of(item, catalogue, where=f"{where}[{number}]") for number, item in enumerate(raw))


def entry_of(raw: object, catalogue: Catalogue, *, where: str) -> Entry:
    """One entry. Raises BadInput."""
    fields = object_at(raw, where=where, keys=_KEYS)
    kind = choice_at(fields.get("kind"), tuple(KINDS), where=at(where, "kind"))
    version = fields.get("version", KINDS[kind].version)
    if isinstance(version, bool) or not isinstance(version, int) or version != KINDS[kind].version:
        raise BadInput(at(where, "version"), f"{shown(version)} is not known", f"write {KINDS[kind].version}")
    return Entry(
        id=text_at(fields, "id", where),
        kind=kind,
        happened_at=_time_at(fields, where),
        data=_READERS[kind](fields.get("data"), catalogue, at(where, "data")),
        corrects=text_at(fields, "corrects", where) if "corrects" in fields else None,
    )


def text_at(fields: Mapping[str, object], key: str, where: str) -> str:
    """A text that is not empty. Raises BadInput."""
    value = fields.get(key)
    if not isinstance(value, str) or not value.strip():
        raise BadInput(at(where, key), f"{shown(value)} is not a text", "write a text that is not empty")
    return value


def _time_at(fields: Mapping[str, object], where: str) -> datetime:
    place, allowed = at(where, "happened_at"), "write a time with its zone, such as 2026-03-01T07:30:00+00:00"
    value = fields.get("happened_at")
    time = _time_of(value) if isinstance(value, str) else None
    if time is None:
        raise BadInput(place, f"{shown(value)} is not a time", allowed)
    return time


def _time_of(text: str) -> datetime | None:
    """The time with its zone; None where it is none, or where it falls off the calendar in another zone."""
    try:
        time = datetime.fromisoformat(text)
        time.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return None if time.tzinfo is None else time


def _answered(raw: object, catalogue: Catalogue, where: str) -> Answered:
    fields = object_at(raw, where=where, keys=("findings",))
    return Answered(values_of(fields.get("findings"), catalogue.safety.findings, where=at(where, "findings")))


def _audited(raw: object, catalogue: Catalogue, where: str) -> Audited:
    fields = object_at(raw, where=where, keys=("audit",))
    return Audited(values_of(fields.get("audit"), catalogue.audit, where=at(where, "audit")))


def _tested(raw: object, catalogue: Catalogue, where: str) -> Tested:
    fields = object_at(raw, where=where, keys=("tests",))
    results = results_of(fields.get("tests"), catalogue.tests, where=at(where, "tests"))
    if len(results) != 1:
        raise BadInput(at(where, "tests"), f"{len(results)} tests are given", "write one test an entry")
    return results[0]


def _wished(raw: object, catalogue: Catalogue, where: str) -> Wished:
    fields = object_at(raw, where=where, keys=("wishes",))
    return Wished(wishes_of(fields.get("wishes"), catalogue.things, where=at(where, "wishes")))


def _cleared(raw: object, catalogue: Catalogue, where: str) -> Cleared:
    fields = object_at(raw, where=where, keys=("by", "covers", "allows"))
    covers = choices_at(fields.get("covers"), tuple(catalogue.safety.findings), where=at(where, "covers"))
    allows = Allows(choice_at(fields.get("allows"), tuple(Allows), where=at(where, "allows")))
    return Cleared(by=text_at(fields, "by", where), covers=covers, allows=allows)


def _practised(raw: object, catalogue: Catalogue, where: str) -> Practised:
    fields = object_at(raw, where=where, keys=("exercises",))
    done, place = fields.get("exercises"), at(where, "exercises")
    if not isinstance(done, list):
        raise BadInput(place, f"{shown(done)} is not a list", 'write a list such as [{"exercise": "easy-walk"}]')
    return Practised(tuple(_done(item, catalogue, f"{place}[{number}]") for number, item in enumerate(done)))


def _done(raw: object, catalogue: Catalogue, where: str) -> Done:
    fields = object_at(raw, where=where, keys=("exercise", "felt"))
    felt = choice_at(fields["felt"], FELT, where=at(where, "felt")) if "felt" in fields else None
    return Done(_exercise_at(fields, catalogue, where), felt)


def _declined(raw: object, catalogue: Catalogue, where: str) -> Declined:
    fields = object_at(raw, where=where, keys=("exercise", "why", "again"))
    again = fields.get("again", False)
    if not isinstance(again, bool):
        raise BadInput(at(where, "again"), f"{shown(again)} is not allowed", "write true or false")
    why = text_at(fields, "why", where) if "why" in fields else None
    return Declined(_exercise_at(fields, catalogue, where), why, again)


def _exercise_at(fields: Mapping[str, object], catalogue: Catalogue, where: str) -> str:
    value = fields.get("exercise")
    if not isinstance(value, str) or value not in catalogue.exercises:
        near = get_close_matches(value, catalogue.exercises, n=1) if isinstance(value, str) and len(value) < 99 else []
        allowed = f'did you mean "{near[0]}"?' if near else "`unbend catalogue list` names them all"
        raise BadInput(at(where, "exercise"), f"{shown(value)} is not known", allowed)
    return value


_READERS: Mapping[str, Callable[[object, Catalogue, str], Data]] = {
    "answered": _answered,
    "audited": _audited,
    "tested": _tested,
    "wished": _wished,
    "cleared": _cleared,
    "practised": _practised,
    "declined": _declined,
}
