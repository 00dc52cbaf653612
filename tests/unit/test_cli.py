"""The command as it is typed: a process of its own, its exit codes, and the keys that others rely on."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from support.command import DESK, START, TODAY, run
from support.people import catalogue, gates_done

CALM = gates_done({"age": 40, "sex": "male", "duration-days": 30, "severity": 3, "where": ["low-back"]})


def as_json(*arguments: object, stdin: bytes | None = None) -> Any:
    done = run(*arguments, "--json", stdin=stdin)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def plan() -> Any:
    """The plan of the desk worker, as others read it."""
    return as_json("plan", DESK, *TODAY)


# The contracts of the design.


@pytest.mark.parametrize(
    ("findings", "urgency", "complete"),
    [(CALM, "self-care", True), ({}, "self-care", False), ({"saddle-numbness": "yes"}, "emergency", True)],
)
def test_check_has_the_keys_of_the_contract(findings: dict[str, Any], urgency: str, complete: bool) -> None:
    told = as_json("check", "-", stdin=json.dumps(findings).encode())
    assert {"urgency", "complete", "missing", "reasons", "restrictions", "safety_net"} <= set(told)
    assert told["urgency"] == urgency
    assert told["complete"] is (told["missing"] == [])
    assert told["complete"] is complete or urgency == "emergency"
    for reason in told["reasons"]:
        assert {"rule", "because", "text", "advice", "sources"} <= set(reason)
        assert all(reason[key] for key in ("rule", "because", "text", "advice", "sources"))
    assert told["safety_net"]


def test_plan_has_the_keys_of_the_contract(plan: Any) -> None:
    keys = {"urgency", "complete", "missing", "phase", "sessions", "needs", "left_out", "solver", "safety_net"}
    assert keys <= set(plan)
    assert (plan["urgency"], plan["complete"], plan["missing"]) == ("self-care", True, [])
    assert set(plan["solver"]) == {"status", "gap", "seconds"}
    assert len(plan["sessions"]) == 3
    for session in plan["sessions"]:
        assert {"day", "minutes", "items"} <= set(session)
        assert session["minutes"] <= 20
        assert session["minutes"] >= 16 or session["short_because"]


def test_each_item_of_a_plan_has_the_keys_of_the_contract(plan: Any) -> None:
    for item in [item for session in plan["sessions"] for item in session["items"]]:
        assert {"exercise", "dose", "sides", "why", "sources"} <= set(item)
        assert item["exercise"] in catalogue().exercises
        assert item["sides"] in (["both"], ["left", "right"], ["right", "left"])
        assert item["sources"]
        assert all({"code", "params", "text"} <= set(why) for why in item["why"])
    for need in plan["needs"]:
        assert {"need", "want", "got", "why"} <= set(need)
    for left in plan["left_out"]:
        assert {"exercise", "because"} <= set(left)


@pytest.mark.parametrize(
    "changed", [{"saddle-numbness": "yes"}, {"age": 15}, {"fever": None}, {"leg-weakness": "unsure"}]
)
def test_where_no_plan_may_be_there_are_no_sessions_and_exit_is_0(changed: dict[str, Any]) -> None:
    findings = {key: said for key, said in (CALM | changed).items() if said is not None}
    told = as_json("plan", "-", *TODAY, stdin=json.dumps({"findings": findings}).encode())
    assert told["sessions"] == []
    assert told["left_out"] == []
    assert told["solver"]["status"] == "NOT_RUN"
    assert told["safety_net"]


def test_the_same_plan_comes_out_each_time_and_a_later_week_is_another() -> None:
    one, two, later = (as_json("plan", DESK, *TODAY, "--seed", "3", *week) for week in ((), (), ("--week", "3")))
    for told in (one, two):
        del told["solver"]["seconds"]
    assert one == two
    assert later["week"] == 3
    assert later["sessions"] != one["sessions"]


@pytest.mark.parametrize("name", ["climber-with-a-stiff-hip", "pregnant-nurse-on-nights"])
def test_the_same_plan_comes_out_in_every_process(name: str) -> None:
    """Python orders its sets anew in each process unless told not to: no plan may hang on it."""
    found = set()
    for order in ("0", "1", "2", "3"):
        done = run("plan", DESK.with_name(f"{name}.json"), *TODAY, "--json", PYTHONHASHSEED=order)
        told = json.loads(done.stdout)
        del told["solver"]["seconds"]
        found.add(json.dumps(told))
    assert len(found) == 1


@pytest.mark.parametrize("name", ["profile", "entry", "findings"])
def test_the_schemas_are_json_and_name_every_finding(name: str) -> None:
    told = json.loads(run("schema", name).stdout)
    assert told["title"] == f"Unbend {name}"
    assert "saddle-numbness" in json.dumps(told)


def test_the_catalogue_export_has_the_keys_of_the_contract() -> None:
    told = as_json("catalogue", "export")
    assert {"exercises", "causes", "safety", "audit", "programme", "lessons", "sources"} <= set(told)
    keys = {"id", "covers", "sources", "ladder", "rung", "needs", "muscles", "position", "equipment"}
    keys |= {"restrictions", "steps", "dose", "mistakes", "stop_if"}
    assert [item["id"] for item in told["exercises"] if not keys <= set(item)] == []


# Exit codes, and one line for what cannot be taken.


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "nowhere.json"),
        ("check", "."),
        ("plan", "nowhere.json"),
        ("plan", DESK, "--week", "0"),
        ("plan", DESK, "--week", "x"),
        ("plan", DESK, "--today", "soon"),
        ("plan",),
        ("plan", DESK, "--seeds", "3"),
        ("schema", "recipe"),
        ("dance",),
        ("catalogue", "show", "glute-brigde"),
        ("check", "--nothing"),
    ],
)
def test_bad_input_is_one_line_and_exit_2(arguments: tuple[object, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("unbend: ")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"null", b'{"fevr": "no"}', b'{"age": 200}', b"\xff\xfe", b'"x"']
)
@pytest.mark.parametrize("command", ["check", "plan"])
def test_a_bad_file_on_standard_input_is_one_line_and_exit_2(command: str, content: bytes) -> None:
    done = run(command, "-", stdin=content)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)


def test_asking_where_nobody_can_answer_is_said_and_exit_2() -> None:
    done = run("check")
    assert done.returncode == 2
    assert "nobody to ask" in done.stderr


def test_no_error_tells_what_somebody_answered_elsewhere() -> None:
    """Hard rule 8: an error report holds no finding but the one that is wrong."""
    findings = {"self-harm-thoughts": "yes", "cancer-ever": "yes", "age": 500}
    said = run("check", "-", stdin=json.dumps(findings).encode()).stderr
    assert "age" in said
    assert "self-harm" not in said
    assert "cancer" not in said


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("plan", "--help"), ("catalogue", "--help")])
def test_help_and_version_are_no_errors(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 0
    assert done.stdout.strip()


# How it runs.


def test_check_needs_no_solver_to_be_there(tmp_path: Path) -> None:
    """A broken or missing OR-Tools keeps nobody from the safety check, nor from hearing that there is no plan."""
    (tmp_path / "ortools").mkdir()
    (tmp_path / "ortools" / "__init__.py").write_text("raise ImportError('not here')\n")
    done = run("check", "-", "--json", stdin=b'{"saddle-numbness": "yes"}', PYTHONPATH=str(tmp_path))
    assert done.returncode == 0
    assert json.loads(done.stdout)["urgency"] == "emergency"
    told = run(
        "plan", "-", *TODAY, "--json", stdin=b'{"findings": {"saddle-numbness": "yes"}}', PYTHONPATH=str(tmp_path)
    )
    assert (told.returncode, json.loads(told.stdout)["urgency"]) == (0, "emergency")
    assert run("plan", DESK, *TODAY, PYTHONPATH=str(tmp_path)).returncode != 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no broken pipes of this kind")
@pytest.mark.parametrize("arguments", [("plan", DESK, *TODAY, "--explain"), ("catalogue", "export", "--json")])
def test_a_reader_that_leaves_is_no_error(arguments: tuple[object, ...]) -> None:
    process = subprocess.Popen([*START, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert (process.wait(timeout=60), said) == (0, b"")


def test_a_narrow_or_plain_terminal_gets_the_same_words() -> None:
    wide, narrow = (run("plan", DESK, *TODAY, COLUMNS=columns).stdout for columns in ("100", "50"))
    assert wide.split() == narrow.split()
    assert "\x1b" not in wide


def test_a_letter_and_the_answers_can_be_written_to_files(tmp_path: Path) -> None:
    letter, saved = tmp_path / "letter.txt", tmp_path / "answers.json"
    done = run("check", "-", "--letter", letter, "--save", saved, *TODAY, stdin=json.dumps(CALM).encode())
    assert done.returncode == 0
    assert "2 March 2026" in letter.read_text(encoding="utf-8")
    assert json.loads(saved.read_text(encoding="utf-8"))["findings"] == CALM
    assert as_json("plan", saved, *TODAY)["sessions"]
    unwritable = run("check", "-", "--letter", tmp_path / "no" / "letter.txt", stdin=json.dumps(CALM).encode())
    assert (unwritable.returncode, len(unwritable.stderr.splitlines())) == (2, 1)
