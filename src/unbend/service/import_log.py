"""Taking in a log that was exported elsewhere: first what it would do, line by line, then doing it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from unbend.exchange.log_file import Header, header_of, json_in
from unbend.exchange.zipped import unzipped
from unbend.record.errors import BadInput
from unbend.record.keeping import Kept, Written
from unbend.service.access import Right, require
from unbend.service.ports import Actor, Ports
from unbend.service.record import AHEAD, MOST_AT_ONCE, written

MOST_BYTES = 64 * 1024 * 1024
"""Of a file: many times the log of a lifetime."""
MOST_LINES = 200_000
"""More take minutes to read, and nobody else is answered meanwhile."""


@dataclass(frozen=True)
class NotTaken:
    """A line that cannot be taken, and why, in a sentence."""

    line: int
    why: str


@dataclass(frozen=True)
class Report:
    """What a file holds for a person: entries that are new, that are there already, and lines that cannot be taken.

    `other`: it was exported from the record of somebody else, or under another id.
    """

    header: Header
    new: int
    already: int
    not_taken: tuple[NotTaken, ...]
    other: bool

    @property
    def fine(self) -> int:
        """Lines that can be taken."""
        return self.new + self.already


@dataclass(frozen=True)
class _Line:
    number: int
    item: Written


def check_import(actor: Actor, person: str, content: bytes, ports: Ports) -> Report:
    """What taking the file in would do; nothing is stored. Raises NotAllowed, and BadInput where it is no export."""
    require(actor, person, Right.WRITE, ports)
    header, lines, bad = _read(content, ports)
    there = {str(json.loads(text)["id"]): text for text in ports.store.written(person)}
    kept: list[Kept] = []
    for line in lines:
        before = there.setdefault(line.item.entry.id, "")
        kept.append(Kept.STORED if not before else Kept.ALREADY if before == line.item.json else Kept.OTHER_CONTENT)
        there[line.item.entry.id] = before or line.item.json
    return _report(header, person, lines, kept, bad)


def import_log(actor: Actor, person: str, content: bytes, ports: Ports) -> Report:
    """Store what can be taken and is not there yet; taking it in twice changes nothing. Raises NotAllowed, and
    BadInput where the file is no export."""
    require(actor, person, Right.WRITE, ports)
    header, lines, bad = _read(content, ports)
    kept: list[Kept] = []
    for begin in range(0, len(lines), MOST_AT_ONCE):
        items = [line.item for line in lines[begin : begin + MOST_AT_ONCE]]
        kept += ports.store.append(person, items, now=ports.clock.now())
    return _report(header, person, lines, kept, bad)


def _read(content: bytes, ports: Ports) -> tuple[Header, list[_Line], list[NotTaken]]:
    numbered = _lines_of(content)
    header = header_of(next(numbered, (1, ""))[1], where="line 1")
    lines: list[_Line] = []
    bad: list[NotTaken] = []
    now = ports.clock.now()
    for number, text in numbered:
        try:
            lines.append(_Line(number, _item_in(text, now, ports)))
        except BadInput as error:
            bad.append(NotTaken(number, str(error)))
    return header, lines, bad


def _lines_of(content: bytes) -> Iterator[tuple[int, str]]:
    """The lines that hold something, with their numbers."""
    content = unzipped(content, ending=".jsonl", most=MOST_BYTES)
    if len(content) > MOST_BYTES:
        raise BadInput("the file", "it is too large", f"at most {MOST_BYTES // 1024 // 1024} MB are read")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput("the file", "it is no text in UTF-8", "choose a file that an export wrote") from None
    if text.count("\n") > MOST_LINES:
        raise BadInput("the file", "it is too long", f"at most {MOST_LINES} lines are read")
    return ((number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip())


def _item_in(text: str, now: datetime, ports: Ports) -> Written:
    """The entry of a line, as it will be kept: as it was written, where it names its version."""
    raw = json_in(text, where="line")
    item = written(raw, ports, where="entry")
    if item.entry.happened_at > now + AHEAD:
        raise BadInput("entry.happened_at", "it lies ahead", "set the clock of this machine")
    named = isinstance(raw, dict) and "version" in raw
    return replace(item, json=text.strip()) if named else item


def _report(header: Header, person: str, lines: list[_Line], kept: list[Kept], bad: list[NotTaken]) -> Report:
    """Adds to the lines that could not be read those that the record will not have."""
    conflicts = [
        NotTaken(line.number, "its id belongs to another entry")
        for line, what in zip(lines, kept, strict=True)
        if what not in (Kept.STORED, Kept.ALREADY)
    ]
    return Report(
        header=header,
        new=kept.count(Kept.STORED),
        already=kept.count(Kept.ALREADY),
        not_taken=tuple(sorted([*bad, *conflicts], key=lambda one: one.line)),
        other=header.person != person,
    )
