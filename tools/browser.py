"""Make sure that there is a Chromium for the tests of pages: in CI it is installed, on somebody's machine asked for."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
INSTALL = ("apt-get", "install", "--yes", "--no-install-recommends", "chromium")


def find() -> str | None:
    """The path of a Chromium or Chrome; `UNBEND_CHROMIUM` names one that stands elsewhere."""
    named = os.environ.get("UNBEND_CHROMIUM")
    return named or next((path for name in NAMES if (path := shutil.which(name))), None)


def main() -> int:
    """0 when there is one, found or just installed."""
    if find() is None and os.environ.get("CI") == "true" and hasattr(os, "geteuid") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "--quiet"], check=True)
        subprocess.run(INSTALL, check=True)
    if (path := find()) is not None:
        print(f"Chromium: {path}")
        return 0
    print(
        f"The tests of pages need Chromium. Install it, on Debian or Ubuntu with\n  sudo {' '.join(INSTALL)}\n"
        "or name one that is there already: UNBEND_CHROMIUM=/path/to/chrome make test",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
