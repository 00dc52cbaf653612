"""Why an exercise, or a plan at all, is not for this person now: the plan's own rules, asked about one thing."""

from dataclasses import dataclass
from functools import cached_property

from unbend.catalogue.exercise import Exercise
from unbend.catalogue.text import Texts
from unbend.catalogue.words import Role, Urgency
from unbend.planning.bars import bar
from unbend.planning.brief import Brief
from unbend.planning.dose import dose_at
from unbend.planning.options import limited, options
from unbend.planning.plan import Why
from unbend.safety import SafetyAnswer
from unbend.service.dose_words import dose_in_words
from unbend.service.plan import brief_of
from unbend.service.ports import Ports
from unbend.service.standing import Standing
from unbend.service.wording import sentence

BOTH_SIDES = ("left", "right")


@dataclass(frozen=True)
class Limits:
    """What holds for the person now. `closed`: why nothing may be started at all; None when something may."""

    standing: Standing
    ports: Ports

    @property
    def texts(self) -> Texts:
        """The words of the person's language."""
        return self.ports.known.texts

    @cached_property
    def closed(self) -> str | None:
        """Why there is no exercise for now, in words."""
        code = _closed(self.standing.safety)
        return None if code is None else self.texts.safety.messages[code]

    @cached_property
    def brief(self) -> Brief | None:
        """What the planner goes by; None where it may not plan."""
        here = self.standing
        if self.closed is not None:
            return None
        return brief_of(here.state, here.values, here.safety, self.ports.known.catalogue, now=here.now)

    def why_not(self, exercise: Exercise) -> Why | None:
        """What keeps the exercise back; None when nothing does, and when nothing may be started anyway."""
        return None if self.brief is None else bar(exercise, self.brief, roles=tuple(Role))

    def why_not_in_words(self, exercise: Exercise) -> str | None:
        """The same as a sentence, or why nothing may be started."""
        why = self.why_not(exercise)
        return self.closed if why is None else sentence(why, self.texts)

    def doses(self, exercise: Exercise) -> tuple[str, str] | None:
        """The dose to begin with or go on with, and the most of the person's phase, in words."""
        if self.brief is None or self.brief.start.phase not in exercise.dose:
            return None
        amount = exercise.dose[self.brief.start.phase]
        now = options(exercise, self.brief, worse_side=False)[0].dose
        most = limited(dose_at(exercise, amount, sets=amount.sets[1], progress=1.0), self.brief)
        sides = BOTH_SIDES if exercise.per_side else ("both",)
        return dose_in_words(now, self.texts, sides=sides), dose_in_words(most, self.texts, sides=sides)


def _closed(safety: SafetyAnswer) -> str | None:
    if safety.may_plan:
        return None
    if not safety.complete and safety.urgency.rank < Urgency.URGENT.rank:
        return "incomplete"
    return "no_plan_urgency" if safety.urgency.rank >= Urgency.URGENT.rank else "no_plan_see_clinician"
