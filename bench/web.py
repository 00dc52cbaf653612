"""Requests a second and the 99th percentile for Today, an append and Progress, of a person with ten years of entries.

    python bench/web.py [--seconds 4] [--databases sqlite,postgresql] [--clients 1,16]

The server runs as people run it (granian, threads), the clients are threads of this process on the same two cores; each
keeps its connection. Ratios are to one client on SQLite, in the same run. The table goes to docs/benchmarks.md by hand,
with the machine.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import HTTPConnection
from itertools import count
from pathlib import Path
from statistics import quantiles
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT)]
PORT = 8190
MANY = 500


def fill(folder: str) -> int:
    """Migrate the database and write the ten years into it; how many entries there are. Runs in its own process."""
    import django

    django.setup()
    from django.core.management import call_command

    from support.decade import decade
    from unbend.service.ports import Actor
    from unbend.service.record import append
    from unbend.settings.composition import ports
    from unbend.store.models import User

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    house, account = ports(), User.objects.at_home()
    person = house.store.add_person(account.pk, name="", example=False, now=datetime.now(UTC))
    raws = list(decade(datetime.now(UTC)))
    for start in range(0, len(raws), MANY):
        append(Actor(account.pk), person, raws[start : start + MANY], house)
    Path(folder, "person").write_text(person)
    return len(raws)


@contextmanager
def served(environment: dict[str, str]) -> Iterator[None]:
    """The server, until the block ends."""
    command = [Path(sys.executable).parent / "unbend", "up", "--no-browser", "--port", str(PORT)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wait_for(server)
            yield
        finally:
            server.terminate()


def _wait_for(server: "subprocess.Popen[bytes]") -> None:
    for _attempt in range(300):
        if server.poll() is not None:
            raise SystemExit(f"the server ended with {server.returncode}")
        try:
            Client().get("/")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the server does not answer")


class Client:
    """One browser: a connection that is kept, and the cookies it was given."""

    def __init__(self) -> None:
        self.connection = HTTPConnection("localhost", PORT, timeout=60)
        self.cookies: dict[str, str] = {}

    def get(self, path: str) -> int:
        """The status of the answer; a redirect is not followed."""
        return self._asked("GET", path, None, {})

    def append(self, person: str, entry: dict[str, Any]) -> int:
        """Send one entry."""
        body = json.dumps({"person": person, "client": 1, "entries": [entry]})
        token = self.cookies.setdefault("unbend_csrf", "a" * 32)
        return self._asked("POST", "/api/v1/entries", body, {"Content-Type": "application/json", "X-CSRFToken": token})

    def _asked(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> int:
        cookie = "; ".join(f"{key}={value}" for key, value in self.cookies.items())
        self.connection.request(method, path, body, {"Host": f"localhost:{PORT}", "Cookie": cookie, **headers})
        answer = self.connection.getresponse()
        answer.read()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        return answer.status


@dataclass(frozen=True)
class Measured:
    """How one thing went: what was asked, by how many, on which database."""

    what: str
    database: str
    clients: int
    seconds: tuple[float, ...]
    wall: float

    @property
    def a_second(self) -> float:
        """Answers a second."""
        return len(self.seconds) / self.wall

    @property
    def late(self) -> float:
        """The 99th percentile of the time to an answer, in milliseconds."""
        return quantiles(self.seconds, n=100)[98] * 1000


def measure(what: str, database: str, clients: int, seconds: float, ask: Callable[[Client], int]) -> Measured:
    """Ask again and again from so many clients for so long. Every answer must be a good one."""
    times: list[list[float]] = [[] for _ in range(clients)]
    ready = threading.Barrier(clients + 1)

    def run(number: int) -> None:
        client = Client()
        client.get("/")
        ask(client)
        ready.wait()
        end = time.perf_counter() + seconds
        while (begun := time.perf_counter()) < end:
            status = ask(client)
            times[number].append(time.perf_counter() - begun)
            if status != 200:
                raise SystemExit(f"{what}: answer {status}")

    threads = [threading.Thread(target=run, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    ready.wait()
    begun = time.perf_counter()
    for thread in threads:
        thread.join()
    return Measured(what, database, clients, tuple(t for some in times for t in some), time.perf_counter() - begun)


def bench(database: str, address: str | None, clients: Sequence[int], seconds: float) -> Iterator[Measured]:
    """All measurements on one database."""
    with tempfile.TemporaryDirectory(prefix="unbend-bench-") as folder:
        limits = {"UNBEND_DJANGO": "unlimited", "PYTHONPATH": str(ROOT / "bench" / "settings")}
        where = {"UNBEND_DATA": folder, **({"DATABASE_URL": address} if address else {})}
        environment = {**os.environ, **limits, **where, "DJANGO_SETTINGS_MODULE": limits["UNBEND_DJANGO"]}
        filled = subprocess.run([sys.executable, __file__, "--fill", folder], env=environment, check=True,
                                capture_output=True, text=True)  # fmt: skip
        print(f"{database}: {filled.stdout.strip()} entries", file=sys.stderr)
        person, numbers = Path(folder, "person").read_text(), count()
        with served(environment):
            for number in clients:
                for what, path in (
                    ("Today", "/"),
                    ("Progress", "/progress/"),
                    ("Progress, all", "/progress/?window=all"),
                ):
                    yield measure(what, database, number, seconds, lambda client, path=path: client.get(path))
                yield measure("append", database, number, seconds, lambda c: c.append(person, _walk(next(numbers))))


def _walk(number: int) -> dict[str, Any]:
    at = datetime.now(UTC).isoformat()
    return {"id": f"bench-{number}-{time.time_ns()}", "kind": "walked", "happened_at": at, "data": {"minutes": 10}}


def table(rows: Sequence[Measured]) -> Iterator[str]:
    """The rows in Markdown, each beside one client on the first database."""
    base = {
        row.what: row for row in reversed(rows) if row.clients == rows[0].clients and row.database == rows[0].database
    }
    yield "| what | database | clients | a second | ratio | 50 % ms | 99 % ms |"
    yield "|---|---|---|---|---|---|---|"
    for row in rows:
        middle = sorted(row.seconds)[len(row.seconds) // 2] * 1000
        ratio = row.a_second / base[row.what].a_second
        numbers = (f"{row.a_second:.0f}", f"{ratio:.2f}", f"{middle:.1f}", f"{row.late:.1f}")
        yield f"| {' | '.join((row.what, row.database, str(row.clients), *numbers))} |"


def main() -> None:
    """Run it and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--seconds", type=float, default=4.0)
    parser.add_argument("--databases", default="sqlite,postgresql")
    parser.add_argument("--clients", default="1,16")
    parser.add_argument("--fill", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.fill:
        print(fill(given.fill))
        return
    from tools.postgres import postgresql

    rows: list[Measured] = []
    for database in given.databases.split(","):
        with postgresql() if database == "postgresql" else nullcontext(None) as address:
            rows += bench(database, address, [int(n) for n in given.clients.split(",")], given.seconds)
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}\n")
    print("\n".join(table(rows)))


if __name__ == "__main__":
    main()
