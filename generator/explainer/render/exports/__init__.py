"""The record as files that a program can read: one JSON of everything, and tables."""

import csv
import io
import json
from collections.abc import Callable, Collection, Iterable, Iterator

from explainer.analysis.standing import assess_observation, assess_record
from explainer.record.graph import Graph
from explainer.record.models import KINDS, Event, Fact, Figure, Quote, Record
from explainer.render.urls import address, name_of, site_address
from explainer.render.write import Output

Row = dict[str, object]


def export(graph: Graph) -> Iterator[Output]:
    """`data/record.json` with every record, a table for each kind that makes one, and a file for each page's record."""
    yield Output("data/record.json", _json(graph, graph.kinds))
    for name, rows in TABLES:
        if found := list(rows(graph)):
            yield Output(f"data/{name}.csv", _csv(found))
    for kind in ("background", "figures", "disputes"):
        for record_id in getattr(graph, kind):
            yield Output(f"data/{kind}/{record_id}.json", _json(graph, _behind(graph, record_id)))


def _behind(graph: Graph, record_id: str) -> set[str]:
    """A record, what it names, and what these rest on."""
    found = {record_id}
    for _ in range(2):
        named = {ref.target for one in found for ref in graph.references[one]}
        found |= named - graph.background.keys()  # a record only belongs to its questions
    return found


def _json(graph: Graph, ids: Collection[str]) -> bytes:
    everything = {
        kind: {one.id: _plain(graph, one) for one in getattr(graph, kind).values() if one.id in ids} for kind in KINDS
    }
    return (json.dumps(everything, ensure_ascii=False, indent=1, default=float, allow_nan=False) + "\n").encode()


def _plain(graph: Graph, record: Record) -> Row:
    """The record's fields, with its address and, where it states something, its standing."""
    row: Row = {"address": site_address(address(graph, record.id)), **_standing(graph, record)}
    return row | record.model_dump(by_alias=True, exclude_defaults=True)


def _standing(graph: Graph, record: Record) -> Row:
    if not isinstance(record, Fact | Quote | Event | Figure):
        return {}
    found = assess_record(graph, record)
    return {"standing": found.standing.value, "origins": [one.key for one in found.origins]}


def _facts(graph: Graph) -> Iterator[Row]:
    for one in graph.facts.values():
        yield {"id": one.id, "statement": one.statement, "as_of": one.as_of, **_told(graph, one)}


def _quotes(graph: Graph) -> Iterator[Row]:
    for one in graph.quotes.values():
        said = {"speaker": name_of(graph.actors[one.speaker]), "said_on": one.said_on or "", "occasion": one.occasion}
        yield {"id": one.id, **said, "language": one.language, "text": one.text, **_told(graph, one)}


def _events(graph: Graph) -> Iterator[Row]:
    for one in sorted(graph.events.values(), key=lambda event: (event.date, event.id)):
        counts = {name: _count(one, name) for name in graph.site.counts}
        where = {"areas": " ".join(one.areas), "place": one.place or ""}
        yield {
            "id": one.id,
            "date": one.date,
            "type": one.type,
            "number": one.number or "",
            "status": one.status,
            "title": one.title,
            **where,
            **counts,
            **_told(graph, one),
        }


def _figures(graph: Graph) -> Iterator[Row]:
    for figure in graph.figures.values():
        for seen in figure.observations:
            assessment = assess_observation(graph, figure, seen)
            yield {
                "figure": figure.id,
                "as_of": seen.as_of,
                "bound": seen.bound,
                "value": seen.value,
                "unit": figure.unit,
                "counter": name_of(graph.actors[seen.counter]),
                "standing": assessment.standing.value,
            }


def _sources(graph: Graph) -> Iterator[Row]:
    for one in graph.sources.values():
        yield {
            "id": one.id,
            "publisher": one.publisher,
            "title": name_of(one),
            "published": one.published or "",
            "url": one.url or "",
            "read": one.read,
            "reliability": one.reliability or "",
            "relays": one.via or "",
        }


def _told(graph: Graph, record: Record) -> Row:
    assessment = assess_record(graph, record)
    sources = " ".join(dict.fromkeys(one.source for one in getattr(record, "evidence", ())))
    return {"standing": assessment.standing.value, "origins": len(assessment.origins), "sources": sources}


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


TABLES: tuple[tuple[str, Callable[[Graph], Iterator[Row]]], ...] = (
    ("events", _events),
    ("facts", _facts),
    ("figures", _figures),
    ("quotes", _quotes),
    ("sources", _sources),
)
