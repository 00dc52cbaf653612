"""From a profile to the planner's brief, as the service makes it."""

from support.people import TODAY, Json, catalogue
from unbend.planning.brief import Brief
from unbend.planning.candidates import candidates
from unbend.planning.pose import Before, problem_of
from unbend.planning.problem import Problem
from unbend.record.fold import fold
from unbend.record.profile import profile_of
from unbend.service.check import check_state
from unbend.service.plan import brief_of, end_of


def brief_for(profile: Json) -> Brief | None:
    """The brief of somebody who may have a plan today; else None."""
    state = fold(profile_of(profile, catalogue(), today=TODAY).entries)
    safety, values = check_state(state, catalogue().safety, today=TODAY)
    return brief_of(state, values, safety, catalogue(), now=end_of(TODAY)) if safety.may_plan else None


def first_problem(brief: Brief) -> Problem:
    """What the solver is asked for the first workout of the week."""
    return problem_of(brief, candidates(brief).chosen_from, template=0, before=Before())
