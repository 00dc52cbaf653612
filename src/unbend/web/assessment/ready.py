"""That the question about the pain now was answered, kept for an hour in the session: when, and never how."""

from datetime import datetime

from django.http import HttpRequest

from unbend.service.self_test import still_ready

_KEY = "ready"


def remember(request: HttpRequest, test: str, now: datetime) -> None:
    """The answer let this test begin."""
    request.session[_KEY] = {**request.session.get(_KEY, {}), test: now.isoformat()}


def forget(request: HttpRequest, test: str) -> None:
    """The answer did not."""
    request.session[_KEY] = {key: at for key, at in request.session.get(_KEY, {}).items() if key != test}


def is_still_ready(request: HttpRequest, test: str, now: datetime) -> bool:
    """Whether it was answered just now."""
    at = request.session.get(_KEY, {}).get(test)
    return at is not None and still_ready(datetime.fromisoformat(at), now)
