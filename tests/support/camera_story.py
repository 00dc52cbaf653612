"""A workout before the camera: a short script of a few exercises, and somebody made up who does them where the pose
model's landmarks would come from."""

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from playwright.sync_api import Page, Route

from support.scripts import known_of, movements, script_of
from unbend.body.angles import Side
from unbend.body.build import BUILDS
from unbend.body.camera import Landmark
from unbend.body.performance import Performance
from unbend.body.recording import Recording, Setting, record
from unbend.catalogue.words import Role
from unbend.planning.brief import Brief
from unbend.planning.dose import Dose
from unbend.planning.plan import Item, Session
from unbend.workout.as_json import script_as_json

ROOT = Path(__file__).parents[2]
POSE = "**/built/coach-pose-*.js"
NEXT, READY = 3, 2
FRAMES_A_SECOND = 20
PICTURE = (640, 480)  # of the camera that Chromium makes up
NOISE = 0.004  # metres, a little: what is tested here is the way to the screen and into the record
DIGITS = 4
NO_MARK = "0" * 16  # a site leads on from it to its own

# In the place of the pose model's module: somebody who does what the test says, or nobody.
MODULE = """const plays = %s
let [now, began] = [null, 0]
globalThis.looks = 0
globalThis.posing = name => { now = plays[name] ?? null; began = performance.now() }
export async function startPose() {
  return { where: 'page', close() {}, async detect() {
    looks += 1
    await new Promise(done => setTimeout(done, 8))
    if (now === null) return null
    const frame = Math.min(now.length - 1, Math.floor((performance.now() - began) / 1000 * %d))
    return { image: Float32Array.from(now[frame][0]), world: Float32Array.from(now[frame][1]) }
  } }
}"""


@cache
def _brief() -> Brief:
    found = known_of(json.loads((ROOT / "examples" / "desk-worker.json").read_text(encoding="utf-8")))
    assert found is not None
    return found[2]


def counted(exercise: str, repetitions: int, *, sets: int = 1, side: str = "both", rest: int = 4) -> Item:
    """Repetitions of an exercise."""
    return _item(exercise, Dose(sets, rest, repetitions=repetitions, tempo_seconds=4), side)


def held(exercise: str, seconds: int, *, side: str = "both") -> Item:
    """A pose kept for so long."""
    return _item(exercise, Dose(1, 0, duration_seconds=seconds), side)


def _item(exercise: str, dose: Dose, side: str) -> Item:
    return Item(exercise, Role.MAIN, dose, (side,), 0, 60, ())


def short_of(script: Mapping[str, Any], *items: Item) -> dict[str, Any]:
    """The script of a site with these exercises in the place of its own, and little time in between."""
    made = script_as_json(script_of(Session("monday", 300, items), _brief(), {}))
    text = re.sub(r"(/figures/)abc(/[\w/-]+\.svg)", rf"\g<1>{NO_MARK}\g<2>?form=classes", json.dumps(made["items"]))
    text = text.replace("/figures/abc/", f"/figures/{NO_MARK}/")
    found = [_shortened(item) for item in json.loads(text)]
    return {**script, "items": found, "seconds": sum(item["seconds"] for item in found)}


def _shortened(item: dict[str, Any]) -> dict[str, Any]:
    lengths = {"next": NEXT, "get-ready": READY}
    segments = [one | {"seconds": lengths.get(one["kind"], one["seconds"])} for one in item["segments"]]
    return item | {"segments": segments, "seconds": sum(one["seconds"] for one in segments), "easier": None}


@cache
def recording(exercise: str, repetitions: int, *, left: bool = False) -> Recording:
    """Somebody who does an exercise, as a camera sees it from where it should stand."""
    movement = movements()[exercise]
    side = Side.LEFT if left else Side.RIGHT
    setting = Setting(repetitions, NOISE, movement.camera.view, FRAMES_A_SECOND, side)
    return record(Performance(movement, BUILDS[movement.person]), setting, Random(7))


def frames_of(made: Recording) -> list[list[list[float]]]:
    """Each moment as two rows of numbers, of the browser's picture and of the room."""
    return [[_row([_fitted(one, made) for one in seen.image]), _row(seen.world)] for seen in made.seen]


def _fitted(landmark: Landmark, made: Recording) -> Landmark:
    """Where it is in the browser's picture, in which all of the recording's stands in the middle: nobody gets wider."""
    (wide, high), (x, y, depth, sure) = PICTURE, landmark
    scale = min(wide / made.width, high / made.height)
    across, down = scale * made.width / wide, scale * made.height / high
    return (0.5 + (x - 0.5) * across, 0.5 + (y - 0.5) * down, depth * across, sure)


def staying(made: Recording, *, up: bool) -> list[list[list[float]]]:
    """Half a minute in the pose that is held, or in the one before it."""
    hold = made.holds[0]
    before = made.repetitions[0].start
    frames = [frame for time, frame in zip(made.times, frames_of(made), strict=True)
              if (hold.start < time < hold.end if up else time < before)]  # fmt: skip
    return [frames[i % len(frames)] for i in range(30 * FRAMES_A_SECOND)]


def quicker(frames: Sequence[list[list[float]]]) -> list[list[list[float]]]:
    """The same in two thirds of the time, as a quick person does it: a story waits for each repetition."""
    return [list(frames[i * 3 // 2]) for i in range(len(frames) * 2 // 3)]


def aside(frames: Sequence[list[list[float]]], share: float) -> list[list[list[float]]]:
    """The same, by so much of the picture farther to one side: as by a phone that was moved."""
    return [[[x + share if i % 4 == 0 else x for i, x in enumerate(image)], list(room)] for image, room in frames]


def _row(landmarks: Sequence[Sequence[float]]) -> list[float]:
    return [round(value, DIGITS) for landmark in landmarks for value in landmark]


def pose_as(page: Page, plays: Mapping[str, list[list[list[float]]]]) -> None:
    """From now on this page's landmarks are those of somebody made up: `posing` says what they do."""
    module = MODULE % (json.dumps(plays, separators=(",", ":")), FRAMES_A_SECOND)

    def serve(route: Route) -> None:
        if "worker" in route.request.url:
            route.continue_()
        else:
            route.fulfill(body=module, content_type="text/javascript")

    page.route(POSE, serve)


def posing(page: Page, name: str | None) -> None:
    """What somebody does before the camera; None: nobody is there."""
    page.evaluate("name => globalThis.posing(name)", name)


def with_script(page: Page, script: Mapping[str, Any], *items: Item) -> None:
    """The workout that the site gives is this one of its own, with these exercises in it."""
    given = short_of(script, *items)
    page.route("**/workout/script.json*", lambda route: route.fulfill(json=given))
