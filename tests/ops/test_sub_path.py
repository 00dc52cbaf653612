"""Below a path of a site that has others: every address holds the path, whether the proxy keeps or takes it off."""

import re
from collections.abc import Iterator

import pytest

from support.running import Up, up

PAGES = ("/accounts/login/", "/accounts/signup/", "/accounts/password/lost/")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Up]:
    with up(tmp_path_factory.mktemp("sub") / "data", site="/unbend", UNBEND_SIGN_UP="true") as started:
        yield started


def addresses(body: str) -> set[str]:
    """All that the page leads to or loads from the same site."""
    return set(re.findall(r'(?:href|src|action)="(/[^"]*)"', body))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("kept", ["/unbend", ""])
def test_every_address_on_a_page_holds_the_path(running: Up, page: str, kept: str) -> None:
    answer = running.get(f"{kept}{page}")
    assert answer.status == 200
    assert {address for address in addresses(answer.body) if not address.startswith("/unbend/")} == set()


def test_what_a_page_loads_is_there(running: Up) -> None:
    loaded = re.findall(r'(?:src|href)="(/unbend/static/[^"]+)"', running.get("/unbend/accounts/login/").body)
    assert loaded
    assert {address: running.get(address).status for address in loaded} == dict.fromkeys(loaded, 200)


def test_who_is_not_signed_in_is_led_to_sign_in_below_the_path(running: Up) -> None:
    for path in ("/unbend/", "/unbend/plan/", "/unbend/settings/sharing/"):
        answer = running.get(path)
        assert answer.status == 302
        assert answer.headers["Location"].startswith("/unbend/")


def test_cookies_are_sent_to_this_path_only(running: Up) -> None:
    said = running.get("/unbend/accounts/login/").headers.get_all("Set-Cookie") or []
    assert said
    assert all("Path=/unbend/" in line for line in said)
