"""HTML from values: everything that is not markup already is escaped."""

from html import escape

EMPTY = frozenset({"meta", "link", "br", "hr"})


class Html(str):
    """Text that is markup already. Only `element`, `raw` and `page` make it."""

    __slots__ = ()


def raw(markup: str) -> Html:
    """Markup made elsewhere in this project, such as a drawn figure; never anything a person wrote."""
    return Html(markup)


def element(name: str, /, *children: str, **attributes: str) -> Html:
    """One element. An attribute ending in `_` loses it (`class_`), other underscores become hyphens."""
    written = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items())
    if name in EMPTY:
        return Html(f"<{name}{written}>")
    inside = "".join(child if isinstance(child, Html) else escape(child) for child in children)
    return Html(f"<{name}{written}>{inside}</{name}>")


def page(title: str, style: str, *body: str, language: str = "en") -> str:
    """A whole page that needs nothing from anywhere else."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("link", rel="icon", href="data:,"),  # else a browser asks the site for one
        element("title", title),
        element("style", raw(style)),
    )
    return f"<!doctype html>\n{element('html', head, element('body', element('main', *body)), lang=language)}\n"
