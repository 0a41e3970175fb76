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
    end = rf"{re.escape(old)}(?![a-z0-9-])"
    # in prose the id stands in the second brackets or after three colons: the words before it may be the same word
    in_field, in_prose = re.compile(rf"(?<![a-z0-9-]){end}"), re.compile(rf"(?<=\]\[){end}|(?<=::: ){end}")
    places = set()
    for link in graph.backlinks.get(old, ()):
        located = graph.located[link.origin]
        if located.place.file == file:
            place = located.find(link.path) if link.offset is None else located.inside(link.path, link.offset)
            places.add((place.line, place.column, link.offset is not None))
    for line, column, prose in sorted(places, reverse=True):
        word = in_prose if prose else in_field
        row, start = _found(lines, word, line - 1, column - 1)
        lines[row] = lines[row][:start] + word.sub(new, lines[row][start:], count=1)
    return "\n".join(lines)


def _found(lines: list[str], word: re.Pattern[str], row: int, column: int) -> tuple[int, int]:
    """The line and the start of the search in it: a reference may break over lines."""
    while not word.search(lines[row], column):
        row, column = row + 1, 0
    return row, max(0, column - 1) if column else 0


def _remembering(text: str, old: str) -> str:
    if match := re.search(r"^formerly: *\[(.*)\] *$", text, re.MULTILINE):
        return f"{text[: match.start()]}formerly: [{match[1]}, {old}]{text[match.end() :]}"
    if match := re.search(r"^formerly:\n((?: *- .*\n)+)", text, re.MULTILINE):
        return f"{text[: match.end()]}  - {old}\n{text[match.end() :]}"
    return f"{text.rstrip()}\nformerly: [{old}]\n"


def _path(content: Path, file: str) -> Path:
    return content / Path(file).relative_to(content.name)
