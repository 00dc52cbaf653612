"""Copies of the whole database: before every migration, by command, and back again; who was erased never comes back."""

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from unbend.record.errors import BadInput
from unbend.record.keeping import Tombstone
from unbend.record.steps import CannotCopy, Steps

BACKUPS, ERASED = "backups", "erased.jsonl"
_STAMP = "%Y%m%d-%H%M%SZ"
_PREFIX = "unbend-"


class Database(Protocol):
    """A database as a whole. `suffix` ends the name of its copies."""

    @property
    def suffix(self) -> str:
        """How the name of a copy ends."""

    def steps(self) -> Steps:
        """Where its migrations stand."""

    def steps_in(self, file: Path) -> Steps:
        """The same of a copy. Raises BadInput where the file is none, or is broken."""

    def copy(self, to: Path) -> None:
        """Write all of it to a new file. Raises CannotCopy."""

    def replace(self, file: Path) -> None:
        """Become what the copy holds."""

    def migrate(self) -> None:
        """Do all steps that are waiting, and make the table of the cache."""

    def tombstones(self) -> tuple[Tombstone, ...]:
        """Everybody who was erased."""

    def bury(self, tombstones: Sequence[Tombstone]) -> int:
        """Leave these tombstones, and remove whoever of them is there; how many were."""

    def tidy(self) -> None:
        """Let go of sign-ins that are over."""


@dataclass(frozen=True)
class Place:
    """The data folder, and how many copies are kept in it."""

    data: Path
    kept: int

    @property
    def backups(self) -> Path:
        """Where copies are kept."""
        return self.data / BACKUPS

    @property
    def erased(self) -> Path:
        """Where tombstones are kept beside the database, so that an old copy of it cannot forget them."""
        return self.data / ERASED


@dataclass(frozen=True)
class Readied:
    """What was done before the start: the copy that was made, how many steps, and why there is no copy."""

    backup: Path | None = None
    steps: int = 0
    no_copy: str | None = None


@dataclass(frozen=True)
class Restored:
    """The copy of what was there before, and how many erased people the old copy still held."""

    before: Path | None
    erased_again: int


def make_ready(database: Database, place: Place, *, now: datetime) -> Readied:
    """Bring the database up to this program, with a copy made first. Raises BadInput where it is newer."""
    steps = database.steps()
    refuse_newer(steps, "the database")
    readied = _migrated(database, place, steps, now) if steps.waiting else Readied()
    settle(database, place, now=now)
    return readied


def _migrated(database: Database, place: Place, steps: Steps, now: datetime) -> Readied:
    made, why = None, None
    if steps.done:
        try:
            made = back_up(database, place, now=now, note="before-migration")
        except CannotCopy as error:
            why = str(error)
    database.migrate()
    return Readied(made, len(steps.waiting), why)


def settle(database: Database, place: Place, *, now: datetime) -> int:
    """Database and folder agree on who was erased; copies and sign-ins whose time is over are gone. How many people
    had come back and were erased again."""
    written = _written_down(place.erased)
    again = database.bury(tuple(written.values()))
    everybody = written | {stone.person: stone for stone in database.tombstones()}
    if set(everybody) != set(written):
        write_down(place.erased, everybody.values())
    rotate(place, everybody.values(), now=now)
    database.tidy()
    return again


def refuse_newer(steps: Steps, what: str) -> None:
    """Raises BadInput where a newer Unbend has been at work: nothing is touched then."""
    if steps.unknown:
        raise BadInput(
            what, "it was made by a newer Unbend", "install that version or a newer one; nothing was changed"
        )


def back_up(
    database: Database, place: Place, *, now: datetime, to: Path | None = None, note: str | None = None
) -> Path:
    """A copy of the database, for its owner only, in the folder of copies or at `to`. Raises CannotCopy, BadInput."""
    made = to or _free(place, database.suffix, now, note)
    if made.exists():
        raise BadInput(str(made), "it is there already", "name a new file")
    made.parent.mkdir(mode=0o700, exist_ok=True)
    unfinished = made.with_name(f".{made.name}.part")
    unfinished.unlink(missing_ok=True)
    try:
        database.copy(unfinished)
        unfinished.chmod(0o600)
        unfinished.replace(made)
    finally:
        unfinished.unlink(missing_ok=True)
    rotate(place, database.tombstones() if database.steps().done else (), now=now)
    return made


def restore(file: Path, database: Database, place: Place, *, now: datetime) -> Restored:
    """Become what the copy holds. What was there is copied first, and whoever was erased since stays erased.
    Raises BadInput where the file is no copy, is broken or is newer than this program; then nothing was changed."""
    refuse_newer(database.steps_in(file), str(file))
    before = None
    if database.steps().done and not database.steps().unknown:
        settle(database, place, now=now)
        before = back_up(database, place, now=now, note="before-restore")
    database.replace(file)
    database.migrate()
    return Restored(before, settle(database, place, now=now))


def rotate(place: Place, tombstones: Iterable[Tombstone], *, now: datetime) -> None:
    """Only the newest copies stay, and none that holds somebody erased longer than was promised to them. What a wrong
    clock dated into the days to come stands behind all others: it never pushes a new copy out."""
    over = [stone.erased_at for stone in tombstones if stone.backups_until <= now]
    dated = [(path, _made_at(path)) for path in sorted(place.backups.glob(f"{_PREFIX}*"), reverse=True)]
    ours = [(path, made) for path, made in dated if made is not None]
    ours.sort(key=lambda copy: copy[1] > now)
    for number, (path, made) in enumerate(ours):
        if number >= place.kept or any(not erased < made <= now for erased in over):
            path.unlink(missing_ok=True)


def write_down(path: Path, tombstones: Iterable[Tombstone]) -> None:
    """Keep these tombstones in a file for its owner only, whole or not at all."""
    lines = [
        {"person": s.person, "erased_at": s.erased_at.isoformat(), "backups_until": s.backups_until.isoformat()}
        for s in sorted(tombstones, key=lambda stone: (stone.erased_at, stone.person))
    ]
    beside = path.with_name(f".{path.name}.part")
    beside.unlink(missing_ok=True)
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.writelines(json.dumps(line) + "\n" for line in lines)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _written_down(path: Path) -> dict[str, Tombstone]:
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    stones = (_stone(json.loads(line)) for line in lines if line.strip())
    return {stone.person: stone for stone in stones}


def _stone(raw: dict[str, str]) -> Tombstone:
    erased, until = (datetime.fromisoformat(raw[key]) for key in ("erased_at", "backups_until"))
    return Tombstone(raw["person"], erased, until)


def _free(place: Place, suffix: str, now: datetime, note: str | None) -> Path:
    """A name of its own, in the order of time."""
    name = f"{_PREFIX}{now.astimezone(UTC):{_STAMP}}"
    path, number = place.backups / f"{name}{f'-{note}' if note else ''}{suffix}", 2
    while path.exists():
        path, number = path.with_name(f"{name}-{number}{f'-{note}' if note else ''}{suffix}"), number + 1
    return path


def _made_at(path: Path) -> datetime | None:
    """When the copy was made, as its name says; None for a file that is none of ours."""
    try:
        stamp = "-".join(path.name.removeprefix(_PREFIX).split(".")[0].split("-")[:2])
        return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
