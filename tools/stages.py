"""Run the project's checks one after the other, print the time of each, and fail if any of them failed."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
ENVIRONMENT = {**os.environ, "PYTHONUTF8": "1"}  # so that files are read alike on Windows
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)  # the tests start the program hundreds of times: it is compiled once

BESIDE = "5"
"""How far what runs beside the browser gives way to it: there somebody moves in real time before a camera."""


@dataclass(frozen=True)
class Stage:
    """One command. With `beside` it runs at the same time as the stages before it, up to the last without, and is told
    of when all have ended."""

    name: str
    command: tuple[str, ...]
    beside: bool = False
    gives_way: bool = False


STORE = ("tests/store", "tests/upgrade/test_rows.py")
ON_POSTGRESQL = ("python", "tools/postgres.py", "python", "-m", "pytest", "--quiet", *STORE)
BROWSER = "tests/e2e"
CHECK: tuple[Stage, ...] = (
    Stage("ruff format", ("ruff", "format", "--check", ".")),
    Stage("ruff check", ("ruff", "check", ".")),
    Stage("mypy --strict", ("mypy",)),
    Stage("types and tests of the browser's part", ("python", "tools/assets.py", "--check"), beside=True),
    Stage("migrations", ("python", "tools/migrations.py")),
    Stage("import-linter", ("lint-imports",)),
    Stage("catalogue lint", ("unbend", "catalogue", "lint")),
)
TESTS = ("pytest", "--quiet", "--durations", "10", "--numprocesses", "2")
TEST: tuple[Stage, ...] = (
    Stage("chromium", ("python", "tools/browser.py")),
    Stage("the browser's part", ("python", "tools/assets.py")),
    Stage("pytest", (*TESTS, "--dist", "worksteal", "--ignore", BROWSER), gives_way=True),
    Stage("pytest in a browser", (*TESTS, "--dist", "loadfile", BROWSER), beside=True),
    Stage("the store on PostgreSQL", ON_POSTGRESQL, beside=True, gives_way=True),
)
SOAK: tuple[Stage, ...] = (Stage("soak", ("pytest", "--quiet", "--numprocesses", "2", "tests/property")),)


@dataclass(frozen=True)
class Result:
    """What became of a stage; `said` only where it was not printed at once."""

    stage: Stage
    seconds: float
    passed: bool
    said: str = ""


def bench() -> tuple[Stage, ...]:
    """One stage for each script in `bench/`."""
    return tuple(Stage(script.name, ("python", str(script))) for script in sorted((ROOT / "bench").glob("*.py")))


def run(stage: Stage, environment: dict[str, str]) -> Result:
    """Run one stage in the project's own environment."""
    if not stage.beside:
        print(f"== {stage.name}", flush=True)
    start = time.monotonic()
    program, *arguments = stage.command
    command = [*_giving_way(stage), str(BIN / program), *arguments]
    with TemporaryFile() as kept:
        to = kept if stage.beside else None
        done = subprocess.run(command, cwd=ROOT, env=environment, check=False, stdout=to, stderr=to)
        seconds = time.monotonic() - start
        kept.seek(0)
        return Result(stage, seconds, done.returncode == 0, kept.read().decode(errors="replace"))


def _giving_way(stage: Stage) -> tuple[str, ...]:
    nice = shutil.which("nice") if stage.gives_way else None
    return () if nice is None else (nice, "-n", BESIDE)


def together(stages: Iterable[Stage]) -> Iterator[list[Stage]]:
    """The stages in their order, those that run at the same time in one list."""
    found: list[Stage] = []
    for stage in stages:
        if found and not stage.beside:
            yield found
            found = []
        found.append(stage)
    if found:
        yield found


def report(results: list[Result], seconds: float) -> None:
    """Print one line for each stage, and how long it took in all."""
    print("==")
    for one in results:
        print(f"{'passed' if one.passed else 'FAILED':8}{one.seconds:7.1f} s  {one.stage.name}")
    print(f"{'':8}{seconds:7.1f} s  in all")


def main(names: list[str]) -> int:
    """Run the named groups of stages. All of them run, so that one look shows every fault."""
    groups = {"check": CHECK, "test": TEST, "soak": SOAK, "bench": bench()}
    if not names or not set(names) <= set(groups):
        print(f"usage: python tools/stages.py {'|'.join(groups)} ...", file=sys.stderr)
        return 2
    environment = {**ENVIRONMENT, "UNBEND_TESTS": "soak" if "soak" in names else "normal"}
    start, results = time.monotonic(), list[Result]()
    for stages in together(stage for name in names for stage in groups[name]):
        with ThreadPoolExecutor(len(stages)) as pool:
            ended = list(pool.map(partial(run, environment=environment), stages))
        for one in ended[1:]:
            print(f"== {one.stage.name}\n{one.said}", flush=True)
        results += ended
    report(results, time.monotonic() - start)
    return 0 if all(one.passed for one in results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
