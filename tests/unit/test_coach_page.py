"""The page that explains what the coach can see says it of every exercise as the data do, and names its sources."""

import os
import tomllib
from collections.abc import Iterator
from pathlib import Path

from support.movements import movements
from support.people import catalogue
from unbend.body.angles import Side
from unbend.body.movement import Movement
from unbend.catalogue.exercise import Exercise
from unbend.catalogue.load import root
from unbend.catalogue.load_text import load_texts

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "coach.md"
HEAD = "| source | read | what it says |\n|---|---|---|\n"
REWRITE = os.environ.get("UNBEND_REWRITE_GOLDEN") == "1"
TEXTS = load_texts()
WORDS = TEXTS.coach


def in_order() -> list[Exercise]:
    return [exercise for ladder in catalogue().ladders.values() for exercise in ladder]


def made_from_data() -> str:
    return "".join(f"{line}\n" for line in [*sources(), *sums(), *counted(), *only_timed()])


def sources() -> Iterator[str]:
    file = Path(str(root())) / "data" / "sources" / "camera.toml"
    for source in tomllib.loads(file.read_text(encoding="utf-8"))["source"]:
        yield f"| {source['authors']}: {source['title']} (`{source['id']}`) | {source['read']} | {source['note']} |"


def sums() -> Iterator[str]:
    counts = [movement for movement in movements().values() if movement.camera.counts]
    holds = [movement for movement in counts if movement.count and movement.count.hold]
    yield ""
    yield "## Exercise by exercise"
    yield ""
    yield (
        f"Of {len(movements())} exercises it counts {len(counts) - len(holds)}, "
        f"times {len(holds)} holds by the pose, and only keeps the time in {len(movements()) - len(counts)}."
    )
    yield ""


def counted() -> Iterator[str]:
    yield "| exercise | seen | does | by | judged | not seen |"
    yield "|---|---|---|---|---|---|"
    for exercise in in_order():
        movement = movements()[exercise.id]
        if movement.camera.counts is not None:
            yield row(exercise.id, movement)


def row(exercise: str, movement: Movement) -> str:
    use = movement.camera
    does = "times the hold" if movement.count and movement.count.hold else "counts"
    judged = ", ".join(use.judges) or "nothing"
    unseen = ", ".join(code.replace("-", " ") for code in use.unseen)
    cells = (name(exercise), WORDS.from_where[use.view], does, measure(use.counts or ""), judged, unseen)
    return f"| {' | '.join(cells)} |"


def measure(counts: str) -> str:
    """The plain name of a measure, which has words without its side."""
    bare = counts.removeprefix(f"{Side.LEFT.value} ").removeprefix(f"{Side.RIGHT.value} ")
    return WORDS.measures[bare]


def only_timed() -> Iterator[str]:
    yield ""
    yield "## Where it is of no use"
    yield ""
    yield "Here the coach sees nothing that helps. It only keeps the time; the workout goes as well without a camera."
    yield ""
    yield "| because | exercises |"
    yield "|---|---|"
    for code, because in WORDS.because.items():
        names = [name(e.id) for e in in_order() if movements()[e.id].camera.because == code]
        yield f"| {because} (`{code}`) | {', '.join(names)} |"


def name(exercise: str) -> str:
    return f"{TEXTS.exercises[exercise].name} (`{exercise}`)"


def test_the_page_says_of_every_exercise_and_source_what_the_data_say() -> None:
    before, _, _ = PAGE.read_text(encoding="utf-8").partition(HEAD)
    if REWRITE:
        PAGE.write_text(before + HEAD + made_from_data(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == before + HEAD + made_from_data()


def test_every_exercise_stands_on_the_page_once() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [exercise for exercise in movements() if page.count(f"(`{exercise}`)") != 1] == []


def test_every_reason_for_only_keeping_the_time_has_its_exercises() -> None:
    used = {movement.camera.because for movement in movements().values()} - {None}
    assert used == set(WORDS.because)
