"""The one-line conditions of the catalogue: `fever`, `age >= 65`, `where has flank`, `better-resting is no`."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Operator(StrEnum):
    """How a clause compares its subject with its value."""

    WORRYING = ""
    IS = "is"
    HAS = "has"
    AT_LEAST = ">="
    AT_MOST = "<="
    ABOVE = ">"
    BELOW = "<"


@dataclass(frozen=True)
class Clause:
    """One comparison. `value` is None only for a bare subject; numbers are given as float."""

    subject: str
    operator: Operator
    value: str | float | None


class ClauseError(ValueError):
    """A line that is no clause."""


_ID = r"[a-z][a-z0-9-]*"
_NUMBER = re.compile(rf"({_ID})\s*(>=|<=|>|<)\s*(-?\d+(?:\.\d+)?)")
_WORD = re.compile(rf"({_ID})\s+(is|has)\s+({_ID})")
_BARE = re.compile(_ID)


def parse_clause(text: str) -> Clause:
    """The clause that a line means. Raises ClauseError saying what is allowed."""
    line = text.strip()
    if number := _NUMBER.fullmatch(line):
        subject, operator, value = number.groups()
        return Clause(subject, Operator(operator), float(value))
    if word := _WORD.fullmatch(line):
        subject, operator, value = word.groups()
        return Clause(subject, Operator(operator), value)
    if _BARE.fullmatch(line):
        return Clause(line, Operator.WORRYING, None)
    raise ClauseError(f"'{text}' is no condition; write `fever`, `age >= 65`, `where has flank` or `sex is female`")
