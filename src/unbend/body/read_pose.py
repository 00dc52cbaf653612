"""Reading the poses of a movement: angles, pelvis, what rests on what."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from unbend.body import angles, point
from unbend.body.build import SLENDER
from unbend.body.entry import (
    Data,
    Place,
    listed,
    nearest,
    number_at,
    one_of,
    only,
    table_at,
    text_at,
    vector_at,
    word_at,
)
from unbend.body.movement import Breath, Contact, KeyPose, Lying
from unbend.body.prop import Prop
from unbend.body.vector import Vector

PELVIS = ("pelvis tilt", "pelvis obliquity", "pelvis rotation")


@dataclass(frozen=True, slots=True)
class Stance:
    """A common way to begin: what a first pose has unless its movement says otherwise."""

    lying: Lying
    at: Vector
    angles: Data
    rests: Sequence[str]
    props: Sequence[Data]


@dataclass(frozen=True, slots=True)
class Room:
    """What names a pose may use: props and surfaces of its movement."""

    props: tuple[Prop, ...]
    surfaces: frozenset[str]


_POSE_KEYS = {
    "name", "like", "lying", "angles", "at", "shift", "rests", "lifts", "adds", "seconds", "hold", "breath",
}  # fmt: skip


def poses_of(data: Sequence[Data], stance: Stance, room: Room, place: Place) -> Iterator[KeyPose]:
    """The key poses, each standing on the one before it. Raises MovementError."""
    if not data:
        raise place.wrong("has no pose; write [[movement.pose]]")
    earlier: dict[str, KeyPose] = {}
    last: KeyPose | None = None
    for i, entry in enumerate(data):
        here = place.of(f"pose {entry.get('name', i + 1)!r}")
        only(entry, _POSE_KEYS, here)
        like = entry.get("like")
        base = earlier[one_of(like, earlier, here.of("like"), "earlier pose")] if like is not None else last
        last = _pose(entry, base, stance, room, here)
        if last.name in earlier:
            raise here.wrong("another pose has this name")
        earlier[last.name] = last
        yield last


def _pose(entry: Data, base: KeyPose | None, stance: Stance, room: Room, place: Place) -> KeyPose:
    told = {**(stance.angles if base is None else {}), **table_at(entry, "angles", place)}
    lying = base.lying if base else stance.lying
    return KeyPose(
        name=text_at(entry, "name", place),
        told=_told(told, place),
        lying=word_at(Lying, entry["lying"], place.of("lying")) if "lying" in entry else lying,
        pelvis=_pelvis(told, place) if base is None or "lying" in entry or set(PELVIS) & set(told) else None,
        at=vector_at(entry["at"], place.of("at")) if "at" in entry else (stance.at if base is None else None),
        shift=vector_at(entry.get("shift", (0.0, 0.0, 0.0)), place.of("shift")),
        contacts=_contacts(entry, base, stance, room, place),
        seconds=number_at(entry.get("seconds", 2.0), place.of("seconds")),
        hold=number_at(entry.get("hold", 0.0), place.of("hold")),
        breath=word_at(Breath, entry["breath"], place.of("breath")) if "breath" in entry else None,
        like=entry.get("like"),
    )


def _told(told: Data, place: Place) -> Mapping[int, float]:
    found: dict[int, float] = {}
    for name, value in told.items():
        if name in PELVIS:
            continue
        number, indices = number_at(value, place.of(name)), angles.angles_of(name)
        if not indices:
            known = (*PELVIS, *angles.names())
            raise place.of(name).wrong(f"no joint angle has this name{nearest(name, known)}")
        for i in indices:
            bounds = angles.ANGLES[i]
            if not bounds.low <= number <= bounds.high:
                raise place.of(name).wrong(f"{number:g} degrees; allowed are {bounds.low:g} to {bounds.high:g}")
            # A name with its side says more than the name for both, wherever it stands.
            if name == bounds.full_name or bounds.full_name not in told:
                found[i] = number
    return {**_raised(found), **found}


def _raised(told: Mapping[int, float]) -> Mapping[int, float]:
    """The shoulder girdle goes up with an arm that goes above the shoulder: a third of a degree for each; by eye."""
    found = {}
    for side in angles.Side:
        flexion, abduction = (
            told.get(angles.INDEX[f"{side.value} shoulder {way}"], 0.0) for way in ("flexion", "abduction")
        )
        if max(flexion, abduction) > 90:
            found[angles.INDEX[f"{side.value} shoulder girdle elevation"]] = (max(flexion, abduction) - 90) / 3
    return found


def _pelvis(told: Data, place: Place) -> Vector:
    tilt, obliquity, rotation = (number_at(told.get(name, 0.0), place.of(name)) for name in PELVIS)
    return tilt, obliquity, rotation


def _contacts(entry: Data, base: KeyPose | None, stance: Stance, room: Room, place: Place) -> tuple[Contact, ...]:
    before = base.contacts if base else tuple(_rests(stance.rests, room, place.of("rests")))
    if "rests" in entry:
        before = tuple(_rests(listed(entry, "rests", place), room, place.of("rests")))
    lifted = set(points_of([str(p) for p in listed(entry, "lifts", place)], place.of("lifts")))
    resting = {c.point for c in before}
    for name in lifted - resting:
        raise place.of("lifts").wrong(f"{name!r} rests on nothing here; what rests: {', '.join(sorted(resting))}")
    added = tuple(_rests(listed(entry, "adds", place), room, place.of("adds")))
    replaced = lifted | {c.point for c in added}
    return (*(c for c in before if c.point not in replaced), *added)


def _rests(data: Sequence[Any], room: Room, place: Place) -> Iterator[Contact]:
    for text in data:
        here = place.of(repr(text))
        name, found, on = str(text).partition(" on ")
        slides = name.endswith(" slides")
        name = name.removesuffix(" slides")
        if not found:
            raise here.wrong("write 'POINT on SURFACE' or 'POINT slides on SURFACE'")
        for full in points_of([name], here):
            yield Contact(full, _surface(on, full, room, here), slides)


def _surface(on: str, of: str, room: Room, place: Place) -> str:
    """The surface, or the body point: on the side named, or else on the side of the point that touches it."""
    if on in room.surfaces:
        return on
    both = point.names(on, SLENDER)
    same = [name for name in both if name.split(" ")[0] == of.split(" ")[0]]
    if not both:
        known = (*sorted(room.surfaces), *point.points(SLENDER))
        raise place.wrong(f"{on!r} is neither a surface here nor a point of the body{nearest(on, known)}")
    return (same or list(both))[0]


def points_of(wanted: Sequence[str], place: Place) -> Iterator[str]:
    """The full names of points; a name without a side gives both. Raises MovementError."""
    for name in wanted:
        full = point.names(name, SLENDER)
        if not full:
            known = {*point.points(SLENDER), *(p.split(" ", 1)[1] for p in point.points(SLENDER) if " " in p)}
            raise place.wrong(f"{name!r} is no point of the body{nearest(name, known)}")
        yield from full
