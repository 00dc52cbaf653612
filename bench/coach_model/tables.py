"""The tables of bench/coach.py, in Markdown."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import fmean, median, quantiles

from bench.coach_model import clip, countix, kimore, people
from bench.coach_model.files import missing
from bench.coach_model.kimore import EXERCISES, Exercise
from bench.coach_model.scores import HEAD, Score, cross_validated, line
from bench.coach_model.synthetic import WITHIN, Outcome


def of_kimore(folder: Path, *, settings: bool) -> Iterator[str]:
    """Repetitions of KIMORE; with `settings` what one gets when others choose the settings."""
    absent = missing(folder, *kimore.FILES)
    if absent:
        yield absent
        return
    yield HEAD
    borders = []
    for exercise in EXERCISES:
        given = list(kimore.recordings(folder, exercise))
        found = [kimore.recorded(one) for one in given]
        yield line(f"{exercise.name}: recording", _scores(given, [len(told) for told in found]))
        if settings and exercise.number in (1, 5):
            yield line("... settings chosen on the others", cross_validated(kimore.in_every_setting(folder, exercise)))
        within = [kimore.within_labels(one, told) for one, told in zip(given, found, strict=True)]
        yield line("... between the labels", _scores(given, within))
        yield line("... in one pass, live", _scores(given, [len(kimore.live(one)) for one in given]))
        yield line("... peak detector", _scores(given, [kimore.simple(one) for one in given]))
        borders.append(
            _borders(exercise, [e for o, f in zip(given, found, strict=True) for e in kimore.border_errors(o, f)])
        )
    yield "\n| borders | repetitions | start, median s | end, median s |\n|---|---|---|---|"
    yield from borders


def _scores(given: Sequence[kimore.Labelled], told: Sequence[int]) -> list[Score]:
    return [kimore.score(one, count) for one, count in zip(given, told, strict=True)]


def _borders(exercise: Exercise, errors: Sequence[tuple[float, float]]) -> str:
    starts, ends = [start for start, _ in errors], [end for _, end in errors]
    return f"| {exercise.name} | {len(errors)} | {median(starts):.2f} | {median(ends):.2f} |"


def of_countix(folder: Path) -> Iterator[str]:
    absent = missing(folder, *countix.FILES)
    if absent:
        yield absent
        return
    ours, simple = countix.scores(folder)
    yield HEAD
    for name, scores in ours.items():
        yield line(f"**{name}**" if name == countix.OURS else name, scores)
    yield line("signal chosen on the other clips", cross_validated(ours))
    yield line("peak detector on the same height", simple)
    yield "\n" + HEAD
    for exercise in countix.HEIGHTS:
        yield line(exercise, [score for score in ours[countix.OURS] if score.kind == exercise])


def of_clip(folder: Path) -> Iterator[str]:
    absent = missing(folder, *clip.FILES)
    if absent:
        yield absent
        return
    told, simple, truth = clip.watched(folder)
    yield f"Squats in the clip: {truth}; coach, live: {told.repetitions}; peak detector: {simple}."


def of_people(folder: Path) -> Iterator[str]:
    """What the whole coach makes of real people, of those who do its exercise and of those who do another."""
    absent = missing(folder, *people.FILES)
    if absent:
        yield absent
        return
    yield "| who does what | before the coach for | sets | repetitions | counted | too many | exact | seen |"
    yield "|---|---|---|---|---|---|---|---|"
    for (what, coach), told in people.by_coach(people.own(folder)).items():
        truth, counted = sum(one.truth for one in told), sum(min(one.truth, one.count) for one in told)
        more = sum(max(one.count - one.truth, 0) for one in told)
        exact, seen = sum(one.count == one.truth for one in told), fmean(one.seen for one in told)
        yield f"| {what} | {coach} | {len(told)} | {truth} | {counted} | {more} | {exact} | {seen:.2f} |"
    yield "\n| who does something else | before the coach for | sets | counted in | repetitions |"
    yield "|---|---|---|---|---|"
    for (what, coach), told in people.by_coach(people.uiprmd(folder, others=True)).items():
        false = [one.count for one in told if one.count]
        yield f"| {what} | {coach} | {len(told)} | {len(false)} | {sum(false)} |"


def of_synthetic(found: Sequence[Outcome]) -> Iterator[str]:
    """What the coach made of those who do not exist."""
    counted = [one for one in found if one.is_counted]
    others = [one for one in found if one.other]
    yield "| what | of | coach | peak detector |\n|---|---|---|---|"
    right = [one.count == one.truth for one in counted]
    simple = [one.simple == one.truth for one in counted]
    yield f"| counts that are right | {len(counted)} | {fmean(right):.3f} | {fmean(simple):.3f} |"
    for name, told in (
        ("of repetitions", [one for one in counted if not one.is_hold]),
        ("of holds", [one for one in counted if one.is_hold]),
    ):
        if told:
            share = fmean(one.count == one.truth for one in told)
            yield f"| ... {name} | {len(told)} | {share:.3f} | {fmean(one.simple == one.truth for one in told):.3f} |"
    yield from _holds(counted)
    if others:
        for name, told in (
            ("another exercise counted", others),
            ("... of another ladder", [one for one in others if not one.is_sibling]),
        ):
            false, by_peaks = fmean(one.false > 0 for one in told), fmean(one.false_simple > 0 for one in told)
            yield f"| {name} | {len(told)} | {false:.4f} | {by_peaks:.4f} |"
    each = [1000 * one.seconds / one.frames for one in counted]
    yield f"\nThe engine took {median(each):.3f} ms a frame in the middle, {quantiles(each, n=20)[-1]:.3f} for 1 in 20."


def _holds(counted: Sequence[Outcome]) -> Iterator[str]:
    for name, of in (("holds that are counted", True), ("holds within a repetition", False)):
        errors = [error for one in counted if one.is_hold == of for error in one.holds]
        told = [abs(error) for error in errors if error is not None]
        if told:
            within = sum(error <= WITHIN for error in told) / len(errors)
            yield f"| {name}, told within {WITHIN} s | {len(errors)} | {within:.3f} | - |"
            yield f"| ... error of those told, median s | {len(told)} | {median(told):.2f} | - |"


def worst(found: Sequence[Outcome]) -> Iterator[str]:
    """The exercises that are counted wrong most often, and the pairs that are taken for one another."""
    counted = [one for one in found if one.is_counted]
    wrong: dict[str, list[Outcome]] = {}
    for one in counted:
        wrong.setdefault(one.exercise, []).append(one)
    rows = sorted(wrong.items(), key=lambda item: -fmean(one.count != one.truth for one in item[1]))
    for name, told in rows:
        bad = [one for one in told if one.count != one.truth]
        if bad:
            pairs = ", ".join(f"{one.count} for {one.truth}" for one in bad[:4])
            yield f"- {name}: {len(bad)} of {len(told)} ({pairs})"
    for one in found:
        if one.false:
            yield f"- {one.exercise} before the coach for {one.other}: {one.false}"
