"""A first week of workouts of somebody, as the player would tell of them: well for some exercises, badly for others."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta

from django.test import Client

from support.examples import MONDAY, example, later, moved_in, ports_at
from unbend.planning.pace import monday_of
from unbend.planning.plan import Session
from unbend.service.planning import WeekPlan, week_of
from unbend.service.ports import Actor, Ports
from unbend.service.record import note
from unbend.store.models import User


@dataclass(frozen=True)
class Person:
    """Somebody, the moment they live in, and what they use."""

    actor: Actor
    id: str
    house: Ports
    name: str

    def after(self, **by: float) -> "Person":
        """The same some time later."""
        return replace(self, house=later(self.house, **by))

    @property
    def week(self) -> WeekPlan:
        """Their week as it is given now."""
        week = week_of(self.actor, self.id, self.house).week
        assert week is not None
        return week

    def did(
        self,
        entry: str,
        session: Session,
        *,
        hurt: Collection[str] = (),
        leave_out: Collection[str] = (),
        after: int = 2,
    ) -> None:
        """A workout that felt right and in which nothing rose, but for what is said here."""
        exercises = [
            {"exercise": item.exercise, "step": item.step, "sets": item.dose.sets,
             **({"outcome": "hurt"} if item.exercise in hurt else {"felt": "right"})}
            for item in session.items if item.exercise not in leave_out
        ]  # fmt: skip
        said = {"pain_before": 2, "pain_after": after, "effort": 5, "phase": self.week.plan.phase.value}
        self.note("practised", {**said, "exercises": exercises}, entry)

    def woke(self, entry: str, pain: int, compared: str = "same") -> None:
        """The morning after."""
        self.note("next-day", {"pain": pain, "compared": compared}, entry)

    def looked_again(self, entry: str) -> None:
        """The check once a week: nothing is new."""
        self.note("answered", {"findings": {**example(self.name)["findings"], "severity": 3}}, entry)

    def note(self, kind: str, data: Mapping[str, object], entry: str) -> None:
        """Any entry."""
        note(self.actor, self.id, kind, data, self.house, id_=entry)


def lives(name: str, *, since: datetime = MONDAY, account: str = "alice") -> Person:
    """Somebody out of the examples, on the Monday they begin."""
    house = ports_at(since)
    actor, person = moved_in(house, name, account=account)
    return Person(actor, person, house, name)


def at_home_after_a_mixed_week() -> tuple[Client, Person]:
    """The browser of the one person at home, who began last week, and they themselves as they are now."""
    now = datetime.now(UTC).astimezone()
    since = datetime.combine(monday_of(now.date()) - timedelta(days=7), time(10), now.tzinfo)
    person, _ = after_a_mixed_week(since=since, account=User.objects.at_home().username)
    house = ports_at(now)
    note(person.actor, person.id, "answered", {"findings": example("desk-worker")["findings"]}, house)
    return Client(HTTP_HOST="localhost"), replace(person, house=house)


def after_a_mixed_week(
    name: str = "desk-worker", *, since: datetime = MONDAY, account: str = "alice"
) -> tuple[Person, WeekPlan]:
    """On the Monday of their second week, and what the first week's plan was. On Monday they did all; the next morning
    was worse. On Wednesday and Friday they left out the last two exercises; it went well, but one hurt on Friday."""
    person = lives(name, since=since, account=account)
    first = person.week
    session = first.plan.sessions[0]
    names = [item.exercise for item in session.items]
    person.did("monday", session)
    person.after(hours=21).woke("tuesday", 3, "worse")
    person.after(days=2).did("wednesday", session, leave_out=names[-2:])
    person.after(days=2, hours=21).woke("thursday", 2)
    person.after(days=4).did("friday", session, leave_out=names[-2:], hurt=names[2:3])
    person.after(days=4, hours=21).woke("saturday", 2)
    second = person.after(days=7)
    second.looked_again("second check")
    assert second.week.monday > first.monday
    return second, first
