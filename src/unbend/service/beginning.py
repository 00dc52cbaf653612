"""The first visit: one's own record or an example person's, and the first wishes."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from importlib.resources import files
from typing import Any

from unbend.catalogue.words import Answer, Place
from unbend.planning.brief import SPREAD
from unbend.record.keeping import Role, Seen, Written
from unbend.record.wishes import WEEKDAYS
from unbend.service.access import Right, people, require
from unbend.service.ids import derived
from unbend.service.plan import DAYS, MINUTES
from unbend.service.ports import Actor, Ports
from unbend.service.record import made
from unbend.service.standing import standing

EXAMPLE, EXAMPLE_NAME = "example-person.json", "Robin"
"""The example person's log, with days counted back from today, and their name."""


def mine(actor: Actor, ports: Ports) -> Seen | None:
    """The account's own record; None where there is none yet."""
    return next((seen for seen in _own(actor, ports) if not seen.example), None)


def example(actor: Actor, ports: Ports) -> Seen | None:
    """The account's example person; None where there is none."""
    return next((seen for seen in _own(actor, ports) if seen.example), None)


def _own(actor: Actor, ports: Ports) -> Iterator[Seen]:
    return (seen for seen in people(actor, ports) if seen.role is Role.SELF)


def begin_mine(actor: Actor, ports: Ports) -> str:
    """The account's own record, made if it is not there yet."""
    there = mine(actor, ports)
    return (
        there.person if there else ports.store.add_person(actor.account, name="", example=False, now=ports.clock.now())
    )


def begin_example(actor: Actor, ports: Ports) -> str:
    """The example person, made with some weeks of log up to today if they are not there yet."""
    there = example(actor, ports)
    if there:
        return there.person
    now = ports.clock.now()
    person = ports.store.add_person(actor.account, name=EXAMPLE_NAME, example=True, now=now)
    ports.store.append(person, list(_example_log(person, now, ports)), now=now)
    return person


def is_checked(actor: Actor, person: str, ports: Ports) -> bool:
    """Whether every question before a plan has an answer: if not, the check goes on. Raises NotAllowed."""
    return standing(actor, person, ports).safety.complete


def throw_away_example(actor: Actor, ports: Ports) -> None:
    """Remove the example person and all that was tried with them."""
    there = example(actor, ports)
    if there:
        now = ports.clock.now()
        ports.store.erase(require(actor, there.person, Right.OWN, ports).person, now=now, backups_until=now)


def _example_log(person: str, now: datetime, ports: Ports) -> Iterator[Written]:
    """The entries on their days. What would still lie ahead of now is left out."""
    lines = json.loads(files("unbend.service").joinpath("data", EXAMPLE).read_text(encoding="utf-8"))
    for number, line in enumerate(lines):
        at = datetime.combine(_day_of(line, now.date()), time.fromisoformat(line["time"]), tzinfo=now.tzinfo)
        if at <= now:
            yield made(line["kind"], line["data"], ports, id_=derived(person, str(number)), happened_at=at)


def _day_of(line: Mapping[str, Any], today: date) -> date:
    """Counted back in days from today, or in weeks from this one to a day of that week."""
    if "day" in line:
        return today + timedelta(days=line["day"])
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(weeks=line["week"], days=WEEKDAYS.index(line["weekday"]))


@dataclass(frozen=True)
class First:
    """What is filled in before somebody says otherwise: what they said earlier, else something sensible."""

    findings: Mapping[str, bool]
    minutes: int
    days: tuple[str, ...]
    equipment: tuple[str, ...]
    positions: tuple[Place, ...]
    time_of_day: str
    shifts: str
    goal: str
    may_plan: bool


def first_wishes(actor: Actor, person: str, ports: Ports) -> First:
    """What the page of first wishes begins with. Raises NotAllowed."""
    stand = standing(actor, person, ports, right=Right.WRITE)
    said, floor = stand.state.wishes, stand.values.get("cannot-get-to-floor")
    places = tuple(place for place in Place if place is not Place.FLOOR or floor not in (Answer.YES, Answer.UNSURE))
    days = said.days if isinstance(said.days, tuple) else SPREAD[said.days or DAYS]
    return First(
        findings={key: value is Answer.YES for key, value in stand.values.items() if isinstance(value, Answer)},
        minutes=said.minutes or MINUTES,
        days=days,
        equipment=said.equipment or (),
        positions=places if said.positions is None else said.positions,
        time_of_day=said.time_of_day or "any",
        shifts=said.shifts or "none",
        goal=said.goal or "less-pain",
        may_plan=stand.safety.may_plan,
    )


@dataclass(frozen=True)
class Beginning:
    """The first wishes as they were sent, in the form of the entries that keep them."""

    id: str
    findings: Mapping[str, str]
    wishes: Mapping[str, object]
    preferences: Mapping[str, object]


def begin(actor: Actor, person: str, said: Beginning, ports: Ports) -> None:
    """Keep the first wishes, all or nothing, and only once. Raises NotAllowed, BadInput."""
    require(actor, person, Right.WRITE, ports)
    entries = [made("wished", {"wishes": dict(said.wishes)}, ports, id_=derived(said.id, "wished"))]
    if said.findings:
        answers = {"findings": dict(said.findings)}
        entries.append(made("answered", answers, ports, id_=derived(said.id, "answered")))
    if said.preferences:
        entries.append(made("preferred", said.preferences, ports, id_=derived(said.id, "preferred")))
    ports.store.append(person, entries, now=ports.clock.now())
