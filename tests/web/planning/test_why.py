"""On the pages: what is different this week and what it rests on, "keep this one", and "not this one" with why."""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from support.a_week import at_home_after_a_mixed_week
from support.at_home import at_home
from unbend.service.ports import Ports
from unbend.service.wording import in_groups, sentence

pytestmark = pytest.mark.django_db
HURT, KEPT = "wall-press-anti-rotation", "bird-dog"


def words_of(client: Client, address: str) -> str:
    """The page without its marks, as one line."""
    page = client.get(address).content.decode()
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def kept(house: Ports, person: str) -> frozenset[str]:
    return frozenset(house.store.state(person).kept)


def test_the_plan_begins_with_what_is_different_and_each_line_names_what_it_rests_on() -> None:
    client, person = at_home_after_a_mixed_week()
    texts, because = person.house.known.texts, person.week.plan.because
    page = words_of(client, reverse("plan"))
    assert because
    assert page.index("What is different this week") < page.index(sentence(because[0], texts))
    for group in in_groups(because, texts):
        assert group.text in page
    assert "pain 2 before, 2 after, effort 5 of 10" in page
    assert "Next morning: 2." in page
    assert "Unverified:" in page


def test_each_exercise_shows_what_was_decided_about_it_under_its_dose() -> None:
    client, person = at_home_after_a_mixed_week()
    page = client.get(reverse("plan")).content.decode()
    decisions = re.findall(r'<p class="decision">([^<]+)</p>', page)
    expected = {sentence(item.why[0], person.house.known.texts)
                for session in person.week.plan.sessions for item in session.items if item.why[0].entries}  # fmt: skip
    assert set(map(unescape, decisions)) == expected


def test_today_says_the_most_important_change_and_where_to_read_the_rest() -> None:
    client, person = at_home_after_a_mixed_week()
    because = person.week.plan.because
    assert sentence(because[0], person.house.known.texts) in words_of(client, "/")
    assert f"{reverse('plan')}#different" in client.get("/").content.decode()
    assert sentence(because[-1], person.house.known.texts) not in words_of(client, "/")


def test_where_nothing_is_different_nothing_is_said_of_it() -> None:
    client, *_ = at_home("desk-worker")
    assert "What is different this week" not in words_of(client, reverse("plan"))
    assert "Different this week" not in words_of(client, "/")


def test_the_printed_week_says_what_is_different_too() -> None:
    client, person = at_home_after_a_mixed_week()
    assert sentence(person.week.plan.because[0], person.house.known.texts) in words_of(client, reverse("plan-print"))


@pytest.mark.parametrize("where", ["plan", "exercise"])
def test_an_exercise_is_kept_and_let_go_again_as_easily(where: str) -> None:
    client, person = at_home_after_a_mixed_week()
    address = reverse("plan-item" if where == "plan" else "exercise", args=[KEPT])
    said = "action" if where == "plan" else "say"
    page = reverse("plan") if where == "plan" else address
    assert "Keep this one" in words_of(client, page)
    client.post(address, {"entry": f"keep-{where}", said: "keep"})
    assert kept(person.house, person.id) == {KEPT}
    assert "No longer keep it" in words_of(client, page)
    assert "You asked to keep it." in words_of(client, page)
    client.post(address, {"entry": f"letgo-{where}", said: "let-go"})
    assert kept(person.house, person.id) == frozenset()
    assert "No longer keep it" not in words_of(client, page)


@pytest.mark.parametrize("where", ["plan", "exercise"])
def test_what_has_a_rest_is_not_kept_and_the_page_says_why(where: str) -> None:
    client, person = at_home_after_a_mixed_week()
    address = reverse("plan-item" if where == "plan" else "exercise", args=[HURT])
    sent = {"entry": "keep-what-rests", "action": "keep", "say": "keep"}
    answer = client.post(address, sent, follow=True).content.decode()
    assert "It has a week&#x27;s rest" in answer
    assert kept(person.house, person.id) == frozenset()


def test_not_this_one_is_kept_with_why_shown_on_the_plan_and_taken_back_there() -> None:
    client, person = at_home_after_a_mixed_week()
    client.post(reverse("exercise", args=[KEPT]), {"entry": "no-to-it", "say": "no", "why": "my wrist & my knee"})
    assert person.house.store.state(person.id).declined == {KEPT: "my wrist & my knee"}
    assert "Because: my wrist & my knee" in words_of(client, reverse("plan"))
    assert "Because: my wrist & my knee" in words_of(client, reverse("exercise", args=[KEPT]))
    client.post(reverse("plan-item", args=[KEPT]), {"entry": "take-it-back", "action": "again"})
    assert person.house.store.state(person.id).declined == {}
    assert "You said no to these" not in words_of(client, reverse("plan"))
