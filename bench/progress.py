"""What the Progress page costs a person with ten years of entries: folding them, and drawing every chart.

    python bench/progress.py [--per-day 3]

One core, the best of five. The table goes to docs/benchmarks.md by hand, with the machine.
"""

import argparse
import platform
import sys
import time
from calendar import month_abbr
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from support.records import long_record
from unbend.catalogue.condition import Person
from unbend.catalogue.load import load_catalogue
from unbend.exchange.chart import NARROW, WIDE, Words, draw_line
from unbend.exchange.chart.of_progress import Named, line_chart
from unbend.progress import Progress, Window, milestones_of, month_of, observed, progress_of, summary_of

TODAY = date(2026, 3, 5)
WORDS = Words(tuple(month_abbr[1:]), "Left", "Right", "L", "R", "Day", "Test", "Compared", "Nothing yet")


def best_of(work: Callable[[], object], times: int = 5) -> float:
    """Milliseconds of the quickest run."""
    seconds = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - begun)
    return 1000 * min(seconds)


def drawn(found: Progress) -> list[str]:
    """Every line chart in both widths."""
    series = (*found.pain, *found.measures, *found.tests)
    charts = [line_chart(one.id, Named(one.id, one.id), [one], [""], found.span, WORDS) for one in series]
    return [draw_line(chart, WORDS, width=width) for chart in charts for width in (NARROW, WIDE)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--per-day", type=int, default=3, help="how often each day's entries are repeated")
    catalogue = load_catalogue()
    entries = long_record(TODAY, weeks=520, per_day=parser.parse_args().per_day)
    person = Person({}, catalogue.safety.worrying)
    print(f"{len(entries)} entries, Python {platform.python_version()}")
    for window in Window:
        found = progress_of(entries, catalogue, window=window, today=TODAY, person=person)
        fold = best_of(partial(progress_of, entries, catalogue, window=window, today=TODAY, person=person))
        draw = best_of(partial(drawn, found))
        say = best_of(partial(summary_of, found))
        print(f"{window:>10}: {fold:6.1f} ms to find, {draw:6.1f} ms to draw, {say:.2f} ms to sum up")
    seen = observed(entries, catalogue.measures, until=TODAY)
    print(f"milestones: {best_of(lambda: milestones_of(seen, catalogue, today=TODAY)):6.1f} ms")
    print(f"  calendar: {best_of(lambda: month_of(seen, TODAY, today=TODAY)):6.1f} ms")


if __name__ == "__main__":
    main()
