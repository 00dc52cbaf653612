"""How often "What helps my back?" speaks where nothing helps, and how often it finds what does.

    python bench/helps.py [--people 400] [--weeks 26] [--seed 1]

Seeds are fixed, so the table is the same each time. It goes to docs/explanation/what-helps.md by hand.
"""

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from support.mornings import LIVES, Life, lived
from unbend.progress.helps import Helps, Mornings, Told, look_of, what_helps

SAYS = (Told.LOWER, Told.HIGHER)
EFFECTS = {"workout": "workout", "sat-much": "sat", "slept-well": "slept"}


def looks(life: Life, *, people: int, days: int, seed: int) -> list[list[Helps]]:
    """Each look of each person in so many days."""
    found = []
    for number in range(people):
        rows = lived(life, Random(f"{seed} {number}"), days)  # noqa: S311 - made-up lives
        counts = sorted({last for count in range(len(rows.rows) + 1) if (last := look_of(count))})
        found.append([what_helps(Mornings(rows.rows[:count], count)) for count in counts])
    return found


def says(one: Helps, start: str = "") -> list[Told]:
    return [found.told for found in one.found if found.told in SAYS and found.thing.kind.startswith(start)]


def share(times: int, of: int) -> str:
    return f"{100 * times / of:.1f} %" if of else "-"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=400)
    parser.add_argument("--weeks", type=int, default=26)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    plan = {"people": args.people, "days": 7 * args.weeks, "seed": args.seed}
    print("| nothing helps, and | people | first look | each look | ever |\n|---|---|---|---|---|")
    for name, life in LIVES.items():
        every = looks(life, **plan)
        first = [person[0] for person in every if person]
        each = [one for person in every for one in person]
        ever = sum(any(map(says, person)) for person in every)
        cells = (share(sum(map(bool, map(says, some))), len(some)) for some in (first, each))
        print(f"| {name} | {len(every)} | {' | '.join(cells)} | {share(ever, len(every))} |", flush=True)
    print(
        "\n| one point of 10 | noise of a day | 28 | 56 | 84 | 140 | wrong way | others | right interval |\n"
        + "|---" * 9
        + "|"
    )
    for noise in (0.7, 1.0, 1.3):
        for effect, kind in EFFECTS.items():
            _found(effect, kind, replace(Life(noise=noise, carried=0.4), effects={effect: -1.0}), plan)


def _found(effect: str, kind: str, life: Life, plan: dict[str, int]) -> None:
    every = looks(life, **plan)
    cells = []
    for look in (28, 56, 84, 140):
        at = [one for person in every for one in person if one.look == look]
        cells.append(share(sum(bool(says(one, kind)) for one in at), len(at)))
    each = [one for person in every for one in person]
    wrong = sum(Told.HIGHER in says(one, kind) for one in each)
    others = sum(len(says(one)) > len(says(one, kind)) for one in each)
    told = [found.difference for one in each for found in one.found if found.difference and found.thing.kind == effect]
    right = sum(one.low <= -1 <= one.high for one in told)
    cells += [share(wrong, len(each)), share(others, len(each)), f"{share(right, len(told))} of {len(told)}"]
    print(f"| {effect} | {life.noise} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
