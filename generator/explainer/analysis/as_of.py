"""The record as it was known on a day: what was public by then, and nothing else."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from explainer.record.graph import Graph
from explainer.record.models import Dispute, Event, Fact, Figure, Quote, Record, Stated
from explainer.record.parts import Answer, Claim, Count, Evidence, NoAnswer, Observation, StrictModel
from explainer.record.values import PartialDate

# by passage, when it became public, which is sure from the last day that it can mean; None where nothing dates it
PublicFrom = Mapping[Evidence, PartialDate | None]
M = TypeVar("M", bound=StrictModel)


def known_by(graph: Graph, public: PublicFrom, day: date) -> Iterator[Record]:
    """The records as far as they were public on *day*; one of which nothing is missing then is the same object.

    A statement is known from its earliest evidence, but not before the time it speaks of. What carries no dated
    evidence (prose of questions, assessments, notes, terms, corrections) belongs to today's edition and is left out;
    sources and actors stay, as names alone.
    """
    yield from (_with(source, note=None) for source in graph.sources.values())
    yield from (_with(actor, note=None, description=None, roles=()) for actor in graph.actors.values())
    for kind, known in (("events", event_by), ("figures", _figure), ("disputes", _dispute)):
        for record in getattr(graph, kind).values():
            yield from known(record, public, day)
    statements: tuple[Fact | Quote, ...] = (*graph.facts.values(), *graph.quotes.values())
    for statement in statements:
        yield from _statement(statement, public, day)


def event_by(event: Event, public: PublicFrom, day: date) -> Iterator[Event]:
    """An event as far as it was public on *day*, if anything of it was."""
    evidence = _evidence_by(event.evidence, public, day)
    if not evidence:
        return
    counts = {name: kept for name, values in event.counts.items() if (kept := _counts(values, public, day))}
    known: dict[str, object] = {"evidence": evidence, "counts": counts, "claims": _claims(event.claims, public, day)}
    if not _whole(event, evidence, day):
        known |= {"summary": None, "date_note": None}
    yield _with(event, **known, **_without_later(event, public, day))


def known_from(record: Record, public: PublicFrom) -> PartialDate | None:
    """When a record's statement became public, as precisely as that is known; of a dispute, its second position."""
    if isinstance(record, Dispute):
        days = sorted((day for position in record.positions if (day := _claim_from(position, public))), key=_end)
        return days[1] if len(days) > 1 else None
    if isinstance(record, Figure):
        return first_public((passage for seen in record.observations for passage in seen.evidence), public)
    if isinstance(record, Fact):
        return _claim_from(record, public)
    return first_public(getattr(record, "evidence", ()), public)


def first_public(evidence: Iterable[Evidence], public: PublicFrom) -> PartialDate | None:
    """When the earliest of some evidence became public; None where nothing dates any of it."""
    return min((first for passage in evidence if (first := public[passage])), key=_end, default=None)


def value_from(seen: Observation, public: PublicFrom) -> PartialDate | None:
    """When a figure's value was public, and the time it speaks of had come."""
    first = first_public(seen.evidence, public)
    return seen.as_of if first and seen.as_of.first > first.last else first


def _statement(record: Fact | Quote, public: PublicFrom, day: date) -> Iterator[Record]:
    evidence = _evidence_by(record.evidence, public, day)
    if evidence and not (isinstance(record, Fact) and _since(record) > day):
        yield _with(record, evidence=evidence, **_without_later(record, public, day))


def _whole(event: Event, evidence: tuple[Evidence, ...], day: date) -> bool:
    """Whether all that the summary says could be known."""
    return event.known_whole.last <= day if event.known_whole else evidence == event.evidence


def _figure(figure: Figure, public: PublicFrom, day: date) -> Iterator[Record]:
    observations = tuple(
        _with(seen, evidence=evidence, note=None, differs_because=None)
        for seen in figure.observations
        if seen.as_of.first <= day and (evidence := _evidence_by(seen.evidence, public, day))
    )
    if observations:
        yield _with(figure, observations=observations, description=None, **_without_later(figure, public, day))


def _dispute(dispute: Dispute, public: PublicFrom, day: date) -> Iterator[Record]:
    positions = _claims(dispute.positions, public, day)
    if len(positions) > 1:
        later = _without_later(dispute, public, day)
        yield _with(dispute, positions=positions, workings=(), assessment=None, **later)


def _claims(claims: Iterable[Claim], public: PublicFrom, day: date) -> tuple[Claim, ...]:
    return tuple(
        _with(claim, evidence=evidence)
        for claim in claims
        if (evidence := _evidence_by(claim.evidence, public, day)) and _since(claim) <= day
    )


def _counts(counts: Iterable[Count], public: PublicFrom, day: date) -> tuple[Count, ...]:
    """The values of a count that were public; one without evidence of its own rests on the event's."""
    return tuple(
        _with(count, evidence=evidence, note=None)
        for count in counts
        if (evidence := _evidence_by(count.evidence, public, day)) or not count.evidence
        if count.from_ is None or count.from_.last <= day
    )


def _without_later(record: Stated, public: PublicFrom, day: date) -> dict[str, object]:
    """What belongs to today's edition alone taken out, and an answer that was not public yet."""
    answers = {accused: reply for accused in record.accuses if (reply := _reply(record, accused, public, day))}
    return {"note": None, "derived": (), "answer": None, "answers": answers}


def _reply(record: Stated, accused: str, public: PublicFrom, day: date) -> Answer | NoAnswer | None:
    reply = record.answer_of(accused)
    return None if isinstance(reply, Answer) and not _evidence_by(reply.evidence, public, day) else reply


def _evidence_by(evidence: Iterable[Evidence], public: PublicFrom, day: date) -> tuple[Evidence, ...]:
    return tuple(passage for passage in evidence if (first := public[passage]) and first.last <= day)


def _since(statement: Fact | Claim) -> date:
    """The day before which a statement cannot have been known: what it speaks of had not come about."""
    if statement.known_whole:
        return statement.known_whole.last
    return statement.as_of.first if statement.as_of else date.min


def _claim_from(statement: Fact | Claim, public: PublicFrom) -> PartialDate | None:
    first = first_public(statement.evidence, public)
    return statement.known_whole or statement.as_of if first and _since(statement) > first.last else first


def _end(day: PartialDate) -> date:
    return day.last


def _with(model: M, **values: object) -> M:
    """The model with these values; itself where it has them already."""
    other = {name: value for name, value in values.items() if getattr(model, name) != value}
    return model.model_copy(update=other) if other else model
