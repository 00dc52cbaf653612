"""The clock of the machine, read in one place; everything below is told the time."""

from datetime import date, datetime
from zoneinfo import ZoneInfo


class MachineClock:
    """The machine's own clock; `zone` for people who have not told theirs, else the one where the machine stands."""

    def __init__(self, zone: str | None = None) -> None:
        self._zone = None if zone is None else ZoneInfo(zone)

    def now(self) -> datetime:
        """The present moment, with its zone."""
        return datetime.now().astimezone(self._zone)


def today() -> date:
    """The date where the machine stands."""
    return MachineClock().now().date()
