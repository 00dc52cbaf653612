"""How the programme doses a simulated cohort over half a year, beside three other ways of dosing on the same people.

    python bench/cohort.py [--people 2000] [--minutes 20] [--weeks 26] [--processes 2] [--exact-every 10]
        [--figures docs/figures]

It shows how the rules behave on bodies that are made up, not that anybody gets better. The bodies and where their
numbers come from: docs/benchmarks.md. The tables go there by hand, with the machine; `--figures` draws the pictures.
"""

import argparse
import platform
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import count, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT)]

from bench.cohort_model import plots, tables  # noqa: E402
from bench.cohort_model.cohort import Outcome, outcomes  # noqa: E402

MOST_BARRED = 2
"""So many seeds are tried for each person who is wanted: some of the generated people may have no plan."""


def cohort(people: int, *, weeks: int, processes: int, minutes: float, exact_every: int) -> Iterator[Outcome]:
    """So many people who may have a plan, or as many of them as the minutes allow."""
    begun = time.perf_counter()
    seeds = islice(count(), MOST_BARRED * people)
    for found in islice(outcomes(seeds, weeks=weeks, processes=processes, exact_every=exact_every), people):
        yield found
        if time.perf_counter() - begun > 60 * minutes:
            return


def write(folder: Path, found: Sequence[Outcome]) -> None:
    """Both pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, draw in (("cohort-dosing", plots.dosing), ("cohort-weeks", plots.weeks)):
        (folder / f"{name}.svg").write_text(draw(found), encoding="utf-8")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=2000)
    parser.add_argument("--minutes", type=float, default=20, help="stop after so long, with the people so far")
    parser.add_argument("--weeks", type=int, default=26)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--exact-every", type=int, default=10, help="so manieth seeds with the exact solver; 1: all")
    parser.add_argument("--figures", type=Path)
    parser.add_argument("--parameters", action="store_true", help="print the numbers of the model, and stop")
    given = parser.parse_args()
    if given.parameters:
        print(tables.parameters())
        return
    begun = time.perf_counter()
    limits = {"weeks": given.weeks, "processes": given.processes, "minutes": given.minutes}
    found = list(cohort(given.people, **limits, exact_every=given.exact_every))
    print(f"{platform.system()} {platform.machine()}, Python {platform.python_version()}, {given.processes} processes")
    exact = sum(one.seed % given.exact_every == 0 for one in found)
    print(f"{time.perf_counter() - begun:.0f} s for {given.weeks} weeks; {exact} people with the exact solver\n")
    print(tables.safety(found) + "\n")
    print(tables.comparison(found))
    if given.figures:
        write(given.figures, found)


if __name__ == "__main__":
    main()
