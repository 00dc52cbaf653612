"""How roles are coloured: by classes, which a page's stylesheet colours in light and dark, or by attributes.

No picture carries a style attribute: content security policies and makers of PDF drop them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from unbend.body.figure.colours import DARK, LIGHT, PAPER, PEOPLE_DARK, PEOPLE_LIGHT, Look, edge_of


@dataclass(frozen=True)
class Ink:
    """Gives each role its look. This one gives classes, for pages that hold `STYLESHEET`."""

    person: str = "slender"

    def area(self, role: str) -> str:
        """The attributes of an area, or of a line that has no area."""
        return f'class="uf-{_name(role)}"'

    def edge(self, role: str) -> str:
        """The attributes of the line painted under an area, of which the outer half is seen."""
        return f'class="uf-{_name(role)}-e"'

    def round(self, role: str) -> str:
        """The attributes of an area that paints the line round itself first; for screens only."""
        return f'class="uf-{_name(role)} uf-{_name(role)}-r"'

    def of(self, person: str) -> "Ink":
        """The same ink for the build of this name."""
        return replace(self, person=person)

    @property
    def classes(self) -> str:
        """The classes of the whole picture."""
        return f"figure figure-{self.person}"

    @property
    def switch(self) -> str:
        """What a picture must hold itself to choose between moving and still."""
        return ""


@dataclass(frozen=True)
class Palette(Ink):
    """Attributes with the colours themselves, for files that stand alone and for paper."""

    looks: Mapping[str, Look] = field(default_factory=dict)
    people: Mapping[str, Mapping[str, Look]] = field(default_factory=dict)

    def area(self, role: str) -> str:
        """The attributes of an area, or of a line that has no area."""
        return _attributes(self._look(role))

    def edge(self, role: str) -> str:
        """The attributes of the line painted under an area, of which the outer half is seen."""
        return _attributes(edge_of(self._look(role)))

    def round(self, role: str) -> str:
        """The attributes of an area that paints the line round itself first."""
        look, edge = self._look(role), edge_of(self._look(role))
        both = Look(look.fill, edge.stroke, edge.width, look.opacity)
        return f'{_attributes(both)} paint-order="stroke"'

    def _look(self, role: str) -> Look:
        return self.people.get(self.person, {}).get(role) or self.looks[role]

    @property
    def classes(self) -> str:
        """The classes of the whole picture; its colours need none."""
        return "figure"

    @property
    def switch(self) -> str:
        """The rule that shows the still picture to readers who want less motion."""
        return f"<style>{_MOTION}</style>"


def _attributes(look: Look) -> str:
    parts = [f'fill="{look.fill or "none"}"']
    if look.stroke:
        parts.append(f'stroke="{look.stroke}" stroke-width="{look.width}"')
    if look.opacity < 1:
        parts.append(f'opacity="{look.opacity}"')
    return " ".join(parts)


def _name(role: str) -> str:
    return role.replace(" ", "-")


_MOTION = ".still{display:none}@media (prefers-reduced-motion:reduce){.moving{display:none}.still{display:inline}}"


def _theme(looks: Mapping[str, Look], people: Mapping[str, Mapping[str, Look]]) -> str:
    own = (f".figure-{name}{{{_properties(changed)}}}" for name, changed in people.items())
    return f".figure{{{_properties(looks)}}}" + "".join(own)


def _properties(looks: Mapping[str, Look]) -> str:
    return "".join(f"--uf-{_name(role)}:{look.fill or look.stroke};" + _edge_property(role, look)
                   for role, look in looks.items())  # fmt: skip


def _edge_property(role: str, look: Look) -> str:
    return f"--uf-{_name(role)}-e:{edge_of(look).stroke};" if look.fill else ""


def _rules() -> Iterator[str]:
    for role, look in LIGHT.items():
        name, faint = _name(role), f";opacity:{look.opacity}" if look.opacity < 1 else ""
        if look.fill:
            width = edge_of(look).width
            yield f".uf-{name}{{fill:var(--uf-{name}){faint}}}"
            yield f".uf-{name}-e{{fill:none;stroke:var(--uf-{name}-e);stroke-width:{width}}}"
            yield f".uf-{name}-r{{stroke:var(--uf-{name}-e);stroke-width:{width};paint-order:stroke}}"
        else:
            yield f".uf-{name}{{fill:none;stroke:var(--uf-{name});stroke-width:{look.width}{faint}}}"


CLASSES = Ink()
SCREEN = Palette(looks=LIGHT, people=PEOPLE_LIGHT)
NIGHT = Palette(looks=DARK, people=PEOPLE_DARK)
PRINT = Palette(looks=PAPER)

# Colours are custom properties, so that a page may set its own.
STYLESHEET: str = "\n".join([
    _theme(LIGHT, PEOPLE_LIGHT),
    f"@media (prefers-color-scheme:dark){{{_theme(DARK, PEOPLE_DARK)}}}",
    *_rules(),
    _MOTION,
    "",
])  # fmt: skip
