"""Whole numbers as options of the command line."""

from collections.abc import Callable

from unbend.record.errors import BadInput
from unbend.record.values import Number, number_at, shown


def whole(option: str, least: int, most: int) -> Callable[[str | int], int]:
    """What reads the option, or takes its default. It raises BadInput saying what is allowed."""

    def read(text: str | int) -> int:
        try:
            return int(number_at(int(str(text)[:40]), Number(least, most, "", whole=True), where=option))
        except ValueError:
            allowed = f"write a whole number from {least} to {most}"
            raise BadInput(option, f"{shown(text)} is not a whole number", allowed) from None

    return read


def number(option: str, least: float, most: float) -> Callable[[str | float], float]:
    """The same for a number with a fraction."""

    def read(text: str | float) -> float:
        try:
            value = float(str(text)[:40])
            return number_at(int(value) if value.is_integer() else value, Number(least, most, ""), where=option)
        except ValueError:
            allowed = f"write a number from {least:g} to {most:g}"
            raise BadInput(option, f"{shown(text)} is not a number", allowed) from None

    return read
