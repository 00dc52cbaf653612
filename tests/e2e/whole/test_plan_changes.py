"""On the plan's page: an exercise is kept and let go again, and a no is taken back as easily as it was said."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from support.app import Hands
from support.visitor import follow


@pytest.fixture
def page(phone: Callable[..., BrowserContext], hands: Hands) -> Page:
    """A phone at the plan of somebody who has just begun."""
    hands.move_in()
    page = phone().new_page()
    page.goto("/plan/")
    return page


def main_exercise(page: Page) -> str:
    """The name of the third exercise of the first workout: one of its main part."""
    return page.locator(".workout-plan").first.locator(".exercise-name a").nth(2).inner_text()


def opened(page: Page, name: str) -> Locator:
    """The exercise of this name, with what can be changed open."""
    exercise = page.locator(".workout-plan").first.locator(
        "article", has=page.get_by_role("link", name=name, exact=True)
    )
    exercise.locator(".change summary").tap()
    return exercise


def change(page: Page, name: str, how: str) -> None:
    """Change this exercise, and wait for the plan that comes of it."""
    button = opened(page, name).get_by_role("button", name=how, exact=True)
    with page.expect_navigation(wait_until="domcontentloaded"):
        button.tap()
    expect(page.get_by_text("Your plan is changed.")).to_be_visible()


def test_keep_this_one_is_said_and_let_go_again(page: Page, hands: Hands) -> None:
    name = main_exercise(page)
    change(page, name, "Keep this one")
    kept = opened(page, name)
    expect(kept.get_by_role("button", name="Keep this one", exact=True)).to_have_count(0)
    page.reload()
    change(page, name, "No longer keep it")
    expect(opened(page, name).get_by_role("button", name="Keep this one", exact=True)).to_be_visible()
    assert [one["data"].get("no_longer", False) for one in hands.entries("kept")] == [False, True]


def test_not_this_one_is_taken_back(page: Page, hands: Hands) -> None:
    name = main_exercise(page)
    change(page, name, "Not this one")
    said_no = page.get_by_role("region", name="You said no to these")
    expect(said_no.get_by_role("link", name=name, exact=True)).to_be_visible()
    expect(page.locator(".workout-plan").get_by_role("link", name=name, exact=True)).to_have_count(0)
    follow(page, "Take it back")
    expect(said_no).to_have_count(0)
    expect(page.locator(".workout-plan").get_by_role("link", name=name, exact=True).first).to_be_visible()
    assert [one["data"].get("again", False) for one in hands.entries("declined")] == [False, True]


def test_easier_is_put_back_as_it_was_planned(page: Page) -> None:
    workout = page.locator(".workout-plan").first
    planned = workout.locator(".exercise-name a").all_inner_texts()
    for name in planned:
        with page.expect_navigation(wait_until="domcontentloaded"):
            opened(page, name).get_by_role("button", name="Easier", exact=True).tap()
        if page.get_by_text("Your plan is changed.").count():
            break
    else:
        pytest.fail("nothing in this workout has an easier one")
    (swapped,) = [name for name in workout.locator(".exercise-name a").all_inner_texts() if name not in planned]
    change(page, swapped, "As it was planned")
    assert workout.locator(".exercise-name a").all_inner_texts() == planned
