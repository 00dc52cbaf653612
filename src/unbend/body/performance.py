"""A movement performed by one body: key poses settled on their supports, and any moment between them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from math import cos, hypot, pi, radians

from unbend.body.angles import ANGLES
from unbend.body.build import Build
from unbend.body.contact import Ground, Rest
from unbend.body.frame import Frame, Load, Push, Strand
from unbend.body.movement import BOTH_GRIPS, Breath, Contact, HeldLoad, KeyPose, Movement
from unbend.body.point import points
from unbend.body.posture import Posture, blend, mirrored
from unbend.body.prop import Prop, solids
from unbend.body.settle import settle
from unbend.body.skeleton import Placed
from unbend.body.surface import surfaces
from unbend.body.timeline import Leg, timeline
from unbend.body.vector import Rotation, Vector, about, add, between, compose, subtract, turn, unit

BREATH_SECONDS = 5.0  # in and out, at rest; by eye


@dataclass(frozen=True, slots=True)
class Settled:
    """A key pose on its supports, with the place of each contact that is planted."""

    key: KeyPose
    posture: Posture
    places: Mapping[Contact, Vector | None]

    def shared(self, other: "Settled") -> Iterator[tuple[Contact, Vector | None]]:
        """What rests at the same place in both poses."""
        for contact, place in self.places.items():
            if contact in other.places and other.places[contact] == place:
                yield contact, place


class Performance:
    """A movement as one build performs it. Times are in seconds from the start of a round."""

    def __init__(self, movement: Movement, build: Build) -> None:
        self.movement, self.build = movement, build
        self._on_the_way: dict[float, Frame] = {}  # a picture asks for the same moments several times
        self._points = points(build)
        self._surfaces = surfaces(movement.props)
        self._blocks = tuple(block for prop in movement.props for block in solids(prop))

    @cached_property
    def keys(self) -> tuple[Settled, ...]:
        """The key poses, each settled on its supports."""
        found: list[Settled] = []
        for key in self.movement.poses:
            named = next((s for s in found if s.key.name == key.like), None)
            found.append(self._settled(key, named or (found[-1] if found else None)))
        return tuple(found)

    @cached_property
    def legs(self) -> tuple[Leg, ...]:
        """The stretches of one round."""
        return tuple(timeline(self.movement))

    @property
    def seconds(self) -> float:
        """How long one round takes."""
        return self.legs[-1].end

    def reached(self) -> float:
        """When the target pose is first reached."""
        return next((leg.end for leg in self.legs if leg.there == self._target), 0.0)

    @cached_property
    def _target(self) -> int:
        return [p.name for p in self.movement.poses].index(self.movement.target)

    def at(self, seconds: float) -> Frame:
        """The body at a time of the round; times beyond it go on into the next round."""
        time = seconds % self.seconds if seconds > self.seconds else max(seconds, 0.0)
        leg = next((leg for leg in self.legs if time <= leg.end), self.legs[-1])
        posture = self.within(leg, (time - leg.start) / (leg.end - leg.start))
        held = leg.here == leg.there == self._target
        return self.frame(mirrored(posture) if leg.mirrored else posture, breath=self._breath(time, leg), pushing=held)

    def on_the_way(self, share: float) -> Frame:
        """The body at `share` of the way from the first pose (0) to the target (1)."""
        if share not in self._on_the_way:
            arrived = share >= 1.0
            frame = (
                self.frame(self.keys[self._target].posture, pushing=True)
                if arrived
                else self.at(share * self.reached())
            )
            self._on_the_way[share] = frame
        return self._on_the_way[share]

    def frame(self, posture: Posture, *, breath: float = 0.0, pushing: bool = False) -> Frame:
        """A posture of this body as a frame, with the movement's things; where it pushes is marked if it does."""
        placed = posture.placed(self.build)
        return Frame(
            self.build,
            placed,
            posture.angles,
            breath,
            tuple(self._where(prop, placed) for prop in self.movement.props),
            tuple(
                Strand(s.thing, tuple(self._stop(stop, placed) for stop in s.through)) for s in self.movement.strands
            ),
            tuple(self._load(held, placed) for held in self.movement.loads),
            tuple(Push(self._points[p.point].of(placed), p.to) for p in self.movement.pushes) if pushing else (),
        )

    def ground(self, here: Settled, there: Settled) -> Ground:
        """What carries the body between two key poses: what rests in both, at the same place."""
        return Ground(tuple(self._rest(c, place) for c, place in here.shared(there)), self._blocks)

    def gaps(self, here: Settled, there: Settled, placed: Placed) -> Iterator[tuple[str, float]]:
        """How far (metres) each point that rests in both poses is from where it must be."""
        for contact, place in here.shared(there):
            for wanted in {None, place}:
                gaps = self._rest(contact, wanted).gaps(placed)
                yield f"{contact.point} on {contact.on}", hypot(*(gap for _, gap in gaps))

    def _settled(self, key: KeyPose, base: Settled | None) -> Settled:
        known = base.places if base else {}
        rests = tuple(self._rest(c, known.get(c)) for c in key.contacts)
        posture = settle(self._wished(key, base), Ground(rests, self._blocks, frozenset(key.told)), self.build)
        placed = posture.placed(self.build)
        return Settled(key, posture, {c: self._place(c, known, placed) for c in key.contacts})

    def _place(self, contact: Contact, known: Mapping[Contact, Vector | None], placed: Placed) -> Vector | None:
        if contact.slides or contact.on in self._points:
            return None
        return known.get(contact) or self._points[contact.point].of(placed)

    def _wished(self, key: KeyPose, base: Settled | None) -> Posture:
        before = base.posture if base else Posture((0.0, 0.0, 0.0), key.lying.rotation, (0.0,) * len(ANGLES))
        angles = tuple(key.told.get(i, angle) for i, angle in enumerate(before.angles))
        rotation = before.rotation if key.pelvis is None else _turned(key.lying.rotation, key.pelvis)
        return Posture(add(key.at or before.at, key.shift), rotation, angles)

    def within(self, leg: Leg, share: float) -> Posture:
        """The posture at `share` (0 to 1) of the time of a leg, before it is mirrored."""
        here, there = self.keys[leg.here], self.keys[leg.there]
        if leg.here == leg.there or share <= 0.0:
            return here.posture
        if share >= 1.0:
            return there.posture
        if leg.flows:
            wished = self._flowing(leg, share)
        else:
            wished = blend(here.posture, there.posture, (1 - cos(pi * share)) / 2)
        return settle(wished, self.ground(here, there), self.build, steps=8, homing=False)

    def _flowing(self, leg: Leg, share: float) -> Posture:
        """Through the poses without stopping: a Catmull-Rom curve in every angle."""
        before, here, there, after = (self.keys[i].posture for i in (leg.before, leg.here, leg.there, leg.after))
        u, uu, uuu = share, share * share, share**3
        w = (-uuu + 2 * uu - u) / 2, (3 * uuu - 5 * uu + 2) / 2, (-3 * uuu + 4 * uu + u) / 2, (uuu - uu) / 2
        bounds = zip(ANGLES, before.angles, here.angles, there.angles, after.angles, strict=True)
        angles = tuple(
            min(max(w[0] * a + w[1] * b + w[2] * c + w[3] * d, bound.low), bound.high) for bound, a, b, c, d in bounds
        )
        p = (before.at, here.at, there.at, after.at)
        at = tuple(sum(w[k] * p[k][axis] for k in range(4)) for axis in range(3))
        return Posture((at[0], at[1], at[2]), blend(here, there, share).rotation, angles)

    def _breath(self, time: float, leg: Leg) -> float:
        """How full of air: as the file says on the way to a pose, and in a hold or without a word of it a calm wave."""
        told = [pose.breath for pose in self.movement.poses]
        if leg.here == leg.there or not any(told):
            rounds = max(1, round(self.seconds / BREATH_SECONDS))
            return (1 - cos(2 * pi * rounds * time / self.seconds)) / 2
        to = self.keys[leg.there].key.breath
        share = (time - leg.start) / (leg.end - leg.start)
        return share if to is Breath.IN else 1 - share if to is Breath.OUT else 0.0

    def _rest(self, contact: Contact, place: Vector | None) -> Rest:
        on = self._points.get(contact.on) or self._surfaces[contact.on]
        return Rest(self._points[contact.point], on, place)

    def _stop(self, stop: str | Vector, placed: Placed) -> Vector:
        return self._points[stop].of(placed) if isinstance(stop, str) else stop

    def _where(self, prop: Prop, placed: Placed) -> Prop:
        if prop.follows is None:
            return prop
        x, _, z = self._points[prop.follows].of(placed)
        return replace(prop, at=(x + prop.at[0], prop.at[1], z + prop.at[2]))

    def _load(self, held: HeldLoad, placed: Placed) -> Load:
        if held.hand == BOTH_GRIPS:
            left, right = (self._points[f"{side} grip"].of(placed) for side in ("left", "right"))
            return Load(held.thing, between(left, right, 0.5), unit(subtract(right, left)))
        point = self._points[held.hand]
        return Load(held.thing, point.of(placed), turn(placed.rotations[point.link], (1.0, 0.0, 0.0)))


def _turned(lying: Rotation, pelvis: Vector) -> Rotation:
    tilt, obliquity, rotation = (radians(v) for v in pelvis)
    turned = compose(lying, about((0.0, 1.0, 0.0), -rotation))
    return compose(compose(turned, about((0.0, 0.0, 1.0), -tilt)), about((1.0, 0.0, 0.0), obliquity))
