"""YAML text as values that know their line and column. All scalars stay strings: the models alone type them."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, NamedTuple

import yaml

from explainer.record.problems import Place, Problem, short
from explainer.record.yaml_errors import At, dashed, no_field, quoted, syntax_problem

CODES = (
    "alias", "anchor", "bad-character", "duplicate-key", "empty-file", "not-a-mapping", "several-documents", "tag",
    "too-deep", "yaml-syntax",
)  # fmt: skip
MAX_DEPTH = 32
# what turns text around, hides in it, or has no meaning in it; a line break and a tab are seen to elsewhere
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff9-\uffff\U000e0000-\U000e007f]"
)
TRAILING = re.compile(r"(?<![\\ \t])[ \t]+$", re.MULTILINE)  # a backslash before it means the space
ESCAPE = re.compile(r"\\(?:x..|u.{4}|U.{8}|.|$)")

Key = str | int
Path = tuple[Key, ...]
Event = Any  # of libyaml: the stubs leave open whether it has a place, an anchor or a tag


class Node(NamedTuple):
    """Where a value stands, and what stands within it."""

    line: int
    column: int
    key: At
    children: Mapping[Key, "Node"] = MappingProxyType({})
    text: str = ""
    style: str = ""


@dataclass(frozen=True)
class Located:
    """A file's value (dicts, lists and strings) with the place of everything in it."""

    file: str
    value: dict[str, Any]
    node: Node
    lines: tuple[str, ...]

    @property
    def place(self) -> Place:
        """The beginning of the file."""
        return Place(self.file)

    def known(self, path: Path) -> Path:
        """The steps of *path* that the file has; the models add the tag of a union, the index of a lone value."""
        return self._walk(path)[1]

    def find(self, path: Path, *, key: bool = False) -> Place:
        """The place of the value at *path*, or of its key; of its nearest known parent where it is not there."""
        node, known = self._walk(path)
        line, column = node.key if key and known[-1:] == path[-1:] else (node.line, node.column)
        return Place(self.file, line + 1, column + 1)

    def inside(self, path: Path, offset: int) -> Place:
        """The place of one character of the text at *path*, counted from 0; of the next that is not white space."""
        node, _ = self._walk(path)
        # lines are folded and indents are cut, but both sides have the same characters that are not white space
        remaining = min(_inked(node.text[:offset]), _inked(node.text) - 1)
        block = node.style in ("|", ">")
        for row in range(node.line + block, len(self.lines) if remaining >= 0 else 0):
            start = 0 if block or row > node.line else node.column + len(node.style)
            line = _unescaped(self.lines[row][start:], node.style)
            if remaining < (count := _inked(line)):
                column = [at for at, one in enumerate(line) if not one.isspace()][remaining]
                return Place(self.file, row + 1, start + column + 1)
            remaining -= count
        return self.find(path)

    def _walk(self, path: Path) -> tuple[Node, Path]:
        node, known = self.node, tuple[Key, ...]()
        for step in path:
            if step in node.children:
                node, known = node.children[step], (*known, step)
        return node, known


def parse(text: str, file: str) -> tuple[Located | None, list[Problem]]:
    """Read one document; what YAML allows and a record must not have is a problem, as is what YAML refuses.

    A byte order mark, the kind of line ends, and white space at the end of lines make no difference.
    """
    text = TRAILING.sub("", text.removeprefix("\ufeff").replace("\r\n", "\n"))
    if found := HIDDEN.search(text):
        line, column = text.count("\n", 0, found.start()), found.start() - text.rfind("\n", 0, found.start()) - 1
        return None, [_hidden(Place(file, line + 1, column + 1), found[0])]
    reader = _Reader(file, tuple(text.split("\n")))
    try:
        located = reader.document(yaml.parse(text, Loader=yaml.CLoader))
    except _Refused as refused:
        return None, [*reader.problems, refused.args[0]]
    except yaml.MarkedYAMLError as error:
        return None, [*reader.problems, syntax_problem(error, file, reader.lines)]
    return (None if reader.problems else located), reader.problems


class _Refused(Exception):  # noqa: N818  # its argument is a problem of the author's; it is not an error of ours
    pass


@dataclass
class _Reader:
    file: str
    lines: tuple[str, ...]
    problems: list[Problem] = field(default_factory=list)

    def document(self, events: Iterator[Any]) -> Located:
        value: Any = ""
        node: Node | None = None
        for event in events:
            if not isinstance(event, yaml.DocumentStartEvent):
                continue
            if node is not None:
                raise self.refused(event, "several-documents", "a second document begins here", "delete the line")
            value, node = self.value(next(events), events, 1)
        if node is None or value == "":
            raise _Refused(Problem(Place(self.file), "empty-file", "the file is empty", "fill it in, or delete it"))
        if not isinstance(value, dict):
            message, hint = "the file is not made of named fields", "begin it with lines such as `title: …`"
            raise _Refused(Problem(Place(self.file, node.line + 1, node.column + 1), "not-a-mapping", message, hint))
        return Located(self.file, value, node, self.lines)

    def value(self, event: Event, events: Iterator[Any], depth: int, key: At | None = None) -> tuple[Any, Node]:
        self.allowed(event, depth)
        here = (event.start_mark.line, event.start_mark.column)
        if isinstance(event, yaml.ScalarEvent):
            style = event.style or ""
            if style == '"' and (found := HIDDEN.search(event.value)):
                raise _Refused(_hidden(self.place(event), found[0]))
            return event.value, Node(*here, key or here, text=event.value, style=style)
        children: dict[Key, Node] = {}
        node = Node(*here, key or here, children)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(events, depth, children), node
        return self.mapping(events, depth, children), node

    def sequence(self, events: Iterator[Any], depth: int, children: dict[Key, Node]) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            value, children[len(values)] = self.value(event, events, depth + 1)
            values.append(value)
        return values

    def mapping(self, events: Iterator[Any], depth: int, children: dict[Key, Node]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        undashed = False
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            name = self.name(event)
            value, child = self.value(next(events), events, depth + 1, (event.start_mark.line, event.start_mark.column))
            if name not in values:
                values[name], children[name] = value, child
            elif not undashed:
                row, column = children[name].key
                undashed = name != [*values][-1] and self.lines[row][:column].rstrip().endswith("-")
                self.problems.append(self.twice(event, name, row + 1, undashed=undashed))
        return values

    def twice(self, event: Event, name: str, first: int, *, undashed: bool) -> Problem:
        message = f"`{short(name)}` stands twice here; the first is in line {first}"
        hint = "keep one of the two" + ("; a new item of a list begins with a dash" if event.start_mark.column else "")
        if undashed:
            message = f"`{short(name)}` begins a new item of the list here, without its dash"
            hint = dashed(self.line(event))
        return Problem(self.place(event), "duplicate-key", message, hint)

    def name(self, event: Event) -> str:
        self.allowed(event, 1)
        if not isinstance(event, yaml.ScalarEvent):
            raise self.refused(event, "yaml-syntax", "a list cannot be the name of a field", "write `name: value`")
        if not event.style and re.match(r"-\w", event.value):
            _, message, hint = no_field(0, self.line(event))
            raise self.refused(event, "yaml-syntax", message, hint)
        return str(event.value)

    def allowed(self, event: Event, depth: int) -> None:
        if depth > MAX_DEPTH:
            message = f"lists and fields are nested more than {MAX_DEPTH} deep"
            raise self.refused(event, "too-deep", message, "take brackets out")
        if isinstance(event, yaml.AliasEvent):
            raise self.as_text(event, "alias", f"`*{event.anchor}` is an alias")
        if event.anchor:
            raise self.as_text(event, "anchor", f"`&{event.anchor}` is an anchor")
        if event.tag:
            raise self.as_text(event, "tag", f"`{event.tag.replace('tag:yaml.org,2002:', '!!')}` is a tag")

    def as_text(self, event: Event, code: str, message: str) -> _Refused:
        """What YAML reads as a sign of its own, and an editor means as text."""
        return self.refused(event, code, message, quoted(self.line(event)))

    def line(self, event: Event) -> str:
        return str((*self.lines, "")[event.start_mark.line])

    def place(self, event: Event) -> Place:
        return Place(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def refused(self, event: Event, code: str, message: str, hint: str) -> _Refused:
        return _Refused(Problem(self.place(event), code, message, hint))


def _inked(text: str) -> int:
    return len("".join(text.split()))


def _unescaped(line: str, style: str) -> str:
    """The line with each escape as one character and spaces, so that it has as many characters as the value."""
    if style == "'":
        return line.replace("''", "' ")
    if style == '"':
        return ESCAPE.sub(lambda found: ("X" if found[0][1:2].strip("ntrvfNL P_") else " ").ljust(len(found[0])), line)
    return line


def _hidden(place: Place, character: str) -> Problem:
    name = unicodedata.name(character, "control character").lower()
    message = f"a character that nobody sees stands here: U+{ord(character):04X}, {name}"
    return Problem(place, "bad-character", message, "delete it, and type the text around it again")
