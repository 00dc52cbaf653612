"""What the safety check says to one person: the answer as advice given, the letter, and a clinician's clearance."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from unbend.catalogue.words import Allows, Urgency, Worrying
from unbend.catalogue.workout import Country
from unbend.exchange.letter import Letter, letter
from unbend.record.entry import Entry
from unbend.record.errors import BadInput
from unbend.record.kinds.advised import CHECKED, Advice, Advised
from unbend.record.values import shown
from unbend.safety import Reason, SafetyAnswer
from unbend.safety.check import ADULT_AGE
from unbend.service.access import Right
from unbend.service.asking import A_MOMENT
from unbend.service.letter_course import so_far
from unbend.service.ports import Actor, Ports
from unbend.service.record import note
from unbend.service.standing import Standing, standing
from unbend.workout.help import telephones
from unbend.workout.script import Telephone

MOST_NAME = 120
CRISIS = "self-harm-thoughts"
"""The finding with which the number for such a crisis stands before all others."""

AGAIN_AFTER = timedelta(days=1)
"""The same advice, looked at again on the same day, is not given anew."""


@dataclass(frozen=True)
class Told:
    """Where the person stands, what presses and what does not, whom to ring, and what a clearance may lift."""

    stand: Standing
    pressing: tuple[Reason, ...]
    others: tuple[Reason, ...]
    numbers: tuple[Telephone, ...]
    country: Country | None
    may_be_cleared: tuple[str, ...]

    @property
    def safety(self) -> SafetyAnswer:
        """The answer itself."""
        return self.stand.safety

    @property
    def is_held_back(self) -> bool:
        """Whether it is a clinician's word, and nothing else, that allows no programme yet."""
        held = any(reason.cleared_by and reason.allows is Allows.NONE for reason in self.safety.reasons)
        return held and self.safety.urgency is Urgency.SELF_CARE

    @property
    def is_crisis(self) -> bool:
        """Whether the person thinks of harming themselves: then somebody to ring stands on the page."""
        return any(CRISIS in reason.because for reason in self.safety.reasons)


def told(actor: Actor, person: str, ports: Ports) -> Told:
    """The safety answer as it is shown to the person; as advice given it goes into the log. Raises NotAllowed."""
    stand = standing(actor, person, ports, right=Right.WRITE)
    if stand.safety.complete or stand.safety.urgency.rank >= Urgency.URGENT.rank:
        _note(actor, stand, ports)
    return _told(stand, ports)


def end_of_check(actor: Actor, person: str, *, again: bool, ports: Ports) -> None:
    """Note that the check was gone through to its end, and what it says, after all that was told by any clock.
    A question that was open by itself is no check, nor is one that an emergency cut short. Raises NotAllowed."""
    stand = standing(actor, person, ports, right=Right.WRITE)
    asked_all = stand.safety.complete and stand.safety.urgency is not Urgency.EMERGENCY
    if asked_all and (again or stand.state.checked is None):
        told_at = [*(reading.at for reading in stand.state.pains), *(workout.at for workout in stand.state.recent)]
        at = max([ports.clock.now(), *(at + A_MOMENT for at in told_at)])
        note(actor, person, "advised", _advice({**as_codes(stand.safety), CHECKED: True}, ports), ports, happened_at=at)


def _told(stand: Standing, ports: Ports) -> Told:
    open_ = [reason for reason in stand.safety.reasons if not reason.cleared_by]
    pressing = tuple(reason for reason in open_ if reason.urgency is stand.safety.urgency)
    country = ports.known.catalogue.countries.get((stand.state.preferences.country or "").lower())
    return Told(
        stand=stand,
        pressing=() if stand.safety.urgency is Urgency.SELF_CARE else pressing,
        others=tuple(r for r in open_ if r not in pressing and r.urgency is not Urgency.SELF_CARE),
        numbers=_numbers(stand, ports),
        country=country,
        may_be_cleared=_may_be_cleared(stand, ports),
    )


def _numbers(stand: Standing, ports: Ports) -> tuple[Telephone, ...]:
    """An ambulance in an emergency; else advice first, and the number for a crisis only in one."""
    words = ports.known.texts.workout.help
    known = telephones(stand.state.preferences.country, ports.known.catalogue.countries, words)
    order = [words.emergency] if stand.safety.urgency is Urgency.EMERGENCY else [words.advice, words.emergency]
    if any(CRISIS in reason.because for reason in stand.safety.reasons):
        order = [words.crisis, *order]
    return tuple(sorted((line for line in known if line.who in order), key=lambda line: order.index(line.who)))


def _note(actor: Actor, stand: Standing, ports: Ports) -> None:
    content, last = as_codes(stand.safety), stand.state.given.get(Advice.SAFETY)
    kept = ports.store.entry(stand.person, last.entry) if last and stand.now - last.at < AGAIN_AFTER else None
    if kept is not None and isinstance(kept.data, Advised) and _without_mark(kept.data.content) == content:
        return
    note(actor, stand.person, "advised", _advice(content, ports), ports)


def _without_mark(content: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in content.items() if key != CHECKED}


def _advice(content: Mapping[str, object], ports: Ports) -> dict[str, object]:
    known = ports.known
    return {"what": "safety", "catalogue": known.catalogue.hash, "software": known.software, "content": content}


def as_codes(answer: SafetyAnswer) -> dict[str, object]:
    """The safety answer without a word of any language."""
    return {
        "urgency": answer.urgency.value,
        "allows": answer.allows.value,
        "missing": list(answer.missing),
        "reasons": [_codes_of(reason) for reason in answer.reasons],
        "restrictions": list(answer.restrictions),
    }


def _codes_of(reason: Reason) -> dict[str, object]:
    cleared: dict[str, object] = {"cleared_by": reason.cleared_by} if reason.cleared_by else {}
    return {"rule": reason.rule, "urgency": reason.urgency.value, "because": list(reason.because), **cleared}


def letter_for(actor: Actor, person: str, ports: Ports) -> Letter:
    """The letter to a clinician, from what is known today. Raises NotAllowed."""
    stand, known = standing(actor, person, ports), ports.known
    lately = so_far(stand.state, known.catalogue, known.texts, now=stand.now)
    texts = known.texts.safety
    return letter(stand.safety, stand.values, known.catalogue.safety, texts, today=stand.today, so_far=lately)


@dataclass(frozen=True)
class Clearing:
    """A clinician's word as the person tells it."""

    by: str
    day: date
    covers: tuple[str, ...]
    allows: Allows


def may_be_cleared(actor: Actor, person: str, ports: Ports) -> tuple[str, ...]:
    """The findings that a clinician's word may cover: behind what asks for a clinician, never what presses more, and
    nothing below 18. Raises NotAllowed."""
    return _may_be_cleared(standing(actor, person, ports, right=Right.WRITE), ports)


def _may_be_cleared(stand: Standing, ports: Ports) -> tuple[str, ...]:
    age, worrying = stand.values.get("age"), ports.known.catalogue.safety.worrying
    if stand.safety.urgency.rank >= Urgency.URGENT.rank or (isinstance(age, float | int) and age < ADULT_AGE):
        return ()
    behind = [key for reason in stand.safety.reasons if _may_be_lifted(reason) for key in _worries(reason, worrying)]
    return tuple(dict.fromkeys(behind))


def _may_be_lifted(reason: Reason) -> bool:
    """Also where a clinician's word holds already, as long as it does not allow everything."""
    allowed = bool(reason.cleared_by) and reason.allows is Allows.PLAN
    return reason.urgency is Urgency.SEE_CLINICIAN and not allowed


def _worries(reason: Reason, worrying: Mapping[str, Worrying]) -> tuple[str, ...]:
    """The answers that a clearance must name for this reason: a clinician need not name an age or a duration."""
    return tuple(f for f in reason.because if worrying.get(f, Worrying.NEITHER) is not Worrying.NEITHER) or (
        reason.because
    )


def clear(actor: Actor, person: str, said: Clearing, ports: Ports, *, id_: str) -> Entry:
    """Note a clinician's word. Raises NotAllowed, and BadInput for what it cannot cover."""
    stand = standing(actor, person, ports, right=Right.WRITE)
    at = _moment(said.day, stand.now)
    _check(said, at, stand, ports)
    data = {"by": said.by.strip(), "covers": list(said.covers), "allows": said.allows.value}
    return note(actor, person, "cleared", data, ports, id_=id_, happened_at=at)


def _moment(day: date, now: datetime) -> datetime:
    """The last moment of an earlier day, so that it covers what was answered on that day."""
    return now if day >= now.date() else datetime.combine(day, time(23, 59, 59), tzinfo=now.tzinfo)


def _check(said: Clearing, at: datetime, stand: Standing, ports: Ports) -> None:
    if not said.by.strip() or len(said.by) > MOST_NAME:
        raise BadInput("by", f"{shown(said.by)} is no name", f"write who it was, in at most {MOST_NAME} letters")
    if said.day > stand.today:
        raise BadInput("day", f"{said.day} lies ahead", f"write a date not after {stand.today}")
    may = _may_be_cleared(stand, ports)
    if not said.covers or any(finding not in may for finding in said.covers):
        raise BadInput("covers", "it names none that a clinician's word may lift here", "choose from those on the page")
    newer = [key for key in said.covers if stand.state.findings[key].since > at]
    if newer:
        raise BadInput("day", "an answer is newer than this word", "ask again, and write down the new date")
