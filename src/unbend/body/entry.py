"""Values out of plain data, each checked, with errors that name the place in the file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum
from typing import Any, TypeVar

from unbend.body.vector import Vector

E = TypeVar("E", bound=Enum)
Data = Mapping[str, Any]


class MovementError(ValueError):
    """A movement file is wrong; the message names file, exercise, pose and joint or key."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file something stands, for its error."""

    parts: tuple[str, ...]

    def of(self, part: str) -> "Place":
        """A place inside this one."""
        return Place((*self.parts, part))

    def wrong(self, what: str) -> MovementError:
        """The error that says what is wrong here."""
        return MovementError(f"{': '.join(self.parts)}: {what}")


def only(entry: Data, keys: set[str], place: Place) -> None:
    """Raise MovementError for a key that is none of `keys`."""
    for key in entry:
        if key not in keys:
            raise place.of(key).wrong(f"unknown key{nearest(key, keys)}")


def text_at(entry: Data, key: str, place: Place) -> str:
    """The word under a key. Raises MovementError when there is none."""
    value = entry.get(key)
    if not isinstance(value, str) or not value:
        raise place.of(key).wrong("missing; give a word")
    return value


def table_at(entry: Data, key: str, place: Place) -> Data:
    """The table under a key; empty when it is not there."""
    value = entry.get(key, {})
    if not isinstance(value, Mapping):
        raise place.of(key).wrong("must be a table")
    return value


def listed(entry: Data, key: str, place: Place) -> Sequence[Any]:
    """The list under a key; empty when it is not there."""
    value = entry.get(key, ())
    if isinstance(value, str) or not isinstance(value, Sequence):
        raise place.of(key).wrong("must be a list")
    return value


def flag_at(entry: Data, key: str, place: Place) -> bool:
    """True or false under a key; false when it is not there."""
    value = entry.get(key, False)
    if not isinstance(value, bool):
        raise place.of(key).wrong("must be true or false")
    return value


def number_at(value: Any, place: Place) -> float:
    """A finite number."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e6:
        raise place.wrong(f"{value!r} is no number")
    return float(value)


def vector_at(value: Any, place: Place) -> Vector:
    """Three numbers."""
    if isinstance(value, str) or not isinstance(value, Sequence) or len(value) != 3:
        raise place.wrong(f"{value!r}; give three numbers: forward, up, right")
    return number_at(value[0], place), number_at(value[1], place), number_at(value[2], place)


def word_at(kind: type[E], value: Any, place: Place) -> E:
    """The member of an enum that is written so."""
    return kind(one_of(value, [member.value for member in kind], place, kind.__name__.lower()))


def one_of(value: Any, allowed: Mapping[str, Any] | Sequence[str], place: Place, what: str) -> str:
    """A word that is allowed, or MovementError naming them; `what` says what kind of word it is."""
    if not isinstance(value, str) or value not in allowed:
        raise place.wrong(f"{value!r} is no {what}; known are {', '.join(allowed)}")
    return str(value)


def nearest(name: str, names: Iterable[str]) -> str:
    """A hint at the name that may have been meant; empty when none is near."""
    close = get_close_matches(name, list(names), 1)
    return f"; did you mean {close[0]!r}?" if close else ""
