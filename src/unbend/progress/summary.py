"""The few things to say first: what changed by more than its error, what stayed about the same, what is not known."""

from collections.abc import Iterable, Iterator

from unbend.assessment.outcomes import Verdict
from unbend.progress.fact import Fact
from unbend.progress.progress import Progress
from unbend.progress.series import Series, Topic

_WORDS = {
    Verdict.BETTER: "better",
    Verdict.WORSE: "worse",
    Verdict.WITHIN_NOISE: "same",
    Verdict.NOT_KNOWN: "not-known",
}
_ORDER = tuple(_WORDS.values())


def summary_of(progress: Progress) -> tuple[Fact, ...]:
    """One fact a series, what changed first; and that there is nothing yet where there is nothing."""
    facts = sorted(_facts((*progress.pain, *progress.measures, *progress.tests)), key=_rank)
    done = tuple(_of_workouts(progress))
    return (*done, *facts) if facts or done else (Fact("nothing-yet", progress.span.last),)


def _rank(fact: Fact) -> int:
    return next(number for number, word in enumerate(_ORDER) if fact.code.endswith(word))


def _of_workouts(progress: Progress) -> Iterator[Fact]:
    count = sum(week.workouts for week in progress.weeks)
    if count:
        code = "workouts-one" if count == 1 else "workouts-in-window"
        yield Fact(code, progress.span.last, {"count": str(count)})


def _facts(series: Iterable[Series]) -> Iterator[Fact]:
    for one in series:
        verdict = Verdict.NOT_KNOWN if one.comparison is None else one.comparison.verdict
        yield Fact(f"{_subject(one)}-{_WORDS[verdict]}", one.runs[-1][-1].day, _params(one))


def _subject(series: Series) -> str:
    return f"{series.topic}-side" if series.side is not None else series.topic.value


def _params(series: Series) -> dict[str, str]:
    named = {"occasion" if series.topic is Topic.PAIN else series.topic.value: series.id}
    if series.side is not None:
        named["side"] = series.side.value
    if series.comparison is not None:
        named |= {"first": _short(series.comparison.first), "last": _short(series.comparison.last)}
    return named


def _short(value: float) -> str:
    """With one decimal where there is one."""
    return f"{round(value, 1):g}"
