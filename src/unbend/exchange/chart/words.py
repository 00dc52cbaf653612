"""The words and ways of writing that a chart is given, so that it can speak any language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Words:
    """Short names of the months from January on, and templates with {named} places."""

    months: tuple[str, ...]
    left: str
    right: str
    left_letter: str
    right_letter: str
    day_heading: str
    what_heading: str
    note_heading: str
    nothing: str
    missing: str = "–"  # noqa: RUF001
    decimal: str = "."
    short_day: str = "{day} {month}"
    long_day: str = "{day} {month} {year}"
    point: str = "{what}, {day}: {value}"
    range: str = "{value} ({lowest} to {highest})"
    label_with_unit: str = "{what}, {unit}"
    with_unit: str = "{value} {unit}"
    units: Mapping[str, str] = field(default_factory=dict)

    def unit(self, unit: str | None) -> str | None:
        """The unit as it is written for people; one without a name of its own stays as it is."""
        return None if unit is None else self.units.get(unit, unit)

    def day(self, day: date) -> str:
        """The day with its year."""
        return self.long_day.format(day=day.day, month=self.months[day.month - 1], year=day.year)

    def day_in_short(self, day: date) -> str:
        """The day without its year."""
        return self.short_day.format(day=day.day, month=self.months[day.month - 1])

    def number(self, value: float, unit: str | None = None) -> str:
        """The number with at most one decimal, and its unit."""
        written = f"{round(value, 1) + 0:g}".replace("-", "\N{MINUS SIGN}").replace(".", self.decimal)
        return self.with_unit.format(value=written, unit=unit) if unit else written
