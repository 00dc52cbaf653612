"""Histories: weeks of workouts with pains, efforts, mornings, gaps and corrections, as entries of a log.

`histories` draws them likely and unlikely; the steps and phases in them are what the log says was done, whoever planned
it. The days lie where the person is: `zone` is told at the beginning.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from support.people import Json, catalogue
from unbend.catalogue.words import Phase
from unbend.record import log as reading
from unbend.record.entry import Entry
from unbend.record.fold import fold
from unbend.record.state import State

BEGIN = datetime(2026, 1, 5, 12, tzinfo=UTC)
"""A Monday, on which every history begins at home."""

ZONES = ("Europe/London", "Asia/Tokyo", "Pacific/Auckland", "America/Los_Angeles")
EXERCISES = (
    *("bird-dog-table", "bird-dog-leg", "bird-dog", "bird-dog-sweep", "bird-dog-long-hold"),
    *("glute-squeeze-lying", "glute-bridge", "bridge-march", "single-leg-bridge"),
    *("cat-cow", "pelvic-tilt-kneeling", "mcgill-curl-up", "abdominal-bracing", "clamshell", "step-up"),
    *("diaphragm-breathing", "easy-walk", "brisk-walk", "calf-stretch-wall", "heel-press-lying"),
)
PHASES = tuple(phase.value for phase in Phase)


@dataclass(frozen=True)
class History:
    """The entries in the order they happened, and the moment at which they are looked at, where the person is."""

    log: tuple[Json, ...]
    now: datetime

    @property
    def workouts(self) -> list[Json]:
        """The workouts, in order of time."""
        return sorted((e for e in self.log if e["kind"] == "practised"), key=lambda e: (e["happened_at"], e["id"]))

    @property
    def ids(self) -> frozenset[str]:
        """All entries there are."""
        return frozenset(entry["id"] for entry in self.log)

    def with_changed(self, key: str, change: Callable[[Json], None]) -> "History":
        """The same with the data of one entry changed."""
        log = deepcopy(self.log)
        for entry in log:
            if entry["id"] == key:
                change(entry["data"])
        return History(log, self.now)

    def without(self, *keys: str) -> "History":
        """The same as if these had never been said."""
        return History(tuple(entry for entry in self.log if entry["id"] not in keys), self.now)

    def about(self, workout: str) -> tuple[str, ...]:
        """The answers that were given about a workout's next day."""
        return tuple(e["id"] for e in self.log if e["id"].startswith(f"{workout}-morning"))


def entries_of(log: Iterable[Json]) -> tuple[Entry, ...]:
    """The entries, read as if they came from outside."""
    return reading.log_of(list(log), catalogue())


def state_of(history: History) -> State:
    """What the history adds up to."""
    return fold(entries_of(history.log))


def told(key: str, kind: str, at: datetime, data: Mapping[str, object]) -> Json:
    """One entry."""
    return {"id": key, "kind": kind, "happened_at": at.isoformat(), "data": dict(data)}


def plan_given(key: str, at: datetime, phase: str, rule: str = "restore-otherwise") -> Json:
    """A plan in a phase, with nothing else in it."""
    monday = (at - timedelta(days=at.weekday())).date().isoformat()
    plan = {"phase": phase, "phase_why": {"params": {"by": rule}}, "sessions": []}
    content = {"monday": monday, "plan": plan}
    return told(key, "advised", at, {"what": "plan", "catalogue": "abc", "software": "0.1", "content": content})


def done(exercise: str, *, felt: str | None = "right", **more: Any) -> Json:
    """One exercise of a workout; it was done to the end unless told otherwise."""
    return {"exercise": exercise, **({} if felt is None else {"felt": felt}), **more}


def workout(key: str, at: datetime, *exercises: Json, phase: str = "restore", **more: Any) -> Json:
    """A workout that the back took well at the time, unless told otherwise."""
    around = {"pain_before": 2, "pain_during": 2, "pain_after": 2, "effort": 4, "ended": "finished", "phase": phase}
    kept = {name: value for name, value in {**around, **more}.items() if value is not None}
    return told(key, "practised", at, {"exercises": list(exercises), **kept})


def morning(key: str, at: datetime, pain: int = 2, **more: Any) -> Json:
    """The answer on the morning after a workout of that time."""
    return told(f"{key}-morning", "next-day", at + timedelta(hours=20), {"pain": pain, **more})


# Generated histories, each from a seed: drawing every number of them by Hypothesis takes ten times as long.


def histories(*, weeks: int = 7) -> st.SearchStrategy[History]:
    """Some weeks of somebody; half of them like real ones, where most goes well, and half where anything may be."""
    return st.integers(0, 2**32 - 1).map(lambda seed: history(seed, weeks=weeks))


def history(seed: int, *, weeks: int = 7) -> History:
    """The history of a seed."""
    chance = Random(seed)
    zone, wild = ZoneInfo(chance.choice(ZONES)), chance.random() < 0.5
    log = [told("zone", "preferred", BEGIN, {"time-zone": zone.key})]
    pool = chance.sample(EXERCISES, chance.randint(1, 5))
    at, phase = datetime(2026, 1, 5, 18, tzinfo=zone), chance.choice(PHASES)
    for number in range(chance.randint(1, weeks * 3)):
        if chance.random() < (0.1 if wild else 0.05):
            phase = chance.choice(PHASES)
            log.append(plan_given(f"p{number}", at - timedelta(minutes=5), phase, chance.choice(RULES)))
        log += _sitting(f"w{number}", at, phase, pool, chance, wild=wild)
        at += _until_the_next(chance, wild=wild)
    now = at - chance.choice((timedelta(hours=30), timedelta(hours=3), timedelta(0)))
    latest = max(datetime.fromisoformat(entry["happened_at"]) for entry in log)
    return History(tuple(log), max(now, latest + timedelta(minutes=1)).astimezone(zone))


RULES = ("restore-otherwise", "strengthen-no-pain", "on-to-strength", "back-a-stage", "flare-kinder-than-none")


def _until_the_next(chance: Random, *, wild: bool) -> timedelta:
    if wild and chance.random() < 0.3:
        return chance.choice((timedelta(0), timedelta(hours=3), *(timedelta(days=n) for n in (1, 5, 16, 30, 90))))
    return timedelta(days=chance.choice((1, 2, 2, 2, 3, 3)))


def _sitting(key: str, at: datetime, phase: str, pool: Sequence[str], chance: Random, *, wild: bool) -> Iterator[Json]:
    """A workout, and the morning after it as often as people tell."""
    before, some = chance.randint(0, 6 if wild else 3), chance.randint(1, 4)
    did = chance.choices(pool, k=some) if wild else chance.sample(pool, min(some, len(pool)))
    pains = {name: _pain(before, chance, wild=wild) for name in ("pain_during", "pain_after")}
    ended = chance.choice(("finished", "finished", "stopped", "hurt")) if wild else "finished"
    effort = chance.choice((0, 3, 4, 5, 6, 8) if wild else (3, 4, 5, 6))
    around = {"pain_before": before, **pains, "effort": effort, "ended": ended}
    untold = {name for name in around if wild and chance.random() < 0.1}
    items = [_tried(exercise, chance, wild=wild) for exercise in did]
    yield workout(key, at, *items, phase=phase, **{k: None if k in untold else v for k, v in around.items()})
    if chance.random() < (0.5 if wild else 0.9):
        compared = chance.choice((None, "same", "better", "worse") if wild else (None, "same", "better"))
        more = {} if compared is None else {"compared": compared}
        yield morning(key, at, _pain(before, chance, wild=wild), **more)


def _pain(before: int, chance: Random, *, wild: bool) -> int:
    if wild and chance.random() < 0.5:
        return chance.randint(0, 10)
    return max(0, before + chance.choice((0, 0, 0, 0, 0, 0, 0, -1, 1, 3)))


def _tried(exercise: str, chance: Random, *, wild: bool) -> Json:
    outcomes = ("done", "done", "part", "skipped", "hurt") if wild else ("done",) * 24 + ("part", "hurt")
    felt = chance.choice(("easy", "right", "right", "hard", None) if wild else ("easy", "right", "right"))
    item = done(exercise, felt=felt, outcome=chance.choice(outcomes))
    step = {"step": chance.choice((0, 0, 1, 1, 2, 4)) if wild else 4 if exercise.endswith("dog") else 1}
    sets = {"sets": chance.randint(1, 3)} if chance.random() < 0.8 else {}
    return item | step | sets if not wild or chance.random() < 0.8 else item


def places(history: History) -> Iterator[tuple[str, str]]:
    """Every answer in it that tells how the back took it, as the entry and the name of the answer."""
    for entry in history.log:
        if entry["kind"] == "practised":
            yield from ((entry["id"], name) for name in ("pain_during", "pain_after", "effort", "pain_before"))
        if entry["kind"] == "next-day":
            yield entry["id"], "pain"
