"""The words of one language, apart from the facts."""

from collections.abc import Mapping
from dataclasses import dataclass

from unbend.catalogue.coach import CoachText
from unbend.catalogue.exercise import ExerciseText
from unbend.catalogue.knowledge import AuditText, CauseText, FindingText, LessonText, SafetyText, SelfTestText
from unbend.catalogue.programme import ProgrammeText
from unbend.catalogue.workout import GateText, WorkoutText


@dataclass(frozen=True)
class SafetyTexts:
    """The words of the safety check."""

    findings: Mapping[str, FindingText]
    rules: Mapping[str, SafetyText]
    messages: Mapping[str, str]
    letter: Mapping[str, str]


@dataclass(frozen=True)
class Texts:
    """All words of one language, by id. `reasons`, `entries`, `progress` and `messages` are templates with
    {named} places."""

    safety: SafetyTexts
    exercises: Mapping[str, ExerciseText]
    causes: Mapping[str, CauseText]
    audit: Mapping[str, AuditText]
    tests: Mapping[str, SelfTestText]
    programme: Mapping[str, ProgrammeText]
    adaptation: Mapping[str, ProgrammeText]
    lessons: Mapping[str, LessonText]
    reasons: Mapping[str, str]
    entries: Mapping[str, str]
    progress: Mapping[str, str]
    names: Mapping[str, Mapping[str, str]]
    gate: Mapping[str, GateText]
    workout: WorkoutText
    coach: CoachText
