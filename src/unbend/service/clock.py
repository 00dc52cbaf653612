"""The clock of the machine, read in one place; everything below is told the date."""

from datetime import date, datetime


def today() -> date:
    """The date where the machine stands."""
    return datetime.now().astimezone().date()
