"""Where it is not safe: one page without a plan, whom to ring, a letter, a slip put right, a clinician's word."""

import re
from datetime import timedelta
from urllib.parse import unquote

import pytest
from django.test import Client
from django.urls import reverse

from support.checking import HEALTHY, Walker
from unbend.catalogue.words import Allows, Answer, Urgency

pytestmark = pytest.mark.django_db
NUMB = {**HEALTHY, "saddle-numbness": "yes"}
CANCER = {**HEALTHY, "cancer-ever": "yes"}


@pytest.fixture
def walker(client: Client) -> Walker:
    return Walker(client)


def clearing(walker: Walker, covers: list[str], **changed: str) -> int:
    """Send a clearance; the status of what came back."""
    now = walker.ports.clock.now().date().isoformat()
    said = {"by": "Dr Okafor", "day": now, "covers": covers, "allows": "plan", "truly": "yes", **changed}
    return int(walker.client.post(reverse("clearance"), said).status_code)


def test_the_number_to_ring_is_there_once_the_country_is_known(walker: Walker) -> None:
    assert 'href="tel:' not in walker.walk(NUMB)
    walker.client.post(reverse("check-country"), {"country": "gb"})
    page = walker.page("check-answer")
    assert 'href="tel:999"' in page
    assert walker.stand().state.preferences.country == "GB"


def test_an_unknown_country_is_refused(walker: Walker) -> None:
    assert walker.client.post(reverse("check-country"), {"country": "zz"}).status_code == 400


def test_the_letter_is_a_page_and_a_file_and_no_address_carries_an_answer(walker: Walker) -> None:
    walker.walk(NUMB)
    page = walker.page("letter")
    assert "Numb between the legs" in page
    mail = re.search(r'href="(mailto:[^"]+)"', page)
    assert mail
    assert not re.search("numb|leg|emergency|45", unquote(mail[1]), re.IGNORECASE)
    file = walker.client.get(reverse("letter-text"))
    assert "attachment" in file["Content-Disposition"]
    assert "Numb between the legs" in file.content.decode()


def test_a_slip_is_put_right_only_after_it_was_confirmed(walker: Walker) -> None:
    walker.walk(NUMB)
    address = reverse("check-correct", args=["saddle-numbness"])
    posted = {"_id": "a-form-of-mine", "_shown": ["saddle-numbness"], "saddle-numbness": "no"}
    asked = walker.client.post(address, posted)
    assert "Is that right?" in asked.content.decode()
    assert walker.stand().safety.urgency is Urgency.EMERGENCY
    walker.client.post(address, {**posted, "_confirmed": "yes"})
    assert walker.stand().values["saddle-numbness"] is Answer.NO
    assert walker.stand().values["leg-weakness"] is Answer.NO  # what was answered on the same screen stays
    kept = list(walker.ports.store.written(walker.person))
    assert sum('"corrects"' in line for line in kept) == 1
    assert any('"saddle-numbness": "yes"' in line for line in kept)


def test_what_was_not_answered_cannot_be_corrected(walker: Walker) -> None:
    assert walker.client.get(reverse("check-correct", args=["fever"])).status_code == 404
    assert walker.client.get(reverse("check-correct", args=["no-such-thing"])).status_code == 404


def test_a_clinicians_word_lifts_what_it_names(walker: Walker) -> None:
    walker.walk(CANCER)
    assert not walker.stand().safety.may_plan
    assert clearing(walker, ["cancer-ever"]) == 302
    stand = walker.stand()
    assert stand.safety.may_plan or stand.safety.missing
    assert stand.state.clearances[-1].covers == ("cancer-ever",)
    assert "A clinician has looked at this" in walker.walk(CANCER)


def test_an_emergency_cannot_be_cleared(walker: Walker) -> None:
    walker.walk(NUMB)
    assert reverse("clearance") not in walker.page("check-answer")
    clearing(walker, ["saddle-numbness"])
    assert walker.stand().state.clearances == ()
    assert walker.stand().safety.allows is Allows.NONE


@pytest.mark.parametrize("field", [{"by": " "}, {"day": "soon"}, {"allows": "everything"}, {"truly": ""}])
def test_a_word_that_is_not_whole_is_marked_and_not_kept(walker: Walker, field: dict[str, str]) -> None:
    walker.walk(CANCER)
    assert clearing(walker, ["cancer-ever"], **field) == 422
    assert walker.stand().state.clearances == ()


def test_a_word_covers_only_what_is_on_the_page_and_nothing_newer_than_itself(walker: Walker) -> None:
    walker.walk(CANCER)
    assert clearing(walker, ["fever"]) == 422
    assert clearing(walker, []) == 422
    day = walker.ports.clock.now().date()
    assert clearing(walker, ["cancer-ever"], day=(day - timedelta(days=9)).isoformat()) == 422
    assert clearing(walker, ["cancer-ever"], day=(day + timedelta(days=9)).isoformat()) == 422
    assert walker.stand().state.clearances == ()


def test_a_word_that_allows_nothing_yet_holds_until_a_new_one(walker: Walker) -> None:
    walker.walk(CANCER)
    clearing(walker, ["cancer-ever"], allows="none")
    page = walker.walk(CANCER)
    assert "They said: no exercise programme yet" in page
    assert "Nothing you told us" not in page
    assert not walker.stand().safety.may_plan
    assert clearing(walker, ["cancer-ever"], allows="plan") == 302
    walker.walk(CANCER)
    assert walker.stand().safety.may_plan
