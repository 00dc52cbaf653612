"""The types of the browser's part are those of the schemas that the server checks with."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from tools import typescript


@pytest.fixture(scope="module")
def written() -> Mapping[str, str]:
    return typescript.files()


def test_the_types_in_the_browser_are_those_of_the_schemas(written: Mapping[str, str]) -> None:
    kept = {path.name: path.read_text(encoding="utf-8") for path in typescript.GENERATED.iterdir()}
    assert kept == written, "the schemas changed: run `python tools/typescript.py`, and look at what differs"


def test_the_browser_uses_these_types_and_no_second_set_of_its_own(project: Path) -> None:
    own = {path.name: path.read_text(encoding="utf-8") for path in (project / "frontend" / "src").glob("*.ts")}
    assert not re.search(r"^export interface", own["script.ts"] + own["entry.ts"], re.MULTILINE)
    assert 'from "./generated/script.ts"' in own["script.ts"]
    assert 'from "./generated/entry.ts"' in own["entry.ts"]


def test_what_is_missing_may_be_missing_and_what_is_null_may_be_null() -> None:
    schema = {
        "properties": {
            "a": {"type": "integer", "description": "how many"},
            "b-c": {"anyOf": [{"enum": ["x", "y"]}, {"type": "null"}]},
            "d": {"type": "array", "items": {"anyOf": [{"type": "string"}, {"const": 1}]}},
            "e": {"type": "object"},
            "f": {"enum": [str(number) for number in range(typescript.MOST_NAMED + 1)]},
        },
        "required": ["a", "d"],
    }
    assert typescript._file("x", {"T": schema}).split("\n\n", 1)[1] == (
        "export interface T {\n"
        "  /** How many. */\n"
        "  readonly a: number;\n"
        '  readonly "b-c"?: "x" | "y" | null;\n'
        "  readonly d: readonly (string | 1)[];\n"
        "  readonly e?: Readonly<Record<string, unknown>>;\n"
        "  readonly f?: string;\n"
        "}\n"
    )
