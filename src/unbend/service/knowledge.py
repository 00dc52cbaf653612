"""What is known, in one language, loaded once."""

from dataclasses import dataclass
from functools import cache, cached_property
from importlib.metadata import version

from unbend.catalogue.catalogue import Catalogue
from unbend.catalogue.load import load_catalogue
from unbend.catalogue.load_text import load_measure_texts, load_texts
from unbend.catalogue.measure import MeasureText
from unbend.catalogue.text import Texts
from unbend.service.figure import Studio, open_studio
from unbend.service.references import References
from unbend.service.search import Index


@dataclass(frozen=True)
class Knowledge:
    """The catalogue and its words; the pictures are made when first asked for."""

    catalogue: Catalogue
    texts: Texts
    language: str
    software: str

    @cached_property
    def studio(self) -> Studio:
        """What draws the exercises."""
        return open_studio(self.texts, self.catalogue)

    @cached_property
    def references(self) -> References:
        """What the camera holds the exercises against."""
        return References(self.studio.movements)

    @cached_property
    def index(self) -> Index:
        """What finds exercises by words."""
        return Index(self.catalogue, self.texts)

    @cached_property
    def measures(self) -> dict[str, MeasureText]:
        """The words of the questionnaires."""
        return load_measure_texts(self.language)


@cache
def knowledge(language: str = "en") -> Knowledge:
    """Everything known in this language. Raises CatalogueError when a file is wrong."""
    return Knowledge(load_catalogue(), load_texts(language), language, version("unbend"))
