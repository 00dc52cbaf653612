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
BACK, AWAY = "back-a-stage", "back-after-a-break"
ON = {Phase.STRENGTHEN: "on-to-strength", Phase.MAINTAIN: "on-to-keeping"}
ANSWERED = frozenset((BACK, AWAY, *ON.values()))
"""Rules by which the back's answers gave a phase; all other rules are of where to begin."""


@dataclass(frozen=True)
class PhaseNow:
    """The phase, and what decided it: a rule of the catalogue's phases or of its adaptation."""

    phase: Phase
    rule: str
    why: Reason | None = None


def phase_now(state: State, start: Start, numbers: Adaptation, *, now: datetime) -> PhaseNow:
    """The phase for today. A flare and an easily upset back make it calm at once; one stage back follows workouts that
    were too much, and long weeks away; one stage on has to be earned in earlier weeks."""
    if start.phase_rule == ALONGSIDE:
        return PhaseNow(start.phase, start.phase_rule)
    if (flare := _flare(state, numbers, now)) is not None:
        return flare
    if start.phase is Phase.CALM:
        return PhaseNow(start.phase, start.phase_rule)
    if (still := _still_calm(state, numbers, now)) is not None:
        return still
    if (given := _last_given(state.phases)) is None:
        return _first(state.phases, start)
    return _Course(state, numbers, now, start, given).phase()


def _still_calm(state: State, numbers: Adaptation, now: datetime) -> PhaseNow | None:
    """Calm on, whatever the check says today, while one of the last workouts of a calm stage was answered by more pain;
    as long at most as a flare is calm without asking."""
    calm = state.phases[-1] if state.phases else None
    if calm is None or calm.phase is not Phase.CALM or calm.rule == ALONGSIDE:
        return None
    found = responses(state.recent, numbers)
    last = [found[one.entry] for one in state.recent if one.at >= calm.since][-numbers.times_to_earn :]
    sore = [one for one in last if one.answer in (Answer.STAY, Answer.TOO_MUCH) and one.code != "hard-work"]
    if not sore or now - calm.since >= timedelta(days=numbers.flare_days_most):
        return None
    return PhaseNow(Phase.CALM, calm.rule, Reason("phase-calm-on", FLARE, sore[-1].entries))


def _first(phases: Sequence[PhaseGiven], start: Start) -> PhaseNow:
    """Where to begin; after days that were calm, no further on than where the back finds its way again."""
    if phases:
        return PhaseNow(Phase.RESTORE, BACK, Reason("phase-after-calm", BACK, (phases[-1].entry,)))
    return PhaseNow(start.phase, start.phase_rule)


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
    start: Start
    given: PhaseGiven

    def phase(self) -> PhaseNow:
        """Back, one stage on, or on as before."""
        if self._begins_anew():
            return PhaseNow(self.start.phase, self.start.phase_rule)
        if (calm := self.state.phases[-1]).phase is Phase.CALM and self.given.phase is Phase.RESTORE:
            return PhaseNow(Phase.RESTORE, self.given.rule, Reason("phase-after-calm", BACK, (calm.entry,)))
        if calm.phase is Phase.CALM:
            return self._back("phase-after-flare" if calm.rule == FLARE else "phase-after-calm", calm.entry)
        if len(bad := self._bad()) >= self.numbers.bad_workouts:
            return self._back("phase-back", *bad)
        if (last := self._last_before_a_break()) is not None:
            return self._back("phase-after-break", last, rule=AWAY)
        return self._on() or PhaseNow(self.given.phase, self.given.rule)

    def _begins_anew(self) -> bool:
        """Whether the check, by which the phase was given, was answered otherwise since: worse, or put right before
        anything was done."""
        if self.given.rule in ANSWERED or self.start.phase is self.given.phase:
            return False
        is_lower = ORDER.index(self.start.phase) < ORDER.index(self.given.phase)
        return is_lower or (not self.state.recent and self.state.phases[-1] is self.given)

    def _back(self, code: str, *entries: str, rule: str = BACK) -> PhaseNow:
        """To where the back finds its way again: keeping asks for fewer sets than getting stronger, so that a step from
        there to getting stronger would be one up."""
        if self.given.phase is Phase.RESTORE:
            return PhaseNow(Phase.RESTORE, self.given.rule)
        return PhaseNow(Phase.RESTORE, rule, Reason(code, rule, entries))

    def _last_before_a_break(self) -> str | None:
        """The last workout, where it is longer ago than any break that costs only steps of dose, and the phase is from
        before."""
        last, longest = self.state.last_workout, timedelta(days=self.numbers.away[-1][0])
        if last is None or self.given.since > last.at or self.now - last.at < longest:
            return None
        return last.entry

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
            earned = earned or self._earned_by_steady_pain()
            return self._next(Phase.STRENGTHEN, earned)
        if phase is Phase.STRENGTHEN:
            earned = self._earned(numbers.strengthen_weeks, numbers.strengthen_workouts, numbers.strengthen_pain)
            return self._next(Phase.MAINTAIN, earned)
        return None

    def _next(self, phase: Phase, earned: tuple[str, ...] | None) -> PhaseNow | None:
        return None if earned is None else PhaseNow(phase, ON[phase], Reason("phase-on", ON[phase], earned))

    def _earned(self, weeks: int, workouts: int, pain: int) -> tuple[str, ...] | None:
        """The workouts that earned the next stage before this week: long enough in this one, so many taken well and
        none too much since, and little pain as a rule."""
        long_enough = self._monday - self._day(self.given.since) >= timedelta(weeks=weeks - 1, days=1)
        well = self._well_of_late()[-workouts:]
        if not long_enough or len(well) < workouts or self._is_disturbed() or not self._has_little_pain(pain):
            return None
        return tuple(well)

    def _earned_by_steady_pain(self) -> tuple[str, ...] | None:
        """The same for pain that has lasted for months and stays as it is: after longer, and taken well for longer."""
        numbers, known = self.numbers, self.state.findings.get("duration-days")
        if known is None or not isinstance(known.value, float | int):
            return None
        if known.value + (self.now - known.at).days < numbers.lasting_days:
            return None
        times = numbers.lasting_times
        return self._earned(times * numbers.restore_weeks, times * numbers.restore_workouts, numbers.lasting_pain)

    def _has_little_pain(self, most: int) -> bool:
        """Whether pain was no more than that as a rule before this week, and was not on the last day that was told."""
        days = days_of(self.state.pains, zone=self.now.tzinfo)
        usual = usual_pain(days, self.numbers, until=self._monday)
        return usual is not None and max(usual, days[-1].pain) <= most

    def _well_of_late(self) -> list[str]:
        """The workouts before this week that the back took well, since the last that was too much; none where one of
        the last answers was one to stay for."""
        well: list[str] = []
        for workout in self._workouts(until=self._monday):
            answer = self._answers[workout.entry].answer
            if answer is Answer.WELL:
                well.append(workout.entry)
            elif answer is Answer.TOO_MUCH:
                well.clear()
        known = [self._answers[workout.entry].answer for workout in self._workouts(until=self._monday)]
        told = [answer for answer in known if answer is not Answer.UNKNOWN]
        return well if set(told[-self.numbers.times_to_earn :]) == {Answer.WELL} else []

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
