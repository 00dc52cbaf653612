"""How the body must stand to the camera for a reference, and what to ask for where it does not."""

from unbend.motion.gate import TO_FRONT, TO_SIDE
from unbend.motion.reference import Reference
from unbend.motion.view import Sight

# So much more or less across the picture than the reference itself, in trunk lengths, is another view: about 45
# degrees of turning, up to which people who are filmed are still counted right (bench/coach.py). Where the trunk points
# at the camera, as of one who lies with the feet to it, it looks short and all else wide. By judgement.
TURNED = 0.4


def facing(reference: Reference, sight: Sight) -> str | None:
    """The turn to ask for; None where the body stands as it should, or where it cannot be told."""
    if sight.turned is None or reference.turned is None:
        return None
    low, high = reference.turned
    if sight.turned > high + max(TURNED, high / 2):
        return TO_SIDE
    return TO_FRONT if sight.turned < low - TURNED else None
