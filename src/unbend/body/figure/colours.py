"""The colours of every role, by day, by night and on paper; drawn by eye."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

EDGE = 5  # units: the outer half is seen


@dataclass(frozen=True, slots=True)
class Look:
    """An area's colour, or a line's colour and width in units; how opaque."""

    fill: str | None
    stroke: str | None = None
    width: float = 0.0
    opacity: float = 1.0
    rim: float = 0.48


def edge_of(look: Look) -> Look:
    """The line round an area: its own colour, darker."""
    return Look(None, mixed(look.fill or "#000000", "#14161c", look.rim), EDGE)


def mixed(a: str, b: str, share: float) -> str:
    """The colour at `share` of the way from a to b."""
    pairs = ((int(a[i : i + 2], 16), int(b[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(p + (q - p) * share):02x}" for p, q in pairs)


def _round(name: str, lit: str, shade: float, far: str, distance: float) -> Iterator[tuple[str, str]]:
    """A colour in the light and in its own shade, near and far."""
    dark = mixed(lit, "#1a2238", shade)
    yield name, dark
    yield f"{name} lit", lit
    yield f"{name} far", mixed(dark, far, distance)
    yield f"{name} far lit", mixed(lit, far, distance + 0.06)


def _colours(*, skin: str, shirt: str, legs: str, hair: str, far: str, distance: float) -> dict[str, Look]:
    found: dict[str, str] = {}
    for name, lit, shade in (("skin", skin, 0.13), ("shirt", shirt, 0.16), ("legs", legs, 0.20), ("hair", hair, 0.22)):
        found.update(_round(name, lit, shade, far, distance))
    found["face"], found["hand"], found["hand far"] = skin, mixed(found["skin"], skin, 0.75), found["skin far lit"]
    found["ear"] = mixed(skin, "#8a3f2a", 0.16)
    return {role: Look(colour) for role, colour in found.items()}


def _things(**tops: str) -> dict[str, Look]:
    """Furniture: three faces of each block."""
    found = {}
    for name, top in tops.items():
        for face, dark in (("top", 0.0), ("front", 0.10), ("side", 0.20)):
            found[f"{name} {face}"] = Look(mixed(top, "#2a3040", dark), rim=0.22)
    return found


LIGHT: Mapping[str, Look] = {
    "floor": Look("#e9edf0"),
    "shadow": Look("#4a5568", opacity=0.22),
    **_colours(skin="#e8b391", shirt="#52a9ae", legs="#55658f", hair="#654a3d", far="#3a4358", distance=0.26),
    "eye": Look("#3a2a26"),
    "mouth": Look("#a2604a"),
    "worked": Look("#f2643d", opacity=0.82),
    **_things(
        wood="#d9c3a5", soft="#d5dce4", wall="#e7e9ec", metal="#aeb7c1", mat="#b9cfc4", cushion="#f1ece4", rag="#cdbfe0"
    ),
    "bag": Look("#a98259"),
    "bag lit": Look("#bd9468"),
    "handle": Look(None, "#7d5d3d", 6),
    "grip": Look("#8a929d"),
    "steel": Look("#4f5866"),
    "steel lit": Look("#66707f"),
    "bottle": Look("#7fb4d4"),
    "bottle lit": Look("#a3cde5"),
    "cap": Look("#3f74a0"),
    "band": Look(None, "#d0628c", 8.5),
    "band under": Look(None, "#8f3b5e", 12.5),
    "cloth": Look(None, "#9d8dc6", 12),
    "cloth under": Look(None, "#6a5b94", 16),
    "strap": Look(None, "#6a7482", 6.5),
    "strap under": Look(None, "#3d4652", 10.5),
    "arrow": Look("#f0833a", opacity=0.92),
}

DARK: Mapping[str, Look] = {
    **LIGHT,
    "floor": Look("#262c35"),
    "shadow": Look("#05070a", opacity=0.45),
    **_colours(skin="#dba583", shirt="#4fa5ab", legs="#7183b3", hair="#82624f", far="#1d2431", distance=0.34),
    "mouth": Look("#8c4e3b"),
    **_things(
        wood="#8d7a61", soft="#5d6774", wall="#3a414c", metal="#77818d", mat="#4c6459", cushion="#98938a", rag="#6a6080"
    ),
}


# Each build has its own colours, because nobody is everybody.
_PEOPLE: Mapping[str, tuple[Mapping[str, str], Mapping[str, str]]] = {
    "sturdy": (
        {"skin": "#b67d5b", "shirt": "#86a873", "legs": "#5f6673", "hair": "#42362f"},
        {"skin": "#ab7453", "shirt": "#7fa16d", "legs": "#7e8797", "hair": "#5b4a3f"},
    ),
    "pregnant": (
        {"skin": "#efc2a3", "shirt": "#8f8bc4", "legs": "#565873", "hair": "#8c5b3b"},
        {"skin": "#e3b494", "shirt": "#8985bf", "legs": "#757aa0", "hair": "#9d6c4a"},
    ),
}
PEOPLE_LIGHT: Mapping[str, Mapping[str, Look]] = {
    name: _colours(**light, far="#3a4358", distance=0.26) for name, (light, _) in _PEOPLE.items()
}
PEOPLE_DARK: Mapping[str, Mapping[str, Look]] = {
    name: _colours(**dark, far="#1d2431", distance=0.34) for name, (_, dark) in _PEOPLE.items()
}


def _grey() -> Mapping[str, Look]:
    """For paper in black and white: what matters is told by lightness alone."""
    white = "#ffffff"
    colours = _colours(skin=white, shirt="#d3d3d3", legs="#a9a9a9", hair="#6a6a6a", far="#777777", distance=0.3)
    body = {role: Look(_without_colour(look.fill or white), rim=0.85) for role, look in colours.items()}
    rest = {role: _grey_look(look) for role, look in LIGHT.items()}
    pale = {role: Look(mixed(look.fill or white, white, 0.4), rim=0.5) for role, look in rest.items() if look.rim < 0.3}
    return {
        **rest,
        **pale,
        **body,
        **{role: Look(white, rim=0.85) for role in ("face", "hand", "ear")},
        "floor": Look("#f4f4f4"),
        "worked": Look("#222222", opacity=0.72),
        "arrow": Look("#222222"),
        "shadow": Look("#000000", opacity=0.16),
    }


def _grey_look(look: Look) -> Look:
    fill, stroke = (colour and _without_colour(colour) for colour in (look.fill, look.stroke))
    return replace(look, fill=fill, stroke=stroke)


def _without_colour(colour: str) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    level = round(0.3 * red + 0.59 * green + 0.11 * blue)
    return f"#{level:02x}{level:02x}{level:02x}"


PAPER: Mapping[str, Look] = _grey()
