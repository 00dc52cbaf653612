"""What the use cases work out again and again, remembered: the same is asked a hundred thousand times here.

The same answers worry in the same way, whoever gives them: a safety check looks at a number only through the borders
that its rules compare it with. Two people, or two days, between the same borders get the same answer.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any
from unittest.mock import patch

from bench.cohort_model.known import catalogue

from unbend.catalogue.catalogue import SafetyKnowledge
from unbend.catalogue.clause import parse_clause
from unbend.catalogue.condition import Values
from unbend.catalogue.knowledge import Condition
from unbend.planning.problem import Pick, Problem
from unbend.planning.solvers import greedy
from unbend.record.state import Clearance
from unbend.safety import SafetyAnswer, check
from unbend.safety.check import ADULT_AGE

_ANSWERS: dict[Any, SafetyAnswer] = {}


@contextmanager
def remembering() -> Iterator[None]:
    """Within it the use cases remember safety checks, and the simple solver what points and picks are worth."""
    need = patch.object(greedy, "_worth_of_need", lru_cache(maxsize=1 << 16)(greedy._worth_of_need))
    picks = patch.object(greedy, "worth", LastTwo(greedy.worth))
    with patch("unbend.service.check.check", remembered), need, picks:
        yield


@dataclass
class LastTwo:
    """A worth that is asked for the same picks between all others is worked out once."""

    worth: Callable[[Problem, tuple[Pick, ...]], float]
    last: list[tuple[Problem, tuple[Pick, ...], float]] = field(default_factory=list)

    def __call__(self, problem: Problem, picks: tuple[Pick, ...]) -> float:
        for place, (one, known, value) in enumerate(self.last):
            if one is problem and known is picks:
                self.last.insert(0, self.last.pop(place))
                return value
        value = self.worth(problem, picks)
        self.last = [(problem, picks, value), *self.last[:1]]
        return value


def remembered(
    knowledge: SafetyKnowledge, values: Values, cleared: Mapping[str, Clearance] | None = None
) -> SafetyAnswer:
    """The safety answer, as `check` gives it for the shipped catalogue."""
    between = tuple(sorted((key, _place(key, value)) for key, value in values.items()))
    key = (between, tuple(sorted((cleared or {}).items(), key=lambda item: item[0])) if cleared else ())
    if key not in _ANSWERS:
        _ANSWERS[key] = check(knowledge, values, cleared)
    return _ANSWERS[key]


def _place(key: str, value: object) -> str:
    """The value as far as rules can tell it from others."""
    if isinstance(value, bool) or not isinstance(value, float | int):
        return repr(value)
    borders = _borders().get(key, ())
    return f"{bisect_left(borders, value)} {bisect_right(borders, value)}"


@cache
def _borders() -> Mapping[str, tuple[float, ...]]:
    """The numbers that each finding is compared with, in order."""
    found: dict[str, set[float]] = {"age": {ADULT_AGE}}
    conditions = [rule.when for rule in catalogue().safety.rules]
    asked = [finding.asked_when for finding in catalogue().safety.findings.values()]
    for condition in (*conditions, *(one for one in asked if one is not None)):
        for line in _lines(condition):
            clause = parse_clause(line)
            if isinstance(clause.value, float | int):
                found.setdefault(clause.subject, set()).add(clause.value)
    return {key: tuple(sorted(borders)) for key, borders in found.items()}


def _lines(condition: str | Condition) -> Iterator[str]:
    if isinstance(condition, str):
        yield condition
        return
    for part in (*condition.all, *condition.any, *condition.of):
        yield from _lines(part)
