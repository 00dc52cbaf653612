"""An amount in words: one of a thing is one of it, and no "1 seconds"."""

from typing import Any

import pytest

from unbend.catalogue.load_text import load_texts
from unbend.planning.dose import Dose
from unbend.service.dose_words import dose_in_words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ({"duration_seconds": 1}, "1 second"),
        ({"duration_seconds": 90}, "90 seconds"),
        ({"duration_seconds": 120}, "2 minutes"),
        ({"breaths": 1}, "1 breath"),
        ({"breaths": 5}, "5 breaths"),
        ({"metres": 1}, "1 metre"),
        ({"repetitions": 1, "hold_seconds": 1}, "once, held 1 second"),
        ({"repetitions": 8, "hold_seconds": 5}, "8 times, each held 5 seconds"),
    ],
)
def test_an_amount_is_said_as_one_says_it(amount: dict[str, Any], words: str) -> None:
    assert dose_in_words(Dose(sets=1, rest_seconds=0, **amount), load_texts()) == words
