"""The figures that the README shows, drawn where a browser could draw them."""

from typing import Any

from unbend.body.build import BUILDS
from unbend.body.figure.draw import draw
from unbend.body.figure.ink import SCREEN
from unbend.body.figure.view import VIEWS
from unbend.body.performance import Performance
from unbend.body.read import from_dict, stances_from_dict


def inputs() -> Any:
    """The movements as their files tell them, and the words and the edge of each picture."""
    from golden.test_readme_figures import SHOWN
    from support.movements import on_file
    from unbend.catalogue.load_text import load_texts
    from unbend.service.figure import open_studio

    studio, data = open_studio(load_texts()), on_file()
    scenes = {exercise: studio.scene(exercise) for _, _, exercise in SHOWN}
    words = {
        exercise: (scene.view, scene.name, scene.words.poses[scene.movement.target], scene.box)
        for exercise, scene in scenes.items()
    }
    return {**data, "movements": [one for one in data["movements"] if one["id"] in scenes], "words": words}


def outputs(given: Any) -> Any:
    """The text of each file."""
    stances = stances_from_dict(given["stances"], file="stances.toml")
    movements = [from_dict(entry, stances, file="movements") for entry in given["movements"]]
    return {movement.exercise: _drawn(movement, *given["words"][movement.exercise]) for movement in movements}


def _drawn(movement: Any, view: str, title: str, said: str, box: Any) -> str:
    frame = Performance(movement, BUILDS[movement.person]).on_the_way(1.0)
    picture = draw(frame, view=VIEWS[view], ink=SCREEN, title=title, description=said, box=tuple(box))
    return picture + "\n"
