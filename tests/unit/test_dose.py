"""How much of an exercise, and how long it takes."""

from itertools import pairwise

import pytest

from support.people import catalogue
from unbend.catalogue.exercise import DoseRange, Exercise
from unbend.catalogue.words import Phase
from unbend.planning.dose import Dose, dose_at, seconds_of, with_short_holds

CATALOGUE = catalogue()
PARAMETERS = CATALOGUE.parameters
BRIDGE = CATALOGUE.exercises["glute-bridge"]
EVERY = [(e, phase) for e in CATALOGUE.exercises.values() for phase in e.dose]


def at(amount: DoseRange, progress: float, *, sets: int = 1) -> Dose:
    return dose_at(BRIDGE, amount, sets=sets, progress=progress)


@pytest.mark.parametrize(("progress", "expected"), [(-1, 8), (0, 8), (0.5, 10), (1, 12), (7, 12)])
def test_a_dose_grows_from_the_first_week_to_the_most_and_no_further(progress: float, expected: int) -> None:
    assert at(DoseRange(sets=(1, 3), repetitions=(8, 12)), progress).repetitions == expected


def test_only_what_applies_is_given() -> None:
    dose = at(DoseRange(sets=(1, 1), breaths=(5, 8), rest_seconds=0), 0)
    assert (dose.breaths, dose.repetitions, dose.hold_seconds, dose.duration_seconds, dose.metres) == (
        5, None, None, None, None,
    )  # fmt: skip


@pytest.mark.parametrize(("exercise", "phase"), EVERY, ids=lambda one: getattr(one, "id", one))
def test_no_dose_of_the_catalogue_leaves_its_range_nor_ever_shrinks(exercise: Exercise, phase: Phase) -> None:
    amount = exercise.dose[phase]
    weeks = [dose_at(exercise, amount, sets=amount.sets[0], progress=week / 4) for week in range(7)]
    for key in ("repetitions", "hold_seconds", "breaths", "duration_seconds", "metres"):
        ends, given = getattr(amount, key), [getattr(dose, key) for dose in weeks]
        assert (ends is None) == (given[0] is None)
        if ends is not None:
            assert (given[0], given[-1]) == ends
            assert all(before <= after for before, after in pairwise(given))
    assert all(seconds_of(exercise, dose, PARAMETERS) > 0 for dose in weeks)


@pytest.mark.parametrize(
    ("dose", "per_side", "extra", "expected"),
    [
        (Dose(sets=1, rest_seconds=30, repetitions=10, tempo_seconds=4), False, 0, 40),
        (Dose(sets=3, rest_seconds=30, repetitions=10, tempo_seconds=4), False, 0, 180),
        (Dose(sets=1, rest_seconds=30, repetitions=10, tempo_seconds=4, hold_seconds=2), False, 0, 60),
        (Dose(sets=2, rest_seconds=30, repetitions=1, hold_seconds=20), True, 0, 120),
        (Dose(sets=1, rest_seconds=0, breaths=5), False, 0, 5 * PARAMETERS.seconds_per_breath),
        (Dose(sets=1, rest_seconds=0, duration_seconds=300), False, 0, 300),
        (Dose(sets=2, rest_seconds=10, metres=20), False, 0, 50),
        (Dose(sets=1, rest_seconds=30, repetitions=10, tempo_seconds=4), True, 1, 155),
    ],
)
def test_the_seconds_count_sets_sides_rests_and_changes(dose: Dose, per_side: bool, extra: int, expected: int) -> None:
    # Two sides of 40 s, 5 s to change, and one set more for one side after 30 s of rest: 155 s.
    exercise = next(e for e in CATALOGUE.exercises.values() if e.per_side is per_side)
    assert seconds_of(exercise, dose, PARAMETERS, extra_sets=extra) == expected


def test_more_sets_take_longer() -> None:
    for exercise, phase in EVERY:
        amount = exercise.dose[phase]
        times = [seconds_of(exercise, dose_at(exercise, amount, sets=n, progress=1), PARAMETERS) for n in (1, 2, 3)]
        assert times == sorted(set(times)), exercise.id


@pytest.mark.parametrize(
    ("repetitions", "hold", "expected"),
    [(1, 30, (3, 10)), (1, 60, (3, 10)), (2, 15, (4, 10)), (5, 10, (5, 10)), (5, 5, (5, 5)), (1, 11, (2, 10))],
)
def test_long_holds_become_several_short_ones(repetitions: int, hold: int, expected: tuple[int, int]) -> None:
    short = with_short_holds(Dose(sets=1, rest_seconds=30, repetitions=repetitions, hold_seconds=hold), 10)
    assert (short.repetitions, short.hold_seconds) == expected


def test_a_dose_without_a_hold_stays_as_it_is() -> None:
    dose = Dose(sets=1, rest_seconds=30, repetitions=10)
    assert with_short_holds(dose, 10) is dose
