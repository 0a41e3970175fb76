"""Two states of the record side by side: what was added, changed and taken out, and what that moved."""

import re
from collections.abc import Callable, Iterator, Mapping

from explainer.analysis import (
    Analysis,
    StandingChange,
    figure_changes,
    standing_changes,
    standing_in_words,
    why_in_words,
)
from explainer.languages import Messages
from explainer.record.graph import KIND_WORDS, Graph
from explainer.record.models import Event, Figure, Record
from explainer.record.names import alike_before

PageOf = Callable[[Graph, str], str]


def compare(before: Analysis, after: Analysis, messages: Messages, page_of: PageOf, *, markdown: bool = False) -> str:
    """The differences as lines of text, or as Markdown for the summary of a pull request.

    `page_of` gives the address of the page that a record of a graph stands on.
    """
    old, new = before.graph, after.graph
    renamed = _renamed(old, new)
    sections = (
        ("Added", [_named(new, record) for record in new.kinds if record not in {*old.kinds, *renamed.values()}]),
        ("Renamed", [f"{_named(old, had)} → `{has}`" for had, has in renamed.items()]),
        ("Changed", [_named(new, record) for record in _changed(old, new)]),
        ("Removed", [_named(old, record) for record in old.kinds if record not in {*new.kinds, *renamed}]),
        ("Figures", list(_moved(before, after, messages))),
        ("Standings", [_standing(new, change, messages) for change in standing_changes(before, after)]),
        ("Pages", sorted(_pages(old, new, page_of))),
    )
    heading, bullet = ("### {}", "- {}") if markdown else ("{}:", "  {}")
    blocks = [[heading.format(name), *(bullet.format(line) for line in lines)] for name, lines in sections if lines]
    between = "\n\n" if markdown else "\n"
    return between.join("\n".join(lines) for lines in blocks) or "Nothing in the record changed."


def _renamed(before: Graph, after: Graph) -> dict[str, str]:
    return {old: record.id for record in after.records() for old in record.formerly if old in before.kinds}


def _changed(before: Graph, after: Graph) -> Iterator[str]:
    """The records that say something else than before; one that only follows a rename does not."""
    renamed = _renamed(before, after)
    ids = re.compile(rf"""(?<=["[: ])({"|".join(renamed) or "(?!)"})(?=["\]@\\])""")  # in JSON and in prose in it
    for record_id, kind in after.kinds.items():
        if before.kinds.get(record_id) == kind and before.record(record_id) != after.record(record_id):
            had, has = (graph.record(record_id).model_dump_json(warnings=False) for graph in (before, after))
            if ids.sub(lambda old_id: renamed[old_id[0]], had) != has:
                yield record_id


def _moved(before: Analysis, after: Analysis, messages: Messages) -> Iterator[str]:
    """What each figure says now, and every value and count that changed, from what to what."""
    current, renamed = list(figure_changes(before, after)), _renamed(before.graph, after.graph)
    figures = after.graph.figures
    shown = {(change.figure, messages.dated_value(figures[change.figure], change.after)) for change in current}
    for change in current:
        figure = figures[change.figure]
        earlier = f"{messages.dated_value(figure, change.before)} → " if change.before else ""
        yield f"`{change.figure}`: {earlier}{messages.dated_value(figure, change.after)}"
    for record_id in _changed(before.graph, after.graph):
        had, has = (_values(state.graph, record_id, renamed, messages) for state in (before, after))
        for key in dict.fromkeys((*had, *has)):
            if had.get(key) != has.get(key) and (record_id, has.get(key)) not in shown:
                yield f"`{record_id}`{key[1]}: {had.get(key, 'new')} → {has.get(key, 'taken out')}"


def _values(
    graph: Graph, record_id: str, renamed: Mapping[str, str], messages: Messages
) -> dict[tuple[object, str], str]:
    """Every value of a figure by its date and counter, and every count of an event by its label, in words."""
    record: Record = graph.record(record_id)
    values: dict[tuple[object, str], str] = {}
    if isinstance(record, Figure):
        for seen in record.observations:
            key = (seen.as_of, renamed.get(seen.counter, seen.counter), alike_before(record, seen))
            values[key, ""] = messages.dated_value(record, seen)
    for name, counts in record.counts.items() if isinstance(record, Event) else ():
        sizes = (f"{count.min}–{count.max}" if count.value is None else str(count.value) for count in counts)
        values[name, f", {graph.site.counts[name].label}"] = ", ".join(sizes)
    return values


def _named(graph: Graph, record_id: str) -> str:
    return f"{KIND_WORDS[graph.kinds[record_id]]} `{record_id}`"


def _standing(graph: Graph, change: StandingChange, messages: Messages) -> str:
    before, after = (standing_in_words(messages, graph, stood) for stood in (change.before, change.after))
    return f"`{change.record}`: {before} → {after}.{why_in_words(messages, graph, change)}".rstrip(".") + "."


def _pages(before: Graph, after: Graph, page_of: PageOf) -> set[str]:
    pages = set()
    for record_id in {*_changed(before, after), *(set(before.kinds) ^ set(after.kinds))}:
        graph = after if record_id in after.kinds else before
        holders = {link.holder for link in graph.back(record_id, "mentioned_in")}
        pages |= {page_of(graph, holder) for holder in {record_id, *(holders & graph.kinds.keys())}}
    return pages
