"""The pictures as files: kept by browsers, drawn once, and none for what is not there."""

import gzip
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from unbend.service.pictures import Form, Picture, What, mark_of, picture
from unbend.web.ports import ports
from unbend.web.workout.figures import address

pytestmark = pytest.mark.django_db
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def browser(client: Client) -> Client:
    client.defaults["HTTP_HOST"] = "localhost"
    return client


@pytest.mark.parametrize("what", list(What))
def test_a_picture_may_be_kept_for_ever(browser: Client, what: What) -> None:
    answer = browser.get(address("glute-bridge", what))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/svg+xml"
    assert "immutable" in answer["Cache-Control"]
    assert ET.fromstring(answer.content).findtext(f"{SVG}title") == "Bridge"
    again = browser.get(address("glute-bridge", what), headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_compressed_is_the_same_picture(browser: Client) -> None:

    plain = browser.get(address("glute-bridge", "start"))
    packed = browser.get(address("glute-bridge", "start"), headers={"Accept-Encoding": "gzip, br"})
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert len(packed.content) < len(plain.content) / 2


def test_sides_forms_and_muscles_are_different_pictures(browser: Client) -> None:
    addresses = {
        address("side-plank", "start"),
        address("side-plank", "start", side="left"),
        address("side-plank", "start", form="dark"),
        address("side-plank", "start", form="classes"),
        address("side-plank", "start", worked=True),
    }
    assert len({browser.get(one).content for one in addresses}) == len(addresses) == 5


def test_only_the_form_with_classes_leaves_its_colours_to_the_page(browser: Client) -> None:
    assert b"uf-" in browser.get(address("glute-bridge", "start", form="classes")).content
    assert b"uf-" not in browser.get(address("glute-bridge", "start")).content


def test_the_address_of_a_former_picture_leads_to_that_of_today(browser: Client) -> None:
    old = {"mark": "0" * 16, "exercise": "glute-bridge", "side": "left", "what": "end"}
    answer = browser.get(reverse("figure", kwargs=old))
    assert answer.status_code == 302
    assert answer["Location"] == address("glute-bridge", "end", side="left")


@pytest.mark.parametrize(
    "change", [("glute-bridge", "flying"), ("right-start", "right-middle"), ("?form=dark", "?form=gold")]
)
def test_what_is_not_there_is_not_found(browser: Client, change: tuple[str, str]) -> None:
    good = address("glute-bridge", "start", form="dark")
    assert browser.get(good).status_code == 200
    assert browser.get(good.replace(*change)).status_code == 404


def test_a_drawn_picture_is_read_from_the_folder_ever_after(tmp_path: Path) -> None:
    known, wanted = ports().known, Picture("glute-bridge", What.END, form=Form.DARK)
    first = picture(wanted, known, tmp_path)
    kept = tmp_path / mark_of(known) / wanted.name
    assert kept.read_bytes() == first
    kept.write_bytes(b"kept")
    assert picture(wanted, known, tmp_path) == b"kept"


def test_pictures_of_other_movements_are_forgotten_and_other_files_stay(tmp_path: Path) -> None:
    (tmp_path / ("0" * 16)).mkdir()
    (tmp_path / "letters").mkdir()
    picture(Picture("glute-bridge", What.START), ports().known, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {mark_of(ports().known), "letters"}


def test_a_folder_that_cannot_be_written_to_only_means_drawing_again(tmp_path: Path) -> None:
    nowhere = tmp_path / "a file"
    nowhere.write_text("")
    assert picture(Picture("glute-bridge", What.START), ports().known, nowhere) is not None


def test_pictures_stand_in_the_data_folder(browser: Client) -> None:
    browser.get(address("glute-squeeze-lying", "start"))
    assert list((settings.UNBEND.data / "pictures").glob("*/glute-squeeze-lying-right-start-light.svg.gz"))
