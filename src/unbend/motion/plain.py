"""Landmarks as a browser hands them over: a row of numbers in whatever wrapping, made into points."""

from collections.abc import Sequence
from math import isfinite
from typing import Any

from unbend.body.camera import ORDER, Landmark

POINTS, NUMBERS = len(ORDER), 4
UNSEEN: Landmark = (0.0, 0.0, 0.0, 0.0)
# In shares of the picture or in metres: what is further off is no place, and its square is soon no number.
FARTHEST = 1e6
# What JavaScript's null and undefined may be called on this side.
NOTHING = ("JsNull", "JsUndefined", "NoneType")


def points_from(raw: Any, name: str) -> Sequence[Landmark] | None:
    """The 33 landmarks of a frame: from 132 numbers (x, y, z, visibility of each in turn), as a list, an array, a
    memoryview or a JavaScript proxy of one, or from 33 rows of 4. None where nobody was seen. A landmark with a number
    missing is one that is not seen. Raises ValueError saying what is wrong with `name`."""
    if is_nothing(raw):
        return None
    numbers = _numbers(raw.to_py() if hasattr(raw, "to_py") else raw, name)
    if len(numbers) != POINTS * NUMBERS:
        raise ValueError(f"{name}: there are {len(numbers)} numbers; give {POINTS * NUMBERS}, or nothing")
    found = [point_from(*numbers[i : i + NUMBERS]) for i in range(0, len(numbers), NUMBERS)]
    return found if any(point is not UNSEEN for point in found) else None


def is_nothing(raw: Any) -> bool:
    """Whether this is None, or JavaScript's null or undefined."""
    return type(raw).__name__ in NOTHING


def number_from(raw: Any, name: str) -> float:
    """A number that is finite. Raises ValueError."""
    value = _number(raw, name)
    if not isfinite(value):
        raise ValueError(f"{name}: this is no number; give a finite one")
    return value


def _numbers(raw: Any, name: str) -> list[float]:
    if isinstance(raw, str | bytes) or not hasattr(raw, "__iter__"):
        raise ValueError(f"{name}: this is no list of numbers; give {POINTS * NUMBERS} of them, or nothing")
    found: list[float] = []
    for item in raw:
        if hasattr(item, "__iter__") and not isinstance(item, str | bytes):
            found.extend(_number(value, name) for value in item)
        else:
            found.append(_number(item, name))
    return found


def _number(raw: Any, name: str) -> float:
    if is_nothing(raw):
        return float("nan")
    try:
        return float(raw)
    except (TypeError, ValueError, OverflowError):
        raise ValueError(f"{name}: something in it is no number; give numbers only") from None


def point_from(x: float, y: float, z: float, visibility: float) -> Landmark:
    """A landmark. One that has no place, or is further off than anything can be, is one that is not seen."""
    sound = abs(x) + abs(y) + abs(z) < FARTHEST and isfinite(visibility)
    return (x, y, z, min(max(visibility, 0.0), 1.0)) if sound else UNSEEN
