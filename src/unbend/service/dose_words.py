"""A dose, and when to do it, as a person would say it."""

from itertools import groupby

from unbend.catalogue.text import Texts
from unbend.planning.dose import Dose
from unbend.planning.plan import Plan, Session


def dose_in_words(dose: Dose, texts: Texts, *, sides: tuple[str, ...] = ("both",), extra_sets: int = 0) -> str:
    """Such as: 2 sets of 8, each held 5 seconds, left and right."""
    words = _sets(dose) + _held(dose)
    if len(sides) > 1:
        words += ", left and right"
    if extra_sets:
        words += f", and one set more on the {texts.names['side'][sides[0]]}"
    return words


def _sets(dose: Dose) -> str:
    amount = _amount(dose)
    return amount if dose.sets == 1 else f"{dose.sets} sets of {amount}"


def _amount(dose: Dose) -> str:
    if dose.repetitions is not None:
        return _times(dose.repetitions) if dose.sets == 1 else str(dose.repetitions)
    if dose.breaths is not None:
        return f"{dose.breaths} breaths"
    if dose.metres is not None:
        return f"{dose.metres} metres"
    return _time(dose.duration_seconds or 0)


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def _time(seconds: int) -> str:
    if seconds < 120 or seconds % 60:
        return f"{seconds} seconds"
    return f"{seconds // 60} minutes"


def _held(dose: Dose) -> str:
    if not dose.hold_seconds:
        return ""
    seconds = "1 second" if dose.hold_seconds == 1 else f"{dose.hold_seconds} seconds"
    return f", held {seconds}" if dose.repetitions == 1 else f", each held {seconds}"


def often_in_words(times_a_week: int | None) -> str:
    """On how many days."""
    if times_a_week is None:
        return "each day"
    return "on one day" if times_a_week == 1 else f"on {times_a_week} days"


def alike(plan: Plan) -> list[tuple[Session, list[str]]]:
    """The different workouts of a week, each with the days it is done on."""
    by_items = sorted(plan.sessions, key=lambda session: [item.exercise for item in session.items])
    groups = [list(group) for _, group in groupby(by_items, key=lambda session: session.items)]
    groups.sort(key=lambda group: plan.sessions.index(group[0]))
    return [(group[0], [session.day for session in group]) for group in groups]


def days_in_words(days: list[str], texts: Texts) -> str:
    """Such as: Monday, Wednesday and Friday."""
    *most, last = (texts.names["day"][day] for day in days)
    return f"{', '.join(most)} and {last}" if most else last
