"""Finding exercises by words: forgiving of endings, accents and slips."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cached_property

from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.exercise import Exercise
from unbend.catalogue.text import Texts

CLOSE = 0.78
"""How much alike a word must be to stand for one that nothing has."""

_IN_NAME, _IN_TEXT = 3, 1


class Index:
    """The words of every exercise: its name first, then what is said of it."""

    def __init__(self, catalogue: Catalogue, texts: Texts) -> None:
        self._names = {key: _words([texts.exercises[key].name]) for key in catalogue.exercises}
        self._all = {key: _words(_said(exercise, texts)) for key, exercise in catalogue.exercises.items()}

    @cached_property
    def _known(self) -> list[str]:
        return sorted({word for words in self._all.values() for word in words})

    def found(self, text: str) -> Mapping[str, int] | None:
        """The exercises in which every word is found, each with how well it fits; None where nothing was asked."""
        asked = _words([text])
        if not asked:
            return None
        scores = [self._score(self._meant(word)) for word in sorted(asked)]
        in_all = set.intersection(*(set(score) for score in scores))
        return {key: sum(score[key] for score in scores) for key in in_all}

    def _meant(self, word: str) -> set[str]:
        having = {known for known in self._known if known.startswith(word)}
        return having or set(get_close_matches(word, self._known, n=5, cutoff=CLOSE))

    def _score(self, words: set[str]) -> dict[str, int]:
        named = {key: _IN_NAME for key, own in self._names.items() if own & words}
        return {**{key: _IN_TEXT for key, own in self._all.items() if own & words}, **named}


def _said(exercise: Exercise, texts: Texts) -> Iterable[str]:
    words, names = texts.exercises[exercise.id], texts.names
    yield from (words.name, words.summary, *words.steps, *words.cues, names["ladder"][exercise.ladder])
    muscles = (*exercise.muscles.primary, *exercise.muscles.secondary)
    yield from (names["need"][need] for need in exercise.needs)
    yield from (names["muscle"][muscle] for muscle in muscles)
    # Those who know the names of the trade find them too: they are the ids.
    yield " ".join((exercise.id, *exercise.needs, *muscles)).replace("-", " ")


def _words(texts: Iterable[str]) -> set[str]:
    plain = unicodedata.normalize("NFKD", " ".join(texts).casefold())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return {_stem(word) for word in re.findall(r"\w+", letters) if len(word) > 1 or word.isdigit()}


def _stem(word: str) -> str:
    """Without the s of many: hips and hip are one word."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
