"""A week of workouts as a page to print on A4 or to read on a screen; it needs nothing from anywhere else."""

from collections.abc import Iterator
from dataclasses import dataclass

from unbend.exchange.markup import Html, element, page, raw

STYLE = """
@page { size: A4; margin: 12mm 14mm 14mm; }
:root { color-scheme: light; font-family: system-ui, "Segoe UI", sans-serif; font-size: 10pt; line-height: 1.35; }
body { max-width: 182mm; margin: 0 auto; padding: 1rem; background: #fff; color: #1c2430; }
h1 { font-size: 1.5rem; margin: 0 0 0.25rem; }
h2 { font-size: 1.2rem; margin: 1rem 0 0.25rem; border-bottom: 1.5px solid #1c2430; break-after: avoid; }
h3 { font-size: 1.05rem; margin: 0; }
p, ol, ul { margin: 0.2rem 0; }
ol, ul { padding-left: 1.2rem; }
article { display: grid; grid-template-columns: 88mm 1fr; gap: 0 5mm; padding: 2mm 0; break-inside: avoid;
  border-bottom: 0.5px solid #9aa4b0; }
article > div:first-child { display: grid; grid-auto-columns: 1fr; grid-auto-flow: column; gap: 2mm;
  align-content: center; }
figure { margin: 0; }
figure svg { display: block; width: 100%; height: 50mm; }
figcaption { font-size: 0.8rem; text-align: center; color: #55606e; }
.dose { font-weight: 600; }
.why, .sources { font-size: 0.82rem; line-height: 1.25; color: #55606e; }
.help { border: 1.5px solid #a33327; border-radius: 2mm; padding: 2mm 4mm; margin: 0.6rem 0; break-inside: avoid; }
.help h2 { border: 0; margin: 0; color: #a33327; }
@media print { body { padding: 0; max-width: none; } }
@media screen and (max-width: 45rem) { article { grid-template-columns: 1fr; } }
"""


@dataclass(frozen=True)
class Entry:
    """One exercise: its pictures as SVG with captions, how much, how to do it, when to stop, why, and from where."""

    name: str
    part: str
    dose: str
    pictures: tuple[tuple[str, str], ...]
    steps: tuple[str, ...]
    stop_if: tuple[str, ...]
    why: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Workout:
    """One workout of the week and the days it is done on."""

    title: str
    notes: tuple[str, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class DoneWorkout:
    """What was done on a day, a line for each exercise."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Headings:
    """The page's own words."""

    help: str
    between: str
    stop: str
    sources: str
    made: str


@dataclass(frozen=True)
class WeekPage:
    """Everything the page says. `answer` is the safety answer in sentences, `help` when to get help; `done` is what
    was done otherwise than the workouts say, `between` what stands between them, `sources` each source id with its
    reference."""

    title: str
    answer: tuple[str, ...]
    notes: tuple[str, ...]
    workouts: tuple[Workout, ...]
    done: tuple[DoneWorkout, ...]
    between: tuple[Entry, ...]
    help: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]
    headings: Headings


def week_page(week: WeekPage) -> str:
    """The page as HTML."""
    return page(week.title, STYLE, *_body(week))


def _body(week: WeekPage) -> Iterator[Html]:
    yield element("h1", week.title)
    yield element("p", week.headings.made, class_="why")
    yield from (element("p", sentence) for sentence in (*week.answer, *week.notes))
    yield element("section", element("h2", week.headings.help), *_paragraphs(week.help), class_="help")
    for workout in week.workouts:
        yield element("h2", workout.title)
        yield from _paragraphs(workout.notes)
        yield from (_entry(entry, week.headings) for entry in workout.entries)
    for done in week.done:
        yield element("h2", done.title)
        yield element("ul", *(element("li", line) for line in done.lines))
    if week.between:
        yield element("h2", week.headings.between)
        yield from (_entry(entry, week.headings) for entry in week.between)
    if week.sources:
        yield element("h2", week.headings.sources)
        items = (element("li", f"{id_}: {text}", id=f"source-{id_}") for id_, text in week.sources)
        yield element("ul", *items, class_="sources")


def _entry(entry: Entry, headings: Headings) -> Html:
    figures = (element("figure", raw(svg), element("figcaption", caption)) for caption, svg in entry.pictures)
    told = element(
        "div",
        element("h3", f"{entry.name} ({entry.part})" if entry.part else entry.name),
        element("p", entry.dose, class_="dose"),
        element("ol", *(element("li", step) for step in entry.steps)),
        element("p", element("strong", f"{headings.stop} "), " ".join(entry.stop_if)),
        element("p", " ".join(entry.why), class_="why"),
        element("p", f"{headings.sources}: {', '.join(entry.sources)}", class_="sources"),
    )
    return element("article", element("div", *figures), told)


def _paragraphs(sentences: tuple[str, ...]) -> Iterator[Html]:
    return (element("p", sentence) for sentence in sentences)
