"""The small thing of the day as the Today page gets it: with words, time and the page where it is done."""

from datetime import timedelta

import pytest
from django.urls import reverse

from support.examples import example, later, moved_in, ports_at
from unbend.service.ports import Actor, Ports
from unbend.service.record import note
from unbend.service.small_thing import SmallThing, small_thing_of
from unbend.service.standing import standing

pytestmark = pytest.mark.django_db
TOMORROW = 1


def offered(actor: Actor, person: str, ports: Ports) -> SmallThing | None:
    return small_thing_of(standing(actor, person, ports), ports)


def looked_again(actor: Actor, person: str, ports: Ports) -> Ports:
    """The same moment, just after the safety check was done again: its answers hold for some days only."""
    note(actor, person, "answered", {"findings": example("desk-worker")["findings"]}, ports)
    return ports


def test_on_the_day_of_the_first_answers_nothing_more_is_asked() -> None:
    ports = ports_at()
    actor, person = moved_in(ports, "desk-worker")
    assert offered(actor, person, ports) is None


def test_first_comes_how_the_back_does_now_and_one_a_day() -> None:
    ports = ports_at()
    actor, person = moved_in(ports, "desk-worker")
    next_day = later(ports, days=TOMORROW)
    first = offered(actor, person, next_day)
    assert first is not None
    assert (first.thing, first.page, first.id) == ("measure:peg", "questionnaire", "peg")
    assert reverse(first.page, args=[first.id]).endswith("/questionnaires/peg/")
    answers = dict.fromkeys(ports.known.catalogue.measures["peg"].items, 4)
    note(actor, person, "measured", {"measure": "peg", "answers": answers}, next_day)
    assert offered(actor, person, next_day) is None
    second = offered(actor, person, later(ports, days=TOMORROW + 1))
    assert second is not None
    assert second.thing != first.thing


def test_every_thing_has_a_name_a_time_and_a_page() -> None:
    ports = ports_at()
    actor, person = moved_in(ports, "climber-with-a-stiff-hip")
    seen: set[str] = set()
    for day in range(1, 30):
        today = later(ports, days=day)
        thing = offered(actor, person, today)
        if thing is None:
            break
        assert thing.title
        assert 1 <= thing.minutes <= 5
        assert reverse(thing.page, args=[thing.id])
        seen.add(thing.page)
        assert thing.thing not in {aside for aside, at in standing(actor, person, today).state.set_aside.items()
                                   if today.clock.now() - at < timedelta(days=7)}  # fmt: skip
        note(actor, person, "set-aside", {"thing": thing.thing}, today)
    assert seen == {"audit", "test", "questionnaire"}


def test_what_was_set_aside_comes_again_after_a_week() -> None:
    ports = ports_at()
    actor, person = moved_in(ports, "desk-worker")
    note(actor, person, "set-aside", {"thing": "measure:peg"}, later(ports, days=1))
    between = offered(actor, person, later(ports, days=3))
    after = offered(actor, person, looked_again(actor, person, later(ports, days=8)))
    assert between is not None
    assert after is not None
    assert (between.thing != "measure:peg", after.thing) == (True, "measure:peg")


def test_a_measure_is_due_again_after_four_weeks() -> None:
    ports = ports_at()
    actor, person = moved_in(ports, "desk-worker")
    answers = dict.fromkeys(ports.known.catalogue.measures["peg"].items, 4)
    note(actor, person, "measured", {"measure": "peg", "answers": answers}, later(ports, days=1))
    early = offered(actor, person, looked_again(actor, person, later(ports, days=28)))
    due = offered(actor, person, looked_again(actor, person, later(ports, days=29)))
    assert due is not None
    assert early is not None
    assert (early.thing != "measure:peg", due.thing) == (True, "measure:peg")


def test_while_no_plan_may_be_made_nothing_small_is_asked() -> None:
    ports = ports_at()
    actor, person = moved_in(ports, "desk-worker")
    note(actor, person, "answered", {"findings": {"saddle-numbness": "yes"}}, ports)
    assert offered(actor, person, later(ports, days=1)) is None
