"""Codes of the camera coach without words, and words for codes that there are not."""

from collections.abc import Iterator, Mapping

from unbend.body.camera import ORDER
from unbend.body.movement import BECAUSE, CAMERA_VIEWS, JUDGED, UNSEEN
from unbend.catalogue.lint.fault import Fault, unknown
from unbend.catalogue.lint.reading import Reading
from unbend.catalogue.lint.toml_file import TomlFile
from unbend.motion.cue import DEEPER, HOLD, SLOWER
from unbend.motion.gate import CODES
from unbend.motion.measures import MEASURES

# The tables of coach.toml whose keys are codes of the program; `seen` has some of the page beside these.
_CODES: Mapping[str, tuple[str, ...]] = {
    "place": CAMERA_VIEWS,
    "from_where": CAMERA_VIEWS,
    "because": BECAUSE,
    "unseen": UNSEEN,
    "judges": JUDGED,
    "measures": tuple(dict.fromkeys(measure.name for measure in MEASURES)),
    "cues": (DEEPER, SLOWER, HOLD),
    "parts": tuple(dict.fromkeys(part for part, _ in ORDER)),
}


def coach_word_faults(reading: Reading) -> Iterator[Fault]:
    """In each language that has the coach's words: every code has its words, and no words are for another."""
    for file in reading.files:
        if file.part != "data" and file.path == "coach.toml":
            for table, codes in _CODES.items():
                yield from _of_table(file, table, codes)
            yield from _missing(file, "seen", CODES)


def _of_table(file: TomlFile, table: str, codes: tuple[str, ...]) -> Iterator[Fault]:
    yield from _missing(file, table, codes)
    for name in file.content.get(table, {}):
        if name not in codes:
            yield file.fault((table, name), f"words without a code: {unknown('code', name, codes)}")


def _missing(file: TomlFile, table: str, codes: tuple[str, ...]) -> Iterator[Fault]:
    have = file.content.get(table, {})
    yield from (file.fault((table,), f"says nothing for '{code}'") for code in codes if code not in have)
