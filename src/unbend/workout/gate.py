"""What is asked before each workout of one person."""

from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.condition import Person, Values, holds
from unbend.catalogue.text import Texts
from unbend.catalogue.words import Answer
from unbend.catalogue.workout import GateQuestion
from unbend.workout.script import Gate, Pain, Question


def gate_for(values: Values, catalogue: Catalogue, texts: Texts) -> Gate:
    """The questions for somebody of whom these findings are known, how pain is asked, and how much ends a workout.

    A sign that they have already, and with which they may move, is asked for as new or worse: it does not block every
    workout, and a "no" does not take it back.
    """
    person = Person(values, catalogue.safety.worrying)
    asked = (question for question in catalogue.gate if holds(question.asked_when, person))
    pain, numbers = texts.workout.pain, catalogue.adaptation
    return Gate(
        questions=tuple(_question(question, person, texts) for question in asked),
        pain=Pain(pain.text, pain.low, pain.high, numbers.stop_pain, numbers.stop_rise),
    )


def _question(question: GateQuestion, person: Person, texts: Texts) -> Question:
    words = texts.gate[question.id]
    if question.again is not None and words.again is not None and _stands(question.id, person):
        return Question(question.again, words.again, None, None, person.worrying[question.again])
    return Question(question.id, words.question, words.help, words.follow_up, person.worrying[question.id])


def _stands(finding: str, person: Person) -> bool:
    """Whether the person gave the worrying answer, or was unsure."""
    return person.values.get(finding) in (person.worrying[finding].value, Answer.UNSURE)
