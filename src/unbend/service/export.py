"""Handing a person all that is kept of them: as lines that lose nothing, as a table, or both in one file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from unbend.exchange.export_format import Format
from unbend.exchange.log_file import Header, json_lines
from unbend.exchange.log_table import csv_lines
from unbend.exchange.zipped import zipped
from unbend.service.access import Right, require
from unbend.service.ports import Actor, Ports
from unbend.service.standing import local


@dataclass(frozen=True)
class Export:
    """A file to save: a name, and its content in pieces that are made while they are read."""

    name: str
    content: Iterator[bytes]


def export(actor: Actor, person: str, format_: Format, ports: Ports) -> Export:
    """All entries of the person. Raises NotAllowed before anything is read."""
    require(actor, person, Right.OWN, ports)
    now = local(ports.clock.now(), ports.store.state(person))
    name = f"unbend-{now:%Y-%m-%d}"
    match format_:
        case Format.LINES:
            content = _encoded(_lines(person, ports, now))
        case Format.TABLE:
            content = _encoded(csv_lines(ports.store.written(person)))
        case Format.BOTH:
            table = csv_lines(ports.store.written(person))
            files = {f"{name}.jsonl": _lines(person, ports, now), f"{name}.csv": table}
            content = zipped(files, made_at=now)
    return Export(f"{name}.{format_}", content)


def _lines(person: str, ports: Ports, now: datetime) -> Iterator[str]:
    known = ports.known
    header = Header(person, now.isoformat(), known.software, known.catalogue.hash)
    return json_lines(header, ports.store.written(person))


def _encoded(lines: Iterator[str]) -> Iterator[bytes]:
    return (line.encode() for line in lines)
