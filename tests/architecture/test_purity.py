"""Rules of the house that no linter knows: whose clock, whose chance, and what each folder is for."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

CLOCKS = {
    "datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.localtime", "uuid.uuid1",
    "uuid.uuid4", "datetime.datetime.now", "datetime.datetime.utcnow", "datetime.datetime.today", "datetime.date.today",
}  # fmt: skip
CHANCE = {"random", "secrets"}
MAY_KNOW_THE_TIME = ("service/", "store/", "web/", "settings/")
TEXT_FILES = {".py", ".toml", ".md", ".json", ".lock", ".yaml", ".yml", ".cfg", ".ini", ".txt", ""}


def test_only_the_service_knows_the_time_and_chance(source: Mapping[str, ast.Module]) -> None:
    domain = {name: module for name, module in source.items() if not name.startswith(MAY_KNOW_THE_TIME)}
    assert [where for name, module in domain.items() for where in _unasked(name, module)] == []


def test_every_package_says_what_lives_in_it(source: Mapping[str, ast.Module]) -> None:
    folders = {str(Path(name).parent) for name in source}
    assert {folder for folder in folders if str(Path(folder, "__init__.py")) not in source} == set()
    packages = [name for name in source if Path(name).name == "__init__.py"]
    assert [name for name in packages if not ast.get_docstring(source[name])] == []


def test_the_package_itself_imports_nothing(source: Mapping[str, ast.Module]) -> None:
    assert not [node for node in ast.walk(source["__init__.py"]) if isinstance(node, ast.Import | ast.ImportFrom)]


def test_no_file_names_a_folder_of_somebodys_machine(project: Path, own_files: list[Path]) -> None:
    pattern = re.compile(r"(?<![\w.])/(?:home|root|Users|work|tmp)/[\w.-]+|[A-Z]:\\Users")
    found = {
        f"{path.relative_to(project)}: {match[0]}"
        for path in own_files
        if path.suffix in TEXT_FILES and path != Path(__file__)
        for match in pattern.finditer(path.read_text(errors="replace"))
    }
    assert found == set()


def test_the_lock_names_no_machine_and_no_index(project: Path) -> None:
    lock = (project / "requirements.lock").read_text()
    assert re.findall(r"https?://|file:|--(?:extra-)?index-url|--find-links", lock) == []
    requirements = re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)
    assert len(requirements) > 20
    assert len(re.findall(r"^[\w.-]+==.*\n +--hash=sha256:", lock, re.MULTILINE)) == len(requirements)


def _unasked(name: str, module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in CLOCKS:
            yield f"{name}:{node.lineno}: {ast.unparse(node.func)}"
        modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        modules += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        yield from (f"{name}: imports {module}" for module in modules if module in CHANCE)
