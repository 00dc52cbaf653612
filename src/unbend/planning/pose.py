"""Posing the solver's problem for a week."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from unbend.planning.brief import WEEKDAYS, Brief
from unbend.planning.problem import Candidate, Problem

POINTS_A_MINUTE = 16
"""How many points a minute of a well-filled workout gives: it scales what is wanted to what can be got, no more."""


FEWEST, MINUTES_EACH = 3, 5
"""Three exercises, and one more for every five minutes: more of them would only be a bit of each."""


@dataclass(frozen=True)
class Before:
    """What the week's workouts posed so far give (points a week by need), and how many new things they bring."""

    points: Mapping[str, int] = field(default_factory=dict)
    new: int = 0


def problem_of(brief: Brief, candidates: tuple[Candidate, ...], *, template: int, before: Before) -> Problem:
    """One of the week's workouts, knowing what the ones posed before it give and how many new things they bring."""
    parameters = brief.catalogue.parameters
    per_day = template_of_each_day(brief)
    return Problem(
        candidates=candidates,
        times=per_day.count(template),
        wanted=_wanted(brief, candidates),
        given=before.points,
        most_seconds=brief.minutes * 60,
        least_seconds=round(brief.minutes * 60 * parameters.least_share_of_minutes),
        overhead_seconds=parameters.seconds_between_exercises,
        change_seconds=parameters.seconds_to_change_position,
        warm_up=parameters.warm_up_exercises,
        ease=parameters.ease_exercises,
        most_exercises=min(parameters.most_exercises, FEWEST + brief.minutes // MINUTES_EACH),
        most_new=max(0, _most_new(brief) - brief.learnt_this_week() - before.new),
        may_be_hard=_may_be_hard(brief, per_day, template),
        must_brace=must_brace(brief),
    )


def _most_new(brief: Brief) -> int:
    parameters = brief.catalogue.parameters
    return parameters.new_things_first_week if is_first_week(brief) else parameters.new_things_later_weeks


def is_first_week(brief: Brief) -> bool:
    """Whether nothing has been learnt before this week."""
    return not any(brief.week > learnt for learnt in brief.known.values())


def must_brace(brief: Brief) -> bool:
    """Breathing and bracing are in every workout of the first two weeks: everything else stands on them."""
    first = min(brief.known.values(), default=brief.week)
    return brief.week - first < 2


def template_of_each_day(brief: Brief) -> tuple[int, ...]:
    """Which template each workout day has: one in the first week and with a single day; else two that alternate on
    through the weeks, so that an odd week starts the next with the other one."""
    if is_first_week(brief) or len(brief.days) == 1:
        return (0,) * len(brief.days)
    done_before = (brief.week - 1) * len(brief.days)
    return tuple((done_before + index) % 2 for index in range(len(brief.days)))


def has_neighbouring_days(days: Iterable[str]) -> bool:
    """Whether two workouts stand on days in a row, Sunday and Monday among them."""
    numbers = {WEEKDAYS.index(day) for day in days}
    return any((number + 1) % 7 in numbers for number in numbers)


def _may_be_hard(brief: Brief, per_day: tuple[int, ...], template: int) -> bool:
    """Every workout may be hard when rest days lie between; else only the first of two that alternate."""
    return not has_neighbouring_days(brief.days) or (len(set(per_day)) > 1 and template == 0)


def _wanted(brief: Brief, candidates: tuple[Candidate, ...]) -> Mapping[str, int]:
    """Points a week of each need: what the week's minutes can give, shared out by weight."""
    # In order, so that the model and with it the plan is the same in every process.
    served = sorted({need for candidate in candidates for need in candidate.points})
    weights = {need: want.weight for need, want in brief.wants.items() if need in served and want.weight > 0}
    total = sum(weights.values()) or 1.0
    week = POINTS_A_MINUTE * brief.minutes * len(brief.days)
    shares = {need: round(week * weight / total) for need, weight in weights.items()}
    return {need: shares.get(need, 0) for need in served}
