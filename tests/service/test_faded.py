"""What an answer ruled out stays out until it is asked anew: an answer that grew old never allows more by itself."""

from collections.abc import Mapping

import pytest

from support.examples import later, moved_in, ports_at
from unbend.catalogue.condition import Value
from unbend.catalogue.words import Allows, Answer
from unbend.service.asking import Course, keep_answers, next_page
from unbend.service.planning import week_of
from unbend.service.ports import Actor, Ports
from unbend.service.record import note
from unbend.service.standing import standing

pytestmark = pytest.mark.django_db


def said(actor: Actor, person: str, house: Ports, findings: Mapping[str, object]) -> None:
    """Answers of now."""
    note(actor, person, "answered", {"findings": dict(findings)}, house)


def moving_on(actor: Actor, person: str, house: Ports, days: int) -> Ports:
    """So many days later, with the questions before workouts answered each second day."""
    gate = dict.fromkeys((question.id for question in house.known.catalogue.gate if question.asked_when is None), "no")
    for day in range(1, days + 1):
        if day % 2 == 0:
            said(actor, person, later(house, days=day), gate)
    return later(house, days=days)


def test_pain_that_ruled_out_loads_is_asked_anew_before_loads_come_back() -> None:
    house = ports_at()
    actor, person = moved_in(house, "desk-worker")
    assert "heavy-load" in standing(actor, person, house).safety.restrictions
    then = moving_on(actor, person, house, 9)
    here = standing(actor, person, then)
    assert here.safety.missing == ("severity",)
    assert week_of(actor, person, then).week is None
    page = next_page(actor, person, Course(), then)
    assert page is not None
    assert [finding.id for finding in page.findings] == ["severity"]
    assert page.needed
    keep_answers(actor, person, {"severity": 2}, then, id_="anew")
    assert week_of(actor, person, then).week is not None


def test_a_second_fall_does_not_go_away_by_waiting() -> None:
    house = ports_at()
    actor, person = moved_in(house, "desk-worker")
    said(actor, person, house, {"minor-trauma": "yes", "fall-again": "yes"})
    assert standing(actor, person, house).safety.allows is Allows.NONE
    then = moving_on(actor, person, house, 15)
    said(actor, person, then, {"severity": 2, "minor-trauma": "yes"})
    here = standing(actor, person, then)
    assert "fall-again" in here.safety.missing
    assert not here.safety.may_plan
    page = next_page(actor, person, Course(), then)
    assert page is not None
    assert [finding.id for finding in page.findings] == ["fall-again"]


def test_light_pain_that_ruled_nothing_out_keeps_nobody_from_going_on() -> None:
    house = ports_at()
    actor, person = moved_in(house, "desk-worker")
    said(actor, person, house, {"severity": 2})
    assert week_of(actor, person, moving_on(actor, person, house, 9)).week is not None


def test_who_looks_again_because_it_is_worse_can_say_how_much_and_where() -> None:
    house = ports_at()
    actor, person = moved_in(house, "desk-worker")
    then = later(house, days=3)
    course, asked = Course(again_from=then.clock.now()), list[str]()
    told: dict[str, Value] = {"severity": 8, "where": ("low-back", "both-legs")}
    while (page := next_page(actor, person, course, then)) is not None and "where" not in asked:
        asked += [finding.id for finding in page.findings]
        values = {finding.id: told.get(finding.id, Answer.NO) for finding in page.findings}
        keep_answers(actor, person, values, then, id_=f"screen {len(asked)}")
    assert asked.index("saddle-numbness") < asked.index("severity") < asked.index("where"), "danger is asked first"
    assert standing(actor, person, then).values["severity"] == 8
    assert not standing(actor, person, then).safety.may_plan
