"""selfBACK's default composition: one abdominal and one back extensor exercise, or one for core stability; the rest at
random from the other groups (JMIR Res Protoc 2019;8(12):e14720, table 1).

Which exercises it has, their levels and doses are not published: ours stand in, at the level of the person's start and
in the middle of the phase's doses; weeks change the exercises and nothing else.
"""

from collections.abc import Sequence
from random import Random
from typing import Any

from bench.cohort_model.controllers.given import Limits, Workout, fitting, item_at
from bench.cohort_model.known import catalogue
from bench.cohort_model.people import Subject

from unbend.catalogue.exercise import Exercise

GROUPS: dict[str, tuple[str, ...]] = {
    "abdominals": ("curl-up", "dead-bug"),
    "back extensors": ("prone-extension",),
    "core stability": ("bird-dog", "plank", "side-plank", "anti-rotation"),
    "gluteal and hip": ("bridge", "hip-stability", "squat", "hinge", "hamstring-curl"),
    "flexibility": ("hamstring", "hip-flexor", "glute-stretch", "side-stretch", "thoracic", "hip-rotation"),
    "pain relief": ("cat-cow", "pelvic-tilt", "press-up", "relaxation", "childs-pose"),
}
"""The published groups, and the ladders of our catalogue that fall under each (our reading)."""

IN_ALL = 3


class SelfBack:
    """A new draw each week; nothing that is told changes it."""

    def __init__(self, subject: Subject, limits: Limits) -> None:
        self._subject, self._limits = subject, limits
        self._weeks: dict[int, Workout | None] = {}

    def workout(self, day: int) -> Workout | None:
        week = day // 7
        if week not in self._weeks:
            self._weeks[week] = self._drawn(self._subject.luck.stream(f"selfback {week}"))
        return self._weeks[week]

    def tell(self, entries: Sequence[dict[str, Any]]) -> None:
        """Pain changes nothing that is published."""

    def _drawn(self, chance: Random) -> Workout | None:
        found = {group: self._of(group) for group in GROUPS}
        core = ["core stability"] if chance.random() < 0.5 else ["abdominals", "back extensors"]
        rest = [group for group in GROUPS if group not in core]
        chance.shuffle(rest)
        exercises = [chance.choice(found[group]) for group in [*core, *rest] if found[group]][:IN_ALL]
        phase = self._limits.start.phase
        items = [item_at(exercise, phase, progress=0.5) for exercise in exercises]
        return fitting(items, self._subject, phase) if items else None

    def _of(self, group: str) -> list[Exercise]:
        """Of each ladder the exercises of the highest level that is not above the person's start."""
        start, found = self._limits.start, []
        for ladder in GROUPS[group]:
            allowed = [e for e in catalogue().ladders[ladder] if self._limits.allow(e, start.phase)]
            level = max((e.rung for e in allowed if e.rung <= start.rung), default=None)
            found += [e for e in allowed if e.rung == level]
        return found
