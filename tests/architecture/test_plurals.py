"""No page says "1 minutes": where a number stands before what is counted, the words for one stand there too."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WEB = ROOT / "src/unbend/web"
COUNTED = (
    "seconds|minutes|hours|days|weeks|months|years|times|repetitions|breaths|sets|exercises|workouts|walks|results"
    "|questions|answers|people|lessons|devices|entries"
)
AMOUNT = re.compile(rf"\{{{{? ?[\w-]+ ?\}}}}?\s+({COUNTED})\b")
BLOCK = re.compile(r"{%\s*blocktranslate\b([^%]*)%}(.*?){%\s*endblocktranslate\s*%}", re.DOTALL)
PLAIN = re.compile(r"""\b_\(\s*(["'])((?:(?!\1)[^\\]|\\.)*)\1""")
NEVER_ONE = {
    "clock-hours": "below an hour and a half it is told in minutes",
    "clock-days": "below a day and a half it is told in hours",
    "stopwatch-seconds": "it has a decimal: 1.0 seconds",
    "watches-some": "of one exercise it watches all or none",
}
OF_ALL = "{{ found }} of {{ all }} exercises"


def of_template(text: str) -> Iterator[str]:
    for head, body in BLOCK.findall(text):
        one, *many = re.split(r"{%\s*plural\s*%}", body)
        if OF_ALL not in body and (AMOUNT.search(one) if many else AMOUNT.search(body) or " count " in head):
            yield body


def of_python(text: str) -> Iterator[str]:
    yield from (words for _, words in PLAIN.findall(text) if AMOUNT.search(words))


def of_script(words: dict[str, str]) -> Iterator[str]:
    for key, text in words.items():
        singular = {f"{key.removesuffix('-many')}-one", key.removesuffix("s")} - {key}
        if AMOUNT.search(text) and key not in NEVER_ONE and not singular & words.keys():
            yield key


def of_all(pattern: str) -> Iterator[tuple[Path, str]]:
    yield from ((file, file.read_text(encoding="utf-8")) for file in sorted(WEB.rglob(pattern)))


def test_no_template_says_that_there_is_one_of_many() -> None:
    assert {file.name: found for file, text in of_all("*.html") if (found := list(of_template(text)))} == {}


def test_no_view_says_that_there_is_one_of_many() -> None:
    assert {file.name: found for file, text in of_all("*.py") if (found := list(of_python(text)))} == {}


def test_no_script_of_a_page_says_that_there_is_one_of_many() -> None:
    words = json.loads((ROOT / "frontend/src/words.en.json").read_text(encoding="utf-8"))
    assert {part: found for part, of_part in words.items() if (found := list(of_script(of_part)))} == {}


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (of_template, "{% blocktranslate with n=n %}About {{ n }} minutes{% endblocktranslate %}"),
        (
            of_template,
            "{% blocktranslate count n=n %}{{ n }} minutes{% plural %}{{ n }} minutes{% endblocktranslate %}",
        ),
        (of_python, '_("{n} minutes").format(n=n)'),
    ],
)
def test_what_would_say_so_is_found(found: object, text: str) -> None:
    assert callable(found)
    assert list(found(text)) != []
    assert list(of_script({"long": "{count} minutes"})) == ["long"]
    assert list(of_script({"long-one": "1 minute", "long-many": "{count} minutes"})) == []
