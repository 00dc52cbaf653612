"""What the letter to a clinician says of the last weeks: pain, workouts, what was made easier, the stage. Only what is
known."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

MOST_EASED = 3


@dataclass(frozen=True)
class SoFar:
    """Facts from a person's log; None and () are not known. Pain is out of ten: the mean of two weeks and of the two
    before, and the worst of both with its day. Workouts of three weeks; `eased`: the names of what was made easier or
    rested because of pain; `stage`: its name, and since when."""

    pain: float | None = None
    pain_before: float | None = None
    worst: tuple[float, date] | None = None
    workouts: int | None = None
    planned: int | None = None
    eased: tuple[str, ...] = ()
    stage: tuple[str, date] | None = None


def lines_of(so_far: SoFar, words: Mapping[str, str]) -> str:
    """The facts in words, a line each; nothing where nothing is known."""
    return "\n".join((*_pain(so_far, words), *_workouts(so_far, words)))


def day_in_words(day: date) -> str:
    """A date as a letter writes it."""
    return f"{day.day} {day:%B %Y}"


def _pain(so_far: SoFar, words: Mapping[str, str]) -> Iterator[str]:
    said = []
    if so_far.pain is not None:
        before = so_far.pain_before
        told = words["pain_lately" if before is None else "pain_both"]
        said.append(told.format(now=_about(so_far.pain), before="" if before is None else _about(before)))
    if so_far.worst is not None:
        worst, day = so_far.worst
        said.append(words["pain_worst"].format(pain=_about(worst), date=day_in_words(day)))
    if said:
        yield " ".join(said)


def _workouts(so_far: SoFar, words: Mapping[str, str]) -> Iterator[str]:
    if so_far.workouts is not None:
        told = words["workouts_done" if so_far.planned is None else "workouts_planned"]
        yield told.format(done=so_far.workouts, planned=so_far.planned)
    if so_far.stage is not None:
        name, since = so_far.stage
        yield words["stage"].format(stage=name, date=day_in_words(since))
    if so_far.eased:
        more = len(so_far.eased) - MOST_EASED
        names = (*so_far.eased[:MOST_EASED], *([words["and_more"].format(number=more)] if more > 0 else []))
        yield words["eased"].format(names="; ".join(names))


def _about(pain: float) -> str:
    return f"{pain:.0f}"
