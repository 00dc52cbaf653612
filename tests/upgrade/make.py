"""Writes what the present version leaves behind, for the versions to come: `python tests/upgrade/make.py FOLDER`.

It is run once for each release, and what it wrote is never changed again: a database as SQL, an export, the state that
both fold to, and what a browser keeps.
"""

import json
import os
import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parents[1]
NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
PERSON = "5f1d7c30-6a0e-4d5a-9a6c-2f8e0b7d4a11"
ERASED = "0b8e2f64-93c1-4b7e-8d25-71c9a4e6f302"
BATCH = 7
Json = dict[str, Any]


def main(folder: Path) -> None:
    """Make everything anew, in a folder that is not there yet."""
    folder.mkdir(parents=True)
    data = Path(tempfile.mkdtemp(prefix="unbend-make-"))
    try:
        _open(data)
        script = _fill()
        _write(folder, script)
        (folder / "database.sql").write_text(_sql(data / "unbend.sqlite3"), encoding="utf-8")
    finally:
        shutil.rmtree(data)


def _open(data: Path) -> None:
    os.environ |= {"UNBEND_DATA": str(data), "UNBEND_SECRET_KEY": "no secret " * 6}
    sys.path[:0] = [str(TESTS)]
    from unbend.settings.start import database, open_django, told

    open_django(told())
    database().migrate()


def _fill() -> Json:
    """The person, their log, their plan; a workout's script as their browser gets it."""
    from support.house import Somebody, ports
    from unbend.record.keeping import Role
    from unbend.service.planning import week_of
    from unbend.service.ports import Actor
    from unbend.service.workout import Addresses, script_now
    from unbend.store.models import Access, ErasedPerson, Person, User
    from unbend.workout.as_json import script_as_json
    from unbend.workout.script import Script, Variant

    account = User.objects.at_home()
    account.last_login = account.date_joined = NOW
    account.save()
    person = Person.objects.create(pk=PERSON, name="Alice", created_at=NOW)
    Access.objects.create(account=account, person=person, role=Role.SELF)
    ErasedPerson.objects.create(pk=ERASED, erased_at=NOW, backups_until=NOW)
    alice, everything = Somebody(Actor(account.pk), PERSON), ports(NOW)
    entries = log()
    for begin in range(0, len(entries), BATCH):
        refused = [result for result in alice.said(*entries[begin : begin + BATCH]) if result.outcome != "stored"]
        if refused:
            raise ValueError(f"not stored: {refused}")
    week_of(alice.actor, PERSON, everything)
    addresses = Addresses(
        letter="/letter/",
        figure=lambda *parts: f"/figures/{'-'.join(map(str, parts))}.svg",
        reference=lambda exercise: f"/figures/{exercise}.json",
    )
    made = script_now(alice.actor, PERSON, Variant.SHORT, addresses, everything)
    if not isinstance(made, Script):
        raise TypeError(f"there is no script: {made}")
    everything.store.state(PERSON)
    whole = script_as_json(made)
    items: Any = whole["items"]
    return {**whole, "items": items[:2]}


def log() -> list[Json]:
    """An entry of every kind, in every version that can be read, with a correction."""
    from support.people import person

    found = person(4)["findings"]
    return [
        said("answered", 1, {"findings": {**found, "severity": 6}}, key="first-answer"),
        said("answered", 18, {"findings": {**found, "severity": 5}}, corrects="first-answer"),
        said("audited", 2, {"audit": {"desk-hours": 7}}),
        said("tested", 3, {"tests": {"hip-rotation": {"left": 31.5, "right": 40}}}),
        said("wished", 3, {"wishes": {"minutes": 15, "days": ["monday", "wednesday", "friday"], "equipment": ["mat"]}}),
        said("cleared", 4, {"by": "Dr A", "covers": ["leg-pain"], "allows": "gentle"}),
        said("declined", 4, {"exercise": "plank", "why": "my wrist, naïve ö 🙂"}),
        said("declined", 5, {"exercise": "plank", "again": True}),
        said("practised", 5, {"exercises": [{"exercise": "glute-bridge", "felt": "easy"}]}, version=1),
        said("practised", 9, {"script": "s", "exercises": [
            {"exercise": "glute-bridge", "outcome": "done", "felt": "right", "sets": 2, "seconds": 80},
            {"exercise": "easy-walk", "outcome": "skipped"}],
            "pain_before": 4, "pain_during": 4, "pain_after": 3, "effort": 5, "note": "good", "seconds": 600,
            "ended": "finished"}, version=2),
        said("practised", 7, {"script": "s", "phase": "restore", "exercises": [
            {"exercise": "glute-bridge", "outcome": "done", "felt": "right", "step": 1, "sets": 2, "seconds": 80}],
            "pain_before": 4, "pain_during": 4, "pain_after": 4, "pain_sort": ["travels"], "effort": 5,
            "ended": "hurt"}, version=3),
        said("practised", 12, {"script": "s", "phase": "restore", "exercises": [
            {"exercise": "glute-bridge", "felt": "right", "step": 1, "sets": 2, "seconds": 80, "repetitions": 9,
             "camera": {"repetitions": 8, "range": {"low": 40, "high": 50}, "form": 0.8, "measure": "hip flexion"}}],
            "pain_before": 4, "pain_after": 4, "effort": 5, "ended": "finished"}),
        said("next-day", 10, {"pain": 3, "compared": "better"}, version=1),
        said("next-day", 8, {"pain": 4, "compared": "same", "slept": "so-so", "sat": "much"}, version=2),
        said("kept", 12, {"exercise": "glute-bridge"}),
        said("measured", 10, {"measure": "rmdq-24", "answers": {}}),
        said("walked", 11, {"minutes": 20}),
        said("moved", 11, {"from": "2026-03-13", "to": "2026-03-14"}),
        said("moved", 11, {"from": "2026-03-11"}, key="left-out"),
        said("swapped", 12, {"exercise": "glute-bridge", "to": "glute-bridge"}),
        said("put-off", 13, {"exercise": "glute-bridge"}),
        said("preferred", 13, {"units": "metric", "time-zone": "Europe/Berlin", "country": "DE", "voice": False}),
        said("read", 14, {"lesson": lesson()}),
        said("set-aside", 14, {"thing": "audit:desk-hours"}),
        said("advised", 15, {"what": "safety", "catalogue": "c", "software": "0.1.0", "content": {"urgency": "x"}}),
        *(said("answered", 19, {"findings": {"severity": n % 4}}, key=f"again-{n}") for n in range(8)),
    ]  # fmt: skip


def lesson() -> str:
    """Any lesson."""
    from support.people import catalogue

    return next(iter(catalogue().lessons))


def said(kind: str, day: int, data: Json, *, key: str | None = None, **more: object) -> Json:
    """One entry, of a morning in March."""
    id_ = key or f"{kind}-{day}"
    return {"id": id_, "kind": kind, "happened_at": f"2026-03-{day:02}T07:30:00+01:00", "data": data, **more}


def _write(folder: Path, script: Json) -> None:
    from support.house import Somebody, ports
    from unbend.exchange.export_format import Format
    from unbend.service.export import export
    from unbend.service.ports import Actor
    from unbend.store.models import User
    from unbend.store.snapshot import encode

    alice = Somebody(Actor(User.objects.at_home().pk), PERSON)
    exported = export(alice.actor, PERSON, Format.LINES, ports(NOW))
    (folder / "export.jsonl").write_bytes(b"".join(exported.content))
    state = json.loads(encode(alice.state))
    (folder / "state.json").write_text(_pretty(state), encoding="utf-8")
    (folder / "browser.json").write_text(_pretty(browser(script)), encoding="utf-8")


def browser(script: Json) -> Json:
    """What the browser keeps in version 1 of its database: entries that wait, one refused, a script, a workout."""
    waiting = said("answered", 19, {"findings": {"fever": "no"}}, key="7a30c2b4-0001", version=1)
    exercises = [{"exercise": "glute-bridge", "outcome": "part"}]
    practised = {"script": script["id"], "exercises": exercises, "pain_before": 2, "seconds": 90, "ended": "stopped"}
    done = said("practised", 19, practised, key="7a30c2b4-0002", version=2)
    refused = {"id": "7a30c2b4-0003", "person": ERASED, "entry": {**waiting, "id": "7a30c2b4-0003"},
               "code": "erased", "message": "this person's record was erased"}  # fmt: skip
    outbox = [{"id": entry["id"], "person": PERSON, "entry": entry, "added": 1773900000000 + number}
              for number, entry in enumerate((waiting, done))]  # fmt: skip
    kept = {"day": script["day"], "variant": script["variant"], "script": script}
    return {"name": "unbend", "version": 1, "stores": {
        "outbox": {"key": "id", "values": outbox}, "refused": {"key": "id", "values": [refused]},
        "scripts": {"key": ["day", "variant"], "values": [kept]},
        "runs": {"key": None, "values": [{"key": "script", "value": script}, {"key": "state", "value": _run(script)}]},
    }}  # fmt: skip


def _run(script: Json) -> Json:
    """A workout that was left in its first exercise."""
    untried = {"easier": False, "passed": 0, "worked": 0, "hurt": False, "felt": None}
    return {
        "run": "7a30c2b4-0004", "script": script["id"], "zone": 60, "screen": "moving", "asked": {},
        "telling": {"pain": None, "sharp": False, "travels": False}, "items": [[untried] for _ in script["items"]],
        "place": {"item": 0, "segment": 1, "spent": 500}, "since": None, "paused": "asked", "elapsed": 12500,
        "seen": 1773900000000, "pain_before": 2, "pain_during": None, "pain_after": None, "effort": None, "note": "",
        "ended": None, "outgoing": [],
    }  # fmt: skip


def _sql(database: Path) -> str:
    with closing(sqlite3.connect(database)) as opened:
        return "\n".join(opened.iterdump()) + "\n"


def _pretty(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
