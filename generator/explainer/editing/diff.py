"""Two states of the record side by side: what was added, changed and taken out, and what that moved."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from explainer.analysis.changes import StandingChange, figure_changes, standing_changes
from explainer.record.graph import KIND_WORDS, Graph
from explainer.record.models import Event, Figure, Record
from explainer.render.page_view import PageView
from explainer.render.urls import page_of, site_address
from explainer.render.views import part_anchor, why


def compare(before: Graph, after: Graph, words: Mapping[str, Any], *, markdown: bool = False) -> str:
    """The differences as lines of text, or as Markdown for the summary of a pull request."""
    page = PageView(after, "", words)
    renamed = _renamed(before, after)
    sections = (
        ("Added", [_named(after, one) for one in after.kinds if one not in {*before.kinds, *renamed.values()}]),
        ("Renamed", [f"{_named(before, old)} → `{new}`" for old, new in renamed.items()]),
        ("Changed", [_named(after, one) for one in _changed(before, after)]),
        ("Removed", [_named(before, one) for one in before.kinds if one not in {*after.kinds, *renamed}]),
        ("Figures", list(_moved(page, before, after))),
        ("Standings", [_shift(page, one) for one in standing_changes(before, after)]),
        ("Pages", sorted(_pages(before, after))),
    )
    heading, bullet = ("### {}", "- {}") if markdown else ("{}:", "  {}")
    told = [[heading.format(name), *(bullet.format(line) for line in lines)] for name, lines in sections if lines]
    between = "\n\n" if markdown else "\n"
    return between.join("\n".join(lines) for lines in told) or "Nothing in the record changed."


def _renamed(before: Graph, after: Graph) -> dict[str, str]:
    return {old: one.id for one in after.records() for old in one.formerly if old in before.kinds}


def _changed(before: Graph, after: Graph) -> Iterator[str]:
    """The records that say something else than before; one that only follows a rename does not."""
    renamed = _renamed(before, after)
    ids = re.compile(rf"""(?<=["[: ])({"|".join(renamed) or "(?!)"})(?=["\]@\\])""")  # in JSON and in prose in it
    for one, kind in after.kinds.items():
        if before.kinds.get(one) == kind and before.record(one) != after.record(one):
            had, has = (graph.record(one).model_dump_json(warnings=False) for graph in (before, after))
            if ids.sub(lambda found: renamed[found[0]], had) != has:
                yield one


def _moved(page: PageView, before: Graph, after: Graph) -> Iterator[str]:
    """What each figure says now, and every value and count that changed, from what to what."""
    current, renamed = list(figure_changes(before, after)), _renamed(before, after)
    told = {(one.figure, page.dated(one.after)) for one in current}
    for change in current:
        earlier = f"{page.dated(change.before)} → " if change.before else ""
        yield f"`{change.figure}`: {earlier}{page.dated(change.after)}"
    for one in _changed(before, after):
        had, has = (_values(page, graph.record(one), renamed) for graph in (before, after))
        for key in dict.fromkeys((*had, *has)):
            if had.get(key) != has.get(key) and (one, has.get(key)) not in told:
                yield f"`{one}`{key[1]}: {had.get(key, 'new')} → {has.get(key, 'taken out')}"


def _values(page: PageView, record: Record, renamed: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """Every value of a figure, and every count of an event with its label, in words."""
    if isinstance(record, Figure):
        named = ((part_anchor(record, seen), seen.counter, seen) for seen in record.observations)
        return {(at.replace(by, renamed.get(by, by)), ""): page.dated(seen) for at, by, seen in named}
    counts = record.counts if isinstance(record, Event) else {}
    found = {}
    for name, some in counts.items():
        sizes = (f"{one.min}–{one.max}" if one.value is None else str(one.value) for one in some)
        found[name, f", {page.graph.site.counts[name].label}"] = ", ".join(sizes)
    return found


def _named(graph: Graph, record_id: str) -> str:
    return f"{KIND_WORDS[graph.kinds[record_id]]} `{record_id}`"


def _shift(page: PageView, change: StandingChange) -> str:
    moved = f"{page.standing(change.before)} → {page.standing(change.after)}"
    return f"`{change.record}`: {moved}.{why(page, change)}".rstrip(".") + "."


def _pages(before: Graph, after: Graph) -> set[str]:
    touched = {*_changed(before, after), *(set(before.kinds) ^ set(after.kinds))}
    found = set()
    for one in touched:
        graph = after if one in after.kinds else before
        found.add(site_address(page_of(graph, graph.record(one))))
        found |= {
            site_address(page_of(graph, graph.record(link.holder)))
            for link in graph.back(one, "mentioned_in")
            if link.holder in graph.kinds
        }
    return found
