"""What the use cases work out again and again, remembered: the same is asked a hundred thousand times here.

The same answers worry in the same way, whoever gives them: a safety check looks at a number only through the borders
that its rules compare it with. Two people, or two days, between the same borders get the same answer.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any
from unittest.mock import patch

from bench.cohort_model.known import catalogue

from unbend.catalogue.catalogue import SafetyKnowledge
from unbend.catalogue.clause import parse_clause
from unbend.catalogue.condition import Values
from unbend.catalogue.knowledge import Condition
from unbend.planning.brief import Brief
from unbend.planning.codec import Raw, plan_from_json
from unbend.planning.plan import Plan
from unbend.record.state import Clearance, State
from unbend.safety import SafetyAnswer, check
from unbend.safety.check import ADULT_AGE
from unbend.service import planning
from unbend.service.ports import Ports
from unbend.service.standing import Standing

_ANSWERS: dict[Any, SafetyAnswer] = {}


@contextmanager
def remembering() -> Iterator[None]:
    """Within it the use cases remember safety checks, the plans that they read, and the last brief."""
    plans, brief = PlansRead(), LastBrief(planning.brief_now)
    remember = {"check.check": remembered, "planning.brief_now": brief}
    remember |= {f"{module}.plan_from_json": plans for module in ("planning", "before")}
    with ExitStack() as patches:
        for name, by in remember.items():
            patches.enter_context(patch(f"unbend.service.{name}", by))
        yield


@dataclass
class LastBrief:
    """Several ask for the brief of one moment: it is worked out once."""

    work_out: Callable[[Standing, Ports], Brief]
    last: tuple[State, datetime, Brief] | None = None

    def __call__(self, here: Standing, ports: Ports) -> Brief:
        if self.last is None or self.last[0] is not here.state or self.last[1] != here.now:
            self.last = here.state, here.now, self.work_out(here, ports)
        return self.last[2]


@dataclass
class PlansRead:
    """Every look at a week reads the plan that the record holds: each is read once."""

    read: dict[int, tuple[Raw, Plan]] = field(default_factory=dict)

    def __call__(self, raw: Raw) -> Plan:
        if id(raw) not in self.read:
            self.read[id(raw)] = raw, plan_from_json(raw)
        return self.read[id(raw)][1]


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
