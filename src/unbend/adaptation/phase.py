"""The phase of the programme as it stands today: where a person began, and how the back has answered since."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from unbend.adaptation.reason import Reason
from unbend.adaptation.response import Answer, Response, responses
from unbend.adaptation.usual import days_of, flare_on, usual_pain
from unbend.assessment.start import ALONGSIDE, Start
from unbend.catalogue.adaptation import Adaptation
from unbend.catalogue.words import Phase
from unbend.record.course import PhaseGiven, Workout
from unbend.record.state import State

ORDER = (Phase.CALM, Phase.RESTORE, Phase.STRENGTHEN, Phase.MAINTAIN)
FLARE = "flare-kinder-than-none"


@dataclass(frozen=True)
class PhaseNow:
    """The phase, and what decided it: a rule of the catalogue's phases or of its adaptation."""

    phase: Phase
    rule: str
    why: Reason | None = None


def phase_now(state: State, start: Start, numbers: Adaptation, *, now: datetime) -> PhaseNow:
    """The phase for today. A flare and an easily upset back make it calm at once; one stage back follows workouts that
    were too much; one stage on has to be earned in earlier weeks."""
    if start.phase_rule == ALONGSIDE:
        return PhaseNow(start.phase, start.phase_rule)
    if (flare := _flare(state, numbers, now)) is not None:
        return flare
    if start.phase is Phase.CALM or (given := _last_given(state.phases)) is None:
        return PhaseNow(start.phase, start.phase_rule)
    return _Course(state, numbers, now, given).phase()


def _flare(state: State, numbers: Adaptation, now: datetime) -> PhaseNow | None:
    flare = flare_on(days_of(state.pains, zone=now.tzinfo), numbers, today=now.date())
    if flare is None:
        return None
    params = {"since": flare.since.isoformat(), "usual": f"{flare.usual:g}"}
    return PhaseNow(Phase.CALM, FLARE, Reason("phase-flare", FLARE, (flare.entry,), params))


def _last_given(phases: Sequence[PhaseGiven]) -> PhaseGiven | None:
    """The last run of plans that was not calm."""
    return next((given for given in reversed(phases) if given.phase is not Phase.CALM), None)


@dataclass(frozen=True)
class _Course:
    state: State
    numbers: Adaptation
    now: datetime
    given: PhaseGiven

    def phase(self) -> PhaseNow:
        """One stage back, one on, or on as before."""
        if self._comes_from_a_flare():
            return self._back(self.state.phases[-1].entry, "phase-after-flare")
        if len(bad := self._bad()) >= self.numbers.bad_workouts:
            return self._back(*bad, code="phase-back")
        return self._on() or PhaseNow(self.given.phase, self.given.rule)

    def _comes_from_a_flare(self) -> bool:
        last = self.state.phases[-1]
        return last.phase is Phase.CALM and last.rule == FLARE and self.given.phase is not Phase.RESTORE

    def _back(self, *entries: str, code: str = "phase-after-flare") -> PhaseNow:
        lower = ORDER[max(1, ORDER.index(self.given.phase) - 1)]
        if lower is self.given.phase:
            return PhaseNow(lower, self.given.rule)
        return PhaseNow(lower, "back-a-stage", Reason(code, "back-a-stage", entries))

    def _bad(self) -> list[str]:
        """The last workouts of this phase that were too much."""
        last = self._workouts()[-self.numbers.last_workouts :]
        return [workout.entry for workout in last if self._answers[workout.entry].answer is Answer.TOO_MUCH]

    def _workouts(self, *, until: date | None = None) -> list[Workout]:
        """The workouts since the phase began, before a day."""
        return [
            workout
            for workout in self.state.recent
            if workout.at >= self.given.since and (until is None or self._day(workout.at) < until)
        ]

    def _on(self) -> PhaseNow | None:
        numbers, phase = self.numbers, self.given.phase
        if phase is Phase.RESTORE:
            earned = self._earned(numbers.restore_weeks, numbers.restore_workouts, numbers.restore_pain)
            return self._next(Phase.STRENGTHEN, "on-to-strength", earned)
        if phase is Phase.STRENGTHEN:
            earned = self._earned(numbers.strengthen_weeks, numbers.strengthen_workouts, numbers.strengthen_pain)
            return self._next(Phase.MAINTAIN, "on-to-keeping", earned)
        return None

    def _next(self, phase: Phase, rule: str, earned: tuple[str, ...] | None) -> PhaseNow | None:
        return None if earned is None else PhaseNow(phase, rule, Reason("phase-on", rule, earned))

    def _earned(self, weeks: int, workouts: int, pain: int) -> tuple[str, ...] | None:
        """The workouts that earned the next stage before this week: long enough in this one, the last of them all taken
        well, and little pain as a rule."""
        last = self._workouts(until=self._monday)[-workouts:]
        usual = usual_pain(days_of(self.state.pains, zone=self.now.tzinfo), self.numbers, until=self.now.date())
        long_enough = self._monday - self._day(self.given.since) >= timedelta(weeks=weeks - 1, days=1)
        if not long_enough or len(last) < workouts or usual is None or usual > pain:
            return None
        calm = all(self._answers[workout.entry].answer is Answer.WELL for workout in last)
        return tuple(workout.entry for workout in last) if calm and not self._is_disturbed() else None

    def _is_disturbed(self) -> bool:
        """Whether a workout of this very week asks to wait."""
        new = (workout for workout in self.state.recent if self._day(workout.at) >= self._monday)
        return any(self._answers[workout.entry].answer in (Answer.STAY, Answer.TOO_MUCH) for workout in new)

    @property
    def _monday(self) -> date:
        return self.now.date() - timedelta(days=self.now.weekday())

    @cached_property
    def _answers(self) -> Mapping[str, Response]:
        return responses(self.state.recent, self.numbers)

    def _day(self, at: datetime) -> date:
        return at.astimezone(self.now.tzinfo).date()
