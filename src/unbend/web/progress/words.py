"""What progress found, in words: facts as sentences, days, and what charts are labelled with."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from unbend.exchange.chart import Words
from unbend.progress import Fact, Series, Span
from unbend.service.ports import Ports

_NAMED = ("occasion", "measure", "test")


def units() -> dict[str, str]:
    """Units as people write them."""
    return {"s": _("seconds"), "degrees": _("degrees"), "cm": _("cm"), "in": _("inches")}


class Said:
    """The words of this page in one language."""

    def __init__(self, ports: Ports, *, imperial: bool) -> None:
        self.known, self.imperial = ports.known, imperial
        self.names = ports.known.texts.names
        self.chart = self._chart()

    def _chart(self) -> Words:
        short = tuple(self.month(number)[:3] for number in range(1, 13))
        return Words(
            months=short,
            left=_("Left"),
            right=_("Right"),
            left_letter=_("L"),
            right_letter=_("R"),
            day_heading=_("Day"),
            what_heading=_("Test"),
            note_heading=_("How they compare"),
            nothing=_("Nothing written down"),
            units=units(),
        )

    def sentence(self, fact: Fact) -> str:
        """The fact as a sentence."""
        return self.known.texts.progress[fact.code].format(**self._named(fact))

    def about(self, fact: Fact, label: str) -> str:
        """The sentence where a chart says already what it is about: after its label, if it has one, or by itself."""
        said = self.sentence(fact).removeprefix(f"{self.subject(fact)}: ")
        return f"{label}: {said}" if label else said[:1].upper() + said[1:]

    def subjects(self, facts: Sequence[Fact]) -> list[str]:
        """What the facts are about; a test of which both sides are among them is named once."""
        times = Counter(fact.params.get("test") for fact in facts)
        return list(dict.fromkeys(self._briefly(fact, times) for fact in facts))

    def _briefly(self, fact: Fact, times: Mapping[str | None, int]) -> str:
        test = fact.params.get("test")
        return self.name("test", test) if test is not None and times[test] > 1 else self.subject(fact)

    def subject(self, fact: Fact) -> str:
        """What the fact is about, by its name."""
        named = self._named(fact)
        name = next(named[key] for key in _NAMED if key in named)
        return f"{name}, {named['side']}" if "side" in named else name

    def _named(self, fact: Fact) -> dict[str, str]:
        named = dict(fact.params)
        for key in _NAMED:
            if key in named:
                named[key] = self.name(key, named[key])
        if "side" in named:
            named["side"] = self.names["side"][named["side"]]
        if "test" in fact.params and "last" in named:
            named["last"] = f"{named['last']} {self._unit(fact.params)}"
        return named

    def _unit(self, params: Mapping[str, str]) -> str:
        unit = self.known.catalogue.tests[params["test"]].unit
        return units()["in" if self.imperial and unit == "cm" else unit]

    def name(self, key: str, identity: str) -> str:
        """What an occasion of pain, a measure or a test is called."""
        if key == "measure":
            return self.known.measures[identity].name
        return self.known.texts.tests[identity].name if key == "test" else self.word(f"occasion-{identity}")

    def name_of(self, series: Series) -> str:
        """What the series is called, without its side."""
        return self.name("occasion" if series.topic == "pain" else series.topic.value, series.id)

    def word(self, code: str) -> str:
        """The words for a code that needs no names."""
        return self.known.texts.progress[code]

    def month(self, number: int) -> str:
        """The month by its name."""
        return self.names["month"][str(number)]

    def day(self, day: date) -> str:
        """Such as: 26 November 2026."""
        return _("{day} {month} {year}").format(day=day.day, month=self.month(day.month), year=day.year)

    def span(self, span: Span) -> str:
        """From the first day to the last."""
        return _("{first} to {last}").format(first=self.day(span.first), last=self.day(span.last))
