"""What a page of a real browser is looked at for: its size, its targets, its console, its requests, and axe."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import ConsoleMessage, Page, Request, Response, ViewportSize

AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1280, "height": 900}
SMALLEST_TARGET = 44
MAY_FAIL = 400

RUN_AXE = """async rules => {
  const runOnly = rules === null ? {} : {runOnly: {type: 'rule', values: rules}}
  const {violations} = await axe.run(document, {resultTypes: ['violations'], ...runOnly})
  return violations.flatMap(({id, nodes}) => nodes.map(
    ({html, failureSummary}) => `${id}: ${html.slice(0, 160)} | ${failureSummary}`))
}"""
SMALL = """smallest => [...document.querySelectorAll(
    'button, .button, select, textarea, summary, input:not([type=hidden]), form a')].flatMap(element => {
  const target = ['radio', 'checkbox'].includes(element.type) ? element.closest('label') ?? element : element
  if (!target.checkVisibility({visibilityProperty: true})) return []
  const {width, height} = target.getBoundingClientRect()
  const small = Math.min(width, height) < smallest - 0.5 && width > 1
  return small ? [`${target.outerHTML.slice(0, 120)}: ${width.toFixed(0)} x ${height.toFixed(0)}`] : []
})"""
# Every letter in so many percent of its size, from the start of each page.
LARGER = """document.addEventListener('DOMContentLoaded', () => {
  document.documentElement.style.fontSize = '%d%%' })"""
WIDE = """() => {
  const {scrollWidth, clientWidth} = document.documentElement
  return scrollWidth > clientWidth ? [`${scrollWidth} wide in ${clientWidth}`] : []
}"""


@dataclass
class Heard:
    """What a page complained of while it was open, and whom it asked."""

    address: str
    wrong: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        """From now on."""
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        page.on("request", self._request)
        page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.wrong.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.wrong.append(f"asked elsewhere: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= MAY_FAIL and not response.request.is_navigation_request():
            self.wrong.append(f"{response.status}: {response.url}")


@cache
def _axe() -> str:
    return AXE.read_text(encoding="utf-8")


def axe(page: Page, rules: Sequence[str] | None = None) -> list[str]:
    """What axe finds. It is put in beside the page's own scripts, which its policy does not let through."""
    if not page.evaluate("typeof axe === 'object'"):
        session = page.context.new_cdp_session(page)
        session.send("Runtime.evaluate", {"expression": _axe()})
        session.detach()
    found: list[str] = page.evaluate(RUN_AXE, rules)
    return found


def faults(page: Page, *, small_targets: bool = True) -> Mapping[str, list[str]]:
    """What is wrong with the page as it stands: on a phone and on a desk, light and dark. With less motion, because a
    colour on its way from one to another is neither."""
    found: dict[str, list[str]] = {}
    for name, size in (("phone", PHONE), ("desk", DESK)):
        page.set_viewport_size(size)
        for scheme, rules in (("light", None), ("dark", ("color-contrast",))):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
            wrong = axe(page, rules)
            if scheme == "light":
                wrong += _measured(page, small_targets=small_targets)
            found |= {f"{name}, {scheme}": wrong} if wrong else {}
    return found


def _measured(page: Page, *, small_targets: bool) -> list[str]:
    wide: Any = page.evaluate(WIDE)
    return [*wide, *(page.evaluate(SMALL, SMALLEST_TARGET) if small_targets else [])]
