"""Facts without words, words without facts, and words of the wrong length, in each language."""

from collections.abc import Iterator

from unbend.catalogue.kinds import FileKind
from unbend.catalogue.knowledge import AuditText, LessonText
from unbend.catalogue.lint.fault import Fault, unknown
from unbend.catalogue.lint.reading import Item, Reading
from unbend.catalogue.measure import MeasureText
from unbend.catalogue.movement import MovementText


def word_faults(reading: Reading) -> Iterator[Fault]:
    """Each fact has words in each language, in the file of the same name, and the other way round."""
    for language in sorted({file.part for file in reading.files if file.part != "data"}) or ["text/en"]:
        have = {(item.kind.name, item.id): item for item in reading.words if item.file.part == language}
        for item in reading.facts:
            place = f"{language}/{words_file(item.kind, item)}"
            there = have.get((item.kind.name, item.id))
            if item.kind.words is not None and there is None:
                yield item.fault(f"has no words in {place}")
            elif there is not None and there.file.name != place:
                yield there.fault(f"these words belong in {place}")


def lonely_word_faults(reading: Reading) -> Iterator[Fault]:
    """Words for an id that no fact has."""
    for item in reading.words:
        facts = reading.ids(item.kind.name)
        if item.id not in facts:
            yield item.fault(f"words without facts: {unknown(item.kind.key, item.id, facts)}")


def part_faults(reading: Reading) -> Iterator[Fault]:
    """Options, items, poses, faults and paragraphs that one side has and the other lacks."""
    for item in reading.words:
        fact = reading.ids(item.kind.name).get(item.id)
        if fact is None or fact.value is None or item.value is None:
            continue
        match item.value:
            case AuditText():
                yield from _matched(item, "options", item.value.options or {}, fact.value.options)
            case MeasureText():
                yield from _matched(item, "items", item.value.items, fact.value.items)
            case MovementText():
                yield from _matched(item, "poses", item.value.poses, tuple(pose.name for pose in fact.value.pose))
                faults = tuple(fault.id for fault in fact.value.faults)
                yield from _matched(item, "faults", item.value.faults or {}, faults)
            case LessonText() if not 3 <= len(item.value.body) <= 8:
                yield item.fault(f"has {len(item.value.body)} paragraphs; 3 to 8 are read", "body")


def words_file(kind: FileKind, item: Item) -> str:
    """Where the words of a fact stand, below the language."""
    return f"{kind.name}/{item.id}.toml" if kind.file_of_words_each else item.file.path


def _matched(item: Item, key: str, have: object, want: tuple[str, ...]) -> Iterator[Fault]:
    names = list(have) if isinstance(have, dict) else []
    yield from (item.fault(f"says nothing for '{name}'", key) for name in want if name not in names)
    yield from (item.fault(unknown("name", name, want), key, name) for name in names if name not in want)
