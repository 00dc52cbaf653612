"""The landmarks of a video by MediaPipe, on this computer. It is an extra and is imported only here, when asked for."""

import math
from array import array
from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from unbend.record.errors import BadInput
from unbend.service.landmark_file import MOST_FRAMES, NUMBERS, POINTS, Landmarks

EXTRA = "pip install 'unbend[video]'"
NOTHING = [math.nan] * (POINTS * NUMBERS)
USUAL_RATE = 30.0  # frames a second, where a video does not say


def landmarks_of(video: Path, model: Path | None = None, told: Callable[[float], None] = lambda _: None) -> Landmarks:
    """The landmarks in every frame of the video, by our own pose model or another `.task` file; `told` hears how much
    is done, from 0 to 1, if the video says how long it is. Raises BadInput where the extra is missing, or video or
    model cannot be read."""
    vision, pictures = _libraries()
    file = _model(model)
    if not video.is_file():
        raise BadInput(str(video), "there is no such file", "name a video")
    film = pictures.VideoCapture(str(video))
    width, height = (int(film.get(size)) for size in (pictures.CAP_PROP_FRAME_WIDTH, pictures.CAP_PROP_FRAME_HEIGHT))
    if not film.isOpened() or width < 1 or height < 1:
        raise BadInput(str(video), "it is no video that can be read", "try it as MP4")
    whole = film.get(pictures.CAP_PROP_FRAME_COUNT)
    times, image, world = array("d"), array("f"), array("f")
    try:
        with _landmarker(vision, file) as landmarker:
            for time, picture in _frames(film, pictures, str(video)):
                told(len(times) / whole if whole > 0 else 0.0)
                frame = vision.Image(image_format=vision.ImageFormat.SRGB, data=picture)
                found = landmarker.detect_for_video(frame, round(time * 1000))
                times.append(time)
                image.extend(_numbers(found.pose_landmarks))
                world.extend(_numbers(found.pose_world_landmarks))
                # A picture that a phone turned comes turned, so its size is the frame's and not the film's.
                height, width = picture.shape[:2]
    finally:
        film.release()
    if not times:
        raise BadInput(str(video), "it has no pictures", "name a video")
    return Landmarks(times, image, world, width, height)


def _libraries() -> tuple[Any, Any]:
    try:
        import cv2
        import mediapipe
    except ImportError:
        raise BadInput("--video", "the part that looks at videos is not installed", f"install it: {EXTRA}") from None
    return mediapipe, cv2


def _model(wanted: Path | None) -> bytes:
    if wanted is None:
        built = files("unbend") / "web" / "static" / "built"
        own = [one for one in built.iterdir() if one.name.startswith("pose-full-")] if built.is_dir() else []
        if not own:
            raise BadInput(
                "--video", "our pose model has not been built", "run `make assets`, or give --model FILE.task"
            )
        return own[0].read_bytes()
    try:
        return wanted.read_bytes()
    except OSError as error:
        raise BadInput("--model", (error.strerror or "cannot be read").lower(), "name a .task file") from None


def _landmarker(vision: Any, model: bytes) -> Any:
    tasks = vision.tasks
    options = tasks.vision.PoseLandmarkerOptions(
        base_options=tasks.BaseOptions(model_asset_buffer=model), running_mode=tasks.vision.RunningMode.VIDEO
    )
    try:
        return tasks.vision.PoseLandmarker.create_from_options(options)
    except (RuntimeError, ValueError):
        raise BadInput("--model", "MediaPipe cannot use it", "name a .task file of its pose landmarker") from None


def _frames(film: Any, pictures: Any, name: str) -> Iterator[tuple[float, Any]]:
    """Each picture with its time in seconds, which grows."""
    rate = film.get(pictures.CAP_PROP_FPS) or USUAL_RATE
    last, number = -1.0, 0
    while True:
        time = film.get(pictures.CAP_PROP_POS_MSEC) / 1000
        there, picture = film.read()
        if not there:
            return
        if number >= MOST_FRAMES:
            raise BadInput(name, "it is too long", f"at most {MOST_FRAMES} pictures are looked at")
        time = time if time > last + 0.001 else max(number / rate, last + 1 / rate)
        yield time, pictures.cvtColor(picture, pictures.COLOR_BGR2RGB)
        last, number = time, number + 1


def _numbers(poses: Iterable[Any]) -> list[float]:
    """The first person's landmarks as x, y, z, visibility in turn."""
    for pose in poses:
        return [value for point in pose for value in (point.x, point.y, point.z, point.visibility)]
    return NOTHING
