"""`unbend motion analyse`: what the coach makes of a recording."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from unbend.record.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console

    from unbend.service.landmark_file import Landmarks
    from unbend.service.motion import Seen

# Everything else is imported where it is used, so that `unbend check` starts without it.

app = typer.Typer(help="What the coach sees in a recording.", no_args_is_help=True)

File = Annotated[
    Path | None,
    typer.Argument(
        metavar="[LANDMARKS]", help="A recording of landmarks: .npz or .json, as `unbend figure` writes it."
    ),
]
Video = Annotated[Path | None, typer.Option("--video", metavar="FILE", help="Or a video; this needs unbend[video].")]
Model = Annotated[
    Path | None, typer.Option("--model", metavar="FILE.task", help="Another pose model for --video than our own.")
]
Exercise = Annotated[str, typer.Option("--exercise", metavar="ID", help="Which exercise it is: squat-full.")]
View = Annotated[
    str | None, typer.Option("--view", help="side, front, back or three-quarter; else from where it is seen best.")
]
SideName = Annotated[
    str | None, typer.Option("--side", help="right, left or both: which side works; else whichever is seen to.")
]
AsJson = Annotated[bool, typer.Option("--json", help="All of it as JSON.")]

MOST_LINES = 40
"""Of repetitions or holds: a terminal shows no more at a time."""


@app.callback()
def _motion() -> None:
    """Group what is done with recordings."""


@app.command()
def analyse(
    file: File = None,
    exercise: Exercise = "",
    video: Video = None,
    model: Model = None,
    view: View = None,
    side: SideName = None,
    as_json: AsJson = False,
) -> None:
    """Count, time and judge an exercise in a recording. Nothing leaves this computer."""
    from unbend.cli.progress_line import progress_line
    from unbend.service.motion import look_through

    if not exercise:
        raise BadInput("--exercise", "is missing", "name one, such as squat-full")
    if (file is None) == (video is None):
        raise BadInput("LANDMARKS", "is missing, or too much", "name a file of landmarks, or give --video FILE")
    if model is not None and video is None:
        raise BadInput("--model", "reads a video", "give --video FILE with it")
    with progress_line("Finding the body") as finding, progress_line("Looking through it") as told:

        def source() -> Landmarks:
            return _read_from(file or Path(), video, model, finding)

        seen = look_through(source, exercise, view=view, side=side, told=told)
    if as_json:
        typer.echo(json.dumps(seen.as_json(), ensure_ascii=False, indent=2))
    else:
        _show(seen)


def _read_from(file: Path, video: Path | None, model: Path | None, told: Callable[[float], None]) -> Landmarks:
    if video is not None:
        from unbend.service.video import landmarks_of

        return landmarks_of(video, model, told)
    from unbend.service.landmark_file import read_landmarks

    return read_landmarks(file)


def _show(seen: Seen) -> None:
    from unbend.cli.paper import heading, line, paper

    console = paper()
    heading(console, seen.name)
    line(console, _from_where(seen), indent=2)
    _show_repetitions(console, seen)
    _show_holds(console, seen)
    _show_faults(console, seen)
    for sentence in _not_counted(seen):
        line(console, sentence, indent=2)
    console.print()
    line(console, CAREFUL, indent=2, style="dim")


CAREFUL = (
    "One camera sees angles to about 5 to 10 degrees, and less of the far side. Compare yourself with yourself, "
    "from the same place."
)
VIEWS = {
    "side": "from the side",
    "front": "from the front",
    "back": "from behind",
    "three-quarter": "from between front and side",
}
WHY_NOT = {
    "nobody": "nobody was seen",
    "step-back": "something of the body was out of the picture or hidden",
    "turn-to-side": "the body was not side-on to the camera",
    "turn-to-front": "the body did not face the camera",
    "not-this-exercise": "it did not look like this exercise",
}
SIDE_WORDS = {"right": "right side", "left": "left side", "both": "both sides"}


def _from_where(seen: Seen) -> str:
    from unbend.service.dose_words import number_of

    reference = seen.state.plan.reference
    where = f"Seen {VIEWS.get(reference.view, reference.view)}, for {number_of(round(seen.seconds), 'second')}"
    if reference.counted is None:
        return f"{where}. A camera cannot count this one; it only times how long it is done."
    return f"{where}. What counts: {seen.as_json()['counts']}."


def _show_repetitions(console: Console, seen: Seen) -> None:
    from unbend.cli.paper import heading, line

    done = seen.state.repetitions
    if seen.state.plan.reference.counted is None:
        return
    heading(console, "No repetition" if not done else "1 repetition" if len(done) == 1 else f"{len(done)} repetitions")
    told = seen.as_json()["repetitions"]
    assert isinstance(told, list)  # noqa: S101 - the report's own shape
    for number, one in enumerate(told[:MOST_LINES], 1):
        reach = f", {one['range']:.0f} degrees" if one["range"] is not None else ""
        line(console, f"{number:>3}. {_span(one)}{reach}{_form(one)}", indent=2)
    _rest(console, len(told))


def _show_holds(console: Console, seen: Seen) -> None:
    from unbend.cli.paper import heading, line

    told = seen.as_json()["holds"]
    assert isinstance(told, list)  # noqa: S101 - the report's own shape
    if not told:
        return
    heading(console, f"Held for {sum(one['seconds'] for one in told):.1f} seconds in all")
    for number, one in enumerate(told[:MOST_LINES], 1):
        line(console, f"{number:>3}. {_span(one)}, held {one['seconds']:.1f} s{_form(one)}", indent=2)
    _rest(console, len(told))


def _span(one: dict[str, float | str]) -> str:
    return f"{one['start']:.1f} to {one['end']:.1f} s, {SIDE_WORDS[str(one['side'])]}"


def _form(one: dict[str, float | str | None]) -> str:
    return f", form {one['form']:.2f} of 1" if one["form"] is not None else ""


def _rest(console: Console, total: int) -> None:
    from unbend.cli.paper import line

    if total > MOST_LINES:
        line(console, f"... and {total - MOST_LINES} more; --json has them all", indent=2)


def _show_faults(console: Console, seen: Seen) -> None:
    from unbend.cli.paper import heading, line

    if not seen.state.faults:
        return
    heading(console, "Worth a thought")
    for id_ in dict.fromkeys(fault.id for fault in seen.state.faults):
        times = sum(fault.id == id_ for fault in seen.state.faults)
        line(console, f"- {seen.faults.get(id_, id_)} ({'once' if times == 1 else f'{times} times'})", indent=2)


def _not_counted(seen: Seen) -> list[str]:
    """Why some of the time counted for nothing, if a good part did."""
    from unbend.service.dose_words import number_of

    lost = {code: seconds for code, seconds in seen.gates.items() if code != "seen" and seconds >= 1.0}
    return [
        f"For {number_of(round(seconds), 'second')} {WHY_NOT[code]}; nothing counts then."
        for code, seconds in lost.items()
    ]
