"""Put what the camera coach needs beside the built scripts: the pose models, their program, Pyodide, our own packages.

All of it is served by us and bears a hash of its content in its name. Only the standard library.
"""

import hashlib
import io
import json
import sys
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools import pose_model

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ROOT / "src" / "unbend"
# What runs in the browser too; `motion` stands on `body`, and both on nothing else.
IN_BROWSER = ("body", "motion")
MODULES = ROOT / "frontend" / "node_modules"
VISION = MODULES / "@mediapipe" / "tasks-vision" / "wasm"
PYODIDE = MODULES / "pyodide"
# The smallest set that starts Python; its parts look for each other by these names.
PYODIDE_PARTS = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
LOCK = "pyodide-lock.json"
EPOCH = (1980, 1, 1, 0, 0, 0)
UNIX = 3


class NotThere(Exception):
    """Something to build from is missing; one sentence says what."""


def sources() -> Iterator[Path]:
    """All files of ours that decide what is put there."""
    yield from (Path(__file__), Path(pose_model.__file__), Path(pose_model.__file__).with_name("flatbuffer.py"))
    yield from _modules()


def put(folder: Path) -> dict[str, str]:
    """Writes the files into the folder; which file bears which name. Raises NotThere, NoModel."""
    return dict(_written(folder))


def _written(folder: Path) -> Iterator[tuple[str, str]]:
    alone = {
        **pose_model.bundles(),
        "vision.js": _read(VISION / "vision_wasm_module_internal.js"),
        "vision.wasm": _read(VISION / "vision_wasm_module_internal.wasm"),
        "unbend.zip": packages(),
    }
    for name, content in alone.items():
        stem, _, suffix = name.partition(".")
        file = f"{stem}-{_hash({name: content})}.{suffix}"
        (folder / file).write_bytes(content)
        yield name, file
    parts = {name: _read(PYODIDE / name) for name in PYODIDE_PARTS} | {LOCK: _lock()}
    home = f"pyodide-{_hash(parts)}"
    (folder / home).mkdir()
    for name, content in parts.items():
        (folder / home / name).write_bytes(content)
    yield "pyodide.mjs", f"{home}/pyodide.mjs"


def _lock() -> bytes:
    """Pyodide's list of packages that it could fetch, without any: there is nothing to fetch from elsewhere."""
    known = json.loads(_read(PYODIDE / LOCK))
    return json.dumps({"info": known["info"], "packages": {}}, sort_keys=True).encode()


def packages() -> bytes:
    """The packages that run in the browser, as a zip that is the same wherever it is made."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as zipped:
        for path in _modules():
            entry = zipfile.ZipInfo(path.relative_to(PACKAGES.parent).as_posix(), EPOCH)
            entry.create_system = UNIX
            zipped.writestr(entry, path.read_bytes())
    return made.getvalue()


def _modules() -> Iterator[Path]:
    yield PACKAGES / "__init__.py"
    for name in IN_BROWSER:
        yield from sorted((PACKAGES / name).rglob("*.py"))


def _hash(parts: Mapping[str, bytes]) -> str:
    found = hashlib.sha256()
    for name, content in parts.items():
        found.update(name.encode() + b"\0" + content)
    return found.hexdigest()[:12]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise NotThere(f"{path} is missing: `npm ci` in frontend/ installs it.") from None
