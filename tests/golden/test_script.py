"""The first workout of somebody at a desk, second by second, as the player gets it.

`UNBEND_REWRITE_GOLDEN=1 pytest tests/golden` writes the file anew; somebody has to read the difference.
"""

import json
import os
import re
from pathlib import Path
from typing import Any

from support.people import catalogue
from support.schema_check import breaks
from support.scripts import known_of, script_of
from unbend.planning.solvers.cpsat import CpSat
from unbend.planning.week import plan_week
from unbend.workout.as_json import script_as_json
from unbend.workout.schema import script_schema

EXAMPLES = Path(__file__).parents[2] / "examples"
REWRITE = os.environ.get("UNBEND_REWRITE_GOLDEN") == "1"
_SEGMENT = re.compile(r'\{\s+"kind": (?:[^{}]|\{[^{}]*\})*\}')
FILE = Path(__file__).parent / "desk-worker-script.json"


def test_the_script_is_the_one_on_file() -> None:
    found = known_of(json.loads((EXAMPLES / "desk-worker.json").read_text(encoding="utf-8")))
    assert found is not None
    _, values, brief = found
    session = plan_week(brief, CpSat(), seed=1).sessions[0]
    made = script_as_json(script_of(session, brief, values))
    schema = script_schema(catalogue())
    assert list(breaks(made, schema, schema)) == []
    text = readable(made)
    if REWRITE:
        FILE.write_text(text, encoding="utf-8")
    assert text.splitlines() == FILE.read_text(encoding="utf-8").splitlines()


def readable(script: dict[str, Any]) -> str:
    """As JSON with one line for each segment."""
    written = json.dumps(script, ensure_ascii=False, indent=1)
    return _SEGMENT.sub(lambda found: json.dumps(json.loads(found[0]), ensure_ascii=False), written) + "\n"
