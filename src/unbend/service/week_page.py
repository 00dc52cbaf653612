"""The advice for a week as a page to print: sentences and pictures put where the page wants them."""

from collections.abc import Iterable, Iterator
from datetime import date

from unbend.body.figure.ink import PRINT
from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.knowledge import Source
from unbend.catalogue.text import Texts
from unbend.catalogue.words import Allows, Urgency
from unbend.exchange.week import DoneWorkout, Entry, Headings, WeekPage, Workout, week_page
from unbend.planning.brief import WEEKDAYS
from unbend.planning.plan import Between, Item, Plan, Why
from unbend.service.check import headline, safety_net
from unbend.service.dose_words import alike, days_in_words, dose_in_words, often_in_words, tried_in_words
from unbend.service.figure import Studio
from unbend.service.plan import Advice
from unbend.service.plan_json import no_sessions_because
from unbend.service.week_done import DoneDay
from unbend.service.wording import in_groups, in_one_line, sentence


def week_as_html(
    advice: Advice, catalogue: Catalogue, texts: Texts, studio: Studio, *, today: date, done: Iterable[DoneDay] = ()
) -> str:
    """The week as one page of HTML with its pictures, for A4. `done`: the days with something other than the plan's."""
    return week_page(_Page(catalogue, texts, studio).of(advice, today, done))


class _Page:
    """The page in the making."""

    def __init__(self, catalogue: Catalogue, texts: Texts, studio: Studio) -> None:
        self.catalogue, self.texts, self.studio = catalogue, texts, studio
        self.messages = texts.safety.messages
        self.cited: dict[str, None] = {}

    def of(self, advice: Advice, today: date, done: Iterable[DoneDay]) -> WeekPage:
        plan = advice.plan
        workouts = tuple(self._workouts(plan)) if plan else ()
        between = tuple(self._between(item) for item in plan.between) if plan else ()
        return WeekPage(
            title=self.messages["week_title"].format(week=plan.week if plan else 1),
            answer=tuple(self._answer(advice)),
            notes=tuple(self._notes(advice)),
            workouts=workouts,
            done=tuple(self._done(day) for day in done),
            between=between,
            help=(safety_net(self.texts.safety), self.messages["not_a_diagnosis"]),
            sources=tuple((id_, reference(self.catalogue.sources[id_])) for id_ in self.cited),
            headings=self._headings(today),
        )

    def _headings(self, today: date) -> Headings:
        say = self.messages
        made = say["week_made"].format(date=f"{today.day} {self.texts.names['month'][str(today.month)]} {today.year}")
        return Headings(say["week_help"], say["week_between"], say["week_stop"], say["week_sources"], made)

    def _answer(self, advice: Advice) -> Iterator[str]:
        answer = advice.safety
        whole = answer.complete or answer.urgency is not Urgency.SELF_CARE
        yield headline(answer.urgency, self.texts.safety) if whole else self.messages["incomplete_so_far"]
        for reason in answer.reasons:
            if reason.urgency is not Urgency.SELF_CARE:
                words = self.texts.safety.rules[reason.rule]
                self._cite(reason.sources)
                yield f"{words.why} {words.advice}" if reason.urgency is answer.urgency else words.why
        if answer.complete and answer.urgency is Urgency.SEE_CLINICIAN and answer.allows is not Allows.NONE:
            yield self.messages["gentle_plan" if answer.allows is Allows.GENTLE else "plan_alongside"]
        if (because := no_sessions_because(advice, self.texts)) is not None:
            yield because

    def _notes(self, advice: Advice) -> Iterator[str]:
        plan = advice.plan
        if plan is None or not plan.sessions:
            return
        yield sentence(plan.phase_why, self.texts)
        yield self.texts.reasons[plan.phase.value]
        yield from (sentence(why, self.texts) for why in plan.timing)
        if plan.because:
            yield f"{self.messages['week_different']}:"
            yield from (in_one_line(group) for group in in_groups(plan.because, self.texts))

    def _workouts(self, plan: Plan) -> Iterator[Workout]:
        for session, days in alike(plan):
            title = self.messages["week_workout"].format(days=days_in_words(days, self.texts), minutes=session.minutes)
            notes = (sentence(session.short_because, self.texts),) if session.short_because else ()
            yield Workout(title, notes, tuple(self._item(item) for item in session.items))

    def _done(self, day: DoneDay) -> DoneWorkout:
        title = self.messages["week_done"].format(day=self.texts.names["day"][WEEKDAYS[day.on.weekday()]])
        lines = (f"{self.texts.exercises[one.done.exercise].name}: {tried_in_words(one, self.texts)}"
                 for one in day.tried)  # fmt: skip
        return DoneWorkout(title, tuple(lines))

    def _item(self, item: Item) -> Entry:
        dose = dose_in_words(item.dose, self.texts, sides=item.sides, extra_sets=item.extra_sets)
        return self._entry(item.exercise, self.texts.names["slot"][item.slot.value], dose, item.why)

    def _between(self, item: Between) -> Entry:
        dose = f"{often_in_words(item.times_a_week)}: {dose_in_words(item.dose, self.texts)}"
        return self._entry(item.exercise, "", dose[0].upper() + dose[1:], (item.why,))

    def _entry(self, exercise: str, part: str, dose: str, why: Iterable[Why]) -> Entry:
        reasons = tuple(why)
        words = self.texts.exercises[exercise]
        sources = tuple(dict.fromkeys(source for reason in reasons for source in reason.sources))
        self._cite(sources)
        return Entry(
            words.name,
            part,
            dose,
            tuple(self._pictures(exercise)),
            words.steps,
            words.stop_if,
            tuple(sentence(reason, self.texts) for reason in reasons),
            sources,
        )

    def _pictures(self, exercise: str) -> Iterator[tuple[str, str]]:
        scene = self.studio.scene(exercise)
        moves = len(scene.movement.poses) > 1
        if moves:
            yield self.messages["picture_start"], scene.picture(0.0, PRINT)
        yield self.messages["picture_end"] if moves else "", scene.picture(1.0, PRINT)

    def _cite(self, sources: Iterable[str]) -> None:
        self.cited.update(dict.fromkeys(sources))


def reference(source: Source) -> str:
    """A source as a line of a list of references."""
    found = f"doi:{source.doi}" if source.doi else source.url or source.printed or ""
    year = f" ({source.year})" if source.year else ""
    return f"{source.authors}{year}. {source.title.rstrip('.')}. {found}".rstrip()
