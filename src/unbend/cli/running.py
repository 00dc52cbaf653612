"""One Unbend at a time on one data folder, and where it answers."""

import errno
import json
import os
import socket
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from unbend.record.errors import BadInput

LOCK, WHERE = "running.lock", "running.json"
PORT, TRIES = 8000, 20
_RESERVED: list[IO[str]] = []
"""Open as long as the program runs."""


class Running(Exception):
    """Another one runs on this folder; where it answers, when that is known already."""

    def __init__(self, where: Mapping[str, str]) -> None:
        self.where = where
        super().__init__("running")


@contextmanager
def only_one(data: Path) -> Iterator[None]:
    """Hold the folder as long as this lasts. Raises Running. The system lets go of it however the program ends."""
    with (data / LOCK).open("a+", encoding="ascii") as file:
        if not _lock(file):
            raise Running(where(data))
        (data / WHERE).unlink(missing_ok=True)
        try:
            yield
        finally:
            (data / WHERE).unlink(missing_ok=True)


def is_running(data: Path) -> bool:
    """Whether an Unbend runs on this folder."""
    with suppress(FileNotFoundError), (data / LOCK).open("r+", encoding="ascii") as file:
        return not _lock(file)
    return False


def say_where(data: Path, addresses: Mapping[str, str]) -> None:
    """Write down under which addresses this one answers, for a second start and for the page of devices."""
    beside = data / f".{WHERE}.part"
    beside.write_text(json.dumps(dict(addresses)), encoding="utf-8")
    beside.replace(data / WHERE)


def where(data: Path) -> dict[str, str]:
    """What the running one wrote down; empty while it is still starting."""
    try:
        return dict(json.loads((data / WHERE).read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def free_port(host: str, wanted: int | None, *, first: int = PORT) -> int:
    """The port that was asked for, or else the first free one. Raises BadInput where it is taken."""
    if wanted is not None:
        if not _is_free(host, wanted):
            raise BadInput(f"--port {wanted}", "another program uses it", "name another, or leave --port out")
        return wanted
    for port in range(first, first + TRIES):
        if _is_free(host, port) and _reserve(port):
            return port
    raise BadInput("--port", f"all from {first} to {first + TRIES - 1} are taken", "name one that is free")


def _reserve(port: int) -> bool:
    """Whether no other Unbend is about to take the port: seconds may pass between looking and listening, and two that
    listen on one port would share it without a word. Where there is no place for the mark it goes on without."""
    path = Path(tempfile.gettempdir()) / f"unbend-port-{port}.lock"
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    except OSError:
        return True
    file = os.fdopen(handle, "r+", encoding="ascii")
    if not _lock(file):
        file.close()
        return False
    _RESERVED.append(file)
    return True


def _is_free(host: str, port: int) -> bool:
    """Whether nobody listens there. A browser asks for localhost in both families, so both have to be free."""
    hosts = ("127.0.0.1", "::1") if host in ("127.0.0.1", "localhost") else (host,)
    return not any(_is_taken(each, port) for each in hosts)


def _is_taken(host: str, port: int) -> bool:
    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM) as probe:
            if os.name == "posix":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        return host != "::1" or error.errno == errno.EADDRINUSE
    return False


def _lock(file: IO[str]) -> bool:
    """Lock the file without waiting; whether that was possible."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
