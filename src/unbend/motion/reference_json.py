"""A reference as JSON and back: what the browser gets instead of the movement."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from unbend.motion.measures import MEASURE, MEASURES, Source
from unbend.motion.pose import LANDMARK, LANDMARK_NAMES
from unbend.motion.reference import Bound, Counted, KeyReading, Lookalike, Reference, SeenFault
from unbend.motion.way import STOPS

Kind = TypeVar("Kind")

VERSION = 1
# Tenths of a degree and thousandths of a trunk are far below what a pose model trembles.
PLACES = 3


def as_json(reference: Reference) -> dict[str, Any]:
    """The reference as plain JSON values: names for measures and landmarks, numbers rounded to thousandths."""
    return {
        "version": VERSION,
        "exercise": reference.exercise,
        "view": reference.view,
        "measures": [MEASURES[i].full_name for i in reference.measures],
        "sources": [source.value for source in reference.sources],
        "counted": _counted(reference.counted) if reference.counted else None,
        "keys": [
            {"name": k.name, "values": [_number(v) for v in k.values], "seconds": k.seconds, "hold": k.hold}
            for k in reference.keys
        ],
        "target": reference.target,
        "tolerances": [_number(v) for v in reference.tolerances],
        "faults": [_fault(fault) for fault in reference.faults],
        "seconds": _number(reference.seconds),
        "needs": [LANDMARK_NAMES[i] for i in reference.needs],
        "path": [[_number(v) for v in values] for values in reference.path],
        "turned": [_number(v) for v in reference.turned],
        "judges": list(reference.judges),
        "ways": [[_number(v) for v in way] for way in reference.ways],
        "lookalikes": [
            {"exercise": one.exercise, "path": [[_number(v) for v in values] for values in one.path]}
            for one in reference.lookalikes
        ],
    }


def reference_from(data: Any) -> Reference:
    """The reference that JSON values tell. Raises ValueError with one sentence: which field, what is allowed."""
    table = _table(data, "a reference")
    version = table.get("version")
    if version != VERSION:
        raise ValueError(f"version: {version!r} is not known here; this program reads version {VERSION}")
    reference = Reference(
        exercise=_text(table, "exercise"),
        view=_text(table, "view"),
        measures=tuple(_named(name, "measures", MEASURE) for name in _list(table, "measures")),
        sources=tuple(_choice({"sources": value}, "sources", Source) for value in _list(table, "sources")),
        counted=_counted_from(table["counted"]) if table.get("counted") is not None else None,
        keys=tuple(_key_from(key) for key in _list(table, "keys")),
        target=_text(table, "target"),
        tolerances=tuple(_float(v, "tolerances") for v in _list(table, "tolerances")),
        faults=tuple(_fault_from(fault) for fault in _list(table, "faults")),
        seconds=_float(table.get("seconds"), "seconds"),
        needs=tuple(_named(name, "needs", LANDMARK) for name in _list(table, "needs")),
        path=tuple(_values_from(values, "path") for values in _list(table, "path")),
        turned=_pair(table, "turned"),
        judges=tuple(_code(code, "judges") for code in _list(table, "judges")),
        ways=tuple(
            tuple(_float(v, "ways") for v in _list({"ways": way}, "ways"))
            for way in _list({"ways": [], **table}, "ways")
        ),
        lookalikes=tuple(_lookalike_from(one) for one in _list({"lookalikes": [], **table}, "lookalikes")),
    )
    _check(reference)
    return reference


def _check(reference: Reference) -> None:
    _check_lengths(reference)
    names = [key.name for key in reference.keys]
    if reference.target not in names:
        raise ValueError(f"target: {reference.target!r} is no key pose; there are {', '.join(names) or 'none'}")
    if reference.counted and reference.counted.measure not in reference.measures:
        raise ValueError("counted: its measure is not among the measures")
    if any(fault.measure is not None and None in (fault.bound, fault.value) for fault in reference.faults):
        raise ValueError("faults: one has a measure and no bound or value; it needs both")
    if reference.ways and [len(way) for way in reference.ways] != [STOPS] * 2:
        raise ValueError(f"ways: there are two, into the target and out of it, of {STOPS} numbers each")
    if reference.seconds <= 0.0:
        raise ValueError(f"seconds: {reference.seconds} is not more than 0")


def _check_lengths(reference: Reference) -> None:
    count = len(reference.measures)
    given = [("sources", len(reference.sources)), ("tolerances", len(reference.tolerances))]
    given += [(f"keys: {key.name!r}", len(key.values)) for key in reference.keys]
    given += [(f"path: moment {i}", len(values)) for i, values in enumerate(reference.path)]
    given += [(f"lookalikes: {one.exercise!r}", len(values)) for one in reference.lookalikes for values in one.path]
    for where, length in given:
        if length != count:
            raise ValueError(f"{where}: {length} values given, one for each of {count} measures is needed")


def _counted(counted: Counted) -> dict[str, Any]:
    return {
        "measure": MEASURES[counted.measure].full_name,
        "start": _number(counted.start),
        "target": _number(counted.target),
        "tolerance": _number(counted.tolerance),
        "hold": counted.hold,
        "sided": counted.sided,
        "alternates": counted.alternates,
    }


def _counted_from(data: Any) -> Counted:
    table = _table(data, "counted")
    return Counted(
        measure=_named(table.get("measure"), "counted.measure", MEASURE),
        start=_float(table.get("start"), "counted.start"),
        target=_float(table.get("target"), "counted.target"),
        tolerance=_float(table.get("tolerance"), "counted.tolerance"),
        hold=_bool(table, "hold"),
        sided=_bool(table, "sided"),
        alternates=_bool(table, "alternates"),
    )


def _fault(fault: SeenFault) -> dict[str, Any]:
    return {
        "id": fault.id,
        "measure": None if fault.measure is None else MEASURES[fault.measure].full_name,
        "bound": None if fault.bound is None else fault.bound.value,
        "value": _number(fault.value),
        "pose": fault.pose,
        "quicker_than": _number(fault.quicker_than),
    }


def _fault_from(data: Any) -> SeenFault:
    table = _table(data, "faults")
    measure, bound, pose = table.get("measure"), table.get("bound"), table.get("pose")
    return SeenFault(
        id=_text(table, "id"),
        measure=None if measure is None else _named(measure, "faults.measure", MEASURE),
        bound=None if bound is None else _choice(table, "bound", Bound),
        value=_maybe(table.get("value"), "faults.value"),
        pose=None if pose is None else _text(table, "pose"),
        quicker_than=_maybe(table.get("quicker_than"), "faults.quicker_than"),
    )


def _key_from(data: Any) -> KeyReading:
    table = _table(data, "keys")
    return KeyReading(
        name=_text(table, "name"),
        values=_values_from(table.get("values"), "keys.values"),
        seconds=_float(table.get("seconds"), "keys.seconds"),
        hold=_float(table.get("hold"), "keys.hold"),
    )


def _lookalike_from(data: Any) -> Lookalike:
    table = _table(data, "lookalikes")
    path = tuple(_values_from(values, "lookalikes.path") for values in _list(table, "path"))
    return Lookalike(_text(table, "exercise"), path)


def _values_from(data: Any, where: str) -> tuple[float | None, ...]:
    return tuple(_maybe(value, where) for value in _list({where: data}, where))


def _pair(table: Mapping[str, Any], key: str) -> tuple[float, float]:
    values = tuple(_float(value, key) for value in _list(table, key))
    if len(values) != 2:
        raise ValueError(f"{key}: two numbers are needed, not {len(values)}")
    return values[0], values[1]


def _number(value: float | None) -> float | None:
    return None if value is None else round(value, PLACES)


def _table(data: Any, where: str) -> Mapping[str, Any]:
    if not isinstance(data, Mapping):
        raise ValueError(f"{where}: a JSON object is needed, not {type(data).__name__}")
    return data


def _list(table: Mapping[str, Any], key: str) -> Sequence[Any]:
    value = table.get(key)
    if not isinstance(value, list | tuple):
        raise ValueError(f"{key}: a list is needed, not {type(value).__name__}")
    return value


def _text(table: Mapping[str, Any], key: str) -> str:
    value = table.get(key)
    if not isinstance(value, str) or not value:
        raise ValueError(f"{key}: a text is needed, not {value!r}")
    return value


def _code(value: Any, where: str) -> str:
    return _text({where: value}, where)


def _bool(table: Mapping[str, Any], key: str) -> bool:
    value = table.get(key)
    if not isinstance(value, bool):
        raise ValueError(f"{key}: true or false is needed, not {value!r}")
    return value


def _float(value: Any, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not -1e9 < value < 1e9:
        raise ValueError(f"{where}: a number is needed, not {value!r}")
    return float(value)


def _maybe(value: Any, where: str) -> float | None:
    return None if value is None else _float(value, where)


def _named(name: Any, where: str, known: Mapping[str, int]) -> int:
    if not isinstance(name, str) or name not in known:
        raise ValueError(f"{where}: {name!r} is not known")
    return known[name]


def _choice(table: Mapping[str, Any], key: str, kind: Callable[[Any], Kind]) -> Kind:
    try:
        return kind(table.get(key))
    except ValueError:
        raise ValueError(f"{key}: {table.get(key)!r} is not known") from None
