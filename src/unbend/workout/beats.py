"""From a dose to stretches of time: exactly what the planner reckons, in the order of the sides."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from unbend.catalogue.exercise import Exercise
from unbend.catalogue.parameters import Parameters
from unbend.planning.dose import Dose
from unbend.planning.plan import Item
from unbend.workout.script import Kind, Segment, Shown
from unbend.workout.tempo import Tempo

LONG_ENOUGH_TO_SAY = 3
"""A hold of so many seconds is announced, and its end; of shorter ones only the first."""

MANY = 4
"""From so many repetitions on, the last is announced."""


@dataclass(frozen=True)
class Beats:
    """One item of a plan on its way into segments."""

    item: Item
    exercise: Exercise
    tempo: Tempo
    parameters: Parameters
    say: Mapping[str, str]
    cues: tuple[str, ...]

    @property
    def dose(self) -> Dose:
        """The dose of one side."""
        return self.item.dose

    def segments(self) -> Iterator[Segment]:
        """Everything after getting ready."""
        sides = self.item.sides
        for number in range(1, self.dose.sets + 1):
            if number > 1:
                yield from self._rest(number, "rest")
            for index, side in enumerate(sides):
                if index:
                    yield self._switch(number, side)
                yield from self._set(number, side)
        for number in range(self.dose.sets + 1, self.dose.sets + self.item.extra_sets + 1):
            yield from self._rest(number, "rest-extra")
            yield from self._set(number, sides[0])

    def _sets(self, side: str) -> int:
        """How many sets this side gets."""
        return self.dose.sets + (self.item.extra_sets if side == self.item.sides[0] else 0)

    def _rest(self, number: int, key: str) -> Iterator[Segment]:
        side = self.item.sides[0]
        last = "rest-last" if number == self._sets(side) else "rest"
        words = self.say[last if side == "both" else f"{key}-{self.tempo.told(side)}"]
        if self.dose.rest_seconds:
            rest = Segment(Kind.REST, self.dose.rest_seconds, side, number, self._sets(side), self.tempo.start)
            yield replace(rest, say=words)

    def _switch(self, number: int, side: str) -> Segment:
        seconds = self.parameters.seconds_to_change_side
        words = self.say[f"switch-{self.tempo.told(side)}"]
        return Segment(Kind.SWITCH_SIDE, seconds, side, number, self._sets(side), self.tempo.start, say=words)

    def _set(self, number: int, side: str) -> Iterator[Segment]:
        blank = Segment(Kind.MOVE, 0, side, number, self._sets(side), self.tempo.start)
        made = [segment for segment in self._work(blank) if segment.seconds]
        again = number > 1 and side == self.item.sides[0] and side != "both" and not self.dose.rest_seconds
        if again and made:
            made[0] = replace(made[0], say=self.say[f"now-{self.tempo.told(side)}"])
        yield from made

    def _work(self, blank: Segment) -> Iterator[Segment]:
        dose = self.dose
        if dose.repetitions is not None:
            for number in range(1, dose.repetitions + 1):
                numbered = replace(blank, repetition=number, repetitions=dose.repetitions)
                yield from self._repetition(numbered)
        elif dose.breaths is not None:
            for number in range(1, dose.breaths + 1):
                yield self._breath(replace(blank, repetition=number, repetitions=dose.breaths))
        else:
            yield self._go(blank)

    def _repetition(self, blank: Segment) -> Iterator[Segment]:
        seconds, held = self.dose.tempo_seconds or 0, self.dose.hold_seconds or 0
        words = self._word_of(blank)
        if not held or self.tempo.alternates:
            whole = Shown(0.0, self.tempo.round)
            yield replace(blank, seconds=seconds + held, shown=whole, say=words)
            return
        there = self._seconds_there(seconds)
        yield replace(blank, seconds=there, shown=Shown(0.0, self.tempo.reached), say=words)
        yield replace(blank, kind=Kind.HOLD, seconds=held, shown=self.tempo.target, say=self._hold_words(blank, held))
        back = self.say["back"] if held >= LONG_ENOUGH_TO_SAY else None
        yield replace(blank, seconds=seconds - there, shown=Shown(self.tempo.left, self.tempo.round), say=back)

    def _hold_words(self, blank: Segment, held: int) -> str | None:
        """Nobody is to hold their breath: the first hold of each set says so."""
        if held >= LONG_ENOUGH_TO_SAY:
            return self.say["hold-breathing" if blank.repetition == 1 else "hold"]
        return self.say["pause"] if blank.repetition == 1 and blank.set == 1 else None

    def _seconds_there(self, seconds: int) -> int:
        """Whole seconds of a repetition's way to the target, as the movement shares them between there and back."""
        moving = self.tempo.reached + self.tempo.round - self.tempo.left
        return round(seconds * self.tempo.reached / moving) if moving else seconds

    def _word_of(self, blank: Segment) -> str | None:
        """A cue now and then: one in the middle of the first set of each side; and which repetition is the last."""
        repetitions = blank.repetitions or 0
        if blank.repetition == repetitions and repetitions >= MANY:
            return self.say["last-one"]
        if blank.set == 1 and self.cues and blank.repetition == min(2, repetitions):
            return self.cues[self._number_of(blank.side) % len(self.cues)] + "."
        return None

    def _number_of(self, side: str) -> int:
        return self.item.sides.index(side)

    def _breath(self, blank: Segment) -> Segment:
        seconds = self.parameters.seconds_per_breath
        words = self.say["breathe"] if blank.repetition == 1 else self._word_of(blank)
        shown = self.tempo.shown_breathing()
        breath = self.tempo.breath(seconds)
        return replace(blank, kind=Kind.BREATHE, seconds=seconds, shown=shown, breath=breath, say=words)

    def _go(self, blank: Segment) -> Segment:
        dose = self.dose
        metres = None if dose.metres is None else round(dose.metres / self.parameters.metres_per_second)
        seconds = (dose.duration_seconds or 0) if metres is None else metres
        stays = self.tempo.settles
        shown = self.tempo.target if stays else Shown(0.0, self.tempo.round, loop=True)
        cue = f" {self.cues[0]}." if self.cues and blank.set == 1 else ""
        return replace(blank, kind=Kind.GO, seconds=seconds, shown=shown, say=self.say["stay" if stays else "go"] + cue)
