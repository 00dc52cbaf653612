"""Records made entry by entry: what happened on which day."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random

from unbend.record.entry import Entry
from unbend.record.kinds import Data
from unbend.record.kinds.answered import Answered
from unbend.record.kinds.measured import Measured
from unbend.record.kinds.next_day import NextDay
from unbend.record.kinds.practised import Done, Practised
from unbend.record.kinds.tested import Tested
from unbend.record.kinds.walked import Walked

NOON = time(12, tzinfo=UTC)
KINDS = {
    Answered: "answered",
    Measured: "measured",
    NextDay: "next-day",
    Practised: "practised",
    Tested: "tested",
    Walked: "walked",
}


def on(day: date, data: Data, *, key: str | None = None, corrects: str | None = None) -> Entry:
    """An entry at noon of a day."""
    kind = KINDS[type(data)]
    return Entry(key or f"{kind}-{day}", kind, datetime.combine(day, NOON), data, corrects=corrects)


def workout(before: int | None = None, after: int | None = None, *, seconds: int | None = 900) -> Practised:
    """A workout of one exercise, with pain before and after it."""
    return Practised((Done("glute-bridge"),), pain_before=before, pain_after=after, seconds=seconds)


def result(test: str, *, value: float | None = None, left: float | None = None, right: float | None = None) -> Tested:
    """A self-test (a name that begins with Test would be taken for tests themselves)."""
    return Tested(test, value=value, left=left, right=right)


def long_record(last: date, *, weeks: int, seed: int = 1, per_day: int = 1) -> list[Entry]:
    """Weeks of workouts, walks, next-day answers, tests and questionnaires: better with time, some weeks left out."""
    chance = Random(seed)
    made: list[Entry] = []
    for days_ago in range(weeks * 7 - 1, -1, -1):
        day = last - timedelta(days=days_ago)
        level = 2.2 + 4 * days_ago / (weeks * 7)
        if chance.random() < 0.08 and days_ago % 5 == 0:
            continue
        for number in range(per_day):
            made += _day(day, level, chance, f"{day}-{number}")
    return made


def _day(day: date, level: float, chance: Random, key: str) -> list[Entry]:
    pain = max(0, min(10, round(chance.gauss(level, 1.2))))
    made: list[Data] = []
    if day.weekday() in (0, 2, 4):
        made.append(workout(pain, max(0, pain - chance.choice((0, 1, 1, 2))), seconds=chance.randint(600, 1500)))
    if day.weekday() in (1, 3, 5):
        made.append(NextDay(pain))
        made.append(Walked(chance.randint(10, 40)))
    if day.weekday() == 6:
        made.append(Answered({"severity": pain}))
    if day.day in (3, 17):
        made.append(Measured("peg", dict.fromkeys(("pain", "enjoyment", "general-activity"), pain)))
        left = chance.gauss(40 - 3 * level, 3)
        made.append(Tested("hip-rotation", left=round(left + 30), right=round(left + 42)))
        made.append(Tested("five-times-sit-to-stand", value=round(9 + level, 1)))
    return [on(day, data, key=f"{key}-{number}") for number, data in enumerate(made)]
