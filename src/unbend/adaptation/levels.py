"""Dose by response: where a person stands with each exercise, from how it went and how the back answered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from unbend.adaptation.level import Level, Levels, Move
from unbend.adaptation.reason import Reason
from unbend.adaptation.response import Answer, Response
from unbend.adaptation.tries import Answers, run_of
from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.exercise import Exercise
from unbend.catalogue.words import Kind, Phase
from unbend.record.course import Outcome, Practice, Try
from unbend.record.state import State


def levels_of(state: State, catalogue: Catalogue, *, phase: Phase, start_rung: int, now: datetime) -> Levels:
    """The level of every exercise tried so far, and the rung that each ladder has earned. Down at once; up only by
    what was earned in earlier weeks, so that a week stays as it was given unless the back asks for less."""
    monday = now.date() - timedelta(days=now.weekday())
    maker = _Maker(Answers(state, catalogue.adaptation, now, monday), catalogue, phase)
    found = {
        key: maker.level(catalogue.exercises[key], practice)
        for key, practice in state.practised.items()
        if practice.tries and key in catalogue.exercises
    }
    return Levels(found, maker.rungs(found, start_rung))


def full_steps(exercise: Exercise, catalogue: Catalogue) -> int:
    """How many steps lead from the first amount of an exercise to the full one."""
    numbers = catalogue.adaptation
    return numbers.steps_of_walk if exercise.kind is Kind.AEROBIC else numbers.steps_of_dose


@dataclass(frozen=True)
class _Maker:
    answers: Answers
    catalogue: Catalogue
    phase: Phase

    def level(self, exercise: Exercise, practice: Practice) -> Level:
        """Where the exercise stands: by its last tries in this phase, less for the days since then."""
        run = run_of(practice, self.phase)
        level = self._by_run(exercise, run) if run else self._of_before(practice)
        return replace(self._after_days_away(exercise, practice, level), last=run[-1] if run else None)

    def _of_before(self, practice: Practice) -> Level:
        """Back in a phase after another one: a step below where it was; in a phase that is new, at its first amount."""
        last = practice.in_phase.get(self.phase)
        if last is None:
            return Level()
        why = Reason("back-in-phase", "back-a-stage", (last.workout,), {"phase": self.phase.value})
        return Level(max(0, (last.step or 0) - 1), Move.DOWN_DOSE, why, most_sets=last.sets)

    def _by_run(self, exercise: Exercise, run: tuple[Try, ...]) -> Level:
        last = run[-1]
        step = min(last.step or 0, full_steps(exercise, self.catalogue))
        return (
            self._down(exercise, run, step)
            or self._too_hard(run, step)
            or self._up(exercise, run, step)
            or Level(step, Move.STAY, self._why_stay(last), most_sets=last.sets)
        )

    def _down(self, exercise: Exercise, run: tuple[Try, ...], step: int) -> Level | None:
        """Less after what was too much: for what hurt itself always; for the others where nothing else was to blame."""
        last, answer = run[-1], self.answers.of(run[-1])
        if last.outcome is Outcome.HURT:
            return self._down_by_hurt(exercise, last, step)
        if answer.answer is not Answer.TOO_MUCH or (
            answer.code != "next-day-up" and self.answers.hurt.get(last.workout)
        ):
            return None
        why = Reason(f"down-{answer.code}", _rule_of(answer), answer.entries)
        if step > 0:
            return Level(step - 1, Move.DOWN_DOSE, why, most_sets=last.sets)
        again = len(run) > 1 and self.answers.of(run[-2]).answer is Answer.TOO_MUCH
        easier = self.catalogue.easier(exercise)
        if again and easier is not None:
            return Level(0, Move.DOWN_RUNG, replace(why, params={"instead": easier.id}), most_sets=1)
        return Level(0, Move.DOWN_DOSE, why, most_sets=1)

    def _down_by_hurt(self, exercise: Exercise, last: Try, step: int) -> Level:
        answer, easier = self.answers.of(last), self.catalogue.easier(exercise)
        entries = answer.entries or (last.workout,)
        if step > 0:
            return Level(step - 1, Move.DOWN_DOSE, Reason("down-hurt", "stop-in-a-workout", entries), last.sets)
        if easier is not None:
            why = Reason("down-hurt-rung", "stop-in-a-workout", entries, {"instead": easier.id})
            return Level(0, Move.DOWN_RUNG, why, most_sets=1)
        until = self.answers.day(last) + timedelta(days=self.catalogue.adaptation.rest_days)
        return Level(0, Move.REST, Reason("rest-hurt", "rest-what-hurts", entries), most_sets=1, rests_until=until)

    def _too_hard(self, run: tuple[Try, ...], step: int) -> Level | None:
        """Less after several in a row that were too hard, or that were not done to the end."""
        times = self.catalogue.adaptation.times_too_hard
        hard = run[-times:]
        if len(hard) < times or not all(one.felt == "hard" or one.outcome is Outcome.PART for one in hard):
            return None
        why = Reason("down-too-hard", "one-step-at-a-time", tuple(one.workout for one in hard))
        return Level(max(0, step - 1), Move.DOWN_DOSE, why, most_sets=hard[-1].sets if step else 1)

    def _up(self, exercise: Exercise, run: tuple[Try, ...], step: int) -> Level | None:
        """More, where the last tries before this week each earned it."""
        earning = tuple(one for one in run if self.answers.is_earned_before_monday(one))
        earning = earning[-self.catalogue.adaptation.times_to_earn :]
        if len(earning) < self.catalogue.adaptation.times_to_earn or not all(map(self._earns, earning)):
            return None
        if not all(map(self._earns, run[run.index(earning[0]) :])) or not self.answers.calm_since(earning[0].at):
            return None
        entries = tuple(dict.fromkeys(entry for one in earning for entry in self.answers.of(one).entries))
        harder, full = self.catalogue.harder(exercise), full_steps(exercise, self.catalogue)
        further, sets = min(step + 1, full), _one_more(run[-1].sets)
        if harder is not None and all(one.felt == "easy" for one in earning):
            why = Reason("up-rung", "one-step-at-a-time", entries, {"harder": harder.id})
            return Level(further, Move.UP_RUNG, why, most_sets=sets)
        if step >= full:
            return None
        return Level(further, Move.UP_DOSE, Reason("up-dose", "one-step-at-a-time", entries), most_sets=sets)

    def _earns(self, one: Try) -> bool:
        well = self.answers.of(one).answer is Answer.WELL
        return well and one.outcome is Outcome.DONE and one.felt in ("easy", "right")

    def _why_stay(self, last: Try) -> Reason | None:
        answer = self.answers.of(last)
        if answer.answer is Answer.STAY:
            return Reason(f"stay-{answer.code}", _rule_of(answer), answer.entries)
        return None

    def _after_days_away(self, exercise: Exercise, practice: Practice, level: Level) -> Level:
        """Less, the longer it was not done; never more than it would have been."""
        days = (self.answers.now - practice.last_at).days
        down = max((steps for least, steps in self.catalogue.adaptation.away if days >= least), default=0)
        if down == 0:
            return level
        entries, params = (practice.tries[-1].workout,), {"days": str(days)}
        why = Reason("back-after-break", "back-after-a-break", entries, params)
        step = max(0, level.step - down - level.move.goes_up)
        easier = self.catalogue.easier(exercise)
        if down > full_steps(exercise, self.catalogue) and easier is not None:
            return Level(0, Move.DOWN_RUNG, replace(why, params={**params, "instead": easier.id}), most_sets=1)
        return Level(step, _lower(level.move), why, level.most_sets, level.rests_until)

    def rungs(self, levels: Mapping[str, Level], start_rung: int) -> Mapping[str, int]:
        """For each ladder with something tried, the highest rung that is earned."""
        ladders = {self.catalogue.exercises[key].ladder for key in levels}
        return {ladder: self._rung(self.catalogue.ladders[ladder], levels, start_rung) for ladder in sorted(ladders)}

    def _rung(self, ladder: Iterable[Exercise], levels: Mapping[str, Level], start_rung: int) -> int:
        tried = [exercise for exercise in ladder if exercise.id in levels]
        earned = max([start_rung, *(self._reached(exercise, levels[exercise.id]) for exercise in tried)])
        for exercise in tried:
            if levels[exercise.id].move is Move.DOWN_RUNG and not self._earned_again(exercise, tried, levels):
                easier = self.catalogue.easier(exercise)
                earned = min(earned, exercise.rung - 1 if easier is None else easier.rung)
        return earned

    def _reached(self, exercise: Exercise, level: Level) -> int:
        harder = self.catalogue.harder(exercise)
        return harder.rung if harder is not None and level.move is Move.UP_RUNG else exercise.rung

    def _earned_again(self, exercise: Exercise, tried: Iterable[Exercise], levels: Mapping[str, Level]) -> bool:
        """Whether an easier one has earned the way up since this one was last tried."""
        last = self.answers.state.practised[exercise.id].last_at
        return any(
            levels[other.id].move is Move.UP_RUNG and self.answers.state.practised[other.id].tries[-1].at > last
            for other in tried
            if other.rung < exercise.rung
        )


def _one_more(sets: int | None) -> int | None:
    return None if sets is None else sets + 1


def _lower(move: Move) -> Move:
    return move if move.goes_down else Move.DOWN_DOSE


def _rule_of(answer: Response) -> str:
    if answer.code == "hard-work":
        return "one-step-at-a-time"
    return "next-day-decides" if answer.by_morning else "stop-in-a-workout"
