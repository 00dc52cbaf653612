"""What a decision rests on, in plain words: the entries of the log that it names, with their days and numbers."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from unbend.catalogue.text import Texts
from unbend.planning.different import EXERCISE
from unbend.planning.plan import Plan, Why
from unbend.record.course import Ended, Outcome
from unbend.record.entry import Entry
from unbend.record.kinds.advised import Advice, Advised
from unbend.record.kinds.answered import Answered
from unbend.record.kinds.next_day import NextDay
from unbend.record.kinds.practised import Done, Practised
from unbend.record.kinds.tested import Tested
from unbend.record.kinds.walked import Walked
from unbend.service.ports import Ports
from unbend.service.standing import Standing

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True)
class Evidence:
    """The entries behind some reasons, as far as they still count; days are those of `zone`."""

    entries: Mapping[str, Entry]
    texts: Texts
    zone: tzinfo | None

    def of(self, *whys: Why) -> tuple[str, ...]:
        """What these reasons rest on, a sentence each, in order of time; what was corrected or erased since is said to
        be so."""
        asked = dict.fromkeys(id_ for why in whys for id_ in why.entries)
        about = frozenset(why.params[EXERCISE] for why in whys if EXERCISE in why.params)
        known = sorted((self.entries[id_] for id_ in asked if id_ in self.entries), key=lambda e: (e.happened_at, e.id))
        gone = () if len(known) == len(asked) else (self.texts.entries["gone"],)
        return (*self._sentences(known, about), *gone)

    def _sentences(self, known: Sequence[Entry], about: Collection[str]) -> Iterator[str]:
        before: Entry | None = None
        for entry in known:
            if isinstance(entry.data, NextDay):
                yield self._morning(entry.data, entry.happened_at, before)
            else:
                yield self._sentence(entry, about)
            before = entry

    def _sentence(self, entry: Entry, about: Collection[str]) -> str:
        say, day = self.texts.entries, self._day_in_words(entry.happened_at)
        match entry.data:
            case Practised() as done:
                said = [*_pains(done, say), *self._tries(done, about)]
                return say["practised" if said else "practised-only"].format(day=day, said=_listed(said))
            case Answered(findings={"severity": severity}):
                return say["answered-pain"].format(day=day, pain=severity)
            case Answered():
                return say["answered"].format(day=day)
            case Walked(minutes=minutes):
                return say["walked"].format(day=day, minutes=minutes)
            case Advised(what=Advice.PLAN):
                return say["plan"].format(day=day)
            case Tested():
                return say["tested"].format(day=day)
        return say["other"].format(day=day)

    def _morning(self, told: NextDay, at: datetime, before: Entry | None) -> str:
        """On its own, or right after the workout that it is the morning after."""
        is_next = before is not None and self._day(at) == self._day(before.happened_at) + timedelta(days=1)
        code = "next-morning" if is_next else "next-day"
        code += "-worse" if told.compared == "worse" else ""
        return self.texts.entries[code].format(day=self._day_in_words(at), pain=told.pain)

    def _tries(self, done: Practised, about: Collection[str]) -> Iterator[str]:
        """How the exercise went that the reason is about; of several, or without one, what of them hurt."""
        for one in done.exercises:
            code = _how(one)
            is_asked = one.exercise in about if about else code == "hurt"
            if code is not None and is_asked and (len(about) == 1 or code in ("hurt", "part")):
                yield self.texts.entries[code].format(exercise=self.texts.exercises[one.exercise].name)

    def _day(self, at: datetime) -> date:
        return at.astimezone(self.zone).date()

    def _day_in_words(self, at: datetime) -> str:
        day, names = self._day(at), self.texts.names
        return f"{names['day'][WEEKDAYS[day.weekday()]]} {day.day} {names['month'][str(day.month)]}"


def _pains(done: Practised, say: Mapping[str, str]) -> Iterator[str]:
    pains = {"before": done.pain_before, "during": done.pain_during, "after": done.pain_after}
    for when, pain in pains.items():
        if pain is not None:
            yield say[f"pain-{when}"].format(pain=pain)
    yield from (say[f"pain-{sort.value}"] for sort in done.pain_sort)
    if done.effort is not None:
        yield say["effort"].format(effort=done.effort)
    if done.ended in (Ended.HURT, Ended.HELP):
        yield say[f"ended-{done.ended.value}"]


def _how(one: Done) -> str | None:
    if one.outcome is Outcome.HURT:
        return "hurt"
    if one.outcome is Outcome.PART:
        return "part"
    return None if one.felt is None else f"felt-{one.felt}"


def _listed(said: Sequence[str]) -> str:
    return ", ".join(said)


def evidence_of(plan: Plan, here: Standing, ports: Ports) -> Evidence:
    """The entries behind all that a plan decided."""
    return evidence_for(whys_of(plan), here, ports)


def whys_of(plan: Plan) -> Iterator[Why]:
    """Every reason in a plan, those of the needs left aside."""
    yield from (plan.phase_why, *plan.because, *plan.timing)
    yield from (why for session in plan.sessions for item in session.items for why in item.why)
    yield from (small.why for small in plan.between)
    yield from (left.because for left in plan.left_out)


def evidence_for(whys: Iterable[Why], here: Standing, ports: Ports) -> Evidence:
    """The entries behind all of these reasons, looked up together."""
    ids = sorted({id_ for why in whys for id_ in why.entries})
    return Evidence(ports.store.named(here.person, ids) if ids else {}, ports.known.texts, here.now.tzinfo)
