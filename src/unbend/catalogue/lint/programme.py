"""The numbers of the programme: each is set by exactly one rule of its file, and no rule sets anything else."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from unbend.catalogue.adaptation import Adaptation
from unbend.catalogue.lint.fault import Fault, unknown
from unbend.catalogue.lint.reading import Item, Reading
from unbend.catalogue.lint.schema_faults import checked
from unbend.catalogue.parameters import Parameters

_KINDS: Mapping[str, type[Any]] = {"programme": Parameters, "adaptation": Adaptation}


def parameter_faults(reading: Reading) -> Iterator[Fault]:
    """Parameters set twice, missing, unknown, or of the wrong type."""
    for name, kind in _KINDS.items():
        yield from _faults_in(reading.of(name), kind)


def _faults_in(rules: Sequence[Item], kind: type[Any]) -> Iterator[Fault]:
    owners: dict[str, Item] = {}
    values: dict[str, Any] = {}
    for rule in rules:
        for key, value in _sets(rule).items():
            if key in owners:
                yield rule.fault(f"rule '{owners[key].id}' sets it already", "sets", key)
            owners.setdefault(key, rule)
            values.setdefault(key, value)
    for path, message in checked(kind, values)[1].items():
        key = str(path[0])
        if key not in kind.__dataclass_fields__:
            yield owners[key].fault(unknown("parameter", key, kind.__dataclass_fields__), "sets", key)
        elif key in owners:
            yield owners[key].fault(message, "sets", *path)
        elif rules:
            yield rules[0].file.fault((), "no rule sets it", key=("sets", key))


def _sets(rule: Item) -> dict[str, Any]:
    sets = rule.raw.get("sets")
    return sets if isinstance(sets, dict) else {}
