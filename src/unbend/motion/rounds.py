"""How often what is counted goes out and back in one repetition: a step to the side and one back may both be a way."""

from dataclasses import replace

from unbend.motion.counter import BEGIN, Counting, Repetition, count
from unbend.motion.reference import Reference

# Nobody repeats a movement faster than in such a share of its own time; or in so many seconds, where its own time is
# long since it is meant to be slow or to pause: people squat in 1.4 to 1.8 s (UI-PRMD).
QUICKEST_SHARE, QUICK_ENOUGH = 0.2, 0.8
SETTLES_SHARE = 0.8  # of the movement's own time
ROUNDS = 4


def counting_of(reference: Reference) -> Counting | None:
    """The settings of the counter; None where nothing goes to and fro."""
    counted = reference.counted
    if counted is None or counted.start == counted.target:
        return None
    each, least = reference.seconds / ways_of(reference), Counting()
    return Counting(
        counted.start,
        counted.target,
        seconds=max(min(QUICKEST_SHARE * each, QUICK_ENOUGH), least.seconds),
        settles=max(SETTLES_SHARE * each, least.settles),
    )


def ways_of(reference: Reference) -> int:
    """How many ways out and back the reference itself makes in one repetition, at least 1."""
    counted = reference.counted
    if counted is None or counted.start == counted.target or not reference.path:
        return 1
    place = reference.measures.index(counted.measure)
    way = [values[place] for values in reference.path]
    step = reference.seconds / len(way)
    state, settings = BEGIN, Counting(counted.start, counted.target)
    for i in range(ROUNDS * len(way)):
        state = count(state, settings, i * step, way[i % len(way)])
    # The first round may begin on the way, and the last may not be finished.
    return max(1, round(state.count / (ROUNDS - 0.5)))


def joined(parts: tuple[Repetition, ...]) -> Repetition:
    """Several ways as the one repetition that they are."""
    furthest = max(parts, key=lambda part: part.high - part.low)
    return replace(
        furthest,
        start=parts[0].start,
        end=parts[-1].end,
        low=min(part.low for part in parts),
        high=max(part.high for part in parts),
    )
