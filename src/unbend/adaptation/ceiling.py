"""No more than what was sore: in another stage of late, and in one go the last time."""

from datetime import date, timedelta

from unbend.adaptation.response import Answer
from unbend.adaptation.tries import Answers
from unbend.catalogue.exercise import Exercise
from unbend.catalogue.words import Phase
from unbend.record.course import Outcome, Practice, Try

SORE = (Answer.STAY, Answer.TOO_MUCH)
FIVES_UNTIL = 120
"""Up to so many seconds what lasts is given in fives, above in whole minutes."""


def ceilings(practice: Practice, answers: Answers, phase: Phase) -> tuple[Try, ...]:
    """The tries of other phases that were answered by more pain, the latest first, until one was taken well for good:
    in an earlier week, and with no more pain after it in that week. The amounts of a week are those of its Monday, so
    that what goes well on a Tuesday says nothing yet of more."""
    found: list[Try] = []
    lifts_before = answers.monday
    for one in reversed(_in_order(practice)):
        if is_sore(one, answers):
            lifts_before = min(lifts_before, _monday_of(answers.day(one)))
            found += [one] if one.phase not in (None, phase) else []
        elif answers.of(one).answer is Answer.WELL and answers.day(one) < lifts_before:
            break
    return tuple(found)


def _in_order(practice: Practice) -> list[Try]:
    """All tries that are kept: the last ones, and of each phase the latest, which may be older."""
    return sorted(dict.fromkeys((*practice.in_phase.values(), *practice.tries)), key=lambda one: one.at)


def _monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def is_sore(one: Try, answers: Answers) -> bool:
    """Whether the back asked for the same or for less after it, or it hurt."""
    return one.outcome is Outcome.HURT or answers.of(one).answer in SORE


def seconds_in_one_go(one: Try) -> int | None:
    """How long one set of a try lasted, where that was told, rounded up to what a person is given."""
    if one.seconds is None:
        return None
    sets = max(1, one.sets or 1)
    whole = 5 if one.seconds <= FIVES_UNTIL * sets else 60
    return -(-one.seconds // (whole * sets)) * whole


def seconds_of_set(one: Try, exercise: Exercise) -> int | None:
    """How long one set of one side was worked in a try that was done to its end, where that was told."""
    if one.seconds is None or one.sets is None or one.outcome is not Outcome.DONE:
        return None
    return -(-one.seconds // (max(1, one.sets) * (2 if exercise.per_side else 1)))


def goes_by_time(exercise: Exercise) -> bool:
    """Whether it lasts so long, and nothing in it is counted."""
    return any(dose.duration_seconds for dose in exercise.dose.values())
