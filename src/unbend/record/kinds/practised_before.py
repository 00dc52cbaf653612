"""Older versions of the practised entry: what they knew, and that they cannot hold what came later."""

from unbend.record.errors import BadInput

SINCE_4 = ("repetitions", "camera")
"""What a line of an exercise may hold since version 4."""


def from_version_1(raw: object) -> object:
    """Version 1 knew only the exercises and how they felt, and nothing in it means anything else now."""
    return raw


def from_version_2(raw: object) -> object:
    """Version 2 did not know phase, step of the dose and sort of pain; nothing in it means anything else now."""
    return raw


def from_version_3(raw: object) -> object:
    """Version 3 did not know repetitions and what the camera saw, and nothing else in it means anything else now.
    Raises BadInput where these stand in it all the same: no program wrote that."""
    done = raw.get("exercises") if isinstance(raw, dict) else None
    for number, line in enumerate(done if isinstance(done, list) else ()):
        newer = next((key for key in SINCE_4 if isinstance(line, dict) and key in line), None)
        if newer is not None:
            where, what = f"data.exercises[{number}]", f"versions before 4 do not know '{newer}'"
            raise BadInput(where, what, "write it as version 4, or leave it out")
    return raw
