"""Which standard errors hold on few mornings that hang together: how often each speaks where nothing helps.

    python bench/helps_errors.py [--lives 1000]

One habit at a time, asked at 1 %, with the pain of the morning before and slow waves held still as in the program, and
once without the waves. Eight tenths of a day's deviation carry over. Seeds are fixed; the table goes to
docs/explanation/what-helps.md by hand.
"""

import argparse
from collections.abc import Iterator
from random import Random

import numpy as np
from statsmodels.regression.linear_model import OLS

CHANCE, CARRIED, WAVE, LEAST = 0.01, 0.8, 28, 8
ERRORS = {
    "classical": lambda fit: fit,
    "HC3": lambda fit: fit.get_robustcov_results("HC3", use_t=True),
    "Newey-West": lambda fit: fit.get_robustcov_results("HAC", maxlags=4, use_correction=True, use_t=True),
}


def life(days: int, habit: str, drifts: float, random: Random) -> tuple[np.ndarray, np.ndarray]:
    """Pain in whole numbers, and whether the day before had the habit: in good and bad stretches, or from a day on."""
    carried, drift, stretch, since = 0.0, 0.0, 0.0, random.randrange(10, days - 10)
    pain, had = [], []
    for day in range(days):
        stretch = 0.7 * stretch + random.gauss(0, 0.7)
        carried, drift = CARRIED * carried + random.gauss(0, 0.8), drift + random.gauss(0, drifts)
        pain.append(min(10, max(0, round(4 + drift + carried))))
        had.append(stretch > 0 if habit == "stretches" else day >= since)
    return np.asarray(pain, float), np.asarray(had, float)


def fitted(pain: np.ndarray, had: np.ndarray, *, waves: bool) -> "OLS":
    days = len(pain) - 1
    place = (np.arange(days) + 0.5) / days
    slow = [np.cos(np.pi * number * place) for number in range(1, 2 * days // WAVE + 1)] if waves else []
    return OLS(pain[1:], np.column_stack([had[1:], np.ones(days), pain[:-1], *slow]))


def spoke(days: int, habit: str, drifts: float, *, waves: bool, lives: int) -> Iterator[float]:
    """For each sort of errors, the share of lives in which it would have spoken."""
    times, of = dict.fromkeys(ERRORS, 0), 0
    for number in range(lives):
        pain, had = life(days + 1, habit, drifts, Random(f"{days} {habit} {number}"))  # noqa: S311 - made-up lives
        if min(had.sum(), len(had) - had.sum()) < LEAST:
            continue
        fit, of = fitted(pain, had, waves=waves).fit(), of + 1
        for name, errors in ERRORS.items():
            times[name] += errors(fit).pvalues[0] < CHANCE
    yield from (times[name] / max(of, 1) for name in ERRORS)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lives", type=int, default=1000)
    lives = parser.parse_args().lives
    print("| mornings | the habit | the waves | " + " | ".join(ERRORS) + " |\n" + "|---" * 6 + "|")
    for waves, habit, drifts in ((True, "stretches", 0.0), (True, "stays", 0.0), (False, "stays", 0.35)):
        for days in (28, 56, 140):
            cells = [f"{share:.1%}" for share in spoke(days, habit, drifts, waves=waves, lives=lives)]
            how = "taken out" if waves else "left in, pain drifts"
            print(f"| {days} | {habit} | {how} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
