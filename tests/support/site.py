"""An installation where people sign in: its address, and browsers with somebody in them."""

from dataclasses import replace

from django.test import Client
from pytest_django import Settings

from unbend.service.ports import Actor
from unbend.store.models import User

HOST = "back.example.org"


def with_accounts(settings: Settings) -> None:
    """From now on, until the test ends, everybody signs in."""
    settings.UNBEND = replace(settings.UNBEND, site_url=f"https://{HOST}")
    settings.SITE_URL = settings.UNBEND.site_url
    settings.ALLOWED_HOSTS = [HOST]


def browser_of(actor: Actor | None, *, person: str | None = None) -> Client:
    """A browser at such an address, with this account signed in and this person chosen."""
    client = Client(HTTP_HOST=HOST, headers={"X-Forwarded-Proto": "https"})
    if actor is not None:
        client.force_login(User.objects.get(pk=actor.account), backend="django.contrib.auth.backends.ModelBackend")
    if person is not None:
        session = client.session
        session["person"] = person
        session.save()
    return client
