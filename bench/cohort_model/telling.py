"""What a person tells: whole numbers and words, now and then nothing at all."""

from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any

from bench.cohort_model.body import Body, Felt, Taken
from bench.cohort_model.known import catalogue
from bench.cohort_model.load import seconds_of_work
from bench.cohort_model.numbers import NUMBERS
from bench.cohort_model.people import Subject, day_of

from unbend.catalogue.words import Phase

Json = dict[str, Any]
MORNING, WEEKLY, WORKOUT = time(8, tzinfo=UTC), time(8, 30, tzinfo=UTC), time(18, tzinfo=UTC)


def moment(day: int, hour: time) -> datetime:
    """The moment of a day of the simulation."""
    return datetime.combine(day_of(day), hour)


def nrs(pain: float) -> int:
    """Pain as it is told: a whole number from 0 to 10."""
    return min(10, max(0, round(pain)))


@dataclass(frozen=True)
class Teller:
    """A person who tells how it went. The same day brings the same gaps, whatever the programme."""

    subject: Subject

    def says(self, what: str, day: int, share: float, name: str = "") -> bool:
        """Whether it is told this time."""
        return self.subject.luck.uniform(f"tells {what}", day, name) < share

    def morning(self, body: Body, before: float) -> Json | None:
        """How the back is the morning after a workout, or nothing."""
        if not self.says("morning", body.day, self.subject.tells):
            return None
        risen = body.pain - before
        compared = "worse" if risen >= 1 else "better" if risen <= -1 else "same"
        data: Json = {"pain": nrs(body.pain)}
        if self.says("compared", body.day, 0.8):
            data["compared"] = compared
        return entry("next-day", body.day, MORNING, data)

    def week(self, body: Body) -> Json | None:
        """The weekly answer of how bad it is, or nothing."""
        if not self.says("week", body.day, NUMBERS.tells_week):
            return None
        return entry("answered", body.day, WEEKLY, {"findings": {"severity": nrs(body.pain)}})

    def workout(self, taken: Taken, day: int, phase: Phase | None, left: list[str]) -> Json:
        """The workout as the player writes it down; `left` was not done any more."""
        data: Json = {"exercises": [self._done(part, day, taken) for part in taken.parts]}
        data["exercises"] += [{"exercise": key, "outcome": "skipped"} for key in left]
        if phase is not None:
            data["phase"] = phase.value
        if self.says("before", day, NUMBERS.tells_pain):
            data["pain_before"] = nrs(taken.before)
        if taken.hurt or self.says("during", day, 0.3):
            data["pain_during"] = nrs(taken.during)
        if self.says("after", day, NUMBERS.tells_pain):
            data["pain_after"] = nrs(taken.after)
        if self.says("effort", day, NUMBERS.tells_effort):
            data["effort"] = self._effort(taken, day)
        data["ended"] = "hurt" if taken.hurt else "finished"
        data["seconds"] = sum(part.item.seconds for part in taken.parts)
        return entry("practised", day, WORKOUT, data)

    def _done(self, part: Felt, day: int, taken: Taken) -> Json:
        item = part.item
        hurt = taken.hurt and part is taken.parts[-1]
        halved = part.share > NUMBERS.harm_from and self.says("part", day, 0.5, item.exercise)
        outcome = "hurt" if hurt else "part" if halved else "done"
        done: Json = {"exercise": item.exercise, "outcome": outcome, "step": item.step, "sets": item.dose.sets}
        done["seconds"] = seconds_of_work(catalogue().exercises[item.exercise], item.dose, extra_sets=item.extra_sets)
        if self.says("felt", day, NUMBERS.tells_felt, item.exercise):
            done["felt"] = self._felt(part, day)
        return done

    def _felt(self, part: Felt, day: int) -> str:
        share = part.share + NUMBERS.felt_noise * self.subject.luck.normal("felt", day, part.item.exercise)
        if share < NUMBERS.easy_below or part.load == 0:
            return "easy"
        return "hard" if share > NUMBERS.hard_above else "right"

    def _effort(self, taken: Taken, day: int) -> int:
        hardest = max((part.share for part in taken.parts), default=0.0)
        return min(10, max(1, round(1 + 5.5 * hardest + 0.7 * self.subject.luck.normal("effort", day))))

    def test(self, body: Body, test: str) -> Json | None:
        """Both sides of a self-test, with its own error; or nothing."""
        if not self.says("test", body.day, NUMBERS.retests, test):
            return None
        known = catalogue().tests[test]
        error, middle = known.error or 0.0, (known.minimum + known.maximum) / 2
        better = 1 if known.higher_is_better else -1
        sides = {}
        for side, way in (("left", -1), ("right", 1)):
            noise = error / 1.96 / 2**0.5 * self.subject.luck.normal(f"test {test}", body.day, side)
            value = middle + way * better * body.sides[test] * error / 2 + noise
            sides[side] = round(min(known.maximum, max(known.minimum, value)), 1)
        return entry("tested", body.day, WEEKLY.replace(minute=40), {"tests": {test: sides}}, name=test)


def entry(kind: str, day: int, hour: time, data: Json, *, name: str = "") -> Json:
    """A line of a log."""
    at = moment(day, hour)
    return {"id": f"{kind}-{day:03}{name}", "kind": kind, "happened_at": at.isoformat(), "data": data}
