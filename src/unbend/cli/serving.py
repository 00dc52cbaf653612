"""The server: granian with threads, quiet, ended by Ctrl-C."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

APPLICATION = "unbend.settings.wsgi:application"
SECONDS_TO_END = 10


@dataclass(frozen=True)
class Serving:
    """Where and how to serve. With a certificate it is https."""

    host: str
    port: int
    workers: int = 1
    threads: int = 8
    certificate: Path | None = None
    key: Path | None = None


def serve(serving: Serving, *, when_listening: Callable[[], None]) -> None:
    """Serve until told to stop. `when_listening` is called once the processes that answer were started: threads of
    ours begin only then, because those processes are copies of this one."""
    from granian.constants import Interfaces
    from granian.server.mp import MPServer

    class Server(MPServer):
        def startup(self, *arguments: Any) -> None:
            super().startup(*arguments)  # type: ignore[no-untyped-call]
            when_listening()

    Server(
        APPLICATION,
        address=serving.host,
        port=serving.port,
        interface=Interfaces.WSGI,
        workers=serving.workers,
        blocking_threads=serving.threads,
        log_enabled=False,
        ssl_cert=serving.certificate,
        ssl_key=serving.key,
        workers_kill_timeout=SECONDS_TO_END,
        respawn_failed_workers=True,
    ).serve()
