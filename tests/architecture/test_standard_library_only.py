"""The body runs in a browser as it is: nothing but the standard library and itself."""

import ast
import sys
from collections.abc import Iterator, Mapping

BROWSER_PACKAGES = ("body/", "motion/")
OURS = ("unbend.body", "unbend.motion")


def test_the_browsers_packages_import_nothing_that_is_not_there(source: Mapping[str, ast.Module]) -> None:
    modules = {name: tree for name, tree in source.items() if name.startswith(BROWSER_PACKAGES)}
    assert [
        f"{name}: {module}" for name, tree in modules.items() for module in _imported(tree) if _foreign(module)
    ] == []
    assert modules


def _foreign(module: str) -> bool:
    return not module.startswith(OURS) and module.split(".")[0] not in sys.stdlib_module_names


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
