"""Real people before the whole coach: who is there, what they do, and how often.

UI-PRMD and KIMORE were taken by a depth sensor that stood in front of people. Their bodies are turned so that a phone
stands where the exercise wants it, a little aside, and are seen by it as points in a picture. Countix and the clip were
filmed by whoever filmed them, from wherever they stood.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from bench.coach_model import clip, countix
from bench.coach_model.simple import peaks
from bench.coach_model.synthetic import reference
from bench.coach_model.trace import Numbers
from bench.coach_model.watched import watch

from unbend.motion.adapters import kimore18, uiprmd22
from unbend.motion.pose import LANDMARK, PoseFrame

FILES = ("uiprmd-kinect.npz", "kimore-ex5.npz", *countix.FILES, *clip.FILES)
RATE = 30.0  # frames a second, of all but the clip
WIDE, HIGH = 720, 1280  # pixels of the phone's picture
AWAY, FILLED = 3.2, 0.8  # metres to the phone, and how much of the picture the body fills
ASIDE = 10.0  # degrees by which the phone misses its place, to one side or the other
NOISE = 0.006  # metres
STILL, REST, BETWEEN = 20, 6, 10  # frames before and after a set, between two repetitions, and from one to the next
SEED = 6
DEEP_SQUAT, HURDLE_STEP, LEG_RAISE, CHAIR, ARM_RAISE = 1, 2, 6, 5, 7
# UI-PRMD's movements and the coaches that should count them; a set of the chair begins and ends upright.
OWN = {
    DEEP_SQUAT: ("squat-full", "squat-assisted"),
    CHAIR: ("sit-to-stand", "sit-to-stand-slow", "stand-and-reach"),
    HURDLE_STEP: ("march-on-the-spot",),
}
# And those that should not.
OTHERS = {
    DEEP_SQUAT: ("hip-hinge", "standing-hamstring-curl", "march-on-the-spot"),
    CHAIR: ("hip-hinge", "standing-hamstring-curl", "march-on-the-spot"),
    HURDLE_STEP: ("mini-squat", "sit-to-stand", "hip-hinge"),
    LEG_RAISE: ("mini-squat", "sit-to-stand", "standing-hamstring-curl"),
    ARM_RAISE: ("mini-squat", "hip-hinge", "march-on-the-spot"),
}
NAMES = {
    DEEP_SQUAT: "deep squat, arms up",
    CHAIR: "sitting down and getting up",
    HURDLE_STEP: "hurdle step",
    LEG_RAISE: "leg raised, standing",
    ARM_RAISE: "arm raised",
}
SQUATS = ("squat-full", "squat-assisted", "mini-squat")


@dataclass(frozen=True)
class Filmed:
    """Somebody at something: for whose coaches, how often, and as the camera saw it."""

    who: str
    what: str
    coaches: tuple[str, ...]
    truth: int
    frames: tuple[PoseFrame, ...]


@dataclass(frozen=True)
class Told:
    """What a coach counted, what is true, and the share of the frames in which it saw its exercise."""

    truth: int
    count: int
    seen: float


def own(folder: Path) -> Iterator[Filmed]:
    """All who do what their coaches count."""
    yield from uiprmd(folder, others=False)
    yield from kimore(folder)
    yield from filmed(folder)


def by_coach(sets: Iterable[Filmed]) -> dict[tuple[str, str], list[Told]]:
    """What each coach told of each kind of set, live."""
    found: dict[tuple[str, str], list[Told]] = {}
    for one in sets:
        for coach in one.coaches:
            told = watch(one.frames, reference(coach), side="both")
            found.setdefault((one.what, coach), []).append(Told(one.truth, told.repetitions, told.open))
    return found


def uiprmd(folder: Path, *, others: bool) -> Iterator[Filmed]:
    """Each person's correct repetitions of a movement, one after another."""
    with np.load(folder / FILES[0]) as data:
        offsets, angles = (data[name].reshape(-1, 22, 3) for name in ("positions", "angles"))
        rows = list(zip(data["movement"], data["subject"], data["correct"], pairwise(data["start"]), strict=True))
    for movement, coaches in (OTHERS if others else OWN).items():
        for subject in sorted({int(who) for _, who, *_ in rows}):
            parts = [
                np.array([uiprmd22(offsets[i], angles[i]) for i in range(start, end)])
                for what, who, correct, (start, end) in rows
                if (what, who, correct) == (movement, subject, 1)
            ]
            # A coach for getting up begins with the first seat, and what ends upright is not sat down from.
            truth = 0 if others else len(parts) - (movement == CHAIR)
            frames = tuple(before_phone(_joined(parts), aside=ASIDE if subject % 2 else -ASIDE))
            yield Filmed(f"UI-PRMD {subject}", NAMES[movement], coaches, truth, frames)


def kimore(folder: Path) -> Iterator[Filmed]:
    """People with a complaint at squats as deep as they can; how often is told by how high the hips are."""
    with np.load(folder / FILES[1]) as data:
        people, patients = data["skeleton"], data["patient"]
    for number, (moments, patient) in enumerate(zip(people, patients, strict=True)):
        body = np.array([kimore18(moment.reshape(18, 3)) for moment in moments.T])
        hips = body[:, LANDMARK["right ankle"], 1] + body[:, LANDMARK["left ankle"], 1]
        frames = tuple(before_phone(body, aside=ASIDE if number % 2 else -ASIDE))
        yield Filmed(f"KIMORE {patient}", "squat of patients", SQUATS[1:], peaks(-hips, RATE), frames)


def filmed(folder: Path) -> Iterator[Filmed]:
    """Countix' squats, from whichever side they were filmed, and the clip."""
    for one in countix.clips(folder):
        if one.exercise == "squat":
            yield Filmed(one.name, "Countix, squat", SQUATS, one.count, tuple(_stretched(one)))
    frames, truth, _ = clip.frames(folder / clip.FILES[0])
    yield Filmed("clip", "the clip", SQUATS, truth, tuple(frames))


def before_phone(body: Numbers, *, aside: float) -> Iterator[PoseFrame]:
    """Landmarks in metres as a phone at the right side sees them, turned by so many degrees too far."""
    noise = np.random.default_rng(SEED).normal(0.0, NOISE, body[:, :, :3].shape)
    places = _turned(body, aside) + noise
    hips = places[:, [LANDMARK["right hip"], LANDMARK["left hip"]]].mean(axis=1, keepdims=True)
    known = body[:, :, 3] > 0
    seen = places - np.median(places[known], axis=0)
    far = seen[:, :, 2] + AWAY
    flat = seen[:, :, :2] / far[:, :, None]
    low, high = flat[known].min(axis=0), flat[known].max(axis=0)
    size = np.array((WIDE, HIGH))
    focal = FILLED * float((size / (high - low)).min())
    image = (flat - (low + high) / 2) * focal / size + 0.5
    deep = (places - hips)[:, :, 2:] * focal / AWAY / WIDE
    sure = body[:, :, 3:]
    pictures, rooms = np.concatenate((image, deep, sure), axis=2), np.concatenate((places - hips, sure), axis=2)
    for i, (picture, room) in enumerate(zip(pictures.tolist(), rooms.tolist(), strict=True)):
        yield PoseFrame(i / RATE, picture, room, WIDE, HIGH)


def _turned(body: Numbers, aside: float) -> Numbers:
    """The body turned upright about itself so that its right side, as it stands at first, looks to the camera."""
    first = body[: max(len(body) // 10, 1)]
    across = np.median(first[:, LANDMARK["right shoulder"]] - first[:, LANDMARK["left shoulder"]], axis=0)
    angle = np.arctan2(across[0], -across[2]) + np.radians(aside)
    c, s = np.cos(angle), np.sin(angle)
    turn = np.array(((c, 0.0, s), (0.0, 1.0, 0.0), (-s, 0.0, c)))
    turned: Numbers = body[:, :, :3] @ turn.T
    return turned


def _joined(parts: list[Numbers]) -> Numbers:
    found = [np.repeat(parts[0][:1], STILL, axis=0), parts[0]]
    for before, after in pairwise(parts):
        share = np.linspace(0.0, 1.0, BETWEEN + 2)[1:-1, None, None]
        found += [
            np.repeat(before[-1:], REST, axis=0),
            before[-1] * (1.0 - share) + after[0] * share,
            after,
        ]
    return np.concatenate((*found, np.repeat(parts[-1][-1:], STILL, axis=0)))


def _stretched(one: countix.Clip) -> Iterator[PoseFrame]:
    """The frames with the shape they had. Depth is stretched as if a body were as deep as its parts are long."""
    for time, marks, (wide, high) in zip(one.times.tolist(), one.marks, one.size, strict=True):
        width, height = max(1, round(wide * countix.PIXELS)), max(1, round(high * countix.PIXELS))
        image = [(0.02 + 0.96 * x, 0.02 + 0.96 * y, z, 1.0) for x, y, z in marks.tolist()]
        yield PoseFrame(time, image, None, width, height)
