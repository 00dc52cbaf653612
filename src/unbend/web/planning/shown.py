"""A plan as its templates want it: names, doses and reasons in words, pictures by address."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from unbend.catalogue.text import Texts
from unbend.planning.different import EXERCISE, is_decided
from unbend.planning.plan import Between, Item, Why
from unbend.service.dose_words import dose_in_words, often_in_words, tried_in_words
from unbend.service.evidence import Evidence
from unbend.service.planning import PlannedDay
from unbend.service.ports import Ports
from unbend.service.week_done import Tried
from unbend.service.week_page import reference
from unbend.service.wording import Told, in_groups, rule_in_words, sentence
from unbend.web.workout.figures import address


@dataclass(frozen=True)
class ShownItem:
    """One exercise of a workout, or between workouts. `decision`: what the last weeks decided about it; None where they
    decided nothing."""

    exercise: str
    name: str
    part: str
    dose: str
    figure: str
    figure_dark: str
    reasons: tuple[dict[str, object], ...]
    decision: str | None = None


@dataclass(frozen=True)
class ShownWorkout:
    """A workout, and the days of the week that it is done on."""

    days: tuple[PlannedDay, ...]
    minutes: int
    short_because: str | None
    items: tuple[ShownItem, ...]


class Shown:
    """Turns a plan's codes into what templates show. `evidence`: what its reasons rest on, where that is shown;
    `because`: what is other in its week."""

    def __init__(self, ports: Ports, *, evidence: Evidence | None = None, because: Sequence[Why] = ()) -> None:
        self.texts: Texts = ports.known.texts
        self.sources = ports.known.catalogue.sources
        self.evidence = evidence
        self.because = because

    def workouts(self, days: Iterable[PlannedDay]) -> tuple[ShownWorkout, ...]:
        """The different workouts of these days, in the order of their first day."""
        groups: list[list[PlannedDay]] = []
        for day in days:
            alike = next((group for group in groups if group[0].session.items == day.session.items), None)
            groups.append([day]) if alike is None else alike.append(day)
        return tuple(self._workout(group) for group in groups)

    def _workout(self, days: Sequence[PlannedDay]) -> ShownWorkout:
        session = days[0].session
        short = sentence(session.short_because, self.texts) if session.short_because else None
        return ShownWorkout(tuple(days), session.minutes, short, tuple(self.item(item) for item in session.items))

    def item(self, item: Item) -> ShownItem:
        """One exercise of a workout."""
        dose = dose_in_words(item.dose, self.texts, sides=item.sides, extra_sets=item.extra_sets)
        return self._shown(item.exercise, self.texts.names["slot"][item.slot.value], dose, item.why)

    def tried(self, tried: Tried) -> ShownItem:
        """One exercise as it was done."""
        return self._shown(tried.done.exercise, "", _capital(tried_in_words(tried, self.texts)), ())

    def between(self, small: Between) -> ShownItem:
        """One small thing between workouts."""
        dose = f"{often_in_words(small.times_a_week)}: {dose_in_words(small.dose, self.texts)}"
        return self._shown(small.exercise, "", _capital(dose), (small.why,))

    def _shown(self, exercise: str, part: str, dose: str, why: Sequence[Why]) -> ShownItem:
        light, dark = (address(exercise, "end", form=form) for form in ("light", "dark"))
        whys = (*why, *(other for other in self.because if self._adds(other, exercise, why)))
        reasons = tuple(self.reason(reason) for reason in whys)
        decided = next((sentence(one, self.texts) for one in whys if is_decided(one)), None)
        return ShownItem(exercise, self.texts.exercises[exercise].name, part, dose, light, dark, reasons, decided)

    def _adds(self, other: Why, exercise: str, why: Sequence[Why]) -> bool:
        """Whether it is about this exercise, which does not say it itself: an earlier plan of the week did."""
        return other.params.get(EXERCISE) == exercise and not any(is_decided(one) for one in why)

    def different(self) -> list[dict[str, object]]:
        """What is other this week: the exercises it is about, in words, and what it rests on."""
        return [self._decision(told) for told in in_groups(self.because, self.texts)]

    def _decision(self, told: Told) -> dict[str, object]:
        first = told.whys[0]
        rule = rule_in_words(first, self.texts)
        behind = {**self.reason(first), "text": rule or "", "rests_on": self._rests_on(*told.whys)}
        return {"names": told.names, "text": told.text, "behind": [behind]}

    def _rests_on(self, *whys: Why) -> tuple[str, ...]:
        return () if self.evidence is None else self.evidence.of(*whys)

    def reason(self, why: Why) -> dict[str, object]:
        """A reason in words, with the sources it stands on."""
        sources = [self.source(source) for source in why.sources]
        text = sentence(why, self.texts)
        return {"text": text, "rests_on": self._rests_on(why), "sources": sources, "unverified": why.unverified}

    def source(self, source: str) -> dict[str, str | None]:
        """A source as a reference, with its address where it has one."""
        found = self.sources[source]
        link = f"https://doi.org/{found.doi}" if found.doi else found.url
        return {"title": reference(found), "address": link}


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def weekday(day: date, texts: Texts) -> str:
    """The day of the week, by its name."""
    return texts.names["day"][
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")[day.weekday()]
    ]


def day_in_words(day: date, texts: Texts) -> str:
    """Such as: Thursday 26 November."""
    return f"{weekday(day, texts)} {day.day} {texts.names['month'][str(day.month)]}"
