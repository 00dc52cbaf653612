"""Dose by response: where a person stands with each exercise, from how it went and how the back answered."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from unbend.adaptation.amount import amount_of_set, share_at
from unbend.adaptation.ceiling import ceilings, goes_by_time, is_sore, seconds_in_one_go, seconds_of_set
from unbend.adaptation.growth import one_thing_more
from unbend.adaptation.level import Level, Levels, Move
from unbend.adaptation.reason import Reason
from unbend.adaptation.response import Answer, Response
from unbend.adaptation.rungs import Rungs
from unbend.adaptation.tries import Answers, run_of
from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.exercise import Exercise, Range
from unbend.catalogue.words import Kind, Phase
from unbend.record.course import Outcome, Practice, Try
from unbend.record.state import State

NOT_TOLD = "stay-not-told"
"""Nothing grows, because something about the last time was not told."""


def levels_of(state: State, catalogue: Catalogue, *, phase: Phase, start_rung: int, now: datetime) -> Levels:
    """The level of every exercise tried so far, and the rung that each ladder has earned. Down at once; up only by
    what was earned in earlier weeks, so that a week stays as it was given unless the back asks for less."""
    monday = now.date() - timedelta(days=now.weekday())
    answers = Answers(state, catalogue.adaptation, now, monday)
    maker = _Maker(answers, catalogue, phase)
    found = {
        key: maker.level(catalogue.exercises[key], practice)
        for key, practice in state.practised.items()
        if practice.tries and key in catalogue.exercises
    }
    rungs = Rungs(answers, catalogue, found, start_rung)
    return Levels(rungs.levels(), rungs.by_ladder())


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
        level = self._by_run(exercise, run) if run else self._of_before(exercise, practice)
        level = self._after_days_away(exercise, practice, level)
        longest, no_more_than = self._as_long(exercise, practice, level), ceilings(practice, self.answers, self.phase)
        return replace(level, last=run[-1] if run else None, most_seconds=longest, ceilings=no_more_than)

    def _as_long(self, exercise: Exercise, practice: Practice, level: Level) -> int | None:
        """No longer than the last time: what goes by time where the back asked for the same or for less, what is
        counted where it was sore, whatever its step would give."""
        last = practice.tries[-1]
        if not goes_by_time(exercise):
            return seconds_of_set(last, exercise) if is_sore(last, self.answers) else None
        if level.move.goes_up or level.why is None or level.why.code == NOT_TOLD:
            return None
        return seconds_in_one_go(last)

    def _of_before(self, exercise: Exercise, practice: Practice) -> Level:
        """Back in a phase after another one: a step below where it was there; in a phase that is new, at its first
        amount. A rest and an easier step go on through all phases, and nothing is more than it was the last time."""
        last, before = practice.tries[-1], practice.in_phase.get(self.phase)
        run = run_of(practice, last.phase or self.phase)
        there = self._by_run(exercise, run)
        if there.move in (Move.DOWN_RUNG, Move.REST):
            return there
        sets = self._sets(run) if there.move.goes_up else there.most_sets
        if before is None:
            return replace(there, step=0) if there.move.goes_down else Level(most_sets=sets)
        most = self._amount(exercise, last.phase, min(there.step, last.step or 0))
        steps = range(max(0, (before.step or 0) - 1), 0, -1)
        step = next((step for step in steps if self._amount(exercise, self.phase, step) <= most), 0)
        entries = tuple(dict.fromkeys((before.workout, last.workout)))
        why = Reason("back-in-phase", "back-a-stage", entries, {"phase": self.phase.value})
        return Level(step, Move.DOWN_DOSE, why, most_sets=sets)

    def _amount(self, exercise: Exercise, phase: Phase | None, step: int) -> int:
        if phase is None or phase not in exercise.dose:
            return 0
        return amount_of_set(exercise, phase, share_at(step, full_steps(exercise, self.catalogue), exercise, phase))

    def _by_run(self, exercise: Exercise, run: tuple[Try, ...]) -> Level:
        """What the last tries ask for. Of several reasons for less, the one that asks for least is heard."""
        last = run[-1]
        step = min(last.step or 0, full_steps(exercise, self.catalogue))
        less = (self._hurt(exercise, last, step), self._too_much(exercise, run, step), self._hard(exercise, run, step))
        lower = [level for level in less if level is not None]
        if lower:
            return min(lower, key=lambda level: (level.move is Move.DOWN_DOSE, level.step, level.most_sets or 0))
        is_sore = self.answers.of(last).answer is Answer.STAY
        sets = last.sets if is_sore and last.sets else self._sets(run)
        return self._up(exercise, run, step) or Level(step, Move.STAY, self._why_stay(last), sets)

    def _hurt(self, exercise: Exercise, last: Try, step: int) -> Level | None:
        """Less of what hurt; an easier one in its place, or a rest, where it was the least already."""
        if last.outcome is not Outcome.HURT:
            return None
        entries, easier = self.answers.of(last).entries or (last.workout,), self.catalogue.easier(exercise)
        why = Reason("down-hurt", "stop-in-a-workout", entries)
        if step > 0:
            return Level(step - 1, Move.DOWN_DOSE, why, most_sets=last.sets or 1)
        if easier is not None:
            why = replace(why, code="down-hurt-rung", params={"instead": easier.id})
            return Level(0, Move.DOWN_RUNG, why, most_sets=1)
        until = self.answers.day(last) + timedelta(days=self.catalogue.adaptation.rest_days)
        return Level(0, Move.REST, Reason("rest-hurt", "rest-what-hurts", entries), most_sets=1, rests_until=until)

    def _too_much(self, exercise: Exercise, run: tuple[Try, ...], step: int) -> Level | None:
        """Less of everything in a workout that was too much: which part of it was to blame, nobody knows for sure."""
        last, answer = run[-1], self.answers.of(run[-1])
        if answer.answer is not Answer.TOO_MUCH:
            return None
        why = Reason(f"down-{answer.code}", _rule_of(answer), answer.entries)
        if step > 0:
            return Level(step - 1, Move.DOWN_DOSE, why, most_sets=last.sets or 1)
        again = len(run) > 1 and self.answers.of(run[-2]).answer is Answer.TOO_MUCH
        return self._least(exercise, why, easier_comes=again)

    def _hard(self, exercise: Exercise, run: tuple[Try, ...], step: int) -> Level | None:
        """Less after several in a row that were too hard, or that were not done to the end without being easy."""
        times = self.catalogue.adaptation.times_too_hard
        hard = run[-times:]
        if len(hard) < times or not all(map(_was_too_hard, hard)):
            return None
        why = Reason("down-too-hard", "one-step-at-a-time", tuple(one.workout for one in hard))
        if step > 0:
            return Level(step - 1, Move.DOWN_DOSE, why, most_sets=hard[-1].sets or 1)
        least = exercise.dose[self.phase].sets[0] if self.phase in exercise.dose else 1
        return self._least(exercise, why, easier_comes=all((one.sets or 1) <= least for one in hard))

    def _least(self, exercise: Exercise, why: Reason, *, easier_comes: bool) -> Level:
        """Below the first amount: one set of it, and then the easier exercise."""
        easier = self.catalogue.easier(exercise)
        if easier_comes and easier is not None:
            return Level(0, Move.DOWN_RUNG, replace(why, params={"instead": easier.id}), most_sets=1)
        return Level(0, Move.DOWN_DOSE, why, most_sets=1)

    def _up(self, exercise: Exercise, run: tuple[Try, ...], step: int) -> Level | None:
        """More, where it went well on the last days of earlier weeks, and ever since."""
        earning = self._earning(run)
        if earning is None:
            return None
        entries = tuple(dict.fromkeys(entry for one in earning for entry in self.answers.of(one).entries))
        harder, full = self.catalogue.harder(exercise), full_steps(exercise, self.catalogue)
        sets = self._sets(run)
        further, more = one_thing_more(step, sets, full=full, ends=self._ends(exercise))
        is_easy = all(one.felt in ("easy", None) for one in run if one.at >= earning[0].at)
        if harder is not None and (is_easy or step >= full):
            code = "up-rung" if is_easy else "up-rung-full"
            why = Reason(code, "one-step-at-a-time", entries, {"harder": harder.id})
            return Level(further, Move.UP_RUNG, why, most_sets=more)
        if (further, more) == (step, sets):
            return None
        return Level(further, Move.UP_DOSE, Reason("up-dose", "one-step-at-a-time", entries), most_sets=more)

    def _earning(self, run: tuple[Try, ...]) -> tuple[Try, ...] | None:
        """The tries before this week that earn more; two in one day earn as one. A day to stay for, or one of which
        something was not told, takes nothing away, but another one has to earn after it; whatever went less well begins
        the count anew."""
        times, earning = self.catalogue.adaptation.times_to_earn, self._since_the_last_doubt(run)
        earlier = [one for one in earning if self.answers.is_earned_before_monday(one)]
        days = sorted({self.answers.day(one) for one in earlier})
        if len(days) < times:
            return None
        latest = tuple(one for one in earlier if self.answers.day(one) >= days[-times])
        return latest if self.answers.calm_since(latest[0].at) else None

    def _since_the_last_doubt(self, run: tuple[Try, ...]) -> list[Try]:
        found: list[Try] = []
        waits = False
        for one in run:
            if self._earns(one):
                found.append(one)
                waits = False
            elif one.felt == "hard" or one.outcome is not Outcome.DONE or self._was_too_much(one):
                found.clear()
            else:
                waits = True
        return [] if waits else found

    def _was_too_much(self, one: Try) -> bool:
        return self.answers.of(one).answer is Answer.TOO_MUCH

    def _ends(self, exercise: Exercise) -> Range:
        """The fewest and the most sets of the phase; one where the phase has no dose of it."""
        amount = exercise.dose.get(self.phase)
        return (1, 1) if amount is None else (amount.sets[0], min(amount.sets[1], self.catalogue.parameters.most_sets))

    def _earns(self, one: Try) -> bool:
        well = self.answers.of(one).answer is Answer.WELL and self.answers.looked_right(one)
        return well and one.outcome is Outcome.DONE and one.felt in ("easy", "right")

    def _sets(self, tries: Iterable[Try]) -> int | None:
        """The most sets that were done of late without being too much: a short day takes none away."""
        tries = tuple(tries)
        fine = [one.sets for one in tries if one.sets and not self._was_too_much(one)]
        known = [one.sets for one in tries if one.sets]
        return max(fine, default=min(known, default=None if tries[-1].outcome is Outcome.DONE else 1))

    def _why_stay(self, last: Try) -> Reason | None:
        answer = self.answers.of(last)
        if answer.answer is Answer.STAY:
            return Reason(f"stay-{answer.code}", _rule_of(answer), answer.entries)
        if (answer.answer is Answer.UNKNOWN or last.felt is None) and self.answers.is_earned_before_monday(last):
            return Reason(NOT_TOLD, "next-day-decides", (last.workout,))
        return None if self.answers.looked_right(last) else Reason("stay-form", "form-before-more", (last.workout,))

    def _after_days_away(self, exercise: Exercise, practice: Practice, level: Level) -> Level:
        """Less, the longer it was not done; never more than it would have been."""
        days = (self.answers.now - practice.last_at).days
        down = max((steps for least, steps in self.catalogue.adaptation.away if days >= least), default=0)
        if down == 0 or level.move in (Move.DOWN_RUNG, Move.REST):
            return level
        entries, params = (practice.tries[-1].workout,), {"days": str(days)}
        why = Reason("back-after-break", "back-after-a-break", entries, params)
        easier = self.catalogue.easier(exercise)
        if down > full_steps(exercise, self.catalogue) and easier is not None:
            return Level(0, Move.DOWN_RUNG, replace(why, params={**params, "instead": easier.id}), most_sets=1)
        step = max(0, level.step - down - level.move.goes_up)
        return Level(step, Move.DOWN_DOSE, why, level.most_sets)


def _was_too_hard(one: Try) -> bool:
    return one.felt == "hard" or (one.outcome is Outcome.PART and one.felt is None)


def _rule_of(answer: Response) -> str:
    if answer.code == "hard-work":
        return "one-step-at-a-time"
    return "next-day-decides" if answer.by_morning else "stop-in-a-workout"
