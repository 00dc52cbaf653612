"""One repetition of a movement before the made-up camera, without noise, and everything measured that there is."""

from collections.abc import Sequence
from dataclasses import dataclass

from unbend.body.camera import Camera, camera
from unbend.body.frame import Frame
from unbend.body.performance import Performance
from unbend.motion.chosen import covered, source_of
from unbend.motion.measures import MEASURES, MIRRORED_MEASURE, Source, measured
from unbend.motion.pose import PoseFrame

# Where else the phone may stand, in degrees aside and above, as people put it on a chair or a shelf and not quite where
# it was drawn; and by how much a pose model may stretch or flatten depth.
ELSEWHERE = ((20.0, 0.0), (-20.0, 0.0), (0.0, 12.0), (0.0, -6.0))
DEPTHS = (0.6, 1.2)
# Moments of one repetition at which a movement is measured, evenly in time.
MOMENTS = 24
ALL = tuple(range(len(MEASURES)))
Readings = tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Played:
    """The key poses and then the moments on the way: as bodies, as seen, and every measure of each from its source
    (`sources`, by measure). `strays` is how far each measure strays, at most, in the key poses when the phone stands
    elsewhere or depth is off. `target` is the index of the target pose."""

    performance: Performance
    bodies: tuple[Frame, ...]
    seen: tuple[PoseFrame, ...]
    readings: tuple[Readings, ...]
    sources: tuple[Source, ...]
    strays: tuple[float, ...]
    target: int

    @property
    def keys(self) -> int:
        """How many of them are key poses."""
        return len(self.performance.movement.poses)

    def over_time(self, measure: int) -> tuple[float, ...]:
        """One measure wherever it is seen."""
        return tuple(value for readings in self.readings if (value := readings[measure]) is not None)

    def of_keys(self, measure: int) -> Readings:
        """One measure in all key poses."""
        return tuple(readings[measure] for readings in self.readings[: self.keys])

    def chosen(self, at: int, wanted: Sequence[int]) -> Readings:
        """The wanted measures of one of them."""
        return tuple(self.readings[at][measure] for measure in wanted)


def play(performance: Performance, view: str) -> Played:
    """One repetition seen from a named view; the right half where the sides take turns. KeyError for another view."""
    seconds = one_repetition(performance)
    bodies = [performance.frame(key.posture) for key in performance.keys]
    bodies += [performance.at(seconds * i / MOMENTS) for i in range(MOMENTS)]
    lens = camera(bodies, view=view)
    seen = tuple(seen_by(body, lens) for body in bodies)
    image, world = ([_all(frame, source) for frame in seen] for source in (Source.IMAGE, Source.WORLD))
    sources = tuple(_source(image, world, i) for i in ALL)
    readings = tuple(
        tuple(b if source is Source.WORLD else a for a, b, source in zip(flat, solid, sources, strict=True))
        for flat, solid in zip(image, world, strict=True)
    )
    keys = len(performance.keys)
    strays = _strays(seen[:keys], bodies, view, sources, readings[:keys])
    names = [pose.name for pose in performance.movement.poses]
    target = names.index(performance.movement.target)
    return Played(performance, tuple(bodies), seen, readings, sources, strays, target)


def _strays(
    seen: Sequence[PoseFrame],
    bodies: Sequence[Frame],
    view: str,
    sources: Sequence[Source],
    readings: Sequence[Readings],
) -> tuple[float, ...]:
    others = [[_deeper(frame, depth) for frame in seen] for depth in DEPTHS]
    for aside, above in ELSEWHERE:
        lens = camera(bodies, view=view, aside=aside, above=above)
        others.append([seen_by(body, lens) for body in bodies[: len(seen)]])
    off = [0.0] * len(ALL)
    for other in others:
        for frame, right in zip(other, readings, strict=True):
            for i, (value, _) in enumerate(measured(frame, ALL, source=sources)):
                wanted = right[i]
                if value is not None and wanted is not None:
                    off[i] = max(off[i], abs(value - wanted))
    return tuple(off)


def _deeper(frame: PoseFrame, depth: float) -> PoseFrame:
    world = frame.world and [(x, y, z * depth, v) for x, y, z, v in frame.world]
    return PoseFrame(frame.time, frame.image, world, frame.width, frame.height)


def one_repetition(performance: Performance) -> float:
    """How long one repetition takes, in seconds: a round, or the half of one in which a side works."""
    return performance.seconds / (2 if performance.movement.alternates else 1)


class _NoChance:
    def gauss(self, mu: float = 0.0, sigma: float = 0.0) -> float:
        return mu + 0.0 * sigma

    def uniform(self, a: float, b: float) -> float:
        return (a + b) / 2


def seen_by(body: Frame, lens: Camera) -> PoseFrame:
    """A body as the made-up camera sees it, without noise."""
    seen = lens.sees(body, noise=0.0, chance=_NoChance())
    return PoseFrame(0.0, seen.image, seen.world, lens.width, lens.height)


def _source(image: Sequence[Readings], world: Sequence[Readings], measure: int) -> Source:
    """What a measure is taken from: the same for both sides, as told by the one that moves more."""
    pair = (measure, MIRRORED_MEASURE[measure][0])
    moves = max(pair, key=lambda i: covered(_known(world, i)))
    return source_of(moves, _known(image, moves), _known(world, moves))


def _all(frame: PoseFrame, source: Source) -> Readings:
    return tuple(value for value, _ in measured(frame, ALL, source=source))


def _known(readings: Sequence[Readings], measure: int) -> list[float]:
    return [value for moment in readings if (value := moment[measure]) is not None]
