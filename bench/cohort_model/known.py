"""The catalogue and its words, read once for all people of a process."""

from functools import cache

from unbend.catalogue.catalogue import Catalogue
from unbend.service.knowledge import Knowledge, knowledge


@cache
def known() -> Knowledge:
    """Everything known."""
    return knowledge()


def catalogue() -> Catalogue:
    """The catalogue as it is shipped."""
    return known().catalogue
