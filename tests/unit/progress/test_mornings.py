"""The table of mornings: which days count, and what is known of the day before each."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from support.records import on
from unbend.progress.helps import Kind, Morning, Thing, mornings_of
from unbend.progress.helps.things import count_of, things_in
from unbend.record.course import Outcome
from unbend.record.entry import Entry
from unbend.record.kinds.next_day import NextDay
from unbend.record.kinds.practised import Done, Practised
from unbend.record.kinds.walked import Walked

MONDAY, TODAY = date(2026, 3, 2), date(2026, 3, 20)
TUESDAY, WEDNESDAY, THURSDAY = (MONDAY + timedelta(days=days) for days in (1, 2, 3))


def rows(*entries: Entry) -> tuple[Morning, ...]:
    return mornings_of(entries, until=TODAY).rows


def test_a_morning_counts_only_with_the_one_before_it_and_a_gap_is_not_bridged() -> None:
    told = [on(day, NextDay(3)) for day in (MONDAY, TUESDAY, THURSDAY)]
    found = mornings_of(told, until=TODAY)
    assert ([row.day for row in found.rows], found.told) == ([TUESDAY], 3)
    assert rows(*told[:1]) == rows() == ()


def test_what_was_done_belongs_to_the_next_morning_and_the_night_to_the_same() -> None:
    found = rows(
        on(MONDAY, NextDay(4, slept="badly", sat="little")),
        on(MONDAY, Walked(10), key="a walk"),
        on(MONDAY, Walked(15), key="another walk"),
        on(MONDAY, Practised((Done("bird-dog"), Done("plank", outcome=Outcome.SKIPPED)))),
        on(TUESDAY, NextDay(3, slept="well", sat="much")),
        on(TUESDAY, Walked(90)),
        on(WEDNESDAY, NextDay(2)),
    )
    assert found == (
        Morning(TUESDAY, 3, 4, "well", "much", walked=25, workout=True, exercises=frozenset({"bird-dog"})),
        Morning(WEDNESDAY, 2, 3, None, None, walked=90),
    )


def test_of_two_answers_on_a_day_the_worse_pain_and_the_last_word_count() -> None:
    first, second = NextDay(5, slept="badly"), NextDay(2, sat="some")
    found = rows(on(MONDAY, NextDay(1)), on(TUESDAY, first, key="a"), on(TUESDAY, second, key="b"))
    assert found == (Morning(TUESDAY, 5, 1, "badly", "some"),)


def test_an_answer_that_was_put_right_does_not_count() -> None:
    wrong = on(TUESDAY, NextDay(9), key="wrong")
    right = on(TUESDAY, NextDay(2), key="right", corrects="wrong")
    assert [row.pain for row in rows(on(MONDAY, NextDay(1)), wrong, right)] == [2]


def test_a_workout_of_which_nothing_was_done_was_none_and_a_missing_morning_is_not_no_pain() -> None:
    nothing = Practised((Done("plank", outcome=Outcome.SKIPPED),))
    found = rows(on(MONDAY, NextDay(1)), on(MONDAY, nothing), on(TUESDAY, NextDay(2)), on(THURSDAY, NextDay(0)))
    assert [(row.day, row.workout) for row in found] == [(TUESDAY, False)]


def test_days_begin_where_the_person_is_and_what_is_dated_ahead_does_not_count() -> None:
    late = [Entry(f"e{hours}", "next-day", datetime(2026, 3, 2, 20, tzinfo=UTC) + timedelta(hours=hours), NextDay(3))
            for hours in (0, 24)]  # fmt: skip
    assert mornings_of(late, until=TODAY, zone=ZoneInfo("Asia/Tokyo")).rows[0].day == WEDNESDAY
    assert mornings_of(late, until=TODAY).rows[0].day == TUESDAY
    assert mornings_of(late, until=MONDAY).told == 1


def _mornings(count: int, **differing: object) -> list[Morning]:
    """Every second of them differs from the others."""
    plain = [Morning(MONDAY + timedelta(days=day), 3, 3) for day in range(count)]
    return [Morning(row.day, 3, 3, **(differing if n % 2 else {})) for n, row in enumerate(plain)]  # type: ignore[arg-type]


def test_a_day_of_which_nothing_was_said_is_neither_with_nor_without() -> None:
    count = count_of(Thing(Kind.SLEPT_WELL), _mornings(40, slept="well"))
    assert (count.having, count.lacking, count.is_enough) == (20, 0, False)


def test_whoever_walks_every_day_is_asked_about_the_days_with_more_than_usual() -> None:
    some = things_in(_mornings(40, walked=20))
    always = things_in([Morning(row.day, 3, 3, walked=20 + n % 3 * 10) for n, row in enumerate(_mornings(40))])
    assert [thing.minutes for found in (some, always) for thing in found if thing.kind is Kind.WALKED] == [0, 30]


def test_an_exercise_is_compared_with_other_workouts_and_one_of_a_pair_stands_for_both() -> None:
    plans = (frozenset({"plank", "bird-dog"}), frozenset({"squat", "bird-dog"}))
    worked = [
        Morning(row.day, 3, 3, workout=n % 2 == 0, exercises=plans[n // 2 % 2] if n % 2 == 0 else frozenset())
        for n, row in enumerate(_mornings(64))
    ]
    found = [thing.exercise for thing in things_in(worked) if thing.kind is Kind.EXERCISE]
    assert found == ["plank", "squat"], "bird-dog was in every workout: there is nothing to compare it with"
    both = [Morning(row.day, 3, 3, workout=row.workout, exercises=row.exercises | {"aa"} if "plank" in row.exercises
            else row.exercises) for row in worked]  # fmt: skip
    assert [thing.exercise for thing in things_in(both) if thing.kind is Kind.EXERCISE] == ["aa", "squat"]
