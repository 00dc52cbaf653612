"""Turning codes into sentences of one language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from unbend.catalogue.text import Texts
from unbend.planning.different import EXERCISE
from unbend.planning.plan import Why

_GROUP_OF_PARAM = {
    "need": "need",
    "restriction": "restriction",
    "thing": "thing",
    "phase": "phase",
    "place": "place",
    "side": "side",
    "slot": "slot",
}


def sentence(why: Why, texts: Texts) -> str:
    """The reason in words."""
    return texts.reasons[why.code].format_map(_named(why.params, texts))


def told(why: Why, texts: Texts) -> str:
    """The reason in words, after the name of the exercise that it is about, where it says which."""
    about = why.params.get(EXERCISE)
    return sentence(why, texts) if about is None else f"{texts.exercises[about].name}: {sentence(why, texts)}"


@dataclass(frozen=True)
class Told:
    """A decision in words: the exercises that it is about, what was decided, and the reasons behind it."""

    names: tuple[str, ...]
    text: str
    whys: tuple[Why, ...]


def in_groups(whys: Iterable[Why], texts: Texts) -> tuple[Told, ...]:
    """The reasons in words, those that say the same of several exercises together."""
    groups: dict[tuple[object, ...], list[Why]] = {}
    for why in whys:
        rest = tuple(sorted((key, value) for key, value in why.params.items() if key != EXERCISE))
        groups.setdefault((why.code, rest, EXERCISE in why.params), []).append(why)
    return tuple(_group(group, texts) for group in groups.values())


def in_one_line(told: Told) -> str:
    """The decision after the names of what it is about."""
    return f"{'; '.join(told.names)}: {told.text}" if told.names else told.text


def _group(whys: list[Why], texts: Texts) -> Told:
    about = dict.fromkeys(why.params[EXERCISE] for why in whys if EXERCISE in why.params)
    return Told(tuple(texts.exercises[key].name for key in about), sentence(whys[0], texts), tuple(whys))


def rule_in_words(why: Why, texts: Texts) -> str | None:
    """The rule that decided, in a sentence and what it changes; None where none is named, or it is no longer used."""
    words = None if why.rule is None else texts.adaptation.get(why.rule) or texts.programme.get(why.rule)
    return None if words is None else f"{words.rule} {words.changes}"


def _named(params: Mapping[str, str], texts: Texts) -> dict[str, str]:
    return {key: name_of(key, value, texts) for key, value in params.items()}


def name_of(param: str, value: str, texts: Texts) -> str:
    """What the id in a reason is called."""
    if param in _GROUP_OF_PARAM:
        return texts.names[_GROUP_OF_PARAM[param]][value]
    match param:
        case "cause":
            return texts.causes[value].name
        case "test":
            return texts.tests[value].name
        case "instead" | "harder" | "exercise":
            return texts.exercises[value].name
        case "rule":
            return _rule_in_short(value, texts)
    return value


def _rule_in_short(rule: str, texts: Texts) -> str:
    """The first sentence of why a safety rule holds, to stand inside brackets."""
    return texts.safety.rules[rule].why.split(". ")[0].rstrip(".")
