"""Builds: how long and how round people are. Lengths are shares of body height, girths metres at that height.

Lengths follow `drillis-contini-1966`, seen in reprints; the breadth of the hips `bell-1989` with `de-leva-1996`, that
of the shoulders `ansur-ii-2014`. How the trunk is divided and all girths are drawn by eye and claim nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum


class Hair(Enum):
    """How the hair is drawn."""

    SHORT = "short"
    BUN = "bun"
    TAIL = "tail"


@dataclass(frozen=True, slots=True)
class Ring:
    """A cross-section of the trunk: `at` is metres up from the joint below, then half width, half depth and how far
    its middle stands forward of the spine, all in metres."""

    link: str
    at: float
    width: float
    depth: float
    forward: float


# A limb's girth: (share of its length, radius in metres), from its upper joint down.
Profile = tuple[tuple[float, float], ...]


# Compared by identity, so that what is worked out for a build can be kept by it.
@dataclass(frozen=True, slots=True, eq=False)
class Build:
    """One person's measures. `height` in metres."""

    name: str
    height: float
    hair: Hair
    trunk: tuple[Ring, ...]
    limbs: Mapping[str, Profile]
    shares: Mapping[str, float] = field(default_factory=lambda: SHARES)
    belly: float = 0.0

    def share(self, name: str) -> float:
        """A length in metres."""
        return self.shares[name] * self.height


SHARES: Mapping[str, float] = {
    "hip": 0.050,  # from the middle of the pelvis to a hip joint
    "sacrum": 0.058,  # hips to the joint of pelvis and lumbar spine
    "lumbar": 0.105,
    "thoracic": 0.155,
    "neck": 0.060,
    "head": 0.130,
    "collar": 0.108,  # middle of the chest to a shoulder joint
    "upper arm": 0.186,
    "forearm": 0.146,
    "hand": 0.108,
    "thigh": 0.245,
    "shank": 0.246,
    "ankle": 0.039,  # ankle joint above the floor
    "heel": 0.030,  # heel behind the ankle
    "ball": 0.078,  # ball of the foot before the ankle
    "toes": 0.044,
}

_LIMBS: Mapping[str, Profile] = {
    "upper arm": ((0.0, 0.050), (0.2, 0.050), (0.6, 0.041), (1.0, 0.036)),
    "forearm": ((0.0, 0.037), (0.25, 0.040), (0.65, 0.031), (1.0, 0.025)),
    "thigh": ((0.0, 0.082), (0.3, 0.080), (0.65, 0.065), (1.0, 0.052)),
    "shank": ((0.0, 0.050), (0.25, 0.053), (0.6, 0.041), (1.0, 0.032)),
}

_TRUNK: tuple[Ring, ...] = (
    Ring("pelvis", -0.075, 0.120, 0.085, -0.010),
    Ring("pelvis", -0.015, 0.168, 0.112, -0.018),
    Ring("pelvis", 0.055, 0.158, 0.105, -0.005),
    Ring("lumbar 1", 0.030, 0.138, 0.094, 0.020),
    Ring("lumbar 2", 0.040, 0.126, 0.088, 0.030),
    Ring("lumbar 3", 0.045, 0.130, 0.092, 0.036),
    Ring("thoracic 1", 0.050, 0.142, 0.102, 0.044),
    Ring("thoracic 2", 0.050, 0.152, 0.112, 0.050),
    Ring("thoracic 3", 0.030, 0.150, 0.104, 0.040),
    Ring("thoracic 3", 0.070, 0.118, 0.070, 0.016),
)


def _scaled(rings: tuple[Ring, ...], *, width: float, depth: float, lengths: float = 1.0) -> tuple[Ring, ...]:
    return tuple(
        replace(r, at=r.at * lengths, width=r.width * width, depth=r.depth * depth, forward=r.forward * depth)
        for r in rings
    )


def _thicker(limbs: Mapping[str, Profile], by: float) -> Mapping[str, Profile]:
    return {name: tuple((at, radius * by) for at, radius in profile) for name, profile in limbs.items()}


def _with_belly(rings: tuple[Ring, ...], *, by: float) -> tuple[Ring, ...]:
    """The trunk with a belly `by` metres rounder in front, most at the middle of the lumbar spine."""
    shares = {"lumbar 1": 0.64, "lumbar 2": 0.96, "lumbar 3": 0.86, "thoracic 1": 0.34}
    return tuple(
        replace(r, depth=r.depth + more, forward=r.forward + more)
        for r in rings
        for more in (by * shares.get(r.link, 0.0) / 2,)
    )


BELLY = 0.16  # metres; about the eighth month, by eye

SLENDER = Build("slender", 1.68, Hair.BUN, _TRUNK, _LIMBS)
STURDY = Build(
    "sturdy",
    1.76,
    Hair.SHORT,
    _with_belly(_scaled(_TRUNK, width=1.10, depth=1.12, lengths=1.04), by=0.05),
    _thicker(_LIMBS, 1.10),
)
PREGNANT = Build(
    "pregnant",
    1.66,
    Hair.TAIL,
    _with_belly(_scaled(_TRUNK, width=1.02, depth=1.0), by=BELLY),
    _thicker(_LIMBS, 1.03),
    belly=BELLY,
)

BUILDS: Mapping[str, Build] = {build.name: build for build in (SLENDER, STURDY, PREGNANT)}
