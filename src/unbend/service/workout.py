"""The workout to do now, as a script that a player runs without a network."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from unbend.catalogue.words import Place
from unbend.planning.brief import WEEKDAYS, Brief
from unbend.planning.codec import session_as_json
from unbend.planning.one_day import limits_of_day, one_day
from unbend.planning.plan import Item, Plan, Session, Why
from unbend.planning.swap import Refused, without
from unbend.record.kinds.advised import Advice as RecordedAdvice
from unbend.record.state import State
from unbend.service.access import Right, require
from unbend.service.dose_words import dose_in_words
from unbend.service.ids import derived
from unbend.service.looking_again import waits_for_check
from unbend.service.planning import SEED, WeekAdvice, WeekPlan, advice, brief_now, week_of
from unbend.service.ports import Actor, Ports
from unbend.service.record import made
from unbend.service.standing import Standing
from unbend.workout.compile import Facts, compile_script
from unbend.workout.script import Script, Sound, Variant

SHORT_MINUTES = 5


@dataclass(frozen=True)
class Addresses:
    """Where the player finds what the script names: the letter, each picture by exercise, side and what, and what the
    camera holds an exercise against."""

    letter: str
    figure: Callable[[str, str, str], str]
    reference: Callable[[str], str]


@dataclass(frozen=True)
class NoWorkout:
    """That there is nothing to do now, and why: a code with its words, or None where no plan may be made."""

    because: Why | None


def script_now(actor: Actor, person: str, variant: Variant, addresses: Addresses, ports: Ports) -> Script | NoWorkout:
    """The script of today's workout; the same as long as what it stands on is. It is kept as advice: whoever has it may
    do it, with a network or without. There is none while the check comes first. Raises NotAllowed."""
    require(actor, person, Right.WRITE, ports)
    found = week_of(actor, person, ports)
    if found.week is None:
        return NoWorkout(None)
    if (check_first := waits_for_check(found.standing, ports.known.catalogue)) is not None:
        return NoWorkout(check_first)
    brief = _limits(found, variant, brief_now(found.standing, ports))
    session = _session(found, found.week, variant, brief, ports)
    if isinstance(session, Refused):
        return NoWorkout(session.because)
    name, made_at = _kept(found, session, variant, ports)
    facts = _facts(found, name, made_at, variant, addresses, ports)
    known = ports.known
    return compile_script(session, brief, found.standing.values, known.studio.movements, known.texts, facts)


def mark_of_scripts(here: Standing, ports: Ports) -> str:
    """Another one whenever today's scripts may be others than before: a device then asks for them anew."""
    given = {what: one for what, one in here.state.given.items() if what != RecordedAdvice.SCRIPT}
    stands_on = (here.today, replace(here.state, given=given), ports.known.catalogue.hash, ports.known.software)
    return sha256(repr(stands_on).encode()).hexdigest()[:16]


def _limits(found: WeekAdvice, variant: Variant, brief: Brief) -> Brief:
    """What today's workout keeps to, the easier steps in its script too: no floor where none was asked for."""
    if variant is Variant.PLANNED:
        return brief
    day = WEEKDAYS[found.standing.today.weekday()]
    minutes = min(SHORT_MINUTES, brief.minutes) if variant is Variant.SHORT else None
    places = brief.places - {Place.FLOOR} if variant is Variant.NO_FLOOR else None
    limits = limits_of_day(brief, day=day, minutes=minutes, places=places)
    return replace(limits, declined=limits.declined | _put_off_today(found.standing.state, found.standing.now))


def _session(found: WeekAdvice, week: WeekPlan, variant: Variant, brief: Brief, ports: Ports) -> Session | Refused:
    """What to do now: today's workout, or the nearest one; shorter, or without the floor, where that was asked for."""
    planned = (week.today or week.next or week.days[0]).session if week.days else None
    if variant is Variant.PLANNED and planned is not None:
        return _without_put_off(week.as_it_stands, planned, brief, found.standing.state, found.standing.now)
    taught = [item.exercise for item in planned.items] if planned else []
    plan = one_day(brief, ports.solver, seed=SEED, day=brief.days[0], taught=taught)
    if isinstance(plan, Refused):
        return plan
    return plan.sessions[0] if plan.sessions else Refused(plan.between[0].why)


def _without_put_off(plan: Plan, planned: Session, brief: Brief, state: State, now: datetime) -> Session | Refused:
    """The workout without what the person put off today; what it cannot do without stays in."""
    put_off = _put_off_today(state, now)
    session = planned
    for exercise in sorted(put_off & {item.exercise for item in planned.items}):
        changed = without(plan, brief, {exercise}, day=planned.day)
        if not isinstance(changed, Refused):
            plan = changed
            session = next(s for s in plan.sessions if s.day == planned.day)
    return session


def _put_off_today(state: State, now: datetime) -> frozenset[str]:
    return frozenset(key for key, day in state.put_off.items() if day == now.date())


def _kept(found: WeekAdvice, session: Session, variant: Variant, ports: Ports) -> tuple[str, datetime]:
    """The entry that keeps this advice: the one that is there for today, or a new one; and when it was made."""
    here, codes = found.standing, session_as_json(session)
    basis = sha256(repr((codes, sorted(here.safety.restrictions), variant)).encode()).hexdigest()[:16]
    name = derived(here.person, "script", here.today.isoformat(), basis)
    if (kept := ports.store.entry(here.person, name)) is not None:
        return name, kept.happened_at
    content = {"day": here.today.isoformat(), "variant": variant.value, "session": codes}
    item = made("advised", advice("script", content, ports), ports, id_=name, happened_at=here.now)
    ports.store.append(here.person, [item], now=ports.clock.now())
    kept = ports.store.entry(here.person, name)
    return name, kept.happened_at if kept else here.now


def _facts(
    found: WeekAdvice, name: str, made_at: datetime, variant: Variant, addresses: Addresses, ports: Ports
) -> Facts:
    texts = ports.known.texts

    def dose(item: Item) -> str:
        return dose_in_words(item.dose, texts, sides=item.sides, extra_sets=item.extra_sets)

    here = found.standing
    wanted = here.state.preferences
    return Facts(
        id=name,
        person=here.person,
        day=here.today,
        variant=variant,
        made_at=made_at,
        language=ports.known.language,
        country=wanted.country,
        letter=addresses.letter,
        sound=Sound(voice=wanted.voice is not False, beeps=wanted.beeps is not False),
        figure=addresses.figure,
        reference=addresses.reference,
        dose=dose,
    )
