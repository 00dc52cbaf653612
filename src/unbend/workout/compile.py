"""Compiling one workout of a plan into a script: its words, its pictures and its seconds."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from unbend.body.movement import Movement
from unbend.catalogue.condition import Values
from unbend.catalogue.text import Texts
from unbend.catalogue.words import Answer, Phase
from unbend.planning.brief import Brief
from unbend.planning.candidates import is_on_floor
from unbend.planning.plan import Item, Session
from unbend.planning.session import changes_place
from unbend.planning.swap import Refused, neighbours, swapped_item
from unbend.workout.beats import Beats
from unbend.workout.gate import gate_for
from unbend.workout.help import help_for
from unbend.workout.lead_in import lead_in
from unbend.workout.script import DAYS_GOOD_FOR, Figures, Part, Script, Sound, Variant, Watched
from unbend.workout.tempo import tempo_of


@dataclass(frozen=True)
class Facts:
    """What a script says that is not the workout's: whose it is, when it was made, and where its pictures are.

    `figure` gives the address of a picture by exercise, side (left or right) and what it shows (start, end or moving),
    `reference` that of what the camera holds an exercise against; `dose` the words of an item's dose. `country` has
    two letters.
    """

    id: str
    person: str
    day: date
    variant: Variant
    made_at: datetime
    language: str
    country: str | None
    letter: str
    sound: Sound
    figure: Callable[[str, str, str], str]
    reference: Callable[[str], str]
    dose: Callable[[Item], str]


def compile_script(
    session: Session, brief: Brief, values: Values, movements: Mapping[str, Movement], texts: Texts, facts: Facts
) -> Script:
    """The script of one workout; it takes as long as the plan reckons. `brief` and `values` are the person's, of
    whom the workout was planned and the gate questions are asked."""
    pregnant = values.get("pregnant") in (Answer.YES, Answer.UNSURE)
    maker = _Maker(brief, movements, texts, facts, pregnant)
    return Script(
        id=facts.id,
        person=facts.person,
        language=facts.language,
        day=facts.day,
        variant=facts.variant,
        phase=brief.start.phase,
        made_at=facts.made_at,
        expires_at=facts.made_at + timedelta(days=DAYS_GOOD_FOR),
        title=texts.workout.title[facts.variant].format(minutes=session.minutes),
        sound=facts.sound,
        parts=tuple(maker.parts(session)),
        gate=gate_for(values, brief.catalogue, texts),
        help=help_for(facts.country, brief.catalogue.countries, texts, pregnant=pregnant, letter=facts.letter),
    )


@dataclass(frozen=True)
class _Maker:
    brief: Brief
    movements: Mapping[str, Movement]
    texts: Texts
    facts: Facts
    pregnant: bool

    def parts(self, session: Session) -> Iterator[Part]:
        before: Item | None = None
        for number, item in enumerate(session.items):
            place = "first" if number == 0 else "last" if number == len(session.items) - 1 else "next"
            change = self._change(before, item)
            part = self._part(item, place, before, seconds_of_change=change)
            yield replace(part, easier=self._easier(item, place, before, most_seconds=part.seconds))
            before = item

    def _change(self, before: Item | None, item: Item) -> int:
        """Seconds to get down to the floor or up from it."""
        changes = before is not None and changes_place(before, item, self.brief)
        return self.brief.catalogue.parameters.seconds_to_change_position if changes else 0

    def _easier(self, item: Item, place: str, before: Item | None, *, most_seconds: int) -> Part | None:
        """The easier neighbour, where this person may do it and it fits in the same time."""
        exercises = self.brief.catalogue.exercises
        step = neighbours(exercises[item.exercise], self.brief).easier
        if step is None:
            return None
        made = swapped_item(item, exercises[step.exercise], self.brief)
        if isinstance(made, Refused):
            return None
        part = self._part(made, place, before, seconds_of_change=self._change(before, made))
        # Whoever got up or down for it has to get back for what comes next, which reckons no time for that.
        way_back = self._change(item, made)
        return part if part.seconds + way_back <= most_seconds else None

    def _part(self, item: Item, place: str, before: Item | None, *, seconds_of_change: int) -> Part:
        exercise, words = self.brief.catalogue.exercises[item.exercise], self.texts.exercises[item.exercise]
        tempo = tempo_of(self.movements[item.exercise])
        parameters, say = self.brief.catalogue.parameters, self.texts.workout.say
        dose = self.facts.dose(item)
        seconds = parameters.seconds_between_exercises + seconds_of_change
        intro = self._intro(item, place, before, dose)
        first = lead_in(item, tempo, say, intro, words.steps[0], seconds=seconds)
        work = Beats(item, exercise, tempo, parameters, say, words.cues).segments()
        return Part(
            exercise=item.exercise,
            name=words.name,
            slot=item.slot.value,
            step=item.step,
            dose=dose,
            steps=words.steps,
            cues=words.cues,
            breathing=words.breathing,
            feel=words.feel,
            stop_if=words.stop_if,
            figures={side: self._figures(item.exercise, side) for side in ("right", "left")},
            round_seconds=tempo.round,
            target_seconds=tempo.reached,
            segments=(*first, *work),
            camera=self._camera(self.movements[item.exercise]),
            easier=None,
        )

    def _intro(self, item: Item, place: str, before: Item | None, dose: str) -> str:
        """What comes, how much of it, and whether to get down or up for it."""
        say, exercises = self.texts.workout.say, self.brief.catalogue.exercises
        intro = say[place].format(name=self.texts.exercises[item.exercise].name, dose=dose)
        down = is_on_floor(exercises[item.exercise], self.brief)
        was_down = before is not None and is_on_floor(exercises[before.exercise], self.brief)
        return intro if down == was_down else f"{intro} {say['to-floor' if down else 'from-floor']}"

    def _camera(self, movement: Movement) -> Watched | None:
        if movement.camera.counts is None:
            return None
        by = "hold" if movement.count is not None and movement.count.hold else "count"
        reference = self.facts.reference(movement.exercise)
        return Watched(movement.camera.view, by, movement.alternates, reference, self.may_go_farther)

    @property
    def may_go_farther(self) -> bool:
        """Whether a camera may ask for more range: never in the stages that calm and restore, nor of anybody for whom
        something is ruled out, nor in pregnancy. A camera does not see why somebody stops where they stop."""
        is_strong = self.brief.start.phase in (Phase.STRENGTHEN, Phase.MAINTAIN)
        return is_strong and not self.brief.restricted_by and not self.pregnant

    def _figures(self, exercise: str, side: str) -> Figures:
        moving, start, end = (self.facts.figure(exercise, side, what) for what in ("moving", "start", "end"))
        return Figures(moving, start, end)
