"""The tries of one exercise, read together with how the back answered the workouts they were part of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from unbend.adaptation.response import Answer, Response, responses
from unbend.catalogue.adaptation import Adaptation
from unbend.catalogue.words import Phase
from unbend.record.course import Practice, Try
from unbend.record.state import State

NOT_KNOWN = Response(Answer.UNKNOWN, "not-told", ())


@dataclass(frozen=True)
class Answers:
    """How the back answered, on a moment of a week that begins at `monday`: what is earned is earned before it."""

    state: State
    numbers: Adaptation
    now: datetime
    monday: date

    @cached_property
    def by_workout(self) -> Mapping[str, Response]:
        """The answer to each workout that is kept."""
        return responses(self.state.recent, self.numbers)

    def of(self, one: Try) -> Response:
        """The answer to the workout of a try."""
        return self.by_workout.get(one.workout, NOT_KNOWN)

    def is_earned_before_monday(self, one: Try) -> bool:
        """Whether the try lies in an earlier week."""
        return self.day(one) < self.monday

    def day(self, one: Try) -> date:
        """The day of the try where the person is."""
        return one.at.astimezone(self.now.tzinfo).date()

    def calm_since(self, at: datetime) -> bool:
        """Whether no workout since then was too much, and the last answer of all was not one to stay for."""
        since = [self.by_workout[workout.entry].answer for workout in self.state.recent if workout.at >= at]
        known = [answer for answer in since if answer is not Answer.UNKNOWN]
        return Answer.TOO_MUCH not in since and (not known or known[-1] is not Answer.STAY)

    def looked_right(self, one: Try) -> bool:
        """Whether the movement was near enough to its picture, as far as a camera saw it."""
        form = None if one.camera is None else one.camera.form
        return form is None or form >= self.numbers.form_to_earn


def run_of(practice: Practice, phase: Phase) -> tuple[Try, ...]:
    """The last tries in a row in this phase at one step of dose; a try that does not tell its phase is of this one."""
    run: list[Try] = []
    for one in reversed(practice.tries):
        if one.phase not in (None, phase) or (run and (one.step or 0) != (run[0].step or 0)):
            break
        run.append(one)
    return tuple(reversed(run))
