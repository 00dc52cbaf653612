"""What of a body the camera sees in a frame, before anything is measured: is somebody there, what is missing, and how
the body is turned."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, sqrt

from unbend.motion.body_seen import UNSEEN, BodySeen, in_space, trunk_in_the_picture
from unbend.motion.pose import TWIN, Landmark, PoseFrame
from unbend.motion.reference import Reference

# A trunk that shows less than this of its length points at the camera: only then its depth is asked, which errs.
FORESHORTENED = 0.7
# A landmark nearer to the picture's border than this share of it is about to leave the picture.
BORDER = 0.01
# With neither shoulders nor hips as visible as this nobody is there; MediaPipe's own least confidence of a pose. One of
# the two will do: an arm that hangs hides the near hip.
SOMEBODY = 0.5


@dataclass(frozen=True, slots=True)
class Sight:
    """What the camera sees of somebody. `missing` are the landmarks the reference needs that are hidden or outside the
    picture, `missing_left` the same for one who works on the left. `turned` is how the body stands to the camera: 0
    side-on, half and more front-on or back-on; None where it cannot be told or does not matter, as to a depth sensor,
    which has no picture. `near` is the side that is nearer, "right" or "left", None when neither is.
    `frame` is what was looked at."""

    somebody: bool
    missing: tuple[int, ...]
    missing_left: tuple[int, ...]
    turned: float | None
    near: str | None
    frame: PoseFrame | None = None


NOBODY = Sight(somebody=False, missing=(), missing_left=(), turned=None, near=None)


def sight(frame: PoseFrame, reference: Reference) -> Sight:
    """What the camera sees in a frame, for the needs of a reference."""
    marks = frame.image or frame.world
    if marks is None:
        return NOBODY
    inside = frame.image is not None
    body = trunk_in_the_picture(marks, frame.width, frame.height) if inside else in_space(marks)
    hips, shoulders = body.hips[3], body.shoulders[3]
    if max(hips, shoulders) < SOMEBODY or min(hips, shoulders) < UNSEEN:
        return NOBODY
    return Sight(
        somebody=True,
        missing=_missing(marks, reference.needs, is_image=inside),
        missing_left=_missing(marks, [TWIN[i] for i in reference.needs], is_image=inside),
        turned=turned(body) if inside else None,
        near=near_side(body),
        frame=frame,
    )


def turned(body: BodySeen) -> float | None:
    """How far the shoulders and hips lie across the picture, as a share of the whole trunk: 0 for a body seen from its
    side, about 0.5 from its front or back, upright or lying with the feet to the camera."""
    (ux, uy, uz), (rx, ry, rz) = body.up, body.right
    whole = body.trunk * body.trunk + body.deep * body.deep
    if whole <= 0.0:
        return None
    if body.trunk < FORESHORTENED * sqrt(whole):
        uz += body.deep
    else:
        whole = body.trunk * body.trunk
    along = (rx * ux + ry * uy + rz * uz) / whole
    return hypot(rx - along * ux, ry - along * uy) / (2.0 * sqrt(whole))


def near_side(body: BodySeen) -> str | None:
    """The side that is nearer to the camera; None when the body shows its front or back."""
    rx, ry, rz = body.right
    if abs(rz) < 0.3 * sqrt(rx * rx + ry * ry + rz * rz):
        return None
    return "right" if rz < 0.0 else "left"


def _missing(marks: Sequence[Landmark], wanted: Sequence[int], *, is_image: bool) -> tuple[int, ...]:
    """Those of the landmarks that are hidden or outside the picture."""
    if not is_image:
        return tuple([i for i in wanted if marks[i][3] < UNSEEN])
    low, high = BORDER, 1.0 - BORDER
    return tuple(
        [i for i in wanted if (mark := marks[i])[3] < UNSEEN or not (low < mark[0] < high and low < mark[1] < high)]
    )
