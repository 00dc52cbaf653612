"""What a chart shows, as values: no sizes, no colours."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Dot:
    """A value on a day, and the lowest and highest it stands for."""

    day: date
    value: float
    lowest: float
    highest: float


@dataclass(frozen=True)
class Line:
    """Dots joined by a line, parted where something is missing. `label` stands at its end, short."""

    label: str
    runs: tuple[tuple[Dot, ...], ...]

    @property
    def last(self) -> Dot | None:
        """The latest dot."""
        return self.runs[-1][-1] if self.runs else None


@dataclass(frozen=True)
class LineChart:
    """Lines over time on one scale. `band` is shaded: inside it a value is about the same as at first."""

    id: str
    title: str
    description: str
    lines: tuple[Line, ...]
    first: date
    last: date
    minimum: float
    maximum: float
    unit: str | None = None
    band: tuple[float, float] | None = None
    band_label: str = ""


@dataclass(frozen=True)
class Bar:
    """What was counted in the week that begins on a day. None is not known and has no bar."""

    day: date
    value: float | None
    planned: float | None = None


@dataclass(frozen=True)
class BarChart:
    """One bar a week, from nothing up. `heading` names what is counted, `planned_heading` what the small line is."""

    id: str
    title: str
    description: str
    bars: tuple[Bar, ...]
    heading: str
    planned_heading: str = ""
    unit: str | None = None


@dataclass(frozen=True)
class Pair:
    """Left and right of one thing, on its own scale. `note` says in words how they compare."""

    label: str
    left: float
    right: float
    minimum: float
    maximum: float
    unit: str
    note: str


@dataclass(frozen=True)
class Dumbbell:
    """The two sides of several things, one row each."""

    id: str
    title: str
    description: str
    pairs: tuple[Pair, ...]


@dataclass(frozen=True)
class Interval:
    """A difference, and between what it is likely to be."""

    label: str
    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Forest:
    """Differences from none, one row each. `less` and `more` say what lies on either side of none; `heading` and
    `value_heading` name the columns of the table."""

    id: str
    title: str
    description: str
    rows: tuple[Interval, ...]
    less: str
    more: str
    heading: str
    value_heading: str
