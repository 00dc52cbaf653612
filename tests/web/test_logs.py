"""Logs and error pages hold no finding, no answer and no name, whatever goes wrong."""

import io
import logging
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from support.house import Somebody, somebody
from support.people import entry
from support.site import browser_of, with_accounts
from unbend.settings.logs import logging as described
from unbend.store.models import EntryRow

pytestmark = pytest.mark.django_db
NAME, ANSWER, NOTE, FINDING = "Alice-4711", "4712", "a note 4713", "bladder-retention"
PLANTED = (NAME, ANSWER, NOTE, FINDING)


class Broken(Exception):
    """A bug whose message quotes all that it should not."""


@pytest.fixture(params=["plain", "json"])
def log(request: pytest.FixtureRequest, settings: Settings) -> Iterator[io.StringIO]:
    """What the program itself writes, in either format, down to the finest level."""
    made = described(replace(settings.UNBEND, log_format=request.param, log_level="DEBUG"))
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(_formatter(made["formatters"][request.param]))
    handler.addFilter(_imported(made["filters"]["request_id"]["()"])())
    root, level = logging.getLogger(), logging.getLogger().level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield written
    root.removeHandler(handler)
    root.setLevel(level)


def _formatter(described: dict[str, Any]) -> logging.Formatter:
    options = {"fmt" if key == "format" else key: value for key, value in described.items() if key != "()"}
    formatter: logging.Formatter = _imported(described["()"])(**options)
    return formatter


def _imported(name: str) -> Any:
    from django.utils.module_loading import import_string

    return import_string(name)


@pytest.fixture
def alice(settings: Settings) -> Somebody:
    with_accounts(settings)
    who = somebody(NAME)
    who.said(
        entry("f", "answered", 1, {"findings": {FINDING: "yes", "duration-days": int(ANSWER)}}),
        entry("n", "declined", 1, {"exercise": "plank", "why": NOTE}),
    )
    return who


@pytest.fixture
def browser(alice: Somebody) -> Client:
    found = browser_of(alice.actor)
    found.raise_request_exception = False
    return found


def assert_nothing_planted(*texts: str) -> None:
    assert [word for word in PLANTED for text in texts if word in text] == []


def test_a_bug_that_quotes_an_answer_leaves_no_trace_of_it(
    browser: Client, log: io.StringIO, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> object:
        name, note = NAME, list(EntryRow.objects.values_list("written", flat=True))
        raise Broken(f"{name} said {note}")

    monkeypatch.setattr("unbend.store.store.DjangoStore.state", broken)
    answer = browser.get(reverse("settings"))
    assert answer.status_code == 500
    assert "Something went wrong on our side" in answer.content.decode()
    assert "Broken" in log.getvalue()
    assert "store" in log.getvalue()
    assert answer["X-Request-ID"] in log.getvalue()
    assert_nothing_planted(answer.content.decode(), log.getvalue(), *capsys.readouterr())


def test_a_bug_behind_the_api_leaves_none_either(
    browser: Client,
    alice: Somebody,
    log: io.StringIO,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def broken(_self: object, _person: str, written: object, **__: object) -> object:
        raise Broken(f"{NAME} {written}")

    monkeypatch.setattr("unbend.store.store.DjangoStore.append", broken)
    entries = [entry("x", "answered", 1, {"findings": {FINDING: "yes", "duration-days": int(ANSWER)}}),
               entry("y", "declined", 1, {"exercise": "plank", "why": NOTE})]  # fmt: skip
    body = {"person": alice.person, "client": 1, "entries": entries}
    answer = browser.post(reverse("api:entries"), body, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (500, "our-side")
    assert "Broken" in log.getvalue()
    assert_nothing_planted(answer.content.decode(), log.getvalue(), *capsys.readouterr())


def test_an_error_that_came_from_another_hides_the_words_of_both(
    browser: Client, log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> object:
        try:
            raise Broken(NOTE)
        except Broken as error:
            raise RuntimeError(ANSWER) from error

    monkeypatch.setattr("unbend.store.store.DjangoStore.state", broken)
    browser.get(reverse("settings"))
    assert "RuntimeError" in log.getvalue()
    assert_nothing_planted(log.getvalue())


def test_what_cannot_be_taken_is_not_written_to_the_log(browser: Client, alice: Somebody, log: io.StringIO) -> None:
    wrong = entry("x", "answered", 1, {"findings": {FINDING: NOTE}})
    body = {"person": alice.person, "client": 1, "entries": [wrong, {"id": NAME}]}
    answer = browser.post(reverse("api:entries"), body, content_type="application/json")
    assert [result["outcome"] for result in answer.json()["results"]] == ["refused", "refused"]
    browser.post(reverse("settings"), {"entry": "0" * 36, "units": NOTE, "country": NAME})
    browser.post(reverse("api:entries"), {"person": NAME, "client": NOTE}, content_type="application/json")
    assert_nothing_planted(log.getvalue())


@pytest.mark.parametrize("status", [400, 403, 404, 500])
def test_error_pages_say_what_to_do_and_nothing_of_the_person(browser: Client, status: int) -> None:
    from unbend.web import errors

    request = browser.get(reverse("settings")).wsgi_request
    pages: dict[int, Any] = {400: errors.bad_request, 403: errors.forbidden, 404: errors.not_found}
    made: HttpResponse = (
        errors.server_error(request) if status == 500 else pages[status](_as_request(request), Broken(NOTE))
    )
    assert made.status_code == status
    shown = made.content.decode()
    assert "<h1>" in shown
    assert_nothing_planted(shown)


def _as_request(request: Any) -> HttpRequest:
    assert isinstance(request, HttpRequest)
    return request
