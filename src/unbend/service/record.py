"""Writing to a person's log: many entries at once from a device, or one that a page makes."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from unbend.record.entry import Entry
from unbend.record.errors import BadInput
from unbend.record.keeping import Kept, Written
from unbend.record.log import entry_of
from unbend.record.values import at
from unbend.service.access import Right, require
from unbend.service.ports import Actor, Ports

MOST_AT_ONCE = 500
AHEAD = timedelta(hours=26)
"""How far ahead a device's clock may be: somebody's evening is tomorrow's morning elsewhere, and clocks go wrong."""

_CODES = {
    Kept.OTHER_CONTENT: ("other-content", "this id belongs to another entry"),
    Kept.ERASED: ("erased", "this person's record was erased"),
}


@dataclass(frozen=True)
class Result:
    """What became of one entry: `stored`, `already` (it was there), or `refused` with a code and a sentence."""

    id: str
    outcome: str
    code: str | None = None
    message: str | None = None


def append(actor: Actor, person: str, raws: Sequence[object], ports: Ports) -> tuple[Result, ...]:
    """Store what can be stored; one bad entry does not hold up the others. Raises NotAllowed, and BadInput where
    there are too many."""
    if ports.store.tombstone(person) is None:
        require(actor, person, Right.WRITE, ports)
    if len(raws) > MOST_AT_ONCE:
        raise BadInput("entries", f"there are {len(raws)}", f"send at most {MOST_AT_ONCE} at once")
    now = ports.clock.now()
    read = [_read(raw, f"entries[{number}]", now, ports) for number, raw in enumerate(raws)]
    sound = [item for item in read if isinstance(item, Written)]
    kept = iter(ports.store.append(person, sound, now=now))
    return tuple(item if isinstance(item, Result) else _result(item.entry.id, next(kept)) for item in read)


def note(
    actor: Actor,
    person: str,
    kind: str,
    data: Mapping[str, object],
    ports: Ports,
    *,
    id_: str | None = None,
    happened_at: datetime | None = None,
    corrects: str | None = None,
) -> Entry:
    """Store one entry that happened now, unless told when; with a given id only once. `corrects`: the entry it stands
    in for. Raises NotAllowed, BadInput."""
    require(actor, person, Right.WRITE, ports)
    item = made(kind, data, ports, id_=id_, happened_at=happened_at, corrects=corrects)
    ports.store.append(person, [item], now=ports.clock.now())
    return item.entry


def made(
    kind: str,
    data: Mapping[str, object],
    ports: Ports,
    *,
    id_: str | None = None,
    happened_at: datetime | None = None,
    corrects: str | None = None,
) -> Written:
    """An entry of this kind as it will be written. Raises BadInput."""
    when = happened_at or ports.clock.now()
    raw: dict[str, object] = {"id": id_ or ports.ids.new(), "kind": kind, "happened_at": when.isoformat()}
    stands_for = {} if corrects is None else {"corrects": corrects}
    return written({**raw, "data": dict(data), **stands_for}, ports, where=kind)


def written(raw: object, ports: Ports, *, where: str) -> Written:
    """An entry from outside, read, and as it will be kept: with its version, in one line. Raises BadInput."""
    entry = entry_of(raw, ports.known.catalogue, where=where)
    fields = dict(raw) if isinstance(raw, dict) else {}
    return Written(entry, _one_line({"version": entry.version, **fields}, where))


def _one_line(fields: Mapping[str, object], where: str) -> str:
    """The JSON that is kept. Not everything that Python reads as JSON can be written to every database and file."""
    try:
        line = json.dumps(fields, ensure_ascii=False, sort_keys=True, allow_nan=False)
        line.encode()
    except ValueError:  # half a letter, or no number
        raise BadInput(where, "it holds what cannot be kept", "write whole letters and finite numbers") from None
    if not all(str(fields.get(key, "-")).isprintable() for key in ("id", "corrects")):
        raise BadInput(at(where, "id"), "it holds a control character", "write letters and digits")
    return line


def _read(raw: object, where: str, now: datetime, ports: Ports) -> Written | Result:
    try:
        item = written(raw, ports, where=where)
    except BadInput as error:
        return Result(_id_in(raw), "refused", "bad-input", str(error))
    if item.entry.happened_at > now + AHEAD:
        return Result(item.entry.id, "refused", "ahead", "its time lies ahead; set the clock of the device")
    return item


def _id_in(raw: object) -> str:
    value = raw.get("id") if isinstance(raw, dict) else None
    return value.encode(errors="replace").decode() if isinstance(value, str) else ""


def _result(id_: str, kept: Kept) -> Result:
    if kept in (Kept.STORED, Kept.ALREADY):
        return Result(id_, kept.value)
    code, message = _CODES[kept]
    return Result(id_, "refused", code, message)
