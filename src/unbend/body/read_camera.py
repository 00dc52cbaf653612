"""Reading what a camera can make of a movement, with errors that name the place."""

from collections.abc import Sequence

from unbend.body.entry import Data, Place, listed, one_of, only, table_at, text_at
from unbend.body.movement import BECAUSE, CAMERA_VIEWS, JUDGED, UNSEEN, CameraUse

_KEYS = {"view", "counts", "judges", "unseen", "because", "lookalikes"}


def camera_use(data: Data, place: Place) -> CameraUse:
    """What the `camera` of a movement says. Raises MovementError for an unknown code, where it neither counts nor says
    why not, and where there is none."""
    if "camera" not in data:
        raise place.wrong("missing; say from where a camera sees it, and what it counts or why not")
    entry = table_at(data, "camera", place)
    only(entry, _KEYS, place)
    if ("counts" in entry) == ("because" in entry):
        raise place.wrong("give 'counts' with a measure, or 'because' with the reason why it only keeps the time")
    return CameraUse(
        view=one_of(text_at(entry, "view", place), CAMERA_VIEWS, place.of("view"), "view of a camera"),
        counts=text_at(entry, "counts", place) if "counts" in entry else None,
        judges=_codes(entry, "judges", JUDGED, place),
        unseen=_codes(entry, "unseen", UNSEEN, place),
        because=one_of(entry["because"], BECAUSE, place.of("because"), "reason") if "because" in entry else None,
        lookalikes=tuple(str(exercise) for exercise in listed(entry, "lookalikes", place)),
    )


def _codes(entry: Data, key: str, known: Sequence[str], place: Place) -> tuple[str, ...]:
    return tuple(one_of(str(code), known, place.of(key), "code") for code in listed(entry, key, place))
