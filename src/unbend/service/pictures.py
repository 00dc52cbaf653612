"""Pictures for pages: each is drawn once, kept in a folder, and named by all that it is made of."""

import gzip
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from unbend.body.figure.ink import CLASSES, NIGHT, SCREEN, Ink
from unbend.record.errors import BadInput
from unbend.service.files import write_bytes
from unbend.service.knowledge import Knowledge

KEPT = 512
"""Pictures held in memory: three or four for each exercise, a few kilobytes each."""

MARK = 16
"""Letters of a mark."""


class What(StrEnum):
    """A moment of the movement, or the whole round."""

    START = "start"
    END = "end"
    MOVING = "moving"


class Form(StrEnum):
    """For a light page, for a dark one, or coloured by the page's own classes."""

    LIGHT = "light"
    DARK = "dark"
    CLASSES = "classes"


_INKS: dict[Form, Ink] = {Form.LIGHT: SCREEN, Form.DARK: NIGHT, Form.CLASSES: CLASSES}


@dataclass(frozen=True)
class Picture:
    """Which picture: `mirrored` shows the other side of the body, `worked` colours the muscles that work most."""

    exercise: str
    what: What
    mirrored: bool = False
    form: Form = Form.LIGHT
    worked: bool = False

    @property
    def name(self) -> str:
        """A name that no other picture has."""
        side, muscles = "left" if self.mirrored else "right", "-worked" if self.worked else ""
        return f"{self.exercise}-{side}-{self.what}-{self.form}{muscles}.svg.gz"


def mark_of(known: Knowledge) -> str:
    """What all pictures, and what a camera is given, are made of, in a few letters: other movements, words, drawing or
    measuring give another mark."""
    return _mark(known.catalogue.hash, known.language)


@cache
def _mark(catalogue: str, language: str) -> str:
    found = sha256(f"{catalogue} {language}".encode())
    for package in ("unbend.body", "unbend.motion"):
        for file in _modules(files(package)):
            found.update(file.read_bytes())
    return found.hexdigest()[:MARK]


def _modules(folder: Traversable) -> Iterator[Traversable]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            yield from _modules(item)
        elif item.name.endswith(".py"):
            yield item


def picture(wanted: Picture, known: Knowledge, folder: Path) -> bytes | None:
    """The picture as compressed SVG; None where there is no such exercise. Drawn pictures are kept in the folder."""
    exercise = known.catalogue.exercises.get(wanted.exercise)
    if exercise is None or exercise.retired:
        return None
    return _kept(wanted, mark_of(known), folder) or _drawn(wanted, known, folder)


def _drawn(wanted: Picture, known: Knowledge, folder: Path) -> bytes:
    content = gzip.compress(_svg(wanted, known).encode(), 9, mtime=0)
    _keep(content, folder / mark_of(known) / wanted.name)
    return content


def _svg(wanted: Picture, known: Knowledge) -> str:
    scene, ink = known.studio.scene(wanted.exercise), _INKS[wanted.form]
    muscles = scene.muscles if wanted.worked else ()
    if wanted.what is What.MOVING:
        return scene.animation(ink, worked=muscles, mirrored=wanted.mirrored)
    share = 0.0 if wanted.what is What.START else 1.0
    return scene.picture(share, ink, worked=muscles, mirrored=wanted.mirrored)


def _keep(content: bytes, path: Path) -> None:
    """A folder that fills up or cannot be written to only means that the picture is drawn again."""
    try:
        if not path.parent.exists():
            _forget_others(path.parent.parent)
            path.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(path, content)
    except (OSError, BadInput):
        return


def _forget_others(folder: Path) -> None:
    for old in folder.glob("[0-9a-f]" * MARK):
        shutil.rmtree(old, ignore_errors=True)


def _kept(wanted: Picture, mark: str, folder: Path) -> bytes | None:
    try:
        return _read(folder / mark / wanted.name)
    except OSError:
        return None


@lru_cache(maxsize=KEPT)
def _read(path: Path) -> bytes:
    return path.read_bytes()
