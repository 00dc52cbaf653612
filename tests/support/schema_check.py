"""Enough of JSON Schema to hold an answer against our own schemas."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

_TYPES: Mapping[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}


def breaks(value: Any, schema: Mapping[str, Any], root: Mapping[str, Any], at: str = "") -> Iterator[str]:
    """Where the value is not what the schema says."""
    if "$ref" in schema:
        yield from breaks(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root, at)
    if "anyOf" in schema and all(any(True for _ in breaks(value, one, root, at)) for one in schema["anyOf"]):
        yield f"{at}: {value!r} is none of those allowed"
    if "oneOf" in schema and sum(next(breaks(value, one, root, at), None) is None for one in schema["oneOf"]) != 1:
        yield f"{at}: {value!r} is not exactly one of those allowed"
    if "const" in schema and value != schema["const"]:
        yield f"{at}: {value!r} is not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is not in the list"
    yield from _of_type(value, schema, root, at)


def _of_type(value: Any, schema: Mapping[str, Any], root: Mapping[str, Any], at: str) -> Iterator[str]:
    kind = schema.get("type", "")
    if kind and (not isinstance(value, _TYPES[kind]) or (isinstance(value, bool) and kind != "boolean")):
        yield f"{at}: {value!r} is no {kind}"
        return
    if kind in ("integer", "number") and value < schema.get("minimum", value):
        yield f"{at}: {value} is too small"
    if kind == "string":
        yield from _of_text(value, schema, at)
    if kind == "array":
        yield from _of_array(value, schema, root, at)
    if kind == "object":
        yield from _of_object(value, schema, root, at)


def _of_text(value: str, schema: Mapping[str, Any], at: str) -> Iterator[str]:
    if len(value) < schema.get("minLength", 0):
        yield f"{at}: too short"
    if len(value) > schema.get("maxLength", len(value)):
        yield f"{at}: too long"
    if not re.search(schema.get("pattern", ""), value):
        yield f"{at}: {value!r} is not written like {schema['pattern']}"


def _of_array(value: Any, schema: Mapping[str, Any], root: Mapping[str, Any], at: str) -> Iterator[str]:
    if len(value) < schema.get("minItems", 0):
        yield f"{at}: too few"
    for index, one in enumerate(value):
        yield from breaks(one, schema.get("items", {}), root, f"{at}[{index}]")


def _of_object(value: Any, schema: Mapping[str, Any], root: Mapping[str, Any], at: str) -> Iterator[str]:
    known = schema.get("properties", {})
    yield from (f"{at}.{key}: missing" for key in schema.get("required", ()) if key not in value)
    for key, one in value.items():
        if key in known:
            yield from breaks(one, known[key], root, f"{at}.{key}")
        elif schema.get("additionalProperties") is False:
            yield f"{at}.{key}: unknown"
