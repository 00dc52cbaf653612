"""The safety check starts lean: whoever needs it does not wait for a solver or a web framework to load."""

import json
import os
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

HEAVY = {"ortools", "django", "numpy", "pandas", "scipy", "statsmodels", "tree_sitter", "hypothesis", "sqlite3"}
CHECK = """
import sys
from unbend.cli import main
sys.argv = ["unbend", "check", sys.argv[1], "--json"]
try:
    main()
except SystemExit as exit:
    print(exit.code or 0, *{name.partition(".")[0] for name in sys.modules}, file=sys.stderr)
"""
PLAN = CHECK.replace('"check", sys.argv[1], "--json"', '"plan", sys.argv[1], "--today", "2026-03-02"')
FOR_TABLES = {"numpy", "pandas"}
SERVER = """
import sys
import django
django.setup()
from django.urls import get_resolver
from unbend.settings.composition import ports
get_resolver().url_patterns, ports()
print(*{"statsmodels", "scipy", "patsy"} & set(sys.modules), "unbend.web.progress.helps" in sys.modules)
"""


def test_the_safety_check_loads_neither_solver_nor_web(tmp_path: Path) -> None:
    findings = tmp_path / "findings.json"
    findings.write_text(json.dumps({"age": 45, "fever": "no"}))
    done = subprocess.run([sys.executable, "-c", CHECK, findings], capture_output=True, text=True, check=True)
    code, *modules = done.stderr.splitlines()[-1].split()
    assert json.loads(done.stdout)["complete"] is False
    assert (code, HEAVY & set(modules)) == ("0", set())


def test_a_plan_is_made_without_what_is_only_there_for_tables(project: Path) -> None:
    command = [sys.executable, "-c", PLAN, str(project / "examples" / "desk-worker.json")]
    code, *modules = subprocess.run(command, capture_output=True, text=True, check=True).stderr.splitlines()[-1].split()
    assert code == "0"
    assert "ortools" in modules
    assert FOR_TABLES & set(modules) == set()


def test_the_server_loads_no_statistics_until_somebody_asks_what_helps(tmp_path: Path) -> None:
    house = {**os.environ, "UNBEND_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "unbend.settings.django"}
    done = subprocess.run([sys.executable, "-c", SERVER], capture_output=True, text=True, check=True, env=house)
    assert done.stdout.split() == ["True"]


def test_the_version_is_the_newest_heading_of_the_changelog(project: Path) -> None:
    newest = re.search(r"^## (\d+\.\d+\.\d+)", (project / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert newest is not None
    assert version("unbend") == newest[1]
