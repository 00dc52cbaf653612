"""Planning a week: candidates, problem, solver, order, reasons; and checked again before it is given."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from unbend.adaptation.level import Level, Levels, Move
from unbend.adaptation.levels import full_steps
from unbend.assessment.start import ALONGSIDE
from unbend.catalogue.programme import PhaseRule, ProgrammeRule
from unbend.catalogue.words import Phase
from unbend.planning.because import why_from
from unbend.planning.between import between, next_walk, points_between
from unbend.planning.brief import Brief
from unbend.planning.candidates import Candidates, candidates
from unbend.planning.different import differences
from unbend.planning.options import step_of
from unbend.planning.order import in_order
from unbend.planning.plan import Between, Item, LeftOut, Plan, Session, Solved, Why
from unbend.planning.pose import Before, problem_of, template_of_each_day
from unbend.planning.problem import Candidate, Pick, Problem, Solution, SolvedWorkout, Solver, need_points
from unbend.planning.reasons import need_shares, not_chosen, why_in
from unbend.planning.rotation import with_changes_told
from unbend.planning.session import sides
from unbend.planning.timing import timing
from unbend.planning.verify import verify


class UnsafePlan(Exception):
    """A plan broke a hard rule. This is a fault in the planner: the plan is not given."""


def plan_week(brief: Brief, solver: Solver, *, seed: int) -> Plan:
    """The week for a brief. Raises UnsafePlan, and gives nothing, if the plan should break a hard rule."""
    found = candidates(brief)
    workouts = _solved_workouts(brief, found.chosen_from, solver, seed)
    plan = _plan(brief, found, workouts)
    if faults := verify(plan, brief):
        raise UnsafePlan("; ".join(faults))
    return plan


def plan_weeks(briefs: Sequence[Brief], solver: Solver, *, seed: int) -> Plan:
    """The plan of the last of these weeks, after the weeks before it."""
    plans = tuple(weeks_in_turn(briefs, solver, seed=seed))
    if not plans:
        raise ValueError("no week was asked for")
    return plans[-1]


def weeks_in_turn(briefs: Iterable[Brief], solver: Solver, *, seed: int) -> Iterator[Plan]:
    """The plan of each of these weeks, standing on what the weeks before it would have taught, as if every exercise
    earned its next step of dose in every week."""
    last: tuple[Brief, Plan] | None = None
    for each in briefs:
        brief = each if last is None else _after_week(*last, each)
        plan = plan_week(brief, solver, seed=seed)
        plan = replace(plan, because=differences(plan, None if last is None else last[1]))
        last = brief, plan
        yield plan


def _after_week(before: Brief, plan: Plan, brief: Brief) -> Brief:
    """The brief of a week after another one and its plan."""
    known, in_use, levels = _learnt(before, plan, before.week), _in_use(before, plan), _a_step_on(before, plan)
    return replace(brief, known=known, in_use=in_use, levels=levels, walk=next_walk(before, plan))


def _learnt(brief: Brief, plan: Plan, week: int) -> dict[str, int]:
    """For everything known after a week, the week it was learnt in."""
    seen = {item.exercise for session in plan.sessions for item in session.items}
    return {**dict.fromkeys(sorted(seen), week), **brief.known}


def _in_use(brief: Brief, plan: Plan) -> dict[str, int]:
    """For everything that the week's workouts hold, the week since which they have."""
    held = {item.exercise for session in plan.sessions for item in session.items}
    return {key: brief.in_use.get(key, brief.week) for key in sorted(held)}


def _a_step_on(brief: Brief, plan: Plan) -> Levels:
    """The levels after a week in which all that was planned went well."""
    done = {item.exercise for session in plan.sessions for item in session.items}
    done |= {small.exercise for small in plan.between}
    before = brief.levels.by_exercise
    further = {key: Level(min(brief.levels.step(key) + 1, _full(key, brief)), Move.UP_DOSE) for key in sorted(done)}
    return replace(brief.levels, by_exercise={**before, **further})


def _full(exercise: str, brief: Brief) -> int:
    return full_steps(brief.catalogue.exercises[exercise], brief.catalogue)


def _solved_workouts(
    brief: Brief, chosen_from: tuple[Candidate, ...], solver: Solver, seed: int
) -> tuple[SolvedWorkout, ...]:
    """The week's workouts, each the best given those before it: one, or two that alternate."""
    solved: list[SolvedWorkout] = []
    before = Before()
    for template in sorted(set(template_of_each_day(brief))):
        problem = problem_of(brief, chosen_from, template=template, before=before)
        solution = solver.solve(problem, seed=seed)
        solved.append(SolvedWorkout(problem, solution))
        before, chosen_from = _after(before, problem, solution)
    return tuple(solved)


def _after(before: Before, problem: Problem, solution: Solution) -> tuple[Before, tuple[Candidate, ...]]:
    """What the next workout of the week builds on: points given, and new things that are new no longer."""
    chosen = {pick.candidate for pick in solution.picks}
    new = sum(problem.candidates[index].is_new for index in chosen)
    candidates = tuple(
        replace(c, is_new=False) if c.is_new and i in chosen else c for i, c in enumerate(problem.candidates)
    )
    return Before(need_points(problem, solution.picks), before.new + new), candidates


def _plan(brief: Brief, found: Candidates, workouts: tuple[SolvedWorkout, ...]) -> Plan:
    empty = Plan(phase=brief.start.phase, phase_why=_phase_why(brief), week=brief.week, solved=_quality(workouts))
    if not all(workout.solution.picks for workout in workouts):
        rest = [LeftOut(c.exercise.id, Why("no-whole-workout")) for c in found.chosen_from]
        return replace(empty, left_out=tuple(sorted((*found.left_out, *rest), key=_by_exercise)))
    sessions = _sessions(brief, workouts)
    small = between(brief, sessions)
    plan = replace(
        empty,
        because=tuple(why_from(reason, brief.catalogue) for reason in brief.because),
        timing=timing(brief),
        sessions=sessions,
        between=small,
        needs=need_shares(workouts[-1], points_between(small, brief), brief),
        left_out=_left_out((*found.left_out, *not_chosen(workouts)), small),
    )
    return with_changes_told(plan, brief)


def _phase_why(brief: Brief) -> Why:
    """Why the phase is what it is. Calm weeks are few: after them the back is looked at again before they go on."""
    start = brief.start
    if brief.phase_why is not None:
        why = why_from(brief.phase_why, brief.catalogue)
        return replace(why, params={**why.params, "phase": start.phase.value, "by": start.phase_rule})
    if start.phase_rule == ALONGSIDE:
        return Why(ALONGSIDE, {"phase": start.phase.value, "by": start.phase_rule})
    if start.phase is Phase.CALM and brief.week > brief.catalogue.parameters.calm_weeks_most:
        return Why("calm-review", {"phase": start.phase.value, "by": start.phase_rule})
    return _stage_as_it_is(brief)


def _stage_as_it_is(brief: Brief) -> Why:
    """The stage that the check, or an earlier decision, led to, with the sources of the rule that says so."""
    start, catalogue = brief.start, brief.catalogue
    rules: tuple[PhaseRule | ProgrammeRule, ...] = (*catalogue.phases, *catalogue.adaptation_rules)
    rule = next((rule for rule in rules if rule.id == start.phase_rule), None)
    params = {"phase": start.phase.value, "by": start.phase_rule}
    if rule is None:
        return Why("phase-start", params)
    return Why("phase-start", params, rule.sources, rule.unverified, rule=rule.id)


def _quality(workouts: tuple[SolvedWorkout, ...]) -> Solved:
    """Proven best only if every workout is; the gap is the widest."""
    statuses = [workout.solution.status for workout in workouts]
    worst = next((status for status in statuses if status != "OPTIMAL"), "OPTIMAL")
    return Solved(worst, round(max(workout.solution.gap for workout in workouts), 4))


def _left_out(left_out: Iterable[LeftOut], small: Sequence[Between]) -> tuple[LeftOut, ...]:
    """What is in no workout; of what stands between workouts it says just that."""
    between_ids = {item.exercise for item in small}
    told = (LeftOut(x.exercise, Why("between-workouts")) if x.exercise in between_ids else x for x in left_out)
    return tuple(sorted(told, key=_by_exercise))


def _by_exercise(left_out: LeftOut) -> str:
    return left_out.exercise


def _sessions(brief: Brief, workouts: tuple[SolvedWorkout, ...]) -> tuple[Session, ...]:
    per_day = template_of_each_day(brief)
    made = {number: _workout(brief, workout) for number, workout in zip(sorted(set(per_day)), workouts, strict=True)}
    return tuple(replace(made[number], day=day) for day, number in zip(brief.days, per_day, strict=True))


def _workout(brief: Brief, workout: SolvedWorkout) -> Session:
    problem = workout.problem
    ordered = in_order(problem, workout.solution.picks)
    items = tuple(_item(brief, problem, pick) for pick in ordered)
    changes = sum(_on_floor(problem, a) != _on_floor(problem, b) for a, b in pairwise(ordered))
    seconds = sum(item.seconds + problem.overhead_seconds for item in items) + changes * problem.change_seconds
    return Session("", seconds, items, short_because=_short(brief, problem, seconds))


def _item(brief: Brief, problem: Problem, pick: Pick) -> Item:
    candidate = problem.candidates[pick.candidate]
    option = candidate.options[pick.option]
    return Item(
        exercise=candidate.exercise.id,
        slot=pick.slot,
        dose=option.dose,
        sides=sides(candidate.exercise, brief),
        extra_sets=option.extra_sets,
        seconds=option.seconds,
        why=why_in(candidate, pick, brief),
        step=step_of(candidate.exercise, brief),
    )


def _on_floor(problem: Problem, pick: Pick) -> bool:
    return problem.candidates[pick.candidate].on_floor


def _short(brief: Brief, problem: Problem, seconds: int) -> Why | None:
    if seconds >= problem.least_seconds:
        return None
    few_new = any(candidate.is_new for candidate in problem.candidates)
    return Why("few-new-things" if few_new else "nothing-more-fits", {"minutes": str(brief.minutes)})
