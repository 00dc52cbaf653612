"""Lighthouse on our own pages, run from npm on this machine: accessibility of every page, and speed of Today.

    python bench/lighthouse.py [--runs 5] [--pages today,plan]

The server runs as people run it, on a database of its own with an example person in it. Speed is the median of the
runs, with Lighthouse's own slow phone (four times slower processor, slow network). Fails where accessibility is under
100 on any page or the speed of Today under 95. The table goes to docs/benchmarks.md by hand, with the machine.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT), str(ROOT / "bench")]

from tools.browser import find  # noqa: E402

from web import PORT, served  # noqa: E402

HERE = ROOT / "bench" / "lighthouse"
LEAST = {"accessibility": 100, "performance": 95}
PAGES = {
    "today": "/",
    "plan": "/plan/",
    "progress": "/progress/",
    "library": "/library/",
    "exercise": "/library/glute-bridge/",
    "learn": "/learn/",
    "lesson": "/learn/eight-in-ten/",
    "tests": "/tests/",
    "test": "/tests/side-plank/",
    "questionnaires": "/questionnaires/",
    "questionnaire": "/questionnaires/peg/",
    "settings": "/settings/",
    "letter": "/letter/",
    "check": "/check/",
    "begin": "/begin/",
    "welcome": "/welcome/",
    "workout": "/workout/",
}


def fill() -> None:
    """A database with an example person in it. Runs in its own process."""
    import django

    django.setup()
    from datetime import UTC, datetime

    from django.core.management import call_command

    from support.examples import moved_in, ports_at
    from unbend.store.models import User

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    moved_in(ports_at(datetime.now(UTC)), "desk-worker", account=User.objects.at_home().username)


def scores(path: str, categories: Sequence[str]) -> dict[str, Any]:
    """One run of Lighthouse: its scores from 0 to 100, and what it found wrong."""
    chrome = find()
    if chrome is None:
        raise SystemExit("no Chromium; `python tools/browser.py` says how to get one")
    command = [
        "node", str(HERE / "node_modules" / "lighthouse" / "cli" / "index.js"), f"http://localhost:{PORT}{path}",
        "--quiet", "--output=json", f"--only-categories={','.join(categories)}",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    ]  # fmt: skip
    environment = {**os.environ, "CHROME_PATH": chrome}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    report = json.loads(done.stdout)
    found = {name: round(100 * (report["categories"][name]["score"] or 0)) for name in categories}
    wrong = [key for key, audit in report["audits"].items() if audit["score"] == 0 and "accessibility" in categories]
    return {**found, "wrong": wrong}


def rows(pages: Sequence[str], runs: int) -> Iterator[tuple[str, int, int | None, list[str]]]:
    """Each page: accessibility, for Today the median speed, and what was wrong."""
    for page in pages:
        first = scores(PAGES[page], ["accessibility"])
        speeds = [scores(PAGES[page], ["performance"])["performance"] for _ in range(runs)] if page == "today" else []
        yield page, first["accessibility"], round(median(speeds)) if speeds else None, first["wrong"]


def main() -> int:
    """Run it, print the table; 1 where a page falls short."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--pages", default=",".join(PAGES))
    parser.add_argument("--fill", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.fill:
        fill()
        return 0
    subprocess.run(["npm", "ci", "--silent"], cwd=HERE, check=True)
    with tempfile.TemporaryDirectory(prefix="unbend-lighthouse-") as folder:
        environment = {**os.environ, "UNBEND_DATA": folder, "DJANGO_SETTINGS_MODULE": "unbend.settings.django"}
        subprocess.run([sys.executable, __file__, "--fill"], env=environment, check=True)
        with served(environment):
            found = list(rows(given.pages.split(","), given.runs))
    print("| page | accessibility | speed | wrong |\n|---|---|---|---|")
    for page, accessible, speed, wrong in found:
        print(f"| {page} | {accessible} | {'-' if speed is None else speed} | {', '.join(wrong) or '-'} |")
    enough = all(a >= LEAST["accessibility"] and (s is None or s >= LEAST["performance"]) for _, a, s, _ in found)
    return 0 if enough else 1


if __name__ == "__main__":
    sys.exit(main())
