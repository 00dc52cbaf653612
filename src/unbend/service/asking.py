"""The safety check of one person's record: what to ask next, and taking what they answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from unbend.catalogue.catalogue import Catalogue, SafetyKnowledge
from unbend.catalogue.condition import Value, Values
from unbend.catalogue.knowledge import Finding
from unbend.catalogue.words import Answer, FindingType, Urgency, Worrying
from unbend.record.entry import Entry
from unbend.record.errors import BadInput
from unbend.record.kinds.answered import Answered
from unbend.record.values import shown, value_of
from unbend.record.whole_log import RESERVED
from unbend.safety import check
from unbend.service.access import Right, require
from unbend.service.check import grown_old
from unbend.service.ids import derived
from unbend.service.interview import MOST_ON_A_SCREEN, next_screen, screens_left
from unbend.service.looking_again import HOW_IT_IS, may_have_changed
from unbend.service.ports import Actor, Ports
from unbend.service.record import written
from unbend.service.standing import Standing, standing

ASKED_ONCE_MORE_FOR = timedelta(days=30)
"""How long after an unsure answer its one concrete question is still put."""

MOST_SHOWN = 12
A_MOMENT = timedelta(microseconds=1)
"""So much after what a fast clock said comes what is said on a page."""


@dataclass(frozen=True)
class Course:
    """How one run through the check goes, beside the log: what was skipped, and when looking again began."""

    skipped: frozenset[str] = frozenset()
    again_from: datetime | None = None


@dataclass(frozen=True)
class Page:
    """What to ask now. `follows`: the entry with an unsure answer that this one concrete question asks about.
    `more`: screens after this one, if nothing worries; None for a page that was answered before. `urgency`: what is
    known so far asks for. `needed`: nothing goes on without it."""

    findings: tuple[Finding, ...]
    more: int | None
    urgency: Urgency
    known: Values
    follows: str | None = None
    needed: bool = False


def next_page(actor: Actor, person: str, course: Course, ports: Ports) -> Page | None:
    """The next questions; None when nothing asked could still change the answer. Raises NotAllowed."""
    stand, knowledge = standing(actor, person, ports, right=Right.WRITE), ports.known.catalogue.safety
    values = _taken_as_known(stand, course, ports.known.catalogue)
    doubts = {key: entry for key, entry in _doubts(stand, ports).items() if key in values}
    sure = {key: value for key, value in values.items() if key not in doubts}
    so_far = check(knowledge, sure).urgency
    if so_far is Urgency.EMERGENCY:
        return None
    more = screens_left(knowledge, sure | dict.fromkeys(doubts, Answer.NO), course.skipped)
    if doubts:
        finding, entry = next(iter(doubts.items()))
        return Page((knowledge.findings[finding],), more + len(doubts) - 1, so_far, {}, follows=entry)
    if faded := grown_old(stand.safety, stand.state, knowledge):
        return Page(faded[:1], more, so_far, {}, needed=True)
    if screen := next_screen(knowledge, values, course.skipped):
        return Page(screen.findings, max(more - 1, 0), so_far, {})
    left = _signs_left(stand, values, ports.known.catalogue.safety)
    return Page(left, 0, so_far, {}) if left else None


def page_again(actor: Actor, person: str, entry: str, ports: Ports) -> Page | None:
    """The page that an earlier entry answered, with its answers; None where there is no such page."""
    require(actor, person, Right.WRITE, ports)
    kept, knowledge = ports.store.entry(person, entry), ports.known.catalogue.safety
    if kept is None or not isinstance(kept.data, Answered) or not kept.data.findings:
        return None
    findings = tuple(knowledge.findings[key] for key in kept.data.findings)
    return Page(findings, None, Urgency.SELF_CARE, kept.data.findings)


def _taken_as_known(stand: Standing, course: Course, catalogue: Catalogue) -> dict[str, Value]:
    """What need not be asked. Somebody who looks again is asked anew what may have changed since, danger first."""
    if course.again_from is None:
        return dict(stand.values)
    anew = may_have_changed(stand, catalogue)
    said = stand.state.findings
    still = {k for k in stand.values if k in anew and said[k].at < course.again_from}
    later = HOW_IT_IS if any(question.id in still for question in catalogue.gate) else frozenset()
    return {k: v for k, v in stand.values.items() if k not in still or k in later}


def _signs_left(stand: Standing, values: Values, knowledge: SafetyKnowledge) -> tuple[Finding, ...]:
    """Signs that stand and that no rule hangs on further: somebody who looks again may say that they are gone."""
    signs = (knowledge.findings[key] for key, value in stand.values.items() if worries(value, knowledge.worrying[key]))
    left = [sign for sign in signs if sign.id not in values and sign.type is FindingType.ANSWER]
    return tuple(left[:MOST_ON_A_SCREEN])


def _doubts(stand: Standing, ports: Ports) -> Mapping[str, str]:
    """Findings last answered with unsure whose one concrete question has not been put yet, and where."""
    texts, since = ports.known.texts.safety.findings, stand.now - ASKED_ONCE_MORE_FOR
    before, doubts = dict[str, str](), dict[str, str]()
    for entry in ports.store.entries(stand.person, kinds=("answered",), since=since):
        for key, value in _answers(entry).items():
            followed = key in before and entry.id == follow_up_id(before[key], key)
            if value is Answer.UNSURE and not followed and texts[key].follow_up:
                doubts[key] = entry.id
            else:
                doubts.pop(key, None)
            before[key] = entry.id
    return doubts


def _answers(entry: Entry) -> Values:
    return entry.data.findings if isinstance(entry.data, Answered) else {}


def follow_up_id(entry: str, finding: str) -> str:
    """The id of the entry that answers the concrete question after an unsure answer, so that it is put once."""
    return derived("follow-up", entry, finding)


def follows_up(actor: Actor, person: str, entry: str, findings: tuple[str, ...], ports: Ports) -> bool:
    """Whether this one question is about an unsure answer of that entry. Raises NotAllowed."""
    require(actor, person, Right.WRITE, ports)
    kept = ports.store.entry(person, entry)
    return kept is not None and len(findings) == 1 and _answers(kept).get(findings[0]) is Answer.UNSURE


@dataclass(frozen=True)
class Read:
    """What was sent, as values; and what is wrong with the rest, by finding."""

    values: Values
    faults: Mapping[str, BadInput]


def read_answers(raw: Mapping[str, object], ports: Ports) -> Read:
    """The answers sent for the findings of a screen; None stands for no answer. Raises BadInput for a screen that
    cannot be."""
    known = ports.known.catalogue.safety.findings
    for key in raw:
        if key not in known:
            raise BadInput("the form", f"{shown(key)} is no question", "load the page again")
    if not 0 < len(raw) <= MOST_SHOWN:
        raise BadInput("the form", f"it has {len(raw)} questions", "load the page again")
    values, faults = dict[str, Value](), dict[str, BadInput]()
    for key, value in raw.items():
        try:
            values[key] = value_of(value, known[key], where=key)
        except BadInput as fault:
            faults[key] = fault
    return Read(values, faults)


def taken_back(actor: Actor, person: str, values: Values, ports: Ports) -> tuple[str, ...]:
    """Worrying or unsure answers that these would turn harmless: nobody's warning sign is taken back unasked."""
    stand, worrying = standing(actor, person, ports, right=Right.WRITE), ports.known.catalogue.safety.worrying
    return tuple(
        key for key, value in values.items() if worries(stand.values.get(key), worrying[key])
        and not worries(value, worrying[key])
    )  # fmt: skip


def worries(value: Value | None, worrying: Worrying) -> bool:
    """Whether this answer is a sign, or may be one."""
    return worrying is not Worrying.NEITHER and value in (Answer.UNSURE, Answer(worrying.value))


def keep_answers(
    actor: Actor, person: str, values: Values, ports: Ports, *, id_: str, replaces: str | None = None
) -> str:
    """Store a screen's answers at once, after all that was said of them by any clock; the id of their entry. Sent twice
    they count once; sent again with other answers, or to replace an earlier page, they correct it. Raises NotAllowed,
    BadInput."""
    require(actor, person, Right.WRITE, ports)
    if id_.startswith(RESERVED):
        raise BadInput("the form", "it carries no id of its own", "load the page again")
    there = ports.store.entry(person, id_)
    if there is not None and _answers(there) == values:
        return id_
    if there is not None:
        id_, replaces = ports.ids.new(), id_
    if replaces is not None and _kept(person, replaces, ports) is None:
        raise BadInput("the form", "the page it changes is not there", "load the page again")
    said = ports.store.state(person).findings
    at = max([ports.clock.now(), *(said[key].at + A_MOMENT for key in values if key in said)])
    return _store(person, values, ports, id_=id_, replaces=replaces, at=at)


def put_right(actor: Actor, person: str, finding: str, value: Value, ports: Ports, *, id_: str) -> str:
    """Correct one answer that was a slip: the entry it stood in is replaced by one that differs in this alone and
    counts from the same moment. Raises NotAllowed, and BadInput where it was never answered."""
    require(actor, person, Right.WRITE, ports)
    if ports.store.entry(person, id_) is not None:
        return id_
    slip = last_with(person, finding, ports)
    if slip is None:
        raise BadInput(finding, "it was not answered", "answer it in the safety check")
    values = {**_answers(slip), finding: value}
    return _store(person, values, ports, id_=id_, replaces=slip.id, at=slip.happened_at)


def last_with(person: str, finding: str, ports: Ports) -> Entry | None:
    """The entry that the present answer stands in."""
    entries = reversed(ports.store.entries(person, kinds=("answered",)))
    return next((entry for entry in entries if finding in _answers(entry)), None)


def _kept(person: str, entry: str, ports: Ports) -> Entry | None:
    kept = ports.store.entry(person, entry)
    return kept if kept is not None and isinstance(kept.data, Answered) else None


def _store(person: str, values: Values, ports: Ports, *, id_: str, replaces: str | None, at: datetime) -> str:
    plain = {key: list(value) if isinstance(value, tuple) else value for key, value in values.items()}
    raw = {"id": id_, "kind": "answered", "happened_at": at.isoformat(), "data": {"findings": plain}}
    item = written(raw | ({"corrects": replaces} if replaces else {}), ports, where="answered")
    ports.store.append(person, [item], now=ports.clock.now())
    return id_


def skippable(finding: Finding) -> bool:
    """Whether a question may be left out: one that worries nobody and stands before no plan."""
    return not finding.gate and finding.worrying is Worrying.NEITHER and finding.type is not FindingType.ANSWER
