"""The catalogue's lint: every fault of its data and words at once, each with its file, line and key."""

from importlib.resources.abc import Traversable

from unbend.catalogue.lint.coach import coach_word_faults
from unbend.catalogue.lint.conditions import condition_faults, safety_law_faults
from unbend.catalogue.lint.evidence import missing_source_faults, source_faults, unverified_faults
from unbend.catalogue.lint.exercises import exercise_faults, exercise_word_faults, ladder_faults
from unbend.catalogue.lint.fault import Fault
from unbend.catalogue.lint.movements import movement_faults
from unbend.catalogue.lint.programme import parameter_faults
from unbend.catalogue.lint.questions import question_faults, weight_faults
from unbend.catalogue.lint.reading import read
from unbend.catalogue.lint.references import coverage_faults, id_faults, reference_faults
from unbend.catalogue.lint.words import lonely_word_faults, part_faults, word_faults

__all__ = ["Fault", "lint"]

_CHECKS = (
    condition_faults,
    safety_law_faults,
    missing_source_faults,
    source_faults,
    unverified_faults,
    exercise_faults,
    exercise_word_faults,
    ladder_faults,
    parameter_faults,
    question_faults,
    weight_faults,
    movement_faults,
    coach_word_faults,
    reference_faults,
    id_faults,
    coverage_faults,
    word_faults,
    lonely_word_faults,
    part_faults,
)


def lint(root: Traversable) -> tuple[Fault, ...]:
    """All faults of the catalogue in `root` (the folder that holds `data` and `text`), in the order of the files."""
    reading = read(root)
    return tuple(sorted({*reading.faults, *(fault for check in _CHECKS for fault in check(reading))}))
