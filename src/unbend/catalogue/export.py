"""The whole catalogue as one JSON object: facts and words of one language together."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, is_dataclass
from typing import Any

from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.exercise import Exercise
from unbend.catalogue.text import Texts


def export(catalogue: Catalogue, texts: Texts) -> dict[str, Any]:
    """Every item has `id`, `covers` and `sources`; the words stand beside the facts."""
    return {
        "hash": catalogue.hash,
        "exercises": [_exercise(exercise, catalogue, texts) for exercise in catalogue.exercises.values()],
        "causes": _items(catalogue.causes, texts.causes),
        "safety": _items(catalogue.safety.rules, texts.safety.rules),
        "findings": _items(catalogue.safety.findings.values(), texts.safety.findings),
        "audit": _items(catalogue.audit.values(), texts.audit),
        "tests": _items(catalogue.tests.values(), texts.tests),
        "measures": _items(catalogue.measures.values(), {}),
        "programme": [
            *_items(catalogue.programme, texts.programme),
            *_items(catalogue.adaptation_rules, texts.adaptation),
        ],
        "lessons": _items(catalogue.lessons.values(), texts.lessons),
        "sources": _items(catalogue.sources.values(), {}),
    }


def _exercise(exercise: Exercise, catalogue: Catalogue, texts: Texts) -> dict[str, Any]:
    easier, harder = catalogue.easier(exercise), catalogue.harder(exercise)
    return {
        **_item(exercise, texts.exercises),
        "easier": easier.id if easier else None,
        "harder": harder.id if harder else None,
    }


def _items(items: Iterable[Any], words: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [_item(item, words) for item in items]


def _item(item: Any, words: Mapping[str, Any]) -> dict[str, Any]:
    """Facts over words: where both have a key of one name, as with the options of an audit item, the words'
    move to `words`."""
    said = asdict(words[item.id]) if is_dataclass(words.get(item.id)) else {}
    facts = asdict(item)
    same = {key: value for key, value in said.items() if key in facts}
    return {"covers": (), "sources": (), **said, **facts, **({"words": same} if same else {})}
