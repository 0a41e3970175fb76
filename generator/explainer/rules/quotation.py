"""Rules on words and numbers: what is quoted stands in its excerpt, and excerpts stay short."""

import re
from collections.abc import Iterable, Iterator

from explainer.analysis import Analysis
from explainer.record.graph import Graph
from explainer.record.matching import missing_part
from explainer.record.models import Event, Record
from explainer.record.numbers import held_numbers, numbers_in, plain, years_in
from explainer.record.parts import Claim, Derived, Evidence
from explainer.record.walk import Path, all_evidence
from explainer.rules.finding import Finding, at, at_path
from explainer.rules.texts import words_of
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
    """Every number in a statement, value, position or count stands in an excerpt, or is `derived`."""
    for fact in graph.facts.values():
        for field in ("title", "statement"):
            yield from _numbers(graph, fact, (field,), getattr(fact, field), fact.evidence, fact.derived)
    for figure in graph.figures.values():
        for index, seen in enumerate(figure.observations):
            derived = (*figure.derived, *seen.derived)
            yield from _number(graph, figure, ("observations", index, "value"), str(seen.value), seen.evidence, derived)
    for event in graph.events.values():
        yield from _counts(graph, event)
        yield from _told(graph, event)
        yield from _positions(graph, event, "claims", event.claims, event.derived)
    for dispute in graph.disputes.values():
        yield from _positions(graph, dispute, "positions", dispute.positions, dispute.derived)


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
            held = (*event.evidence, *count.evidence, *(one for claim in event.claims for one in claim.evidence))
            for key in ("value", "min", "max"):
                if (number := getattr(count, key)) is not None:
                    yield from _number(graph, event, ("counts", name, index, key), str(number), held, event.derived)


def _told(graph: Graph, event: Event) -> Iterator[Finding]:
    """What an event's title and summary say; their numbers may be its own, or stand behind a record they mention."""
    own = Derived(numbers=tuple(re.findall(r"\d+", event.number or "")) or ("1",), how="its number")
    held = [one for _, one in all_evidence(event)]
    mentioned = (one.target for one in graph.references[event.id] if one.path == ("summary",))
    held += [one for target in mentioned for _, one in all_evidence(graph.record(target))]
    for field, text in (("title", event.title), ("summary", words_of(event.summary or ""))):
        yield from _numbers(graph, event, (field,), text, held, (*event.derived, own))


def _positions(
    graph: Graph, record: Record, field: str, claims: tuple[Claim, ...], derived: tuple[Derived, ...]
) -> Iterator[Finding]:
    for index, claim in enumerate(claims):
        yield from _numbers(graph, record, (field, index, "says"), claim.says, claim.evidence, derived)


def _numbers(
    graph: Graph, record: Record, path: Path, text: str, evidence: Iterable[Evidence], derived: Iterable[Derived]
) -> Iterator[Finding]:
    """The numbers of a sentence; a year may also be that of a source, of `known` or of `as_of`."""
    evidence = tuple(evidence)
    held = _held(evidence, derived)
    dates = [one.known or graph.sources[one.source].published for one in evidence] + [getattr(record, "as_of", None)]
    years = {str(one.year) for one in dates if one} | {str(getattr(getattr(record, "date", None), "year", ""))}
    named = {year: year for year in years_in(text) if year not in years}
    for number, written in {**numbers_in(text, graph.site.language), **named}.items():
        if number not in held:
            yield _unproven(graph, record, path, number, written)


def _number(
    graph: Graph, record: Record, path: Path, number: str, evidence: Iterable[Evidence], derived: Iterable[Derived]
) -> Iterator[Finding]:
    """A value or a count by itself; `first` and `second` do not prove it: they mostly number what happened."""
    if plain(number) not in _held(evidence, derived, ordinals=False):
        yield _unproven(graph, record, path, number, number)


def _held(evidence: Iterable[Evidence], derived: Iterable[Derived], *, ordinals: bool = True) -> set[str]:
    texts = [*(one.excerpt for one in evidence), *(words for one in derived for words in one.numbers)]
    return set().union(*(held_numbers(text, ordinals=ordinals) for text in texts))


def _unproven(graph: Graph, record: Record, path: Path, number: str, written: str) -> Finding:
    hint = f"quote words that hold it, or say how it was got: `derived:` with `numbers: [{number}]` and `how: …`"
    return at_path(graph, record.id, path, f"the number {written} stands in no excerpt here", hint)
