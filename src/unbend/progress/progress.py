"""How a person is doing in a window of time, as one value."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, tzinfo

from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.condition import Person
from unbend.progress.observed import Observed, observed
from unbend.progress.series import PAIN_MEASURE, Series, measure_series, pain_series, self_test_series
from unbend.progress.sides import Sides, sides_of
from unbend.progress.span import WEEK, Span, Window, first_day, span_of
from unbend.progress.weeks import Week, weeks_of
from unbend.record.entry import Entry


@dataclass(frozen=True)
class Progress:
    """The courses of pain, questionnaires and self-tests; the sides as they stand; and what was done each week."""

    window: Window
    span: Span
    pain: tuple[Series, ...]
    measures: tuple[Series, ...]
    tests: tuple[Series, ...]
    sides: tuple[Sides, ...]
    weeks: tuple[Week, ...]


def progress_of(
    entries: Iterable[Entry],
    catalogue: Catalogue,
    *,
    window: Window,
    today: date,
    person: Person,
    zone: tzinfo | None = None,
) -> Progress:
    """How it went in the window. `person` says whose sides are not to be compared; `zone` is where the person's days
    begin and end. What was planned is known only as far as the entries of advice are among `entries`."""
    start = first_day(window, today)
    since = None if start is None else start - WEEK  # a workout of the first week may have been moved before it
    seen = observed(entries, catalogue.measures, until=today, since=since, zone=zone)
    return progress_in(seen, catalogue, window=window, today=today, person=person)


def progress_in(seen: Observed, catalogue: Catalogue, *, window: Window, today: date, person: Person) -> Progress:
    """How it went in the window, by what was seen: it may reach further back than the window does."""
    span = span_of(window, today, seen.days())
    return Progress(
        window=window,
        span=span,
        pain=tuple(pain_series(seen, catalogue.measures[PAIN_MEASURE], span)),
        measures=tuple(measure_series(seen, catalogue.measures, span)),
        tests=tuple(self_test_series(seen, catalogue.tests, span)),
        sides=sides_of(seen, catalogue.tests, span, person),
        weeks=weeks_of(seen, span),
    )
