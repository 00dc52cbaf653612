"""The command as it is typed: a process of its own."""

import os
import pty
import subprocess
import sys
from io import RawIOBase
from pathlib import Path

ROOT = Path(__file__).parents[2]
DESK = ROOT / "examples" / "desk-worker.json"
TODAY = ("--today", "2026-03-02")
START = (sys.executable, "-c", "from unbend.cli import main; main()")


def on_a_terminal(*arguments: object) -> tuple[str, str]:
    """What the command writes to a pipe, and what stands on the terminal that is its standard error."""
    ours, its = pty.openpty()
    command = [*START, *map(str, arguments)]
    environment = {**os.environ, "PYTHONUTF8": "1", "COLUMNS": "100"}
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=its, env=environment
    ) as one:
        os.close(its)
        with os.fdopen(ours, "rb", buffering=0) as terminal:
            shown = b"".join(iter(lambda: _read(terminal), b""))
        assert one.stdout is not None
        return one.stdout.read().decode(), shown.decode()


def _read(terminal: RawIOBase) -> bytes:
    """A terminal whose other end is closed is an error to Linux and an end to others."""
    try:
        return terminal.read(4096) or b""
    except OSError:
        return b""


def run(*arguments: object, stdin: bytes | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [*START, *map(str, arguments)],
        input=stdin if stdin is not None else b"",
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONUTF8": "1", "COLUMNS": "100", **environment},
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())
