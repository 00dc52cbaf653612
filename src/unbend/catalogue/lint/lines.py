"""On which line each key of a TOML file stands; the standard parser does not say."""

from collections.abc import Iterator, Mapping

import tree_sitter_toml
from tree_sitter import Language, Node, Parser

KeyPath = tuple[str | int, ...]

_LANGUAGE = Language(tree_sitter_toml.language())
_KEYS = {"bare_key", "quoted_key", "dotted_key"}
_PUNCTUATION = {"comment", "[", "]", ","}


def key_lines(text: str) -> Mapping[KeyPath, int]:
    """The line, from 1, of every key and every list element, by its path in the parsed file."""
    lines: dict[KeyPath, int] = {}
    counts: dict[KeyPath, int] = {}
    for node in Parser(_LANGUAGE).parse(text.encode()).root_node.named_children:
        for path, line in _top_level(node, counts):
            lines.setdefault(path, line)
    return lines


def nearest_line(lines: Mapping[KeyPath, int], path: KeyPath) -> int:
    """The line of the path, or of the nearest thing around it; 1 for the file itself."""
    return next((lines[path[:n]] for n in range(len(path), 0, -1) if path[:n] in lines), 1)


def _top_level(node: Node, counts: dict[KeyPath, int]) -> Iterator[tuple[KeyPath, int]]:
    if node.type == "pair":
        yield from _pair(node, ())
    elif node.type in {"table", "table_array_element"}:
        path = _table_path(node, counts)
        yield from _opening(path, _line(node))
        for child in node.named_children:
            if child.type == "pair":
                yield from _pair(child, path)


def _table_path(node: Node, counts: dict[KeyPath, int]) -> KeyPath:
    """A heading names lists without an index: it means their last element so far, or a new one for `[[...]]`."""
    keys = _keys(node.named_children[0])
    path: KeyPath = ()
    for position, key in enumerate(keys, start=1):
        path = (*path, key)
        if node.type == "table_array_element" and position == len(keys):
            counts[path] = counts.get(path, 0) + 1
        if path in counts:
            path = (*path, counts[path] - 1)
    return path


def _pair(node: Node, around: KeyPath) -> Iterator[tuple[KeyPath, int]]:
    key, value = (child for child in node.named_children if child.type != "comment")
    path = (*around, *_keys(key))
    yield from _opening(path, _line(node))
    yield from _value(value, path)


def _value(node: Node, path: KeyPath) -> Iterator[tuple[KeyPath, int]]:
    if node.type == "inline_table":
        for child in node.named_children:
            if child.type == "pair":
                yield from _pair(child, path)
    elif node.type == "array":
        for index, child in enumerate(c for c in node.children if c.type not in _PUNCTUATION):
            yield (*path, index), _line(child)
            yield from _value(child, (*path, index))


def _opening(path: KeyPath, line: int) -> Iterator[tuple[KeyPath, int]]:
    """A path and all above it, so that `a.b = 1` gives a line for `a` as well."""
    for length in range(1, len(path) + 1):
        yield path[:length], line


def _keys(node: Node) -> tuple[str, ...]:
    if node.type == "dotted_key":
        return tuple(key for child in node.named_children if child.type in _KEYS for key in _keys(child))
    text = (node.text or b"").decode()
    return (text[1:-1] if node.type == "quoted_key" else text,)


def _line(node: Node) -> int:
    return node.start_point.row + 1
