"""Learn: what there is to read, what of it was read, and what to read this week."""

from dataclasses import dataclass
from datetime import date

from unbend.assessment.reading import lesson_of_week
from unbend.catalogue.knowledge import Lesson, LessonText, Source
from unbend.planning.pace import week_now
from unbend.service.plan import DAYS
from unbend.service.ports import Actor, Ports
from unbend.service.record import note
from unbend.service.standing import Standing, standing

WORDS_A_MINUTE = 150
"""A calm pace of reading on a screen: the project's own choice."""


@dataclass(frozen=True)
class Piece:
    """A lesson in a list: its words, about how long it takes, and the day it was last read, if it was."""

    lesson: Lesson
    words: LessonText
    minutes: int
    read_on: date | None


@dataclass(frozen=True)
class Theme:
    """Lessons about one thing."""

    id: str
    name: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Reading:
    """The lesson of this week, and all of them by theme; how many were read, of how many."""

    this_week: Piece
    themes: tuple[Theme, ...]
    read: int
    all: int


@dataclass(frozen=True)
class LessonPage:
    """A lesson with its sources and its theme's name, and the one that follows it in the list."""

    piece: Piece
    theme: str
    sources: tuple[Source, ...]
    next: Piece | None


def reading(actor: Actor, person: str, ports: Ports) -> Reading:
    """What there is to read. Raises NotAllowed."""
    here, names = standing(actor, person, ports), ports.known.texts.names["theme"]
    pieces = _pieces(here, ports)
    themes = dict.fromkeys(piece.lesson.theme for piece in pieces.values())
    return Reading(
        this_week=pieces[this_weeks_lesson(here, ports).id],
        themes=tuple(
            Theme(theme, names[theme], tuple(p for p in pieces.values() if p.lesson.theme == theme)) for theme in themes
        ),
        read=sum(piece.read_on is not None for piece in pieces.values()),
        all=len(pieces),
    )


def lesson_page(actor: Actor, person: str, lesson: str, ports: Ports) -> LessonPage | None:
    """One lesson; None where there is no such. Raises NotAllowed."""
    pieces = _pieces(standing(actor, person, ports), ports)
    if lesson not in pieces:
        return None
    piece, order = pieces[lesson], list(pieces)
    after = order[order.index(lesson) + 1 :]
    sources = tuple(ports.known.catalogue.sources[source] for source in piece.lesson.sources)
    theme = ports.known.texts.names["theme"][piece.lesson.theme]
    return LessonPage(piece, theme, sources, pieces[after[0]] if after else None)


def mark_read(actor: Actor, person: str, lesson: str, ports: Ports, *, id_: str | None = None) -> None:
    """Note that the lesson was read. Raises NotAllowed, BadInput."""
    note(actor, person, "read", {"lesson": lesson}, ports, id_=id_)


def this_weeks_lesson(here: Standing, ports: Ports) -> Lesson:
    """One for each week of the programme, as the plan counts them."""
    days = here.state.wishes.days or DAYS
    week = week_now(here.state, here.today, days_a_week=days if isinstance(days, int) else len(days))
    return lesson_of_week(ports.known.catalogue, here.about, week)


def _pieces(here: Standing, ports: Ports) -> dict[str, Piece]:
    texts, read = ports.known.texts.lessons, here.state.lessons
    return {
        lesson.id: Piece(
            lesson,
            texts[lesson.id],
            minutes_of(texts[lesson.id]),
            read[lesson.id].astimezone(here.now.tzinfo).date() if lesson.id in read else None,
        )
        for lesson in ports.known.catalogue.lessons.values()
    }


def minutes_of(words: LessonText) -> int:
    """About how many minutes the lesson takes to read; at least one."""
    return max(1, round(sum(len(paragraph.split()) for paragraph in words.body) / WORDS_A_MINUTE))
