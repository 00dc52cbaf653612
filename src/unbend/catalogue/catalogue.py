"""The catalogue as one value: everything Unbend knows, in no language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from unbend.catalogue.adaptation import Adaptation
from unbend.catalogue.exercise import Exercise
from unbend.catalogue.knowledge import AuditItem, Cause, Finding, Lesson, SafetyRule, SelfTest, Source
from unbend.catalogue.measure import Measure
from unbend.catalogue.parameters import Parameters
from unbend.catalogue.programme import DirectionRule, Need, PhaseRule, ProgrammeRule, StartRule, Thing
from unbend.catalogue.words import Worrying
from unbend.catalogue.workout import Country, GateQuestion


@dataclass(frozen=True)
class SafetyKnowledge:
    """What the safety check needs, and nothing more, so that it starts quickly."""

    findings: Mapping[str, Finding]
    rules: tuple[SafetyRule, ...]

    @cached_property
    def worrying(self) -> Mapping[str, Worrying]:
        """Which answer to each finding worries."""
        return {finding.id: finding.worrying for finding in self.findings.values()}


@dataclass(frozen=True)
class Catalogue:
    """Everything, by id. `hash` names this exact content, so that past advice can say what it stood on."""

    safety: SafetyKnowledge
    exercises: Mapping[str, Exercise]
    needs: Mapping[str, Need]
    things: Mapping[str, Thing]
    restrictions: tuple[str, ...]
    muscles: tuple[str, ...]
    causes: tuple[Cause, ...]
    audit: Mapping[str, AuditItem]
    tests: Mapping[str, SelfTest]
    measures: Mapping[str, Measure]
    programme: tuple[ProgrammeRule, ...]
    parameters: Parameters
    adaptation_rules: tuple[ProgrammeRule, ...]
    adaptation: Adaptation
    phases: tuple[PhaseRule, ...]
    starts: tuple[StartRule, ...]
    directions: tuple[DirectionRule, ...]
    lessons: Mapping[str, Lesson]
    sources: Mapping[str, Source]
    gate: tuple[GateQuestion, ...]
    countries: Mapping[str, Country]
    hash: str

    @cached_property
    def ladders(self) -> Mapping[str, tuple[Exercise, ...]]:
        """The exercises of each ladder, easiest first."""
        names = dict.fromkeys(exercise.ladder for exercise in self.exercises.values())
        return {name: tuple(sorted(self._on(name), key=lambda e: e.rung)) for name in names}

    def _on(self, ladder: str) -> list[Exercise]:
        return [exercise for exercise in self.exercises.values() if exercise.ladder == ladder]

    def easier(self, exercise: Exercise) -> Exercise | None:
        """The neighbour one step down: the one named, or the nearest lower rung of the ladder; none that is retired."""
        below = [e for e in self.ladders[exercise.ladder] if e.rung < exercise.rung]
        return self._in_use(exercise.easier, reversed(below))

    def harder(self, exercise: Exercise) -> Exercise | None:
        """The neighbour one step up: the one named, or the nearest higher rung of the ladder; none that is retired."""
        above = [e for e in self.ladders[exercise.ladder] if e.rung > exercise.rung]
        return self._in_use(exercise.harder, above)

    def _in_use(self, named: str | None, others: Iterable[Exercise]) -> Exercise | None:
        first = () if named is None else (self.exercises[named],)
        return next((exercise for exercise in (*first, *others) if not exercise.retired), None)
