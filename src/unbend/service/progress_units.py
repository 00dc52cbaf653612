"""Lengths as a person writes them: in inches for those who asked for imperial units."""

from dataclasses import replace

from unbend.progress import Comparison, Point, Progress, Series, Sides

_CENTIMETRES = 2.54
"""In an inch, by definition."""


def in_inches(progress: Progress) -> Progress:
    """The same with every length in inches; all else, and what a change means, stays as it is."""
    tests = tuple(_series(one) if one.unit == "cm" else one for one in progress.tests)
    sides = tuple(_sides(one) if one.unit == "cm" else one for one in progress.sides)
    return replace(progress, tests=tests, sides=sides)


def _inches(value: float) -> float:
    return value / _CENTIMETRES


def _where_known(value: float | None) -> float | None:
    return None if value is None else _inches(value)


def _series(series: Series) -> Series:
    return replace(
        series,
        runs=tuple(tuple(map(_point, run)) for run in series.runs),
        minimum=_inches(series.minimum),
        maximum=_inches(series.maximum),
        unit="in",
        band=None if series.band is None else (_inches(series.band[0]), _inches(series.band[1])),
        comparison=None if series.comparison is None else _comparison(series.comparison),
    )


def _point(point: Point) -> Point:
    value, lowest, highest = map(_inches, (point.value, point.lowest, point.highest))
    return replace(point, value=value, lowest=lowest, highest=highest)


def _comparison(found: Comparison) -> Comparison:
    return replace(found, first=_inches(found.first), last=_inches(found.last), error=_where_known(found.error))


def _sides(sides: Sides) -> Sides:
    left, right, minimum, maximum = map(_inches, (sides.left, sides.right, sides.minimum, sides.maximum))
    error = _where_known(sides.error)
    return replace(sides, left=left, right=right, minimum=minimum, maximum=maximum, error=error, unit="in")
