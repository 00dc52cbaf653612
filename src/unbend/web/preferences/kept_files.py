"""Files that wait between being looked at and being taken in: in the data folder, for an hour, for one account."""

import os
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from django.conf import settings

from unbend.service.ports import Actor

HOUR = timedelta(hours=1)


def keep(actor: Actor, content: bytes, *, now: datetime) -> UUID:
    """Put the file aside; under this id the same account finds it again. Those of the hours before go, and what the
    account put aside before: nobody fills the disk with files that nobody looks at."""
    _folder().mkdir(mode=0o700, exist_ok=True)
    drop(actor)
    for old in _folder().iterdir():
        if old.stat().st_mtime < (now - HOUR).timestamp():
            old.unlink(missing_ok=True)
    kept = uuid4()
    with os.fdopen(os.open(_path(actor, kept), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
    return kept


def kept_file(actor: Actor, kept: UUID) -> bytes | None:
    """The file; None where it is gone, or was another account's."""
    try:
        return _path(actor, kept).read_bytes()
    except FileNotFoundError:
        return None


def drop(actor: Actor, kept: UUID | None = None) -> None:
    """Let go of one, or of all that the account put aside."""
    paths = _folder().glob(f"{actor.account}-*") if kept is None else [_path(actor, kept)]
    for path in paths:
        path.unlink(missing_ok=True)


def _folder() -> Path:
    return Path(settings.UNBEND.data) / "imports"


def _path(actor: Actor, kept: UUID) -> Path:
    return _folder() / f"{actor.account}-{kept}"
