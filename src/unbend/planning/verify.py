"""The second look at a plan: plain code that knows the hard rules and nothing of how the plan was made."""

from collections.abc import Iterator, Sequence

from unbend.catalogue.exercise import DoseRange, Exercise, Range
from unbend.catalogue.words import Kind, Place, Position, Role
from unbend.planning.brief import WEEKDAYS, Brief
from unbend.planning.dose import Dose, seconds_of
from unbend.planning.plan import AFTER_GETTING_UP, Item, Plan, Session


def verify(plan: Plan, brief: Brief) -> tuple[str, ...]:
    """Every hard rule the plan breaks, in words for a programmer; none for a sound plan."""
    faults = [fault for session in plan.sessions for fault in _faults_of_session(session, brief)]
    faults += [f"between: {fault}" for fault in _faults_between(plan, brief)]
    return (*faults, *_too_much_new(plan, brief), *_hard_days_in_a_row(plan, brief))


def _faults_of_session(session: Session, brief: Brief) -> Iterator[str]:
    for item in session.items:
        exercise = brief.catalogue.exercises[item.exercise]
        for fault in (*_forbidden(exercise, brief), *_item_faults(item, exercise, brief)):
            yield f"{session.day}: {item.exercise}: {fault}"
    for fault in (*_minutes_faults(session, brief), *_order_faults(session, brief)):
        yield f"{session.day}: {fault}"


def _faults_between(plan: Plan, brief: Brief) -> Iterator[str]:
    for small in plan.between:
        exercise = brief.catalogue.exercises[small.exercise]
        for fault in (*_forbidden(exercise, brief), *_dose_faults(small.dose, exercise, brief)):
            yield f"{small.exercise}: {fault}"
        if small.why.code == AFTER_GETTING_UP and _bends_far(exercise, brief):
            yield f"{small.exercise}: bends the back just after getting up"


def _item_faults(item: Item, exercise: Exercise, brief: Brief) -> Iterator[str]:
    yield from _dose_faults(item.dose, exercise, brief)
    if item.seconds < seconds_of(exercise, item.dose, brief.catalogue.parameters, extra_sets=item.extra_sets):
        yield "takes longer than it says"


def _forbidden(exercise: Exercise, brief: Brief) -> Iterator[str]:
    """Hard rule 2: restrictions, equipment, place, rung; and what a person declined."""
    for restriction in set(exercise.restrictions) & set(brief.restricted_by):
        yield f"carries the restriction {restriction}"
    if "supine-long" in brief.restricted_by and exercise.position is Position.SUPINE:
        yield "lies on the back"
    if set(exercise.equipment) - brief.equipment:
        yield "needs equipment that is not there"
    places = brief.places - ({Place.FLOOR} if "floor" in brief.restricted_by else set())
    if not places & set(exercise.places):
        yield "has no place to be done"
    if exercise.rung > brief.earned_rung(exercise.ladder):
        yield "stands on a rung not earned"
    if exercise.id in brief.declined or exercise.retired:
        yield "was declined or retired"
    if brief.first_hour and _bends_far(exercise, brief):
        yield "bends the back in the first hour after rising"


def _bends_far(exercise: Exercise, brief: Brief) -> bool:
    return bool(set(exercise.restrictions) & set(brief.catalogue.parameters.avoid_first_hour))


def _dose_faults(dose: Dose, exercise: Exercise, brief: Brief) -> Iterator[str]:
    """The dose lies inside what the phase allows, and holds stay short where they must."""
    amount = exercise.dose.get(brief.start.phase)
    if amount is None:
        yield f"has no dose for the phase {brief.start.phase}"
        return
    if not 1 <= dose.sets <= amount.sets[1]:
        yield "sets beyond the phase's most"
    if _beyond(dose, amount, held_short="long-hold" in brief.restricted_by):
        yield "dose beyond the phase's most"
    longest = brief.catalogue.parameters.long_hold_seconds
    if "long-hold" in brief.restricted_by and (dose.hold_seconds or 0) > longest:
        yield f"holds longer than {longest} s"


def _beyond(dose: Dose, amount: DoseRange, *, held_short: bool) -> bool:
    """Whether any number is more than the phase's most. Where holds are kept short, more repetitions may stand for
    them, as long as the time held in all does not grow by more than the rounding."""
    pairs = [
        (dose.breaths, amount.breaths),
        (dose.duration_seconds, amount.duration_seconds),
        (dose.metres, amount.metres),
        (dose.hold_seconds, amount.hold_seconds),
    ]
    if held_short and amount.repetitions and amount.hold_seconds:
        most_held = amount.repetitions[1] * max(amount.hold_seconds[1], 1)
        held = (dose.repetitions or 0) * (dose.hold_seconds or 0)
        return _any_over(pairs) or held > most_held * 1.5
    return _any_over([*pairs, (dose.repetitions, amount.repetitions)])


def _any_over(pairs: Sequence[tuple[int | None, Range | None]]) -> bool:
    return any(given is not None and (most is None or given > most[1]) for given, most in pairs)


def _minutes_faults(session: Session, brief: Brief) -> Iterator[str]:
    if session.seconds > brief.minutes * 60:
        yield "longer than asked for"
    least = brief.minutes * 60 * brief.catalogue.parameters.least_share_of_minutes
    if session.seconds < least - 1 and session.short_because is None:
        yield "shorter than asked for, without a reason"
    if session.seconds < sum(item.seconds for item in session.items):
        yield "takes longer than it says"


def _order_faults(session: Session, brief: Brief) -> Iterator[str]:
    """Hard rule 4: warm up first, end easily, no long stretch cold, bracing before strength in the first weeks."""
    exercises = [brief.catalogue.exercises[item.exercise] for item in session.items]
    if not exercises or Role.WARM_UP not in exercises[0].roles or session.items[0].slot is not Role.WARM_UP:
        yield "does not start with warming up"
    if not exercises or Role.EASE not in exercises[-1].roles:
        yield "does not end easily"
    if exercises and _is_long_stretch(session.items[0], exercises[0]):
        yield "starts with a long stretch"
    if _is_beginning(brief) and not _braces_before_strength(exercises):
        yield "strength before breathing and bracing are taught"


def _is_long_stretch(item: Item, exercise: Exercise) -> bool:
    return exercise.kind is Kind.STRETCH and max(item.dose.hold_seconds or 0, item.dose.duration_seconds or 0) > 10


def _is_beginning(brief: Brief) -> bool:
    return brief.week - min(brief.known.values(), default=brief.week) < 2


def _braces_before_strength(exercises: Sequence[Exercise]) -> bool:
    braces = next((i for i, e in enumerate(exercises) if e.needs.get("breathing-and-bracing", 0) >= 2), None)
    strength = next((i for i, e in enumerate(exercises) if e.kind is Kind.STRENGTH), None)
    return braces is not None and (strength is None or braces <= strength)


def _too_much_new(plan: Plan, brief: Brief) -> Iterator[str]:
    done = {item.exercise for session in plan.sessions for item in session.items}
    new = [e for e in done if e not in brief.known and not brief.catalogue.exercises[e].familiar]
    parameters, later = brief.catalogue.parameters, any(week < brief.week for week in brief.known.values())
    most = parameters.new_things_later_weeks if later else parameters.new_things_first_week
    if new and len(new) + brief.learnt_this_week() > most:
        yield f"{len(new)} new things in a week"


def _hard_days_in_a_row(plan: Plan, brief: Brief) -> Iterator[str]:
    hard = [WEEKDAYS.index(session.day) for session in plan.sessions if _is_hard(session, brief)]
    for day in hard:
        if day + 1 in hard:
            yield f"{WEEKDAYS[day]}: a hard day follows a hard day"


def _is_hard(session: Session, brief: Brief) -> bool:
    exercises = [brief.catalogue.exercises[item.exercise] for item in session.items]
    rung = brief.catalogue.parameters.hard_rung
    return any(exercise.kind is Kind.STRENGTH and exercise.rung >= rung for exercise in exercises)
