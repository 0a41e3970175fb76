"""A record under a new id: its file, every reference to it, and a line left at the old address."""

import re
from collections.abc import Iterator
from pathlib import Path

from explainer.editing.format import tidy
from explainer.record import load
from explainer.record.graph import SITE, Graph
from explainer.record.models import KINDS
from explainer.record.problems import Place
from explainer.record.site_config import SiteConfig
from explainer.record.values import MAX_ID

IN_FIELD = r"(?<![a-z0-9-])"
IN_PROSE = r"\]\[|:::[ \t]*"  # the words before it may be the same word
IN_PART = r"\d:"  # a value of a figure by its counter


class Refused(Exception):  # noqa: N818  # what the editor asked for cannot be done, and nothing was
    """Why a record cannot be renamed."""


def rename(graph: Graph, content: Path, old: str, new: str) -> tuple[str, ...]:
    """Rename, and return the files that were written, as the editor knows them. Nothing is written if refused."""
    if refusal := _refusal(graph, old, new):
        raise Refused(refusal)
    own = graph.located[old].file
    path = _path(content, own)
    if path.with_name(f"{new}.yaml").exists():
        raise Refused(f"there is a file {new}.yaml already")
    places: dict[str, set[tuple[Place, str]]] = {own: set()}
    for place, before in _places(graph, old):
        places.setdefault(place.file, set()).add((place, before))
    changed = {
        file: _replaced(_path(content, file).read_text("utf-8"), found, old, new) for file, found in places.items()
    }
    changed[own] = _remembering(changed[own], [one for one in graph.record(old).formerly if one != new] + [old])
    for file, text in changed.items():
        model = KINDS.get(Path(file).relative_to(load.called(content)).parts[0], SiteConfig)
        had = _path(content, file).read_text("utf-8")
        _path(content, file).write_text(tidy(text, model) if tidy(had, model) == had else text, "utf-8", newline="\n")
    path.rename(path.with_name(f"{new}.yaml"))
    return tuple(changed)


def _refusal(graph: Graph, old: str, new: str) -> str:
    if old not in graph.kinds:
        return f"there is no record `{old}`"
    if not load.is_id(new):
        return f"`{new}` cannot be an id: small letters, digits and single hyphens, at most {MAX_ID}"
    if new in graph.kinds:
        return f"there is a record `{new}` already"
    had = next((one.id for one in graph.records() if new in one.formerly and one.id != old), "")
    return f"`{new}` is taken for ever: `{had}` had it once" if had else ""


def _places(graph: Graph, old: str) -> Iterator[tuple[Place, str]]:
    """Where each reference to the record begins, and what stands right before the id in it."""
    for links in graph.references.values():
        for link in links:
            located = graph.located[link.holder]
            place = located.find(link.path) if link.offset is None else located.inside(link.path, link.offset)
            if link.target == old:
                yield place, IN_FIELD if link.offset is None else IN_PROSE
            if link.part and link.part.endswith(f":{old}"):
                yield place, IN_PART
    for record in graph.records():
        if old in getattr(record, "answers", {}):
            yield graph.place(record.id, "answers", old, key=True), IN_FIELD
    for index, added in enumerate(graph.site.sums):
        if old in added.reasons:
            yield graph.place(SITE, "sums", index, "reasons", old, key=True), IN_FIELD


def _replaced(text: str, places: set[tuple[Place, str]], old: str, new: str) -> str:
    """The text with each reference changed where it stands, from the end, so that earlier places hold."""
    lines = text.split("\n")
    for place, before in sorted(places, reverse=True):
        row, column = place.line - 1, place.column - 1
        word = re.compile(rf"({before}){re.escape(old)}(?![a-z0-9-])")
        while not (found := word.search(lines[row], column)):  # the words of a reference may break over lines
            row, column = row + 1, 0
        lines[row] = lines[row][: found.end(1)] + new + lines[row][found.end() :]
    return "\n".join(lines)


def _remembering(text: str, ids: list[str]) -> str:
    line = f"formerly: [{', '.join(ids)}]\n"
    had = re.compile(r"^formerly:.*\n(?:[ \t\-\]].*\n)*", re.MULTILINE)
    ended = f"{text.rstrip()}\n"
    return had.sub(line, ended) if had.search(ended) else ended + line


def _path(content: Path, file: str) -> Path:
    return content / Path(file).relative_to(load.called(content))
