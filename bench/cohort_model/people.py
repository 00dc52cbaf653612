"""The people of the cohort: those of the generated people who may have a plan, each with a body and habits."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp
from typing import Any

from bench.cohort_model.body import Body, Traits
from bench.cohort_model.known import catalogue
from bench.cohort_model.luck import Luck
from bench.cohort_model.numbers import NUMBERS

from support.people import TODAY, person
from unbend.assessment.offer import offered_tests
from unbend.catalogue.condition import Person
from unbend.catalogue.knowledge import SelfTest
from unbend.catalogue.words import Phase
from unbend.planning.brief import SPREAD, WEEKDAYS
from unbend.record.fold import fold
from unbend.record.profile import profile_of
from unbend.service.check import check_state

MINUTES, DAYS = 15, 3


@dataclass(frozen=True)
class Subject:
    """One person: what they say of themselves, their chances, what their body is like, and how they keep to things.

    `weekdays` are those of their workouts, from 0 for Monday; `stops_on` is the day on which they stop using it;
    `sides` are the true differences between the sides at the start, in errors of each test.
    """

    seed: int
    profile: dict[str, Any]
    luck: Luck
    traits: Traits
    keeps: float
    tells: float
    stops_on: int
    minutes: int
    weekdays: tuple[int, ...]
    sides: dict[str, float]

    def body(self) -> Body:
        """A body as it is at the start."""
        return Body(self.traits, self.luck, dict(self.sides))


def subjects(first: int, *, people: int, days: int) -> Iterator[Subject]:
    """So many people who may have a plan, from a seed on."""
    seed = first - 1
    while people:
        seed += 1
        if (found := subject(seed, days=days)) is not None:
            people -= 1
            yield found


def subject(seed: int, *, days: int) -> Subject | None:
    """The person of a seed; None if they may have no plan. Self-tests are left out of what they say: they are measured
    on the simulated body instead; and so is what they would have noted on the first day already."""
    profile = person(seed)
    profile.pop("tests", None)
    if "log" in profile:
        profile["log"] = [one for one in profile["log"] if one["happened_at"] < TODAY.isoformat()]
    if not _may_plan(profile):
        return None
    luck = Luck(seed, days)
    chance = luck.traits
    keeps = chance.betavariate(
        NUMBERS.adherence_mean * NUMBERS.adherence_spread, (1 - NUMBERS.adherence_mean) * NUMBERS.adherence_spread
    )
    return Subject(
        seed=seed,
        profile=profile,
        luck=luck,
        traits=_traits(profile, luck),
        keeps=keeps,
        tells=chance.betavariate(NUMBERS.tells_morning * 4, (1 - NUMBERS.tells_morning) * 4),
        stops_on=_stops_on(luck, days),
        minutes=profile["wishes"].get("minutes", MINUTES),
        weekdays=_weekdays(profile["wishes"].get("days", DAYS)),
        sides=_sides(profile, luck),
    )


def _may_plan(profile: dict[str, Any]) -> bool:
    state = fold(profile_of(profile, catalogue(), today=TODAY).entries)
    return check_state(state, catalogue().safety, today=TODAY)[0].may_plan


def _traits(profile: dict[str, Any], luck: Luck) -> Traits:
    findings, chance = profile["findings"], luck.traits
    fit = {
        "never": NUMBERS.fit_never,
        "sometimes": NUMBERS.fit_sometimes,
        "regularly": NUMBERS.fit_regularly,
    }.get(profile.get("audit", {}).get("exercise", ""), NUMBERS.fit_sometimes)
    fit -= 0.5 * (findings["age"] >= 70) + 0.4 * (findings["severity"] >= 7)
    return Traits(
        pain=findings["severity"],
        days_of_pain=findings["duration-days"],
        rung=max(1.0, fit),
        strength=exp(NUMBERS.spread_of_people * chance.gauss(0, 1)),
        sensitivity=exp(NUMBERS.sensitivity_spread * chance.gauss(0, 1)),
    )


def _stops_on(luck: Luck, days: int) -> int:
    early = 1 - (1 - NUMBERS.dropout_12_weeks) ** (1 / 12)
    for week in range(1, days // 7 + 1):
        if luck.traits.random() < (early if week <= 12 else NUMBERS.dropout_later):
            return 7 * week
    return days


def _weekdays(wished: int | list[str]) -> tuple[int, ...]:
    names = SPREAD[wished] if isinstance(wished, int) else wished
    return tuple(sorted(WEEKDAYS.index(name) for name in names))


def _sides(profile: dict[str, Any], luck: Luck) -> dict[str, float]:
    """True differences for the tests of each side that have a known error and that this person may do at some time."""
    about = Person(dict(profile["findings"]) | {"severity": 0}, catalogue().safety.worrying)
    state = fold(profile_of(profile, catalogue(), today=TODAY).entries)
    safety, _ = check_state(state, catalogue().safety, today=TODAY)
    offers = offered_tests(catalogue(), about, phase=Phase.RESTORE, restrictions=safety.restrictions)
    sided = [offer.test for offer in offers if offer.not_now is None and has_sides(offer.test)]
    return {test.id: NUMBERS.side_spread * luck.traits.gauss(0, 1) for test in sided}


def has_sides(test: SelfTest) -> bool:
    """Whether the test compares the sides, with a known error."""
    return test.per_side and test.error is not None


def day_of(number: int) -> date:
    """The date of a day of the simulation, from 0."""
    return TODAY + timedelta(days=number)
