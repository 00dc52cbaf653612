"""Write the TypeScript types of what goes to and from the pages, from the schemas that the server checks it with."""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
GENERATED = ROOT / "frontend" / "src" / "generated"
HEAD = "/** Written by `python tools/typescript.py` from {source}; a test fails when it differs. */"
MOST_NAMED = 12
"""A longer list of ids, or of properties that may all be missing, is the catalogue's, which grows without the pages."""

WIDTH = 120
PLAIN = {"string": "string", "number": "number", "integer": "number", "boolean": "boolean", "null": "null"}
Schema = Mapping[str, Any]


def files() -> Mapping[str, str]:
    """Each file by its name, as it ought to be."""
    from unbend.catalogue.load import load_catalogue
    from unbend.record.schema import schema
    from unbend.workout.schema import script_schema

    catalogue = load_catalogue()
    return {
        "script.ts": _script(script_schema(catalogue)),
        "entry.ts": _entry(schema("entry", catalogue)),
        "api.ts": _api(),
    }


def _script(schema: Schema) -> str:
    parts = {_name(key): part for key, part in schema["$defs"].items()}
    return _file("`unbend schema script`", {"Script": schema, **parts})


def _entry(schema: Schema) -> str:
    kinds = {f"{_name(one['properties']['kind']['const'])}Entry": one for one in schema["oneOf"]}
    union = _union(list(kinds), "export type Entry = ", 0)
    return _file("`unbend schema entry`", kinds) + f"\n{union};\n"


def _api() -> str:
    from django.conf import settings

    if not settings.configured:
        settings.configure()
    from unbend.web.api.schemas import Batch, Outcome, Outcomes, Refusal

    schemas = {one.__name__: one.model_json_schema() for one in (Batch, Outcome, Outcomes, Refusal)}
    return _file("the API's own description", schemas, first='import type { Entry } from "./entry.ts";\n\n')


def _file(source: str, schemas: Mapping[str, Schema], *, first: str = "") -> str:
    interfaces = (f"export interface {name} {_object(schema, 0)}\n" for name, schema in schemas.items())
    return f"{HEAD.format(source=source)}\n\n{first}" + "\n".join(interfaces)


def _name(key: str) -> str:
    return "".join(word.capitalize() for word in key.replace("_", "-").split("-"))


def _object(schema: Schema, depth: int) -> str:
    margin, required = "  " * (depth + 1), schema.get("required", ())
    lines = []
    for key, one in schema["properties"].items():
        if "description" in one and not _is_entry(one):
            lines.append(f"{margin}/** {one['description'][0].upper()}{one['description'][1:].rstrip('.')}. */\n")
        name = key if key.isidentifier() else json.dumps(key)
        start = f"{margin}readonly {name}{'' if key in required else '?'}: "
        lines.append(f"{_type(one, depth + 1, start)};\n")
    return f"{{\n{''.join(lines)}{'  ' * depth}}}"


def _type(schema: Schema, depth: int, start: str = "") -> str:
    """The type, behind what stands before it on its line."""
    if "$ref" in schema:
        return start + _name(schema["$ref"].rsplit("/", 1)[-1])
    if "const" in schema:
        return start + json.dumps(schema["const"])
    if "enum" in schema:
        values = [json.dumps(value) for value in schema["enum"]]
        return start + "string" if len(values) > MOST_NAMED else _union(values, start, depth)
    if "anyOf" in schema or "oneOf" in schema:
        several = schema.get("anyOf") or schema["oneOf"]
        return _union(list(dict.fromkeys(_type(one, depth) for one in several)), start, depth)
    if schema["type"] == "array":
        inner = _type(schema["items"], depth)
        return f"{start}readonly {f'({inner})' if '|' in inner and not inner.startswith('{') else inner}[]"
    return start + (_object_type(schema, depth) if schema["type"] == "object" else PLAIN[schema["type"]])


def _object_type(schema: Schema, depth: int) -> str:
    if _is_entry(schema):
        return "Entry"
    properties = schema.get("properties", {})
    if properties and (schema.get("required") or len(properties) <= MOST_NAMED):
        return _object(schema, depth)
    values = list(properties.values()) or [schema.get("additionalProperties", True)]
    types = sorted({"unknown" if value is True else _type(_loosely(value), depth) for value in values})
    return f"Readonly<Record<string, {' | '.join(types)}>>"


def _loosely(schema: Schema) -> Schema:
    """Words are only words where it is left open which of them belong to which key."""
    if "enum" in schema:
        return {"type": "string"}
    return {**schema, "items": _loosely(schema["items"])} if "items" in schema else schema


def _is_entry(schema: Schema) -> bool:
    """An entry inside of something else has a file of its own."""
    return schema.get("title") == "Entry"


def _union(types: Sequence[str], start: str, depth: int) -> str:
    line = start + " | ".join(types)
    if len(line) < WIDTH:
        return line
    margin = "  " * (depth + 1)
    return start.rstrip() + "".join(f"\n{margin}| {one}" for one in types)


def main() -> int:
    """Writes what differs."""
    GENERATED.mkdir(exist_ok=True)
    for name, text in files().items():
        path = GENERATED / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"written: {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
