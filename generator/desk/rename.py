"""A record under a new id: its file, every reference to it, and a line left at the old address."""

import re
from collections.abc import Iterator
from pathlib import Path

from generator.graph import Graph
from generator.models.values import ID_PATTERN, MAX_ID


class Refused(Exception):  # noqa: N818  # what the editor asked for cannot be done, and nothing was
    """Why a record cannot be renamed."""


def rename(graph: Graph, content: Path, old: str, new: str) -> tuple[str, ...]:
    """Rename, and return the files that were written, as the editor knows them. Nothing is written if refused."""
    if old not in graph.kinds:
        raise Refused(f"there is no record `{old}`")
    if not re.fullmatch(ID_PATTERN, new) or len(new) > MAX_ID:
        raise Refused(f"`{new}` cannot be an id: small letters, digits and single hyphens, at most {MAX_ID}")
    if new in graph.kinds:
        raise Refused(f"there is a record `{new}` already")
    own = graph.located[old].place.file
    texts = {file: _path(content, file).read_text("utf-8") for file in dict.fromkeys((own, *_files(graph, old)))}
    changed = {file: _replaced(text, graph, old, new, file) for file, text in texts.items()}
    changed[own] = _remembering(changed[own], old)
    for file, text in changed.items():
        _path(content, file).write_text(text, "utf-8")
    path = _path(content, own)
    path.rename(path.with_name(f"{new}.yaml"))
    return tuple(changed)


def _files(graph: Graph, old: str) -> Iterator[str]:
    for link in graph.backlinks.get(old, ()):
        yield graph.located[link.origin].place.file


def _replaced(text: str, graph: Graph, old: str, new: str, file: str) -> str:
    """The text with each reference changed where it stands, from the end, so that earlier places hold."""
    lines = text.split("\n")
    word = re.compile(rf"(?<![a-z0-9-]){re.escape(old)}(?![a-z0-9-])")
    places = set()
    for link in graph.backlinks.get(old, ()):
        located = graph.located[link.origin]
        if located.place.file == file:
            place = located.find(link.path) if link.offset is None else located.inside(link.path, link.offset)
            places.add((place.line, place.column))
    for line, column in sorted(places, reverse=True):
        row, start = _found(lines, word, line - 1, column - 1)
        lines[row] = lines[row][:start] + word.sub(new, lines[row][start:], count=1)
    return "\n".join(lines)


def _found(lines: list[str], word: re.Pattern[str], row: int, column: int) -> tuple[int, int]:
    """The line and column at or after a place where the id stands: a reference may break over lines."""
    while not word.search(lines[row], column):
        row, column = row + 1, 0
    return row, column


def _remembering(text: str, old: str) -> str:
    match = re.search(r"^formerly: *\[(.*)\] *$", text, re.MULTILINE)
    if match:
        return text[: match.start()] + f"formerly: [{match[1]}, {old}]" + text[match.end() :]
    return f"{text.rstrip()}\nformerly: [{old}]\n"


def _path(content: Path, file: str) -> Path:
    return content / Path(file).relative_to(content.name)
