"""The README shows what the program really prints."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"(<!-- capture: unbend ([^\n]+) -->\n```text\n)(.*?)(```)", re.DOTALL)


def printed(arguments: str) -> str:
    """What the command prints in a terminal 90 wide."""
    environment = {**os.environ, "COLUMNS": "90", "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, "-c", "from unbend.cli import main; main()", *arguments.split()],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=True,
    )
    return "".join(line.rstrip() + "\n" for line in done.stdout.decode().strip().splitlines())


def test_the_readme_shows_what_the_program_prints() -> None:
    text = README.read_text()
    shown = BLOCK.search(text)
    assert shown is not None
    if os.environ.get("UNBEND_REWRITE_GOLDEN") == "1":
        README.write_text(BLOCK.sub(lambda block: block[1] + printed(block[2]) + block[4], text))
        return
    assert shown[3] == printed(shown[2])
