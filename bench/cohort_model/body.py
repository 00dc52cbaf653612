"""A simulated back: what it can take, how it hurts from day to day, and how it answers a workout.

It is a model of how a controller is tested, not of how backs heal: most of its numbers are invented (`numbers.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp, log

from bench.cohort_model.known import catalogue
from bench.cohort_model.load import LOADS, difficulty, load_of
from bench.cohort_model.luck import Luck
from bench.cohort_model.numbers import NUMBERS, Numbers

from unbend.catalogue.exercise import Exercise
from unbend.planning.plan import Item

STOP_RISE = 2
"""A person stops a workout in which the pain rises by so much, as the player asks them to."""


@dataclass(frozen=True)
class Traits:
    """What a person brings: pain at the start and since when, the rung that suits them, how strongly excess is felt."""

    pain: float
    days_of_pain: float
    rung: float
    strength: float
    sensitivity: float


@dataclass(frozen=True)
class Felt:
    """One exercise of a workout as the body took it: its load, and this as a share of what the body could take."""

    item: Item
    load: float
    share: float

    @property
    def excess(self) -> float:
        """What was too much, counted for the kind of work."""
        kind = catalogue().exercises[self.item.exercise].kind
        return max(0.0, self.share - 1) * LOADS.get(kind, 0.0)


@dataclass(frozen=True)
class Taken:
    """A workout as the body took it: true pain before, worst during and just after. `hurt`: the last part ended it."""

    before: float
    during: float
    after: float
    parts: tuple[Felt, ...]
    hurt: bool


@dataclass
class Body:
    """One back over the days. Call `wake` once a day, in order, before anything else of that day."""

    traits: Traits
    luck: Luck
    sides: dict[str, float]
    numbers: Numbers = NUMBERS
    day: int = -1
    noise: float = 0.0
    sore: float = 0.0
    flare: float = 0.0
    flares: int = 0
    helped: float = 0.0
    provoked: float = 0.0
    more_on_worse: int = 0
    more_on_better: int = 0
    took: dict[str, float] = field(default_factory=dict)
    began: dict[str, float] = field(default_factory=dict)
    last: dict[str, int] = field(default_factory=dict)

    def wake(self) -> None:
        """The next morning."""
        numbers, self.day = self.numbers, self.day + 1
        self.noise = numbers.noise_memory * self.noise + numbers.noise * self.luck.normal("pain", self.day)
        self.sore *= numbers.sore_halves
        self.flare *= exp(-1 / numbers.flare_fades_in)
        self._may_flare()
        self.provoked *= 0.5
        for ladder, day in self.last.items():
            if self.day - day > numbers.disuse_after:
                least = 0.8 * self.began[ladder]
                self.took[ladder] = max(least, self.took[ladder] * (1 - numbers.disuse))

    def _may_flare(self) -> None:
        numbers = self.numbers
        hazard = -log(1 - numbers.flare_a_year) / 365 * (1 + numbers.flare_by_overload * self.provoked)
        if self.luck.uniform("flare", self.day) < hazard:
            self.flares += 1
            size = numbers.flare_size + numbers.flare_spread * self.luck.normal("flare-size", self.day)
            self.flare = max(self.flare, size)

    @property
    def pain(self) -> float:
        """Pain at rest now."""
        return min(10.0, max(0.0, self._background() + self.noise + self.sore + self.flare))

    def _background(self) -> float:
        """The course of this back without noise: it settles by itself, and a little more with well-dosed exercise."""
        numbers, traits = self.numbers, self.traits
        left, days = numbers.lasting_settles_to, numbers.lasting_settles_in
        if traits.days_of_pain < numbers.new_until:
            left, days = numbers.new_settles_to, numbers.new_settles_in
        elif traits.days_of_pain < numbers.lasting_from:
            left, days = numbers.between_settles_to, numbers.between_settles_in
        course = traits.pain * (left + (1 - left) * exp(-self.day / days))
        help_ = (
            numbers.exercise_helps * min(1.0, traits.pain / 5) * (1 - exp(-self.helped / numbers.exercise_helps_after))
        )
        return max(0.0, course - help_)

    def tolerance(self, exercise: Exercise) -> float:
        """The load that this body can take now on the exercise's ladder."""
        ladder = exercise.ladder
        if ladder not in self.took:
            numbers, traits = self.numbers, self.traits
            own = exp(numbers.spread_of_ladders * self.luck.stream(f"ladder {ladder}").gauss(0, 1))
            self.began[ladder] = difficulty(traits.rung) * numbers.room_at_start * traits.strength * own
            self.took[ladder] = self.began[ladder]
            self.last[ladder] = self.day
        return self.took[ladder] * (1 - min(0.4, self.numbers.flare_weakens * self.flare))

    def work(self, items: Sequence[Item]) -> Taken:
        """A workout, done to its end or up to the exercise that hurt; the body answers in the next days too."""
        before, parts, hurt = self.pain, [], False
        wavering = 0.4 * self.luck.normal("during", self.day)
        for item in items:
            parts.append(self._felt(item))
            risen = self.numbers.hurts_in_workout * self._provoked_by(parts) + wavering
            hurt = parts[-1].excess > 0 and risen >= STOP_RISE
            if hurt:
                break
        provoked = self._provoked_by(parts)
        during = before + self.numbers.hurts_in_workout * provoked + wavering
        eased = self.numbers.eases if provoked == 0 else 0.0
        after = before + self.numbers.hurts_after * provoked - eased + 0.4 * self.luck.normal("after", self.day)
        self.sore += self.numbers.hurts_next_day * provoked / self.numbers.sore_halves
        self.provoked += provoked
        for part in parts:
            self._adapt(part)
        return Taken(before, max(during, 0.0), max(after, 0.0), tuple(parts), hurt=hurt)

    def _provoked_by(self, parts: Sequence[Felt]) -> float:
        """The worst excess, and some of the others, as this person feels it."""
        excesses = sorted((part.excess for part in parts), reverse=True)
        return (excesses[0] + 0.15 * sum(excesses[1:])) * self.traits.sensitivity

    def _felt(self, item: Item) -> Felt:
        exercise = catalogue().exercises[item.exercise]
        load = load_of(exercise, item.dose, extra_sets=item.extra_sets)
        return Felt(item, load, load / self.tolerance(exercise))

    def _adapt(self, part: Felt) -> None:
        exercise, numbers = catalogue().exercises[part.item.exercise], self.numbers
        if part.load == 0.0:
            return
        ladder = exercise.ladder
        self.last[ladder] = self.day
        self._even(part.item, exercise)
        if part.share > numbers.harm_from:
            self.took[ladder] *= 1 - numbers.harm
        elif part.share >= numbers.gain_from:
            full = min(1.0, (part.share - numbers.gain_from) / 0.25)
            room = max(0.0, 1 - (self.took[ladder] / self.began[ladder] - 1) / (numbers.most_gain - 1))
            fade = 1.0 if part.share <= numbers.gain_until else 0.5
            self.took[ladder] *= 1 + numbers.gain * full * room * fade
            self.helped += full * fade / 4

    def _even(self, item: Item, exercise: Exercise) -> None:
        """More sets on one side even the difference if it is the worse one, and widen it if not. A difference is how
        much better the right side is, in errors of the test."""
        if not item.extra_sets:
            return
        for test, difference in self.sides.items():
            if any(exercise.needs.get(need, 0) >= 2 for need in catalogue().tests[test].raises):
                helps = (item.sides[0] == "left") == (difference > 0)
                self.more_on_worse += item.extra_sets * helps
                self.more_on_better += item.extra_sets * (not helps)
                self.sides[test] *= 1 + self.numbers.side_gain * item.extra_sets * (-1 if helps else 1)
