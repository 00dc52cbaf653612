"""A dose, and when to do it, as a person would say it."""

from dataclasses import replace
from itertools import groupby

from unbend.catalogue.text import Texts
from unbend.planning.dose import Dose
from unbend.planning.plan import Plan, Session
from unbend.record.course import Outcome
from unbend.record.kinds.practised import Done
from unbend.service.week_done import Tried


def dose_in_words(dose: Dose, texts: Texts, *, sides: tuple[str, ...] = ("both",), extra_sets: int = 0) -> str:
    """Such as: 2 sets of 8, each held 5 seconds, left and right."""
    words = _sets(dose) + _held(dose)
    if len(sides) > 1:
        words += ", left and right"
    if extra_sets:
        words += f", and one set more on the {texts.names['side'][sides[0]]}"
    return words


def tried_in_words(tried: Tried, texts: Texts) -> str:
    """What was done of an exercise, such as: 2 sets of 8, left and right; as much of it as the record tells."""
    done, given = tried.done, tried.given
    if done.outcome is Outcome.HURT:
        return "stopped, as it hurt"
    if given is None:
        amount = _told(done)
    elif done.outcome is Outcome.DONE:
        return dose_in_words(given.dose, texts, sides=given.sides, extra_sets=given.extra_sets)
    else:
        sets = max(1, min(done.sets or 1, given.dose.sets))
        amount = dose_in_words(replace(given.dose, sets=sets), texts, sides=given.sides)
    whole = done.outcome is Outcome.DONE
    return amount or "done" if whole else f"{amount}, not to the end" if amount else "not to the end"


def _told(done: Done) -> str:
    """The amount of which only what was done is known."""
    if done.sets is not None and done.sets > 1:
        return f"{done.sets} sets"
    if done.repetitions is not None:
        return _times(done.repetitions)
    return _time(done.seconds) if done.seconds else ""


def _sets(dose: Dose) -> str:
    amount = _amount(dose)
    return amount if dose.sets == 1 else f"{dose.sets} sets of {amount}"


def _amount(dose: Dose) -> str:
    if dose.repetitions is not None:
        return _times(dose.repetitions) if dose.sets == 1 else str(dose.repetitions)
    if dose.breaths is not None:
        return number_of(dose.breaths, "breath")
    if dose.metres is not None:
        return number_of(dose.metres, "metre")
    return _time(dose.duration_seconds or 0)


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def _time(seconds: int) -> str:
    if seconds < 120 or seconds % 60:
        return number_of(seconds, "second")
    return number_of(seconds // 60, "minute")


def number_of(number: int, one: str) -> str:
    """The number with what is counted: `1 minute`, `2 minutes`."""
    return f"{number} {one}" if number == 1 else f"{number} {one}s"


def _held(dose: Dose) -> str:
    if not dose.hold_seconds:
        return ""
    seconds = number_of(dose.hold_seconds, "second")
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
