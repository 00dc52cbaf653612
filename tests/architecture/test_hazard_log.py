"""The hazard log names tests that exist."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def test_every_test_the_hazard_log_names_is_there() -> None:
    rows = [line for line in (ROOT / "docs/hazard-log.md").read_text().splitlines() if re.match(r"\| \d+ \|", line)]
    assert len(rows) >= 15
    assert [int(row.split()[1]) for row in rows] == list(range(1, len(rows) + 1))
    for row in rows:
        named = re.findall(r"`((?:tests|frontend)/[^`]+)`|(unbend catalogue lint)", row)
        assert named, row
        assert all((ROOT / path).exists() for path, _ in named if path), row
