"""Reading the catalogue: the only place in the domain that opens files."""

import json
import tomllib
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, Protocol, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from unbend.catalogue.adaptation import Adaptation
from unbend.catalogue.catalogue import Catalogue, SafetyKnowledge
from unbend.catalogue.exercise import Exercise, ExerciseFile
from unbend.catalogue.knowledge import AuditItem, Cause, Finding, Lesson, SafetyRule, SelfTest, Source
from unbend.catalogue.measure import Measure
from unbend.catalogue.parameters import Parameters
from unbend.catalogue.programme import DirectionRule, Need, PhaseRule, ProgrammeRule, StartRule, Thing
from unbend.catalogue.words import Place
from unbend.catalogue.workout import Country, GateQuestion

T = TypeVar("T")


class Identified(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str: ...


Item = TypeVar("Item", bound=Identified)


class CatalogueError(Exception):
    """A catalogue file is wrong; the message names file and key."""


def root() -> Traversable:
    """The folder that holds `data` and `text`."""
    return resources.files("unbend.catalogue")


def read_toml(path: Traversable) -> dict[str, Any]:
    """The parsed file. Raises CatalogueError naming the file and line when it is no TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(f"{path.name}: {error}") from None


def typed(kind: type[T], value: Any, *, where: str) -> T:
    """`value` as `kind`, checked strictly. Raises CatalogueError naming `where` and the key of the first fault."""
    try:
        # By way of JSON, because only there does strict mode take an array for a tuple and a word for an enum.
        checked: T = adapter(cast(Hashable, kind)).validate_json(json.dumps(value), strict=True)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise CatalogueError(f"{where}: {key}: {first['msg']}") from None
    return checked


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:
    """The checker of a type, built once."""
    return TypeAdapter(kind)


def toml_files(folder: Traversable) -> Iterator[Traversable]:
    """The TOML files of a folder by name."""
    yield from sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)


def load_safety(at: Traversable | None = None) -> SafetyKnowledge:
    """Findings and safety rules only. Raises CatalogueError when a file is wrong."""
    data = (at or root()) / "data"
    findings = _listed(data / "findings.toml", "finding", Finding)
    rules = [rule for file in toml_files(data / "safety") for rule in _listed(file, "rule", SafetyRule)]
    return SafetyKnowledge(_by_id(findings), tuple(rules))


def load_catalogue(at: Traversable | None = None) -> Catalogue:
    """The whole catalogue. Raises CatalogueError when a file is wrong or an id is given twice."""
    data = (at or root()) / "data"
    vocabulary = read_toml(data / "vocabulary.toml")
    programme = _listed(data / "programme.toml", "rule", ProgrammeRule)
    adaptation = _listed(data / "adaptation.toml", "rule", ProgrammeRule)
    return Catalogue(
        safety=load_safety(at),
        exercises=_by_id(_exercises(data)),
        needs=_by_id(_listed(data / "needs.toml", "need", Need)),
        things=_by_id(typed(tuple[Thing, ...], vocabulary["thing"], where="vocabulary.toml")),
        restrictions=tuple(vocabulary["restrictions"]),
        muscles=tuple(vocabulary["muscles"]),
        causes=_listed(data / "causes.toml", "cause", Cause),
        audit=_by_id(_listed(data / "audit.toml", "item", AuditItem)),
        tests=_by_id(_listed(data / "tests.toml", "test", SelfTest)),
        measures=_by_id(_listed(data / "measures.toml", "measure", Measure)),
        programme=programme,
        parameters=parameters(programme, Parameters, file="programme.toml"),
        adaptation_rules=adaptation,
        adaptation=parameters(adaptation, Adaptation, file="adaptation.toml"),
        phases=_listed(data / "phases.toml", "phase", PhaseRule),
        starts=_listed(data / "starts.toml", "start", StartRule),
        directions=_listed(data / "directions.toml", "direction", DirectionRule),
        lessons=_by_id(_listed(data / "lessons.toml", "lesson", Lesson)),
        sources=_by_id(s for file in toml_files(data / "sources") for s in _listed(file, "source", Source)),
        gate=_listed(data / "gate.toml", "question", GateQuestion),
        countries=_by_id(_listed(data / "countries.toml", "country", Country)),
        hash=_hash(data),
    )


def parameters(rules: Iterable[ProgrammeRule], kind: type[T], *, file: str) -> T:
    """The numbers that the rules set between them. Raises CatalogueError for a key set twice, missing or unknown."""
    merged: dict[str, object] = {}
    for rule in rules:
        for key, value in (rule.sets or {}).items():
            if key in merged:
                raise CatalogueError(f"{file}: {rule.id}: sets.{key}: another rule sets it already")
            merged[key] = value
    return typed(kind, merged, where=f"{file}: sets")


def _exercises(data: Traversable) -> Iterator[Exercise]:
    for file in toml_files(data / "exercises"):
        ladder = typed(ExerciseFile, read_toml(file), where=file.name)
        for exercise in ladder.exercise:
            yield replace(exercise, ladder=ladder.ladder, restrictions=_with_floor(exercise))


def _with_floor(exercise: Exercise) -> tuple[str, ...]:
    """An exercise that needs the floor carries the restriction, so that no author can forget it."""
    elsewhere = {Place.BED, Place.CHAIR, Place.STANDING} & set(exercise.places)
    return exercise.restrictions if elsewhere else (*exercise.restrictions, "floor")


def _listed(file: Traversable, key: str, kind: type[T]) -> tuple[T, ...]:
    content = read_toml(file)
    if key not in content:
        raise CatalogueError(f"{file.name}: {key}: missing; write [[{key}]]")
    return typed(tuple[kind, ...], content[key], where=file.name)  # type: ignore[valid-type]


def _by_id(items: Iterable[Item]) -> Mapping[str, Item]:
    found: dict[str, Item] = {}
    for item in items:
        if item.id in found:
            raise CatalogueError(f"{item.id}: id given twice")
        found[item.id] = item
    return found


def _hash(data: Traversable) -> str:
    digest = sha256()
    for folder in (data, data / "exercises", data / "movements", data / "safety", data / "sources"):
        for file in toml_files(folder):
            digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
