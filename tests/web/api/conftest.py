"""A device that sends entries: signed in at home, with its token."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from support.people import Json
from unbend.settings.composition import ports
from unbend.store.models import User

Sent = tuple[int, Json]
Send = Callable[..., Sent]


def walk(id_: str, minutes: object = 10, **more: object) -> Json:
    """An entry as a device makes it."""
    return {"id": id_, "kind": "walked", "version": 1, "happened_at": "2026-03-01T08:00:00+01:00",
            "data": {"minutes": minutes}, **more}  # fmt: skip


def outcomes(sent: Sent) -> list[tuple[str, str]]:
    """What became of each."""
    assert sent[0] == 200, sent
    return [(result["id"], result["outcome"]) for result in sent[1]["results"]]


@pytest.fixture
def person(db: None) -> str:
    """The person at home."""
    account = User.objects.at_home()
    return ports().store.add_person(account.pk, name="Alice", example=False, now=datetime(2026, 3, 1, tzinfo=UTC))


@pytest.fixture
def device() -> Client:
    """A browser on this machine that checks tokens as a real one's server does."""
    return Client(enforce_csrf_checks=True, HTTP_HOST="localhost")


@pytest.fixture
def send(person: str, device: Client) -> Send:
    """Sends entries with a valid token; what the server answered."""
    device.cookies["unbend_csrf"] = "a" * 32

    def sending(
        entries: Sequence[object], *, about: str = person, client: int = 1, token: str = "a" * 32, **more: object
    ) -> Sent:
        body: dict[str, Any] = {"person": about, "client": client, "entries": entries, **more}
        return post(device, json.dumps(body), token=token)

    return sending


def post(device: Client, body: str | bytes, *, token: str = "a" * 32) -> Sent:
    """One request as it stands, and the JSON that came back."""
    answer = device.post(reverse("api:entries"), body, content_type="application/json", headers={"X-CSRFToken": token})
    assert answer["Content-Type"].startswith("application/json"), answer.content
    return answer.status_code, answer.json()
