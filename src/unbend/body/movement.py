"""A movement as its file tells it: key poses, what rests on what, the things round it, and what a coach may count."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from unbend.body.prop import Carried, Prop
from unbend.body.vector import Rotation, Vector


class Lying(Enum):
    """How the whole body lies in the room before its pelvis is tilted: head to the left of a side view."""

    UPRIGHT = "upright"
    SUPINE = "supine"
    PRONE = "prone"
    ON_RIGHT_SIDE = "on-right-side"
    ON_LEFT_SIDE = "on-left-side"

    @property
    def rotation(self) -> Rotation:
        """The pelvis' rotation before it is tilted."""
        return _LYING[self]


_LYING: Mapping[Lying, Rotation] = {
    Lying.UPRIGHT: (1, 0, 0, 0, 1, 0, 0, 0, 1),
    Lying.SUPINE: (0, -1, 0, 1, 0, 0, 0, 0, 1),
    Lying.PRONE: (0, 1, 0, -1, 0, 0, 0, 0, 1),
    Lying.ON_RIGHT_SIDE: (0, -1, 0, 0, 0, -1, 1, 0, 0),
    Lying.ON_LEFT_SIDE: (0, 1, 0, 0, 0, 1, 1, 0, 0),
}


class Breath(Enum):
    """What the breath does on the way to a pose."""

    IN = "in"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Contact:
    """A point that rests on a surface or on another point; planted where it first touched, unless it slides."""

    point: str
    on: str
    slides: bool = False


@dataclass(frozen=True, slots=True)
class KeyPose:
    """One pose: `told` are the angles (degrees, by index) the file names for it, the rest stays as it was before.

    `pelvis` is its tilt, obliquity and rotation in degrees, None where this pose leaves it as it was settled before;
    `at` a first guess of its place in metres, `shift` a move from where it was. `like` names an earlier pose to start
    from. The pose is reached in `seconds` and kept for `hold` seconds.
    """

    name: str
    told: Mapping[int, float]
    lying: Lying
    pelvis: Vector | None
    at: Vector | None
    shift: Vector
    contacts: tuple[Contact, ...]
    seconds: float
    hold: float
    breath: Breath | None
    like: str | None


@dataclass(frozen=True, slots=True)
class StrandRoute:
    """A band, cloth or strap and what it runs through: names of points, or places in the room."""

    thing: Carried
    through: tuple[str | Vector, ...]


BOTH_GRIPS = "both grips"


@dataclass(frozen=True, slots=True)
class HeldLoad:
    """A thing in a hand, `right grip` or `left grip`, or between the two: `both grips`."""

    thing: Carried
    hand: str


@dataclass(frozen=True, slots=True)
class PushMark:
    """Effort that moves nothing, shown in the target pose: from a point, in a direction of the room."""

    point: str
    to: Vector


@dataclass(frozen=True, slots=True)
class Count:
    """What a camera counts: the angle (by index) that goes from its start to its target, both read off the poses,
    and how many degrees short of either still count. With `hold`, time in the target pose is counted instead."""

    angle: int
    tolerance: float
    hold: bool


@dataclass(frozen=True, slots=True)
class Fault:
    """Something worth telling: an angle (by index) above or below a bound in degrees, in the named pose or in all; or
    a repetition quicker than so many seconds."""

    id: str
    angle: int | None
    below: float | None
    above: float | None
    pose: str | None
    quicker_than: float | None

    def shown_by(self, angles: Sequence[float]) -> bool:
        """Whether these angles (degrees, in the order of `ANGLES`) show it."""
        if self.angle is None:
            return False
        value = angles[self.angle]
        return (self.above is not None and value > self.above) or (self.below is not None and value < self.below)


# Where a phone that stands on the floor or on furniture can look from; and the codes of `CameraUse`. What each means
# in words stands in the catalogue, text/<language>/coach.toml.
CAMERA_VIEWS = ("side", "front", "back", "three-quarter")
JUDGED = ("range", "tempo", "position", "sides", "faults")
UNSEEN = (
    "back-shape", "pelvis-tilt", "far-side", "depth", "breathing", "muscle-effort", "shoulder-blades", "hand-grip",
    "foot-turn", "thigh-turn", "neck", "behind-furniture", "balance",
)  # fmt: skip
BECAUSE = (
    "too-small", "inside-the-body", "back-and-pelvis", "nothing-moves", "lying-away", "hidden-by-furniture",
    "moves-through-room", "free-form",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CameraUse:
    """What one camera can make of a movement, looking from `view`.

    `counts` names the measure (of `unbend.motion`) whose way there and back is a repetition, or that shows the held
    pose; None where the coach only keeps the time, `because` then says why. `judges` is what it may say something on
    besides, `unseen` what matters in this exercise and no camera sees: codes. `lookalikes` are exercises that a camera
    could take for this one.
    """

    view: str
    counts: str | None
    judges: tuple[str, ...]
    unseen: tuple[str, ...]
    because: str | None
    lookalikes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Movement:
    """How one exercise moves. `target` is the pose that a picture shows as its end. `flows` runs through the poses
    without stopping; `alternates` repeats everything on the other side; `returns` says whether it goes back the way
    it came, through the poses in reverse. `travels` is how many metres the body goes forward in one round, drawn as
    floor that passes."""

    exercise: str
    poses: tuple[KeyPose, ...]
    target: str
    views: tuple[str, ...]
    person: str
    props: tuple[Prop, ...]
    strands: tuple[StrandRoute, ...]
    loads: tuple[HeldLoad, ...]
    pushes: tuple[PushMark, ...]
    count: Count | None
    faults: tuple[Fault, ...]
    camera: CameraUse
    flows: bool
    alternates: bool
    returns: bool
    travels: float
    trail: tuple[str, ...]
