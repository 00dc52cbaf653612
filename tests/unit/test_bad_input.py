"""Bad input of every kind gets one clear line on standard error and exit 2, and leaves nothing half-written."""

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.load import load_catalogue, load_safety
from unbend.catalogue.load_text import load_safety_texts
from unbend.catalogue.words import Answer, FindingType
from unbend.cli import main
from unbend.cli.typed import answer_in, ticks_in, value_in
from unbend.exchange.letter import WIDTH, letter
from unbend.record.errors import BadInput, one_line
from unbend.record.profile import profile_of
from unbend.safety import check
from unbend.service.check import check_profile, findings_in, profile_with
from unbend.service.files import MOST_BYTES, read_json, write_text
from unbend.service.interview import next_screen

Run = Callable[..., tuple[int, str, str]]
TODAY = date(2026, 3, 2)
DESK = Path(__file__).parents[2] / "examples" / "desk-worker.json"
LETTER_LINES = 64
ANSWERED = {"id": "a", "kind": "answered", "happened_at": "2026-02-01T08:00:00+00:00", "data": {"findings": {}}}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command line as it is typed: exit code, standard output, standard error."""

    def typed(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["unbend", *map(str, arguments)])
        with pytest.raises(SystemExit) as stopped:
            main()
        shown = capsys.readouterr()
        return int(stopped.value.code or 0), shown.out, shown.err

    return typed


def assert_one_line(result: tuple[int, str, str], *pieces: str) -> None:
    code, out, err = result
    assert (code, out) == (2, "")
    assert err.startswith("unbend: ")
    assert err.endswith("\n")
    assert err[:-1].isprintable()
    assert len(err) < 900
    assert [piece for piece in pieces if piece not in err] == []


# Files.

FILES = {
    "empty": (b" \n", "it is empty"),
    "binary": (bytes(range(256)), "not text in UTF-8"),
    "latin 1": ("caf\xe9".encode("latin-1"), "not text in UTF-8"),
    "not JSON": (b'{"age": 4,}', "line 1, column 11"),
    "too deep": (b"[" * 100_000, "nested too deeply"),
    "a key twice": (b'{"age": 4, "age": 5}', '"age" stands twice'),
    "NaN": (b'{"age": NaN}', "NaN is no number"),
    "1e999": (b'{"age": 1e999}', "inf is not a number"),
    "5000 digits": (b'{"age": ' + b"9" * 5000 + b"}", "at most 30 digits"),
    "too large": (b'"' + b"x" * MOST_BYTES + b'"', "too large"),
    "a list": (b"[1, 2]", "a list is not an object"),
    "nothing": (b"null", "null is not an object"),
    "an escape in a key": (b'{"\\u001b[31mred": 1}', "\\x1b[31mred: unknown key"),
    "half a letter": (b'{"\\ud800": 1}', "\\ud800: unknown key"),
    "text that runs backwards": (b'{"age": "\\u202e54"}', '"\\u202e54" is not a number'),
    "a key without end": (b'{"' + b"k" * 100_000 + b'": 1}', "...: unknown key"),
    "an empty key": (b'{"": 1}', '"": unknown key'),
    "markup": (b'{"fever": "[bold]yes[/]"}', '"[bold]yes[/]" is not allowed'),
    "a near miss": (b'{"agee": 4}', 'did you mean "age"?'),
    "an age below 0": (b'{"age": -1}', "-1 is out of range"),
    "half a day": (b'{"duration-days": true}', "true is not a number"),
    "60 weeks": (b'{"weeks-pregnant": 60}', "from 0 to 43"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_taken(name: str, run: Run, tmp_path: Path) -> None:
    content, expected = FILES[name]
    file = tmp_path / "findings.json"
    file.write_bytes(content)
    assert_one_line(run("check", file), expected)


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    file = tmp_path / "findings.json"
    file.write_bytes(b'\xef\xbb\xbf{"age": 45}')
    assert read_json(str(file)) == {"age": 45}


@pytest.mark.parametrize("name", ["missing.json", "", "\x1b[31mred", "x" * 5000, "nul\0l"])
@pytest.mark.parametrize("command", ["check", "plan"])
def test_a_file_that_is_not_there(command: str, name: str, run: Run, tmp_path: Path) -> None:
    assert_one_line(run(command, str(tmp_path / name) if name else ""), "name a file that can be read")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("plan", DESK, "--week", "0"), "--week: 0 is out of range; write a whole number from 1 to 52"),
        (("plan", DESK, "--week", "x"), '--week: "x" is not a whole number'),
        (("plan", DESK, "--seed", "-1"), "from 0 to 2147483647"),
        (("plan", DESK, "--seed", "9" * 5000), "--seed"),
        (("plan", DESK, "--today", "2026-02-30"), "--today"),
        (("check", DESK, "--today", "soon"), "--today"),
        (("check",), "nobody to ask"),
        (("chek",), "Did you mean"),
        (("plan",), "Missing argument"),
        (("schema", "\x1b[31m"), "\\x1b[31m: no such schema"),
        (("catalogue", "show", "\x1b[31m"), "unknown id"),
    ],
)
def test_a_command_line_that_cannot_be_read(arguments: tuple[object, ...], expected: str, run: Run) -> None:
    assert_one_line(run(*arguments), expected)


@pytest.mark.parametrize("arguments", [(), ("catalogue",)])
def test_the_bare_command_shows_its_help_and_no_fault(arguments: tuple[str, ...], run: Run) -> None:
    code, out, err = run(*arguments)
    assert (code, err) == (0, "")
    assert "Usage" in out


# Profiles and their logs.

PROFILES: dict[str, tuple[dict[str, Any], str]] = {
    "flat findings": ({"age": 45}, 'age: a finding stands by itself; write all findings inside "findings"'),
    "a note that is no text": ({"about": 5, "findings": {}}, "about: 5 is not a text"),
    "no findings": ({"audit": {}}, "findings: missing"),
    "answered tomorrow": ({"findings": {}, "answered-on": "2026-03-03"}, "not after 2026-03-02"),
    "no day": ({"findings": {}, "wishes": {"days": []}}, "wishes.days: no day is named"),
    "a day twice": ({"findings": {}, "wishes": {"days": ["monday", "monday"]}}, "stands twice"),
    "no position": ({"findings": {}, "wishes": {"positions": []}}, "wishes.positions: no position is named"),
    "4 minutes": ({"findings": {}, "wishes": {"minutes": 4}}, "from 5 to 90"),
    "half a minute": ({"findings": {}, "wishes": {"minutes": 15.5}}, "15.5 is not a whole number"),
    "neither side": ({"findings": {}, "tests": {"side-plank": {}}}, "tests.side-plank: neither side is given"),
}

LOGS: dict[str, tuple[list[object], str]] = {
    "no entry": ([5], "log[0]: 5 is not an object"),
    "no zone": ([{**ANSWERED, "happened_at": "2026-02-01T08:00:00"}], "is not a time"),
    "before all calendars": ([{**ANSWERED, "happened_at": "0001-01-01T00:00:00+14:00"}], "is not a time"),
    "before anybody lived": ([{**ANSWERED, "happened_at": "0001-01-01T00:00:00Z"}], "is not a time"),
    "after all calendars": ([{**ANSWERED, "happened_at": "9999-12-31T23:59:59-14:00"}], "is not a time"),
    "a time that lies ahead": ([{**ANSWERED, "happened_at": "2026-03-04T00:00:00+00:00"}], "it lies ahead"),
    "a version that is true": ([{**ANSWERED, "version": True}], "log[0].version: true is not known; write 1"),
    "a later version": ([{**ANSWERED, "version": 2}], "log[0].version: 2 is not known"),
    "an id of the profile's own": ([{**ANSWERED, "id": "profile-findings"}], "log[0].id"),
    "one id for two entries": ([ANSWERED, {**ANSWERED, "data": {"findings": {"fever": "no"}}}], "log[1].id"),
    "a correction of nothing": ([{**ANSWERED, "corrects": "z"}], 'log[0].corrects: "z" is not in the log'),
    "a correction of itself": ([{**ANSWERED, "corrects": "a"}], "the entry corrects itself"),
    "corrections in a ring": (
        [{**ANSWERED, "corrects": "b"}, {**ANSWERED, "id": "b", "corrects": "a"}],
        "the entry corrects itself",
    ),
    "an exercise nobody knows": (
        [{**ANSWERED, "kind": "declined", "data": {"exercise": "glute-brige"}}],
        'did you mean "glute-bridge"?',
    ),
    "a clearance for nothing known": (
        [{**ANSWERED, "kind": "cleared", "data": {"by": "GP", "covers": ["feverish"], "allows": "plan"}}],
        'log[0].data.covers: "feverish" is not allowed; did you mean "fever"?',
    ),
}


@pytest.mark.parametrize("name", PROFILES)
def test_a_profile_that_cannot_be_taken(name: str, catalogue: Catalogue) -> None:
    profile, expected = PROFILES[name]
    with pytest.raises(BadInput) as refused:
        profile_of(profile, catalogue, today=TODAY)
    assert expected in str(refused.value)


@pytest.mark.parametrize("name", LOGS)
def test_a_log_that_cannot_be_taken(name: str, catalogue: Catalogue) -> None:
    log, expected = LOGS[name]
    with pytest.raises(BadInput) as refused:
        profile_of({"findings": {}, "log": log}, catalogue, today=TODAY)
    assert expected in str(refused.value)
    assert len(str(refused.value)) < 400


def test_the_same_entry_twice_and_a_true_correction_are_no_faults(catalogue: Catalogue) -> None:
    correction = {**ANSWERED, "id": "b", "corrects": "a"}
    profile = profile_of({"findings": {}, "log": [ANSWERED, ANSWERED, correction]}, catalogue, today=TODAY)
    assert [entry.id for entry in profile.entries[-3:]] == ["a", "a", "b"]


@pytest.mark.parametrize("value", [None, True, [], {}, [[]], "", "yes ", "YES", -1, 300, 1e308, 10**400])
def test_wrong_values_everywhere_are_refused_and_nothing_else_happens(value: object, catalogue: Catalogue) -> None:
    places: dict[str, Any] = {
        "findings": {key: {"findings": {key: value}} for key in ("age", "fever", "sex", "weeks-pregnant")},
        "wishes": {key: {"findings": {}, "wishes": {key: value}} for key in ("minutes", "days", "shifts", "goal")},
        "log": {key: {"findings": {}, "log": [{**ANSWERED, key: value}]} for key in ("kind", "happened_at", "version")},
    }
    for profiles in places.values():
        for profile in profiles.values():
            with pytest.raises(BadInput):
                profile_of(profile, catalogue, today=TODAY)


# What is written.


@pytest.mark.parametrize("option", ["--letter", "--save"])
@pytest.mark.parametrize("name", ["no-folder/x", ".", "z" * 5000])
def test_an_output_that_cannot_be_written_is_said(option: str, name: str, run: Run, tmp_path: Path) -> None:
    code, _, err = run("check", DESK, option, tmp_path / name)
    assert code == 2
    assert err.count("\n") == 1
    assert "name a file that can be written" in err
    assert list(tmp_path.iterdir()) == []


def test_no_output_overwrites_what_is_read_nor_the_other(run: Run, tmp_path: Path) -> None:
    mine = tmp_path / "me.json"
    mine.write_bytes(DESK.read_bytes())
    assert_one_line(run("check", mine, "--save", mine), "one file is named twice")
    assert_one_line(run("check", mine, "--save", tmp_path / "x", "--letter", tmp_path / "x"), "one file is named twice")
    assert mine.read_bytes() == DESK.read_bytes()


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "kept.txt"
    write_text(file, "before")
    with pytest.raises(BadInput):
        write_text(file, "half a letter: \ud800")
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]
    assert file.read_text() == "before"


def test_saved_answers_serve_the_check_and_the_plan(run: Run, tmp_path: Path, catalogue: Catalogue) -> None:
    saved = tmp_path / "me.json"
    run("check", DESK, "--save", saved, "--today", TODAY)
    answer, values = check_profile(json.loads(saved.read_text()), catalogue, today=TODAY)
    assert json.loads(json.dumps(profile_with(values, today=TODAY))) == json.loads(saved.read_text())
    assert answer.may_plan


@pytest.mark.parametrize("said", Answer)
def test_the_letter_stays_on_one_page_whatever_was_answered(said: Answer) -> None:
    knowledge, texts = load_safety(), load_safety_texts()
    values = findings_in(
        {key: _most(finding, said) for key, finding in knowledge.findings.items()},
        knowledge,
    )
    text = letter(check(knowledge, values), values, knowledge, texts, today=TODAY).text()
    assert len(text.splitlines()) <= LETTER_LINES
    assert max(map(len, text.splitlines())) <= WIDTH
    assert "{" not in text


def _most(finding: Any, said: Answer) -> object:
    match finding.type:
        case FindingType.NUMBER:
            return finding.maximum
        case FindingType.CHOICE:
            return finding.options[0]
        case FindingType.CHOICES:
            return list(finding.options)
    return said.value


# What is typed in the interview.


@pytest.mark.parametrize("typed", ["", "?", "6", "0 1", "1 x", "maybe", "²", "9" * 5000, "1 ?", "-1"])
def test_ticks_that_are_not_clear(typed: str) -> None:
    assert ticks_in(typed, 5) is None


def test_ticks_that_are_clear() -> None:
    assert ticks_in("none", 5) == {}
    assert ticks_in("1, 3?", 5) == {1: Answer.YES, 3: Answer.UNSURE}
    assert ticks_in("2 2?", 5) == {2: Answer.YES}, "a yes is never softened"
    assert [answer_in(typed) for typed in ("y", "no", "?", "perhaps")] == [Answer.YES, Answer.NO, Answer.UNSURE, None]


def test_numbers_and_choices_as_people_type_them() -> None:
    findings = load_safety().findings
    days, places = findings["duration-days"], findings["where"]
    assert [value_in(typed, days, where="") for typed in ("21", "3 weeks", "1 week", "2 months")] == [21, 21, 7, 61]
    assert value_in("1 neck", places, where="") == (places.options[0], "neck")
    for typed in ("", "nan", "1e5", "4 apples", "-1", "9" * 5000, "1_0"):
        with pytest.raises(BadInput):
            value_in(typed, days, where="")


def test_a_question_skipped_is_not_asked_again() -> None:
    knowledge = load_safety()
    skipped: frozenset[str] = frozenset()
    for _ in range(200):
        screen = next_screen(knowledge, {"age": 45}, skipped)
        if screen is None:
            return
        skipped |= {finding.id for finding in screen.findings}
    pytest.fail("the interview does not end")


@pytest.mark.parametrize("text", ["a\nb\tc", "\x1b[2J", "\u2028", "\ud800", "\x00", "x" * 9999])
def test_one_line_is_one_short_line(text: str) -> None:
    assert one_line(text).isprintable()
    assert len(one_line(text)) <= 160
