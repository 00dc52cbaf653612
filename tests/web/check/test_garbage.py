"""Whatever is sent, in whatever order: nothing half-written, no error of ours, and no plan before every gate."""

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from support.checking import Walker
from support.effort import examples
from support.people import catalogue
from unbend.catalogue.condition import Person
from unbend.safety.check import is_asked

FORMS: list[dict[str, object]] = [
    {},
    {"_shown": []},
    {"_shown": ["no-such-question"], "no-such-question": "yes"},
    {"_shown": ["fever"], "_follows": "no-such-entry", "fever": "no"},
    {"_shown": ["fever"], "_replaces": "no-such-entry", "fever": "no"},
    {"_shown": ["fever"], "_id": "x" * 5000, "fever": "no"},
    {"_shown": ["fever"], "_id": "profile-findings", "fever": "no"},
    {"_shown": [f.id for f in catalogue().safety.findings.values()], "_go": "none"},
]
WRONG: list[dict[str, object]] = [
    {"_shown": ["fever"]},
    {"_shown": ["fever"], "fever": "perhaps"},
    {"_shown": ["age"], "age": "-3"},
    {"_shown": ["age"], "age": "1e3"},
    {"_shown": ["age"], "age": "9" * 400},
    {"_shown": ["age"], "age": "nan"},
    {"_shown": ["age"], "age": "٤٥"},
    {"_shown": ["age"], "_go": "none"},
    {"_shown": ["where"], "where": ["low-back", "moon"]},
    {"_shown": ["where"]},
    {"_shown": ["fever", "age"], "fever": "yes"},
    {"_shown": ["age"], "_go": "skip"},
    {"_shown": ["fever"], "_go": "skip"},
]


@pytest.mark.django_db
@pytest.mark.parametrize("form", FORMS)
def test_what_no_page_of_ours_sends_is_refused_and_nothing_is_kept(client: Client, form: dict[str, object]) -> None:
    walker = Walker(client)
    assert client.post(reverse("check"), {"_id": "a-form-of-mine", **form}).status_code == 400
    assert walker.kinds() == []


@pytest.mark.django_db
@pytest.mark.parametrize("form", WRONG)
def test_what_cannot_be_taken_is_marked_and_nothing_is_kept(client: Client, form: dict[str, object]) -> None:
    walker = Walker(client)
    answer = client.post(reverse("check"), {"_id": "a-form-of-mine", **form})
    assert answer.status_code == 422
    assert 'class="error"' in answer.content.decode()
    assert walker.kinds() == []


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["check-again", "check-country"])
def test_what_changes_something_is_not_done_by_looking(client: Client, name: str) -> None:
    Walker(client)
    assert client.get(reverse(name)).status_code == 405


_FINDINGS = catalogue().safety.findings
_VALUES = st.one_of(
    st.sampled_from(["yes", "no", "unsure", "", "female", "male", "low-back", "0", "3", "17", "45", "72", "?"]),
    st.integers(-5, 200).map(str),
)
_SHOWN = st.lists(st.sampled_from(sorted(_FINDINGS)), min_size=1, max_size=6, unique=True)
_POSTS = st.fixed_dictionaries(
    {
        "shown": _SHOWN,
        "values": st.lists(_VALUES, min_size=6, max_size=6),
        "go": st.sampled_from(["on", "none", "rest", "skip", "nowhere", ""]),
        "confirmed": st.sampled_from(["yes", ""]),
        "next": st.booleans(),
    }
)


class AnyOrder(TestCase):
    """Hypothesis needs a fresh database for each example."""

    @examples(25, soak=1000)
    @given(st.lists(_POSTS, max_size=8), st.integers(16, 80))
    def test_no_plan_exists_before_every_gate_finding_has_an_answer(self, posts: list[dict], age: int) -> None:  # type: ignore[type-arg]
        walker = Walker(Client())
        walker.send({"_id": "first-form", "_shown": ["age"]}, {"age": str(age)})
        for number, post in enumerate(posts):
            form = walker.screen() if post["next"] else {"_id": f"a-form-{number}", "_shown": post["shown"]}
            if form is None:
                break
            answers = dict(zip(form["_shown"], post["values"], strict=False))
            answer = walker.send(form, answers, post["go"], _confirmed=post["confirmed"])
            assert answer.status_code in (200, 302, 400, 422)
            self._no_plan_too_soon(walker)

    def _no_plan_too_soon(self, walker: Walker) -> None:
        stand, knowledge = walker.stand(), catalogue().safety
        person = Person(stand.values, knowledge.worrying)
        opened = [f.id for f in knowledge.findings.values() if is_asked(f, person)]
        if opened or not stand.safety.may_plan:
            assert walker.client.get(reverse("begin")).status_code == 302
        if opened:
            assert not stand.safety.may_plan
