"""What the log itself shows: a week that was worse, six weeks that were no better; and what is no such sign."""

import pytest

from support.course import NOW, checked, mornings, silent, state_of
from support.people import catalogue
from unbend.adaptation.signs import GETTING_WORSE, NOT_BETTER, has_risen, signs_told
from unbend.adaptation.usual import Day, days_of
from unbend.record.entry import Entry

NUMBERS = catalogue().adaptation
TODAY = NOW.date()


def days(*entries: Entry) -> list[Day]:
    return days_of(state_of(entries).pains, zone=NOW.tzinfo)


def shown(*entries: Entry) -> set[str]:
    return set(signs_told(days(*entries), NUMBERS, today=TODAY))


def weeks(pains: dict[int, int], *, every: int = 2) -> list[Entry]:
    """Mornings every other day, with the pain that holds from so many days ago on."""
    told = {}
    for day in range(max(pains), -1, -every):
        told[day] = pains[min(since for since in pains if since >= day)]
    return mornings(told)


def test_a_week_that_was_clearly_worse_than_the_one_before_is_told() -> None:
    assert shown(*weeks({13: 2, 6: 4})) == {GETTING_WORSE}
    assert shown(*weeks({13: 3, 6: 4})) == set()


@pytest.mark.parametrize("bad", [10, 9, 8])
def test_a_single_bad_day_is_none(bad: int) -> None:
    assert shown(*mornings({12: 2, 10: 2, 8: 2, 5: 2, 3: 2, 1: bad})) == set()


def test_a_flare_is_none_while_it_is_young_and_while_it_eases() -> None:
    before = {13: 2, 12: 2, 11: 2, 10: 2, 9: 2, 8: 2, 7: 2, 6: 2}
    assert shown(*mornings({**before, 5: 2, 4: 2, 3: 7, 2: 7, 1: 6, 0: 6})) == set()
    assert shown(*mornings({**before, 5: 7, 4: 7, 3: 6, 2: 6, 1: 5, 0: 5})) == set()
    assert shown(*mornings({**before, 6: 7, 5: 7, 4: 6, 3: 6, 2: 5, 1: 5, 0: 4})) == set()
    assert shown(*mornings({**before, 6: 6, 5: 7, 4: 6, 3: 7, 2: 6, 1: 7, 0: 6})) == {GETTING_WORSE}


def test_who_was_better_for_weeks_in_between_has_another_episode() -> None:
    assert shown(*weeks({56: 5, 40: 2, 12: 5})) == set()


def test_a_little_soreness_in_the_first_week_of_workouts_is_none() -> None:
    assert shown(*mornings({12: 0, 10: 0, 8: 0, 5: 2, 3: 2, 1: 2})) == set()


def test_with_too_few_days_told_nothing_is_said() -> None:
    assert shown(*mornings({12: 1, 10: 1, 8: 1, 3: 9, 1: 9})) == set()
    assert shown(*mornings({12: 1, 10: 1, 5: 9, 3: 9, 1: 9})) == set()


def test_six_weeks_that_were_no_better_are_told() -> None:
    assert shown(*weeks({56: 5})) == {NOT_BETTER}
    assert shown(*weeks({40: 5})) == set()


@pytest.mark.parametrize(("before", "now"), [(5, 3), (6, 4), (3, 2), (2, 2), (1, 1)])
def test_what_got_better_by_what_matters_or_was_low_anyway_is_not_told(before: int, now: int) -> None:
    assert shown(*weeks({56: before, 20: now})) == set()


def test_one_bad_day_of_the_last_two_weeks_does_not_hide_that_it_got_better() -> None:
    assert shown(*mornings({55: 5, 50: 5, 45: 5, 12: 3, 8: 3, 2: 10})) == set()


def test_a_workout_of_which_nothing_was_told_changes_nothing() -> None:
    assert shown(*weeks({56: 5}), *(silent(day) for day in range(3, 50, 3))) == {NOT_BETTER}


def test_how_bad_it_was_in_the_check_counts_as_a_reading() -> None:
    told = [entry for day in (12, 10, 8) for entry in checked(day, pain=2)]
    assert shown(*told, *mornings({5: 5, 3: 5, 1: 5})) == {GETTING_WORSE}


def test_pain_as_it_was_has_not_risen_and_pain_that_went_and_came_back_has() -> None:
    since = days(*weeks({56: 5}))[-10].day
    assert not has_risen(since, 5.0, days(*weeks({56: 5})), NUMBERS, today=TODAY)
    assert has_risen(since, 3.0, days(*weeks({56: 5})), NUMBERS, today=TODAY)
    first = days(*weeks({56: 5}))[3].day
    assert has_risen(first, 5.0, days(*weeks({56: 5, 48: 1, 20: 5})), NUMBERS, today=TODAY)
    assert not has_risen(first, None, days(*mornings({1: 9})), NUMBERS, today=TODAY)
