"""How the whole body of a movement goes in the picture on its way into the target pose and out of it."""

from collections.abc import Iterator

from unbend.body.camera import HIDDEN_NOISE, camera
from unbend.motion.picture import JOINTS, Places, places_of
from unbend.motion.played import Played, one_repetition, seen_by
from unbend.motion.pose import PoseFrame
from unbend.motion.way import SHARES, SHORTEST_WAY, STOPS

HELD = 1.0  # seconds; what is shorter is no hold of the movement's own
SEEN = 0.5  # visibility
STILL = 1.0  # pixels squared: a way on which nothing goes further is none


def ways_seen(played: Played, view: str) -> tuple[tuple[float, ...], ...]:
    """How far from the target pose the body is in the picture, after even shares of the time of the way into it and of
    the way out of it, as shares of how far it goes. Empty where nothing is held or nothing goes anywhere."""
    movement = played.performance.movement
    poses, at = movement.poses, played.target
    is_held = poses[at].hold >= HELD or (movement.count is not None and movement.count.hold)
    if len(poses) == 1 or not is_held:
        return ()
    reached = sum(pose.hold for pose in poses[:at]) + sum(pose.seconds for pose in poses[1 : at + 1])
    into = _way(list(_frames(played, view, reached, -max(poses[at].seconds, SHORTEST_WAY))))
    if at + 1 == len(poses) and movement.returns:
        return (into, into) if into else ()
    seconds = poses[at + 1 - len(poses)].seconds
    out = _way(list(_frames(played, view, reached + poses[at].hold, max(seconds, SHORTEST_WAY))))
    return (into, out) if into and out else ()


def _frames(played: Played, view: str, begin: float, seconds: float) -> Iterator[PoseFrame]:
    lens, last = camera(played.bodies, view=view), one_repetition(played.performance)
    for i in range(STOPS):
        time = min(max(begin + seconds * i / SHARES, 0.0), last)
        yield seen_by(played.performance.at(time), lens)


def _way(frames: list[PoseFrame]) -> tuple[float, ...]:
    """How far the joints are along the straight line from where they are held to where the way begins; those that are
    guessed weigh as little as they tremble more."""
    places = [found for frame in frames if (found := places_of([frame])) is not None]
    there, begin = places[0], places[SHARES]
    weights = _weights(frames[0], frames[SHARES])
    line = [weight * (x - y) for weight, x, y in zip(weights, begin, there, strict=True)]
    whole = _along(line, begin, there)
    return tuple(_along(line, one, there) / whole for one in places) if whole > STILL else ()


def _weights(*ends: PoseFrame) -> list[float]:
    guessed = [any(frame.image is not None and frame.image[i][3] < SEEN for frame in ends) for i in JOINTS]
    return [1.0 / HIDDEN_NOISE**2 if one else 1.0 for one in guessed for _ in range(2)]


def _along(line: list[float], place: Places, there: Places) -> float:
    return sum(part * (x - y) for part, x, y in zip(line, place, there, strict=True))
