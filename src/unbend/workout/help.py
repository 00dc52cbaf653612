"""The help card that travels with a script, so that it is there without a network."""

from collections.abc import Iterator, Mapping

from unbend.catalogue.text import Texts
from unbend.catalogue.workout import Country, HelpText
from unbend.workout.script import Help, Telephone


def help_for(
    country: str | None, countries: Mapping[str, Country], texts: Texts, *, pregnant: bool, letter: str
) -> Help:
    """The card for a country by its two letters; where it is not known, it says so in words instead of a number."""
    words = texts.workout.help
    return Help(
        title=words.title,
        now=(*words.now, *(words.now_pregnant if pregnant else ())),
        same_day=(*words.same_day, *(words.same_day_pregnant if pregnant else ())),
        numbers=telephones(country, countries, words),
        look_again=words.look_again,
        letter=letter,
    )


def telephones(country: str | None, countries: Mapping[str, Country], words: HelpText) -> tuple[Telephone, ...]:
    """Whom to ring in a country: an ambulance always."""
    return tuple(_telephones(countries.get((country or "").lower()), words))


def _telephones(known: Country | None, words: HelpText) -> Iterator[Telephone]:
    yield Telephone(words.emergency, known.emergency if known else words.emergency_number)
    if known and known.advice:
        yield Telephone(words.advice, known.advice)
    if known and known.crisis:
        yield Telephone(words.crisis, known.crisis)
