"""Generated people: `person(seed)` as a file of theirs might stand, and Hypothesis strategies of all that may be said.

Both draw every id, option and range from the catalogue, so that a new finding or exercise is in the tests at once.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from random import Random
from typing import Any

from hypothesis import strategies as st

from unbend.catalogue.catalogue import Catalogue, SafetyKnowledge
from unbend.catalogue.condition import Person
from unbend.catalogue.load import load_catalogue
from unbend.catalogue.words import Allows, Answer, FindingType, Place, Worrying
from unbend.record.kinds.practised import FELT
from unbend.record.values import Declared, values_of
from unbend.record.wishes import GOALS, SHIFTS, TIMES_OF_DAY, WEEKDAYS
from unbend.safety.check import check, is_asked

TODAY = date(2026, 3, 2)
"""The day every generated person is looked at, a Monday."""

Json = dict[str, Any]

_COMMON = 0.25


@cache
def catalogue() -> Catalogue:
    """The catalogue as it is shipped, read once."""
    return load_catalogue()


# One person for each seed, without Hypothesis: for the exact solver and for bench/.


def person(seed: int) -> Json:
    """A PROFILE.json of somebody likely: every question before a plan answered, nearly always with no."""
    chance = Random(seed)
    profile: Json = {"about": f"generated person {seed}", "findings": _findings(chance)}
    profile["audit"] = _some(chance, catalogue().audit, share=0.4)
    profile["tests"] = _tests(chance, share=0.25)
    profile["wishes"] = _wishes(chance)
    if chance.random() < 0.35:
        profile["log"] = _log(chance)
        profile["answered-on"] = (TODAY - timedelta(days=chance.choice((0, 0, 0, 1, 5, 12)))).isoformat()
    return profile


def _findings(chance: Random) -> Json:
    found: Json = {
        "age": round(min(92, max(18, chance.gauss(48, 15)))),
        "sex": chance.choices(("female", "male", "other"), (50, 48, 2))[0],
        "duration-days": round(10 ** chance.uniform(0.5, 3.3)),
        "severity": round(min(10, max(0, chance.gauss(4, 2)))),
        "where": ["low-back", *(chance.sample(("buttock", "mid-back", "pelvis"), 1) if chance.random() < 0.2 else ())],
    }
    if found["sex"] == "female" and found["age"] < 45 and chance.random() < 0.12:
        found |= {"pregnant": "yes", "weeks-pregnant": chance.randint(6, 38)}
    found |= _how_it_hurts(chance)
    return {**_gates_answered(found, "no"), **found, **_worrying_gate(chance)}


def _how_it_hurts(chance: Random) -> Json:
    """What shapes a plan: ways of moving often, a known condition now and then."""
    said: Json = {}
    for finding in catalogue().safety.findings.values():
        if finding.type is not FindingType.ANSWER or finding.gate:
            continue
        if finding.worrying is Worrying.NEITHER:
            said |= {finding.id: chance.choice(("yes", "no"))} if chance.random() < _COMMON else {}
        elif chance.random() < (0.015 if finding.id in _shaping() else 0.0005):
            said[finding.id] = "yes"
        elif chance.random() < 0.1:
            said[finding.id] = "no"
    return said


@cache
def _shaping() -> frozenset[str]:
    """The worrying findings with which, by themselves, a plan may still be made."""
    knowledge = catalogue().safety
    grown_up = gates_done({"age": 40, "sex": "female", "duration-days": 100, "severity": 4})
    alone = {key: values_of(grown_up | {key: "yes"}, knowledge.findings, where="") for key in _yes_or_no(knowledge)}
    return frozenset(key for key, values in alone.items() if check(knowledge, values).allows is not Allows.NONE)


def _yes_or_no(knowledge: SafetyKnowledge) -> list[str]:
    return [finding.id for finding in knowledge.findings.values() if finding.type is FindingType.ANSWER]


def _worrying_gate(chance: Random) -> Json:
    """One in twelve gives one answer that may forbid a plan."""
    gates = [key for key in _yes_or_no(catalogue().safety) if catalogue().safety.findings[key].gate]
    return {chance.choice(gates): chance.choice(("yes", "unsure"))} if chance.random() < 1 / 12 else {}


def _gates_answered(findings: Json, answer: str) -> Json:
    """The gate questions that would be asked of this person, each with the same answer."""
    knowledge = catalogue().safety
    known = dict(values_of(findings, knowledge.findings, where=""))
    given: Json = {}
    for finding in knowledge.findings.values():
        if finding.type is FindingType.ANSWER and is_asked(finding, Person(known, knowledge.worrying)):
            given[finding.id], known[finding.id] = answer, Answer(answer)
    return given


def _some(chance: Random, declared: Mapping[str, Declared], *, share: float) -> Json:
    return {key: _value(chance, one) for key, one in declared.items() if chance.random() < share}


def _value(chance: Random, declared: Declared) -> object:
    match declared.type:
        case FindingType.ANSWER:
            return chance.choice(("yes", "no", "no", "unsure"))
        case FindingType.CHOICE:
            return chance.choice(declared.options)
        case FindingType.CHOICES:
            return chance.sample(declared.options, chance.randint(0, min(3, len(declared.options))))
        case FindingType.NUMBER:
            low, high = declared.minimum or 0, 100 if declared.maximum is None else declared.maximum
            return round(chance.uniform(low, high), 0 if declared.whole else 1)


def _tests(chance: Random, *, share: float) -> Json:
    found: Json = {}
    for test in catalogue().tests.values():
        if chance.random() < share:
            sides = [round(chance.uniform(test.minimum, test.maximum), 1) for _ in "lr"]
            found[test.id] = dict(zip(("left", "right"), sides, strict=True)) if test.per_side else sides[0]
    return found


def _wishes(chance: Random) -> Json:
    wishes: Json = {"minutes": chance.choice((5, 8, 10, 15, 20, 20, 25, 30, 40, 45, 60, 90))}
    days = chance.randint(1, 7)
    wishes["days"] = days if chance.random() < 0.7 else chance.sample(WEEKDAYS, days)
    wishes["equipment"] = [thing for thing in catalogue().things if chance.random() < _COMMON]
    if chance.random() < 0.3:
        wishes["positions"] = chance.sample([place.value for place in Place], chance.randint(1, 4))
    for key, options in (("time-of-day", TIMES_OF_DAY), ("shifts", SHIFTS), ("goal", GOALS)):
        if chance.random() < 0.5:
            wishes[key] = chance.choice(options)
    return wishes


def _log(chance: Random) -> list[Json]:
    """Some weeks of workouts, and sometimes an exercise that was not wanted, or a clinician's word."""
    exercises = [e.id for e in catalogue().exercises.values() if e.rung <= 3]
    liked = chance.sample(exercises, 8)
    log = [_practised(chance, liked, number) for number in range(chance.randint(1, 12))]
    unwanted = chance.sample(exercises, chance.choice((0, 0, 1, 3)))
    log += [entry(f"no-{number}", "declined", 20 - number, {"exercise": e}) for number, e in enumerate(unwanted)]
    if chance.random() < 0.2:
        covers = chance.sample(list(catalogue().safety.findings), 5)
        data = {"by": "a clinician", "covers": covers, "allows": chance.choice(list(Allows)).value}
        log.append(entry("word", "cleared", chance.randint(0, 30), data))
    return log


def _practised(chance: Random, liked: Sequence[str], number: int) -> Json:
    done = [{"exercise": key, "felt": chance.choice(FELT)} for key in chance.sample(liked, chance.randint(1, 5))]
    return entry(f"did-{number}", "practised", 40 - 3 * number, {"exercises": done})


def entry(key: str, kind: str, days_ago: int, data: Json, *, corrects: str | None = None) -> Json:
    """One line of a log as JSON, at noon so many days before TODAY."""
    at = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC) - timedelta(days=days_ago)
    corrected = {"corrects": corrects} if corrects else {}
    return {"id": key, "kind": kind, "happened_at": at.isoformat(), "data": data, **corrected}


# Hypothesis strategies: everything that may be said, likely or not.


def value(declared: Declared) -> st.SearchStrategy[Any]:
    """Any value that the catalogue allows, as JSON."""
    match declared.type:
        case FindingType.ANSWER:
            return st.sampled_from(("yes", "no", "unsure"))
        case FindingType.CHOICE:
            return st.sampled_from(declared.options)
        case FindingType.CHOICES:
            return st.lists(st.sampled_from(declared.options), unique=True, max_size=4)
        case FindingType.NUMBER:
            low, high = int(declared.minimum or 0), int(100 if declared.maximum is None else declared.maximum)
            return st.integers(low, high)


def answers(declared: Mapping[str, Declared], *, most: int = 12) -> st.SearchStrategy[Json]:
    """Up to `most` of the questions answered in any way."""
    pairs = st.sampled_from(list(declared)).flatmap(lambda key: st.tuples(st.just(key), value(declared[key])))
    return st.lists(pairs, max_size=most).map(dict)


def gates_done(findings: Json) -> Json:
    """The findings, with every gate question that is still open answered with no."""
    return {**_gates_answered(findings, "no"), **findings}


def findings() -> st.SearchStrategy[Json]:
    """Any findings; half of them with all that must be asked answered."""
    loose = answers(catalogue().safety.findings)
    return st.one_of(loose, loose.map(gates_done), st.tuples(_grown_up(), loose).map(lambda both: both[0] | both[1]))


def _grown_up() -> st.SearchStrategy[Json]:
    """An adult who was asked everything and said no."""
    known = {"age": st.integers(18, 90), "sex": st.sampled_from(("female", "male", "other"))}
    return st.fixed_dictionaries(known).map(gates_done)


def likely_people() -> st.SearchStrategy[Json]:
    """People as `person` makes them."""
    return st.integers(0, 2**32 - 1).map(person)


def profiles() -> st.SearchStrategy[Json]:
    """Likely people, and likely people of whom something unlikely is known besides."""
    odd = answers(catalogue().safety.findings, most=4)
    mixed = st.tuples(likely_people(), odd).map(lambda both: {**both[0], "findings": both[0]["findings"] | both[1]})
    return st.one_of(likely_people(), mixed)
