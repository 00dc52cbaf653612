"""Self-tests that the camera measures, in a real Chromium with somebody made up before it: the number comes into the
form, and without a camera it is written by hand."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from tools import assets

from support.app import App, Hands, free_port
from support.camera_story import aside, frames_of, pose_as, posing, recording
from support.look import PHONE, faults

# What the page asks of the camera is written down; it is allowed only when the test says so, as a person takes time.
ASKED = """
globalThis.asked = 0
globalThis.streams = []
const allowed = new Promise(done => { globalThis.allow = done })
const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
navigator.mediaDevices.getUserMedia = async wanted => {
  asked += 1
  await allowed
  streams.push(await real(wanted))
  return streams.at(-1)
}"""
SLOW = 90_000  # milliseconds: all that the coach needs is loaded, and the other core may be busy


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """Somebody at home whose pain is little, so that every test is open to them."""
    assets.build()
    app = App(tmp_path_factory.mktemp("by-camera") / "data", free_port())
    app.start()
    Hands(app).move_in(severity=2)  # type: ignore[arg-type]
    yield app
    app.stop()


def phone(camera: Browser, house: App, *, allowed: bool = True) -> BrowserContext:
    context = camera.new_context(
        base_url=house.address,
        viewport=PHONE,
        permissions=["camera"] if allowed else [],
        service_workers="block",
    )
    context.set_default_timeout(SLOW)
    return context


def ready_for(page: Page, test: str) -> None:
    """The question about the pain now, where the test asks for effort; then the page with the camera."""
    page.goto(f"/tests/{test}/")
    if page.locator(".scale-step").count():
        page.locator(".scale-step").nth(1).click()
        page.get_by_role("button", name="Begin").click()
        page.wait_for_url("**?step=1")
    page.goto(f"/tests/{test}/camera/")
    expect(page.get_by_role("heading", name="With the camera")).to_be_visible()


def said(page: Page, text: str | re.Pattern[str]) -> None:
    expect(page.locator(".coach-status")).to_have_text(text, timeout=SLOW)


def part_of_the_way(frames: list[list[list[float]]]) -> list[list[list[float]]]:
    """Some of the first way down, and up again."""
    heights = [image[24 * 4 + 1] for image, _ in frames]
    low = heights[0] * 0.7 + max(heights) * 0.3
    down = frames[: next(number for number, height in enumerate(heights) if height > low)]
    return [*down, *reversed(down)]


def test_how_deep_somebody_squats_is_measured_written_into_the_form_and_kept(camera: Browser, house: App) -> None:
    with phone(camera, house) as context:
        page = context.new_page()
        elsewhere: list[str] = []
        page.on("request", lambda request: elsewhere.append(request.url))
        squats = frames_of(recording("squat-full", 3))
        pose_as(page, {"stands": squats[:8], "squats": squats})
        ready_for(page, "squat-depth")
        assert not faults(page)
        page.get_by_role("button", name="Measure with the camera").click()
        said(page, "I see nobody yet.")
        posing(page, "stands")
        said(page, "I see you. Begin when you like.")
        expect(page.get_by_role("button", name="Stop measuring")).to_be_focused()
        for part in (".coach-status", ".stopwatch-time", ".coach-lines", "button:text('Stop measuring')"):
            expect(page.locator(part)).to_be_in_viewport(ratio=0.99)  # from three steps away nobody scrolls
        posing(page, "squats")
        said(page, re.compile(r"^Done: \d+"))
        found = float(page.get_by_role("spinbutton", name="Result").input_value())
        assert 100 <= found <= 160
        assert not faults(page)
        page.get_by_role("button", name="Keep this result").click()
        expect(page.get_by_text("Thank you, that is noted.")).to_be_visible()
        expect(page.get_by_text(f"{found:g}").first).to_be_visible()
        assert [url for url in elsewhere if not url.startswith((house.address, "blob:", "data:"))] == []


def test_what_keeps_a_test_from_counting_is_said_soon_and_no_more_once_it_is_mended(
    camera: Browser, house: App
) -> None:
    with phone(camera, house) as context:
        page = context.new_page()
        squats = frames_of(recording("squat-full", 3))
        plays = {"stands": squats[:8], "half": part_of_the_way(squats) * 8, "gone": aside(squats[:8], 0.6)}
        pose_as(page, plays)
        ready_for(page, "squat-depth")
        page.get_by_role("button", name="Measure with the camera").click()
        said(page, "I see nobody yet.")
        posing(page, "stands")
        said(page, "I see you. Begin when you like.")
        posing(page, "gone")
        said(page, "I cannot see all of you. I go on as soon as I do.")
        posing(page, "stands")
        said(page, "I see you. Begin when you like.")
        posing(page, "half")
        said(page, re.compile("I count when you go about as far as the drawing showed"))
        page.get_by_role("button", name="Stop measuring").click()
        said(page, re.compile("I saw too little for a number"))


def test_who_stops_before_the_camera_is_asked_for_is_not_looked_at(camera: Browser, house: App) -> None:
    with phone(camera, house) as context:
        page = context.new_page()
        page.add_init_script(ASKED)
        ready_for(page, "single-leg-stand")
        reference = page.locator("#self-test-by-camera").get_attribute("data-reference")
        assert reference is not None
        held: list[Route] = []
        page.route(f"**{reference}", lambda route: held.append(route))
        with page.expect_request(f"**{reference}"):
            page.get_by_role("button", name="Measure the left side").click()
        said(page, "Please allow the camera.")
        page.get_by_role("button", name="Stop measuring").click()
        said(page, "")
        with page.expect_response(f"**{reference}"):
            held[0].continue_()
        page.unroute(f"**{reference}")
        page.evaluate("at => fetch(at).then(answer => answer.json())", reference)
        assert page.evaluate("asked") == 0
        expect(page.get_by_role("button", name="Measure the left side")).to_be_visible()
        page.get_by_role("button", name="Measure the right side").click()
        page.wait_for_function("() => asked === 1")


def test_a_camera_that_is_allowed_after_somebody_stopped_goes_out_again(camera: Browser, house: App) -> None:
    with phone(camera, house) as context:
        page = context.new_page()
        page.add_init_script(ASKED)
        ready_for(page, "single-leg-stand")
        page.get_by_role("button", name="Measure the left side").click()
        page.wait_for_function("() => asked === 1")
        page.get_by_role("button", name="Stop measuring").click()
        page.get_by_role("button", name="Measure the right side").click()
        page.wait_for_function("() => asked === 2")
        page.get_by_role("button", name="Stop measuring").click()
        page.evaluate("allow()")
        page.wait_for_function("() => streams.length === 2")
        page.wait_for_function(
            "() => streams.every(stream => stream.getTracks().every(track => track.readyState === 'ended'))"
        )
        assert page.evaluate("document.querySelector('video').srcObject") is None
        said(page, "")


def test_who_gets_no_camera_writes_the_number_by_hand(camera: Browser, house: App) -> None:
    with phone(camera, house, allowed=False) as context:
        page = context.new_page()
        ready_for(page, "single-leg-stand")
        page.get_by_role("button", name="Measure the left side").click()
        said(page, re.compile("You can write the number yourself"))
        page.get_by_role("spinbutton", name="Left").fill("12")
        page.get_by_role("button", name="Keep this result").click()
        expect(page.get_by_text("Thank you, that is noted.")).to_be_visible()


def test_nobody_comes_to_the_camera_past_the_question_about_pain(camera: Browser, house: App) -> None:
    with phone(camera, house) as context:
        page = context.new_page()
        page.goto("/tests/squat-depth/camera/")
        page.wait_for_url("**/tests/squat-depth/")
