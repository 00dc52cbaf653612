"""All files of a catalogue folder as they stand, read as far as they can be read."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from importlib.resources.abc import Traversable
from typing import Any

from unbend.catalogue.kinds import KINDS, WORD_FILES, FileKind, kind_of_facts, kind_of_words
from unbend.catalogue.lint.fault import Fault, unknown
from unbend.catalogue.lint.lines import KeyPath
from unbend.catalogue.lint.schema_faults import checked
from unbend.catalogue.lint.toml_file import TomlFile, parse


@dataclass(frozen=True)
class Item:
    """One table with an id: an entry of a list of facts, or the words of one id.

    `raw` is what stands in the file, and `value` the same by its type: None when it has faults.
    """

    kind: FileKind
    id: str
    file: TomlFile
    at: KeyPath
    raw: Any
    value: Any

    @property
    def place(self) -> str:
        """File and line where it begins."""
        return f"{self.file.name}:{self.file.line(self.at)}"

    def fault(self, message: str, *path: str | int) -> Fault:
        """A fault at `path` inside this item."""
        return self.file.fault((*self.at, *path), message, key=(self.id, *path))


@dataclass
class Reading:
    """What was found: facts, words, and the faults of reading itself."""

    files: list[TomlFile] = field(default_factory=list)
    facts: list[Item] = field(default_factory=list)
    words: list[Item] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def of(self, *kinds: str) -> list[Item]:
        """The facts of some kinds."""
        return [item for item in self.facts if item.kind.name in kinds]

    def ids(self, *kinds: str) -> dict[str, Item]:
        """The facts of some kinds by id."""
        return {item.id: item for item in self.of(*kinds)}

    def plain(self, kind: str, key: str) -> tuple[str, ...]:
        """What stands in a plain list of a kind of file, such as the vocabulary's restrictions."""
        files = [f for f in self.files if f.part == "data" and kind_of_facts(f.path) == KINDS[kind]]
        lists = [file.content.get(key) for file in files]
        return tuple(str(word) for words in lists if isinstance(words, list) for word in words)


def read(root: Traversable) -> Reading:
    """Everything below `root`. Files that cannot be parsed are faults, and the rest is read all the same."""
    reading = Reading()
    _read_part(reading, root, "data")
    text = root / "text"
    for language in sorted(f.name for f in text.iterdir() if f.is_dir()) if text.is_dir() else ():
        _read_part(reading, root, f"text/{language}")
    reading.faults += _missing_files(reading)
    return reading


def _read_part(reading: Reading, root: Traversable, part: str) -> None:
    for path, entry in _toml_below(root / part):
        file = parse(part, path, entry.read_bytes())
        if isinstance(file, Fault):
            reading.faults.append(file)
            continue
        reading.files.append(file)
        if part == "data":
            _read_facts(reading, file)
        else:
            _read_words(reading, file)


def _toml_below(folder: Traversable, above: str = "") -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda f: f.name) if folder.is_dir() else ():
        if entry.is_dir():
            yield from _toml_below(entry, f"{above}{entry.name}/")
        elif entry.name.endswith(".toml"):
            yield above + entry.name, entry


def _missing_files(reading: Reading) -> Iterator[Fault]:
    seen = {f.file for f in reading.faults} | {file.name for file in reading.files}
    for kind in KINDS.values():
        place = f"data/{kind.name}"
        if not any(name.startswith(f"{place}/") if kind.folder else name == f"{place}.toml" for name in seen):
            file = f"{place}/{kind.key}.toml" if kind.folder else f"{place}.toml"
            yield Fault(file, 1, kind.key, f"the file is missing; write [[{kind.key}]] in it")


def _read_facts(reading: Reading, file: TomlFile) -> None:
    kind = kind_of_facts(file.path)
    if kind is None:
        reading.faults.append(file.fault((), f"no such kind of file; there are {', '.join(KINDS)}"))
        return
    allowed = {kind.key, *kind.plain}
    reading.faults += [file.fault((key,), unknown("key", key, allowed)) for key in file.content.keys() - allowed]
    for key, shape in kind.plain.items():
        messages = checked(shape, file.content[key])[1] if key in file.content else {(): "missing"}
        reading.faults += [file.fault((key, *path), message) for path, message in messages.items()]
    entries = file.content.get(kind.key)
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        reading.faults.append(file.fault((kind.key,), f"must be a list of tables: [[{kind.key}]]"))
        return
    for index, raw in enumerate(entries):
        name = str(raw.get("id", f"{kind.key} {index + 1}"))
        reading.facts.append(_item(reading, Item(kind, name, file, (kind.key, index), raw, None), kind.item))


def _read_words(reading: Reading, file: TomlFile) -> None:
    name = file.path.removesuffix(".toml")
    kind = kind_of_words(file.path)
    if kind is not None and kind.file_of_words_each:
        words = Item(kind, name.rpartition("/")[2], file, (), file.content, None)
        reading.words.append(_item(reading, words, kind.words))
    elif kind is not None:
        items = [Item(kind, name, file, (name,), raw, None) for name, raw in file.content.items()]
        reading.words += [_item(reading, item, kind.words) for item in items]
    elif name in WORD_FILES:
        messages = checked(WORD_FILES[name], file.content)[1]
        reading.faults += [file.fault(path, message) for path, message in messages.items()]
    else:
        reading.faults.append(file.fault((), "no kind of file has such words"))


def _item(reading: Reading, item: Item, shape: Any) -> Item:
    """The item with its typed value, where it has one."""
    value, messages = checked(shape, item.raw)
    reading.faults += [item.fault(message, *path) for path, message in messages.items()]
    return replace(item, raw=item.raw if isinstance(item.raw, dict) else {}, value=value)
