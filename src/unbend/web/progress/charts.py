"""The charts of the page, each with what it says in a sentence, and its numbers as a table."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from unbend.exchange.chart import (
    BarChart,
    LineChart,
    Table,
    bar_table,
    draw_bars,
    draw_dumbbell,
    draw_line,
    dumbbell_table,
    figure,
    line_table,
    multiples,
)
from unbend.exchange.chart.of_progress import Named, line_chart, minutes_chart, sides_chart, workouts_chart
from unbend.exchange.markup import Html
from unbend.progress import Fact, Progress, Series, Week
from unbend.web.progress.words import Said

_WIDE, _SMALL = 600, 280
"""As wide as a chart, and one of two beside each other, stand on the page; so letters are as large as those around."""
_TOGETHER = ("before", "after")
"""Pain before and after workouts is one chart of two lines."""
_Parted = tuple[list[list[Series]], list[list[Series]]]


@dataclass(frozen=True)
class Frame:
    """One chart as the page shows it."""

    title: str
    said: str
    drawing: SafeString
    note: str
    columns: tuple[dict[str, str], ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Section:
    """Charts about one thing; `once` is what has one number so far, by its name."""

    id: str
    title: str
    frames: tuple[Frame, ...]
    once: tuple[dict[str, str], ...] = ()


class Charts:
    """Makes the charts of one page."""

    def __init__(self, progress: Progress, summary: Iterable[Fact], said: Said) -> None:
        self.progress, self.said, self.words = progress, said, said.chart
        self.facts = {_key(fact): fact for fact in summary}

    def sections(self) -> tuple[Section, ...]:
        """All sections that have something to show."""
        measures, tests = self._parted(self.progress.measures), self._parted(self.progress.tests)
        made = (
            Section("pain", _("Pain"), tuple(self._pain())),
            Section(
                "function", _("Daily life"), tuple(self._alone(one) for (one,) in measures[1]), self._once(measures)
            ),
            Section("done", _("What you did"), tuple(self._done())),
            Section("tests", _("Self-tests"), tuple(self._tests(tests[1])), self._once(tests)),
        )
        return tuple(section for section in made if section.frames or section.once)

    @staticmethod
    def _parted(series: Iterable[Series]) -> _Parted:
        """Both sides of a test together; first what has one number so far, then what has a course to draw."""
        groups = [list(group) for _name, group in groupby(series, key=lambda one: one.id)]
        parted: _Parted = ([], [])
        for group in groups:
            parted[any(_count(one) > 1 for one in group)].append(group)
        return parted

    def _once(self, parted: _Parted) -> tuple[dict[str, str], ...]:
        return tuple({"name": self.said.name_of(group[0]), "value": self._numbers(group)} for group in parted[0])

    def _numbers(self, group: Sequence[Series]) -> str:
        """The only number, or that of each side."""
        values = [self.words.number(one.runs[0][0].value) for one in group]
        sides = {"left": self.words.left, "right": self.words.right}
        named = [f"{sides[one.side]} {value}" if one.side else value for one, value in zip(group, values, strict=True)]
        return " ".join(filter(None, (", ".join(named), self.words.unit(group[0].unit))))

    def _pain(self) -> Iterator[Frame]:
        """Each occasion for itself, but before and after workouts beside each other."""
        yield from (self._alone(one) for one in self.progress.pain if one.id not in _TOGETHER)
        both = [one for one in self.progress.pain if one.id in _TOGETHER]
        if len(both) == 1:
            yield self._alone(both[0])
        if len(both) > 1:
            labels = [_("Before"), _("After")]
            title = _("Pain before and after workouts")
            chart = self._chart("pain-around", title, both, labels)
            table = line_table(self._plainly(chart, labels), self.words)
            yield _frame_of(title, chart.description, self._drawn(chart), table, _scale_of(both[0]))

    def _alone(self, series: Series) -> Frame:
        chart = self._chart(f"{series.topic}-{series.id}", self.said.name_of(series), [series], [""])
        table = line_table(chart, self.words)
        return _frame_of(chart.title, chart.description, self._drawn(chart), table, _scale_of(series))

    def _tests(self, groups: Iterable[Sequence[Series]]) -> Iterator[Frame]:
        yield from (self._alone(group[0]) if group[0].side is None else self._two_sided(group) for group in groups)
        if self.progress.sides:
            yield self._sides()

    def _two_sided(self, series: Sequence[Series]) -> Frame:
        """Each side in a small chart of its own, with its own band."""
        names = [self.words.left if one.side == "left" else self.words.right for one in series]
        title, first = self.said.name_of(series[0]), series[0]
        small = [
            self._chart(f"test-{one.id}-{one.side}", f"{title}, {name}", [one], [""])
            for one, name in zip(series, names, strict=True)
        ]
        highest = max(chart.maximum for chart in small)
        drawn = multiples(
            (name, draw_line(replace(chart, maximum=highest), self.words, width=_SMALL, height=150))
            for name, chart in zip(names, small, strict=True)
        )
        together = self._chart(f"test-{first.id}", title, series, names)
        table = line_table(self._plainly(together, names), self.words)
        return _frame_of(title, together.description, drawn, table, _scale_of(first))

    def _sides(self) -> Frame:
        sides, title = self.progress.sides, _("Left beside right")
        said = _("How both sides stood when you last measured them.")
        labels = [(self.said.name("test", one.test), self.said.word(one.code)) for one in sides]
        chart = sides_chart("sides", Named(title, said), sides, labels, self.words)
        drawn = figure(lambda width: draw_dumbbell(chart, self.words, width=min(width, _WIDE)))
        return _frame_of(title, said, drawn, dumbbell_table(chart, self.words), "")

    def _done(self) -> Iterator[Frame]:
        weeks = self.progress.weeks
        if any(week.workouts for week in weeks):
            yield self._workouts(weeks)
        if any(week.minutes for week in weeks):
            title, said = _("Minutes of exercise"), _("Minutes of your workouts, week by week.")
            yield self._minutes("minutes", title, said, lambda week: week.minutes)
        if any(week.walked for week in weeks):
            title, said = _("Minutes of walking"), _("Minutes of the walks you wrote down, week by week.")
            yield self._minutes("walked", title, said, lambda week: week.walked)

    def _workouts(self, weeks: Sequence[Week]) -> Frame:
        title, said = _("Workouts"), _("How many workouts you did, week by week.")
        planned = any(week.planned for week in weeks)
        note = _("The short line across a bar is what was planned.") if planned else ""
        return self._bars(workouts_chart("workouts", Named(title, said), weeks, title, _("Planned")), said, note)

    def _minutes(self, identity: str, title: str, said: str, minutes: Callable[[Week], float | None]) -> Frame:
        amounts = ((week.first, minutes(week)) for week in self.progress.weeks)
        return self._bars(minutes_chart(identity, Named(title, said), amounts, _("Minutes")), said, "")

    def _bars(self, chart: BarChart, said: str, note: str) -> Frame:
        fewer = _("Each bar is the average week of a month.") if len(chart.bars) < len(self.progress.weeks) else ""
        drawn = figure(lambda width: draw_bars(chart, self.words, width=min(width, _WIDE)))
        return _frame_of(chart.title, said, drawn, bar_table(chart, self.words), " ".join(filter(None, (note, fewer))))

    def _chart(self, identity: str, title: str, series: Sequence[Series], labels: Sequence[str]) -> LineChart:
        named = Named(title, self._sentences(series, labels), _("about the same"))
        return line_chart(identity, named, series, labels, self.progress.span, self.words)

    def _drawn(self, chart: LineChart) -> Html:
        return figure(lambda width: draw_line(chart, self.words, width=min(width, _WIDE)))

    def _sentences(self, series: Iterable[Series], labels: Iterable[str]) -> str:
        facts = (
            (self.facts.get((one.topic.value, one.id, one.side)), label)
            for one, label in zip(series, labels, strict=True)
        )
        return " ".join(self.said.about(fact, label) for fact, label in facts if fact is not None)

    @staticmethod
    def _plainly(chart: LineChart, labels: Sequence[str]) -> LineChart:
        """For its table: lines by their names alone."""
        named = zip(chart.lines, labels, strict=True)
        return replace(chart, lines=tuple(replace(line, label=label) for line, label in named))


def _frame_of(title: str, said: str, drawn: Html, table: Table, note: str) -> Frame:
    columns = tuple({"label": heading} for heading in table.headings)
    safe = mark_safe(drawn)  # noqa: S308 - drawn by us, with every text escaped
    return Frame(title, said, safe, note, columns, table.rows)


def _key(fact: Fact) -> tuple[str, str, str | None]:
    """Which series the fact is about."""
    for topic, name in (("pain", "occasion"), ("measure", "measure"), ("test", "test")):
        if name in fact.params:
            return topic, fact.params[name], fact.params.get("side")
    return "", fact.code, None


def _scale_of(series: Series) -> str:
    """Which way is better."""
    return _("Higher is better.") if series.higher_is_better else _("Lower is better.")


def _count(series: Series) -> int:
    """How many points it has."""
    return sum(map(len, series.runs))
