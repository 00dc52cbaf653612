"""The hard rules of the design, written once more for the tests: nothing here calls `planning`, only reads its plan.

Each function yields what is wrong, in words for whoever mends it; a sound plan yields nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from support.people import Json, catalogue
from unbend.catalogue.exercise import Exercise
from unbend.catalogue.knowledge import SafetyRule
from unbend.catalogue.words import Allows, Kind, Phase, Place, Position, Role, Urgency
from unbend.planning.dose import Dose
from unbend.planning.plan import Item, LeftOut, Plan, Session, Why
from unbend.safety import SafetyAnswer

WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WAKING = {"loaded-flexion", "end-range-flexion"}
LONG = 10
SOURCES = frozenset(catalogue().sources)


@dataclass(frozen=True)
class Given:
    """One person's raw profile, what the safety check said, the plan, and where they were told to begin."""

    profile: Json
    safety: SafetyAnswer
    plan: Plan
    rung: int
    week: int = 1
    done_before: frozenset[str] = frozenset()

    @property
    def wishes(self) -> Json:
        return dict(self.profile.get("wishes", {}))

    @property
    def minutes(self) -> int:
        return int(self.wishes.get("minutes", 15))

    @property
    def log(self) -> list[Json]:
        entries: list[Json] = self.profile.get("log", [])
        corrected = {entry.get("corrects") for entry in entries}
        return [entry for entry in entries if entry["id"] not in corrected]

    @property
    def practised(self) -> frozenset[str]:
        """What the log says was done before the first of these weeks."""
        done = (one for e in self.log if e["kind"] == "practised" for one in e["data"]["exercises"])
        return frozenset(one["exercise"] for one in done)

    @property
    def learnt(self) -> frozenset[str]:
        return self.practised | self.done_before

    @property
    def most_new(self) -> int:
        """How many new things may come at once: few where something was learnt before."""
        return 2 if self.learnt else 4

    @cached_property
    def felt(self) -> Mapping[str, Sequence[str]]:
        """How each exercise felt, each time it was done."""
        felt: dict[str, list[str]] = {}
        for one in (one for e in self.log if e["kind"] == "practised" for one in e["data"]["exercises"]):
            felt.setdefault(one["exercise"], []).append(one.get("felt", ""))
        return felt


def every_fault(given: Given) -> list[str]:
    """All that is wrong with a plan."""
    plan = given.plan
    return [
        *_may_there_be_one(given.safety),
        *(f"{s.day}: {i.exercise}: {fault}" for s in plan.sessions for i in s.items for fault in _item(i, given)),
        *(f"{session.day}: {fault}" for session in plan.sessions for fault in _session(session, given)),
        *(f"between: {b.exercise}: {fault}" for b in plan.between for fault in _exercise(b.exercise, b.dose, given)),
        *_week(given),
        *_everything_is_somewhere(plan),
        *_reasons(plan),
    ]


def _may_there_be_one(safety: SafetyAnswer) -> Iterator[str]:
    """Hard rule 3."""
    if safety.urgency.rank >= Urgency.URGENT.rank:
        yield f"a plan at {safety.urgency}"
    if safety.missing or safety.allows is Allows.NONE:
        yield "a plan before everything was asked, or against a rule"


def _item(item: Item, given: Given) -> Iterator[str]:
    exercise = catalogue().exercises[item.exercise]
    yield from _exercise(item.exercise, item.dose, given)
    if exercise.per_side != (len(item.sides) == 2):
        yield f"sides {item.sides}"
    if item.seconds < _seconds(exercise, item):
        yield f"takes {_seconds(exercise, item)} s, not {item.seconds}"
    if item.slot not in exercise.roles:
        yield f"stands as {item.slot}"


def _exercise(key: str, dose: Dose, given: Given) -> Iterator[str]:
    yield from rule_two(key, given)
    yield from _dose(catalogue().exercises[key], dose, given.plan.phase, set(given.safety.restrictions))


def rule_two(key: str, given: Given) -> Iterator[str]:
    """Hard rule 2 for one exercise: restriction, equipment, place, rung; and hard rule 4 for the first hour."""
    exercise = catalogue().exercises[key]
    limits = set(given.safety.restrictions)
    if limits & set(exercise.restrictions) or ("supine-long" in limits and exercise.position is Position.SUPINE):
        yield "carries a restriction"
    if not set(exercise.equipment) <= set(given.wishes.get("equipment", ())):
        yield "equipment is not there"
    places = set(given.wishes.get("positions", [place.value for place in Place])) - ({"floor"} & limits)
    if not places & set(exercise.places):
        yield "no place for it"
    if exercise.rung > _earned(exercise, given):
        yield f"rung {exercise.rung} was not earned"
    if given.wishes.get("time-of-day") == "on-waking" and WAKING & set(exercise.restrictions):
        yield "bends in the first hour"
    if exercise.retired or key in _declined(given):
        yield "was declined or retired"


def _dose(exercise: Exercise, dose: Dose, phase: Phase, limits: set[str]) -> Iterator[str]:
    amount = exercise.dose.get(phase)
    if amount is None:
        yield f"has no dose for {phase}"
        return
    if not 1 <= dose.sets <= amount.sets[1]:
        yield f"{dose.sets} sets"
    for key in ("breaths", "duration_seconds", "metres", "hold_seconds"):
        ends, said = getattr(amount, key), getattr(dose, key)
        if said is not None and (ends is None or said > ends[1]):
            yield f"{key} {said}, at most {ends}"
    if dose.repetitions is not None:
        most = (amount.repetitions or (0, 0))[1]
        shortened = "long-hold" in limits and amount.hold_seconds is not None and amount.hold_seconds[1] > LONG
        if dose.repetitions > most * (3 if shortened else 1):
            yield f"{dose.repetitions} repetitions, at most {most}"
    if "long-hold" in limits and (dose.hold_seconds or 0) > LONG:
        yield "holds too long"


def _seconds(exercise: Exercise, item: Item) -> int:
    """The work and the rests of an item, without changing sides."""
    dose, parameters = item.dose, catalogue().parameters
    each = (dose.tempo_seconds or 0) + (dose.hold_seconds or 0)
    work = (dose.repetitions or 0) * each + (dose.breaths or 0) * parameters.seconds_per_breath
    work += (dose.duration_seconds or 0) + round((dose.metres or 0) / parameters.metres_per_second)
    sets = dose.sets * (2 if exercise.per_side else 1) + item.extra_sets
    return work * sets + dose.rest_seconds * (dose.sets - 1 + item.extra_sets)


def _earned(exercise: Exercise, given: Given) -> int:
    """Where they were told to begin, what they did, and one step up from what felt easy twice."""
    rungs = [given.rung]
    for other in catalogue().ladders[exercise.ladder]:
        felt = _felt(given, other.id)
        if felt:
            rungs.append(other.rung)
        if felt.count("easy") >= 2:
            harder = catalogue().harder(other)
            rungs.append(harder.rung if harder else other.rung)
    return max(rungs)


def _felt(given: Given, key: str) -> Sequence[str]:
    return given.felt.get(key, ())


def _declined(given: Given) -> set[str]:
    said = sorted((e for e in given.log if e["kind"] == "declined"), key=lambda e: (e["happened_at"], e["id"]))
    last = {e["data"]["exercise"]: e["data"].get("again", False) for e in said}
    return {key for key, again in last.items() if not again}


def _session(session: Session, given: Given) -> Iterator[str]:
    """Hard rule 4 for one workout."""
    exercises = [catalogue().exercises[item.exercise] for item in session.items]
    if session.items[0].slot is not Role.WARM_UP or Role.WARM_UP not in exercises[0].roles:
        yield "does not begin with warming up"
    if session.items[-1].slot is not Role.EASE or Role.EASE not in exercises[-1].roles:
        yield "does not end easily"
    if exercises[0].kind is Kind.STRETCH and (session.items[0].dose.hold_seconds or 0) > LONG:
        yield "a long stretch cold"
    if given.week <= 2 and not given.practised and not _braced_first(exercises):
        yield "strength before bracing"
    if len({e.ladder for e in exercises}) < len(exercises):
        yield "two of one ladder"
    counted = sum(item.seconds for item in session.items)
    if not counted <= session.seconds <= 60 * given.minutes or session.minutes > given.minutes:
        yield f"{session.seconds} s of {given.minutes} minutes, {counted} s in the items"
    if session.seconds < 0.8 * 60 * given.minutes - 1 and session.short_because is None:
        yield "short, and nobody says why"


def _braced_first(exercises: Sequence[Exercise]) -> bool:
    braced = [e.needs.get("breathing-and-bracing", 0) >= 2 for e in exercises]
    strength = [e.kind is Kind.STRENGTH for e in exercises]
    return any(braced) and (not any(strength) or braced.index(True) <= strength.index(True))


def _week(given: Given) -> Iterator[str]:
    sessions, days = given.plan.sessions, given.wishes.get("days", 3)
    named = [session.day for session in sessions]
    wished = sorted(days, key=WEEK.index) if isinstance(days, list) else sorted(set(named), key=WEEK.index)
    if sessions and (named != wished or (isinstance(days, int) and len(named) != days)):
        yield f"days {named} for {days}"
    new = {i.exercise for s in sessions for i in s.items} - given.learnt
    new = {key for key in new if not catalogue().exercises[key].familiar}
    if len(new) > given.most_new:
        yield f"new at once: {sorted(new)}"
    hard = {WEEK.index(session.day) for session in sessions if is_hard(session)}
    if any(day + 1 in hard for day in hard):
        yield "hard days in a row"


def is_hard(session: Session) -> bool:
    """Whether the workout asks for strength on a hard rung."""
    exercises = [catalogue().exercises[item.exercise] for item in session.items]
    return any(e.kind is Kind.STRENGTH and e.rung >= catalogue().parameters.hard_rung for e in exercises)


def _everything_is_somewhere(plan: Plan) -> Iterator[str]:
    planned = {item.exercise for session in plan.sessions for item in session.items}
    left = [left.exercise for left in plan.left_out]
    known = {e.id for e in catalogue().exercises.values() if not e.retired}
    if len(set(left)) < len(left) or planned & set(left):
        yield f"twice: {sorted(planned & set(left)) or 'in left_out'}"
    if missing := known - planned - set(left):
        yield f"neither in nor left out: {sorted(missing)[:5]} ({len(missing)})"


def _reasons(plan: Plan) -> Iterator[str]:
    """Hard rule 6: each reason names sources, and they exist."""
    whys = [why for session in plan.sessions for item in session.items for why in item.why]
    whys += [why for share in plan.needs for why in share.why] + [small.why for small in plan.between]
    yield from (f"{why.code} {dict(why.params)}: sources {why.sources}" for why in whys if not _is_sourced(why))
    if any(not item.why for session in plan.sessions for item in session.items):
        yield "an exercise without a reason"
    yield from (f"left out for {left.because}" for left in plan.left_out if not _makes_sense(left, plan))


def _is_sourced(why: Why) -> bool:
    return bool(why.sources) and set(why.sources) <= SOURCES


@cache
def _safety_rules() -> Mapping[str, SafetyRule]:
    return {rule.id: rule for rule in catalogue().safety.rules}


def _makes_sense(left: LeftOut, plan: Plan) -> bool:
    why = left.because
    if "rule" in why.params and why.params["restriction"] not in _safety_rules()[why.params["rule"]].restrictions:
        return False
    return set(why.sources) <= SOURCES and why.params.get("instead", "") != left.exercise and plan is not None
