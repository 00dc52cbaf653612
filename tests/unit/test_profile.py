"""Bad input of every kind gets one clear line: where, what, and what is allowed."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.effort import examples
from support.people import TODAY, Json, catalogue, entry, person
from unbend.record.errors import BadInput
from unbend.record.profile import profile_of
from unbend.service.check import findings_in
from unbend.service.files import MOST_BYTES, read_json

GOOD: Json = {"findings": {"age": 40}}
DONE = {"exercises": [{"exercise": "plank"}]}


def line(log: Any, **changes: Any) -> Json:
    return {**GOOD, "log": [{**entry("a", "practised", 1, DONE), **changes}] if log is None else log}


BAD: dict[str, tuple[Any, str]] = {
    "not an object": ([], "the file"),
    "a text": ("hello", "the file"),
    "null": (None, "the file"),
    "empty": ({}, "findings"),
    "unknown key": ({**GOOD, "wishs": {}}, "wishs"),
    "a finding outside findings": ({**GOOD, "fever": "no"}, "fever"),
    "findings is a list": ({"findings": []}, "findings"),
    "unknown finding": ({"findings": {"fevr": "no"}}, "findings.fevr"),
    "answer of another word": ({"findings": {"fever": "maybe"}}, "findings.fever"),
    "answer is a boolean": ({"findings": {"fever": True}}, "findings.fever"),
    "answer is null": ({"findings": {"fever": None}}, "findings.fever"),
    "number is a text": ({"findings": {"age": "40"}}, "findings.age"),
    "number is a boolean": ({"findings": {"age": True}}, "findings.age"),
    "number below its range": ({"findings": {"age": -1}}, "findings.age"),
    "number above its range": ({"findings": {"age": 121}}, "findings.age"),
    "not a whole number": ({**GOOD, "wishes": {"days": 2.5}}, "wishes.days"),
    "no number": ({"findings": {"age": float("nan")}}, "findings.age"),
    "endless": ({"findings": {"duration-days": float("inf")}}, "findings.duration-days"),
    "huge": ({"findings": {"severity": 10**400}}, "findings.severity"),
    "choice of another word": ({"findings": {"sex": "f"}}, "findings.sex"),
    "choices not a list": ({"findings": {"where": "low-back"}}, "findings.where"),
    "choices with another word": ({"findings": {"where": ["back"]}}, "findings.where"),
    "choices twice": ({"findings": {"where": ["flank", "flank"]}}, "findings.where"),
    "unknown audit item": ({**GOOD, "audit": {"desk": 1}}, "audit.desk"),
    "audit out of range": ({**GOOD, "audit": {"desk-hours": 25}}, "audit.desk-hours"),
    "unknown test": ({**GOOD, "tests": {"jump": 1}}, "tests.jump"),
    "sides for a test without": ({**GOOD, "tests": {"front-plank": {"left": 1}}}, "tests.front-plank"),
    "one number for two sides": ({**GOOD, "tests": {"side-plank": 10}}, "tests.side-plank"),
    "neither side": ({**GOOD, "tests": {"side-plank": {}}}, "tests.side-plank"),
    "an unknown side": ({**GOOD, "tests": {"side-plank": {"up": 1}}}, "tests.side-plank.up"),
    "a side out of range": ({**GOOD, "tests": {"side-plank": {"left": -1}}}, "tests.side-plank.left"),
    "too few minutes": ({**GOOD, "wishes": {"minutes": 4}}, "wishes.minutes"),
    "too many minutes": ({**GOOD, "wishes": {"minutes": 91}}, "wishes.minutes"),
    "half a minute": ({**GOOD, "wishes": {"minutes": 10.5}}, "wishes.minutes"),
    "eight days": ({**GOOD, "wishes": {"days": 8}}, "wishes.days"),
    "no days": ({**GOOD, "wishes": {"days": []}}, "wishes.days"),
    "a day that is none": ({**GOOD, "wishes": {"days": ["funday"]}}, "wishes.days"),
    "equipment nobody knows": ({**GOOD, "wishes": {"equipment": ["anvil"]}}, "wishes.equipment"),
    "no position": ({**GOOD, "wishes": {"positions": []}}, "wishes.positions"),
    "a position that is none": ({**GOOD, "wishes": {"positions": ["sofa"]}}, "wishes.positions"),
    "a time that is none": ({**GOOD, "wishes": {"time-of-day": "noon"}}, "wishes.time-of-day"),
    "a goal that is none": ({**GOOD, "wishes": {"goal": "fame"}}, "wishes.goal"),
    "no date": ({**GOOD, "answered-on": "yesterday"}, "answered-on"),
    "a date to come": ({**GOOD, "answered-on": "2099-01-01"}, "answered-on"),
    "a date as a number": ({**GOOD, "answered-on": 20260301}, "answered-on"),
    "log is an object": (line({}), "log"),
    "an entry without a kind": (line([{"id": "a"}]), "log[0].kind"),
    "an entry of an unknown kind": (line(None, kind="sang"), "log[0].kind"),
    "an entry without an id": (line(None, id=""), "log[0].id"),
    "an entry of an unknown version": (line(None, version=9), "log[0].version"),
    "an entry with an unknown key": (line(None, note="x"), "log[0].note"),
    "a time without a zone": (line(None, happened_at="2026-03-01T07:00:00"), "log[0].happened_at"),
    "a moment that is none": (line(None, happened_at="soon"), "log[0].happened_at"),
    "an entry without data": (line(None, data=None), "log[0].data"),
    "an exercise nobody knows": (line(None, data={"exercises": [{"exercise": "plankk"}]}), "log[0].data.exercises[0]"),
    "felt otherwise": (line(None, data={"exercises": [{"exercise": "plank", "felt": "meh"}]}), "log[0].data"),
    "a clearance for nothing known": (
        line(None, kind="cleared", data={"by": "Dr A", "covers": ["flu"], "allows": "plan"}), "log[0].data.covers",
    ),
    "a clearance by nobody": (
        line(None, kind="cleared", data={"by": " ", "covers": ["fever"], "allows": "plan"}), "log[0].data.by",
    ),
    "two tests in an entry": (
        line(None, kind="tested", data={"tests": {"front-plank": 1, "bridge": 2}}), "log[0].data.tests",
    ),
    "said no to with a word": (
        line(None, kind="declined", data={"exercise": "plank", "again": "yes"}), "log[0].data.again",
    ),
}  # fmt: skip


def message(raw: Any) -> str:
    with pytest.raises(BadInput) as caught:
        profile_of(raw, catalogue(), today=TODAY)
    return str(caught.value)


def refusal(take: Callable[[], object]) -> str:
    """The one line with which it was refused; nothing when it was taken."""
    try:
        take()
    except BadInput as error:
        return str(error)
    return ""


@pytest.mark.parametrize("kind", BAD)
def test_bad_input_is_said_in_one_clear_line(kind: str) -> None:
    raw, where = BAD[kind]
    said = message(raw)
    assert said.startswith(where)
    assert "\n" not in said
    place, what, allowed = said.split(": ", 1)[0], said.split(": ", 1)[1].split("; ")[0], said.split("; ")[1]
    assert place
    assert what
    assert allowed
    assert len(said) < 500


def test_a_slip_of_the_pen_is_answered_with_the_likely_word() -> None:
    assert 'did you mean "fever"?' in message({"findings": {"fevr": "no"}})
    assert 'did you mean "wishes"?' in message({**GOOD, "wishs": {}})


def test_a_long_or_wild_value_is_cut_and_spelled_out() -> None:
    said = message({"findings": {"fever": "x" * 10_000}})
    assert len(said) < 200
    assert "\x1b" not in message({"findings": {"fever": "\x1b[31mred"}})
    assert "\n" not in message({"findings": {"two\nlines": "no"}})


anything: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KEYS = ("findings", "audit", "tests", "wishes", "log", "answered-on", "about")


@examples(400, soak=30_000)
@given(anything, st.sampled_from(KEYS), st.booleans())
def test_whatever_comes_in_is_taken_or_refused_and_nothing_else_happens(raw: Any, key: str, whole: bool) -> None:
    said = refusal(lambda: profile_of(raw if whole else {**GOOD, key: raw}, catalogue(), today=TODAY))
    assert "\n" not in said


@examples(300, soak=30_000)
@given(st.dictionaries(st.sampled_from(list(catalogue().safety.findings)), anything, max_size=3))
def test_whatever_a_finding_is_it_is_taken_or_refused(raw: Json) -> None:
    assert "\n" not in refusal(lambda: findings_in(raw, catalogue().safety))


@pytest.mark.parametrize("seed", range(40))
def test_what_is_good_is_taken(seed: int) -> None:
    assert profile_of(person(seed), catalogue(), today=TODAY).entries


FILES: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "empty"),
    "only blanks": (b" \n\n ", "empty"),
    "no JSON": (b'{"age": }', "line 1"),
    "cut off": (b'{"age": 40', "line 1"),
    "not text": (b"\xff\xfe\x00{", "UTF-8"),
    "a key twice": (b'{"age": 40, "age": 41}', '"age" stands twice'),
    "no number": (b'{"age": NaN}', "NaN"),
    "endless": (b'{"age": -Infinity}', "Infinity"),
    "too deep": (b"[" * 200_000, "deep"),
    "too large": (b" " * (MOST_BYTES + 1), "large"),
}


@pytest.mark.parametrize("kind", FILES)
def test_a_file_that_cannot_be_read_is_said_in_one_line(kind: str, tmp_path: Any) -> None:
    content, expected = FILES[kind]
    path = tmp_path / "profile.json"
    path.write_bytes(content)
    with pytest.raises(BadInput) as caught:
        read_json(str(path))
    assert expected in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["nowhere.json", "."])
def test_a_file_that_is_not_there_is_said_in_one_line(name: str, tmp_path: Any) -> None:
    with pytest.raises(BadInput, match=r"name a file"):
        read_json(str(tmp_path / name))


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Any) -> None:
    path = tmp_path / "profile.json"
    path.write_bytes(b"\xef\xbb\xbf" + b'{"age": 40}')
    assert read_json(str(path)) == {"age": 40}
