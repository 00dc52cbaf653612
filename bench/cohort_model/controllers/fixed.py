"""The documents' own plan: a leaflet's exercises at its first doses, the same every time."""

from collections.abc import Sequence
from typing import Any

from bench.cohort_model.controllers.given import Limits, Workout, fitting, item_at
from bench.cohort_model.known import catalogue
from bench.cohort_model.people import Subject

DOCUMENTS = ("s0", "s1", "s2", "s3", "s4")
ENOUGH = 3
"""A document counts for somebody who may do so many of its exercises; else the one of which they may do most."""


class Fixed:
    """One of the five documents, drawn by chance; nothing that is told changes anything."""

    def __init__(self, subject: Subject, limits: Limits) -> None:
        phase = limits.start.phase
        of = {
            document: [
                exercise
                for exercise in catalogue().exercises.values()
                if any(row.startswith(f"{document}.") for row in exercise.covers) and limits.allow(exercise, phase)
            ]
            for document in DOCUMENTS
        }
        enough = [document for document in DOCUMENTS if len(of[document]) >= ENOUGH]
        chosen = subject.luck.stream("document").choice(enough or [max(DOCUMENTS, key=lambda d: len(of[d]))])
        items = [item_at(exercise, phase, progress=0.0, least_sets=True) for exercise in of[chosen]]
        self._workout = fitting(items, subject, phase) if items else None

    def workout(self, day: int) -> Workout | None:  # noqa: ARG002
        return self._workout

    def tell(self, entries: Sequence[dict[str, Any]]) -> None:
        """A leaflet hears nothing."""
