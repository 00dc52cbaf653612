"""Whether a condition of the catalogue holds for a person: true, false, or not yet known."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from itertools import chain

from unbend.catalogue.clause import Clause, Operator, parse_clause
from unbend.catalogue.knowledge import Condition
from unbend.catalogue.words import Answer, Worrying

Value = Answer | float | str | tuple[str, ...]
Values = Mapping[str, Value]
"""What is known of a person, by finding or audit id. An id that is absent was not asked, or is no longer known."""


class Truth(Enum):
    """A condition on something unasked is neither true nor false."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Verdict:
    """`because`: the ids that made it true. `open`: the unasked ids on which it still hangs."""

    truth: Truth
    because: tuple[str, ...] = ()
    open: tuple[str, ...] = ()


_FALSE = Verdict(Truth.FALSE)  # the only one
_YES = Truth.TRUE  # asked for thousands of times, and slow to ask of its class


@dataclass(frozen=True)
class Person:
    """The values that conditions are asked about, which stay as they are, and which answer to each finding worries."""

    values: Values
    worrying: Mapping[str, Worrying]
    known: dict[str, Verdict] = field(default_factory=dict, init=False, repr=False, compare=False)

    def judged(self, line: str) -> Verdict:
        """Whether one comparison holds: many rules ask the same, so that what was looked at once is known."""
        if line not in self.known:
            self.known[line] = _judge_clause(_parsed(line), self)
        return self.known[line]


def judge(condition: str | Condition, person: Person) -> Verdict:
    """Whether the condition holds. A condition without parts always does."""
    if isinstance(condition, str):
        return person.judged(condition)
    parts = []
    if condition.all:
        parts.append(_at_least(len(condition.all), condition.all, person))
    if condition.any:
        parts.append(_at_least(1, condition.any, person))
    if condition.of:
        parts.append(_at_least(condition.at_least or 1, condition.of, person))
    return parts[0] if len(parts) == 1 else _both(parts)


def holds(condition: Condition | None, person: Person) -> bool:
    """True when there is no condition, or it is certain to hold."""
    return condition is None or judge(condition, person).truth is Truth.TRUE


def _at_least(number: int, conditions: tuple[str | Condition, ...], person: Person) -> Verdict:
    """Whether so many of them hold. As soon as too many do not, the others do not matter."""
    left: list[Verdict] = []
    spare, known = len(conditions) - number, person.known
    if spare < 0:
        return _FALSE
    for part in conditions:
        verdict = (known.get(part) or person.judged(part)) if isinstance(part, str) else judge(part, person)
        if verdict is not _FALSE:
            left.append(verdict)
        elif spare == 0:
            return _FALSE
        else:
            spare -= 1
    if len(left) == 1:
        return left[0]
    true = [v for v in left if v.truth is _YES]
    if len(true) >= number:
        return Verdict(Truth.TRUE, because=_merged([v.because for v in true]))
    return Verdict(Truth.UNKNOWN, open=_merged([v.open for v in left]))


def _both(verdicts: list[Verdict]) -> Verdict:
    if any(v.truth is Truth.FALSE for v in verdicts):
        return _FALSE
    if any(v.truth is Truth.UNKNOWN for v in verdicts):
        return Verdict(Truth.UNKNOWN, open=_merged([v.open for v in verdicts]))
    return Verdict(Truth.TRUE, because=_merged([v.because for v in verdicts]))


def _merged(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(groups)))


def _judge_clause(clause: Clause, person: Person) -> Verdict:
    value = person.values.get(clause.subject)
    if value is None:
        return _open(clause.subject)
    if _clause_holds(clause, value, person.worrying.get(clause.subject, Worrying.NEITHER)):
        return _true(clause.subject)
    return _FALSE


@cache
def _true(subject: str) -> Verdict:
    return Verdict(Truth.TRUE, because=(subject,))


@cache
def _open(subject: str) -> Verdict:
    return Verdict(Truth.UNKNOWN, open=(subject,))


def _clause_holds(clause: Clause, value: Value, worrying: Worrying) -> bool:
    if clause.operator is Operator.WORRYING:
        return value in _WORRIES[worrying]
    if clause.operator is Operator.IS:
        return value == clause.value
    if clause.operator is Operator.HAS:
        return isinstance(value, tuple) and clause.value in value
    return _compares(clause.operator, value, clause.value)


# Not knowing counts as the worrying answer: a doubt about numbness is a reason to look, not to go on.
_WORRIES = {
    Worrying.YES: {Answer.YES, Answer.UNSURE},
    Worrying.NO: {Answer.NO, Answer.UNSURE},
    Worrying.NEITHER: {Answer.YES},
}


def _compares(operator: Operator, value: Value, border: str | float | None) -> bool:
    if not isinstance(value, float | int) or not isinstance(border, float | int):
        return False
    match operator:
        case Operator.AT_LEAST:
            return value >= border
        case Operator.AT_MOST:
            return value <= border
        case Operator.ABOVE:
            return value > border
        case _:
            return value < border


@cache
def _parsed(text: str) -> Clause:
    return parse_clause(text)


def touches(condition: str | Condition, person: Person) -> bool:
    """Whether something the condition asks about already speaks for it: then the rest of it is worth asking."""
    if isinstance(condition, str):
        return person.judged(condition).truth is Truth.TRUE
    return any(touches(part, person) for part in (*condition.all, *condition.any, *condition.of))
