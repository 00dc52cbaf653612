"""Run the project's checks one after the other, print the time of each, and fail if any of them failed."""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
ENVIRONMENT = {**os.environ, "PYTHONUTF8": "1"}  # so that files are read alike on Windows
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)  # the tests start the program hundreds of times: it is compiled once

Stage = tuple[str, tuple[str, ...]]

STORE = ("tests/store", "tests/upgrade/test_rows.py")
CHECK: tuple[Stage, ...] = (
    ("ruff format", ("ruff", "format", "--check", ".")),
    ("ruff check", ("ruff", "check", ".")),
    ("mypy --strict", ("mypy",)),
    ("types and tests of the browser's part", ("python", "tools/assets.py", "--check")),
    ("migrations", ("python", "tools/migrations.py")),
    ("import-linter", ("lint-imports",)),
    ("catalogue lint", ("unbend", "catalogue", "lint")),
)
TEST: tuple[Stage, ...] = (
    ("chromium", ("python", "tools/browser.py")),
    ("the browser's part", ("python", "tools/assets.py")),
    ("the store on PostgreSQL", ("python", "tools/postgres.py", "python", "-m", "pytest", "--quiet", *STORE)),
    ("pytest", ("pytest", "--quiet", "--numprocesses", "2", "--dist", "worksteal", "--durations", "10")),
)
SOAK: tuple[Stage, ...] = (("soak", ("pytest", "--quiet", "--numprocesses", "2", "tests/property")),)


def bench() -> tuple[Stage, ...]:
    """One stage for each script in `bench/`."""
    return tuple((script.name, ("python", str(script))) for script in sorted((ROOT / "bench").glob("*.py")))


def run(stage: Stage, environment: dict[str, str]) -> tuple[str, float, bool]:
    """Run one stage in the project's own environment: its name, its seconds, and whether it passed."""
    name, (program, *arguments) = stage
    print(f"== {name}", flush=True)
    start = time.monotonic()
    done = subprocess.run([BIN / program, *arguments], cwd=ROOT, env=environment, check=False)
    return name, time.monotonic() - start, done.returncode == 0


def report(results: list[tuple[str, float, bool]]) -> None:
    """Print one line for each stage, and the sum."""
    print("==")
    for name, seconds, passed in results:
        print(f"{'passed' if passed else 'FAILED':8}{seconds:7.1f} s  {name}")
    print(f"{'':8}{sum(seconds for _, seconds, _ in results):7.1f} s  in all")


def main(names: list[str]) -> int:
    """Run the named groups of stages. All of them run, so that one look shows every fault."""
    groups = {"check": CHECK, "test": TEST, "soak": SOAK, "bench": bench()}
    if not names or not set(names) <= set(groups):
        print(f"usage: python tools/stages.py {'|'.join(groups)} ...", file=sys.stderr)
        return 2
    environment = {**ENVIRONMENT, "UNBEND_TESTS": "soak" if "soak" in names else "normal"}
    results = [run(stage, environment) for name in names for stage in groups[name]]
    report(results)
    return 0 if all(passed for _, _, passed in results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
