"""The command as it is typed: a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
DESK = ROOT / "examples" / "desk-worker.json"
TODAY = ("--today", "2026-03-02")
START = (sys.executable, "-c", "from unbend.cli import main; main()")


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
