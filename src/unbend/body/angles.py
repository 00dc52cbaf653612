"""The joint angles: their names, what counts as positive, and how far each goes.

Zero is standing upright with the arms at the sides and the palms to the thighs. An angle without a side stands for
both in movement files; in a pose every angle has its side. Side bend and rotation are positive to the right.

The ranges are what supple healthy adults reach, since a full squat and a resting stretch must lie within them; most
people reach less. Where from: limbs `soucie-2011`, `aaos-1965`, `norkin-white-a1`; knee `hemmerich-2006`,
`nakazoe-2022`; hip rotation `kouyoumdjian-2012`; ankle `ankle-table-2017`, `lunge-test-range`, `russell-2011`; toes
`nawoczenski-1999`; spine `troke-2005`, `anatomy-standard-spine`; collar bone `diarthrodial-ranges`,
`clavicle-kinematics`. Read in tables and abstracts, none in full. By judgement: shoulder adduction, girdle depression,
the last 5 degrees of thoracic flexion, ankle dorsiflexion and wrist extension, fingers, and the supple figures of hip
abduction and inversion.
"""

from dataclasses import dataclass
from enum import Enum


class Side(Enum):
    """A side of the body."""

    RIGHT = "right"
    LEFT = "left"

    @property
    def other(self) -> "Side":
        """The opposite side."""
        return Side.LEFT if self is Side.RIGHT else Side.RIGHT


@dataclass(frozen=True, slots=True)
class Angle:
    """One joint angle: `name` without its side, the side if it has one, and its range in degrees."""

    name: str
    side: Side | None
    low: float
    high: float

    @property
    def full_name(self) -> str:
        """The name with its side: `right hip flexion`."""
        return f"{self.side.value} {self.name}" if self.side else self.name


# Angles of the trunk; positive is forwards, to the right.
TRUNK: dict[str, tuple[float, float]] = {
    "lumbar flexion": (-35, 70),
    "lumbar side bend": (-30, 30),
    "lumbar rotation": (-15, 15),
    "thoracic flexion": (-25, 40),
    "thoracic side bend": (-30, 30),
    "thoracic rotation": (-47, 47),
    "neck flexion": (-75, 65),
    "neck side bend": (-50, 50),
    "neck rotation": (-85, 85),
}

# Angles of a limb, for each side. Rotation is positive inwards; pronation counts from the thumb pointing forwards.
LIMB: dict[str, tuple[float, float]] = {
    "shoulder girdle elevation": (-10, 45),
    "shoulder girdle protraction": (-30, 30),
    "shoulder flexion": (-70, 188),
    "shoulder abduction": (-75, 188),
    "shoulder rotation": (-108, 94),
    "elbow flexion": (-10, 152),
    "forearm pronation": (-96, 92),
    "wrist flexion": (-90, 93),
    "wrist deviation": (-40, 25),
    "finger flexion": (-20, 100),
    "hip flexion": (-30, 140),
    "hip abduction": (-35, 60),
    "hip rotation": (-65, 55),
    "knee flexion": (-5, 160),
    "ankle dorsiflexion": (-75, 45),
    "ankle inversion": (-20, 40),
    "toe extension": (-45, 95),
}

ANGLES: tuple[Angle, ...] = (
    *(Angle(name, None, low, high) for name, (low, high) in TRUNK.items()),
    *(Angle(name, side, low, high) for side in Side for name, (low, high) in LIMB.items()),
)
INDEX: dict[str, int] = {angle.full_name: i for i, angle in enumerate(ANGLES)}

# Where each angle goes when the body is mirrored, and whether its sign turns.
MIRRORED: tuple[tuple[int, float], ...] = tuple(
    (INDEX[f"{a.side.other.value} {a.name}"], 1.0) if a.side
    else (i, -1.0 if a.name.endswith(("side bend", "rotation")) else 1.0)
    for i, a in enumerate(ANGLES)
)  # fmt: skip


def angles_of(name: str) -> tuple[int, ...]:
    """The indices that a name of a movement file stands for: one, or both sides. Empty when there is no such angle."""
    if name in INDEX:
        return (INDEX[name],)
    return tuple(INDEX[full] for side in Side if (full := f"{side.value} {name}") in INDEX)


def names() -> tuple[str, ...]:
    """Every name that a movement file may use."""
    return (*TRUNK, *LIMB, *(f"{side.value} {name}" for side in Side for name in LIMB))
