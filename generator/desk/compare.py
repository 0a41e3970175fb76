"""Two states of the record side by side: what was added, changed and taken out, and what that moved."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.changes import Move, Shift, moves, shifts
from generator.filters.addresses import page_of, site_address
from generator.filters.pen import Pen
from generator.filters.telling import why
from generator.graph import KIND_WORDS, Graph


def compare(before: Graph, after: Graph, words: Mapping[str, Any], *, markdown: bool = False) -> str:
    """The differences as lines of text, or as Markdown for the summary of a pull request."""
    pen = Pen(after, "", words)
    renamed = {old: one.id for one in after.records() for old in one.formerly if old in before.kinds}
    sections = (
        ("Added", [_named(after, one) for one in after.kinds if one not in {*before.kinds, *renamed.values()}]),
        ("Renamed", [f"{_named(before, old)} → `{new}`" for old, new in renamed.items()]),
        ("Changed", [_named(after, one) for one in _changed(before, after)]),
        ("Removed", [_named(before, one) for one in before.kinds if one not in {*after.kinds, *renamed}]),
        ("Figures", [_move(pen, one) for one in moves(before, after)]),
        ("Standings", [_shift(pen, one) for one in shifts(before, after)]),
        ("Pages", sorted(_pages(before, after))),
    )
    heading, bullet = ("### {}", "- {}") if markdown else ("{}:", "  {}")
    told = [[heading.format(name), *(bullet.format(line) for line in lines)] for name, lines in sections if lines]
    between = "\n\n" if markdown else "\n"
    return between.join("\n".join(lines) for lines in told) or "Nothing in the record changed."


def _changed(before: Graph, after: Graph) -> Iterator[str]:
    for one, kind in after.kinds.items():
        if before.kinds.get(one) == kind and before.record(one) != after.record(one):
            yield one


def _named(graph: Graph, record_id: str) -> str:
    return f"{KIND_WORDS[graph.kinds[record_id]]} `{record_id}`"


def _move(pen: Pen, move: Move) -> str:
    before = f"{pen.dated(move.before)} → " if move.before else ""
    return f"`{move.figure}`: {before}{pen.dated(move.after)}"


def _shift(pen: Pen, shift: Shift) -> str:
    return (
        f"`{shift.record}`: {pen.standing(shift.before)} → {pen.standing(shift.after)}.{why(pen, shift)}".rstrip(".")
        + "."
    )


def _pages(before: Graph, after: Graph) -> set[str]:
    touched = {*_changed(before, after), *(set(before.kinds) ^ set(after.kinds))}
    found = set()
    for one in touched:
        graph = after if one in after.kinds else before
        found.add(site_address(page_of(graph, graph.record(one))))
        found |= {
            site_address(page_of(graph, graph.record(link.origin)))
            for link in graph.back(one, "mentioned_in")
            if link.origin in graph.kinds
        }
    return found
