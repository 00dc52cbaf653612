"""The camera and WebAssembly are for the coach's pages alone; nothing is sent elsewhere from any page."""

from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory, override_settings
from django.urls import reverse

from support.addresses import addresses, patterns
from support.at_home import at_home
from unbend.web.middleware import security_headers
from unbend.web.policy import gives_camera, policy_for, with_camera
from unbend.web.templatetags.design import asset

# The pages that may ask for the camera, by their names.
WITH_CAMERA = {"workout-coach", "test-by-camera"}
OPEN = ("script-src 'self' 'wasm-unsafe-eval';", "camera=(self)")
CLOSED = ("script-src 'self';", "camera=()")


def seen(answer: Any) -> tuple[str, str]:
    """What may be run, and who may use the camera."""
    scripts = next(part for part in answer["Content-Security-Policy"].split("; ") if part.startswith("script-src"))
    return f"{scripts};", answer["Permissions-Policy"].split(", ")[0]


def test_only_the_pages_named_here_are_marked_for_the_camera() -> None:
    marked = {name for name, _, view in patterns() if getattr(view, "with_camera", False)}
    assert marked == WITH_CAMERA


@pytest.mark.parametrize(
    ("host", "secure", "given"),
    [
        ("localhost:8000", False, True),
        ("127.0.0.1:8000", False, True),
        ("[::1]:8000", False, True),
        ("192.168.1.20:8000", False, False),
        ("back.example", False, False),
        ("back.example", True, True),
    ],
)
@override_settings(ALLOWED_HOSTS=["*"])
def test_a_camera_is_spoken_of_only_where_browsers_give_one(host: str, *, secure: bool, given: bool) -> None:
    assert gives_camera(RequestFactory().get("/", secure=secure, headers={"host": host})) is given


@pytest.mark.django_db
def test_every_other_address_keeps_the_camera_and_webassembly_closed() -> None:
    browser, *_ = at_home("desk-worker")
    browser.raise_request_exception = False
    answered = 0
    for address in addresses():
        if address.name in WITH_CAMERA:
            continue
        answer = browser.get(address.path)
        policy = answer["Content-Security-Policy"]
        assert "wasm" not in policy, address.name
        assert "'self' 'unsafe" not in policy, address.name
        assert answer["Permissions-Policy"].startswith("camera=(), "), address.name
        answered += answer.status_code == 200
    assert answered > 25


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(WITH_CAMERA))
def test_a_page_of_the_coach_opens_both(name: str) -> None:
    browser, *_ = at_home("desk-worker")
    parts = {"test-by-camera": {"test": "single-leg-stand"}}.get(name)
    answer = browser.get(reverse(name, kwargs=parts))
    assert seen(answer) == OPEN


@pytest.mark.django_db
@pytest.mark.parametrize(("test", "status"), [("no-such-test", 404), ("squat-depth", 302)])
def test_what_is_answered_in_place_of_a_page_of_the_coach_opens_nothing(test: str, status: int) -> None:
    browser, *_ = at_home("desk-worker")
    answer = browser.get(reverse("test-by-camera", kwargs={"test": test}))
    assert (answer.status_code, seen(answer)) == (status, CLOSED)


def test_a_marked_page_opens_both_and_nothing_more() -> None:
    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse(request.path)

    def answer(request: HttpRequest) -> HttpResponse:
        return with_camera(page)(request)

    plain, marked = (security_headers(view)(RequestFactory().get("/")) for view in (page, answer))
    assert (seen(plain), seen(marked)) == (CLOSED, OPEN)
    for header in ("Content-Security-Policy", "Permissions-Policy"):
        undone = marked[header].replace(" 'wasm-unsafe-eval'", "").replace("camera=(self)", "camera=()")
        assert undone == plain[header]


def test_a_worker_of_the_coach_may_run_webassembly_because_it_does_not_inherit_its_pages_policy() -> None:
    answer = security_headers(lambda request: HttpResponse(request.path))
    addresses = {
        "/static/built/coach-pose-worker-B6buppVj.js": OPEN[0],
        "/back/static/built/coach-python-worker-C8V2_-cz.js": OPEN[0],
        "/static/built/coach-pose-worker.js": OPEN[0],
        "/static/built/coach-pose-B6buppVj.js": CLOSED[0],
        "/static/built/page-B6buppVj.js": CLOSED[0],
        "/workout/coach-pose-worker-B6buppVj.js": CLOSED[0],
        "/static/built/coach-pose-worker-B6buppVj.js/": CLOSED[0],
    }
    assert {path: seen(answer(RequestFactory().get(path)))[0] for path in addresses} == addresses
    assert "wasm" not in policy_for("/static/built/coach-pose-worker.js\n", 200)


@pytest.mark.parametrize(("status", "scripts"), [(200, OPEN), (304, OPEN), (404, CLOSED), (302, CLOSED), (500, CLOSED)])
def test_only_a_worker_that_is_there_may_run_webassembly(status: int, scripts: tuple[str, str]) -> None:
    answer = security_headers(lambda _: HttpResponse(status=status))
    assert seen(answer(RequestFactory().get("/static/built/coach-pose-worker-B6buppVj.js")))[0] == scripts[0]


@pytest.mark.django_db
def test_the_page_that_says_that_nothing_is_there_is_a_page_like_any_other() -> None:
    browser, *_ = at_home("desk-worker")
    answer = browser.get("/static/built/coach-none-worker.js")
    assert (answer.status_code, seen(answer)) == (404, CLOSED)


def test_what_is_built_is_named_as_the_policy_knows_it() -> None:
    answer = security_headers(lambda request: HttpResponse(request.path))
    for worker in ("coach-pose-worker.js", "coach-python-worker.js"):
        assert seen(answer(RequestFactory().get(asset(worker))))[0] == OPEN[0], worker
