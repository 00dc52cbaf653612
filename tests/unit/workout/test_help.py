"""The help card: whom to ring where, and what needs help how soon."""

import pytest

from support.people import catalogue
from support.scripts import texts
from unbend.workout.help import help_for
from unbend.workout.script import Help

WORDS = texts().workout.help


def card(country: str | None, *, pregnant: bool = False) -> Help:
    return help_for(country, catalogue().countries, texts(), pregnant=pregnant, letter="/letter/")


@pytest.mark.parametrize(
    ("country", "number"),
    [
        ("GB", "999"),
        ("US", "911"),
        ("CA", "911"),
        ("AU", "000"),
        ("NZ", "111"),
        ("IN", "112"),
        ("de", "112"),
        ("FR", "112"),
    ],
)
def test_an_ambulance_comes_first_at_the_number_of_the_country(country: str, number: str) -> None:
    first = card(country).numbers[0]
    assert (first.who, first.number) == (WORDS.emergency, number)


def test_advice_is_named_where_there_is_a_number_for_it() -> None:
    assert ("111", WORDS.advice) in {(one.number, one.who) for one in card("GB").numbers}
    assert ("988", WORDS.crisis) in {(one.number, one.who) for one in card("US").numbers}
    assert len(card("FR").numbers) == 1


@pytest.mark.parametrize("country", [None, "", "XX", "nowhere"])
def test_where_the_country_is_not_known_it_says_so_in_words(country: str | None) -> None:
    assert [one.number for one in card(country).numbers] == [WORDS.emergency_number]


def test_every_country_of_the_union_has_its_112() -> None:
    union = {country.id for country in catalogue().countries.values() if "eu-112" in country.sources}
    assert len(union) == 27
    assert {catalogue().countries[key].emergency for key in union} == {"112"}
    assert {len(key) for key in catalogue().countries} == {2}


def test_a_number_that_nobody_read_at_a_source_says_so() -> None:
    """Advice and crisis lines are known by heart but for those of the sources named here."""
    read = {("gb", "111"), ("nz", "0800 611 116"), ("de", "116 117")}
    for country in catalogue().countries.values():
        for number in (country.advice, country.crisis):
            if number is not None and (country.id, number) not in read:
                assert country.unverified is not None, country.id


def test_in_pregnancy_the_card_has_its_signs_too() -> None:
    plain, pregnant = card("GB"), card("GB", pregnant=True)
    assert set(plain.now) < set(pregnant.now)
    assert set(plain.same_day) < set(pregnant.same_day)
    assert plain.letter == "/letter/"
    assert plain.look_again
