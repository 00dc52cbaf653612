"""The questions before a workout: who is asked what, and that no answer to them can hide what is known already."""

import re
from datetime import UTC, datetime

import pytest

from support.people import Json, catalogue, gates_done
from support.scripts import texts
from unbend.catalogue.words import Allows, Answer
from unbend.record.state import Clearance
from unbend.record.values import values_of
from unbend.safety.check import check
from unbend.workout.gate import gate_for
from unbend.workout.script import Question

GROWN_UP: Json = {"age": 40, "sex": "female", "duration-days": 100, "severity": 3}
PREGNANT: Json = {**GROWN_UP, "pregnant": "yes", "weeks-pregnant": 24}
ONLY_PREGNANT = {"vaginal-bleeding", "regular-tightenings", "waters-or-less-movement", "told-not-to-exercise"}


def asked(said: Json) -> dict[str, Question]:
    values = values_of(gates_done(said), catalogue().safety.findings, where="")
    return {question.finding: question for question in gate_for(values, catalogue(), texts()).questions}


def test_everybody_is_asked_for_the_signs_that_cannot_wait() -> None:
    assert {"saddle-numbness", "urine-retention", "urine-incontinence", "bowel-incontinence", "leg-weakness"} < asked(
        GROWN_UP
    ).keys()
    assert {"both-legs", "fever", "chest-pain", "minor-trauma", "major-trauma"} < asked(GROWN_UP).keys()


def test_only_in_pregnancy_are_its_signs_asked_for() -> None:
    assert not ONLY_PREGNANT & asked(GROWN_UP).keys()
    assert asked(PREGNANT).keys() >= ONLY_PREGNANT
    assert asked({**PREGNANT, "pregnant": "unsure"}).keys() >= ONLY_PREGNANT


def test_the_words_are_concrete_and_unsure_is_asked_further() -> None:
    questions = asked(PREGNANT)
    assert "wipe" in questions["saddle-numbness"].text
    assert all(len(question.text.split()) <= 20 for question in questions.values())
    with_more = {finding for finding, question in questions.items() if question.follow_up}
    assert questions.keys() - with_more <= {"told-not-to-exercise"}


@pytest.mark.parametrize(
    ("finding", "again"),
    [
        ("minor-trauma", "fall-again"),
        ("leg-weakness", "leg-weakness-worsening"),
        ("told-not-to-exercise", "told-not-to-exercise-again"),
    ],
)
@pytest.mark.parametrize("answer", ["yes", "unsure"])
def test_a_sign_that_stands_is_asked_for_as_new_or_worse(finding: str, again: str, answer: str) -> None:
    questions = asked({**PREGNANT, finding: answer})
    assert finding not in questions
    assert questions[again].text != texts().gate[finding].question
    assert finding in asked(PREGNANT)


def test_a_cleared_fall_lets_one_move_until_the_next_fall() -> None:
    """The clearance lifts the old fall; a "yes" at the gate is a new finding that it does not cover."""
    fallen = values_of(gates_done({**GROWN_UP, "minor-trauma": "yes"}), catalogue().safety.findings, where="")
    word = Clearance("word", "a physiotherapist", datetime(2026, 1, 1, tzinfo=UTC), ("minor-trauma",), Allows.PLAN)
    cleared = {"minor-trauma": word}
    assert check(catalogue().safety, fallen, cleared).may_plan
    harmless = {**fallen, "fall-again": Answer.NO}
    assert check(catalogue().safety, harmless, cleared).may_plan
    for worrying in (Answer.YES, Answer.UNSURE):
        assert not check(catalogue().safety, {**fallen, "fall-again": worrying}, cleared).may_plan


@pytest.mark.parametrize("question", [question.id for question in catalogue().gate])
@pytest.mark.parametrize("answer", [Answer.YES, Answer.UNSURE])
def test_every_worrying_answer_changes_what_may_be_done(question: str, answer: Answer) -> None:
    calm = values_of(gates_done(PREGNANT), catalogue().safety.findings, where="")
    before, after = check(catalogue().safety, calm), check(catalogue().safety, {**calm, question: answer})
    stricter = set(after.restrictions) > set(before.restrictions)
    assert after.allows.rank < before.allows.rank or stricter
    assert after.urgency.rank >= before.urgency.rank


def test_no_question_frightens_or_shouts() -> None:
    for words in texts().gate.values():
        for said in (words.question, words.help, words.follow_up, words.again):
            assert not re.search(r"!|danger|cancer|paraly|should have", said or "", re.IGNORECASE)
