"""Builds the pages' scripts and style sheets before they are packed, so that an installed Unbend needs no Node."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).parent))

from tools import assets

BUILT = "src/unbend/web/static/built"


class AssetsHook(BuildHookInterface[Any]):
    """Runs for wheels, editable ones too, and for source distributions; skips what is already built."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """A Node of its own where the machine has none that is new enough."""
        return [f"{assets.WHEEL}>=22,<25"] if assets.needs_wheel() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fails with one sentence when the files are not there and cannot be made."""
        del version
        try:
            assets.build()
        except assets.NotBuilt as problem:
            raise SystemExit(f"Unbend's pages are not built. {problem}") from None
        # Git ignores what is built; a package carries it.
        build_data["artifacts"].append(f"{BUILT}/**")
