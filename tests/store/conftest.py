"""A store over the real database that the tests were started with: SQLite, or PostgreSQL by `DATABASE_URL`."""

from datetime import UTC, datetime

import pytest

from support.people import catalogue
from unbend.store.models import User
from unbend.store.store import DjangoStore

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)


@pytest.fixture
def store(db: None) -> DjangoStore:
    """A store that has nobody yet."""
    return DjangoStore(catalogue())


@pytest.fixture
def person(store: DjangoStore) -> str:
    """Somebody with an account and no entries."""
    account = User.objects.create_user("alice")
    return store.add_person(account.pk, name="Alice", example=False, now=NOW)
