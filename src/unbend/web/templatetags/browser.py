"""What a page tells the scripts that run in it."""

from django import template
from django.utils.html import json_script
from django.utils.safestring import SafeString

from unbend.web.templatetags.design import asset
from unbend.web.words import words

register = template.Library()

# By the names of `CoachUrls` in frontend/src/coach/addresses.ts.
COACH = {
    "pose": {
        "worker": "coach-pose-worker.js",
        "loader": "vision.js",
        "binary": "vision.wasm",
        "full": "pose-full.task",
        "lite": "pose-lite.task",
    },
    "python": {"worker": "coach-python-worker.js", "pyodide": "pyodide.mjs", "packages": "unbend.zip"},
}


@register.simple_tag
def words_of(*parts: str) -> SafeString:
    """The words of these parts, page, player or coach, as JSON in the element `words`."""
    return json_script({part: words().get(part, {}) for part in parts}, "words")


@register.simple_tag
def coach_addresses() -> SafeString:
    """Where the parts of the camera coach are, as JSON in the element `coach-addresses`."""
    told = {part: {name: asset(file) for name, file in files.items()} for part, files in COACH.items()}
    return json_script(told, "coach-addresses")
