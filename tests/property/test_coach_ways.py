"""However frames come to the coach, one at a time as in the browser or all at once from a file, they count the same."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from random import Random
from typing import Any
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from support.coaching import frames_of, read
from support.effort import SOAK, examples
from support.movements import movements, performance
from support.references import reference
from unbend.body.angles import Side
from unbend.body.build import BUILDS
from unbend.body.recording import Setting, record
from unbend.motion import analysis, live
from unbend.motion.analysis import analyse
from unbend.motion.coach import CoachState, advance, begin, ended
from unbend.motion.measures import Reading
from unbend.motion.pose import PoseFrame
from unbend.motion.reference import Reference
from unbend.motion.reference_json import as_json, reference_from
from unbend.motion.report import report

# Counted, held, on one side, by turns, from the front, and only timed; in a soak all that a camera looks at.
FEW = ("squat-full", "glute-bridge", "bird-dog", "dead-bug", "side-plank", "standing-leg-raise-side", "cat-cow")
EXERCISES = tuple(movements()) if SOAK else FEW
RATES = (8.0, 12.0, 25.0, 60.0) if SOAK else (8.0, 12.0, 25.0)


@dataclass(frozen=True)
class Practice:
    """Somebody's practice before a camera that loses frames, once for some seconds all of them; and the side that the
    coach was told."""

    exercise: str
    build: str
    setting: Setting
    seed: int
    lost: float
    without: float
    told: str

    @cached_property
    def reference_json(self) -> str:
        """What it is held against, as a browser gets it."""
        return json.dumps(as_json(reference(self.exercise)))

    @cached_property
    def reference(self) -> Reference:
        """The same as it comes out of that."""
        return reference_from(json.loads(self.reference_json))

    @cached_property
    def frames(self) -> Sequence[PoseFrame]:
        """What the camera saw."""
        chance = Random(self.seed)
        seen = frames_of(record(performance(self.exercise, self.build), self.setting, chance))
        half = seen[len(seen) // 2].time
        kept = [replace(f, image=None, world=None) if chance.random() < self.lost else f for f in seen]
        return [replace(f, time=f.time + self.without) if f.time > half else f for f in kept]


@st.composite
def practices(draw: st.DrawFn) -> Practice:
    """Of any build, on either side, at any rate."""
    exercise = draw(st.sampled_from(EXERCISES))
    view, rate, side = movements()[exercise].camera.view, draw(st.sampled_from(RATES)), draw(st.sampled_from(Side))
    return Practice(
        exercise,
        draw(st.sampled_from(sorted(BUILDS))),
        Setting(draw(st.integers(1, 2)), draw(st.sampled_from((0.0, 0.005, 0.02))), view, rate, side),
        seed=draw(st.integers(0, 999)),
        lost=draw(st.sampled_from((0.0, 0.05, 0.2))),
        without=draw(st.sampled_from((0.0, 2.0, 60.0))),
        told=draw(st.sampled_from(("right", "left", "both"))),
    )


@contextmanager
def without_filters() -> Iterator[None]:
    """Neither the filters of the browser nor those of a recording, which alone know what comes later."""

    def as_read(filters: Any, _: Reference, readings: Sequence[Reading], __: float) -> Any:
        return filters, tuple(readings)

    with (
        patch.object(live, "smooth", as_read),
        patch.object(analysis, "smoothed", lambda _, values, **__: list(values)),
    ):
        yield


def fed(handle: str, frames: Sequence[PoseFrame]) -> list[dict[str, Any]]:
    """What the browser is told after each frame."""
    found = []
    for frame in frames:
        image, world = (
            [value for point in points for value in point] if points is not None else None
            for points in (frame.image, frame.world)
        )
        found.append(json.loads(live.feed(handle, frame.time, image, world, frame.width, frame.height)))
    return found


def practised(done: Practice, frames: Sequence[PoseFrame]) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """All that the browser is told, and the end."""
    handle = live.begin(done.reference_json, done.told, 1)
    shown = fed(handle, frames)
    return shown, json.loads(live.end(handle))


def stepped(done: Practice) -> CoachState:
    """The coach itself, step by step."""
    state = begin(done.reference, side=done.told)
    for time, seen, readings in read(done.frames, done.exercise, done.reference):
        state = advance(state, seen, readings, time)
    return ended(state)


@examples(8, soak=1000)
@given(practices())
def test_frame_by_frame_sees_what_all_at_once_sees(done: Practice) -> None:
    with without_filters():
        whole = analyse(done.frames, done.reference, side=done.told).state
        _, end = practised(done, done.frames)
    assert stepped(done) == whole
    assert end == {**json.loads(json.dumps(report(whole))), "count": whole.count, "corrected": False}
    counted = done.reference.counted
    assert end["count"] == len(end["holds"] if counted is not None and counted.hold else end["repetitions"])
    assert not whole.holding


@examples(6, soak=500)
@given(
    practices(), st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6)), max_size=9)
)
def test_a_frame_that_is_not_later_changes_nothing_by_any_way(
    done: Practice, stale: list[tuple[int, int, int]]
) -> None:
    many, shown = len(done.frames), [(frame, True) for frame in done.frames]
    for after, of, like in sorted(stale, key=lambda one: one[0] % many, reverse=True):
        here = after % many
        old = replace(done.frames[like % many], time=done.frames[of % (here + 1)].time)
        shown.insert(here + 1, (old, False))
    frames = [frame for frame, _ in shown]
    told, end = practised(done, frames)
    later = [one for one, (_, is_later) in zip(told, shown, strict=True) if is_later]
    assert (later, end) == practised(done, done.frames)
    assert all(told[i] == told[i - 1] for i, (_, is_later) in enumerate(shown) if not is_later)
    assert analyse(frames, done.reference, side=done.told) == analyse(done.frames, done.reference, side=done.told)


@examples(8, soak=500)
@given(practices(), st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 20)), min_size=1, max_size=3))
def test_a_persons_own_count_stands_and_what_comes_after_is_added(
    done: Practice, corrections: list[tuple[int, int]]
) -> None:
    plain, end = practised(done, done.frames)
    moments = dict(sorted((at % len(plain), own) for at, own in corrections))
    handle, shown = live.begin(done.reference_json, done.told, 1), list[dict[str, Any]]()
    for i, frame in enumerate(done.frames):
        shown += fed(handle, [frame])
        if i in moments:
            live.correct(handle, moments[i])
    told = json.loads(live.end(handle))
    at, own = max(moments), moments[max(moments)]
    assert (told["count"], told["corrected"]) == (own + max(end["count"] - plain[at]["count"], 0), True)
    assert all(one["count"] >= own for one in shown[at + 1 :])
    assert {**told, "count": 0, "corrected": False} == {**end, "count": 0}
