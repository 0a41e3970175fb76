"""The record as files that a program can read: one JSON of everything, and tables."""

import csv
import io
import json
from collections.abc import Callable, Collection, Iterable, Iterator

from explainer.analysis import Analysis
from explainer.record.graph import Graph
from explainer.record.models import KINDS, Event, Fact, Figure, Quote, Record
from explainer.record.names import name_of
from explainer.render.urls import address, site_address
from explainer.render.write import Output

Row = dict[str, object]


def export(analysis: Analysis) -> Iterator[Output]:
    """`data/record.json` with every record, a table for each kind that makes one, and a file for each page's record."""
    graph = analysis.graph
    yield Output("data/record.json", _json(analysis, graph.kinds))
    for name, rows in TABLES:
        if table := list(rows(analysis)):
            yield Output(f"data/{name}.csv", _csv(table))
    for kind in ("background", "figures", "disputes"):
        for record_id in getattr(graph, kind):
            yield Output(f"data/{kind}/{record_id}.json", _json(analysis, _behind(graph, record_id)))


def _behind(graph: Graph, record_id: str) -> set[str]:
    """A record, what it names, and what these rest on."""
    behind = {record_id}
    for _ in range(2):
        named = {link.target for holder in behind for link in graph.references[holder]}
        behind |= named - graph.background.keys()  # a record only belongs to its questions
    return behind


def _json(analysis: Analysis, ids: Collection[str]) -> bytes:
    everything = {
        kind: {
            record.id: _plain(analysis, record) for record in getattr(analysis.graph, kind).values() if record.id in ids
        }
        for kind in KINDS
    }
    return (json.dumps(everything, ensure_ascii=False, indent=1, default=float, allow_nan=False) + "\n").encode()


def _plain(analysis: Analysis, record: Record) -> Row:
    """The record's fields, with its address and, where it states something, its standing."""
    row: Row = {"address": site_address(address(analysis.graph, record.id)), **_standing(analysis, record)}
    return row | record.model_dump(by_alias=True, exclude_defaults=True)


def _standing(analysis: Analysis, record: Record) -> Row:
    if not isinstance(record, Fact | Quote | Event | Figure):
        return {}
    assessment = analysis.assessment(record.id)
    origins = [origin.actor for origin in assessment.origins]
    return {"basis": assessment.basis.value, "contested_by": list(assessment.contest.by), "origins": origins}


def _facts(analysis: Analysis) -> Iterator[Row]:
    for fact in analysis.graph.facts.values():
        yield {"id": fact.id, "statement": fact.statement, "as_of": fact.as_of, **_stands(analysis, fact)}


def _quotes(analysis: Analysis) -> Iterator[Row]:
    for quote in analysis.graph.quotes.values():
        speaker = name_of(analysis.graph.actors[quote.speaker])
        said = {"speaker": speaker, "said_on": quote.said_on or "", "occasion": quote.occasion}
        yield {"id": quote.id, **said, "language": quote.language, "text": quote.text, **_stands(analysis, quote)}


def _events(analysis: Analysis) -> Iterator[Row]:
    for event in sorted(analysis.graph.events.values(), key=lambda event: (event.date, event.id)):
        kind = {"type": event.type, "number": event.number or "", "status": event.status}
        where = {"areas": " ".join(event.areas), "place": event.place or ""}
        counts = {name: _count(event, name) for name in analysis.graph.site.counts}
        stands = _stands(analysis, event)
        yield {"id": event.id, "date": event.date, **kind, "title": event.title, **where, **counts, **stands}


def _figures(analysis: Analysis) -> Iterator[Row]:
    for figure in analysis.graph.figures.values():
        for seen in figure.observations:
            counter = name_of(analysis.graph.actors[seen.counter])
            value = {"bound": seen.bound, "value": seen.value, "unit": figure.unit, "counter": counter}
            assessment = analysis.assessments[figure.id][seen]
            stands = {"basis": assessment.basis.value, "contested_by": " ".join(assessment.contest.by)}
            yield {"figure": figure.id, "as_of": seen.as_of, **value, **stands}


def _sources(analysis: Analysis) -> Iterator[Row]:
    for source in analysis.graph.sources.values():
        yield {
            "id": source.id,
            "publisher": name_of(analysis.graph.actors[source.publisher]),
            "title": name_of(source),
            "published": source.published or "",
            "url": source.url or "",
            "read": source.read,
            "reliability": source.reliability or "",
            "relays": source.via or "",
        }


def _stands(analysis: Analysis, record: Fact | Quote | Event) -> Row:
    assessment = analysis.assessment(record.id)
    sources = " ".join(dict.fromkeys(passage.source for passage in record.evidence))
    contested = " ".join(assessment.contest.by)
    worked_out = {"basis": assessment.basis.value, "contested_by": contested, "origins": len(assessment.origins)}
    return {**worked_out, "sources": sources}


def _count(event: Event, name: str) -> object:
    if name not in event.counts:
        return ""
    last = event.counts[name][-1]
    return last.value if last.value is not None else f"{last.min}-{last.max}"


def _csv(rows: Iterable[Row]) -> bytes:
    rows = list(rows)
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0], lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _safe(value) for key, value in row.items()} for row in rows)
    return text.getvalue().encode()


def _safe(value: object) -> object:
    """A text that a spreadsheet would take for a formula, kept a text."""
    return f"'{value}" if isinstance(value, str) and value[:1] in "=+-@" and value else value


TABLES: tuple[tuple[str, Callable[[Analysis], Iterator[Row]]], ...] = (
    ("events", _events),
    ("facts", _facts),
    ("figures", _figures),
    ("quotes", _quotes),
    ("sources", _sources),
)
