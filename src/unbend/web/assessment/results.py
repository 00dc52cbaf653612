"""What a self-test's results look like on a page."""

from unbend.service.self_test import Number, TestView, Told
from unbend.service.standing import standing
from unbend.service.why_not import Limits
from unbend.web.assessment.words import (
    error_in_words,
    norm_in_words,
    short,
    side_name,
    sides_in_words,
    since,
    why_it_waits,
)
from unbend.web.views import Asked
from unbend.web.workout.figures import address

Words = dict[str, object]


class Results:
    """Words for results of one person."""

    def __init__(self, asked: Asked) -> None:
        self._texts = asked.ports.known.texts
        self._closed = Limits(standing(asked.actor, asked.person, asked.ports), asked.ports).closed

    def row(self, view: TestView) -> Words:
        """A self-test in a list: its name, its picture, why it waits, and its last result."""
        figure = view.test.shown_by
        return {
            "view": view,
            "figure": figure and address(figure, "end"),
            "figure_dark": figure and address(figure, "end", form="dark"),
            "not_now": self._not_now(view),
            "not_now_long": why_it_waits(view.not_now or "") or self._not_now(view),
            "last": self._line(view.results[0], view) if view.results else None,
        }

    def told(self, view: TestView) -> Words:
        """Every result that is shown, and what they can be compared with."""
        unit = self._unit(view)
        return {
            "rows": [self._told(told, view) for told in view.results],
            "error": error_in_words(view, unit),
            "norm": norm_in_words(view, unit),
            "sides": sides_in_words(view.results[0], view) if view.results else None,
        }

    def _told(self, told: Told, view: TestView) -> Words:
        numbers = [self._number(number, view) for number in told.numbers]
        return {"day": told.day, "entry": told.entry, "numbers": numbers}

    def _number(self, number: Number, view: TestView) -> Words:
        before = None if number.before is None else short(number.before)
        return {
            "side": side_name(number.side),
            "value": f"{short(number.value)} {self._unit(view)}",
            "before": before,
            "says": since(number.verdict),
        }

    def _line(self, told: Told, view: TestView) -> str:
        values = [f"{side_name(n.side)} {short(n.value)}" if n.side else short(n.value) for n in told.numbers]
        return f"{', '.join(values)} {self._unit(view)}"

    def _unit(self, view: TestView) -> str:
        return self._texts.names["unit"][view.test.unit]

    def _not_now(self, view: TestView) -> str | None:
        if view.not_now is None:
            return None
        return self._closed if view.not_now == "closed" else self._texts.reasons[f"test-not-now-{view.not_now}"]
