"""`unbend figure`: the picture of an exercise, a sheet of all, or what a camera would see of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from unbend.cli.numbers import number, whole
from unbend.record.errors import BadInput
from unbend.record.values import choice_at, exercise_of

if TYPE_CHECKING:
    from unbend.service.figure import Scene

# Everything else is imported where it is used, so that `unbend check` starts without it.

Exercise = Annotated[str | None, typer.Argument(metavar="[EXERCISE]", help="The id of an exercise: glute-bridge.")]
Out = Annotated[Path | None, typer.Option(metavar="FILE.svg", help="Write the picture here, not to the screen.")]
At = Annotated[
    float,
    typer.Option(metavar="0..1", parser=number("--at", 0, 1), help="How far on the way from start (0) to end (1)."),
]
Animated = Annotated[bool, typer.Option("--animated", help="The whole round, moving.")]
Worked = Annotated[bool, typer.Option("--worked", help="Tint what works most.")]
InkName = Annotated[str, typer.Option("--ink", help="screen, or print for black and white.")]
View = Annotated[str | None, typer.Option(help="side, front, back, above or three-quarter; else what shows it best.")]
Person = Annotated[str | None, typer.Option(help="Who is drawn: slender, sturdy or pregnant.")]
SideName = Annotated[str, typer.Option("--side", help="right or left: which side works.")]
Sheet = Annotated[Path | None, typer.Option(metavar="FILE.html", help="Write a page of all exercises here.")]
Landmarks = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Write what a camera would see, with the true repetitions: .json or .npz."),
]
Repetitions = Annotated[
    int, typer.Option("--reps", metavar="1..100", parser=whole("--reps", 1, 100), help="Repetitions before the camera.")
]
Noise = Annotated[
    float, typer.Option(metavar="METRES", parser=number("--noise", 0, 0.5), help="How much landmarks wander.")
]
FramesASecond = Annotated[
    float, typer.Option("--fps", metavar="1..240", parser=number("--fps", 1, 240), help="Frames a second.")
]
Seed = Annotated[int, typer.Option(metavar="NUMBER", parser=whole("--seed", 0, 2**31 - 1), help="Of tempo and noise.")]


def figure(
    exercise: Exercise = None,
    out: Out = None,
    at: At = 1.0,
    animated: Animated = False,
    worked: Worked = False,
    ink: InkName = "screen",
    view: View = None,
    person: Person = None,
    side: SideName = "right",
    sheet: Sheet = None,
    landmarks: Landmarks = None,
    reps: Repetitions = 5,
    noise: Noise = 0.0,
    fps: FramesASecond = 30.0,
    seed: Seed = 1,
) -> None:
    """Draw an exercise, or all of them; or write what a camera would see of it."""
    from unbend.body.angles import Side
    from unbend.body.recording import Setting
    from unbend.service.landmarks import save_landmarks

    _refuse_clashes(exercise, out, sheet, landmarks)
    sides = Side(choice_at(side, tuple(s.value for s in Side), where="--side"))
    colours = choice_at(ink, ("screen", "print"), where="--ink")
    if sheet is not None:
        _save_sheet(sheet)
    if exercise is None:
        return
    scene = _scene(exercise, person, view)
    if landmarks is not None:
        save_landmarks(landmarks, scene.performance, Setting(reps, noise, scene.view, fps, sides), seed=seed)
    if landmarks is None or out is not None:
        picture = scene.one(at, ink=colours, animated=animated, worked=worked, mirrored=sides is Side.LEFT)
        _show(out, picture)


def _refuse_clashes(exercise: str | None, out: Path | None, sheet: Path | None, landmarks: Path | None) -> None:
    from unbend.service.files import refuse_unwritable

    if exercise is None and sheet is None:
        raise BadInput("EXERCISE", "is missing", "name an exercise, or ask for --sheet FILE.html")
    named = [path for path in (out, sheet, landmarks) if path is not None]
    for path in named:
        refuse_unwritable(path)
    if len({path.resolve() for path in named}) < len(named):
        raise BadInput("--out, --sheet, --landmarks", "two of them name the same file", "give each its own")
    for option, value in (("--out", out), ("--landmarks", landmarks)):
        if exercise is None and value is not None:
            raise BadInput(option, "needs an exercise", "name one, such as glute-bridge")


def _save_sheet(path: Path) -> None:
    from unbend.catalogue.load_text import load_texts
    from unbend.service.figure import open_studio
    from unbend.service.files import write_text

    texts = load_texts()
    write_text(path, open_studio(texts).sheet(title=texts.safety.messages["figures_title"]))


def _scene(exercise: str, person: str | None, view: str | None) -> Scene:
    from unbend.body.build import BUILDS
    from unbend.body.figure.view import VIEWS
    from unbend.catalogue.load_text import load_texts
    from unbend.service.figure import open_studio

    studio = open_studio(load_texts())
    exercise_of(exercise, studio.exercises, where="EXERCISE")
    if person is not None:
        choice_at(person, tuple(BUILDS), where="--person")
    if view is not None:
        choice_at(view, tuple(VIEWS), where="--view")
    return studio.scene(exercise, person=person, view=view)


def _show(path: Path | None, picture: str) -> None:
    from unbend.service.files import write_text

    if path is None:
        typer.echo(picture)
    else:
        write_text(path, picture + "\n")
