"""What forms of several areas share: reading one value that was posted, with a sentence where it cannot be taken."""

from datetime import date

from django.http import QueryDict

from unbend.record.errors import BadInput


def whole_number(posted: QueryDict, name: str) -> int:
    """A whole number. Raises BadInput."""
    text = posted.get(name, "").strip()
    if not text.removeprefix("-").isdecimal() or len(text) > 6:
        raise BadInput(name, f'"{text}" is not a whole number', "choose or write a whole number")
    return int(text)


def day(posted: QueryDict, name: str) -> date:
    """A date. Raises BadInput."""
    text = posted.get(name, "")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput(name, f'"{text}" is not a date', "choose a day") from None


def entry_id(posted: QueryDict) -> str:
    """The id that the form carries, so that sending it twice counts once. Raises BadInput."""
    text = posted.get("entry", "").strip()
    if not 8 <= len(text) <= 64 or not text.replace("-", "").isalnum():
        raise BadInput("entry", "the form carries no id", "load the page again")
    return text
