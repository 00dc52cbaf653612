"""The secret key: told by the environment, or made once and kept in the data folder for its owner only."""

import os
import secrets
from pathlib import Path

from unbend.settings.environment import Environment

FILE = "secret-key"


def secret_key(environment: Environment) -> str:
    """The key of this installation. It is made on the first call."""
    if environment.secret_key:
        return environment.secret_key
    path = environment.data / FILE
    if not path.exists():
        make_private(environment)
        _make(path)
    return path.read_text(encoding="ascii").strip()


def _make(path: Path) -> None:
    """Whole or not at all, so that nothing that ends the program half-way leaves an empty key; of two that begin at
    once the first one's stays."""
    beside = path.with_name(f".{FILE}.{secrets.token_hex(4)}.part")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(50))
            file.flush()
            os.fsync(file.fileno())
        _put(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def _put(beside: Path, path: Path) -> None:
    try:
        os.link(beside, path)
    except FileExistsError:
        return
    except OSError:  # a file system on which a file has one name only
        beside.replace(path)


def make_private(environment: Environment) -> None:
    """The data folder, for its owner only."""
    environment.data.mkdir(parents=True, exist_ok=True, mode=0o700)
