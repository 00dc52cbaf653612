"""What the camera saw of an exercise: counts, ranges and form. No picture and no landmark is ever written down."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from unbend.record.errors import BadInput
from unbend.record.values import Number, at, number_at, object_at, shown

SIDES = ("left", "right")
REPETITIONS = Number(0, 500, "repetitions", whole=True)
HELD = Number(0, 6 * 3600, "s")
DEGREES = Number(-360, 360, "degrees")
FORM = Number(0, 1, "0-1")
MOST_FAULTS = 20
MOST_NAME = 60
CODE = r"^[a-z0-9][a-z0-9-]*$"
MEASURE = r"^[a-z]+( [a-z]+)*$"
"""What the name of a measure may look like. Which there are is not asked: a later version may know others."""
_OF_SIDE = ("repetitions", "seconds", "range", "form")
_KEYS = (*_OF_SIDE, "measure", "sides", "faults")


@dataclass(frozen=True)
class Range:
    """From the least to the most, in degrees: what was seen, with the error of seeing it."""

    low: float
    high: float


@dataclass(frozen=True)
class SeenSide:
    """What was seen of one side, or of the whole: repetitions counted, seconds held, the range reached, and how close
    the movement came to its reference, from 0 to 1. None was not seen."""

    repetitions: int | None = None
    seconds: float | None = None
    range: Range | None = None
    form: float | None = None


@dataclass(frozen=True)
class Seen(SeenSide):
    """What was seen of an exercise. `measure`: of what the range is; `faults`: ids of the movement's faults."""

    measure: str | None = None
    sides: Mapping[str, SeenSide] = field(default_factory=dict, hash=False)
    faults: tuple[str, ...] = ()


def read_seen(raw: object, where: str) -> Seen:
    """What the camera saw, from JSON. Raises BadInput."""
    fields = object_at(raw, where=where, keys=_KEYS)
    sides = object_at(fields.get("sides", {}), where=at(where, "sides"), keys=SIDES)
    whole = _side({key: fields[key] for key in _OF_SIDE if key in fields}, where)
    return Seen(
        repetitions=whole.repetitions,
        seconds=whole.seconds,
        range=whole.range,
        form=whole.form,
        measure=_measure(fields["measure"], at(where, "measure")) if "measure" in fields else None,
        sides={side: _side(one, at(at(where, "sides"), side)) for side, one in sides.items()},
        faults=_faults(fields.get("faults", []), at(where, "faults")),
    )


def _side(raw: object, where: str) -> SeenSide:
    fields = object_at(raw, where=where, keys=_OF_SIDE)

    def number(key: str, allowed: Number) -> float | None:
        return number_at(fields[key], allowed, where=at(where, key)) if key in fields else None

    counted = number("repetitions", REPETITIONS)
    return SeenSide(
        repetitions=None if counted is None else int(counted),
        seconds=number("seconds", HELD),
        range=_range(fields["range"], at(where, "range")) if "range" in fields else None,
        form=number("form", FORM),
    )


def _range(raw: object, where: str) -> Range:
    fields = object_at(raw, where=where, keys=("low", "high"))
    low, high = (number_at(fields.get(key), DEGREES, where=at(where, key)) for key in ("low", "high"))
    if low > high:
        raise BadInput(where, f"{shown(low)} is more than {shown(high)}", "write the lower number as low")
    return Range(low, high)


def _measure(raw: object, where: str) -> str:
    if not isinstance(raw, str) or len(raw) > MOST_NAME or not re.fullmatch(MEASURE, raw):
        raise BadInput(
            where, f"{shown(raw)} is no measure", "write small letters and single spaces, as in knee flexion"
        )
    return raw


def _faults(raw: object, where: str) -> tuple[str, ...]:
    if not isinstance(raw, list):
        raise BadInput(where, f"{shown(raw)} is not a list", f"write a list of at most {MOST_FAULTS} ids")
    if len(raw) > MOST_FAULTS:
        raise BadInput(where, f"there are {len(raw)} ids", f"write at most {MOST_FAULTS}")
    for one in raw:
        if not isinstance(one, str) or len(one) > MOST_NAME or not re.fullmatch(CODE, one):
            raise BadInput(where, f"{shown(one)} is not an id", "write small letters, digits and hyphens")
    if len(set(raw)) < len(raw):
        raise BadInput(where, "the same id stands twice", "write each once")
    return tuple(raw)
