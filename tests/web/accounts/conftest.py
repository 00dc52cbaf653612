"""Pages of an installation where people sign in, and of one for the people of one home."""

from dataclasses import replace

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from unbend.store.models import User

PASSWORD = "three warm stones"


@pytest.fixture
def many(settings: Settings, db: None) -> None:
    """People sign in, and may make accounts."""
    settings.UNBEND = replace(settings.UNBEND, site_url="http://testserver", sign_up=True)


@pytest.fixture
def anna(many: None) -> User:
    """Somebody with an account."""
    return User.objects.create_user("anna", PASSWORD)


@pytest.fixture
def signed_in(anna: User) -> Client:
    """Her browser, after she showed that it is her."""
    client = Client()
    client.post("/accounts/login/", {"login": "anna", "password": PASSWORD})
    return client
