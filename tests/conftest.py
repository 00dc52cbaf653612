"""The order of all tests."""

from pathlib import Path

import pytest

FIRST = Path(__file__).parent / "property" / "test_cohort.py"
"""What takes longest of all and cannot be divided further."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest begins first: whoever is through with the rest takes its share of what is left over."""
    items.sort(key=lambda item: item.path != FIRST)
