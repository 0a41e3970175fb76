"""The record as it was known on a day: what was public by then, and nothing else."""

from collections.abc import Iterable, Iterator
from datetime import date

from explainer.analysis.standing import known
from explainer.record.graph import Graph, rebuilt
from explainer.record.models import (
    Answer,
    Claim,
    Count,
    Dispute,
    Event,
    Evidence,
    Fact,
    Figure,
    NoAnswer,
    Quote,
    Record,
    Stated,
)


def known_by(graph: Graph, day: date) -> Graph:
    """The record as far as it was public on *day*.

    A statement is known from its earliest evidence, but not before the time it speaks of. What carries no dated
    evidence (prose of questions, assessments, notes, terms, corrections) belongs to today's edition and is left out;
    sources and actors stay, as names alone.
    """
    return rebuilt(graph, _records(graph, day))


def known_from(graph: Graph, record: Record) -> date | None:
    """The day from which a record's statement was public; of a dispute, that of its second position."""
    if isinstance(record, Dispute):
        days = sorted(found for one in record.positions if (found := _public(graph, one)))
        return days[1] if len(days) > 1 else None
    if isinstance(record, Figure):
        return min((found for one in record.observations if (found := _first(graph, one.evidence))), default=None)
    return _public(graph, record) if isinstance(record, Fact) else _first(graph, getattr(record, "evidence", ()))


def events_by(graph: Graph, day: date) -> list[Event]:
    """The events as far as they were public on *day*."""
    return [known for event in graph.events.values() for known in _event(graph, event, day)]


def _records(graph: Graph, day: date) -> Iterator[Record]:
    for source in graph.sources.values():
        yield source.model_copy(update={"note": None})
    for actor in graph.actors.values():
        yield actor.model_copy(update={"note": None, "description": None, "roles": ()})
    for fact in graph.facts.values():
        yield from _stated(graph, fact, day)
    for quote in graph.quotes.values():
        yield from _stated(graph, quote, day)
    yield from events_by(graph, day)
    for figure in graph.figures.values():
        yield from _figure(graph, figure, day)
    for dispute in graph.disputes.values():
        yield from _dispute(graph, dispute, day)


def _stated(graph: Graph, record: Fact | Quote, day: date) -> Iterator[Record]:
    evidence = _by_then(graph, record.evidence, day)
    if evidence and not (isinstance(record, Fact) and _since(record) > day):
        yield record.model_copy(update={"evidence": evidence, **_without_later(graph, record, day)})


def _event(graph: Graph, event: Event, day: date) -> Iterator[Event]:
    evidence = _by_then(graph, event.evidence, day)
    if not evidence:
        return
    counts = {name: some for name, all_of in event.counts.items() if (some := _counts(graph, all_of, day))}
    update: dict[str, object] = {"evidence": evidence, "counts": counts, "claims": _claims(graph, event.claims, day)}
    if not _whole(event, evidence, day):
        update |= {"summary": None, "date_note": None}
    yield event.model_copy(update=update | _without_later(graph, event, day))


def _whole(event: Event, evidence: tuple[Evidence, ...], day: date) -> bool:
    """Whether all that the summary says could be known."""
    return event.known_whole.last <= day if event.known_whole else evidence == event.evidence


def _figure(graph: Graph, figure: Figure, day: date) -> Iterator[Record]:
    seen = tuple(
        one.model_copy(update={"evidence": evidence, "note": None, "differs_because": None})
        for one in figure.observations
        if one.as_of.first <= day and (evidence := _by_then(graph, one.evidence, day))
    )
    if seen:
        update = {"observations": seen, "description": None}
        yield figure.model_copy(update=update | _without_later(graph, figure, day))


def _dispute(graph: Graph, dispute: Dispute, day: date) -> Iterator[Record]:
    positions = _claims(graph, dispute.positions, day)
    if len(positions) > 1:
        update = {"positions": positions, "workings": (), "assessment": None}
        yield dispute.model_copy(update=update | _without_later(graph, dispute, day))


def _claims(graph: Graph, claims: Iterable[Claim], day: date) -> tuple[Claim, ...]:
    return tuple(
        one.model_copy(update={"evidence": evidence})
        for one in claims
        if (evidence := _by_then(graph, one.evidence, day)) and _since(one) <= day
    )


def _counts(graph: Graph, counts: Iterable[Count], day: date) -> tuple[Count, ...]:
    """The values of a count that were public; one without evidence of its own rests on the event's."""
    return tuple(
        one.model_copy(update={"evidence": _by_then(graph, one.evidence, day), "note": None})
        for one in counts
        if (one.from_ is None or one.from_.last <= day) and (not one.evidence or _by_then(graph, one.evidence, day))
    )


def _without_later(graph: Graph, record: Stated, day: date) -> dict[str, object]:
    """What belongs to today's edition alone taken out, and an answer that was not public yet."""
    public = {one: reply for one in record.accuses if (reply := _reply(graph, record, one, day))}
    return {"note": None, "derived": (), "answer": None, "answers": public}


def _reply(graph: Graph, record: Stated, accused: str, day: date) -> Answer | NoAnswer | None:
    reply = record.answer_of(accused)
    return None if isinstance(reply, Answer) and not _by_then(graph, reply.evidence, day) else reply


def _by_then(graph: Graph, evidence: Iterable[Evidence], day: date) -> tuple[Evidence, ...]:
    return tuple(one for one in evidence if (first := known(graph, one)) and first <= day)


def _since(one: Fact | Claim) -> date:
    """The day before which a statement cannot have been known: what it speaks of had not come about."""
    if one.known_whole:
        return one.known_whole.last
    return one.as_of.first if one.as_of else date.min


def _public(graph: Graph, one: Fact | Claim) -> date | None:
    first = _first(graph, one.evidence)
    return max(first, _since(one)) if first else None


def _first(graph: Graph, evidence: Iterable[Evidence]) -> date | None:
    return min((found for one in evidence if (found := known(graph, one))), default=None)
