"""When the check comes before the next workout: after new or travelling pain, after mornings that were worse in a row,
after days of severe pain, after two calm weeks, and after weeks without any check."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from unbend.adaptation.reason import Reason
from unbend.adaptation.usual import Day, days_of, usual_pain
from unbend.assessment.start import ALONGSIDE
from unbend.catalogue.adaptation import Adaptation
from unbend.catalogue.words import Phase
from unbend.record.course import NEXT_DAY, Reading
from unbend.record.kinds.advised import Advice
from unbend.record.state import State

EACH_WEEK, WHEN_WORSE = "look-again-each-week", "look-again-when-worse"
ONLY_IN_THE_CHECK = ("severity", "where")
"""What is asked in the check and nowhere else: a record of before tells by it when there was one."""


def checked_at(state: State) -> datetime | None:
    """When the check was last gone through to its end. A record that does not tell that tells when its answer was last
    given, or when something was answered that only the check asks. None: there was none."""
    given = state.given.get(Advice.SAFETY)
    if state.checked is not None or given is not None:
        return state.checked or (given.at if given else None)
    return max((state.findings[key].at for key in ONLY_IN_THE_CHECK if key in state.findings), default=None)


def look_again_now(state: State, numbers: Adaptation, *, calm_weeks: int, now: datetime) -> Reason | None:
    """Why the check comes before the next workout; None while it does not. Only what was told after the last check
    counts, and it counts until the next one: neither a missing answer nor a better day takes it back."""
    since = checked_at(state)
    new = [reading for reading in state.pains if since is None or reading.at > since]
    return (
        _new_pain(state, since)
        or _worse_mornings(state.pains, new, numbers, now.tzinfo)
        or _severe_days(state.pains, new, numbers, since, now)
        or _calm_for(state, calm_weeks, since, now)
        or _long_ago(state, numbers, since, now)
    )


def _new_pain(state: State, since: datetime | None) -> Reason | None:
    """A workout with pain that was sharp or new, or that moved into the leg or further down it."""
    found = (workout for workout in state.recent if workout.pain_sort and (since is None or workout.at > since))
    first = next(found, None)
    return None if first is None else Reason("look-again-new-pain", WHEN_WORSE, (first.entry,))


@dataclass(frozen=True)
class _Morning:
    """The worst that was told on a day after: by which entries, and whether it was called worse."""

    day: date
    pain: float
    is_worse: bool
    entries: tuple[str, ...]


def _mornings(readings: Iterable[Reading], zone: tzinfo | None) -> list[_Morning]:
    found: dict[date, _Morning] = {}
    for reading in readings:
        if reading.about == NEXT_DAY:
            day, worse = reading.at.astimezone(zone).date(), reading.compared == "worse"
            old = found.get(day, _Morning(day, reading.pain, is_worse=False, entries=()))
            pain = max(old.pain, reading.pain)
            found[day] = _Morning(day, pain, old.is_worse or worse, (*old.entries, reading.entry))
    return [found[day] for day in sorted(found)]


def _worse_mornings(
    readings: Sequence[Reading], new: Sequence[Reading], numbers: Adaptation, zone: tzinfo | None
) -> Reason | None:
    """Several mornings in a row, each called worse or with more pain than the one before it."""
    before = next(iter(reversed(_mornings((one for one in readings if one not in new), zone))), None)
    run: list[_Morning] = []
    for morning in _mornings(new, zone):
        near = before is not None and (morning.day - before.day).days <= numbers.worse_gap_days
        risen = near and before is not None and before.day < morning.day and morning.pain > before.pain
        run = [*(run if near else []), morning] if morning.is_worse or risen else []
        before = morning
        if len(run) >= numbers.worse_days_running:
            entries = tuple(entry for one in run for entry in one.entries)
            return Reason("look-again-mornings", WHEN_WORSE, entries, {"times": str(numbers.worse_days_running)})
    return None


def _severe_days(
    readings: Sequence[Reading],
    new: Sequence[Reading],
    numbers: Adaptation,
    since: datetime | None,
    now: datetime,
) -> Reason | None:
    """Several days in a row with severe pain. Where that is usual, the check is asked for each week all the same, and
    not after every three days."""
    run = _severe_run(days_of(new, zone=now.tzinfo), numbers)
    if not run:
        return None
    usual = usual_pain(days_of(readings, zone=now.tzinfo), numbers, until=run[0].day)
    lately = since is not None and now - since < timedelta(days=numbers.look_again_days)
    if lately and usual is not None and usual >= numbers.severe_pain:
        return None
    params = {"pain": str(numbers.severe_pain), "times": str(numbers.severe_days)}
    return Reason("look-again-severe", WHEN_WORSE, tuple(day.entry for day in run), params)


def _severe_run(days: Iterable[Day], numbers: Adaptation) -> list[Day]:
    """The first days in a row that were severe; none where there are not enough. A day that was not told is no day."""
    run: list[Day] = []
    for day in days:
        near = bool(run) and (day.day - run[-1].day).days <= numbers.worse_gap_days
        run = [*(run if near else []), day] if day.pain >= numbers.severe_pain else []
        if len(run) >= numbers.severe_days:
            return run
    return []


def _calm_for(state: State, weeks: int, since: datetime | None, now: datetime) -> Reason | None:
    """Gentle days for an easily upset back have an end: after some weeks it is looked at again before they go on, and
    before another stage comes after them."""
    ends = (*(given.since for given in state.phases[1:]), now)
    for given, end in zip(state.phases, ends, strict=False):
        begun = given.since if since is None else max(given.since, since)
        irritable = given.phase is Phase.CALM and given.rule != ALONGSIDE
        if irritable and end - begun >= timedelta(weeks=weeks):
            return Reason("look-again-calm", EACH_WEEK, (given.entry,), {"weeks": str(weeks)})
    return None


def _long_ago(state: State, numbers: Adaptation, since: datetime | None, now: datetime) -> Reason | None:
    """Weeks without any check."""
    if since is None or now - since < timedelta(days=numbers.look_again_most_days):
        return None
    given = state.given.get(Advice.SAFETY)
    return Reason("look-again-weeks", EACH_WEEK, (given.entry,) if given else (), {"days": str((now - since).days)})
