"""YAML text as values that know their line and column. All scalars stay strings: the models alone type them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.problems import Place, Problem

CODES = (
    "alias",
    "anchor",
    "duplicate-key",
    "empty-file",
    "not-a-mapping",
    "several-documents",
    "tag",
    "too-deep",
    "yaml-syntax",
)
MAX_DEPTH = 32

Key = str | int
Path = tuple[Key, ...]


@dataclass(frozen=True)
class Node:
    """Where a value stands: its own place, the place of its key, and the nodes within it."""

    place: Place
    key: Place
    children: dict[Key, "Node"] = field(default_factory=dict)
    style: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Located:
    """A file's value (dicts, lists and strings) with the place of everything in it."""

    value: dict[str, Any]
    node: Node

    @property
    def place(self) -> Place:
        """The beginning of the file."""
        return Place(self.node.place.file)

    def find(self, path: Path, *, key: bool = False) -> Place:
        """The place of the value at *path*, or of its key; of its nearest known parent where it is not there."""
        node, found = self._node(path)
        return node.key if key and found else node.place

    def inside(self, path: Path, offset: int) -> Place:
        """The place of one character of the text at *path*, counted from 0."""
        node, _ = self._node(path)
        text = self._text(path)
        before = text[:offset]
        if node.style == "|":
            row, column = before.count("\n"), offset - (before.rfind("\n") + 1)
            first = _first_content(node)
            return Place(node.place.file, node.place.line + first + row, _indent(node, first + row) + column + 1)
        return _in_flow(node, before)

    def _node(self, path: Path) -> tuple[Node, bool]:
        node, found = self.node, True
        for step in path:
            # a step that YAML does not have is one of the models': the tag of a union, the index of a lone value
            found = step in node.children
            node = node.children.get(step, node)
        return node, found

    def _text(self, path: Path) -> str:
        value: Any = self.value
        for step in path:
            if isinstance(value, dict | list) and (isinstance(value, dict) or isinstance(step, int)):
                value = value[step]
        return str(value)


def parse(text: str, file: str) -> tuple[Located | None, list[Problem]]:
    """Read one document; what YAML allows and a record must not have is a problem, as is what YAML refuses."""
    reader = _Reader(file, text.splitlines())
    try:
        located = reader.document(yaml.parse(text, Loader=yaml.CLoader))
    except _Refused as refused:
        return None, [*reader.problems, refused.problem]
    except yaml.MarkedYAMLError as error:
        return None, [*reader.problems, _syntax(error, file, text)]
    return (None if reader.problems else located), reader.problems


class _Refused(Exception):  # noqa: N818  # it carries a problem of the author's, it is not an error of ours
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


@dataclass
class _Reader:
    file: str
    lines: list[str]
    problems: list[Problem] = field(default_factory=list)

    def document(self, events: Iterator[Any]) -> Located | None:
        value: Any = None
        node: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if node is not None:
                    raise self.refused(event, "several-documents", "the file holds two documents", "take out the line `---`")
                value, node = self.value(next(events), events, 1)
        if node is None or value == "":
            problem = Problem(Place(self.file), "empty-file", "the file is empty", "fill it in, or delete it")
            raise _Refused(problem)
        if not isinstance(value, dict):
            hint = "a record is made of lines such as `title: …`"
            raise _Refused(Problem(node.place, "not-a-mapping", "the file holds no fields", hint))
        return Located(value, node)

    def value(self, event: Any, events: Iterator[Any], depth: int, key: Place | None = None) -> tuple[Any, Node]:
        self.allowed(event, depth)
        place = self.place(event)
        if isinstance(event, yaml.ScalarEvent):
            style = event.style or ""
            end = event.end_mark.line + 1 if style else event.start_mark.line + 1
            lines = tuple(self.lines[event.start_mark.line : max(end, event.end_mark.line)])
            return event.value, Node(place, key or place, style=style, lines=lines)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(events, depth, Node(place, key or place))
        return self.mapping(events, depth, Node(place, key or place))

    def sequence(self, events: Iterator[Any], depth: int, node: Node) -> tuple[list[Any], Node]:
        values: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            value, child = self.value(event, events, depth + 1)
            node.children[len(values)] = child
            values.append(value)
        return values, node

    def mapping(self, events: Iterator[Any], depth: int, node: Node) -> tuple[dict[str, Any], Node]:
        values: dict[str, Any] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            name, place = self.name(event), self.place(event)
            value, child = self.value(next(events), events, depth + 1, place)
            if name in values:
                first = node.children[name].key
                message = f"`{name}` stands twice; the first is in line {first.line}"
                self.problems.append(Problem(place, "duplicate-key", message, "keep one of the two"))
                continue
            values[name], node.children[name] = value, child
        return values, node

    def name(self, event: Any) -> str:
        self.allowed(event, 1)
        if not isinstance(event, yaml.ScalarEvent):
            raise self.refused(event, "yaml-syntax", "the name of a field is a single word", "write `name: value`")
        return str(event.value)

    def allowed(self, event: Any, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise self.refused(event, "too-deep", f"lists and fields are nested more than {MAX_DEPTH} deep", "take brackets out")
        if isinstance(event, yaml.AliasEvent):
            raise self.refused(event, "alias", f"`*{event.anchor}` is an alias", "put the text in quotation marks")
        if event.anchor:
            raise self.refused(event, "anchor", f"`&{event.anchor}` is an anchor", "put the text in quotation marks")
        if event.tag and event.tag != "!":
            raise self.refused(event, "tag", f"`{event.tag}` is a tag", "put the text in quotation marks")

    def place(self, event: Any) -> Place:
        return Place(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def refused(self, event: Any, code: str, message: str, hint: str) -> _Refused:
        return _Refused(Problem(self.place(event), code, message, hint))


def _first_content(node: Node) -> int:
    """How many lines below its key a block scalar begins."""
    return next((row for row, line in enumerate(node.lines) if row and line.strip()), 1)


def _indent(node: Node, row: int) -> int:
    first = _first_content(node)
    line = node.lines[first] if first < len(node.lines) else ""
    width = len(line) - len(line.lstrip())
    return width if row < len(node.lines) and node.lines[row].strip() else 0


def _in_flow(node: Node, before: str) -> Place:
    """The place in a text whose lines were joined: the words before it, counted."""
    words, start = len(before.split()), node.place
    joined = " ".join(node.lines)
    if len(node.lines) < 2:
        return Place(start.file, start.line, start.column + len(before) + (node.style in "\"'" and node.style != ""))
    count = len(joined[: start.column - 1].split())
    for row, line in enumerate(node.lines):
        found = list(re.finditer(r"\S+", line))
        if count + len(found) > words + (len(node.lines[0][: start.column - 1].split())):
            index = words + len(node.lines[0][: start.column - 1].split()) - count
            return Place(start.file, start.line + row, found[max(0, min(index, len(found) - 1))].start() + 1)
        count += len(found) if row else len(found) - count
    return start


SYNTAX = (
    (r"found character '\\t'|found a tab", "a tab stands where spaces should", "use two spaces for each step in"),
    (r"mapping values are not allowed", "a second colon in one line", "put the value in quotation marks: `title: \"One: two\"`"),
    (r"could not find expected ':'", "a field without its colon", "write `name: value`, with a space after the colon"),
    (r"did not find expected '-' indicator", "a list item without its dash", "begin each item with a dash, all at one depth"),
    (r"did not find expected key", "the line stands at the wrong depth, or its text needs quotation marks",
     "line it up with the fields above it; put a text that begins with a quotation mark in quotation marks as a whole"),
    (r"unexpected end of stream", "a quotation mark or bracket is not closed", "close it at the end of the text"),
    (r"block sequence entries are not allowed", "a list begins where it cannot", "put the dash on a line of its own below the name"),
    (r"cannot start any token", "the text begins with a character that YAML keeps for itself", "put the text in quotation marks"),
    (r"did not find expected ',' or", "a bracket is not closed, or a comma is missing", "close it, or put the text in quotation marks"),
    (r"unknown escape character", "a backslash in double quotation marks", "use single quotation marks, or write it twice"),
    (r"did not find expected <document start>", "the line belongs to nothing above it", "write `name: value`"),
)


def _syntax(error: yaml.MarkedYAMLError, file: str, text: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    said = f"{error.problem or ''} {error.context or ''}"
    lines = text.splitlines()
    if mark and mark.line < len(lines) and "\t" in lines[mark.line][: mark.column + 1]:
        return Problem(place, "yaml-syntax", SYNTAX[0][1], SYNTAX[0][2])
    for pattern, message, hint in SYNTAX:
        if re.search(pattern, said):
            return Problem(place, "yaml-syntax", message, hint)
    hint = "compare it with the lines above, or put the text in quotation marks"
    return Problem(place, "yaml-syntax", "the line cannot be read as YAML", hint)
