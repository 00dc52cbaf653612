"""How a person wants Unbend to speak to them."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime

from unbend.catalogue.catalogue import Catalogue
from unbend.record.errors import BadInput
from unbend.record.state import Preferences, State
from unbend.record.values import at as at_key
from unbend.record.values import choice_at, flag_at, object_at, shown
from unbend.record.zones import time_zones

UNITS = ("metric", "imperial")
_KEYS = ("units", "time-zone", "language", "country", "voice", "beeps")


@dataclass(frozen=True)
class Preferred:
    """The preferences said together; None leaves an earlier one as it was."""

    preferences: Preferences


def apply(state: State, data: object, at: datetime, entry: str) -> State:
    """The state with these preferences over the earlier ones."""
    assert isinstance(data, Preferred)
    said = {f.name: v for f in fields(Preferences) if (v := getattr(data.preferences, f.name)) is not None}
    return replace(state, preferences=replace(state.preferences, **said))


def read(raw: object, catalogue: Catalogue, where: str) -> Preferred:
    """The data of this kind from JSON. Raises BadInput."""
    said = object_at(raw, where=where, keys=_KEYS)
    return Preferred(
        Preferences(
            units=choice_at(said["units"], UNITS, where=at_key(where, "units")) if "units" in said else None,
            time_zone=_time_zone(said, where),
            language=_code(said, "language", where, letters=(2, 8)),
            country=_code(said, "country", where, letters=(2, 2)),
            voice=flag_at(said, "voice", where),
            beeps=flag_at(said, "beeps", where),
        )
    )


def _time_zone(said: Mapping[str, object], where: str) -> str | None:
    if "time-zone" not in said:
        return None
    value = said["time-zone"]
    if not isinstance(value, str) or value not in time_zones():
        allowed = "write a name such as Europe/Berlin"
        raise BadInput(at_key(where, "time-zone"), f"{shown(value)} is not known", allowed)
    return value


def _code(said: Mapping[str, object], key: str, where: str, *, letters: tuple[int, int]) -> str | None:
    if key not in said:
        return None
    value = said[key]
    least, most = letters
    if not isinstance(value, str) or not least <= len(value) <= most or not value.replace("-", "").isalnum():
        raise BadInput(at_key(where, key), f"{shown(value)} is not a code", "write a code of ISO, such as en or DE")
    return value
