"""Rules on words and numbers: what is quoted stands in its excerpt, and excerpts stay short."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from explainer.analysis import Analysis
from explainer.quantities.reading import Reading
from explainer.record.graph import Graph
from explainer.record.matching import missing_part
from explainer.record.models import Event, Record, Stated
from explainer.record.parts import Claim, Evidence
from explainer.record.walk import Path, all_evidence
from explainer.rules.binding.held import Held, Loose, is_counted, loose_in, nearest
from explainer.rules.binding.holdings import (
    NOTHING,
    amount,
    dated,
    evidenced,
    numbered,
    reader_of,
    unit_of,
    worked_out,
)
from explainer.rules.finding import Finding, at, at_path, unproven
from explainer.rules.wording import length_of, nearest_passage

EXCERPT_WORDS = 40
WORK_WORDS = 250


def quotation_stands_in_its_excerpt(graph: Graph, _: Analysis) -> Iterator[Finding]:
    """Each contiguous part of a quotation stands word for word in one of its excerpts."""
    for quote in graph.quotes.values():
        excerpts = [one.excerpt for one in quote.evidence]
        if part := missing_part(quote.text, excerpts):
            message = f"the words “{part}” stand in no excerpt of this quotation"
            passage = nearest_passage(part, excerpts)
            remedy = "quote it exactly, or mark an omission with […]"
            hint = f"the nearest passage, differing words marked: {passage}\n{remedy}"
            yield at(graph, quote, "text", message=message, hint=hint)


def number_stands_in_an_excerpt(graph: Graph, _: Analysis) -> Iterator[Finding]:
    """Every number and date in a statement, value, position or count stands in an excerpt, or is `derived`."""
    for fact in graph.facts.values():
        for field in ("title", "statement"):
            yield from _numbers(graph, fact, (field,), getattr(fact, field), fact.evidence)
    for figure in graph.figures.values():
        for index, seen in enumerate(figure.observations):
            held = evidenced(graph, seen.evidence) + worked_out(graph, (*figure.derived, *seen.derived))
            value = amount(graph, seen.value, figure.unit)
            yield from _number(graph, figure, ("observations", index, "value"), value, held)
    for event in graph.events.values():
        yield from _counts(graph, event)
        yield from _told(graph, event)
        yield from _positions(graph, event, "claims", event.claims)
    for dispute in graph.disputes.values():
        yield from _positions(graph, dispute, "positions", dispute.positions)


def excerpt_is_short(graph: Graph, _: Analysis) -> Iterator[Finding]:
    """An excerpt has at most 40 words: the fewest that prove the statement."""
    for record in graph.records():
        for path, one in all_evidence(record):
            if (length := length_of(one.excerpt)) > EXCERPT_WORDS:
                message = f"the excerpt has {length} words; at most {EXCERPT_WORDS} may be quoted"
                hint = "keep the fewest words that prove the statement"
                yield at_path(graph, record.id, (*path, "excerpt"), message, hint)


def work_is_quoted_sparingly(graph: Graph, _: Analysis) -> Iterator[Finding]:
    """The excerpts of one work have at most 250 words in all, unless it is an official text or freely licensed."""
    excerpts: dict[str, set[str]] = {}
    for record in graph.records():
        for _path, one in all_evidence(record):
            excerpts.setdefault(one.source, set()).add(one.excerpt)
    for source_id, found in excerpts.items():
        source = graph.sources[source_id]
        kind = graph.site.source_kinds.get(source.kind)
        length = sum(length_of(one) for one in found if not any(one != other and one in other for other in found))
        if length > WORK_WORDS and not source.licence and not (kind and kind.official):
            message = f"{length} words of this work are quoted in all; at most {WORK_WORDS} may be"
            yield at(
                graph, source, message=message, hint="shorten its excerpts, or rest some statements on other works"
            )


def _counts(graph: Graph, event: Event) -> Iterator[Finding]:
    for name, counts in event.counts.items():
        for index, count in enumerate(counts):
            evidence = (*event.evidence, *count.evidence, *(one for claim in event.claims for one in claim.evidence))
            held = evidenced(graph, evidence) + worked_out(graph, event.derived)
            for key in ("value", "min", "max"):
                if (number := getattr(count, key)) is not None:
                    value = amount(graph, Decimal(number), unit_of(graph, name))
                    yield from _number(graph, event, ("counts", name, index, key), value, held)


def _told(graph: Graph, event: Event) -> Iterator[Finding]:
    """What an event's title says; its numbers may be its own."""
    evidence = [one for _, one in all_evidence(event)]
    yield from _numbers(graph, event, ("title",), event.title, evidence, numbered(graph, event))


def _positions(graph: Graph, record: Stated, field: str, claims: tuple[Claim, ...]) -> Iterator[Finding]:
    for index, claim in enumerate(claims):
        yield from _numbers(graph, record, (field, index, "says"), claim.says, claim.evidence, dated(claim.as_of))


def _numbers(
    graph: Graph, record: Stated, path: Path, text: str, evidence: Iterable[Evidence], more: Held = NOTHING
) -> Iterator[Finding]:
    """The numbers and dates of a sentence; a date may also be that of the record, or of its source."""
    held = evidenced(graph, evidence) + worked_out(graph, record.derived) + more
    held += dated(getattr(record, "as_of", None), getattr(record, "date", None))
    # a title may count what follows; a statement proves small number words as well
    for one in loose_in(text, held, reader_of(graph, strict=path != ("title",))):
        if one.kind != "quotation":
            yield unproven(graph, record.id, path, one)


def _number(graph: Graph, record: Record, path: Path, value: Reading, held: Held) -> Iterator[Finding]:
    """A value or a count by itself; what was the third of its kind says that there were three."""
    if not is_counted(value, held):
        yield unproven(graph, record.id, path, Loose("number", value.said, 0, nearest(value, held)))
