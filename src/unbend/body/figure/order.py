"""What is painted over what."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from unbend.body.figure.block import Block, over
from unbend.body.figure.item import Item, Sample

# Parts that hide another by this much more than their depth says; metres. Arms lie on the trunk, not in it.
_OVER = {
    "upper arm": 0.06,
    "forearm": 0.05,
    "head": 0.02,
    "locks": 0.02,
    "neck": 0.05,
    "push": 1.0,
    "thigh": 0.0,
    "foot": 0.0,
}
# Pairs whose order never changes: the second is painted over the first.
_FIXED = (("hips", "shirt"), ("neck", "head"))
MEETING = 0.06  # metres between parts that still count as meeting in the picture
Weights = dict[tuple[str, str], float]
Wish = tuple[str, str, float]


def weights(parts: Sequence[Item | Block]) -> Weights:
    """By how much the first of a pair should be painted over the second; only pairs that meet in the picture."""
    items = [part for part in parts if isinstance(part, Item)]
    standing = [part for part in parts if isinstance(part, Block)]
    found: Weights = {}
    for a, b, weight in (*_among_items(items), *_among_blocks(items, standing)):
        found[a, b], found[b, a] = weight, -weight
    for lower, upper in _FIXED:
        found[upper, lower], found[lower, upper] = 10.0, -10.0
    for item in items:
        if item.name.endswith("thigh") and ("shirt", item.name) not in found:
            found["shirt", item.name], found[item.name, "shirt"] = 0.1, -0.1
    return found


def _among_items(items: Sequence[Item]) -> Iterator[Wish]:
    dense = [_dense(item.samples) for item in items]
    rims = [_rim(samples) for samples in dense]
    for i, a in enumerate(items):
        left, top, right, bottom = rims[i]
        for j in range(i + 1, len(items)):
            u, v, w, x = rims[j]
            if u > right or w < left or v > bottom or x < top:
                continue
            nearer = _nearer(dense[i], dense[j])
            if nearer:
                yield a.name, items[j].name, nearer + _over(a) - _over(items[j])


def _among_blocks(items: Sequence[Item], standing: Sequence[Block]) -> Iterator[Wish]:
    for i, block in enumerate(standing):
        others: list[Item | Block] = [*items, *standing[i + 1 :]]
        for other in others:
            weight = over(other, block)
            if weight:
                yield other.name, block.name, weight


def _rim(samples: Sequence[Sample]) -> tuple[float, float, float, float]:
    """A box that reaches half of MEETING round the samples."""
    return (
        min(x - r for x, _, _, r in samples) - MEETING / 2,
        min(y - r for _, y, _, r in samples) - MEETING / 2,
        max(x + r for x, _, _, r in samples) + MEETING / 2,
        max(y + r for _, y, _, r in samples) + MEETING / 2,
    )


def _nearer(some: Sequence[Sample], others: Sequence[Sample]) -> float:
    """The difference in depth where two parts lie over each other in the picture, on the average, or where they come
    closest; 0 where they are apart."""
    pairs = [((x - u) ** 2 + (y - v) ** 2, z - w, r + q) for x, y, z, r in some for u, v, w, q in others]
    meeting = [depth for gap, depth, reach in pairs if gap < reach * reach * 0.7]
    if meeting:
        return sum(meeting) / len(meeting) or 1e-6
    gap, depth, reach = min(pairs)
    return 0.0 if gap > (reach + MEETING) ** 2 else depth or 1e-6


def _over(item: Item) -> float:
    name, _, rest = item.name.partition(" ")
    return _OVER.get(rest if item.side else name, 0.0)


def _dense(samples: Sequence[Sample]) -> list[Sample]:
    """The samples and the places halfway between them."""
    dense = [samples[0]]
    for a, b in pairwise(samples):
        dense += [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2, (a[3] + b[3]) / 2), b]
    return dense


def ordered(names: Sequence[str], wishes: Mapping[tuple[str, str], float]) -> list[str]:
    """The names from the one painted first to the one painted last, as few of the wishes broken as can be."""
    above: dict[str, dict[str, float]] = {name: {} for name in names}
    for (upper, lower), weight in wishes.items():
        if weight > 0:
            above[upper][lower] = weight
    found = []
    while above:
        first = min(above, key=lambda name: sum(above[name].values()))
        del above[first]
        for lowers in above.values():
            lowers.pop(first, None)
        found.append(first)
    return found
