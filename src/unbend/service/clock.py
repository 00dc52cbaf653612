"""The clock of the machine, read in one place; everything below is told the time."""

from datetime import date, datetime


class MachineClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The present moment, with the zone where the machine stands."""
        return datetime.now().astimezone()


def today() -> date:
    """The date where the machine stands."""
    return MachineClock().now().date()
