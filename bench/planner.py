"""How well and how fast weeks are planned: greedy, HiGHS and CP-SAT on the same generated people.

    python bench/planner.py [--people 1000] [--weeks 1,4] [--highs 200]

Each person's week is posed once and solved by all three in turn. Value is a share of the best value found by any;
times are of one workout's solving on one core, building the model included, and of planning the whole week. The table
goes to docs/benchmarks.md by hand, with the machine.
"""

import argparse
import platform
import sys
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from support.people import TODAY, person
from unbend.catalogue.load import load_catalogue
from unbend.planning.brief import Brief
from unbend.planning.plan import Plan
from unbend.planning.problem import Problem, Solution, Solver
from unbend.planning.solvers.cpsat import CpSat
from unbend.planning.solvers.greedy import Greedy
from unbend.planning.solvers.highs import Highs
from unbend.planning.week import plan_weeks
from unbend.record.fold import fold
from unbend.record.profile import profile_of
from unbend.service.check import check_state
from unbend.service.plan import brief_of, end_of


@dataclass
class Collector:
    """A solver that passes every problem on and keeps it."""

    solver: Solver
    problems: list[Problem] = field(default_factory=list)

    def solve(self, problem: Problem, *, seed: int) -> Solution:
        """The inner solver's solution."""
        self.problems.append(problem)
        return self.solver.solve(problem, seed=seed)


@dataclass
class Row:
    """What one solver did: seconds and value shares of every workout, gaps and statuses."""

    seconds: list[float] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)
    gaps: list[float] = field(default_factory=list)
    statuses: Counter[str] = field(default_factory=Counter)


def briefs(people: int) -> list[Brief]:
    """The briefs of generated people who may have a plan."""
    catalogue, found = load_catalogue(), []
    seed = 0
    while len(found) < people:
        seed += 1
        state = fold(profile_of(person(seed), catalogue, today=TODAY).entries)
        safety, values = check_state(state, catalogue.safety, today=TODAY)
        if safety.may_plan:
            found.append(brief_of(state, values, safety, catalogue, now=end_of(TODAY)))
    return found


def compared(problems: list[Problem], solvers: dict[str, Solver], highs: int) -> dict[str, Row]:
    """Every solver on every problem, in turn; HiGHS on the first `highs` only, as it is slow."""
    rows = {name: Row() for name in solvers}
    for number, problem in enumerate(problems):
        solutions = {}
        for name, solver in solvers.items():
            if name == "HiGHS" and number >= highs:
                continue
            begun = time.perf_counter()
            solutions[name] = solver.solve(problem, seed=1)
            rows[name].seconds.append(time.perf_counter() - begun)
        best = max(solution.value for solution in solutions.values())
        for name, solution in solutions.items():
            note(rows[name], solution, best)
    return rows


def note(row: Row, solution: Solution, best: float) -> None:
    """Add a solution to a row."""
    row.shares.append(solution.value / best if best > 0 else 1.0)
    row.gaps.append(solution.gap)
    row.statuses[solution.status] += 1


def table(rows: dict[str, Row]) -> str:
    """The comparison as a Markdown table."""
    lines = ["| solver | workouts | value, middle share | proven best | largest gap | median s | 99 % s | longest s |"]
    lines.append("|---|---|---|---|---|---|---|---|")
    for name, row in rows.items():
        ordered = sorted(row.seconds)
        proven = "-" if name == "greedy" else f"{row.statuses['OPTIMAL'] / len(ordered):.1%}"
        gap = "-" if name == "greedy" else f"{max(row.gaps):.2%}"
        share = median(row.shares)
        times = f"{median(ordered):.4f} | {ordered[int(0.99 * (len(ordered) - 1))]:.3f} | {ordered[-1]:.3f}"
        lines.append(f"| {name} | {len(ordered)} | {share:.4f} | {proven} | {gap} | {times} |")
    return "\n".join(lines)


def different(plan: Plan) -> int:
    """How many different workouts a plan has, at least one."""
    return max(1, len({tuple(item.exercise for item in session.items) for session in plan.sessions}))


def run(week: int, people: list[Brief], highs: int) -> None:
    """Plan the week for everybody, then compare the solvers on every workout that was posed for that week."""
    collector, whole_weeks, last = Collector(CpSat()), [], []
    for brief in people:
        before = len(collector.problems)
        begun = time.perf_counter()
        plan = plan_weeks([replace(brief, week=number) for number in range(1, week + 1)], collector, seed=1)
        whole_weeks.append(time.perf_counter() - begun)
        posed = collector.problems[before:]
        last.extend(posed[-different(plan) :])
    rows = compared(last, {"greedy": Greedy(), "HiGHS": Highs(), "CP-SAT (ours)": CpSat()}, highs)
    ordered = sorted(whole_weeks)
    sizes = median(len(problem.candidates) for problem in last)
    print(f"\n## Week {week}: {len(people)} people, {len(last)} workouts, {sizes:.0f} candidates in the middle\n")
    print(table(rows))
    print(f"\nplan_weeks up to week {week}, everything: median {median(ordered):.3f} s, longest {ordered[-1]:.3f} s")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=1000)
    parser.add_argument("--weeks", default="1,4")
    parser.add_argument("--highs", type=int, default=200)
    arguments = parser.parse_args()
    print(f"{platform.system()} {platform.machine()}, Python {platform.python_version()}, one core")
    people = briefs(arguments.people)
    for week in (int(text) for text in arguments.weeks.split(",")):
        run(week, people if week == 1 else people[: max(1, arguments.people // 5)], arguments.highs)


if __name__ == "__main__":
    main()
