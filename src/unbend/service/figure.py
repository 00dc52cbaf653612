"""Pictures of the exercises: one moment, the whole round moving, or a sheet of all."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from unbend.body.build import BUILDS, Build
from unbend.body.figure.animate import animate
from unbend.body.figure.draw import draw
from unbend.body.figure.extent import extent, union
from unbend.body.figure.ink import CLASSES, PRINT, SCREEN, STYLESHEET, Ink
from unbend.body.figure.shape import Box
from unbend.body.figure.view import VIEWS
from unbend.body.movement import Movement
from unbend.body.performance import Performance
from unbend.body.trail import trail
from unbend.body.vector import Vector
from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.exercise import Exercise
from unbend.catalogue.load import load_catalogue
from unbend.catalogue.load_movements import load_movement_texts, load_movements
from unbend.catalogue.movement import MovementText
from unbend.catalogue.text import Texts
from unbend.exchange.sheet import Card, sheet

INKS: Mapping[str, Ink] = {"screen": SCREEN, "print": PRINT}
MARGIN = 0.03  # metres round what is drawn
# So many pictures make a round smooth: a few for each second, within what keeps a file small.
A_SECOND, FEWEST, MOST = 1.5, 8, 10


@dataclass(frozen=True)
class Studio:
    """What pictures are made of: the movements and their words, and the names of the exercises."""

    movements: Mapping[str, Movement]
    words: Mapping[str, MovementText]
    names: Mapping[str, str]
    exercises: Mapping[str, Exercise]

    def scene(self, exercise: str, *, person: str | None = None, view: str | None = None) -> "Scene":
        """One exercise, drawn as one person from one view; as the movement says where nothing is asked."""
        movement = self.movements[exercise]
        build = BUILDS[person or movement.person]
        works = self.exercises[exercise].muscles.primary
        return Scene(movement, build, view or movement.views[0], self.names[exercise], self.words[exercise], works)

    def sheet(self, *, title: str) -> str:
        """Every exercise on one page of HTML: start, end and moving, from each of its views."""
        return sheet((self._card(exercise) for exercise in self.exercises), title=title, figure_style=STYLESHEET)

    def _card(self, exercise: str) -> Card:
        pictures: list[tuple[str, str]] = []
        for view in self.movements[exercise].views:
            scene = self.scene(exercise, view=view)
            pictures += [("start", scene.picture(0.0, CLASSES)), ("end", scene.picture(1.0, CLASSES))]
            pictures.append(("moving", scene.animation(CLASSES)))
        return Card(self.exercises[exercise].ladder, exercise, self.names[exercise], tuple(pictures))


@dataclass(frozen=True)
class Scene:
    """An exercise before the pen: movement, build, view and words."""

    movement: Movement
    build: Build
    view: str
    name: str
    words: MovementText
    muscles: tuple[str, ...]

    @cached_property
    def performance(self) -> Performance:
        """The movement as this build does it."""
        return Performance(self.movement, self.build)

    @cached_property
    def way(self) -> tuple[Vector, ...]:
        """The way that the arrow shows."""
        return trail(self.performance, view=VIEWS[self.view])

    @cached_property
    def box(self) -> Box:
        """What start, end and the way between share as their picture's edge."""
        moments = (0.0, 0.5, 1.0)
        left, top, right, bottom = union(
            extent(self.performance.on_the_way(share), view=VIEWS[self.view], trail=self.way) for share in moments
        )
        return left - MARGIN, top - MARGIN, right + MARGIN, bottom + MARGIN

    def picture(self, share: float, ink: Ink, *, worked: tuple[str, ...] = (), mirrored: bool = False) -> str:
        """The figure at `share` of the way from start (0) to target (1), as SVG; an arrow shows the way to go."""
        frame = self.performance.on_the_way(share)
        return draw(
            frame,
            view=VIEWS[self.view],
            ink=ink,
            title=self.name,
            description=self._said(0 if share < 0.5 else self._target),
            worked=worked,
            trail=self.way if share == 0.0 else (),
            box=self.box,
            mirrored=mirrored,
        )

    def one(self, share: float, *, ink: str, animated: bool, worked: bool, mirrored: bool) -> str:
        """The picture that the command line asks for."""
        colours, muscles = INKS[ink], self.muscles if worked else ()
        if animated:
            return self.animation(colours, worked=muscles, mirrored=mirrored)
        return self.picture(share, colours, worked=muscles, mirrored=mirrored)

    def animation(self, ink: Ink, *, worked: tuple[str, ...] = (), mirrored: bool = False) -> str:
        """The whole round as a looping SVG."""
        seconds = self.performance.seconds
        count = max(FEWEST, min(MOST, round(seconds * A_SECOND)))
        times = [seconds * i / count for i in range(count + 1)]
        return animate(
            [self.performance.at(time) for time in times],
            times=times,
            seconds=seconds,
            view=VIEWS[self.view],
            ink=ink,
            title=self.name,
            description=" ".join(self._said(i) for i in range(len(self.movement.poses))),
            worked=worked,
            mirrored=mirrored,
        )

    @property
    def _target(self) -> int:
        return [pose.name for pose in self.movement.poses].index(self.movement.target)

    def _said(self, pose: int) -> str:
        return self.words.poses[self.movement.poses[pose].name]


def open_studio(texts: Texts, catalogue: Catalogue | None = None) -> Studio:
    """The studio of the catalogue; retired exercises are drawn no more. Raises CatalogueError when a file is wrong."""
    exercises = (catalogue or load_catalogue()).exercises
    kept = {exercise.id: exercise for exercise in exercises.values() if not exercise.retired}
    names = {id_: texts.exercises[id_].name for id_ in kept}
    return Studio(load_movements(), load_movement_texts(), names, kept)
