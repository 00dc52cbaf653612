"""Which lesson to read this week."""

from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.condition import Person, holds
from unbend.catalogue.knowledge import Lesson


def lesson_of_week(catalogue: Catalogue, person: Person, week: int) -> Lesson:
    """One a week: first what is for everybody and what this person's answers point to, then the rest, then anew."""
    lessons = list(catalogue.lessons.values())
    fitting = [lesson for lesson in lessons if holds(lesson.when, person)]
    order = fitting + [lesson for lesson in lessons if lesson not in fitting]
    return order[(week - 1) % len(order)]
