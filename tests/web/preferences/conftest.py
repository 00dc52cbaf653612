"""Somebody at home, in their browser."""

import json
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from support.house import NOW, Somebody, ports
from support.people import Json
from unbend.service.ports import Actor
from unbend.store.models import User


@pytest.fixture
def browser() -> Client:
    """A browser on this very machine."""
    return Client(HTTP_HOST="localhost")


@pytest.fixture
def home(db: None) -> Somebody:
    """The person at home."""
    actor = Actor(User.objects.at_home().pk)
    return Somebody(actor, ports().store.add_person(actor.account, name="Alice", example=False, now=NOW))


@pytest.fixture
def data() -> Path:
    """The data folder of the tests."""
    return Path(settings.UNBEND.data)


def entries_of(who: Somebody, kind: str) -> list[Json]:
    """Their entries of a kind, as they are kept."""
    return [entry for text in who.written if (entry := json.loads(text))["kind"] == kind]
