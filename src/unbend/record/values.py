"""Taking answers in from outside: each is checked against what the catalogue declares, and refused in one line."""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Protocol

from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.condition import Value
from unbend.catalogue.words import Answer, FindingType
from unbend.record.errors import BadInput, one_line

FEW = 15
"""Words that can be told in one line; of more, only the nearest is."""

_ANSWERS = tuple(Answer)
MOST_TEXT = 2000
"""Letters of a note: a good page, and no place to keep files in."""


class Declared(Protocol):
    """What the catalogue says an answer may be: a finding or an audit item."""

    @property
    def type(self) -> FindingType: ...
    @property
    def unit(self) -> str | None: ...
    @property
    def minimum(self) -> float | None: ...
    @property
    def maximum(self) -> float | None: ...
    @property
    def whole(self) -> bool: ...
    @property
    def options(self) -> tuple[str, ...]: ...


@dataclass(frozen=True)
class Number:
    """A number inside a range, declared by code rather than by the catalogue."""

    minimum: float
    maximum: float
    unit: str
    whole: bool = False
    type: FindingType = FindingType.NUMBER
    options: tuple[str, ...] = ()


def values_of(raw: object, declared: Mapping[str, Declared], *, where: str) -> dict[str, Value]:
    """The answers in a JSON object, by id. Raises BadInput for the first that cannot be taken."""
    answers = object_at(raw, where=where, keys=declared)
    return {key: value_of(value, declared[key], where=at(where, key)) for key, value in answers.items()}


def value_of(raw: object, declared: Declared, *, where: str) -> Value:
    """One answer. Raises BadInput saying what is allowed."""
    match declared.type:
        case FindingType.ANSWER:
            return Answer(choice_at(raw, _ANSWERS, where=where))
        case FindingType.NUMBER:
            return number_at(raw, declared, where=where)
        case FindingType.CHOICE:
            return choice_at(raw, declared.options, where=where)
        case FindingType.CHOICES:
            return choices_at(raw, declared.options, where=where)


def at(where: str, key: str) -> str:
    """The place of a key inside a place."""
    return f"{where}.{key}" if where else key


def object_at(raw: object, *, where: str, keys: Mapping[str, object] | tuple[str, ...]) -> dict[str, object]:
    """A JSON object with no keys but `keys`. Raises BadInput."""
    if not isinstance(raw, dict):
        raise BadInput(where or "the file", f"{shown(raw)} is not an object", "write {...}")
    for key in raw:
        if key not in keys:
            raise BadInput(at(where, one_line(str(key), most=40) or '""'), "unknown key", _near(key, tuple(keys)))
    return raw


def choice_at(raw: object, options: tuple[str, ...], *, where: str) -> str:
    """One of the options. Raises BadInput."""
    if not isinstance(raw, str) or raw not in options:
        allowed = "write " + _either(options) if len(options) <= FEW else _near(raw, options)
        raise BadInput(where, f"{shown(raw)} is not allowed", allowed)
    return raw


def choices_at(raw: object, options: tuple[str, ...], *, where: str) -> tuple[str, ...]:
    """A list of options, none twice. Raises BadInput."""
    if not isinstance(raw, list):
        raise BadInput(where, f"{shown(raw)} is not a list", f'write a list such as ["{options[0]}"]')
    chosen = tuple(choice_at(item, options, where=where) for item in raw)
    if len(set(chosen)) < len(chosen):
        raise BadInput(where, "the same word stands twice", "write each once")
    return chosen


def number_at(raw: object, declared: Declared, *, where: str) -> float:
    """A number inside its range. Raises BadInput."""
    if isinstance(raw, bool) or not isinstance(raw, int | float) or (isinstance(raw, float) and not math.isfinite(raw)):
        raise BadInput(where, f"{shown(raw)} is not a number", _range_in_words(declared))
    if declared.whole and raw != int(raw):
        raise BadInput(where, f"{shown(raw)} is not a whole number", _range_in_words(declared))
    if (declared.minimum is not None and raw < declared.minimum) or (
        declared.maximum is not None and raw > declared.maximum
    ):
        raise BadInput(where, f"{shown(raw)} is out of range", _range_in_words(declared))
    return raw


def text_at(fields: Mapping[str, object], key: str, where: str, *, most: int = MOST_TEXT) -> str:
    """A text that is not empty. Raises BadInput."""
    value = fields.get(key)
    if not isinstance(value, str) or not value.strip():
        raise BadInput(at(where, key), f"{shown(value)} is not a text", "write a text that is not empty")
    if len(value) > most:
        raise BadInput(at(where, key), f"it has {len(value)} letters", f"write at most {most}")
    return value


def flag_at(fields: Mapping[str, object], key: str, where: str) -> bool | None:
    """True or false; None where the key is left out. Raises BadInput."""
    value = fields.get(key)
    if key in fields and not isinstance(value, bool):
        raise BadInput(at(where, key), f"{shown(value)} is not allowed", "write true or false")
    return value if isinstance(value, bool) else None


def date_at(fields: Mapping[str, object], key: str, where: str) -> date:
    """A date of the calendar. Raises BadInput."""
    value = fields.get(key)
    try:
        return date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        raise BadInput(at(where, key), f"{shown(value)} is not a date", "write a date such as 2026-03-01") from None


def exercise_at(fields: Mapping[str, object], key: str, catalogue: Catalogue, where: str) -> str:
    """The id of an exercise of the catalogue. Raises BadInput."""
    return exercise_of(fields.get(key), catalogue.exercises, where=at(where, key))


def exercise_of(raw: object, exercises: Collection[str], *, where: str) -> str:
    """The id of one of these exercises. Raises BadInput naming the nearest, or what names them all."""
    if not isinstance(raw, str) or raw not in exercises:
        near = get_close_matches(raw, exercises, n=1) if isinstance(raw, str) and len(raw) < 99 else []
        allowed = f'did you mean "{near[0]}"?' if near else "`unbend catalogue list` names them all"
        raise BadInput(where, f"{shown(raw)} is not known", allowed)
    return raw


def shown(raw: object) -> str:
    """A value as a person would recognise it, cut short."""
    match raw:
        case None:
            return "null"
        case bool():
            return str(raw).lower()
        case dict():
            return "an object"
        case list():
            return "a list"
        case str():
            return f'"{one_line(raw, most=40)}"'
    return one_line(str(raw), most=40)


def _range_in_words(declared: Declared) -> str:
    kind = "a whole number" if declared.whole else "a number"
    unit = f" ({declared.unit})" if declared.unit else ""
    if declared.minimum is None or declared.maximum is None:
        return f"write {kind}{unit}"
    return f"write {kind} from {declared.minimum:.10g} to {declared.maximum:.10g}{unit}"


def _either(options: tuple[str, ...]) -> str:
    words = [f'"{option}"' for option in options]
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " or " + words[-1]


def _near(key: object, keys: tuple[str, ...]) -> str:
    near = get_close_matches(one_line(str(key), most=40), keys, n=1) if isinstance(key, str) else []
    if near:
        return f'did you mean "{near[0]}"?'
    return "known are " + ", ".join(keys) if len(keys) <= FEW else "`unbend schema profile` lists the known ones"
