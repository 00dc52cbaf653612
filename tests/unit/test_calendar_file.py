"""The week's workouts as a calendar file that other programs can read."""

from datetime import UTC, date, datetime, time

from icalendar import Calendar, Event

from unbend.exchange.calendar_file import PlannedWorkout, calendar_file

MADE = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
TEXT = "Bridge, bird dog; then rest.\nGet help now if …  " + "ä" * 90
OPEN = PlannedWorkout("2026-03-02", date(2026, 3, 2), 20, "Workout: 20 minutes", TEXT)
TIMED = PlannedWorkout("2026-03-04", date(2026, 3, 4), 20, "Workout", "", begins=time(18, 45), change=2)


def events(*workouts: PlannedWorkout) -> list[Event]:
    calendar = Calendar.from_ical(calendar_file(workouts, name="Unbend", made_at=MADE))
    return [event for event in calendar.walk("VEVENT") if isinstance(event, Event)]


def test_what_is_written_is_read_back_with_all_its_letters() -> None:
    (event,) = events(OPEN)
    assert str(event["description"]) == TEXT
    assert str(event["summary"]) == "Workout: 20 minutes"


def test_without_a_time_it_is_a_whole_day_that_stays_free() -> None:
    (event,) = events(OPEN)
    assert (event.start, event.end) == (date(2026, 3, 2), date(2026, 3, 3))
    assert str(event["transp"]) == "TRANSPARENT"


def test_a_time_is_that_of_the_clock_wherever_the_person_is() -> None:
    (event,) = events(TIMED)
    assert isinstance(event.start, datetime)
    assert event.start.tzinfo is None
    assert (event.start.hour, event.start.minute) == (18, 45)
    assert event.duration.total_seconds() == 20 * 60


def test_a_moved_workout_keeps_its_name_and_counts_up() -> None:
    assert [(str(event["uid"]), event["sequence"]) for event in events(OPEN, TIMED)] == [
        ("2026-03-02@unbend", 0),
        ("2026-03-04@unbend", 2),
    ]


def test_every_event_is_private_and_every_line_short() -> None:
    written = calendar_file((OPEN, TIMED), name="Unbend", made_at=MADE)
    assert written.count(b"CLASS:PRIVATE") == 2
    assert written.endswith(b"\r\n")
    assert max(len(line) for line in written.split(b"\r\n")) <= 75


def test_the_same_week_is_written_the_same_each_time() -> None:
    assert calendar_file((OPEN,), name="Unbend", made_at=MADE) == calendar_file((OPEN,), name="Unbend", made_at=MADE)
