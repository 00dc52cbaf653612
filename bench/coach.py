"""How well the camera coach counts and times: people who are made up, KIMORE, Countix and a clip, in one run.

    python bench/coach.py --data ../shared/data [--sequences 2000] [--others 400] [--processes 2] [--people]
        [--settings] [--worst]

Beside every number stands that of a simple peak detector. What of the data is not there is named with how to get it.
Protocol and tables: docs/benchmarks.md.
"""

import argparse
import platform
import sys
import time
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

from bench.coach_model import tables  # noqa: E402
from bench.coach_model.synthetic import outcomes, tasks  # noqa: E402

DATA = ROOT.parent / "shared" / "data"


def show(title: str, lines: Iterable[str]) -> None:
    print(f"\n### {title}\n", flush=True)
    for line in lines:
        print(line, flush=True)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA, help="the folder with the datasets")
    parser.add_argument("--sequences", type=int, default=2000, help="made-up people at an exercise that is counted")
    parser.add_argument("--others", type=int, default=400, help="made-up people at one that is not, before a coach")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--people", action="store_true", help="also real people before the whole coach")
    parser.add_argument("--settings", action="store_true", help="also choose the settings on all recordings but one")
    parser.add_argument("--worst", action="store_true", help="also name what was counted wrong")
    given = parser.parse_args()
    begun = time.perf_counter()
    print(f"{platform.system()} {platform.machine()}, Python {platform.python_version()}, {given.processes} processes")
    show("The clip", tables.of_clip(given.data))
    show("KIMORE", tables.of_kimore(given.data, settings=given.settings))
    show("Countix", tables.of_countix(given.data))
    if given.people:
        show("Real people before the whole coach", tables.of_people(given.data))
    if given.sequences:
        found = list(outcomes(tasks(given.sequences, given.others), processes=given.processes))
        show("Made up", tables.of_synthetic(found))
        if given.worst:
            show("Counted wrong", tables.worst(found))
    print(f"\n{time.perf_counter() - begun:.0f} s")


if __name__ == "__main__":
    main()
