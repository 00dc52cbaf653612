"""Every id and every code that may be shown to a person has words."""

import re
from pathlib import Path

import pytest

import unbend
from unbend.catalogue.load import load_catalogue
from unbend.catalogue.load_text import load_texts
from unbend.catalogue.words import Phase, Place, Position, Role, Urgency
from unbend.planning.because import KEPT_SMALL
from unbend.record.wishes import TIMES_OF_DAY

CATALOGUE, TEXTS = load_catalogue(), load_texts()
SOURCE = Path(unbend.__file__).parent
RESPONSE = (SOURCE / "adaptation" / "response.py").read_text()

NAMED = {
    "need": tuple(CATALOGUE.needs),
    "restriction": CATALOGUE.restrictions,
    "thing": tuple(CATALOGUE.things),
    "muscle": CATALOGUE.muscles,
    "phase": tuple(Phase),
    "place": tuple(Place),
    "position": tuple(Position),
    "urgency": tuple(Urgency),
    "slot": tuple(role for role in Role if role is not Role.BREAK),
}


@pytest.mark.parametrize("group", NAMED)
def test_every_id_of_the_vocabulary_has_a_name_and_no_name_is_left_over(group: str) -> None:
    assert set(TEXTS.names[group]) == set(NAMED[group])


def test_every_reason_code_in_the_planner_has_a_sentence() -> None:
    codes = {
        code
        for room in ("planning", "adaptation")
        for file in (SOURCE / room).glob("*.py")
        for code in re.findall(r'(?:Why|Reason)\(\s*"([a-z-]+)"', file.read_text())
    }
    assert len(codes) > 20
    assert codes <= set(TEXTS.reasons)


def test_every_way_the_back_may_answer_has_a_sentence() -> None:
    told = set(re.findall(r'return "([a-z-]+)"|Answer\.TOO_MUCH, "([a-z-]+)"', RESPONSE)) - {("", "")}
    too_much = {code for pair in told for code in pair if code} | set(re.findall(r'"(pain-rose)"', RESPONSE))
    stays = set(re.findall(r'Answer\.STAY, "([a-z-]+)"', RESPONSE))
    assert {"ended-by-pain", "pain-rose", "next-day-up"} <= too_much
    assert {f"down-{code}" for code in too_much} | {f"stay-{code}" for code in stays} <= set(TEXTS.reasons)
    assert set(KEPT_SMALL) | set(KEPT_SMALL.values()) <= set(TEXTS.reasons)


def test_each_time_of_day_that_may_be_learnt_has_a_sentence() -> None:
    assert {f"usually-{time}" for time in TIMES_OF_DAY if time != "any"} <= set(TEXTS.reasons)


def test_every_message_an_entrance_names_has_words() -> None:
    sources = [file.read_text() for folder in ("cli", "service") for file in (SOURCE / folder).glob("*.py")]
    named = {key for text in sources for key in re.findall(r'messages\["([a-z_]+)"\]', text)}
    assert len(named) > 4
    assert named <= set(TEXTS.safety.messages)
