"""Every setting stands in the reference, and the reference names none that does not exist."""

import re
from pathlib import Path

import pytest

from unbend.record.errors import BadInput
from unbend.service.clock import MachineClock
from unbend.settings.environment import NAMES, PREFIX, environment

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "settings.md"
ALSO = {"DATABASE_URL"}


def test_every_setting_is_documented_and_nothing_else() -> None:
    rows = [line for line in REFERENCE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    named = {name for row in rows for name in re.findall(r"`([A-Z_]{4,})`", row.split("|")[1])}
    assert named == {PREFIX + name for name in NAMES} | ALSO


@pytest.mark.parametrize(
    ("name", "value"),
    [("SITE_URL", "back.example.org"), ("SIGN_UP", "maybe"), ("BACKUPS_KEPT", "0"), ("LOG_FORMAT", "xml"),
     ("TIME_ZONE", "Mars/Base"), ("TRUSTED_PROXIES", "-1"), ("BACKUP_KEPT", "3")],
)  # fmt: skip
def test_a_value_that_cannot_be_read_is_refused_by_name(name: str, value: str) -> None:
    with pytest.raises(BadInput, match=f"UNBEND_{name}"):
        environment({PREFIX + name: value})


def test_people_who_told_no_time_zone_live_in_the_one_of_the_installation() -> None:
    told = environment({"UNBEND_TIME_ZONE": "Pacific/Auckland"})
    assert MachineClock(told.time_zone).now().tzname() in ("NZDT", "NZST")
