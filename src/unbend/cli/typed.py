"""Making sense of what somebody typed at a question."""

import re

from unbend.catalogue.condition import Value
from unbend.catalogue.knowledge import Finding
from unbend.catalogue.words import Answer, FindingType
from unbend.record.values import value_of

_NONE = ("none", "no", "n", "0")
_ANSWERS = {
    **dict.fromkeys(("yes", "y"), Answer.YES),
    **dict.fromkeys(("no", "n", "none"), Answer.NO),
    **dict.fromkeys(("unsure", "not sure", "u", "?"), Answer.UNSURE),
}
_DAYS = {"day": 1, "week": 7, "month": 30.44, "year": 365.25}


def ticks_in(typed: str, most: int) -> dict[int, Answer] | None:
    """Which of the numbers 1 to `most` were ticked; None where it is not clear."""
    if typed in _NONE:
        return {}
    words = [word for word in re.split(r"[\s,;.]+", typed) if word]
    if not words or not all(re.fullmatch(r"[0-9]{1,2}\??", word) for word in words):
        return None
    # Plain numbers last: who ticks 2 and also writes "2?" has said yes.
    ticks = {int(word.rstrip("?")): _tick(word) for word in sorted(words, key=lambda word: not word.endswith("?"))}
    return ticks if all(1 <= number <= most for number in ticks) else None


def answer_in(typed: str) -> Answer | None:
    """Yes, no or unsure; None where it is not clear."""
    return _ANSWERS.get(typed)


def value_in(typed: str, finding: Finding, *, where: str) -> Value:
    """A number or a choice. Raises BadInput saying what is allowed."""
    if finding.type is FindingType.NUMBER:
        return value_of(_number(typed, finding), finding, where=where)
    words = [_option(word, finding.options) for word in re.split(r"[\s,;]+", typed) if word]
    if finding.type is FindingType.CHOICES and words:
        return value_of(list(dict.fromkeys(words)), finding, where=where)
    return value_of(words[0] if len(words) == 1 else typed, finding, where=where)


def _tick(word: str) -> Answer:
    return Answer.UNSURE if word.endswith("?") else Answer.YES


def _option(word: str, options: tuple[str, ...]) -> str:
    """The option with that number, or the word itself."""
    number = int(word) if re.fullmatch(r"[0-9]{1,2}", word) else 0
    return options[number - 1] if 1 <= number <= len(options) else word


def _number(typed: str, finding: Finding) -> object:
    """The number; days may be said in weeks, months or years."""
    match = re.fullmatch(r"([0-9]{1,9}(?:[.,][0-9]{1,9})?) *([a-z]*?)s?", typed)
    if match is None:
        return typed
    number = float(match[1].replace(",", "."))
    if finding.unit == "days" and match[2] in _DAYS:
        return round(number * _DAYS[match[2]])
    if match[2] and match[2] != (finding.unit or "").removesuffix("s"):
        return typed
    return int(number) if number.is_integer() else number
