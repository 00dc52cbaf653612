"""Which rows of a coverage file the catalogue covers."""

from pathlib import Path

import pytest

from unbend.catalogue.coverage import Row, compare, missing_rows
from unbend.catalogue.load import CatalogueError, root
from unbend.catalogue.schema import json_schema, schema_names

SMALL = Path(__file__).parent.parent / "data" / "small-catalogue"
FILE = """\
[exercises]
"s0.bridge" = "lift the hips"
"s0.plank" = "hold"
[causes]
"s1.sitting" = "long sitting"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "coverage.toml"
    path.write_text(FILE)
    return path


def test_rows_that_no_item_names_are_missing(file: Path) -> None:
    assert missing_rows(SMALL, file) == (
        Row("exercises", "s0.plank", "hold"),
        Row("causes", "s1.sitting", "long sitting"),
    )


def test_rows_that_items_name_and_the_file_lacks_are_stray(file: Path) -> None:
    file.write_text(FILE.replace("s0.bridge", "s0.bridges"))
    assert compare(SMALL, file).stray == ("s0.bridge",)


def test_a_file_of_anything_but_rows_is_refused(file: Path) -> None:
    file.write_text("exercises = 3\n")
    with pytest.raises(CatalogueError, match="exercises: must be a table of rows"):
        missing_rows(SMALL, file)


def test_every_row_of_the_source_documents_is_covered() -> None:
    shared = Path(__file__).parents[3] / "shared" / "coverage.toml"
    if not shared.is_file():
        pytest.skip("the coverage file is not beside this clone")
    found = compare(root(), shared)
    assert (found.missing, found.stray) == ((), ())


@pytest.mark.parametrize("name", schema_names())
def test_each_kind_of_file_has_a_schema_that_refuses_unknown_keys(name: str) -> None:
    schema = json_schema(name)
    assert schema["type"] == "object"
    assert '"additionalProperties"' in str(schema).replace("'", '"')
