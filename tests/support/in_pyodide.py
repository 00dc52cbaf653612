"""What the same Python gives here and in the browser's Python, which runs under Node for that."""

import json
import math
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from tools import assets, coach

CLOSE = 1e-9
RUNNER = Path(__file__).with_suffix(".mjs")


@dataclass(frozen=True)
class Outcome:
    """What each check gave, by its name, and on which platform."""

    platform: str
    outputs: Mapping[str, Any]


def module_of(check: Path) -> ModuleType:
    """The check as a module of this Python: `inputs()` and `outputs(given)`."""
    spec = spec_from_file_location(check.stem, check)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def given_to(check: Path) -> str:
    """What a check is given, as JSON."""
    return json.dumps(module_of(check).inputs())


def here(check: Path) -> Any:
    """What a check gives in this Python."""
    return json.loads(json.dumps(module_of(check).outputs(json.loads(given_to(check)))))


def in_pyodide(checks: Sequence[Path]) -> Outcome:
    """What they give in Pyodide, with the packages that a browser is sent."""
    node = assets.find_node()
    assert node is not None, "no Node; `python tools/assets.py` says how to get one"
    assets.install(node)
    built = json.loads((assets.BUILT / "manifest.json").read_text())
    asked = {
        "pyodide": str(coach.PYODIDE),
        "packages": str(assets.BUILT / built["unbend.zip"]["file"]),
        "checks": [{"name": one.stem, "source": one.read_text(), "given": given_to(one)} for one in checks],
    }
    done = subprocess.run(
        [node.node, str(RUNNER)], input=json.dumps(asked), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    outputs = zip(checks, answer["outputs"], strict=True)
    return Outcome(answer["platform"], {check.stem: json.loads(output) for check, output in outputs})


def differences(one: Any, other: Any, where: str = "") -> Iterator[str]:
    """Where two values differ; numbers may by a billionth, of one or of themselves."""
    match one, other:
        case dict(), dict() if one.keys() == other.keys():
            for key in one:
                yield from differences(one[key], other[key], f"{where}/{key}")
        case list(), list() if len(one) == len(other):
            for index, (a, b) in enumerate(zip(one, other, strict=True)):
                yield from differences(a, b, f"{where}/{index}")
        case (float(), float() | int()) | (int(), float()):
            if not math.isclose(one, other, rel_tol=CLOSE, abs_tol=CLOSE):
                yield f"{where}: {one} and {other}"
        case _ if one != other or type(one) is not type(other):
            yield f"{where}: {one!r:.80} and {other!r:.80}"
