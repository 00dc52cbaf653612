"""Taking in what devices send, so that a warning sign is heard whenever it arrives and by whatever clock."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from unbend.catalogue.condition import Value
from unbend.catalogue.words import Allows, Urgency
from unbend.record.entry import Entry
from unbend.record.kinds.answered import Answered
from unbend.record.log import entry_of
from unbend.record.state import State
from unbend.safety import check
from unbend.service.access import Right, require
from unbend.service.asking import A_MOMENT, worries
from unbend.service.check import check_state
from unbend.service.course import TOLD_BY, say_what_shows
from unbend.service.ids import derived
from unbend.service.ports import Actor, Ports
from unbend.service.record import Result, append, made
from unbend.service.standing import local

Signs = Mapping[str, Value]
AHEAD = "ahead"
"""Refused for its time, which says nothing against the signs in it."""


def take_in(actor: Actor, person: str, raws: Sequence[object], ports: Ports) -> tuple[Result, ...]:
    """Store what a device sends. A worrying answer in it that a harmless one of the log would hide (it came late, or
    by a wrong clock), and a sign that holds the plan back and that a device would take back unasked, count from now
    on until the person takes them back on a page that asks. What the log shows with it is said too. Raises NotAllowed,
    BadInput."""
    if ports.store.tombstone(person) is not None:
        return append(actor, person, raws, ports)
    results = _heard(actor, person, raws, ports)
    if any(_kind(raw) in TOLD_BY for raw in raws):
        say_what_shows(actor, person, ports)
    return results


def _heard(actor: Actor, person: str, raws: Sequence[object], ports: Ports) -> tuple[Result, ...]:
    if not any(_kind(raw) == "answered" for raw in raws):
        return append(actor, person, raws, ports)
    require(actor, person, Right.WRITE, ports)
    with ports.store.together():  # else a device that hears nothing sends again what is there already, and is not heard
        return _taken_in(actor, person, raws, ports)


def _taken_in(actor: Actor, person: str, raws: Sequence[object], ports: Ports) -> tuple[Result, ...]:
    before = _holding_back(person, ports)
    results = append(actor, person, raws, ports)
    new = [raw for raw, result in zip(raws, results, strict=True) if result.outcome == "stored" or result.code == AHEAD]
    told = _worrying_in((entry_of(raw, ports.known.catalogue, where="entry") for raw in new), ports)
    _say_again(person, {**before, **told}, [result.id for result in results], ports)
    return results


def _kind(raw: object) -> object:
    return raw.get("kind") if isinstance(raw, dict) else None


def _holding_back(person: str, ports: Ports) -> Signs:
    """The worrying answers for which there is no plan now."""
    state = ports.store.state(person)
    safety, values = check_state(state, ports.known.catalogue.safety, today=_now(state, ports).date())
    behind = {f for r in safety.reasons if r.allows is Allows.NONE and not r.cleared_by for f in r.because}
    return {f: values[f] for f in behind if _worries(f, values.get(f), ports)}


def _worrying_in(entries: Iterable[Entry], ports: Ports) -> Signs:
    answered = (entry.data.findings for entry in entries if isinstance(entry.data, Answered))
    return {f: value for findings in answered for f, value in findings.items() if _worries(f, value, ports)}


def _say_again(person: str, signs: Signs, sent: Sequence[str], ports: Ports) -> None:
    """Write down once more, after what hides it, each sign that alone or with the others asks for somebody to look."""
    state, knowledge = ports.store.state(person), ports.known.catalogue.safety
    values = check_state(state, knowledge, today=_now(state, ports).date())[1]
    hidden = {f: value for f, value in signs.items() if not _worries(f, values.get(f), ports)}
    reasons = check(knowledge, {**values, **hidden}).reasons if hidden else ()
    pressing = {f for reason in reasons if reason.urgency is not Urgency.SELF_CARE for f in reason.because}
    again = {f: str(value) for f, value in hidden.items() if f in pressing}
    if not again:
        return
    at = max([ports.clock.now(), *(state.findings[f].at + A_MOMENT for f in again if f in state.findings)])
    item = made("answered", {"findings": again}, ports, id_=derived(person, "still said", *sent), happened_at=at)
    ports.store.append(person, [item], now=ports.clock.now())


def _worries(finding: str, value: Value | None, ports: Ports) -> bool:
    return worries(value, ports.known.catalogue.safety.worrying[finding])


def _now(state: State, ports: Ports) -> datetime:
    return local(ports.clock.now(), state)
