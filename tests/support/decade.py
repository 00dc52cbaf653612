"""Ten years of somebody's log: some 20,000 entries, the same for the same seed."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from support.examples import entries_of, example
from support.people import Json

DAYS = 3652
EXERCISES = ("easy-walk", "brace-standing", "bird-dog", "glute-bridge", "cat-cow", "rest-legs-up")


def decade(until: datetime, *, seed: int = 1) -> Iterator[Json]:
    """The entries, oldest first: everything answered at the start, then what a steady person tells day by day."""
    chance, begin = Random(seed), until - timedelta(days=DAYS)
    for number, raw in enumerate(entries_of(example("desk-worker"), begin)):
        yield {**raw, "id": f"begin-{number}"}
    for day in range(DAYS):
        for number, (kind, hour, data) in enumerate(_of_a_day(day, chance)):
            at = begin + timedelta(days=day, hours=hour)
            yield {"id": f"d{day}-{number}", "kind": kind, "happened_at": at.isoformat(), "data": data}
    yield from ({**raw, "id": f"again-{number}"} for number, raw in
                enumerate(entries_of(example("desk-worker"), until - timedelta(hours=2))))  # fmt: skip


def _of_a_day(day: int, chance: Random) -> Iterator[tuple[str, float, Json]]:
    pain = max(0, min(10, round(4 - day / 1500 + chance.gauss(0, 1.5))))
    yield "answered", 7, {"findings": {"severity": pain, "fever": "no", "major-trauma": "no", "chest-pain": "no"}}
    yield "walked", 12, {"minutes": chance.randint(5, 40)}
    yield "walked", 17, {"minutes": chance.randint(5, 40)}
    if day % 7 in (0, 2, 4):
        done = [{"exercise": key, "felt": chance.choice(("easy", "right", "hard"))} for key in EXERCISES]
        pains = {"pain_before": pain, "pain_after": max(0, pain - chance.randint(0, 2)), "effort": chance.randint(2, 6)}
        yield "practised", 18, {"exercises": done, "seconds": 1200, "ended": "finished", **pains}
        yield "read", 20, {"lesson": "eight-in-ten"}
    if day % 7 in (1, 3, 5):
        yield "next-day", 8, {"pain": pain, "compared": chance.choice(("better", "same", "worse"))}
        yield "audited", 21, {"audit": {"desk-hours": chance.randint(5, 10)}}
    if day % 28 == 6:
        yield (
            "measured",
            19,
            {"measure": "peg", "answers": dict.fromkeys(("pain", "enjoyment", "general-activity"), pain)},
        )
        yield "tested", 19.5, {"tests": {"side-plank": {"left": 15 + day // 100, "right": 30 + day // 120}}}
    if chance.random() < 0.7:
        yield "preferred", 22, {"voice": chance.random() < 0.5}
