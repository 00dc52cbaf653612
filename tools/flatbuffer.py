"""As much of the FlatBuffers format as a model's metadata needs. Only the standard library.

A FlatBuffer holds tables whose fields point forward, by offsets from where they stand. So a new root can be put before
an old buffer and point into it, and not a byte of the old one is touched.
"""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

ALIGNED = 16  # what TensorFlow Lite asks of the data of a tensor


@dataclass(frozen=True)
class Number:
    """An unsigned number of up to four bytes."""

    value: int


@dataclass(frozen=True)
class Floats:
    """A vector of 32-bit numbers."""

    values: Sequence[float]


@dataclass(frozen=True)
class Old:
    """Something of the old buffer, at a position in it."""

    position: int


@dataclass(frozen=True)
class Table:
    """Fields by their place in the schema; all of them take four bytes here."""

    fields: "Mapping[int, Value]"


Value: TypeAlias = "Number | Floats | Old | Table | str | bytes | Sequence[Table | Old]"


@dataclass
class _Writer:
    """Writes from the front to the back: first what points, then what it points to."""

    identifier: bytes
    made: bytearray = field(default_factory=bytearray)
    into_old: list[tuple[int, int]] = field(default_factory=list)  # where a pointer stands, and its target

    def whole(self, root: Table, old: bytes) -> bytes:
        self.made += b"\0\0\0\0" + self.identifier
        self._point(0, root)
        self._pad(ALIGNED)
        for slot, target in self.into_old:
            self._set(slot, len(self.made) + target - slot)
        return bytes(self.made) + old

    def _point(self, slot: int, value: Value) -> None:
        """Writes the value at the end, and its distance into the slot."""
        if isinstance(value, Old):
            self.into_old.append((slot, value.position))
            return
        self._set(slot, self._write(value) - slot)

    def _write(self, value: Value) -> int:
        match value:
            case Table(fields):
                return self._table(fields)
            case str():
                return self._run(len(value.encode()), value.encode() + b"\0")
            case bytes():
                self._pad(ALIGNED, after=4)
                return self._run(len(value), value)
            case Floats(values):
                return self._run(len(values), struct.pack(f"<{len(values)}f", *values))
            case Number() | Old():
                raise TypeError(value)
        return self._vector(value)

    def _run(self, length: int, content: bytes) -> int:
        self._pad(4)
        start = len(self.made)
        self.made += struct.pack("<I", length) + content
        return start

    def _vector(self, values: Sequence[Table | Old]) -> int:
        start = self._run(len(values), bytes(4 * len(values)))
        for index, value in enumerate(values):
            self._point(start + 4 + 4 * index, value)
        return start

    def _table(self, fields: Mapping[int, Value]) -> int:
        """The list of where each field stands, then the table, then what its fields point to."""
        places = {name: 4 + 4 * index for index, name in enumerate(fields)}
        listed = [places.get(name, 0) for name in range(max(fields) + 1)]
        self._pad(4, after=2 * len(listed))
        list_at = len(self.made)
        self.made += struct.pack(f"<{2 + len(listed)}H", 4 + 2 * len(listed), 4 + 4 * len(fields), *listed)
        start = len(self.made)
        self.made += struct.pack("<i", start - list_at) + bytes(4 * len(fields))
        for name, value in fields.items():
            slot = start + places[name]
            self._set(slot, value.value) if isinstance(value, Number) else self._point(slot, value)
        return start

    def _set(self, slot: int, value: int) -> None:
        struct.pack_into("<I", self.made, slot, value)

    def _pad(self, to: int, *, after: int = 0) -> None:
        """So that what follows the next `after` bytes stands at a multiple of `to`."""
        self.made += bytes(-(len(self.made) + after) % to)


def written(root: Table, identifier: bytes, *, before: bytes = b"") -> bytes:
    """A buffer with this root. `before`: an old buffer that it stands before, whose values `Old` names."""
    return _Writer(identifier).whole(root, before)


@dataclass(frozen=True)
class Read:
    """A table in a buffer."""

    buffer: bytes
    position: int

    @staticmethod
    def root(buffer: bytes) -> "Read":
        """The outermost table."""
        return Read(buffer, _number(buffer, 0))

    def slot(self, name: int) -> int | None:
        """Where a field stands; None where the table has none."""
        listed = self.position - struct.unpack_from("<i", self.buffer, self.position)[0]
        size = struct.unpack_from("<H", self.buffer, listed)[0]
        place = struct.unpack_from("<H", self.buffer, listed + 4 + 2 * name)[0] if 4 + 2 * name < size else 0
        return self.position + place if place else None

    def number(self, name: int) -> int:
        """A field of four bytes; 0 where there is none, as the format has it."""
        slot = self.slot(name)
        return 0 if slot is None else _number(self.buffer, slot)

    def pointed(self, name: int) -> int | None:
        """The position of what a field points to."""
        slot = self.slot(name)
        return None if slot is None else slot + _number(self.buffer, slot)

    def positions(self, name: int) -> list[int]:
        """The positions of the tables in a vector."""
        start = self.pointed(name)
        if start is None:
            return []
        slots = range(start + 4, start + 4 + 4 * _number(self.buffer, start), 4)
        return [slot + _number(self.buffer, slot) for slot in slots]


def _number(buffer: bytes, position: int) -> int:
    return int(struct.unpack_from("<I", buffer, position)[0])
