"""The shape of movement files. What the values mean, and what is wrong with them, `unbend.body.read` says."""

from collections.abc import Mapping

from unbend.catalogue.datum import datum

# Forward, up, right in metres; of a thing on the floor forward and right are enough.
Place = tuple[float, ...]


@datum
class PropData:
    """A thing in the room."""

    thing: str
    at: Place = (0.0, 0.0)
    turn: float = 0.0
    size: Place | None = None
    name: str | None = None
    follows: str | None = None


@datum
class StanceData:
    """A common way to begin."""

    id: str
    at: Place
    lying: str = "upright"
    angles: Mapping[str, float] | None = None
    rests: tuple[str, ...] = ()
    props: tuple[PropData, ...] = ()


@datum
class PoseData:
    """A key pose."""

    name: str
    like: str | None = None
    lying: str | None = None
    angles: Mapping[str, float] | None = None
    at: Place | None = None
    shift: Place | None = None
    rests: tuple[str, ...] | None = None
    lifts: tuple[str, ...] = ()
    adds: tuple[str, ...] = ()
    seconds: float | None = None
    hold: float | None = None
    breath: str | None = None


@datum
class StrandData:
    """A band, cloth or strap, and the points or places it runs through."""

    thing: str
    through: tuple[str | Place, ...]


@datum
class LoadData:
    """A thing in a hand."""

    thing: str
    hand: str


@datum
class PushData:
    """Effort that moves nothing: from a point, in a direction."""

    point: str
    to: Place


@datum
class CountData:
    """What a camera counts."""

    angle: str
    tolerance: float = 15
    hold: bool = False


@datum
class FaultData:
    """Something worth telling."""

    id: str
    angle: str | None = None
    above: float | None = None
    below: float | None = None
    pose: str | None = None
    quicker_than: float | None = None


@datum
class CameraData:
    """What one camera can make of the movement."""

    view: str
    counts: str | None = None
    judges: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    because: str | None = None
    lookalikes: tuple[str, ...] = ()


@datum
class MovementData:
    """One movement; `id` is its exercise's."""

    id: str
    stance: str
    camera: CameraData
    pose: tuple[PoseData, ...]
    target: str | None = None
    views: tuple[str, ...] = ("side",)
    person: str | None = None
    props: tuple[PropData, ...] = ()
    strands: tuple[StrandData, ...] = ()
    loads: tuple[LoadData, ...] = ()
    pushes: tuple[PushData, ...] = ()
    count: CountData | None = None
    faults: tuple[FaultData, ...] = ()
    flows: bool = False
    alternates: bool = False
    returns: bool = False
    travels: float = 0.0
    trail: tuple[str, ...] = ()


@datum
class MovementText:
    """The words of a movement: what each pose shows, for those who cannot see it, and the cue for each fault."""

    poses: Mapping[str, str]
    faults: Mapping[str, str] | None = None
