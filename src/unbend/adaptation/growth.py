"""One thing more at a time: the next step of a dose, or one set."""

from unbend.catalogue.exercise import Range


def one_thing_more(step: int, sets: int | None, *, full: int, ends: Range) -> tuple[int, int | None]:
    """The step and the sets after one more was earned: another set where the next step goes with more of them, else
    the next step. Where nothing is left to grow it stays. `ends`: the fewest and the most sets of the phase."""
    further = min(step + 1, full)
    if sets is not None and sets < sets_at(further, full=full, ends=ends):
        return step, sets + 1
    return further, sets


def sets_at(step: int, *, full: int, ends: Range) -> int:
    """How many sets go with a step of the dose: from the fewest at the first one to the most at the full one."""
    low, high = ends
    return low + int((high - low) * step / full + 0.5)
