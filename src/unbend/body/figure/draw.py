"""A frame as one still SVG picture."""

from collections.abc import Iterable, Sequence
from html import escape

from unbend.body.figure.arrow import trail_arrow
from unbend.body.figure.ground import floor
from unbend.body.figure.ink import Ink
from unbend.body.figure.scene import body, paint
from unbend.body.figure.shape import UNITS, Box, Shape, box_of, is_seen, path
from unbend.body.figure.solid import Camera
from unbend.body.figure.view import View
from unbend.body.frame import Frame
from unbend.body.vector import Vector

MARGIN = 0.08


def bounds(frame: Frame, *, view: View) -> Box:
    """Left, top, right and bottom of the body and all round it, in metres of the picture."""
    return box_of(paint([frame], view)[0])


def draw(
    frame: Frame,
    *,
    view: View,
    ink: Ink,
    title: str,
    description: str,
    worked: Sequence[str] = (),
    trail: Sequence[Vector] = (),
    box: Box | None = None,
    mirrored: bool = False,
) -> str:
    """One still picture. `trail` are points of the room along which an arrow runs; `box` is what is to be seen, in
    metres of the picture, before it is mirrored."""
    shapes = paint([frame], view, worked)[0]
    if trail:
        shapes += trail_arrow(trail, list(body(Camera(frame, view))), view)
    shown = box or with_margin(box_of(shapes))
    shapes = [*floor(shown, view, ground_level(frame, view)), *shapes]
    flip = -1 if mirrored else 1
    own = ink.of(frame.build.name)
    content = "".join(still(shapes, ink=own, flip=flip))
    return svg(content, classes=own.classes, box=shown, flip=flip, title=title, description=description)


def ground_level(frame: Frame, view: View) -> float:
    """How far down in the picture the floor under the body is, in metres."""
    x, _, z = frame.placed.origins[0]
    return view.project((x, 0.0, z))[1]


def still(shapes: Iterable[Shape], *, ink: Ink, flip: int) -> Iterable[str]:
    """The elements of shapes: under each the line round it."""
    for shape in shapes:
        d = "".join(path(outline, flip=flip) for outline in shape.outlines if is_seen(outline))
        if not d:
            continue
        if shape.edge:
            yield f'<path {ink.edge(shape.role)} d="{d}"/>'
        yield f'<path {ink.area(shape.role)} d="{d}"/>'


def with_margin(box: Box) -> Box:
    """The box and some room round it."""
    return box[0] - MARGIN, box[1] - MARGIN, box[2] + MARGIN, box[3] + MARGIN


def svg(content: str, *, classes: str, box: Box, flip: int, title: str, description: str) -> str:
    """The picture's element with what it is called and what is to be seen on it."""
    left, top = round((box[0] if flip > 0 else -box[2]) * UNITS), round(box[1] * UNITS)
    width, height = round((box[2] - box[0]) * UNITS), round((box[3] - box[1]) * UNITS)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{classes}" role="img" viewBox="{left} {top} {width} {height}" '
        f'stroke-linejoin="round" stroke-linecap="round">'
        f"<title>{escape(title)}</title><desc>{escape(description)}</desc>{content}</svg>"
    )
