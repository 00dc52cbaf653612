"""How good counts are, by the usual measures, and how settings do on recordings that did not choose them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean


@dataclass(frozen=True)
class Score:
    """A true count and the told one, of one recording of a kind."""

    name: str
    kind: str
    truth: int
    told: int

    @property
    def off(self) -> int:
        return abs(self.told - self.truth)


def off_by_one(scores: Sequence[Score]) -> float:
    """The share of counts that are at most one off."""
    return fmean(score.off <= 1 for score in scores)


def exact(scores: Sequence[Score]) -> float:
    return fmean(score.off == 0 for score in scores)


def error(scores: Sequence[Score]) -> float:
    """The mean error in repetitions."""
    return fmean(score.off for score in scores)


def relative(scores: Sequence[Score]) -> float:
    """The mean error as a share of the true count."""
    return fmean(score.off / max(score.truth, 1) for score in scores)


def cross_validated(by_setting: Mapping[str, Sequence[Score]]) -> list[Score]:
    """For each recording what the setting tells that is best on all others: most often at most one off."""
    number = len(next(iter(by_setting.values())))
    found = []
    for i in range(number):
        best = max(by_setting, key=lambda name: _without(by_setting[name], i))
        found.append(by_setting[best][i])
    return found


def _without(scores: Sequence[Score], i: int) -> tuple[int, float]:
    others = [score for j, score in enumerate(scores) if j != i]
    return sum(score.off <= 1 for score in others), -relative(others)


def line(name: str, scores: Sequence[Score]) -> str:
    """A row of a table: how many, off by one, exact, errors."""
    return (
        f"| {name} | {len(scores)} | {off_by_one(scores):.3f} | {exact(scores):.3f} "
        f"| {error(scores):.2f} | {relative(scores):.3f} |"
    )


HEAD = "| what | recordings | at most one off | exact | mean error | mean share |\n|---|---|---|---|---|---|"
