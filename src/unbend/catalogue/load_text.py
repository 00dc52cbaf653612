"""Reading the words of one language."""

from importlib.resources.abc import Traversable
from typing import TypeVar

from unbend.catalogue.coach import CoachText
from unbend.catalogue.exercise import ExerciseText
from unbend.catalogue.knowledge import AuditText, CauseText, FindingText, LessonText, SafetyText, SelfTestText
from unbend.catalogue.load import read_toml, root, toml_files, typed
from unbend.catalogue.measure import MeasureText
from unbend.catalogue.programme import ProgrammeText
from unbend.catalogue.text import SafetyTexts, Texts
from unbend.catalogue.workout import GateText, WorkoutText

T = TypeVar("T")


def load_safety_texts(language: str = "en", at: Traversable | None = None) -> SafetyTexts:
    """The words of the safety check only. Raises CatalogueError when a file is wrong."""
    folder = (at or root()) / "text" / language
    return SafetyTexts(
        findings=_words(folder / "findings.toml", FindingText),
        rules=_words_of_folder(folder / "safety", SafetyText),
        messages=_words(folder / "messages.toml", str),
        letter=_words(folder / "letter.toml", str),
    )


def load_texts(language: str = "en", at: Traversable | None = None) -> Texts:
    """All words of a language. Raises CatalogueError when a file is wrong."""
    folder = (at or root()) / "text" / language
    return Texts(
        safety=load_safety_texts(language, at),
        exercises=_words_of_folder(folder / "exercises", ExerciseText),
        causes=_words(folder / "causes.toml", CauseText),
        audit=_words(folder / "audit.toml", AuditText),
        tests=_words(folder / "tests.toml", SelfTestText),
        programme=_words(folder / "programme.toml", ProgrammeText),
        adaptation=_words(folder / "adaptation.toml", ProgrammeText),
        lessons=_words(folder / "lessons.toml", LessonText),
        reasons=_words(folder / "reasons.toml", str),
        entries=_words(folder / "entries.toml", str),
        progress=_words(folder / "progress.toml", str),
        names=typed(dict[str, dict[str, str]], read_toml(folder / "vocabulary.toml"), where="vocabulary.toml"),
        gate=_words(folder / "gate.toml", GateText),
        workout=typed(WorkoutText, read_toml(folder / "workout.toml"), where="workout.toml (words)"),
        coach=typed(CoachText, read_toml(folder / "coach.toml"), where="coach.toml (words)"),
    )


def load_measure_texts(language: str = "en", at: Traversable | None = None) -> dict[str, MeasureText]:
    """The words of every questionnaire, by its id. Raises CatalogueError when a file is wrong."""
    files = toml_files((at or root()) / "text" / language / "measures")
    return {file.name.removesuffix(".toml"): typed(MeasureText, read_toml(file), where=file.name) for file in files}


def _words(file: Traversable, kind: type[T]) -> dict[str, T]:
    return typed(dict[str, kind], read_toml(file), where=f"{file.name} (words)")  # type: ignore[valid-type]


def _words_of_folder(folder: Traversable, kind: type[T]) -> dict[str, T]:
    words: dict[str, T] = {}
    for file in toml_files(folder):
        words |= _words(file, kind)
    return words
