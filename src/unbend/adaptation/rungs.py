"""Which rung of each ladder is earned, from where the exercises on it stand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property

from unbend.adaptation.level import Level, Move
from unbend.adaptation.response import Answer
from unbend.adaptation.tries import Answers
from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.exercise import Exercise
from unbend.record.course import Outcome, Try

AWAY = "back-after-a-break"


@dataclass(frozen=True)
class Rungs:
    """The ladders of a person who begins on `start_rung`, with the levels of all that they tried."""

    answers: Answers
    catalogue: Catalogue
    found: Mapping[str, Level]
    start_rung: int

    def levels(self) -> Mapping[str, Level]:
        """The levels as they stand: what had to make room for an easier one may be back."""
        return {key: self._as_it_stands(key, level) for key, level in self.found.items()}

    def by_ladder(self) -> Mapping[str, int]:
        """For each ladder with something tried, the highest rung that is earned."""
        ladders = sorted({self.catalogue.exercises[key].ladder for key in self.found})
        return {ladder: self._rung(ladder) for ladder in ladders}

    def _as_it_stands(self, key: str, level: Level) -> Level:
        if level.move is not Move.DOWN_RUNG or level.why is None or key in self._kept_down:
            return level
        exercise = self.catalogue.exercises[key]
        if exercise.rung > self._rung(exercise.ladder):
            return level
        code = "down-hurt" if level.why.code == "down-hurt-rung" else level.why.code
        return replace(level, move=Move.DOWN_DOSE, why=replace(level.why, code=code))

    def _rung(self, ladder: str) -> int:
        tried = list(self._tried(ladder))
        earned = max([self.start_rung, *map(self._reached, tried)])
        if self._is_sore(tried):
            earned = min(earned, max(exercise.rung for exercise in tried))
        return min([earned, *(self._below(exercise) for exercise in tried if exercise.id in self._kept_down)])

    def _is_sore(self, tried: Sequence[Exercise]) -> bool:
        """Whether the back asked for the same or for less after the last of these: then none is harder than any yet."""
        latest = max((self._last(exercise) for exercise in tried), key=lambda one: one.at)
        return self.answers.of(latest).answer in (Answer.STAY, Answer.TOO_MUCH)

    def _tried(self, ladder: str) -> Iterator[Exercise]:
        return (exercise for exercise in self.catalogue.ladders[ladder] if exercise.id in self.found)

    def _reached(self, exercise: Exercise) -> int:
        """Its own rung, once it was done without hurting; the next one where that is earned, or the one below after
        long enough without it."""
        level, harder = self.found[exercise.id], self.catalogue.harder(exercise)
        if all(one.outcome is Outcome.HURT for one in self.answers.state.practised[exercise.id].tries):
            return 0
        if level.why is not None and level.why.rule == AWAY and level.move is Move.DOWN_RUNG:
            return self._below(exercise)
        return max(exercise.rung, harder.rung) if harder is not None and level.move is Move.UP_RUNG else exercise.rung

    def _below(self, exercise: Exercise) -> int:
        easier = self.catalogue.easier(exercise)
        return exercise.rung - 1 if easier is None else min(easier.rung, exercise.rung - 1)

    @cached_property
    def _kept_down(self) -> frozenset[str]:
        """What hurt, or was too much, in its least amount, and keeps its ladder below it until that is over."""
        down = (key for key, level in self.found.items() if level.move is Move.DOWN_RUNG)
        return frozenset(key for key in down if self._is_kept_down(self.catalogue.exercises[key], self.found[key]))

    def _is_kept_down(self, exercise: Exercise, level: Level) -> bool:
        """Until a step as hard went well since, or an easier one earned the way up; and where nothing easier is being
        done, until as long afterwards as counts as a break."""
        if level.why is not None and level.why.rule == AWAY:
            return False
        last = self._last(exercise)
        later = [other for other in self._beside(exercise) if self._last(other).at > last.at]
        easier = [other for other in later if other.rung < exercise.rung]
        if any(self._went_well(other) for other in later if other.rung >= exercise.rung):
            return False
        if any(self.found[other.id].move is Move.UP_RUNG for other in easier):
            return False
        latest = max(self._last(other).at for other in (exercise, *easier))
        return self.answers.now - latest < timedelta(days=self.catalogue.adaptation.away[0][0])

    def _beside(self, exercise: Exercise) -> Iterator[Exercise]:
        """The others of its ladder that were tried, and the easier one where that is of another ladder."""
        easier = self.catalogue.easier(exercise)
        yield from (other for other in self._tried(exercise.ladder) if other.id != exercise.id)
        if easier is not None and easier.ladder != exercise.ladder and easier.id in self.found:
            yield easier

    def _went_well(self, exercise: Exercise) -> bool:
        last = self._last(exercise)
        return last.outcome is Outcome.DONE and self.answers.of(last).answer is Answer.WELL

    def _last(self, exercise: Exercise) -> Try:
        return self.answers.state.practised[exercise.id].tries[-1]
