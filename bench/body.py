"""What a frame and a figure cost: bare kinematics, a frame settled on its supports, and a drawn picture, side by side.

    python bench/body.py [--frames 40]

Every movement of the catalogue, one core. Ratios are to the bare kinematics of the same frame, in the same run.
The table goes to docs/benchmarks.md by hand, with the machine.
"""

import argparse
import gzip
import platform
import time
from collections.abc import Callable
from functools import partial
from statistics import median, quantiles

from unbend.body.build import BUILDS
from unbend.body.figure.ink import SCREEN
from unbend.body.performance import Performance
from unbend.body.posture import Posture
from unbend.catalogue.load_movements import load_movements
from unbend.catalogue.load_text import load_texts
from unbend.service.figure import open_studio


def seconds_of(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def frame_costs(frames: int) -> tuple[list[float], list[float], list[float]]:
    """Seconds of setting up a movement (all its key poses settled), of a settled frame, and of a bare one."""
    keys, settled, bare = [], [], []
    for movement in load_movements().values():
        performance = Performance(movement, BUILDS[movement.person])
        keys.append(seconds_of(partial(getattr, performance, "keys")))
        for i in range(frames):
            moment = performance.seconds * i / frames
            begun = time.perf_counter()
            frame = performance.at(moment)
            settled.append(time.perf_counter() - begun)
            posture = Posture(frame.placed.origins[0], frame.placed.rotations[0], frame.angles)
            bare.append(seconds_of(partial(posture.placed, performance.build)))
    return keys, settled, bare


def figure_costs() -> tuple[list[float], list[int], list[int], float]:
    """Seconds of each still, bytes of each still and animation (compressed), and seconds of all stills in one go."""
    studio = open_studio(load_texts())
    stills, pictures = [], []
    whole = time.perf_counter()
    scenes = [studio.scene(exercise) for exercise in studio.exercises]
    for scene in scenes:
        for share in (0.0, 1.0):
            begun = time.perf_counter()
            picture = scene.picture(share, SCREEN)
            stills.append(time.perf_counter() - begun)
            pictures.append(picture)
    total = time.perf_counter() - whole
    sizes = [len(gzip.compress(picture.encode())) for picture in pictures]
    moving = [len(gzip.compress(scene.animation(SCREEN).encode())) for scene in scenes]
    return stills, sizes, moving, total


def row(name: str, seconds: list[float], base: float) -> str:
    middle = median(seconds)
    last = quantiles(seconds, n=100)[98]
    return f"| {name} | {len(seconds)} | {middle * 1000:.3f} | {last * 1000:.3f} | {middle / base:.1f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--frames", type=int, default=40, help="of each movement")
    frames = parser.parse_args().frames
    keys, settled, bare = frame_costs(frames)
    stills, sizes, moving, total = figure_costs()
    base = median(bare)
    print(f"{platform.machine()}, Python {platform.python_version()}; {len(keys)} movements, {frames} frames of each\n")
    print("| what | times | median ms | 99 % ms | ratio |\n|---|---|---|---|---|")
    print(row("bare kinematics of a frame", bare, base))
    print(row("a frame settled on its supports", settled, base))
    print(row("all key poses of a movement", keys, base))
    print(row("a still picture, the first with its key poses", stills, base))
    print(f"\nAll {len(stills)} stills, settling included: {total:.2f} s on one core.")
    print(f"A still compressed: median {median(sizes):.0f} bytes, largest {max(sizes)}.")
    print(f"An animation compressed: median {median(moving):.0f} bytes, largest {max(moving)}.")


if __name__ == "__main__":
    main()
