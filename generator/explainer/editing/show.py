"""One record told in the terminal: what it rests on, what rests on it, how it stands and why, known from when."""

from collections.abc import Iterator

from explainer.analysis import Analysis, outlets_in_words, standing_in_words
from explainer.languages import Messages
from explainer.record.graph import KIND_WORDS, Graph, split
from explainer.record.models import Figure, Question, Record, Stated
from explainer.record.names import name_of
from explainer.record.walk import Path, all_evidence, named_parts

PEEK = 70
RELATIONS = {
    "parts": "belongs to it", "counts": "counted by it", "holds": "held by it", "mentions": "takes part",
    "published": "published by it", "acted": "its act", "position_in": "a position of it",
}  # fmt: skip


def show(analysis: Analysis, target: str, messages: Messages, address: str) -> str:
    """Everything that the place in the whole of a record, or of one value or count of it, says, as lines of text."""
    graph, (record_id, part) = analysis.graph, split(target)
    record = graph.record(record_id)
    lines = (
        f"{KIND_WORDS[graph.kinds[record_id]]} `{target}`: {name_of(record, graph.site.language)}",
        f"file     {graph.located[record_id].place.file}",
        f"address  {address}",
        *_standing(analysis, target, messages),
        *_evidence(analysis, record, named_parts(record).get(part or "", ()), messages),
        *_questions_rest_on(analysis, record, messages),
        *_back(graph, record_id),
    )
    return "\n  ".join(lines)


def _standing(analysis: Analysis, target: str, messages: Messages) -> Iterator[str]:
    record_id, _ = split(target)
    if record_id in analysis.assessments:
        assessment = analysis.assessment(target)
        names = ", ".join(name_of(analysis.graph.actors[origin.actor]) for origin in assessment.origins)
        stands = standing_in_words(messages, analysis.graph, assessment)
        yield f"stands   {stands}: {outlets_in_words(messages, analysis.graph, assessment)} ({names or 'none'})"
    if record_id in analysis.known_from:
        yield f"known    from {analysis.known_from[record_id]}"


def _evidence(analysis: Analysis, record: Record, within: Path, messages: Messages) -> Iterator[str]:
    every = list(all_evidence(record))
    own = [(path, passage) for path, passage in every if path[: len(within)] == within]
    for path, passage in own or [pair for pair in every if pair[0][0] == "evidence"]:  # of a count, its event's
        value = ""
        if isinstance(record, Figure):
            value = f" for {messages.dated_value(record, record.observations[int(path[1])])}"
        provenance = analysis.provenance[passage]
        way = " ← ".join(provenance.lineage)
        yield f"rests on {way}, {provenance.published or 'undated'}: “{_peek(passage.excerpt)}”{value}"


def _questions_rest_on(analysis: Analysis, record: Record, messages: Messages) -> Iterator[str]:
    """What an answer rests on, with how it stands."""
    graph = analysis.graph
    for target in dict.fromkeys(link.target for link in graph.references[record.id]):
        if isinstance(record, Question) and isinstance(graph.record(target), Stated):
            stands = standing_in_words(messages, graph, analysis.assessment(target))
            yield f"rests on {KIND_WORDS[graph.kinds[target]]} `{target}`: {stands}"


def _back(graph: Graph, record_id: str) -> Iterator[str]:
    for holder, relation in dict.fromkeys((link.holder, link.ref.back) for link in graph.backlinks.get(record_id, ())):
        yield f"used by  {holder} ({RELATIONS.get(relation, relation.replace('_', ' '))})"


def _peek(text: str) -> str:
    return text if len(text) <= PEEK else f"{text[:PEEK].rsplit(' ', 1)[0]} …"
