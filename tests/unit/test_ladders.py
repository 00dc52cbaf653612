"""The steps of a ladder, as neighbours of each other."""

from dataclasses import replace

from support.people import catalogue


def test_a_retired_step_is_passed_over_on_the_way_up_and_down() -> None:
    known = catalogue()
    low, middle, high = known.ladders["bridge"][:3]
    assert known.harder(low) == middle
    assert known.easier(high) == middle
    retired = replace(known, exercises={**known.exercises, middle.id: replace(middle, retired=True)})
    assert retired.harder(low) == high
    assert retired.easier(high) == low


def test_the_ends_of_a_ladder_have_nothing_beyond() -> None:
    known = catalogue()
    assert known.easier(known.ladders["bridge"][0]) is None
    assert known.harder(known.ladders["bridge"][-1]) is None
