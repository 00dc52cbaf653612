"""JSON Schemas of what comes in from outside, made from the catalogue: every id with its type, unit and range."""

from typing import Any

from unbend.catalogue.catalogue import Catalogue
from unbend.record.schema_entry import entry_schema
from unbend.record.schema_parts import audit_schema, findings_schema, object_of, tests_schema, wishes_schema

NAMES = ("profile", "entry", "findings")
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema(name: str, catalogue: Catalogue) -> dict[str, Any]:
    """The schema called `name`, one of NAMES."""
    made = {"profile": _profile, "entry": entry_schema, "findings": findings_schema}[name](catalogue)
    return {"$schema": _DRAFT, "title": f"Unbend {name}", **made}


def _profile(catalogue: Catalogue) -> dict[str, Any]:
    properties = {
        "about": {"type": "string", "description": "a note for the reader; nothing is made of it"},
        "answered-on": {"type": "string", "format": "date"},
        "findings": findings_schema(catalogue),
        "audit": audit_schema(catalogue),
        "tests": tests_schema(catalogue),
        "wishes": wishes_schema(catalogue),
        "log": {"type": "array", "items": entry_schema(catalogue)},
    }
    return object_of(properties, required=("findings",))
