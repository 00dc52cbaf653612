"""A week that is made anew in its middle: what was done before stays what was done, on the page and on paper."""

import os
import re
from datetime import timedelta
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from support.a_week import Person, lives
from unbend.planning.plan import Session
from unbend.service import changes
from unbend.service.dose_words import tried_in_words
from unbend.service.plan import Advice
from unbend.service.planning import DayStatus, week_of
from unbend.service.week_done import DoneDay, as_it_goes, done_days, otherwise
from unbend.service.week_page import week_as_html
from unbend.service.workout import Addresses, NoWorkout, script_now
from unbend.workout.script import Variant

pytestmark = pytest.mark.django_db
GOLDEN = Path(__file__).parents[1] / "golden" / "week-made-anew.txt"
REWRITE = os.environ.get("UNBEND_REWRITE_GOLDEN") == "1"
ADDRESSES = Addresses(letter="/letter/", figure=lambda *_: "/figure.svg", reference=lambda *_: "/reference.json")


def followed(person: Person, session: Session, *, hurt: str = "", part: str = "", skipped: str = "") -> None:
    """The workout of the day by its script, as the player tells of it."""
    script = script_now(person.actor, person.id, Variant.PLANNED, ADDRESSES, person.house)
    assert not isinstance(script, NoWorkout)
    outcomes = {hurt: "hurt", part: "part", skipped: "skipped"}
    lines: list[dict[str, Any]] = [
        {"exercise": item.exercise, "step": item.step, "sets": 1 if item.exercise == part else item.dose.sets,
         "outcome": outcomes.get(item.exercise, "done")} for item in session.items
    ]  # fmt: skip
    around = {"pain_before": 2, "pain_after": 2, "effort": 5, "phase": person.week.plan.phase.value, "seconds": 900}
    person.note("practised", {**around, "script": script.id, "exercises": lines}, "monday")


def days(person: Person) -> tuple[DoneDay, ...]:
    return done_days(person.week, week_of(person.actor, person.id, person.house).standing, person.house)


def mixed() -> tuple[Person, Session]:
    """On Tuesday: on Monday one exercise hurt, one was not done to its end, and one was skipped."""
    person = lives("desk-worker")
    session = person.week.plan.sessions[0]
    names = [item.exercise for item in session.items]
    followed(person, session, hurt=names[2], part=names[3], skipped=names[4])
    return person.after(days=1), session


def test_a_day_that_went_as_planned_is_not_told_apart() -> None:
    person = lives("desk-worker")
    session = person.week.plan.sessions[0]
    followed(person, session)
    (day,) = days(person.after(days=1))
    assert day.as_planned
    assert otherwise([day]) == {}
    assert as_it_goes(person.week, {}).sessions == person.week.plan.sessions


def test_what_was_done_without_a_script_of_ours_is_told_as_far_as_the_record_goes() -> None:
    person = lives("desk-worker")
    done = [{"exercise": "glute-bridge", "sets": 2}, {"exercise": "easy-walk", "seconds": 600}, {"exercise": "cat-cow"}]
    person.note("practised", {"exercises": [*done, {"exercise": "bird-dog", "outcome": "part"}]}, "by hand")
    (day,) = days(person)
    texts = person.house.known.texts
    assert [tried_in_words(one, texts) for one in day.tried] == ["2 sets", "10 minutes", "done", "not to the end"]
    assert (day.as_planned, day.seconds) == (False, None)


def test_the_plan_that_is_made_anew_changes_nothing_of_what_was_done() -> None:
    person, session = mixed()
    week = person.week
    assert week.days[0].status is DayStatus.DONE
    assert week.plan.sessions[0].items != session.items
    (day,) = days(person)
    tried = [item for item in session.items if item.exercise != session.items[4].exercise]
    assert [one.given for one in day.tried] == tried
    assert not day.as_planned
    assert day.seconds == 900
    assert [s.day for s in as_it_goes(week, otherwise([day])).sessions] == [s.day for s in week.plan.sessions[1:]]


def test_an_extra_workout_on_a_day_without_one_is_told_too() -> None:
    person = lives("desk-worker").after(days=1)
    person.note("practised", {"exercises": [{"exercise": "cat-cow"}]}, "extra")
    (day,) = days(person)
    assert day.on == person.house.clock.now().date()
    assert not day.as_planned


def test_the_printed_week_has_what_was_done_and_each_workout_on_the_day_it_is_on_now() -> None:
    person, _ = mixed()
    monday = person.week.monday
    changes.move(person.actor, person.id, monday + timedelta(days=2), monday + timedelta(days=3), person.house,
                 entry="to thursday")  # fmt: skip
    changes.move(person.actor, person.id, monday + timedelta(days=4), None, person.house, entry="not on friday")
    week, known = person.week, person.house.known
    other = otherwise(days(person))
    standing = week_of(person.actor, person.id, person.house).standing
    advice = Advice(standing.safety, as_it_goes(week, other), 0.0)
    page = week_as_html(advice, known.catalogue, known.texts, known.studio, today=standing.today, done=other.values())
    said = lines_of(page)
    if REWRITE:
        GOLDEN.write_text(said, encoding="utf-8")
    assert said.splitlines() == GOLDEN.read_text(encoding="utf-8").splitlines()
    assert "Thursday: " in said
    assert not {"Wednesday", "Friday"} & set(re.findall(r"\w+", said.partition("Done on Monday")[0]))


def lines_of(page: str) -> str:
    """The headings, the doses and what was done: what tells one week from another."""
    told = re.sub(r"<ol>.*?</ol>", "", page.partition("Sources</h2>")[0], flags=re.DOTALL)
    found = re.findall(r"<(h[123]|li|p)( class=\"dose\")?>(.*?)</\1>", told, re.DOTALL)
    return "".join(f"{unescape(words)}\n" for tag, dose, words in found if tag != "p" or dose)
