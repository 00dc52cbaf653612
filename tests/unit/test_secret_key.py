"""The key of an installation: made once, whole, and the same for all that begin at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from unbend.settings import keys
from unbend.settings.environment import Environment


def test_all_that_begin_at_once_have_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as starting:
        made = set(starting.map(lambda _: keys.secret_key(Environment(data=tmp_path)), range(40)))
    assert len(made) == 1
    assert len(made.pop()) > 50
    assert [path.name for path in tmp_path.iterdir()] == [keys.FILE]


def test_what_ends_the_program_while_it_makes_the_key_leaves_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ended(_length: int) -> str:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("secrets.token_urlsafe", ended)
        with pytest.raises(KeyboardInterrupt):
            keys.secret_key(Environment(data=tmp_path))
    assert list(tmp_path.iterdir()) == []
    assert len(keys.secret_key(Environment(data=tmp_path))) > 50
