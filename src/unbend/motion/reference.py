"""What a movement looks like to a camera: the measures of its key poses, what is counted, and what is a fault."""

from dataclasses import dataclass
from enum import Enum

from unbend.motion.measures import Source


class Bound(Enum):
    """On which side of its bound a fault lies."""

    ABOVE = "above"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: a measure (index into `MEASURES`; the right side's, if it has sides) that goes from `start` to
    `target` and comes back, in the measure's unit; `tolerance` is how far short of either still counts. With `hold`
    the time at the target is counted. `sided`: one side works and the other does not, so that the left is the mirror;
    `alternates`: the sides take turns; neither: both sides do the same and either may be read."""

    measure: int
    start: float
    target: float
    tolerance: float
    hold: bool
    sided: bool
    alternates: bool


def share_of(value: float | None, counted: Counted | None) -> float | None:
    """How far on the way from start (0) to target (1) this value is; None when nothing goes to and fro."""
    if value is None or counted is None or counted.target == counted.start:
        return None
    return (value - counted.start) / (counted.target - counted.start)


@dataclass(frozen=True, slots=True)
class KeyReading:
    """A key pose as it is measured: `values` in the order of the reference's measures, None where that measure is not
    seen in this view; reached in `seconds`, kept for `hold` seconds."""

    name: str
    values: tuple[float | None, ...]
    seconds: float
    hold: float


@dataclass(frozen=True, slots=True)
class SeenFault:
    """A fault of the movement as the camera sees it: `measure` (index into `MEASURES`) above or below `value`, in the
    pose named or in all; or a repetition `quicker_than` so many seconds, then without a measure."""

    id: str
    measure: int | None
    bound: Bound | None
    value: float | None
    pose: str | None
    quicker_than: float | None


@dataclass(frozen=True, slots=True)
class Lookalike:
    """Another exercise that could be taken for this one: its `path`, on either side, in the reference's measures and as
    its lanes read them."""

    exercise: str
    path: tuple[tuple[float | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A movement as one camera sees it; everything that the coach needs, and small enough to be sent.

    `measures` are the indices into `MEASURES` of what is measured in each frame; each has its twin of the other side;
    `sources` say from what.
    `tolerances` say for each of them how far from a key pose still looks like it. `target` names the key reading of the
    target pose. `seconds` is one repetition at the movement's own pace. `needs` are the landmarks (indices) that must
    be seen, of the right side where a side works. `path` are the values of the measures from moment to moment of one
    repetition, of the right half where the sides take turns; `turned` the least and the most that the body is turned
    to the camera on it (see `view.turned`). `judges` are codes of what the camera can judge in this exercise.
    `ways` are the ways into the target pose and out of it: how far the whole body is from the pose in the picture after
    even shares of the way's time, from the pose on; 1 is where the way begins or ends. Empty where nothing is held.
    `lookalikes` are what a repetition must not be more like.
    """

    exercise: str
    view: str
    measures: tuple[int, ...]
    sources: tuple[Source, ...]
    counted: Counted | None
    keys: tuple[KeyReading, ...]
    target: str
    tolerances: tuple[float, ...]
    faults: tuple[SeenFault, ...]
    seconds: float
    needs: tuple[int, ...]
    path: tuple[tuple[float | None, ...], ...]
    turned: tuple[float, float]
    judges: tuple[str, ...]
    ways: tuple[tuple[float, ...], ...] = ()
    lookalikes: tuple[Lookalike, ...] = ()
