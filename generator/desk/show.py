"""One record told in the terminal: what it rests on, what rests on it, how it stands and why, known from when."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.evidence import all_evidence, known, lineage
from generator.filters.addresses import address, name_of, site_address
from generator.filters.pen import Pen
from generator.graph import KIND_WORDS, Graph
from generator.known import known_from
from generator.models.records import Correction, Record

PEEK = 70


def show(graph: Graph, record_id: str, words: Mapping[str, Any]) -> str:
    """Everything that the record's place in the whole says of it, as lines of text."""
    record = graph.record(record_id)
    lines = [f"{KIND_WORDS[graph.kinds[record_id]]} `{record_id}`: {name_of(record)}"]
    lines += [
        f"  file     {graph.located[record_id].place.file}",
        f"  address  {site_address(address(graph, record_id))}",
    ]
    lines += [
        f"  {line}"
        for line in (*_standing(Pen(graph, "", words), record), *_evidence(graph, record), *_back(graph, record))
    ]
    return "\n".join(lines)


def _standing(pen: Pen, record: Record) -> Iterator[str]:
    if pen.basis(record.id):
        support = pen.support(record)
        names = ", ".join(pen.name(one.key) if one.key in pen.graph.actors else one.key for one in support.origins)
        yield f"stands   {pen.standing(support)}: {pen.lineage(support)} ({names or 'none'})"
    if not isinstance(record, Correction) and (day := known_from(pen.graph, record)):
        yield f"known    from {day}"


def _evidence(graph: Graph, record: Record) -> Iterator[str]:
    for _, one in all_evidence(record):
        yield f"rests on {' ← '.join(lineage(graph, one))}, {known(graph, one) or 'undated'}: “{_peek(one.excerpt)}”"


def _back(graph: Graph, record: Record) -> Iterator[str]:
    seen = dict.fromkeys((link.origin, link.ref.back) for link in graph.backlinks.get(record.id, ()))
    for origin, relation in seen:
        yield f"used by  {origin} ({relation.replace('_', ' ')})"


def _peek(text: str) -> str:
    return text if len(text) <= PEEK else f"{text[:PEEK].rsplit(' ', 1)[0]} …"
