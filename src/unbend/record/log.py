"""Taking the entries of a log in from outside."""

from collections.abc import Mapping
from datetime import UTC, datetime

from unbend.catalogue.catalogue import Catalogue
from unbend.record.entry import Entry
from unbend.record.errors import BadInput
from unbend.record.kinds import KINDS
from unbend.record.values import at, choice_at, object_at, shown, text_at

_KEYS = ("id", "kind", "version", "happened_at", "data", "corrects")
_KINDS = tuple(KINDS)
MOST_ID = 64
"""Letters of an id: any UUID, or a short word of one's own."""
_EARLIEST = 1900
"""The first days of the calendar fall off it when they are told in another zone: no page could be shown again."""


def log_of(raw: object, catalogue: Catalogue, *, where: str = "log") -> tuple[Entry, ...]:
    """The entries of a JSON list. Raises BadInput for the first that cannot be taken."""
    if not isinstance(raw, list):
        raise BadInput(where, f"{shown(raw)} is not a list", "write a list of entries")
    return tuple(entry_of(item, catalogue, where=f"{where}[{number}]") for number, item in enumerate(raw))


def entry_of(raw: object, catalogue: Catalogue, *, where: str) -> Entry:
    """One entry; data of an older version is read as if the present version had written it. Raises BadInput."""
    fields = object_at(raw, where=where, keys=_KEYS)
    name = choice_at(fields.get("kind"), _KINDS, where=at(where, "kind"))
    kind, version = KINDS[name], _version_at(fields, name, where)
    data = kind.upgraded(fields.get("data"), version)
    return Entry(
        id=text_at(fields, "id", where, most=MOST_ID),
        kind=name,
        happened_at=_time_at(fields, where),
        data=kind.read(data, catalogue, at(where, "data")),
        version=version,
        corrects=text_at(fields, "corrects", where, most=MOST_ID) if "corrects" in fields else None,
    )


def _version_at(fields: Mapping[str, object], kind: str, where: str) -> int:
    newest = KINDS[kind].version
    version = fields.get("version", newest)
    if isinstance(version, bool) or not isinstance(version, int) or not 1 <= version <= newest:
        allowed = f"write {newest}" if newest == 1 else f"write a number from 1 to {newest}"
        raise BadInput(at(where, "version"), f"{shown(version)} is not known", allowed)
    return version


def _time_at(fields: Mapping[str, object], where: str) -> datetime:
    place, allowed = at(where, "happened_at"), "write a time with its zone, such as 2026-03-01T07:30:00+00:00"
    value = fields.get("happened_at")
    time = _time_of(value) if isinstance(value, str) else None
    if time is None:
        raise BadInput(place, f"{shown(value)} is not a time", allowed)
    return time


def _time_of(text: str) -> datetime | None:
    """The time with its zone; None where it is none, or before anybody who lives now."""
    try:
        time = datetime.fromisoformat(text)
        time.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return None if time.tzinfo is None or time.year < _EARLIEST else time
