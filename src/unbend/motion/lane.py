"""The reference as one side of the body does it: what of a frame's readings is compared with what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from unbend.motion.counter import Counting
from unbend.motion.hold import Pose
from unbend.motion.measures import MEASURES, MIRRORED_MEASURE, Reading, Unit
from unbend.motion.pose_held import pose_of
from unbend.motion.reference import Bound, Counted, KeyReading, Reference, SeenFault, share_of
from unbend.motion.rounds import counting_of, ways_of

RIGHT, LEFT, BOTH = "right", "left", "both"
Values = tuple[float | None, ...]
NOT_READ: Reading = (None, 0.0)

# By how much a measure may differ from the reference before it begins to look like another posture: degrees, and trunk
# lengths. Wide, since people are built otherwise and have their own ways.
ALLOWED = {Unit.DEGREES: 24.0, Unit.TRUNKS: 0.35}
# How much of the path is kept to compare with: enough for its shape, few enough for every frame.
STATIONS = 16
FURTHER = (0.4, 0.8)  # of the way from start to target
# A body that is so far on the way is compared with the stations about there: such a share of the way apart, or as far
# as the counted measure may be off by (in allowed differences), where its way is short.
APART, TREMBLES = 0.2, 0.3
GAP = 0.6  # of the widest step between two stations: half of it must always be in reach
# Where arms are not what is counted they are held as one likes, and say nothing about which exercise it is.
ARMS = ("shoulder", "upper arm", "elbow", "forearm", "wrist", "hand")

# Where both legs do the same in an exercise, people's differ by less (degrees): more is a step, a lunge, a leg lifted.
# By judgement; real squats and standing up keep within it (bench/coach.py).
LEGS, LOPSIDED = ("hip flexion", "knee flexion"), 60.0


@dataclass(frozen=True, slots=True)
class Lane:
    """One side's way of doing the exercise. `take` says for each of the reference's measures where it stands in the
    readings, `twin` where the other side's stands if either may be read, `signs` whether it turns in the mirror."""

    side: str
    take: tuple[int | None, ...]
    twin: tuple[int | None, ...] | None
    signs: tuple[float, ...]

    def values(self, readings: Sequence[Reading]) -> tuple[Reading, ...]:
        """The readings as the right-sided reference would have them."""
        if self.twin is not None:
            return tuple(
                reading if j is None or i == j else _merged(reading, readings[j])
                for i, (reading, j) in enumerate(zip(readings, self.twin, strict=True))
            )
        return self.plain(readings)

    def plain(self, readings: Sequence[Reading]) -> tuple[Reading, ...]:
        """The same, with each side as it is even where either may be read."""
        if self.side != LEFT:
            return tuple(readings)
        return tuple(
            _turned(readings[i], sign) if i is not None else NOT_READ
            for i, sign in zip(self.take, self.signs, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """A reference made ready for every frame: its lanes, where the measures stand that tell whether it is this exercise
    (`compared`), and the stations of its path; `places` says how far on the way each of them is (None: it cannot be
    told), `reach` the least and the most of these, and `apart` how far from there a body may be that is compared with
    it. `pairs` are where the readings of both legs stand that must do the same, and how far these may differ.
    `counted` is where the counted measure stands, `goal` is the target in allowed differences, `faults` those that one
    frame can show, `farther` whether it may be looked at how far somebody goes: without it nobody is asked for more,
    and going less far costs nothing."""

    reference: Reference
    lanes: tuple[Lane, ...]
    compared: tuple[int, ...]
    allowed: tuple[float, ...]
    stations: tuple[Values, ...]
    places: tuple[float | None, ...]
    reach: tuple[float, float]
    apart: float
    pairs: tuple[tuple[int, int, float], ...]
    counted: int | None
    target: KeyReading
    goal: Values
    pose: Pose
    faults: tuple[SeenFault, ...]
    counting: Counting | None
    ways: int
    farther: bool = True

    def posture(self, values: Sequence[Reading]) -> tuple[Reading, ...]:
        """The readings in allowed differences, so that they can be compared with each other."""
        return tuple(
            (value / allowed if value is not None else None, confidence)
            for (value, confidence), allowed in zip(values, self.allowed, strict=True)
        )

    def place(self, value: float | None) -> float | None:
        """The same, but no further than the stations go; None when nothing is counted."""
        share = self.share(value)
        return min(max(share, self.reach[0]), self.reach[1]) if share is not None else None

    def share(self, value: float | None) -> float | None:
        """How far on the way from start (0) to target (1) this value is; None when nothing is counted."""
        return share_of(value, self.reference.counted)


def plan_of(reference: Reference, side: str | None, *, farther: bool = True) -> Plan:
    """The plan for somebody who works on this side; None or `both`: on whichever is seen to work. `farther`: see
    `Plan`."""
    counted = reference.counted
    path = reference.path or tuple(key.values for key in reference.keys)
    lanes = _lanes(reference, side)
    target = next(key for key in reference.keys if key.name == reference.target)
    allowed = tuple(
        max(ALLOWED[MEASURES[m].unit], t) for m, t in zip(reference.measures, reference.tolerances, strict=True)
    )
    stations = (*_thinned(path), *_further(path[0], target.values))
    at = reference.measures.index(counted.measure) if counted is not None else None
    places = tuple(share_of(station[at], counted) if at is not None else None for station in stations)
    known = [place for place in places if place is not None]
    return Plan(
        reference,
        lanes,
        _compared(reference, is_merged=lanes[0].twin is not None),
        allowed,
        stations,
        places,
        (min(known, default=0.0), max(known, default=1.0)),
        _apart(counted, allowed[at] if at is not None else 0.0, places),
        tuple(_pairs(reference, lanes[0].twin)),
        at,
        target,
        tuple(v / scale if v is not None else None for v, scale in zip(target.values, allowed, strict=True)),
        pose_of(reference, allowed, mirrored=lanes[0].twin),
        tuple(_faults(reference, farther=farther)),
        counting_of(reference),
        ways_of(reference),
        farther,
    )


def _apart(counted: Counted | None, allowed: float, places: Sequence[float | None]) -> float:
    """How far from where a body is on the way a station may be; where it goes fast, no less than to the next one."""
    span = abs(counted.target - counted.start) if counted is not None else 0.0
    steps = (abs(b - a) for a, b in pairwise(places[: -len(FURTHER)]) if a is not None and b is not None)
    return max(APART, TREMBLES * allowed / span, GAP * max(steps, default=0.0)) if span > 0.0 else APART


def _pairs(reference: Reference, twin: Sequence[int | None] | None) -> Iterator[tuple[int, int, float]]:
    for i, j in enumerate(twin or ()):
        measure = MEASURES[reference.measures[i]]
        if j is not None and measure.side == RIGHT and measure.name in LEGS:
            own = [abs(a - b) for row in reference.path if (a := row[i]) is not None and (b := row[j]) is not None]
            yield i, j, LOPSIDED + max(own, default=0.0)


def _faults(reference: Reference, *, farther: bool) -> Iterator[SeenFault]:
    """Those that a frame can show. To fall short of the target is none for whoever is not to be asked for more."""
    for fault in reference.faults:
        if fault.measure is not None and (farther or not _is_short(fault, reference.counted)):
            yield fault


def _is_short(fault: SeenFault, counted: Counted | None) -> bool:
    """Whether it is that a repetition did not go far enough. Of a hold it may be what protects the back."""
    if counted is None or counted.hold or fault.measure is None or _kind(fault.measure) != _kind(counted.measure):
        return False
    return (fault.bound is Bound.ABOVE) == (counted.start > counted.target)


def _kind(measure: int) -> str:
    return MEASURES[measure].name


def _lanes(reference: Reference, side: str | None) -> tuple[Lane, ...]:
    place = {measure: i for i, measure in enumerate(reference.measures)}
    own = tuple(range(len(reference.measures)))
    twins = tuple(place.get(MIRRORED_MEASURE[m][0]) for m in reference.measures)
    signs = tuple(MIRRORED_MEASURE[m][1] for m in reference.measures)
    counted = reference.counted
    if counted is None or not (counted.sided or counted.alternates):
        return (Lane(BOTH, own, twins, signs),)
    right, left = Lane(RIGHT, own, None, signs), Lane(LEFT, twins, None, signs)
    if counted.alternates or side not in (RIGHT, LEFT):
        return right, left
    return (right,) if side == RIGHT else (left,)


def _compared(reference: Reference, *, is_merged: bool) -> tuple[int, ...]:
    """Where an arm is counted, the arms say which exercise it is as all else does."""
    counts_arms = reference.counted is not None and _is_of_arm(reference.counted.measure)
    return tuple(
        i
        for i, m in enumerate(reference.measures)
        if not (is_merged and MEASURES[m].side == LEFT) and (counts_arms or not _is_of_arm(m))
    )


def _is_of_arm(measure: int) -> bool:
    return any(part in MEASURES[measure].name for part in ARMS)


def _thinned(path: Sequence[Values]) -> tuple[Values, ...]:
    if len(path) <= STATIONS:
        return tuple(path)
    step = (len(path) - 1) / (STATIONS - 1)
    return tuple(path[round(i * step)] for i in range(STATIONS))


def _further(start: Values, target: Values) -> Iterator[Values]:
    """Beyond the target, the same way on: who goes further than the exercise asks for still does it."""
    for share in FURTHER:
        yield tuple(
            there + share * (there - here) if here is not None and there is not None else there
            for here, there in zip(start, target, strict=True)
        )


def _turned(reading: Reading, sign: float) -> Reading:
    value, confidence = reading
    return (value * sign if value is not None else None, confidence)


def _merged(a: Reading, b: Reading) -> Reading:
    """Of two sides that do the same, the better seen one counts more."""
    (v, c), (w, d) = a, b
    if v is None or w is None:
        return b if v is None else a
    share = c * c / (c * c + d * d) if c > 0.0 or d > 0.0 else 0.5
    return v * share + w * (1.0 - share), max(c, d)
