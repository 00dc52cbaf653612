"""A copy of everything, bringing one in, and erasing, as pages."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from support.house import Somebody, somebody
from support.people import entry
from support.site import browser_of, with_accounts
from unbend.store.models import EntryRow, Person


def fetched(browser: Client, format_: str) -> bytes:
    answer = browser.get(reverse("export-file", args=[format_]))
    assert answer.status_code == 200
    return b"".join(answer)


def walk(id_: str, minutes: int = 10) -> dict[str, object]:
    return entry(id_, "walked", 3, {"minutes": minutes})


def test_the_copy_is_a_file_to_save_that_nobody_keeps_on_the_way(browser: Client, home: Somebody) -> None:
    home.said(walk("a"))
    answer = browser.get(reverse("export-file", args=["zip"]))
    assert answer.streaming
    assert answer["Content-Disposition"].startswith('attachment; filename="unbend-')
    assert "no-store" in answer["Cache-Control"]
    with zipfile.ZipFile(io.BytesIO(b"".join(answer))) as archive:
        assert sorted(name.rpartition(".")[2] for name in archive.namelist()) == ["csv", "jsonl"]


def test_each_file_can_be_had_alone_and_no_other(browser: Client, home: Somebody) -> None:
    home.said(walk("a"))
    assert fetched(browser, "jsonl").decode().split("\n")[1:-1] == home.written
    assert fetched(browser, "csv").startswith("\ufeffid,kind".encode())
    assert browser.get(reverse("export-file", args=["exe"])).status_code == 404
    assert reverse("export-file", args=["zip"]) in browser.get(reverse("export")).content.decode()


# Bringing in


def sent(browser: Client, content: bytes, name: str = "copy.jsonl") -> str:
    """The address of the page that says what the file holds."""
    answer = browser.post(reverse("import"), {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def waiting(data: Path) -> list[Path]:
    return list((data / "imports").glob("*"))


def copy_of(browser: Client, home: Somebody, *entries: dict[str, object]) -> bytes:
    """An export with these entries, which are then no longer there."""
    home.said(*entries)
    content = fetched(browser, "jsonl")
    EntryRow.objects.all().delete()
    return content


def test_first_it_says_what_the_file_holds_and_only_then_takes_it_in(
    browser: Client, home: Somebody, data: Path
) -> None:
    content = copy_of(browser, home, walk("a"), walk("b")) + b'{"id": "c", "kind": "unheard-of"}\n'
    look = sent(browser, content)
    shown = browser.get(look).content.decode()
    assert "2 lines are fine, 1 cannot be taken" in shown
    assert "Line 4" in shown
    assert home.written == []
    assert [path.stat().st_mode & 0o777 for path in waiting(data)] == [0o600]
    answer = browser.post(look, {"decision": "take"}, follow=True)
    assert "2 entries are now in your record" in answer.content.decode()
    assert len(home.written) == 2
    assert waiting(data) == []


def test_the_zip_itself_can_be_brought_in(browser: Client, home: Somebody) -> None:
    home.said(walk("a"))
    content = fetched(browser, "zip")
    EntryRow.objects.all().delete()
    browser.post(sent(browser, content, "copy.zip"), {"decision": "take"})
    assert [json.loads(text)["id"] for text in home.written] == ["a"]


def test_a_file_that_was_left_is_gone_and_nothing_was_taken_in(browser: Client, home: Somebody, data: Path) -> None:
    look = sent(browser, copy_of(browser, home, walk("a")))
    browser.post(look, {"decision": "leave"})
    assert (home.written, waiting(data)) == ([], [])
    assert browser.get(look)["Location"] == reverse("import")


@pytest.mark.django_db
def test_nobody_else_finds_the_file_that_waits(settings: Settings, data: Path) -> None:
    with_accounts(settings)
    alice = somebody()
    browser = browser_of(alice.actor)
    look = sent(browser, copy_of(browser, alice, walk("a")))
    assert browser_of(somebody("Bob").actor).get(look)["Location"] == reverse("import")
    assert len(waiting(data)) == 1
    browser.post(look, {"decision": "leave"})


def test_of_many_files_that_nobody_looks_at_only_the_last_waits(browser: Client, home: Somebody, data: Path) -> None:
    content = copy_of(browser, home, walk("a"))
    first, last = sent(browser, content), sent(browser, content)
    assert len(waiting(data)) == 1
    assert browser.get(first)["Location"] == reverse("import")
    assert browser.get(last).status_code == 200


@pytest.mark.parametrize("content", [b"no export", b"PK\x03\x04 no zip", b"\xff\xfe"])
def test_what_is_no_export_is_refused_at_its_field(browser: Client, home: Somebody, content: bytes) -> None:
    answer = browser.post(reverse("import"), {"file": SimpleUploadedFile("x", content)})
    assert answer.status_code == 422
    assert 'id="id_file_error"' in answer.content.decode()
    assert browser.post(reverse("import"), {}).status_code == 422
    assert home.written == []


# Erasing


def test_nothing_is_erased_without_the_word(browser: Client, home: Somebody) -> None:
    home.said(walk("a"))
    for typed in ("", "yes", "erased"):
        assert browser.post(reverse("erase"), {"word": typed}).status_code == 422
    assert "1 entry" in browser.get(reverse("erase")).content.decode()
    assert len(home.written) == 1


def test_erasing_leaves_a_tombstone_and_tells_the_browser_to_forget(browser: Client, home: Somebody) -> None:
    home.said(walk("a"))
    answer = browser.post(reverse("erase"), {"word": " Erase "})
    assert answer["Location"] == reverse("erased")
    assert not Person.objects.filter(pk=home.person).exists()
    last = browser.get(reverse("erased"))
    assert last["Clear-Site-Data"] == '"cache", "storage"'
    assert '<meta name="unbend-forget" content="everything">' in last.content.decode()
    again = browser.get(reverse("erased"))
    assert "Everything is erased" in again.content.decode()
    assert "Clear-Site-Data" not in again
    assert "unbend-forget" not in again.content.decode()
    assert browser.get(reverse("settings"))["Location"] == reverse("welcome")


@pytest.mark.usefixtures("home")
def test_no_link_from_elsewhere_makes_a_browser_forget(browser: Client) -> None:
    answer = browser.get(reverse("erased"))
    assert answer.status_code == 302
    assert "Clear-Site-Data" not in answer


def test_a_file_that_waits_is_erased_too(browser: Client, home: Somebody, data: Path) -> None:
    sent(browser, copy_of(browser, home, walk("a")))
    browser.post(reverse("erase"), {"word": "erase"})
    assert waiting(data) == []


@pytest.mark.django_db
def test_erased_and_brought_in_anew_it_is_the_same_record(settings: Settings) -> None:
    with_accounts(settings)
    alice, again = somebody(), somebody("Alice again")
    alice.said(walk("a"), entry("b", "answered", 2, {"findings": {"severity": 4}}))
    before, content = alice.state, fetched(browser_of(alice.actor), "zip")
    browser_of(alice.actor).post(reverse("erase"), {"word": "erase"})
    browser = browser_of(again.actor)
    browser.post(sent(browser, content, "copy.zip"), {"decision": "take"})
    assert again.state == before
