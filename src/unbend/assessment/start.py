"""Where a person begins: the phase, the rung, and the way of moving that eases."""

from dataclasses import dataclass

from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.condition import Person, holds
from unbend.catalogue.programme import DirectionRule, PhaseRule, StartRule
from unbend.catalogue.words import Allows, Phase

ALONGSIDE = "alongside-a-clinician"
"""Stands for a phase rule where the safety answer, and none of the rules, decided."""


@dataclass(frozen=True)
class Start:
    """The rules that decided, so that each can be asked why."""

    phase: Phase
    phase_rule: str
    rung: int
    rung_rule: str
    directions: tuple[DirectionRule, ...]


def start(catalogue: Catalogue, person: Person, *, allows: Allows) -> Start:
    """Where to begin. Exercise alongside a clinician (`gentle`) is dosed as in the calm phase, on gentle rungs."""
    phase = _first_phase(catalogue, person)
    rung = _first_rung(catalogue, person)
    directions = tuple(rule for rule in catalogue.directions if holds(rule.when, person))
    if allows is Allows.GENTLE:
        return Start(Phase.CALM, ALONGSIDE, min(rung.rung, catalogue.parameters.gentle_rung), rung.id, directions)
    return Start(phase.phase, phase.id, rung.rung, rung.id, directions)


def _first_phase(catalogue: Catalogue, person: Person) -> PhaseRule:
    return next(rule for rule in catalogue.phases if holds(rule.when, person))


def _first_rung(catalogue: Catalogue, person: Person) -> StartRule:
    return next(rule for rule in catalogue.starts if holds(rule.when, person))
