"""A made-up recording: a movement done several times before a camera, with the truth beside it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from unbend.body.angles import ANGLES, MIRRORED, Side
from unbend.body.camera import ORDER, Chance, Landmark, Seen, camera
from unbend.body.frame import Frame
from unbend.body.performance import Performance
from unbend.body.timeline import Leg

STILL = 1.0  # seconds in the first pose before and after
# How much longer or shorter a repetition takes than the movement says, and the longest rest after one, in seconds.
TEMPO, REST = 0.15, 0.6
SYMMETRIC = 3.0  # degrees


@dataclass(frozen=True, slots=True)
class Repetition:
    """One true repetition: when it began and ended (seconds), on which side (`right`, `left`, `both`), and the lowest
    and highest value of the counted angle on the way (degrees), if the movement counts one."""

    start: float
    end: float
    side: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Hold:
    """The time in the target pose, in seconds."""

    start: float
    end: float
    side: str


@dataclass(frozen=True, slots=True)
class Recording:
    """What a camera saw, with the time of each frame in seconds and the picture's size in pixels, and what was true."""

    exercise: str
    view: str
    width: int
    height: int
    times: tuple[float, ...]
    seen: tuple[Seen, ...]
    repetitions: tuple[Repetition, ...]
    holds: tuple[Hold, ...]


@dataclass(frozen=True, slots=True)
class _Turn:
    """A stretch of the recording that plays legs of the movement from `leg_start` to `leg_end`, faster or slower."""

    start: float
    end: float
    leg_start: float
    leg_end: float
    side: str


@dataclass(frozen=True, slots=True)
class Setting:
    """How a recording is made: `noise` in metres, the named view of the camera, and on which side one works who works
    on one side."""

    repetitions: int
    noise: float
    view: str
    frames_a_second: float
    side: Side = Side.RIGHT


def record(performance: Performance, setting: Setting, chance: Chance) -> Recording:
    """A recording of a movement. The same chance gives the same recording. A left side is the mirror
    image of the right one, camera and all."""
    recording = _right_sided(performance, setting, chance)
    return recording if setting.side is Side.RIGHT else _mirrored(recording)


def _right_sided(performance: Performance, setting: Setting, chance: Chance) -> Recording:
    turns = tuple(_turns(performance, setting.repetitions, chance))
    seconds = turns[-1].end + STILL
    times = tuple(i / setting.frames_a_second for i in range(int(seconds * setting.frames_a_second) + 1))
    frames = [performance.at(_inside(time, turns)) for time in times]
    lens = camera(frames, view=setting.view)
    return Recording(
        exercise=performance.movement.exercise,
        view=setting.view,
        width=lens.width,
        height=lens.height,
        times=times,
        seen=tuple(lens.sees(frame, noise=setting.noise, chance=chance) for frame in frames),
        repetitions=tuple(_repetition(turn, times, frames, performance) for turn in turns),
        holds=tuple(_holds(turns, performance)),
    )


def _mirrored(recording: Recording) -> Recording:
    return replace(
        recording,
        seen=tuple(
            Seen(
                _swapped((1.0 - x, y, z, v) for x, y, z, v in seen.image),
                _swapped((-x, y, z, v) for x, y, z, v in seen.world),
            )
            for seen in recording.seen
        ),
        repetitions=tuple(replace(r, side=_OTHER[r.side]) for r in recording.repetitions),
        holds=tuple(replace(h, side=_OTHER[h.side]) for h in recording.holds),
    )


def _swapped(landmarks: Iterable[Landmark]) -> tuple[Landmark, ...]:
    """Left landmarks in the place of right ones and the other way round."""
    found = tuple(landmarks)
    twins = {name: i for i, name in enumerate(ORDER)}
    return tuple(found[twins[part, side.other if side else None]] for part, side in ORDER)


_OTHER = {"right": "left", "left": "right", "both": "both"}


def _turns(performance: Performance, repetitions: int, chance: Chance) -> Iterator[_Turn]:
    time = STILL
    halves = _halves(performance)
    for i in range(repetitions):
        start, end, side = halves[i % len(halves)]
        seconds = (end - start) * chance.uniform(1 - TEMPO, 1 + TEMPO)
        yield _Turn(time, time + seconds, start, end, side)
        time += seconds + chance.uniform(0.0, REST)


def _halves(performance: Performance) -> list[tuple[float, float, str]]:
    """What counts as one repetition: the round, or each half of a round that changes sides."""
    if not performance.movement.alternates:
        return [(0.0, performance.seconds, _side(performance))]
    middle = performance.seconds / 2
    return [(0.0, middle, Side.RIGHT.value), (middle, performance.seconds, Side.LEFT.value)]


def _side(performance: Performance) -> str:
    for key in performance.keys:
        angles = key.posture.angles
        for i, angle in enumerate(ANGLES):
            other, sign = MIRRORED[i]
            if angle.side and abs(angles[i] - angles[other] * sign) > SYMMETRIC:
                return Side.RIGHT.value
    return "both"


def _inside(time: float, turns: Sequence[_Turn]) -> float:
    """The movement's own time at a time of the recording; between repetitions it waits where it is."""
    done = turns[0].leg_start
    for turn in turns:
        if time < turn.start:
            return done
        if time <= turn.end:
            return turn.leg_start + (turn.leg_end - turn.leg_start) * (time - turn.start) / (turn.end - turn.start)
        done = turn.leg_end
    return done


def _repetition(turn: _Turn, times: Sequence[float], frames: Sequence[Frame], performance: Performance) -> Repetition:
    count = performance.movement.count
    if count is None:
        return Repetition(turn.start, turn.end, turn.side, None, None)
    index = MIRRORED[count.angle][0] if turn.side == Side.LEFT.value else count.angle
    within = [f.angles[index] for time, f in zip(times, frames, strict=True) if turn.start <= time <= turn.end]
    return Repetition(turn.start, turn.end, turn.side, min(within), max(within))


def _holds(turns: Sequence[_Turn], performance: Performance) -> Iterator[Hold]:
    for turn in turns:
        pace = (turn.end - turn.start) / (turn.leg_end - turn.leg_start)
        for leg in performance.legs:
            if _is_hold(leg, performance) and turn.leg_start <= leg.start < turn.leg_end:
                start = turn.start + (leg.start - turn.leg_start) * pace
                yield Hold(start, start + (leg.end - leg.start) * pace, turn.side)


def _is_hold(leg: Leg, performance: Performance) -> bool:
    here = performance.keys[leg.here].key
    return leg.here == leg.there and here.name == performance.movement.target
