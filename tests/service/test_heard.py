"""A warning sign is heard whenever it arrives, by whatever clock it was told, and no device takes it back unasked."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.db import OperationalError

from support.examples import later, moved_in, ports_at
from unbend.catalogue.words import Answer, Urgency
from unbend.record.keeping import Kept, Written
from unbend.service.asking import keep_answers, put_right
from unbend.service.heard import take_in
from unbend.service.planning import week_of
from unbend.service.ports import Actor, Ports
from unbend.service.standing import standing
from unbend.store.store import DjangoStore

pytestmark = pytest.mark.django_db
SIGN = "saddle-numbness"


def told(id_: str, house: Ports, findings: Mapping[str, str], **by: float) -> dict[str, object]:
    """An answer of a device, by its clock that is so much off."""
    at = house.clock.now() + timedelta(**by)
    return {"id": id_, "kind": "answered", "happened_at": at.isoformat(), "data": {"findings": dict(findings)}}


def may_move(actor: Actor, person: str, house: Ports) -> bool:
    """Whether there is a plan."""
    return week_of(actor, person, house).week is not None


def test_a_yes_that_arrives_days_later_is_not_hidden_by_a_no_said_meanwhile_elsewhere() -> None:
    house = ports_at()
    actor, person = moved_in(house, "desk-worker")
    keep_answers(actor, person, {SIGN: Answer.NO}, house, id_="elsewhere")
    take_in(actor, person, [told("offline", house, {SIGN: "yes"}, days=-2)], house)
    assert standing(actor, person, house).safety.urgency is Urgency.EMERGENCY


def test_a_yes_by_a_clock_that_is_days_slow_counts_from_when_it_is_heard() -> None:
    house = ports_at()
    actor, person = moved_in(house, "desk-worker")
    take_in(actor, person, [told("slow", house, {SIGN: "unsure"}, days=-400)], house)
    assert standing(actor, person, house).safety.urgency is Urgency.EMERGENCY


def test_a_yes_by_a_clock_so_fast_that_its_entry_is_refused_is_heard_all_the_same() -> None:
    house = ports_at()
    actor, person = moved_in(house, "desk-worker")
    results = take_in(actor, person, [told("fast", house, {SIGN: "yes"}, days=40)], house)
    assert [result.code for result in results] == ["ahead"]
    assert standing(actor, person, house).safety.urgency is Urgency.EMERGENCY


def test_a_no_by_a_fast_clock_hides_neither_a_yes_of_a_page_nor_one_of_another_device() -> None:
    for said in ("page", "device"):
        house = ports_at()
        actor, person = moved_in(house, "desk-worker", account=said)
        take_in(actor, person, [told("fast", house, {SIGN: "no"}, hours=25)], house)
        an_hour_on = later(house, hours=1)
        if said == "page":
            keep_answers(actor, person, {SIGN: Answer.YES}, an_hour_on, id_="page")
        else:
            take_in(actor, person, [told("other", an_hour_on, {SIGN: "yes"})], an_hour_on)
        assert standing(actor, person, an_hour_on).safety.urgency is Urgency.EMERGENCY, said


def test_a_no_before_a_workout_of_a_device_that_did_not_know_takes_no_sign_back() -> None:
    house = ports_at()
    actor, person = moved_in(house, "desk-worker")
    keep_answers(actor, person, {SIGN: Answer.YES}, house, id_="the check")
    in_the_evening = later(house, hours=9)
    take_in(actor, person, [told("gate", in_the_evening, {SIGN: "no", "fever": "no"})], in_the_evening)
    assert not may_move(actor, person, in_the_evening)


def test_a_sign_that_was_said_again_is_put_right_like_any_other_and_then_stays_right() -> None:
    house = ports_at()
    actor, person = moved_in(house, "desk-worker")
    slip = told("offline", house, {SIGN: "yes"}, days=-2)
    take_in(actor, person, [slip], house)
    put_right(actor, person, SIGN, Answer.NO, house, id_="a slip")
    assert may_move(actor, person, house)
    take_in(actor, person, [slip], house)
    assert may_move(actor, person, house)


def test_a_chest_pain_that_is_gone_may_be_answered_no_by_the_next_question() -> None:
    house = ports_at()
    actor, person = moved_in(house, "desk-worker")
    take_in(actor, person, [told("gate", house, {"fever": "no", "chest-pain": "no"})], house)
    assert may_move(actor, person, house)
    assert len(standing(actor, person, house).state.findings) == len(standing(actor, person, house).values)


def test_what_worries_but_holds_nothing_back_is_not_said_again() -> None:
    house = ports_at()
    actor, person = moved_in(house, "desk-worker")
    take_in(actor, person, [told("offline", house, {"osteoarthritis": "yes"}, days=-2)], house)
    keep_answers(actor, person, {"osteoarthritis": Answer.NO}, house, id_="page")
    assert standing(actor, person, house).values["osteoarthritis"] is Answer.NO


class BreaksOff(DjangoStore):
    """The first append is stored; the next one finds the disk full."""

    appends = 0

    def append(self, person: str, written: Sequence[Written], *, now: datetime) -> tuple[Kept, ...]:
        self.appends += 1
        if self.appends > 1:
            raise OperationalError("database or disk is full")
        return super().append(person, written, now=now)


def test_a_yes_that_was_half_stored_when_the_server_broke_off_is_heard_when_it_is_sent_again() -> None:
    house = ports_at()
    actor, person = moved_in(house, "desk-worker")
    keep_answers(actor, person, {SIGN: Answer.NO}, house, id_="elsewhere")
    batch = [told("offline", house, {SIGN: "yes"}, days=-2)]
    with pytest.raises(OperationalError):
        take_in(actor, person, batch, replace(house, store=BreaksOff(house.known.catalogue)))
    assert [result.outcome for result in take_in(actor, person, batch, house)] == ["stored"]
    assert standing(actor, person, house).safety.urgency is Urgency.EMERGENCY
