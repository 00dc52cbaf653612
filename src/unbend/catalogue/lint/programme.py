"""The planner's parameters: each is set by exactly one programme rule, and no rule sets anything else."""

from collections.abc import Iterator
from typing import Any

from unbend.catalogue.lint.fault import Fault, unknown
from unbend.catalogue.lint.reading import Item, Reading
from unbend.catalogue.lint.schema_faults import checked
from unbend.catalogue.parameters import Parameters


def parameter_faults(reading: Reading) -> Iterator[Fault]:
    """Parameters set twice, missing, unknown, or of the wrong type."""
    rules = reading.of("programme")
    owners: dict[str, Item] = {}
    values: dict[str, Any] = {}
    for rule in rules:
        for key, value in _sets(rule).items():
            if key in owners:
                yield rule.fault(f"rule '{owners[key].id}' sets it already", "sets", key)
            owners.setdefault(key, rule)
            values.setdefault(key, value)
    for path, message in checked(Parameters, values)[1].items():
        key = str(path[0])
        if key not in Parameters.__dataclass_fields__:
            yield owners[key].fault(unknown("parameter", key, Parameters.__dataclass_fields__), "sets", key)
        elif key in owners:
            yield owners[key].fault(message, "sets", *path)
        elif rules:
            yield rules[0].file.fault((), "no rule sets it", key=("sets", key))


def _sets(rule: Item) -> dict[str, Any]:
    sets = rule.raw.get("sets")
    return sets if isinstance(sets, dict) else {}
