"""Reading the movements: the catalogue gives the data, the body makes movements of it."""

from collections.abc import Mapping
from importlib.resources.abc import Traversable

from unbend.body.movement import Movement
from unbend.body.read import MovementError, Stance, from_dict, stances_from_dict
from unbend.catalogue.load import CatalogueError, read_toml, root, toml_files, typed
from unbend.catalogue.movement import MovementText


def load_movements(at: Traversable | None = None) -> Mapping[str, Movement]:
    """Every movement by its exercise. Raises CatalogueError naming file, exercise, pose and joint or key."""
    data = (at or root()) / "data"
    stances = load_stances(at)
    found: dict[str, Movement] = {}
    for file in toml_files(data / "movements"):
        for entry in read_toml(file).get("movement", ()):
            try:
                movement = from_dict(entry, stances, file=f"movements/{file.name}")
            except MovementError as error:
                raise CatalogueError(str(error)) from None
            found[movement.exercise] = movement
    return found


def load_stances(at: Traversable | None = None) -> Mapping[str, Stance]:
    """The stances by name. Raises CatalogueError when one is wrong."""
    file = (at or root()) / "data" / "stances.toml"
    try:
        return stances_from_dict(read_toml(file).get("stance", ()), file=file.name)
    except MovementError as error:
        raise CatalogueError(str(error)) from None


def load_movement_texts(language: str = "en", at: Traversable | None = None) -> Mapping[str, MovementText]:
    """The words of the movements of a language. Raises CatalogueError when a file is wrong."""
    found: dict[str, MovementText] = {}
    for file in toml_files((at or root()) / "text" / language / "movements"):
        found |= typed(dict[str, MovementText], read_toml(file), where=f"movements/{file.name} (words)")
    return found
