"""The week's workouts as an iCalendar file, for the calendar of a phone or a computer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

_MADE_BY = "-//Unbend//Week of workouts//EN"


@dataclass(frozen=True)
class PlannedWorkout:
    """A workout on a day. `id` stays when it is moved, so that a calendar moves it too; `change` counts up with each
    new version. `begins` is by the clock where the person is; None leaves the time of day open."""

    id: str
    day: date
    minutes: int
    title: str
    text: str
    begins: time | None = None
    change: int = 0


def calendar_file(workouts: Iterable[PlannedWorkout], *, name: str, made_at: datetime) -> bytes:
    """The workouts as a file in UTF-8. Nothing in it says whose they are, and they are marked as private."""
    calendar = Calendar()
    calendar.add("prodid", _MADE_BY)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    for workout in workouts:
        calendar.add_component(_event(workout, made_at))
    written: bytes = calendar.to_ical()
    return written


def _event(workout: PlannedWorkout, made_at: datetime) -> Event:
    event = Event()
    event.add("uid", f"{workout.id}@unbend")
    event.add("dtstamp", made_at.astimezone(UTC))
    event.add("sequence", workout.change)
    event.add("summary", workout.title)
    event.add("description", workout.text)
    event.add("class", "PRIVATE")
    for key, value in _when(workout):
        event.add(key, value)
    return event


def _when(workout: PlannedWorkout) -> tuple[tuple[str, date | str], ...]:
    """A time without a zone is the time wherever the person is then. Without a time it is a whole day, kept free."""
    if workout.begins is None:
        return ("dtstart", workout.day), ("dtend", workout.day + timedelta(days=1)), ("transp", "TRANSPARENT")
    begins = datetime.combine(workout.day, workout.begins.replace(tzinfo=None))
    return ("dtstart", begins), ("dtend", begins + timedelta(minutes=workout.minutes))
