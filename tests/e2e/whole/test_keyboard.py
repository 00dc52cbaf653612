"""Everything by keyboard alone: from the welcome to the plan, and a workout; where one is can always be seen."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from support.app import Hands
from support.look import DESK
from support.visitor import CHECK, HEALTHY, MOST_SCREENS, eventually, shown

MOST_STOPS = 120
SEEN = """() => {
  const at = document.activeElement
  if (at === null || at === document.body) return 'nowhere'
  const near = [at, at.closest('label'), at.parentElement, at.nextElementSibling].filter(one => one !== null)
  const ringed = near.some(one => { const {outlineStyle, outlineWidth} = getComputedStyle(one)
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 })
  const {top, bottom, left, right} = (at.closest('label') ?? at).getBoundingClientRect()
  const inside = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth
  return ringed && inside ? '' : `${ringed ? 'out of sight' : 'no ring'}: ${at.outerHTML.slice(0, 150)}`
}"""


def reach(page: Page, selector: str) -> None:
    """Tab on until the element has the focus, or the first radio button of its group; each stop can be seen."""
    at = "selector => document.activeElement?.matches(selector) ?? false"
    for _stop in range(MOST_STOPS):
        if page.evaluate(at, selector):
            return
        page.keyboard.press("Tab")
        assert page.evaluate(SEEN) in ("", "nowhere")
    raise AssertionError(f"{selector} is not reached by keyboard")


def choose(page: Page, name: str, value: object) -> None:
    """Move to the question and along its answers."""
    reach(page, f"input[name='{name}']")
    for _answer in range(MOST_STOPS):
        if page.evaluate("document.activeElement.value") == str(value):
            return page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{value} of {name} is not reached by arrows")


def enter(page: Page, words: str, *, leads_on: bool = True) -> None:
    """Move to a button or link by its words, and press it."""
    button = page.get_by_role("button", name=words, exact=True).or_(page.get_by_role("link", name=words, exact=True))
    button.locator("visible=true").first.evaluate("element => element.toggleAttribute('data-wanted', true)")
    reach(page, "[data-wanted]")
    if leads_on:
        with page.expect_navigation(wait_until="domcontentloaded"):
            page.keyboard.press("Enter")
    else:
        page.keyboard.press("Enter")


def answer(page: Page) -> None:
    """Answer one screen of the check."""
    asked = shown(page)
    (finding, *others) = asked
    if others:
        return enter(page, "None of these")
    value = HEALTHY.get(finding)
    if isinstance(value, list):
        reach(page, f"input[name='{finding}'][value='{value[0]}']")
        page.keyboard.press("Space")
    elif page.locator(f"input[name='{finding}'][type=text]").count():
        reach(page, f"input[name='{finding}']")
        page.keyboard.type(str(value))
    elif value is None and page.get_by_role("button", name="Skip this question").count():
        return enter(page, "Skip this question")
    else:
        choose(page, finding, value or "no")
    return enter(page, "Go on")


def test_the_first_visit_and_a_workout_by_keyboard_alone(phone: Callable[..., BrowserContext], hands: Hands) -> None:
    page = phone(viewport=DESK, has_touch=False).new_page()
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    enter(page, "Start with mine")
    for _screen in range(MOST_SCREENS):
        if not CHECK.search(page.url):
            break
        answer(page)
    enter(page, "Set up my programme")
    enter(page, "Make my plan")
    assert len(hands.entries("wished")) == 1

    page.goto("/workout/?variant=short")
    enter(page, "None of these", leads_on=False)
    choose(page, "pain", 2)
    enter(page, "Go on", leads_on=False)
    enter(page, "Start", leads_on=False)
    expect(page.locator(".player-stage h1")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".player-place")).to_contain_text("2 of")
    page.keyboard.press("Space")
    expect(page.get_by_text("Paused")).to_be_visible()
    enter(page, "End the workout", leads_on=False)
    choose(page, "effort", 3)
    enter(page, "Save", leads_on=False)
    expect(page.get_by_role("heading", name="Saved")).to_be_visible()
    eventually(lambda: hands.entries("practised"), page)


def test_the_plan_is_changed_by_keyboard(phone: Callable[..., BrowserContext], hands: Hands) -> None:
    hands.move_in()
    page = phone(viewport=DESK, has_touch=False).new_page()
    page.goto("/plan/")
    page.locator(".change summary").nth(2).evaluate("summary => summary.toggleAttribute('data-third', true)")
    reach(page, "[data-third]")
    page.keyboard.press("Enter")
    enter(page, "Not today")
    assert len(hands.entries("put-off")) == 1
