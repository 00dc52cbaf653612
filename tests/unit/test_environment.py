"""The settings from the environment: typed, few, and a wrong one is refused in one sentence."""

from pathlib import Path

import pytest

from unbend.record.errors import BadInput
from unbend.settings.environment import NAMES, default_data, environment
from unbend.settings.hosts import allowed_hosts


def test_with_nothing_told_it_is_one_person_on_this_machine() -> None:
    settings = environment({"HOME": "somewhere", "PATH": "/usr/bin"})
    assert not settings.accounts
    assert not settings.secure
    assert settings.database_url is None
    assert "localhost" in allowed_hosts(settings)
    assert settings.path_prefix == ""


def test_one_address_decides_hosts_security_and_path() -> None:
    settings = environment({"UNBEND_SITE_URL": "https://back.example.org/unbend/"})
    assert settings.accounts
    assert settings.secure
    assert allowed_hosts(settings) == ["back.example.org"]
    assert settings.path_prefix == "/unbend"


def test_paired_devices_come_by_https_and_only_to_the_names_told() -> None:
    settings = environment({"UNBEND_LAN_HOSTS": "laptop.local, 192.168.1.5"})
    assert settings.secure
    assert not settings.accounts
    assert set(allowed_hosts(settings)) >= {"localhost", "laptop.local", "192.168.1.5"}
    assert "*" not in allowed_hosts(settings)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("UNBEND_SITE_ULR", "https://back.example.org"),
        ("UNBEND_SITE_URL", "back.example.org"),
        ("UNBEND_SITE_URL", "ftp://back.example.org"),
        ("UNBEND_SITE_URL", "https://back.example.org/?a=1"),
        ("UNBEND_SIGN_UP", "perhaps"),
        ("UNBEND_LOG_FORMAT", "xml"),
        ("UNBEND_LOG_LEVEL", "LOUD"),
        ("UNBEND_BACKUPS_KEPT", "0"),
        ("UNBEND_BACKUPS_KEPT", "many"),
        ("UNBEND_TRUSTED_PROXIES", "-1"),
        ("UNBEND_SECRET_KEY_FILE", "there/is/no/such/file"),
    ],
)
def test_what_cannot_be_taken_names_the_setting_and_what_is_allowed(name: str, value: str) -> None:
    with pytest.raises(BadInput) as refused:
        environment({name: value})
    assert refused.value.where == name
    assert refused.value.allowed


def test_a_slip_of_the_finger_is_told_what_was_meant() -> None:
    with pytest.raises(BadInput, match="did you mean UNBEND_SITE_URL"):
        environment({"UNBEND_SITE_ULR": "x"})


def test_a_secret_may_stand_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("kept apart\n")
    assert environment({"UNBEND_SECRET_KEY_FILE": str(file)}).secret_key == "kept apart"


def test_an_empty_variable_is_one_that_was_not_told() -> None:
    empty = environment({f"UNBEND_{name}": "" for name in NAMES})
    assert empty == environment({})


@pytest.mark.parametrize(
    ("variables", "end"),
    [({"XDG_DATA_HOME": "/x"}, "/x/unbend"), ({"LOCALAPPDATA": "/y"}, "/y/Unbend"), ({}, "share/unbend")],
)
def test_data_lie_where_the_system_sets_room_aside(variables: dict[str, str], end: str) -> None:
    assert default_data(variables).as_posix().endswith(end)
