"""Rotation: an exercise stays for some weeks, then makes way for another one that serves the same need.

Few change at a time. What a person keeps does not change, as long as they may do it at all.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from unbend.adaptation.level import Move
from unbend.adaptation.levels import full_steps
from unbend.catalogue.exercise import Exercise
from unbend.planning.brief import Brief
from unbend.planning.plan import Item, LeftOut, Plan, Why

STAY = 400
"""Worth, each time, of keeping an exercise through the weeks in which it is still being learnt."""

LINGER = 150
"""The same once it is learnt, and it is not its turn to make way."""

CHANGE = -300
"""Cost of keeping one on when it is time for another."""

GIVEN = 1200
"""Worth of what this very week was given already: a plan made anew within it changes only what has to change."""

KEEP = 1500
"""Worth of what the person asked to keep: more than anything else that speaks for an exercise."""

RULE = "mix-and-rotate"


def staying(exercise: Exercise, brief: Brief) -> int:
    """What it is worth, each time, that the exercise stays; below 0 where it is time for another."""
    if exercise.id in brief.kept:
        return KEEP
    if brief.is_begun and exercise.id in brief.in_use:
        return GIVEN
    if exercise.familiar:
        return 0
    if _follows(exercise, brief):
        return STAY
    if exercise.id not in brief.in_use or _makes_way(exercise, brief):
        return 0
    if exercise.id in turns(brief):
        return CHANGE
    is_learnt = (brief.weeks_in_use(exercise) or 0) >= brief.catalogue.parameters.keep_weeks
    return LINGER if is_learnt else STAY


def turns(brief: Brief) -> tuple[str, ...]:
    """The exercises whose turn it is to make way in this week: of those in use for long enough at most as many as there
    may be new things in a week. The turn goes round, so that one without a stand-in holds up nobody."""
    due = [] if brief.is_begun else sorted(key for key in brief.in_use if _is_due(key, brief))
    most = brief.catalogue.parameters.new_things_later_weeks
    if len(due) <= most:
        return tuple(due)
    first = brief.week * most % len(due)
    return tuple((due + due)[first : first + most])


def _is_due(key: str, brief: Brief) -> bool:
    exercise = brief.catalogue.exercises.get(key)
    if exercise is None or exercise.familiar or key in brief.kept:
        return False
    weeks, parameters = brief.weeks_in_use(exercise) or 0, brief.catalogue.parameters
    is_full = brief.levels.step(key) >= full_steps(exercise, brief.catalogue)
    return weeks >= (parameters.change_after_weeks if is_full else parameters.change_growing_after_weeks)


def _makes_way(exercise: Exercise, brief: Brief) -> bool:
    """Whether its harder step was earned."""
    level = brief.levels.by_exercise.get(exercise.id)
    return level is not None and level.move is Move.UP_RUNG


def _follows(exercise: Exercise, brief: Brief) -> bool:
    """Whether it is the harder step of one that felt easy, so that it comes in its place."""
    easier = brief.catalogue.easier(exercise)
    return easier is not None and easier.id in brief.in_use and _makes_way(easier, brief)


def with_changes_told(plan: Plan, brief: Brief) -> Plan:
    """The plan in which every exchange of one exercise for another of the same need says so, on both of them."""
    changed = _changes(plan, brief)
    came = {new: old for old, new in changed.items()}
    return replace(
        plan,
        sessions=tuple(
            replace(session, items=tuple(_told(item, came, brief) for item in session.items))
            for session in plan.sessions
        ),
        left_out=tuple(_left(left, changed, brief) for left in plan.left_out),
    )


def _changes(plan: Plan, brief: Brief) -> Mapping[str, str]:
    """For each exercise that made way, the one that came for the need it served most."""
    chosen = {item.exercise for session in plan.sessions for item in session.items}
    came, found = _came(chosen, brief), dict[str, str]()
    for old in turns(brief):
        stands_in = _stand_in(brief.catalogue.exercises[old], [e for e in came if e.id not in found.values()])
        if old not in chosen and stands_in is not None:
            found[old] = stands_in.id
    return found


def _came(chosen: Collection[str], brief: Brief) -> list[Exercise]:
    exercises = brief.catalogue.exercises
    return [exercises[key] for key in sorted(chosen) if key not in brief.in_use and not exercises[key].familiar]


def _stand_in(old: Exercise, came: Collection[Exercise]) -> Exercise | None:
    need = max(sorted(old.needs), key=lambda key: old.needs[key], default="")
    return max((e for e in came if e.needs.get(need)), key=lambda e: e.needs[need], default=None)


def _told(item: Item, came: Mapping[str, str], brief: Brief) -> Item:
    if item.exercise not in came:
        return item
    return replace(item, why=(_why("time-for-a-change", came[item.exercise], brief), *item.why))


def _left(left: LeftOut, changed: Mapping[str, str], brief: Brief) -> LeftOut:
    new = changed.get(left.exercise)
    return left if new is None else LeftOut(left.exercise, _why("changed-for", new, brief))


def _why(code: str, instead: str, brief: Brief) -> Why:
    rule = next(rule for rule in brief.catalogue.programme if rule.id == RULE)
    return Why(code, {"instead": instead}, rule.sources, rule.unverified, rule=rule.id)


def why_kept(exercise: Exercise, brief: Brief) -> Iterator[Why]:
    """That the person asked to keep it, or that it stays for its first weeks."""
    weeks = brief.weeks_in_use(exercise)
    if exercise.id in brief.kept:
        yield Why("kept", {}, ("house-programme",))
    elif weeks and weeks < brief.catalogue.parameters.keep_weeks and not exercise.familiar:
        yield Why("stays", {"weeks": str(weeks)}, ("s4",))
