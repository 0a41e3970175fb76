"""One record told in the terminal: what it rests on, what rests on it, how it stands and why, known from when."""

from collections.abc import Iterator, Mapping
from typing import Any

from explainer.analysis.as_of import known_from
from explainer.analysis.standing import known, lineage
from explainer.record.graph import KIND_WORDS, Graph, observation_parts, split
from explainer.record.models import Correction, Event, Figure, Question, Record
from explainer.record.names import name_of
from explainer.record.walk import Path, all_evidence
from explainer.render.page_view import PageView
from explainer.render.urls import address, site_address

PEEK = 70
RELATIONS = {"parts": "belongs to it", "counts": "counted by it", "holds": "held by it", "mentions": "takes part"}


def show(graph: Graph, target: str, words: Mapping[str, Any]) -> str:
    """Everything that the place in the whole of a record, or of one value or count of it, says, as lines of text."""
    page, record = PageView(graph, "", words), graph.record(split(target)[0])
    lines = (
        f"{KIND_WORDS[graph.kinds[record.id]]} `{target}`: {name_of(record)}",
        f"file     {graph.located[record.id].place.file}",
        f"address  {site_address(address(graph, record.id))}",
        *_standing(page, target, record),
        *_evidence(page, record, parts_of(record).get(split(target)[1] or "", ())),
        *_back(graph, record),
    )
    return "\n  ".join(lines)


def parts_of(record: Record) -> dict[str, Path]:
    """What may stand behind the @ of a record's id, and where that stands in the record."""
    if isinstance(record, Figure):
        return {name: ("observations", index) for name, index in observation_parts(record)}
    return {name: ("counts", name) for name in record.counts} if isinstance(record, Event) else {}


def _standing(page: PageView, target: str, record: Record) -> Iterator[str]:
    if basis := page.basis(target):
        assessment = basis.assessment
        names = ", ".join(page.name(one.key) if one.key in page.graph.actors else one.key for one in assessment.origins)
        yield f"stands   {page.standing(assessment)}: {page.lineage(assessment)} ({names or 'none'})"
    if not isinstance(record, Correction) and (day := known_from(page.graph, record)):
        yield f"known    from {day}"


def _evidence(page: PageView, record: Record, within: Path) -> Iterator[str]:
    every = list(all_evidence(record))
    own = [(path, one) for path, one in every if path[: len(within)] == within]
    for path, one in own or [pair for pair in every if pair[0][0] == "evidence"]:  # of a count, its event's
        value = f" for {page.dated(record.observations[int(path[1])])}" if isinstance(record, Figure) else ""
        way = " ← ".join(lineage(page.graph, one))
        yield f"rests on {way}, {known(page.graph, one) or 'undated'}: “{_peek(one.excerpt)}”{value}"
    for target in dict.fromkeys(link.target for link in page.graph.references[record.id]):
        if isinstance(record, Question) and (basis := page.basis(target)):
            yield f"rests on {KIND_WORDS[page.graph.kinds[target]]} `{target}`: {page.standing(basis.assessment)}"


def _back(graph: Graph, record: Record) -> Iterator[str]:
    seen = dict.fromkeys((link.holder, link.ref.back) for link in graph.backlinks.get(record.id, ()))
    for origin, relation in seen:
        yield f"used by  {origin} ({RELATIONS.get(relation, relation.replace('_', ' '))})"


def _peek(text: str) -> str:
    return text if len(text) <= PEEK else f"{text[:PEEK].rsplit(' ', 1)[0]} …"
