"""The tile of an exercise in a list: rendered once for each thing it can say."""

from functools import lru_cache

from django.template.loader import get_template
from django.urls import get_script_prefix, reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from unbend.service.library import Card
from unbend.web.learn.forms import capital, step_in_words
from unbend.web.workout.figures import address

Badge = dict[str, str]

_LOOKS = {
    "declined": ("plain", "no"),
    "restriction": ("warn", "warn"),
    "not-earned": ("plain", "harder"),
}
_LOOKS_OTHERWISE = ("plain", "clock")


def tile(card: Card) -> SafeString:
    """The exercise with its picture, its step, and what keeps it back; else what it is for."""
    note = card.why_not or card.words.summary
    of_card = (card.exercise.id, card.words.name, note, card.exercise.rung, card.code)
    return _tile(*of_card, address(card.exercise.id, "start"), get_script_prefix(), get_language())


@lru_cache(maxsize=2000)
def _tile(
    exercise: str, name: str, note: str, rung: int, code: str | None, figure: str, _prefix: str, _language: str | None
) -> SafeString:
    words = {
        "kind": "tile",
        "name": name,
        "href": reverse("exercise", args=[exercise]),
        "figure": figure,
        "figure_dark": address(exercise, "start", form="dark"),
        "note": note,
        "badges": badges(rung, code),
    }
    return mark_safe(get_template("design/exercise-card.html").render(words))  # noqa: S308 - a template made it


def badges(rung: int, code: str | None) -> list[Badge]:
    """The step, and in two or three words what keeps the exercise back."""
    step = {"text": capital(step_in_words(rung))}
    if code is None:
        return [step]
    kind, symbol = _LOOKS.get(code, _LOOKS_OTHERWISE)
    says = {"declined": _("You said no to it"), "not-earned": _("Comes later")}
    return [step, {"text": says.get(code, _("Not for you now")), "kind": kind, "symbol": symbol}]
