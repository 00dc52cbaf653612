"""Turning codes into sentences of one language."""

from collections.abc import Mapping

from unbend.catalogue.text import Texts
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
        case "instead" | "harder":
            return texts.exercises[value].name
        case "rule":
            return _rule_in_short(value, texts)
    return value


def _rule_in_short(rule: str, texts: Texts) -> str:
    """The first sentence of why a safety rule holds, to stand inside brackets."""
    return texts.safety.rules[rule].why.split(". ")[0].rstrip(".")
