"""The page of progress out of real entries: what is said first, the charts, the month, and who may look."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from support.examples import EXAMPLES, entries_of, example
from support.house import NOW, Somebody, somebody
from support.pages import Home
from support.people import Json
from unbend.progress import Window
from unbend.record.keeping import Role
from unbend.service.access import NotAllowed
from unbend.service.progress import progress_page
from unbend.service.record import append
from unbend.store.models import Access, User
from unbend.web.ports import CURRENT

pytestmark = pytest.mark.django_db

PEG = ("pain", "enjoyment", "general-activity")


@pytest.fixture
def home(client: Client, settings: Settings) -> Home:
    """At home on a Friday: with the clock of the tests, which stands."""
    settings.UNBEND_PORTS = "support.house.ports"
    return Home(client)


def said(home: Home, days_ago: float, kind: str, data: Json, **more: str) -> str:
    """Store an entry of some days ago; its id."""
    id_ = home.ports.ids.new()
    when = home.ports.clock.now() - timedelta(days=days_ago)
    raw = {"id": id_, "kind": kind, "happened_at": when.isoformat(), "data": data, **more}
    assert append(home.actor, home.person, [raw], home.ports)[0].outcome == "stored"
    return id_


def workout(before: int, after: int) -> Json:
    done = [{"exercise": "bird-dog", "outcome": "done"}]
    return {"exercises": done, "pain_before": before, "pain_after": after, "seconds": 1200}


def text_of(page: str) -> str:
    """What a page says, without its markup."""
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page)))


def charts(page: str) -> list[str]:
    return [unescape(title) for title in re.findall(r"<h3>([^<]+)</h3>", page)]


def answered_days(home: Home, kind: str, values: list[tuple[int, int]]) -> None:
    for days_ago, value in values:
        said(home, days_ago, kind, {"pain": value})


def test_nobody_who_has_just_begun_sees_empty_charts(home: Home) -> None:
    page = home.page("progress")
    assert charts(page) == []
    assert '<svg class="chart' not in page
    assert "This page grows with you" in page
    assert "After your first workout" in page


def test_pain_that_came_down_by_more_than_its_error_is_said_first(home: Home) -> None:
    answered_days(home, "next-day", [(60, 7), (58, 6), (55, 7), (5, 2), (3, 3), (1, 2)])
    page = text_of(home.page("progress"))
    assert "What has changed" in page
    assert "Pain in the morning: lower than at first" in page


def test_pain_inside_its_error_is_about_the_same_and_neither_better_nor_worse(home: Home) -> None:
    answered_days(home, "next-day", [(60, 5), (58, 5), (5, 4), (3, 5)])
    page = text_of(home.page("progress"))
    assert "About the same as at first: Pain in the morning." in page
    assert "lower than" not in page
    assert "What has changed" not in page


def test_two_answers_of_one_week_are_not_known_yet(home: Home) -> None:
    answered_days(home, "next-day", [(3, 8), (1, 1)])
    page = text_of(home.page("progress"))
    assert "Not known yet, it needs more time or more numbers: Pain in the morning." in page
    assert "lower than" not in page


def test_pain_before_and_after_workouts_is_kept_apart_from_the_next_day(home: Home) -> None:
    for days_ago in (20, 10, 2):
        said(home, days_ago, "practised", workout(6, 4))
        said(home, days_ago - 1, "next-day", {"pain": 5})
    page = home.page("progress")
    assert {"Pain in the morning", "Pain before and after workouts"} <= set(charts(page))
    assert "Before 6" in page
    assert "After 4" in page


def test_a_chart_is_there_only_where_there_is_something_to_show(home: Home) -> None:
    said(home, 3, "walked", {"minutes": 25})
    said(home, 2, "walked", {"minutes": 15})
    page = home.page("progress")
    assert charts(page) == ["Minutes of walking"]
    assert "<td>40</td>" in page


def test_workouts_and_their_minutes_are_bars_with_a_table(home: Home) -> None:
    for days_ago in (9, 8):
        said(home, days_ago, "practised", workout(3, 3))
    page = home.page("progress")
    assert {"Workouts", "Minutes of exercise"} <= set(charts(page))
    assert "You did 2 workouts in this time." in page
    assert "The numbers" in page


def test_a_questionnaire_is_named_and_its_numbers_are_in_the_table(home: Home) -> None:
    for days_ago, value in ((50, 6), (2, 2)):
        said(home, days_ago, "measured", {"measure": "peg", "answers": dict.fromkeys(PEG, value)})
    page = text_of(home.page("progress"))
    assert "Daily life" in page
    assert "Pain, enjoyment and activity: better than at first, 6 then and 2 now." in page


def test_one_number_is_told_without_a_chart(home: Home) -> None:
    said(home, 2, "tested", {"tests": {"five-times-sit-to-stand": 11.5}})
    page = home.page("progress")
    assert charts(page) == ["One number so far"]
    assert "11.5 seconds" in page


def test_both_sides_stand_beside_each_other_and_are_not_told_apart_within_the_error(home: Home) -> None:
    for days_ago in (40, 2):
        said(home, days_ago, "tested", {"tests": {"side-plank": {"left": 30, "right": 40}}})
    page = home.page("progress")
    assert "Left beside right" in charts(page)
    assert "About the same on both sides" in text_of(page)


def test_lengths_are_in_the_units_that_the_person_chose(home: Home) -> None:
    for days_ago, value in ((40, 25.4), (2, 12.7)):
        said(home, days_ago, "tested", {"tests": {"fingertip-to-floor": value}})
    assert "25.4 then and 12.7 cm now" in home.page("progress")
    said(home, 1, "preferred", {"units": "imperial"})
    page = home.page("progress")
    assert "10 then and 5 inches now" in page
    assert " cm" not in text_of(page)


def test_what_was_corrected_does_not_count(home: Home) -> None:
    wrong = said(home, 3, "walked", {"minutes": 600})
    said(home, 3, "walked", {"minutes": 20}, corrects=wrong)
    page = home.page("progress", window="all")
    assert "<td>20</td>" in page
    assert "600" not in text_of(page)


@pytest.mark.parametrize("window", ["", "tomorrow", "12 weeks", "ALL"])
def test_an_unknown_window_is_twelve_weeks(home: Home, window: str) -> None:
    said(home, 2, "walked", {"minutes": 20})
    page = home.page("progress", window=window)
    assert re.search(r'window=12-weeks" aria-current="page"', page)


@pytest.mark.parametrize("month", ["", "2026-13", "0000-00", "9999-12", "0001-01", "1066-10", "2026-11-05", "x"])
def test_an_unknown_month_or_one_that_cannot_be_does_not_break_the_page(home: Home, month: str) -> None:
    assert "month-title" in home.page("progress", month=month)


def test_an_unknown_month_is_the_present_one(home: Home) -> None:
    today = home.ports.clock.now().date()
    title = f"{home.known.texts.names['month'][str(today.month)]} {today.year}"
    assert title in home.page("progress", month="soon")
    assert title in home.page("progress", month="9999-12")


def test_a_month_shows_as_words_what_was_done_on_each_day_also_before_the_window(home: Home) -> None:
    day = home.ports.clock.now() - timedelta(days=400)
    said(home, 400, "practised", workout(3, 3))
    said(home, 400, "walked", {"minutes": 20})
    page = home.page("progress", month=f"{day:%Y-%m}")
    assert f'{day.day}</span><span class="only-seen-by-readers">: Workout, Walk</span>' in page
    assert 'rel="next"' in page


def test_nothing_lies_after_the_present_month(home: Home) -> None:
    page = home.page("progress")
    assert 'rel="prev"' in page
    assert 'rel="next"' not in page


def test_what_lies_before_the_window_is_offered(home: Home) -> None:
    said(home, 200, "practised", workout(3, 3))
    page = home.page("progress")
    assert "Nothing written down in this time" in page
    assert "?window=all" in page
    assert "You did one workout in this time." in home.page("progress", window="all")


def test_milestones_count_the_workouts_before_the_window_too(home: Home) -> None:
    for days_ago in range(301, 310):
        said(home, days_ago, "practised", workout(3, 3))
    said(home, 2, "practised", workout(3, 3))
    page = home.page("progress")
    assert "10 workouts done." in page
    assert "Back at it: good to see you." in page
    assert "Your first workout." not in page
    assert "Your first workout." in home.page("progress", window="all")


def test_planned_workouts_stand_beside_those_done(home: Home) -> None:
    append(home.actor, home.person, list(entries_of(example("desk-worker"), home.ports.clock.now())), home.ports)
    home.page("plan")
    said(home, 0, "practised", workout(3, 3))
    page = home.page("progress")
    assert "The short line across a bar is what was planned." in page
    assert "Planned</th>" in page


@pytest.mark.parametrize("name", sorted(path.stem for path in EXAMPLES.glob("*.json")))
def test_somebody_out_of_the_examples_sees_what_they_measured(home: Home, name: str) -> None:
    profile = example(name)
    append(home.actor, home.person, list(entries_of(profile, home.ports.clock.now())), home.ports)
    page = text_of(home.page("progress"))
    for test in profile.get("tests", {}):
        assert home.known.texts.tests[test].name in page


def chosen(home: Home, other: Somebody) -> str:
    """The page of progress of the person whom the session names."""
    home.client.force_login(User.objects.at_home())
    session = home.client.session
    session[CURRENT] = other.person
    session.save()
    return home.page("progress")


def who_walked() -> Somebody:
    berta = somebody("Berta")
    when = NOW - timedelta(days=2)
    berta.said({"id": "walk", "kind": "walked", "happened_at": when.isoformat(), "data": {"minutes": 30}})
    return berta


def test_the_clinician_of_a_person_may_look(home: Home) -> None:
    berta = who_walked()
    Access.objects.create(account=User.objects.at_home(), person_id=berta.person, role=Role.CLINICIAN)
    page = chosen(home, berta)
    assert "Berta:" in page
    assert "Minutes of walking" in page


def test_a_clinician_whose_time_is_over_sees_their_own_page(home: Home) -> None:
    berta = who_walked()
    Access.objects.create(account=User.objects.at_home(), person_id=berta.person, role=Role.CLINICIAN, until=NOW)
    assert "Minutes of walking" not in chosen(home, berta)


def test_another_person_may_not_look(home: Home) -> None:
    berta = who_walked()
    page = chosen(home, berta)
    assert "Minutes of walking" not in page
    assert "Berta" not in page
    with pytest.raises(NotAllowed):
        progress_page(home.actor, berta.person, home.ports, window=Window.ALL, month=None)


def test_it_only_reads(home: Home) -> None:
    assert home.client.post(reverse("progress")).status_code == 405


def test_what_the_camera_saw_is_shown_with_the_count_as_the_person_left_it(home: Home) -> None:
    seen = {"repetitions": 7, "range": {"low": 85, "high": 95}, "measure": "knee flexion", "form": 0.9}
    done = [{"exercise": "glute-bridge", "outcome": "done", "repetitions": 8, "camera": seen}]
    said(home, 2, "practised", {"exercises": done, "seconds": 600})
    held = {"seconds": 12.4, "sides": {"left": {"seconds": 6}, "right": {"seconds": 6.4}}}
    plank = [{"exercise": "side-plank", "outcome": "part", "camera": held}]
    said(home, 1, "practised", {"exercises": plank, "seconds": 600})
    page = text_of(home.page("progress"))
    assert "Seen by the camera" in page
    assert "Bridge : 8 repetitions, moved about 85 to 95 degrees" in page
    assert "Side plank : held for 12 seconds" in page
    assert "Angles are about right to 5 or 10 degrees. Compare them with your own only" in page
    assert page.index("Side plank") < page.index("8 repetitions"), "the latest comes first"


def test_without_a_camera_nothing_is_said_of_one(home: Home) -> None:
    said(home, 2, "practised", workout(3, 2))
    assert "camera" not in text_of(home.page("progress")).lower()
