"""Reading movements: plain data, as it stands in TOML or JSON, to typed movements, with errors that name the place."""

from collections.abc import Iterator, Mapping, Sequence

from unbend.body import angles
from unbend.body.angles import Side
from unbend.body.build import BUILDS, SLENDER
from unbend.body.entry import (
    Data,
    MovementError,
    Place,
    flag_at,
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
from unbend.body.movement import BOTH_GRIPS, Count, Fault, HeldLoad, Lying, Movement, PushMark, StrandRoute
from unbend.body.prop import SIZES, Carried, Prop, Thing
from unbend.body.read_camera import camera_use
from unbend.body.read_pose import Room, Stance, points_of, poses_of
from unbend.body.surface import surfaces

__all__ = ["MovementError", "Stance", "from_dict", "stances_from_dict"]

VIEW_NAMES = ("side", "front", "back", "above", "three-quarter")


def stances_from_dict(data: Sequence[Data], *, file: str) -> Mapping[str, Stance]:
    """The stances of a file by name. Raises MovementError."""
    found = {}
    for entry in data:
        place = Place((file, str(entry.get("id", "a stance without an id"))))
        only(entry, {"id", "lying", "at", "angles", "rests", "props"}, place)
        found[text_at(entry, "id", place)] = Stance(
            word_at(Lying, entry.get("lying", "upright"), place.of("lying")),
            vector_at(entry.get("at", [0.0, 0.9, 0.0]), place.of("at")),
            table_at(entry, "angles", place),
            listed(entry, "rests", place),
            listed(entry, "props", place),
        )
    return found


def from_dict(data: Data, stances: Mapping[str, Stance], *, file: str) -> Movement:
    """The movement that `data` tells. Raises MovementError naming file, exercise, pose and joint or key."""
    place = Place((file, str(data.get("id", "a movement without an id"))))
    only(data, _MOVEMENT_KEYS, place)
    stance = stances.get(text_at(data, "stance", place))
    if stance is None:
        raise place.of("stance").wrong(f"{data['stance']!r} is no stance{nearest(data['stance'], stances)}")
    room = _room([*stance.props, *listed(data, "props", place)], place)
    poses = tuple(poses_of(listed(data, "pose", place), stance, room, place))
    pose_names = [p.name for p in poses]
    target = one_of(data.get("target", pose_names[-1]), pose_names, place.of("target"), "pose")
    return Movement(
        exercise=text_at(data, "id", place),
        poses=poses,
        target=target,
        views=tuple(one_of(v, VIEW_NAMES, place.of("views"), "view") for v in data.get("views", ["side"])),
        person=one_of(data.get("person", SLENDER.name), BUILDS, place.of("person"), "person"),
        props=room.props,
        strands=tuple(_strands(listed(data, "strands", place), place.of("strands"))),
        loads=tuple(_loads(listed(data, "loads", place), place.of("loads"))),
        pushes=tuple(_pushes(listed(data, "pushes", place), place.of("pushes"))),
        count=_count(data, place.of("count")) if "count" in data else None,
        faults=tuple(_fault(f, pose_names, place.of("faults")) for f in listed(data, "faults", place)),
        camera=camera_use(data, place.of("camera")),
        flows=flag_at(data, "flows", place),
        alternates=flag_at(data, "alternates", place),
        returns=flag_at(data, "returns", place),
        travels=number_at(data.get("travels", 0.0), place.of("travels")),
        trail=tuple(points_of([str(t) for t in listed(data, "trail", place)], place.of("trail"))),
    )


_MOVEMENT_KEYS = {
    "id", "stance", "pose", "target", "views", "person", "props", "strands", "loads", "pushes", "count", "faults",
    "camera", "flows", "alternates", "returns", "travels", "trail",
}  # fmt: skip


def _room(data: Sequence[Data], place: Place) -> Room:
    props = tuple(_prop(entry, place.of("props")) for entry in data)
    return Room(props, frozenset(surfaces(props)))


def _prop(entry: Data, place: Place) -> Prop:
    only(entry, {"thing", "at", "turn", "size", "name", "follows"}, place)
    thing = word_at(Thing, entry.get("thing"), place.of("thing"))
    at = entry.get("at", [0.0, 0.0])
    return Prop(
        thing,
        vector_at([at[0], 0.0, at[1]] if isinstance(at, Sequence) and len(at) == 2 else at, place.of("at")),
        number_at(entry.get("turn", 0.0), place.of("turn")),
        vector_at(entry.get("size", SIZES[thing]), place.of("size")),
        str(entry.get("name", thing.value)),
        next(points_of([text_at(entry, "follows", place)], place.of("follows"))) if "follows" in entry else None,
    )


def _strands(data: Sequence[Data], place: Place) -> Iterator[StrandRoute]:
    for entry in data:
        only(entry, {"thing", "through"}, place)
        through = [
            vector_at(stop, place.of("through")) if not isinstance(stop, str) else next(points_of([stop], place))
            for stop in listed(entry, "through", place)
        ]
        yield StrandRoute(word_at(Carried, entry.get("thing"), place.of("thing")), tuple(through))


def _loads(data: Sequence[Data], place: Place) -> Iterator[HeldLoad]:
    for entry in data:
        only(entry, {"thing", "hand"}, place)
        named = text_at(entry, "hand", place)
        for hand in (named,) if named == BOTH_GRIPS else points_of([named], place.of("hand")):
            yield HeldLoad(word_at(Carried, entry.get("thing"), place.of("thing")), hand)


def _pushes(data: Sequence[Data], place: Place) -> Iterator[PushMark]:
    """The marks of a list; one for each side where the point has none, the left one mirrored."""
    for entry in data:
        only(entry, {"point", "to"}, place)
        x, y, z = vector_at(entry.get("to"), place.of("to"))
        found = tuple(points_of([text_at(entry, "point", place)], place.of("point")))
        for point in found:
            mirrored = len(found) > 1 and point.startswith(Side.LEFT.value)
            yield PushMark(point, (x, y, -z if mirrored else z))


def _count(data: Data, place: Place) -> Count:
    entry = table_at(data, "count", place)
    only(entry, {"angle", "tolerance", "hold"}, place)
    return Count(
        _angle(text_at(entry, "angle", place), place.of("angle")),
        number_at(entry.get("tolerance", 15), place.of("tolerance")),
        flag_at(entry, "hold", place),
    )


def _fault(entry: Data, poses: Sequence[str], place: Place) -> Fault:
    name = text_at(entry, "id", place)
    here = place.of(name)
    only(entry, {"id", "angle", "below", "above", "pose", "quicker_than"}, here)
    bounds = {k: number_at(entry[k], here.of(k)) for k in ("below", "above", "quicker_than") if k in entry}
    if len(bounds) != 1 or ("quicker_than" in bounds) == ("angle" in entry):
        raise here.wrong("give an angle with 'below' or 'above', or 'quicker_than' seconds")
    return Fault(
        id=name,
        angle=_angle(str(entry["angle"]), here.of("angle")) if "angle" in entry else None,
        below=bounds.get("below"),
        above=bounds.get("above"),
        pose=one_of(entry["pose"], poses, here.of("pose"), "pose") if "pose" in entry else None,
        quicker_than=bounds.get("quicker_than"),
    )


def _angle(name: str, place: Place) -> int:
    """One angle; of a name without its side the right one, the side that movements are told for."""
    found = angles.angles_of(name)
    if not found:
        raise place.wrong(f"{name!r} is no joint angle{nearest(name, angles.names())}")
    return found[0]
