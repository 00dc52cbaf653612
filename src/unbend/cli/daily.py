"""A copy of the database a day, as long as Unbend runs."""

import logging
from datetime import UTC, datetime, timedelta
from threading import Event, Thread

from unbend.record.errors import BadInput
from unbend.record.steps import CannotCopy
from unbend.service.backup import Database, Place, back_up, settle
from unbend.service.clock import MachineClock

SECONDS_BETWEEN_LOOKS = 60 * 60
DAY = timedelta(days=1)
LEEWAY = 60 * 60
"""Seconds by which the clock may have been set back a little."""


def keep_copies(database: Database, place: Place) -> None:
    """In the background: a copy whenever the newest is a day old, and none longer than was promised."""
    Thread(target=_keep, args=(database, place, Event()), daemon=True).start()


def _keep(database: Database, place: Place, never: Event) -> None:
    while not never.wait(SECONDS_BETWEEN_LOOKS):
        look(database, place, now=MachineClock().now())


def look(database: Database, place: Place, *, now: datetime) -> bool:
    """Make a copy if one is due; whether it was."""
    try:
        settle(database, place, now=now)
        if _newest(place, now) > now - DAY:
            return False
        back_up(database, place, now=now, note="daily")
    except (CannotCopy, BadInput, OSError) as error:
        logging.getLogger("unbend.backup").warning("no daily copy: %s", type(error).__name__)
        return False
    return True


def _newest(place: Place, now: datetime) -> datetime:
    """When the newest copy was made. One that a wrong clock dated into the days to come does not count."""
    times = [path.stat().st_mtime for path in place.backups.glob("unbend-*")]
    times = [made for made in times if made <= now.timestamp() + LEEWAY]
    return datetime.fromtimestamp(max(times, default=0), UTC)
