"""The player's page and what goes with it."""

import json
import re

import pytest
from django.test import Client
from django.urls import reverse

from support.at_home import at_home
from support.schema_check import breaks
from unbend.service.record import note
from unbend.workout.schema import script_schema
from unbend.workout.script import Variant

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("variant", Variant)
def test_the_script_is_what_its_schema_says_and_names_pictures_that_are_there(variant: Variant) -> None:
    client, _actor, _person, house = at_home("desk-worker")
    script = client.get(reverse("workout-script"), {"variant": variant.value}).json()
    schema = script_schema(house.known.catalogue)
    assert list(breaks(script, schema, schema)) == []
    for item in script["items"]:
        for figures in item["figures"].values():
            for address in figures.values():
                assert client.get(address).status_code == 200


def test_the_script_says_what_the_person_wants_to_hear_and_the_page_does_not() -> None:
    client, actor, person, house = at_home("desk-worker")
    quiet = client.get(reverse("workout")).content
    assert client.get(reverse("workout-script")).json()["sound"] == {"voice": True, "beeps": True}
    note(actor, person, "preferred", {"voice": False}, house)
    first = client.get(reverse("workout-script")).json()
    assert first["sound"] == {"voice": False, "beeps": True}
    note(actor, person, "preferred", {"beeps": False}, house)
    second = client.get(reverse("workout-script")).json()
    assert second["sound"] == {"voice": False, "beeps": False}
    assert first["id"] == second["id"], "what is heard is no other advice"
    assert _without_tokens(client.get(reverse("workout")).content) == _without_tokens(quiet)


def test_a_script_from_before_there_was_sound_in_it_still_holds() -> None:
    client, _actor, _person, house = at_home("desk-worker")
    script, schema = client.get(reverse("workout-script")).json(), script_schema(house.known.catalogue)
    del script["sound"]
    assert list(breaks(script, schema, schema)) == []


def _without_tokens(page: bytes) -> bytes:
    return re.sub(rb'name="csrf-token" content="[^"]*"', b"", page)


def test_an_unknown_variant_is_the_planned_one() -> None:
    client, *_ = at_home("desk-worker")
    assert client.get(reverse("workout-script"), {"variant": "heroic"}).json()["variant"] == "planned"


def test_the_page_holds_no_word_of_the_person_so_that_a_browser_may_keep_it() -> None:
    client, _actor, person, _house = at_home("desk-worker")
    page = client.get(reverse("workout")).content.decode()
    assert person not in page
    assert person not in client.get(reverse("offline")).content.decode()
    assert person in client.get(reverse("today")).content.decode()
    assert 'id="words"' in page


def test_the_worker_may_see_to_the_whole_site_and_is_never_kept() -> None:
    response = Client(HTTP_HOST="localhost").get(reverse("service-worker"))
    assert response.status_code == 200
    assert response["Service-Worker-Allowed"] == reverse("today")
    assert "no-cache" in response["Cache-Control"] or "no-store" in response["Cache-Control"]
    assert response["Content-Type"].startswith("text/javascript")


def test_the_manifest_names_icons_that_are_there() -> None:
    client = Client(HTTP_HOST="localhost")
    manifest = json.loads(client.get(reverse("manifest")).content)
    assert manifest["start_url"] == reverse("today")
    for icon in manifest["icons"]:
        response = client.get(icon["src"])
        assert response.status_code == 200, icon
        response.close()


def test_without_a_network_there_is_a_page_that_says_what_to_do() -> None:
    assert "There is no connection" in Client(HTTP_HOST="localhost").get(reverse("offline")).content.decode()
