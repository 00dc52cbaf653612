"""Made-up lives: mornings whose pain hangs on the mornings before, and habits that do something or do not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from math import exp, sqrt
from random import Random

from support.people import Json
from unbend.progress.helps import Morning, Mornings

FIRST = date(2025, 11, 3)
EXERCISES = (
    "abdominal-bracing", "bird-dog", "cat-cow-standing", "dead-bug-heel-taps", "glute-bridge", "mini-squat",
    "pelvic-tilt-lying", "plank", "side-plank-knees", "step-up",
)  # fmt: skip
WORKOUT_DAYS = (0, 2, 4)


@dataclass(frozen=True)
class Life:
    """How pain goes: its `usual` height, how much of a day's deviation is `carried` to the next, the `noise` of a day
    and of its telling (`unsure`), how far it `drifts` in a day for reasons of its own, a straight `trend` over all the
    time, and flares. What each thing adds to the next morning is in `effects`. `missing`: the share of mornings without
    an answer."""

    usual: float = 4
    carried: float = 0.5
    noise: float = 1
    unsure: float = 0
    drifts: float = 0
    trend: float = 0
    flares: bool = False
    missing: float = 0.1
    effects: Mapping[str, float] = field(default_factory=dict)


LIVES: Mapping[str, Life] = {
    "each day much by itself": Life(carried=0.2),
    "a bad day lasts": Life(carried=0.7, noise=0.9),
    "a bad day lasts long": Life(carried=0.9, noise=0.6),
    "... and telling it varies": Life(carried=0.9, noise=0.5, unsure=0.7),
    "it wanders for weeks": Life(carried=0.4, noise=0.8, drifts=0.35),
    "it gets steadily better": Life(carried=0.5, trend=-4, usual=5),
    "little pain, with flares": Life(carried=0.4, noise=0.7, usual=1.5, flares=True),
    "four in ten mornings missing": Life(missing=0.4),
}
"""Under each of them nothing that is done or left makes a difference, until `effects` say so."""


def lived(life: Life, random: Random, days: int) -> Mornings:
    """The mornings of so many days of it. The person works out less when in pain, sleeps in good and bad stretches and
    worse when in pain, sits on weekdays, walks more on days of workouts, and changes exercises after six weeks."""
    told: dict[int, int] = {}
    rows: list[Morning] = []
    drift, carried, night = 0.0, 0.0, 0.0
    plans = tuple(_plans(random))
    pain, before = life.usual, _Day()
    for day in range(days):
        night = 0.6 * night - 0.15 * (pain - life.usual) + random.gauss(0, 0.8)
        slept = "well" if night > 0.2 else "badly" if night < -0.8 else "so-so"
        drift += random.gauss(0, life.drifts)
        carried = life.carried * carried + random.gauss(0, life.noise) + before.adds(life, slept)
        pain = life.usual + drift + life.trend * (day / days - 0.5) + _flare(life, day) + carried
        if random.random() >= life.missing:
            told[day] = min(10, max(0, round(pain + random.gauss(0, life.unsure))))
            if day - 1 in told:
                rows.append(before.row(day, told, slept, random))
        before = _day(day, pain - life.usual, plans, random)
    return Mornings(tuple(rows), len(told))


def as_entries(mornings: Mornings) -> Iterator[Json]:
    """What a log holds of them, as JSON."""
    pains: dict[date, Json] = {row.day - timedelta(days=1): {"pain": row.before} for row in mornings.rows}
    for row in mornings.rows:
        more = {"slept": row.slept, "sat": row.sat}
        pains[row.day] = {"pain": row.pain, **{key: word for key, word in more.items() if word}}
    for day, pain in pains.items():
        yield _at(day, 7, "next-day", pain)
    for row in mornings.rows:
        before = row.day - timedelta(days=1)
        if row.workout:
            yield _at(before, 18, "practised", {"exercises": [{"exercise": name} for name in sorted(row.exercises)]})
        if row.walked:
            yield _at(before, 12, "walked", {"minutes": row.walked})


def _at(day: date, hour: int, kind: str, data: Mapping[str, object]) -> Json:
    when = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    return {"id": f"{kind}-{day}", "kind": kind, "happened_at": when.isoformat(), "data": data}


@dataclass(frozen=True)
class _Day:
    sat: str = "some"
    walked: int = 0
    exercises: frozenset[str] = frozenset()

    def adds(self, life: Life, slept: str) -> float:
        """What it and the night add to the pain of the next morning."""
        had = {f"slept-{slept}", f"sat-{self.sat}", *self.exercises}
        had |= {"walked"} if self.walked else set()
        had |= {"workout"} if self.exercises else set()
        return sum(points for thing, points in life.effects.items() if thing in had)

    def row(self, day: int, told: Mapping[int, int], slept: str, random: Random) -> Morning:
        return Morning(
            FIRST + timedelta(days=day),
            told[day],
            told[day - 1],
            slept if random.random() < 0.9 else None,
            self.sat if random.random() < 0.9 else None,
            self.walked,
            bool(self.exercises),
            self.exercises,
        )


def _day(day: int, worse: float, plans: tuple[tuple[str, ...], ...], random: Random) -> _Day:
    weekday = day % 7
    works_out = weekday in WORKOUT_DAYS and random.random() < 0.9 - 0.15 * max(0, worse)
    sat = random.choices(("little", "some", "much"), (1, 2, 4) if weekday < 5 else (4, 2, 1))[0]
    walked = random.choice((10, 20, 30)) if random.random() < (0.6 if works_out else 0.4) else 0
    plan = plans[2 * (day // 42 % 2) + (day // 2) % 2]
    return _Day(sat, walked, frozenset(plan) if works_out else frozenset())


def _plans(random: Random) -> Iterator[tuple[str, ...]]:
    """Two that alternate, and two that take their place; some exercises are in both."""
    for first in (0, 5):
        pool = random.sample(EXERCISES[first : first + 5], 5)
        yield tuple(pool[:3])
        yield tuple(pool[2:])


def _flare(life: Life, day: int) -> float:
    """Every five weeks or so pain is up, and settles within two."""
    return 3.5 * exp(-((day - 11) % 37) / 5) * sqrt(life.flares)
