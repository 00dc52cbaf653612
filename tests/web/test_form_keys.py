"""The key that every form carries, where one browser asks for several pages at once, as the service worker does."""

from collections.abc import Mapping
from http.cookies import Morsel

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db
KEY = settings.CSRF_COOKIE_NAME


def browser() -> Client:
    """One that is held to its keys."""
    return Client(enforce_csrf_checks=True, HTTP_HOST="localhost")


def take(client: Client, cookies: Mapping[str, Morsel[str]]) -> None:
    """Put these among the cookies of a browser, as it does whenever an answer arrives."""
    for name, cookie in cookies.items():
        client.cookies[name] = cookie.value


def asked_now(client: Client, name: str) -> HttpResponse:
    """What another request of the same browser is answered; its cookies have not arrived yet."""
    other = browser()
    take(other, client.cookies)
    return other.get(reverse(name))  # type: ignore[return-value]


def begin(client: Client) -> HttpResponse:
    """From the welcome to the first question."""
    key = str(client.get(reverse("welcome")).context["csrf_token"])
    return client.post(reverse("welcome"), {"door": "mine", "csrfmiddlewaretoken": key}, follow=True)  # type: ignore[return-value]


@pytest.mark.parametrize("name", ["offline", "welcome"])
def test_an_answer_that_comes_late_never_makes_the_form_on_the_screen_too_old(name: str) -> None:
    client = browser()
    client.get(reverse("welcome"))
    late = asked_now(client, name)
    key = str(begin(client).context["csrf_token"])  # type: ignore[attr-defined]
    take(client, late.cookies)
    answered = {"_id": "0d9a61f4-6f0c-4ef8-9f3c-1d1f7f5a1f10", "_shown": "age", "age": "45", "_go": "on"}
    assert client.post(reverse("check"), {**answered, "csrfmiddlewaretoken": key}).status_code == 302


def test_a_browser_without_a_key_or_with_an_old_one_is_told_the_right_one() -> None:
    client = browser()
    first = client.get(reverse("welcome")).cookies[KEY].value
    assert begin(client).status_code == 200
    assert client.cookies[KEY].value not in ("", first)
    assert KEY not in client.get(reverse("check")).cookies
    del client.cookies[KEY]
    assert client.get(reverse("check")).cookies[KEY].value
