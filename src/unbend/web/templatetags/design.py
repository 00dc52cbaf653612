"""What templates ask the design for: addresses of built files, icons, and components that wrap content."""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from django import template
from django.template.loader import get_template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

WEB = Path(__file__).parent.parent
MANIFEST = WEB / "static" / "built" / "manifest.json"
ICONS = WEB / "design" / "icons"

register = template.Library()


@register.simple_tag
def asset(name: str) -> str:
    """The address of a built file, by the name that it has before the build puts a hash into it.

    Before any build it is the plain name, so that pages can be looked at and tested without Node.
    """
    if not MANIFEST.exists():
        return static(f"built/{name}")
    built = _built(MANIFEST, MANIFEST.stat().st_mtime_ns)
    if name not in built:
        raise template.TemplateSyntaxError(f"{name} was not built; there are: {', '.join(sorted(built))}")
    return static(f"built/{built[name]}")


def asset_file(name: str) -> Path | None:
    """Where a built file lies; None before any build."""
    if not MANIFEST.exists():
        return None
    found = _built(MANIFEST, MANIFEST.stat().st_mtime_ns).get(name)
    return None if found is None else MANIFEST.parent / found


@lru_cache(maxsize=1)
def _built(manifest: Path, _changed: int) -> Mapping[str, str]:
    return {name: entry["file"] for name, entry in json.loads(manifest.read_text()).items()}


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """An icon drawn in the colour of the text around it; without a label it is hidden from screen readers."""
    said = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html(
        '<svg class="icon icon-{}" viewBox="0 0 24 24" width="24" height="24" {}>{}</svg>', name, said, _drawing(name)
    )


@lru_cache(maxsize=128)
def _drawing(name: str) -> SafeString:
    whole = (ICONS / f"{name}.svg").read_text()
    inside = whole[whole.index(">") + 1 : whole.rindex("</svg>")]
    return mark_safe(inside.strip())  # noqa: S308 - a file of ours


@register.simple_tag
def component(component: str, /, **parameters: Any) -> SafeString:
    """A component of the design; it sees its own parameters and nothing else of the page."""
    return _shown(component, parameters)


@register.simple_block_tag
def wrap(content: str, component: str, /, **parameters: Any) -> SafeString:
    """A component round content: `{% wrap "card" title=... %}...{% endwrap %}` puts it into the component's `body`."""
    return _shown(component, {**parameters, "body": content})


def _shown(component: str, parameters: dict[str, Any]) -> SafeString:
    shown = get_template(f"design/{component}.html").render(parameters)
    return mark_safe(shown)  # noqa: S308 - the template has escaped it
