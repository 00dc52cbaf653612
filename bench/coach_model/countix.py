"""Countix clips from the wild as poses: counted by one height of the body that goes up and down in an exercise that is
known.

The poses come with every frame stretched to a square of its own, so an angle means little. How far it was stretched
follows from how long the parts of a body are.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from bench.coach_model.files import counts
from bench.coach_model.scores import Score
from bench.coach_model.simple import peaks
from bench.coach_model.trace import Numbers

from unbend.motion.measures import MEASURE, Source, measured
from unbend.motion.pose import LANDMARK, PoseFrame
from unbend.motion.rhythm import alone, rhythm

FILES = ("countix-poses.npz", "countix-counts.csv")
RATE = 30.0  # frames a second; not given
SETTLED = 9  # frames over whose median the proportions of one are taken
PIXELS = 1000  # of one body height
SIDES = ("right", "left")

# The height of what above what goes up and down, and an angle that does the same.
HEIGHTS = {
    "squat": ("hip", "ankle"),
    "lunge": ("hip", "ankle"),
    "push_up": ("shoulder", "wrist"),
    "bench_pressing": ("wrist", "shoulder"),
    "pull_ups": ("wrist", "shoulder"),
    "rope_pushdown": ("wrist", "shoulder"),
    "front_raise": ("wrist", "shoulder"),
    "sit_up": ("shoulder", "hip"),
}
ANGLES = {
    "squat": "knee flexion",
    "lunge": "knee flexion",
    "front_raise": "shoulder elevation",
    "sit_up": "hip flexion",
}
ELBOW = "elbow flexion"
OURS = "height, mean of both sides"

# How long parts are in body heights: drillis-contini-1966, the breadths bell-1989 and ansur-ii-2014.
LENGTHS = {
    ("shoulder", "elbow"): 0.186,
    ("elbow", "wrist"): 0.146,
    ("hip", "knee"): 0.245,
    ("knee", "ankle"): 0.246,
    ("shoulder", "hip"): 0.288,
}
BREADTHS = {"shoulder": 0.216, "hip": 0.100}
PARTS = (
    *((LANDMARK[f"{s} {a}"], LANDMARK[f"{s} {b}"], long) for (a, b), long in LENGTHS.items() for s in SIDES),
    *((LANDMARK[f"right {a}"], LANDMARK[f"left {a}"], wide) for a, wide in BREADTHS.items()),
)


@dataclass(frozen=True)
class Clip:
    """One clip: the frames in which somebody is seen, their times in seconds, and their width and height in body
    heights."""

    name: str
    exercise: str
    count: int
    times: Numbers
    marks: Numbers
    size: Numbers


def clips(folder: Path) -> Iterator[Clip]:
    with np.load(folder / FILES[0]) as poses:
        for name, exercise, count in counts(folder / FILES[1]):
            marks = poses[name].astype(float)
            seen = marks.any(axis=(1, 2))
            times = np.flatnonzero(seen) / RATE
            yield Clip(name, exercise, count, times, marks[seen], proportions(marks[seen]))


def proportions(marks: Numbers) -> Numbers:
    """How wide and high each frame is, in body heights: such that the parts of the body have their lengths."""
    a, b, long = (np.array(column) for column in zip(*PARTS, strict=True))
    squares = ((marks[:, a] - marks[:, b]) / long[:, None]) ** 2
    best, least = np.zeros((len(marks), 3)), np.full(len(marks), np.inf)
    for axes in (list(some) for n in (1, 2, 3) for some in combinations(range(3), n)):
        part = squares[:, :, axes]
        product = np.einsum("fpi,fpj->fij", part, part) + 1e-9 * np.eye(len(axes))
        found = np.linalg.solve(product, part.sum(axis=1)[:, :, None])[:, :, 0]
        off = ((np.einsum("fpi,fi->fp", part, found) - 1.0) ** 2).sum(axis=1)
        better = (found >= 0).all(axis=1) & (off < least)
        best[better] = 0.0
        best[np.ix_(better, axes)] = found[better]
        least[better] = off[better]
    return np.sqrt(_settled(best[:, :2]))


def _settled(values: Numbers) -> Numbers:
    padded = np.pad(values, ((SETTLED // 2, SETTLED // 2), (0, 0)), mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, SETTLED, axis=0)
    settled: Numbers = np.median(windows, axis=-1)
    return settled


def signals(clip: Clip) -> Mapping[str, tuple[float | None, ...]]:
    """All that may be counted: the height and the angle, of the right, the left and both."""
    upper, lower = HEIGHTS[clip.exercise]
    down = clip.marks[:, :, 1] * clip.size[:, 1:]
    heights = [(down[:, LANDMARK[f"{s} {lower}"]] - down[:, LANDMARK[f"{s} {upper}"]]).tolist() for s in SIDES]
    angles = _angles(clip, ANGLES.get(clip.exercise, ELBOW))
    found = {}
    for name, (right, left) in (("height", heights), ("angle", angles)):
        found[f"{name}, right"], found[f"{name}, left"] = tuple(right), tuple(left)
        found[f"{name}, mean of both sides"] = tuple(
            None if a is None or b is None else (a + b) / 2 for a, b in zip(right, left, strict=True)
        )
    return found


def _angles(clip: Clip, name: str) -> list[list[float | None]]:
    wanted = [MEASURE[f"{side} {name}"] for side in SIDES]
    rows = []
    for time, marks, (wide, high) in zip(clip.times.tolist(), clip.marks.tolist(), clip.size, strict=True):
        image = [(x, y, z, 1.0) for x, y, z in marks]
        size = max(1, round(wide * PIXELS)), max(1, round(high * PIXELS))
        rows.append(measured(PoseFrame(time, image, None, *size), wanted, source=Source.IMAGE))
    return [[row[i][0] for row in rows] for i in range(len(SIDES))]


def scores(folder: Path) -> tuple[dict[str, list[Score]], list[Score]]:
    """What each signal counts in every clip, the clearest of them too; and what the peak detector counts."""
    ours: dict[str, list[Score]] = {}
    simple = []
    for clip in clips(folder):
        found = signals(clip)
        told = {name: len(alone(clip.times.tolist(), values)) for name, values in found.items()}
        clear = max(found, key=lambda name: _clearness(clip, found[name]))
        told["the clearest of these"] = told[clear]
        for name, count in told.items():
            ours.setdefault(name, []).append(Score(clip.name, clip.exercise, clip.count, count))
        simple.append(Score(clip.name, clip.exercise, clip.count, peaks(found[OURS], RATE)))
    return ours, simple


def _clearness(clip: Clip, values: tuple[float | None, ...]) -> float:
    seen = [(time, value) for time, value in zip(clip.times.tolist(), values, strict=True) if value is not None]
    return rhythm([time for time, _ in seen], [value for _, value in seen]).clear if len(seen) > 1 else 0.0
