"""The catalogue's movements, read once for all tests of a process."""

import tomllib
from functools import cache
from typing import Any

from unbend.body.build import BUILDS
from unbend.body.movement import Movement
from unbend.body.performance import Performance
from unbend.catalogue.load import root
from unbend.catalogue.load_movements import load_movements


@cache
def movements() -> dict[str, Movement]:
    return dict(load_movements())


@cache
def performance(exercise: str, person: str | None = None) -> Performance:
    movement = movements()[exercise]
    return Performance(movement, BUILDS[person or movement.person])


def on_file() -> dict[str, list[Any]]:
    """The catalogue's stances and movements as its files tell them, not yet read."""
    data = root() / "data"
    movements = [
        entry
        for file in sorted((data / "movements").iterdir(), key=str)
        for entry in tomllib.loads(file.read_text(encoding="utf-8")).get("movement", ())
    ]
    stances = tomllib.loads((data / "stances.toml").read_text(encoding="utf-8"))["stance"]
    return {"stances": stances, "movements": movements}
