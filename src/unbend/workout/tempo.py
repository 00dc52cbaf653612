"""How a movement is played in the time that a dose gives it: when its target is reached, left, and how it breathes."""

from dataclasses import dataclass

from unbend.body.movement import Breath, Lying, Movement
from unbend.body.timeline import Leg, timeline
from unbend.workout.script import BreathPace, Shown

IN_SHARE = 0.4
"""The share of a breath that goes in, where the movement does not say: out a little longer than in."""


@dataclass(frozen=True)
class Tempo:
    """Times of one round, in seconds from its start. `settles` is a pose to rest in, not a thing to repeat;
    `alternates` does both sides in a round. `breath_from` is when the breath begins to go in. `lies_on`: for the right
    side, on which side the body lies; None where it does not lie on a side."""

    round: float
    reached: float
    left: float
    settles: bool
    alternates: bool
    breath_from: float
    in_share: float
    lies_on: str | None

    def told(self, side: str) -> str:
        """The words for a side end so: somebody who lies on one side hears that one, not the one that works."""
        if self.lies_on is None:
            return side
        return f"lying-{side if self.lies_on == 'right' else _OTHER[side]}"

    def breath(self, seconds: int) -> BreathPace:
        """One breath of so many seconds."""
        inward = round(seconds * self.in_share, 1)
        return BreathPace(inward, round(seconds - inward, 1))

    def shown_breathing(self) -> Shown:
        """What the figure shows in one breath."""
        if self.settles:
            return self.target
        return Shown(self.breath_from, _rounded(self.breath_from + self.round))

    @property
    def start(self) -> Shown:
        """The first pose, still."""
        return Shown(0.0, 0.0)

    @property
    def target(self) -> Shown:
        """The target pose, still."""
        return Shown(self.reached, self.reached)


_OTHER = {"left": "right", "right": "left"}
_LIES_ON = {Lying.ON_LEFT_SIDE: "left", Lying.ON_RIGHT_SIDE: "right"}


def tempo_of(movement: Movement) -> Tempo:
    """The times of a movement."""
    legs = tuple(timeline(movement))
    target = [pose.name for pose in movement.poses].index(movement.target)
    reached = next((leg.end for leg in legs if leg.there == target), 0.0)
    left = next((leg.end for leg in legs if leg.here == leg.there == target), reached)
    breath_from, in_share = _breath(movement, legs)
    return Tempo(
        round=_rounded(legs[-1].end),
        reached=_rounded(reached),
        left=_rounded(max(left, reached)),
        settles=_settles(movement, target),
        alternates=movement.alternates,
        breath_from=_rounded(breath_from),
        in_share=in_share,
        lies_on=_LIES_ON.get(movement.poses[target].lying),
    )


def _settles(movement: Movement, target: int) -> bool:
    """Whether the round rests longest in its target: then that is where a person stays."""
    longest = movement.poses[target].hold
    others = (pose.hold for index, pose in enumerate(movement.poses) if index != target)
    return not (movement.flows or movement.alternates) and longest > 0 and all(hold < longest for hold in others)


def _breath(movement: Movement, legs: tuple[Leg, ...]) -> tuple[float, float]:
    """When the breath begins to go in, and which share of the round it does."""
    to = {breath: _end_of(breath, movement, legs) for breath in Breath}
    begins, ends = to[Breath.OUT], to[Breath.IN]
    whole = legs[-1].end
    if begins is None or ends is None:
        return 0.0, IN_SHARE
    return begins % whole, (ends - begins) % whole / whole


def _end_of(breath: Breath, movement: Movement, legs: tuple[Leg, ...]) -> float | None:
    """When the way to a pose with this breath ends."""
    return next((leg.end for leg in legs if leg.here != leg.there and movement.poses[leg.there].breath is breath), None)


def _rounded(seconds: float) -> float:
    return round(seconds, 3)
