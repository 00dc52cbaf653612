"""Which files the catalogue is made of: where each kind stands, what it lists, and what words belong to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from unbend.catalogue.coach import CoachText
from unbend.catalogue.exercise import Exercise, ExerciseText
from unbend.catalogue.knowledge import (
    AuditItem,
    AuditText,
    Cause,
    CauseText,
    Finding,
    FindingText,
    Lesson,
    LessonText,
    SafetyRule,
    SafetyText,
    SelfTest,
    SelfTestText,
    Source,
)
from unbend.catalogue.measure import Measure, MeasureText
from unbend.catalogue.movement import MovementData, MovementText, StanceData
from unbend.catalogue.programme import DirectionRule, Need, PhaseRule, ProgrammeRule, ProgrammeText, StartRule, Thing
from unbend.catalogue.workout import Country, GateQuestion, GateText, WorkoutText


@dataclass(frozen=True)
class FileKind:
    """One kind of file: `data/<name>.toml`, or every file of `data/<name>/` when it is a folder.

    It holds one list of tables, `[[key]]`, each an `item` with an id, and beside it the `plain` keys. Where there are
    `words`, the file of the same name under `text/<language>` has one table for each id; or, with
    `file_of_words_each`, the folder of that name has one file for each.
    """

    name: str
    key: str
    item: type[Any]
    words: type[Any] | None = None
    folder: bool = False
    file_of_words_each: bool = False
    plain: Mapping[str, Any] = field(default_factory=dict)


KINDS: Mapping[str, FileKind] = {
    kind.name: kind
    for kind in (
        FileKind("exercises", "exercise", Exercise, ExerciseText, folder=True, plain={"ladder": str}),
        FileKind("movements", "movement", MovementData, MovementText, folder=True),
        FileKind("stances", "stance", StanceData),
        FileKind("findings", "finding", Finding, FindingText),
        FileKind("safety", "rule", SafetyRule, SafetyText, folder=True),
        FileKind("causes", "cause", Cause, CauseText),
        FileKind("audit", "item", AuditItem, AuditText),
        FileKind("tests", "test", SelfTest, SelfTestText),
        FileKind("measures", "measure", Measure, MeasureText, file_of_words_each=True),
        FileKind("programme", "rule", ProgrammeRule, ProgrammeText),
        FileKind("adaptation", "rule", ProgrammeRule, ProgrammeText),
        FileKind("phases", "phase", PhaseRule),
        FileKind("starts", "start", StartRule),
        FileKind("directions", "direction", DirectionRule),
        FileKind("lessons", "lesson", Lesson, LessonText),
        FileKind("gate", "question", GateQuestion, GateText),
        FileKind("countries", "country", Country),
        FileKind("sources", "source", Source, folder=True),
        FileKind("needs", "need", Need),
        FileKind("vocabulary", "thing", Thing, plain={"restrictions": tuple[str, ...], "muscles": tuple[str, ...]}),
    )
}

# Files of words that belong to no one kind.
WORD_FILES: Mapping[str, Any] = {
    "messages": dict[str, str],
    "letter": dict[str, str],
    "reasons": dict[str, str],
    "entries": dict[str, str],
    "progress": dict[str, str],
    "workout": WorkoutText,
    "coach": CoachText,
    "vocabulary": dict[str, dict[str, str]],
}


def kind_of_facts(path: str) -> FileKind | None:
    """The kind of the file at `path` below `data`, such as `exercises/bridge.toml`."""
    folder, name = _split(path)
    kind = KINDS.get(folder or name)
    return kind if kind is not None and kind.folder == bool(folder) else None


def kind_of_words(path: str) -> FileKind | None:
    """The kind whose words stand in the file at `path` below a language."""
    folder, name = _split(path)
    kind = KINDS.get(folder or name)
    if kind is None or kind.words is None:
        return None
    return kind if (kind.folder or kind.file_of_words_each) == bool(folder) else None


def _split(path: str) -> tuple[str, str]:
    folder, _, file = path.rpartition("/")
    return folder, file.removesuffix(".toml")
