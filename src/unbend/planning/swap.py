"""A week changed by hand: an easier or a harder exercise in the place of one, or one left out for today."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from unbend.catalogue.exercise import Exercise
from unbend.catalogue.words import Role
from unbend.planning.bars import bar
from unbend.planning.brief import Brief
from unbend.planning.candidates import points_of_set
from unbend.planning.options import share_of, step_of
from unbend.planning.plan import Item, LeftOut, NeedShare, Plan, Session, Why
from unbend.planning.session import fitted, sides, with_items
from unbend.planning.verify import verify


@dataclass(frozen=True)
class Refused:
    """A change that is not made, and why not."""

    because: Why


@dataclass(frozen=True)
class Neighbour:
    """A step up or down from an exercise; `bar` says why this person may not do it, None where they may."""

    exercise: str
    bar: Why | None


@dataclass(frozen=True)
class Neighbours:
    """The steps beside an exercise. None is the end of its ladder."""

    easier: Neighbour | None
    harder: Neighbour | None


def neighbours(exercise: Exercise, brief: Brief) -> Neighbours:
    """The easier and the harder exercise beside one, each with what keeps this person from it."""
    catalogue = brief.catalogue
    return Neighbours(_neighbour(catalogue.easier(exercise), brief), _neighbour(catalogue.harder(exercise), brief))


def _neighbour(exercise: Exercise | None, brief: Brief) -> Neighbour | None:
    return None if exercise is None else Neighbour(exercise.id, bar(exercise, brief))


def swapped_item(item: Item, exercise: Exercise, brief: Brief, *, spare_seconds: int = 0) -> Item | Refused:
    """Another exercise in the place of one, in the same seconds or fewer, or where it needs them with some to spare;
    or why that cannot be."""
    if (why := bar(exercise, brief)) is not None:
        return Refused(why)
    if item.slot not in exercise.roles:
        return Refused(Why("other-part", {"slot": item.slot.value}))
    option = fitted(exercise, brief, most_seconds=item.seconds, spare_seconds=spare_seconds)
    if option is None:
        return Refused(Why("takes-longer", {"instead": item.exercise}))
    return Item(
        exercise=exercise.id,
        slot=item.slot,
        dose=option.dose,
        sides=sides(exercise, brief),
        extra_sets=option.extra_sets,
        seconds=option.seconds,
        why=(*item.why, Why("swapped", {"instead": item.exercise}, exercise.sources)),
        step=step_of(exercise, brief),
    )


def with_swaps(plan: Plan, brief: Brief, swaps: Mapping[str, str]) -> Plan | Refused:
    """The week with other exercises in the place of some, looked at again as a whole; or why that cannot be."""
    new = {old: to for old, to in swaps.items() if old != to}
    changed: list[Session] = []
    for session in plan.sessions:
        items = _swapped(session, brief, new)
        if isinstance(items, Refused):
            return items
        short = Why("shorter-by-choice", {"minutes": str(brief.minutes)})
        changed.append(session if items == session.items else with_items(session, items, brief, short_because=short))
    return _looked_at(_with_sessions(plan, tuple(changed), brief, new), brief)


def without(plan: Plan, brief: Brief, exercises: Collection[str], *, day: str | None = None) -> Plan | Refused:
    """The week without some exercises, on one day or on all; refused where a workout would lose its warm-up, its
    bracing or its easy end."""
    short = Why("left-out-today", {"minutes": str(brief.minutes)})
    changed: list[Session] = []
    for session in plan.sessions:
        kept = _kept(session.items, exercises, brief)
        untouched = kept == session.items or day not in (None, session.day)
        changed.append(session if untouched else with_items(session, kept, brief, short_because=short))
    instead = dict.fromkeys(exercises)
    return _looked_at(_with_sessions(plan, tuple(changed), brief, instead), brief)


def _kept(items: Sequence[Item], gone: Collection[str], brief: Brief) -> tuple[Item, ...]:
    """What stays. Where the end is gone, what then stands last ends the workout if it can; so it is with the start."""
    kept = [item for item in items if item.exercise not in gone]
    if kept and len(kept) < len(items):
        for place, role in ((0, Role.WARM_UP), (-1, Role.EASE)):
            if role in brief.catalogue.exercises[kept[place].exercise].roles:
                kept[place] = replace(kept[place], slot=role)
    return tuple(kept)


def _swapped(session: Session, brief: Brief, swaps: Mapping[str, str]) -> tuple[Item, ...] | Refused:
    items: list[Item] = []
    spare = brief.minutes * 60 - session.seconds
    for item in session.items:
        to = swaps.get(item.exercise)
        made = item if to is None else swapped_item(item, brief.catalogue.exercises[to], brief, spare_seconds=spare)
        if isinstance(made, Refused):
            return made
        spare += item.seconds - made.seconds
        items.append(made)
    alike = _alike(items, swaps, brief) if tuple(items) != session.items else None
    return tuple(items) if alike is None else Refused(Why("there-already", {"instead": alike}))


def _alike(items: Sequence[Item], swaps: Mapping[str, str], brief: Brief) -> str | None:
    """What stands in the way of a swap: an exercise of the same ladder, as two steps of one are too much of it."""
    exercises = brief.catalogue.exercises
    ladders = [exercises[item.exercise].ladder for item in items]
    twice = [item.exercise for item in items if ladders.count(exercises[item.exercise].ladder) > 1]
    return next((name for name in twice if name not in swaps.values()), twice[0] if twice else None)


def _with_sessions(plan: Plan, sessions: tuple[Session, ...], brief: Brief, changed: Mapping[str, str | None]) -> Plan:
    """The plan with other workouts: what the needs get, and what is left out, said anew."""
    needs = _needs(plan, sessions, brief)
    return replace(plan, sessions=sessions, needs=needs, left_out=_left_out(plan, sessions, changed))


def _needs(plan: Plan, sessions: Sequence[Session], brief: Brief) -> tuple[NeedShare, ...]:
    before, after = _points(plan.sessions, brief), _points(sessions, brief)
    return tuple(
        replace(share, got=share.got + after.get(share.need, 0) - before.get(share.need, 0)) for share in plan.needs
    )


def _points(sessions: Sequence[Session], brief: Brief) -> dict[str, int]:
    points: dict[str, int] = {}
    for item in (item for session in sessions for item in session.items):
        exercise = brief.catalogue.exercises[item.exercise]
        for need, each in points_of_set(exercise, brief).items():
            points[need] = points.get(need, 0) + each * share_of(exercise, item.dose) // 100
    return points


def _left_out(plan: Plan, sessions: Sequence[Session], changed: Mapping[str, str | None]) -> tuple[LeftOut, ...]:
    """Every exercise stays in one of the two lists, once."""
    there = {item.exercise for session in sessions for item in session.items}
    kept = [left for left in plan.left_out if left.exercise not in there and left.exercise not in changed]
    was_there = {item.exercise for session in plan.sessions for item in session.items}
    gone = [LeftOut(old, _why_gone(to)) for old, to in changed.items() if old in was_there - there]
    return tuple(sorted((*kept, *gone), key=lambda left: left.exercise))


def _why_gone(to: str | None) -> Why:
    return Why("left-out-by-you") if to is None else Why("swapped-for", {"instead": to})


def _looked_at(plan: Plan, brief: Brief) -> Plan | Refused:
    """The plan, if it breaks no hard rule."""
    faults = verify(plan, brief)
    return Refused(_why_refused(faults[0])) if faults else plan


def _why_refused(fault: str) -> Why:
    """What a fault, which is written for programmers, means for the person who asked for the change."""
    if "warming up" in fault or "starts with a long stretch" in fault:
        return Why("keeps-warm-up")
    if "end easily" in fault:
        return Why("keeps-ease")
    if "bracing" in fault:
        return Why("keeps-bracing")
    if "hard day" in fault:
        return Why("keeps-rest-days")
    return Why("new-thing-later") if "new things" in fault else Why("breaks-a-rule")
