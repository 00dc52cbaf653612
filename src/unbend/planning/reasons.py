"""Why an exercise is in the week, why another is not, and what each need got."""

from collections.abc import Iterable, Mapping, Sequence

from unbend.assessment.needs import Raised
from unbend.catalogue.words import Kind, Role
from unbend.planning.bars import bar
from unbend.planning.because import why_so_much
from unbend.planning.brief import Brief
from unbend.planning.candidates import worse_side
from unbend.planning.dose import amount_of
from unbend.planning.options import dose_of_try
from unbend.planning.plan import LeftOut, NeedShare, Why
from unbend.planning.problem import Candidate, Pick, SolvedWorkout, need_points
from unbend.planning.rotation import why_kept

_MOST_NEEDS_NAMED = 2


def why_in(candidate: Candidate, pick: Pick, brief: Brief) -> tuple[Why, ...]:
    """What the last tries decided, the needs it serves most, and what else speaks for it."""
    decided = _by_response(candidate, pick, brief)
    return (*decided, *_by_slot(candidate, pick), *_by_needs(candidate, brief), *_by_person(candidate, brief))


def _by_response(candidate: Candidate, pick: Pick, brief: Brief) -> Iterable[Why]:
    """What the last tries decided, told by the amount that the plan really gives."""
    exercise, level = candidate.exercise, brief.levels.by_exercise.get(candidate.exercise.id)
    if level is None:
        return
    before = None if level.last is None else dose_of_try(exercise, level.last, brief)
    more = 0 if before is None else amount_of(candidate.options[pick.option].dose) - amount_of(before)
    harder = brief.catalogue.harder(exercise)
    is_open = harder is not None and harder.id not in brief.known and bar(harder, brief) is None
    if (why := why_so_much(level, brief.catalogue, more=more, harder_is_open=is_open)) is not None:
        yield why


def _by_slot(candidate: Candidate, pick: Pick) -> Iterable[Why]:
    if candidate.teaches_bracing:
        yield Why("taught-first", {}, candidate.exercise.sources)
    elif pick.slot is Role.WARM_UP:
        yield Why("warms-up", {}, ("s1",))
    if pick.slot is Role.EASE:
        yield Why("ends-easily", {}, candidate.exercise.sources)


def _by_needs(candidate: Candidate, brief: Brief) -> Iterable[Why]:
    weighed = sorted(candidate.points, key=lambda need: -candidate.points[need] * brief.wants[need].weight)
    for need in weighed[:_MOST_NEEDS_NAMED]:
        if brief.wants[need].weight > 0:
            yield why_wanted(need, _first_reason(brief, need))


def _first_reason(brief: Brief, need: str) -> Raised | None:
    """What raised the need most for this person; only when nothing did, that everyone needs it."""
    reasons = brief.wants[need].reasons
    return next((r for r in reasons if r.code != "base"), reasons[0] if reasons else None)


def why_wanted(need: str, reason: Raised | None) -> Why:
    """One reason for a need as a code."""
    if reason is None or reason.by is None:
        return Why("need", {"need": need}, reason.sources if reason else ())
    return Why(f"need-{reason.code}", {"need": need, reason.code: reason.by}, reason.sources, reason.unverified)


def _by_person(candidate: Candidate, brief: Brief) -> Iterable[Why]:
    if found := worse_side(candidate.exercise, brief):
        yield Why("worse-side", {"side": found[0].value, "test": found[1]}, brief.catalogue.tests[found[1]].sources)
    for rule in brief.start.directions:
        if set(rule.prefers) & set(candidate.exercise.restrictions) and candidate.exercise.kind is not Kind.STRENGTH:
            yield Why("eases", {"direction": rule.id}, rule.sources)
    yield from why_kept(candidate.exercise, brief)


def need_shares(last: SolvedWorkout, between: Mapping[str, int], brief: Brief) -> tuple[NeedShare, ...]:
    """Every need that is wanted, the most wanted first. `last` knows what all the week's workouts give; `between` what
    the walks give."""
    got = need_points(last.problem, last.solution.picks)
    shares = [
        NeedShare(
            need=want.need,
            want=last.problem.wanted.get(want.need, 0),
            got=got.get(want.need, 0) + between.get(want.need, 0),
            why=tuple(why_wanted(want.need, reason) for reason in want.reasons),
        )
        for want in brief.wants.values()
        if want.weight > 0
    ]
    return tuple(sorted(shares, key=lambda share: (-share.want, share.need)))


def not_chosen(workouts: Sequence[SolvedWorkout]) -> Iterable[LeftOut]:
    """The candidates that found no place: what was chosen for the same need, or that the week is full."""
    candidates = workouts[0].problem.candidates
    chosen = {pick.candidate for workout in workouts for pick in workout.solution.picks}
    rivals = _chosen_for_need([candidates[index] for index in sorted(chosen)])
    for index, candidate in enumerate(candidates):
        if index not in chosen:
            yield LeftOut(candidate.exercise.id, _why_not(candidate, rivals))


def _chosen_for_need(chosen: Iterable[Candidate]) -> Mapping[str, Candidate]:
    """For each need the chosen candidate that gives most of it."""
    best: dict[str, Candidate] = {}
    for candidate in chosen:
        for need, points in candidate.points.items():
            if need not in best or points > best[need].points[need]:
                best[need] = candidate
    return best


def _why_not(candidate: Candidate, rivals: Mapping[str, Candidate]) -> Why:
    main_need = max(candidate.points, key=lambda need: candidate.points[need], default=None)
    if main_need is not None and main_need in rivals:
        return Why("better-choice", {"instead": rivals[main_need].exercise.id})
    return Why("new-thing-later") if candidate.is_new else Why("no-room")
