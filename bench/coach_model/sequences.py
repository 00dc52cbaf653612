"""Made-up recordings of people at their exercise: how fast, how often, how well seen, by a camera of which rate."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

import numpy as np
from bench.coach_model.trace import STILL, Numbers, Stretch, Trace

from unbend.motion.pose import PoseFrame

# A landmark that is seen jitters by up to 8 mm from frame to frame and wanders by up to 12 mm, one that is guessed
# three times as much. On the clip of the squats those of trunk and legs jitter by 0.3 to 3 mm, 6 mm in depth, and those
# of the hidden arm by 4 to 25 mm.
JITTER, WANDER, HIDDEN = 0.008, 0.012, 3.0
WANDERS = 0.7  # seconds after which where it wandered to is nearly forgotten
GUESSED = 0.5  # visibility below which a landmark is guessed
RATES = (10.0, 60.0)
PACE = (0.8, 1.3)  # how much slower a person is than the movement says, and from one repetition to the next:
TEMPO = (0.85, 1.15)
REST = (0.0, 1.0)  # seconds between two repetitions
LOST_FRAMES = 0.05  # the most single frames in which nobody is found
LOST_FOR = (0.1, 0.4)  # seconds, and how often somebody is lost for so long
LOST_EVERY = 12.0


@dataclass(frozen=True)
class Sequence:
    """What a camera saw, and what was true: repetitions done, and holds in seconds with where they began."""

    trace: Trace
    rate: float
    frames: tuple[PoseFrame, ...]
    repetitions: tuple[Stretch, ...]
    holds: tuple[Stretch, ...]


@dataclass(frozen=True)
class _Played:
    """A stretch of time in which a turn of the trace is played, faster or slower."""

    start: float
    pace: float
    turn: Stretch

    def at(self, time: float) -> float:
        """The time of the trace."""
        return self.turn.start + min((time - self.start) / self.pace, self.turn.end - self.turn.start)

    def when(self, time: float) -> float:
        return self.start + (time - self.turn.start) * self.pace


def sequence(trace: Trace, *, seed: int) -> Sequence:
    """Somebody doing the exercise of a trace several times. The same seed gives the same."""
    chance = Random(seed)  # noqa: S311
    played = list(_played(trace, chance))
    last = played[-1]
    seconds = last.when(last.turn.end) + STILL
    rate = chance.uniform(*RATES)
    count = int(seconds * rate)
    times = np.array([(i + chance.uniform(-0.15, 0.15)) / rate for i in range(1, count)])
    at = np.array([_at(time, played) for time in times])
    return Sequence(
        trace,
        rate,
        tuple(_frames(trace, times, at, chance)),
        tuple(Stretch(p.start, p.when(p.turn.end), p.turn.side) for p in played),
        tuple(
            Stretch(p.when(hold.start), p.when(hold.end), hold.side)
            for p in played
            for hold in trace.holds
            if p.turn.start <= hold.start < p.turn.end
        ),
    )


def _played(trace: Trace, chance: Random) -> Iterator[_Played]:
    pace, time = chance.uniform(*PACE), STILL
    for i in range(chance.randint(1, 3) * len(trace.turns) + 1):
        turn = trace.turns[i % len(trace.turns)]
        one = _Played(time, pace * chance.uniform(*TEMPO), turn)
        yield one
        time = one.when(turn.end) + chance.uniform(*REST)


def _at(time: float, played: list[_Played]) -> float:
    now = played[0].turn.start
    for one in played:
        if time < one.start:
            return now
        now = one.at(time)
    return now


def _frames(trace: Trace, times: Numbers, at: Numbers, chance: Random) -> Iterator[PoseFrame]:
    pictures, rooms = _between(trace.image, trace.times, at), _between(trace.world, trace.times, at)
    level = chance.uniform(0.0, 1.0)
    noise = _noise(times, np.random.default_rng(chance.getrandbits(32)), level)
    noise[rooms[:, :, 3] < GUESSED] *= HIDDEN
    rooms[:, :, :3] += noise
    pictures[:, :, :3] += noise * trace.metre / np.array((trace.width, trace.height, trace.width))
    lost = _lost(times, chance)
    for time, picture, room, is_lost in zip(times.tolist(), pictures.tolist(), rooms.tolist(), lost, strict=True):
        image, world = (None, None) if is_lost else (picture, room)
        yield PoseFrame(time, image, world, trace.width, trace.height)


def _between(marks: Numbers, times: Numbers, at: Numbers) -> Numbers:
    """The landmarks at any time of a trace; a landmark is as visible as in the frame before."""
    before = np.clip(np.searchsorted(times, at, side="right") - 1, 0, len(times) - 2)
    share = np.clip((at - times[before]) / (times[before + 1] - times[before]), 0.0, 1.0)[:, None, None]
    found: Numbers = marks[before] * (1.0 - share) + marks[before + 1] * share
    found[:, :, 3] = marks[before][:, :, 3]
    return found


def _noise(times: Numbers, chance: np.random.Generator, level: float) -> Numbers:
    shape = (len(times), 33, 3)
    jitter = chance.normal(0.0, JITTER * level, shape)
    kept = np.exp(-np.diff(times, prepend=times[0]) / WANDERS)
    push = chance.normal(0.0, WANDER * level, shape)
    place = push[0]
    for i in range(len(times)):
        place = place * kept[i] + push[i] * np.sqrt(max(1.0 - kept[i] ** 2, 0.0))
        jitter[i] += place
    return jitter


def _lost(times: Numbers, chance: Random) -> list[bool]:
    single = chance.uniform(0.0, LOST_FRAMES)
    until, lost = -1.0, []
    step = float(times[-1] - times[0]) / len(times)
    for time in times:
        if time > until and chance.random() < step / LOST_EVERY:
            until = time + chance.uniform(*LOST_FOR)
        lost.append(bool(time <= until or chance.random() < single))
    return lost
