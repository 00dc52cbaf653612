"""A record handed out, erased and brought in again elsewhere is the same record."""

import csv
import io
import json
import zipfile
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.effort import examples
from support.house import NOW, Somebody, clinician_of, ports, somebody
from support.logs import logs
from support.people import Json, catalogue, entry, person
from support.schema_check import breaks
from unbend.exchange.export_format import Format
from unbend.exchange.log_file import export_schema
from unbend.record.errors import BadInput
from unbend.service.access import NotAllowed
from unbend.service.backup import Place
from unbend.service.erase import erase, what_goes
from unbend.service.export import export
from unbend.service.import_log import MOST_LINES, check_import, import_log
from unbend.store.backup import DjangoDatabase
from unbend.store.models import Access, EntryRow, Snapshot

pytestmark = pytest.mark.django_db


def exported(who: Somebody, format_: Format = Format.LINES) -> bytes:
    return b"".join(export(who.actor, who.person, format_, ports()).content)


def erased(who: Somebody, folder: Path, *, kept: int = 14) -> None:
    erase(who.actor, who.person, ports(), database=DjangoDatabase(), place=Place(folder, kept))


def taken_in(who: Somebody, content: bytes) -> tuple[int, int, int]:
    report = import_log(who.actor, who.person, content, ports())
    return report.new, report.already, len(report.not_taken)


def walk(id_: str = "a", minutes: int = 10) -> Json:
    return entry(id_, "walked", 3, {"minutes": minutes})


# Out


def test_the_first_line_says_what_the_file_is_and_each_other_is_an_entry_as_it_was_written() -> None:
    alice = somebody()
    alice.said(walk("a"), entry("b", "declined", 2, {"exercise": "plank", "why": "süß \u2028 🙂 =1"}))
    lines = exported(alice).decode().split("\n")
    header = json.loads(lines[0])
    assert (header["unbend"], header["version"], header["person"]) == ("export", 1, alice.person)
    assert header["catalogue"] == catalogue().hash
    assert lines[1:] == [*alice.written, ""]


def test_every_line_is_as_the_schema_says() -> None:
    alice = somebody()
    alice.said(walk(), *person(7).get("log", ()), entry("p", "practised", 1, {"exercises": []}))
    schema = export_schema(catalogue())
    for line in exported(alice).decode().split("\n")[:-1]:
        assert list(breaks(json.loads(line), schema, schema)) == []


def test_only_the_person_hands_it_out() -> None:
    alice = somebody()
    for stranger in (somebody("Bob").actor, clinician_of(alice.person)):
        with pytest.raises(NotAllowed):
            export(stranger, alice.person, Format.LINES, ports())


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_table_has_a_row_for_each_value() -> None:
    alice = somebody()
    alice.said(walk("a", 12), entry("b", "tested", 2, {"tests": {"hip-rotation": {"left": 30.5, "right": 41}}}))
    alice.said(entry("c", "wished", 1, {"wishes": {"equipment": [], "days": ["monday", "friday"]}}, corrects="a"))
    rows = rows_of(exported(alice, Format.TABLE))
    assert {(row["id"], row["path"]): row["value"] for row in rows} == {
        ("a", "data.minutes"): "12",
        ("b", "data.tests.hip-rotation.left"): "30.5",
        ("b", "data.tests.hip-rotation.right"): "41",
        ("c", "corrects"): "a",
        ("c", "data.wishes.equipment"): "[]",
        ("c", "data.wishes.days.0"): "monday",
        ("c", "data.wishes.days.1"): "friday",
    }


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\tx", "\r=1", "\uff1d1", '=HYPERLINK("x")'])
def test_no_spreadsheet_runs_what_somebody_wrote(text: str) -> None:
    alice = somebody()
    alice.said(entry("n", "declined", 1, {"exercise": "plank", "why": text}))
    why = next(row["value"] for row in rows_of(exported(alice, Format.TABLE)) if row["path"] == "data.why")
    assert why == f"'{text}"


def test_a_number_below_nought_stays_a_number() -> None:
    alice = somebody()
    advised = {"what": "plan", "catalogue": "c", "software": "s", "content": {"shift": -3}}
    alice.said(entry("x", "advised", 1, advised))
    assert "-3" in [row["value"] for row in rows_of(exported(alice, Format.TABLE))]


def test_the_zip_holds_both_and_comes_in_pieces() -> None:
    alice, chance = somebody(), Random(1)
    for begin in range(0, 1200, 400):
        alice.said(*(entry(f"e{n}", "declined", 1, {"exercise": "plank", "why": chance.randbytes(400).hex()})
                     for n in range(begin, begin + 400)))  # fmt: skip
    pieces = list(export(alice.actor, alice.person, Format.BOTH, ports()).content)
    assert len(pieces) > 2
    with zipfile.ZipFile(io.BytesIO(b"".join(pieces))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["unbend-2026-03-20.jsonl", "unbend-2026-03-20.csv"]
        assert archive.read("unbend-2026-03-20.jsonl") == exported(alice)
        assert archive.read("unbend-2026-03-20.csv") == exported(alice, Format.TABLE)


# In


def test_it_says_first_what_it_would_do_and_stores_nothing() -> None:
    alice, bob = somebody(), somebody("Bob")
    alice.said(walk("a"), walk("b"))
    content = exported(alice) + b'{"id": "x", "kind": "unheard-of"}\n\nno json\n'
    report = check_import(bob.actor, bob.person, content, ports())
    assert (report.fine, report.new, report.already, report.other) == (2, 2, 0, True)
    assert [one.line for one in report.not_taken] == [4, 6]
    assert "unheard-of" in report.not_taken[0].why
    assert bob.written == []
    assert taken_in(bob, content) == (2, 0, 2)
    assert taken_in(bob, content) == (0, 2, 2)
    assert check_import(bob.actor, bob.person, content, ports()).new == 0


def test_an_id_that_belongs_to_another_entry_is_said_before_and_after() -> None:
    alice, bob = somebody(), somebody("Bob")
    alice.said(walk("a", 10))
    bob.said(walk("a", 20))
    content = exported(alice)
    before = check_import(bob.actor, bob.person, content, ports())
    after = import_log(bob.actor, bob.person, content, ports())
    assert before == after
    assert (before.fine, [one.line for one in before.not_taken]) == (0, [2])
    assert json.loads(bob.written[0])["data"] == {"minutes": 20}


@pytest.mark.parametrize(
    "content",
    [b"\n" * (MOST_LINES + 1), b"",
     b"\n", b"no json", b"{}", b'{"unbend": "plan"}', b'{"unbend": "export", "version": 2}', b"\xff\xfe",
     b'{"unbend": "export", "version": true}', b"[" * 5000],
    ids=range(10),
)  # fmt: skip
def test_what_is_no_export_is_refused_as_a_whole(content: bytes) -> None:
    alice = somebody()
    with pytest.raises(BadInput):
        check_import(alice.actor, alice.person, content, ports())


def test_a_line_from_the_days_to_come_is_not_taken() -> None:
    alice, bob = somebody(), somebody("Bob")
    content = exported(alice) + json.dumps(walk() | {"happened_at": "2026-06-01T08:00:00+00:00"}).encode()
    assert taken_in(bob, content) == (0, 0, 1)


def test_nobody_brings_anything_into_the_record_of_another() -> None:
    alice = somebody()
    for stranger in (somebody("Bob").actor, clinician_of(alice.person)):
        with pytest.raises(NotAllowed):
            import_log(stranger, alice.person, exported(alice), ports())


@examples(25, soak=2_000, one_database=True)
@given(logs(), st.integers(0, 2**32 - 1))
def test_exported_erased_and_brought_in_elsewhere_is_the_same_record(
    tmp_path_factory: pytest.TempPathFactory, log: list[Json], seed: int
) -> None:
    alice = somebody()
    alice.said(*log, *person(seed).get("log", ()))
    before, kept, content = alice.state, alice.written, exported(alice)
    erased(alice, tmp_path_factory.mktemp("data"))
    elsewhere = somebody("Alice elsewhere")
    assert taken_in(elsewhere, content) == (len(kept), 0, 0)
    assert elsewhere.state == before
    assert elsewhere.written == kept
    assert exported(elsewhere).split(b"\n")[1:] == content.split(b"\n")[1:]


# Away


def test_what_goes_is_said_and_gone_and_a_tombstone_stays(tmp_path: Path) -> None:
    alice, bob = somebody(), somebody("Bob")
    alice.said(*(entry(f"e{n}", "walked", n, {"minutes": 5}) for n in range(30)))
    bob.said(walk())
    assert alice.state.workouts == 0
    assert Snapshot.objects.filter(person_id=alice.person).exists()
    goes = what_goes(alice.actor, alice.person, ports(), Place(tmp_path, 14))
    assert (goes.name, goes.entries, goes.backups_until) == ("Alice", 30, NOW + timedelta(days=14))
    erased(alice, tmp_path)
    for rows in (EntryRow, Snapshot, Access):
        assert not rows.objects.filter(person_id=alice.person).exists()
    assert len(bob.written) == 1
    stone = ports().store.tombstone(alice.person)
    assert stone is not None
    assert stone.backups_until == NOW + timedelta(days=14)
    lines = (tmp_path / "erased.jsonl").read_text().splitlines()
    assert alice.person in [json.loads(line)["person"] for line in lines]
    assert "Alice" not in "".join(lines)


def test_an_old_device_cannot_bring_an_erased_person_back(tmp_path: Path) -> None:
    alice = somebody()
    erased(alice, tmp_path)
    assert [(r.outcome, r.code) for r in alice.said(walk("a"), walk("b"))] == [("refused", "erased")] * 2
    assert alice.written == []


def test_only_the_person_erases(tmp_path: Path) -> None:
    alice = somebody()
    place = Place(tmp_path, 14)
    for stranger in (somebody("Bob").actor, clinician_of(alice.person)):
        with pytest.raises(NotAllowed):
            what_goes(stranger, alice.person, ports(), place)
        with pytest.raises(NotAllowed):
            erase(stranger, alice.person, ports(), database=DjangoDatabase(), place=place)
