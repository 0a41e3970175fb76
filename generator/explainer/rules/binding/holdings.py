"""What a record holds that prose tied to it may say: its excerpts, its statement, its values, its dates."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

from explainer.analysis import provenance
from explainer.quantities.moments import Day
from explainer.quantities.numerals import ONE
from explainer.quantities.reading import SHARE, Reading
from explainer.record.graph import Graph, split
from explainer.record.models import Event, Fact, Figure, Party, Question, Quote, Record, Source, Term
from explainer.record.parts import Answer, Claim, Derived, Evidence, Observation, Role, Working
from explainer.record.prose import words_of
from explainer.record.values import PartialDate
from explainer.record.walk import all_evidence, named_parts, values_of_type
from explainer.rules.binding.held import Held, Reader, derived_from, held_in
from explainer.rules.binding.names import words_in

BOUNDS = {"exactly": "", "at least": "least", "about": "about", "at most": "most"}
NOTHING = Held()
OF_THE_TEXT = frozenset({"known", "known_whole", "review_by", "compiled", "reviews"})  # dates of no event


def reader_of(graph: Graph, *, strict: bool = False) -> Reader:
    """How the record's own texts are read."""
    return Reader(graph.site.language, _labels(graph), strict=strict)


class Holdings:
    """What each record holds, worked out once."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self.held = cache(self._held)
        self.proof = cache(lambda record_id: proof_of(graph, graph.record(record_id)))
        self.said = cache(lambda record_id: said_by(graph, graph.record(record_id)))
        self.names = cache(lambda record_id: words_in(named_by(graph, record_id)))

    def of(self, targets: Iterable[str]) -> Held:
        """What some records, or parts of records, hold together."""
        return _all(self.held(target) for target in targets)

    def _held(self, target: str) -> Held:
        record_id, part = split(target)
        record = self._graph.record(record_id)
        if isinstance(record, Figure) and part:
            return observed(self._graph, record, record.observations[int(named_parts(record)[part][1])])
        return self.proof(record_id) + self.said(record_id)


def proof_of(graph: Graph, record: Record) -> Held:
    """What stands behind a record's own words: its evidence, its values, its dates, what was worked out."""
    own = reader_of(graph)
    held = evidenced(graph, (one for _, one in all_evidence(record)))
    held += worked_out(graph, (one for _, one in values_of_type(record, Derived)))
    held += dated(*(day for path, day in values_of_type(record, PartialDate) if not OF_THE_TEXT.intersection(path)))
    for _, working in values_of_type(record, Working):
        held += derived_from((working.label, *working.steps, working.result), own)
    if isinstance(record, Figure):
        held = _all(observed(graph, record, seen) for seen in record.observations) + held
    if isinstance(record, Event):
        held += Held(tuple(_counted(graph, record))) + numbered(graph, record)
    return held + (_quoted(graph, record) if isinstance(record, Quote) else NOTHING)


def evidenced(graph: Graph, evidence: Iterable[Evidence]) -> Held:
    """What excerpts hold, each read in its language and by its date."""
    return _all(_excerpt(graph, one) for one in evidence)


def observed(graph: Graph, figure: Figure, seen: Observation) -> Held:
    """What one value of a figure holds."""
    value = amount(graph, seen.value, figure.unit, BOUNDS[seen.bound])
    return Held((value,), frozenset({_day(seen.as_of)}), ()) + evidenced(graph, seen.evidence)


def amount(graph: Graph, value: Decimal, unit: str, bound: str = "") -> Reading:
    """A typed value with its unit, as a quantity of the record's language."""
    one = reader_of(graph).readings(f"2 {unit}")[0]
    size = dict(one.sizes).get(SHARE, ONE) * one.scale
    return replace(one, value=value * size, others=(), bound=bound, said=f"{value} {unit}")


def worked_out(graph: Graph, derived: Iterable[Derived]) -> Held:
    """What an editor worked out, and says how."""
    return derived_from((text for one in derived for text in one.numbers), reader_of(graph))


def numbered(graph: Graph, event: Event) -> Held:
    """An event's own number, which its title may tell."""
    kind = graph.site.event_types.get(event.type)
    return held_in(f"{kind.label} {event.number}", reader_of(graph)) if kind and event.number else NOTHING


def dated(*days: PartialDate | None) -> Held:
    """Dates that a record has."""
    return Held(days=frozenset(_day(one) for one in days if one))


def unit_of(graph: Graph, count: str) -> str:
    """What a count of events counts; its own name where the site does not declare it, which is told elsewhere."""
    return graph.site.counts[count].unit if count in graph.site.counts else count


def said_by(graph: Graph, record: Record) -> Held:
    """What a record says in words of our own, which its own evidence proves."""
    own = reader_of(graph)
    return _all(held_in(text, own) for text in own_words(record))


def named_by(graph: Graph, record_id: str) -> Iterator[str]:
    """Texts with the names that a record has: whom and what it refers to, up to the whole that each belongs to."""
    record = graph.record(record_id)
    yield from own_names(graph, record)
    yield from own_words(record)
    yield from (one.excerpt for _, one in all_evidence(record))
    if isinstance(record, Quote):
        yield from (record.text, *(one.text for one in record.translations.values()))
    seen = {record_id}
    above: list[str] = [one.target for one in graph.references[record_id]]
    while above:
        target = graph.record(above.pop())
        if target.id not in seen:
            yield from own_names(graph, target)
            seen.add(target.id)
            above += filter(None, (getattr(target, name, None) for name in ("via", "publisher")))
            above += (membership.actor for membership in getattr(target, "part_of", ()))


def own_names(graph: Graph, record: Record) -> Iterator[str]:
    """The names of a record itself."""
    names = ("name", "country", "title", "author", "label", "place", "term")
    yield from (text for name in names if isinstance(text := getattr(record, name, None), str))
    yield from (graph.site.areas[one].label for one in getattr(record, "areas", ()) if one in graph.site.areas)


def own_words(record: Record) -> Iterator[str]:
    """What a record says in words of our own."""
    match record:
        case Fact():
            yield from (record.title, record.statement)
        case Event():
            yield from (record.title, words_of(record.summary or ""))
        case Term():
            yield from (record.term, *record.aliases, words_of(record.definition))
        case Party():
            yield from (record.name, words_of(record.description or ""))
        case Source():
            yield record.title or ""
        case Question():
            yield record.question
    yield from (one.says for _, one in (*values_of_type(record, Claim), *values_of_type(record, Answer)))
    yield from (one.title for _, one in values_of_type(record, Role))


def _excerpt(graph: Graph, one: Evidence) -> Held:
    source = graph.sources[one.source]
    appeared = provenance(graph, one).published
    day = _day(appeared) if appeared else None
    language = one.language or source.language
    held = held_in(one.excerpt, Reader(language, _labels(graph)), day)
    # the day on which a text appeared is not the day of what it tells, but of the telling
    outlets = frozenset((name, day) for name in _outlets(graph, one) if day)
    return held + Held(days=frozenset({Day(day.year)}), published=outlets) if day else held


def _outlets(graph: Graph, one: Evidence) -> Iterator[str]:
    for step in provenance(graph, one).lineage:
        if step in graph.sources:
            yield graph.actors[graph.sources[step].publisher].name
        elif graph.actors[step].kind == "media":
            yield graph.actors[step].name


def _quoted(graph: Graph, quote: Quote) -> Held:
    texts = ((quote.text, quote.language), *((one.text, language) for language, one in quote.translations.items()))
    return _all(held_in(text, Reader(language, _labels(graph))) for text, language in texts)


def _counted(graph: Graph, event: Event) -> Iterator[Reading]:
    for name, counts in event.counts.items():
        unit = unit_of(graph, name)
        numbers = (number for count in counts for number in (count.value, count.min, count.max) if number is not None)
        yield from (amount(graph, Decimal(number), unit) for number in numbers)


def _labels(graph: Graph) -> frozenset[str]:
    names = ((one.label, one.plural or one.label) for one in graph.site.event_types.values())
    return frozenset(word.lower() for pair in names for word in pair if " " not in word)


def _day(one: PartialDate) -> Day:
    return Day(one.year, one.month, one.day)


def _all(held: Iterable[Held]) -> Held:
    return sum(held, NOTHING)
