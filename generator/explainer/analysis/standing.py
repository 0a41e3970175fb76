"""How well a statement stands: whose word each passage carries in the end, how many such origins, public from when."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from explainer.record.graph import Graph
from explainer.record.models import (
    Claim,
    Count,
    Dispute,
    Event,
    Evidence,
    Fact,
    Figure,
    Observation,
    Party,
    Quote,
    Record,
    Term,
)
from explainer.record.values import PartialDate
from explainer.record.walk import all_evidence

# what stands by itself: a record as a whole (None), a value of a figure, a count of an event by its name, a position
Part = Observation | Claim | str | None


class Standing(StrEnum):
    """How well a statement stands; never typed by an editor."""

    CORROBORATED = "corroborated"
    SINGLE = "single"
    CLAIMED = "claimed"
    DISPUTED = "disputed"


@dataclass(frozen=True, order=True)
class Origin:
    """Where a passage comes from in the end: a party whose word it is, or an outlet that vouches for it.

    `key` is the party's id, or the publisher's name: two articles of one outlet are one origin.
    """

    key: str
    party: bool


@dataclass(frozen=True)
class Provenance:
    """Where one passage comes from.

    `origin` is whose word it is in the end, `witness` who vouches that the words were said: both None where its source
    is marked low. `lineage` are the ids that it came through, from the source that was read to the first that is known.
    `published` is when it became public, `public_from` the day from which that is sure: None where nothing dates it.
    """

    outlet: str
    origin: Origin | None
    witness: Origin | None
    lineage: tuple[str, ...]
    published: PartialDate | None
    public_from: date | None


@dataclass(frozen=True)
class Assessment:
    """The standing of one statement, with what it was worked out from; `outlets` are the publishers that carry it."""

    standing: Standing
    origins: tuple[Origin, ...]
    outlets: tuple[str, ...]
    low: bool = False


def provenance(graph: Graph, passage: Evidence) -> Provenance:
    """Where a passage comes from."""
    source = graph.sources[passage.source]
    published = passage.known or source.published or source.published_by
    low = source.reliability == "low"
    return Provenance(
        outlet=source.publisher,
        origin=None if low else _origin(graph, passage),
        witness=None if low else _end_of_chain(graph, passage, heard=True),
        lineage=_lineage(graph, passage),
        published=published,
        public_from=published.last if published else None,
    )


def assess(behind: Iterable[Provenance], *, disputed: bool = False, heard: bool = False) -> Assessment:
    """Work out the standing, by the table of the design.

    With `heard` the statement is that words were said: whose words they are plays no part.
    """
    behind = tuple(behind)
    origins = origins_of(behind, heard=heard)
    outlets = tuple(dict.fromkeys(passage.outlet for passage in behind))
    return Assessment(_standing(origins, disputed=disputed), origins, outlets, low=not origins)


def origins_of(behind: Iterable[Provenance], *, heard: bool = False) -> tuple[Origin, ...]:
    """The origins of some passages, each once, in order."""
    origins = {passage.witness if heard else passage.origin for passage in behind}
    return tuple(sorted(origin for origin in origins if origin is not None))


def assess_parts(graph: Graph, record: Record, behind: Mapping[Evidence, Provenance]) -> dict[Part, Assessment]:
    """How a record stands as a whole, and how each of its values, counts or positions does; a figure only by these."""
    contested = {link.part for link in graph.back(record.id, "disputed_in")}
    return {
        part: assess((behind[passage] for passage in evidence), disputed=disputed, heard=isinstance(record, Quote))
        for part, evidence, disputed in _statements(record, contested)
    }


def current(figure: Figure, values: Mapping[Part, Assessment]) -> Observation:
    """The latest value from a source not marked low; of two on one day, the one written later in the file."""
    sound = [seen for seen in figure.observations if not values[seen].low]
    return max(enumerate(sound or figure.observations), key=lambda pair: (pair[1].as_of.last, pair[0]))[1]


def latest(counts: tuple[Count, ...]) -> Count:
    """The value of a count as it stands at the end."""
    return max(enumerate(counts), key=lambda pair: (pair[1].from_.last if pair[1].from_ else date.min, pair[0]))[1]


def roll_up(graph: Graph, actor: Party) -> Party:
    """The whole that an actor belongs to, all the way up."""
    passed = {actor.id}
    while actor.part_of and actor.part_of not in passed:
        passed.add(actor.part_of)
        actor = graph.actors[actor.part_of]
    return actor


def reach(graph: Graph) -> PartialDate | None:
    """How far the record reaches: the newest day on which a source that is not marked low appeared."""
    days = (source.published for source in graph.sources.values() if source.published and not source.reliability)
    return max(days, key=lambda day: day.last, default=None)


def _statements(record: Record, contested: set[str | None]) -> Iterator[tuple[Part, Iterable[Evidence], bool]]:
    """Each part of a record that stands by itself, with its evidence, and whether a dispute bears on it.

    A dispute over a whole figure bears on every value of it, and one over a day on every value of that day.
    """
    if isinstance(record, Figure):
        for seen in record.observations:
            names = {None, str(seen.as_of), f"{seen.as_of}:{seen.counter}"}
            yield seen, seen.evidence, not names.isdisjoint(contested)
    elif isinstance(record, Dispute):
        yield None, [passage for _, passage in all_evidence(record)], True
        yield from ((position, position.evidence, False) for position in record.positions)
    elif isinstance(record, Fact | Quote | Event | Term) and record.evidence:
        yield None, record.evidence, None in contested
    if isinstance(record, Event):
        for name, counts in record.counts.items():
            yield name, latest(counts).evidence or record.evidence, name in contested


def _origin(graph: Graph, passage: Evidence) -> Origin:
    if passage.attributed_to:
        return _of_actor(graph, graph.actors[passage.attributed_to])
    return _end_of_chain(graph, passage, heard=False)


def _of_actor(graph: Graph, actor: Party) -> Origin:
    whole = roll_up(graph, actor)
    if whole.kind == "media":
        return Origin(whole.name, party=False)
    return Origin(whole.id, party=True)


def _end_of_chain(graph: Graph, passage: Evidence, *, heard: bool) -> Origin:
    end = _relays(graph, passage)[-1]
    if end in graph.actors:
        return _of_actor(graph, graph.actors[end])
    publisher = graph.sources[end].publisher
    actor = graph.actor_by_name.get(publisher)
    if actor and not heard:  # what a party publishes itself is its own word; that it said so is not
        return _of_actor(graph, graph.actors[actor])
    return Origin(publisher, party=False)


def _lineage(graph: Graph, passage: Evidence) -> tuple[str, ...]:
    steps = _relays(graph, passage)
    if passage.attributed_to and passage.attributed_to not in steps:
        return (*steps, passage.attributed_to)
    return steps


def _relays(graph: Graph, passage: Evidence) -> tuple[str, ...]:
    """The works that relay one another, from the one that was read, and the party whose word they end at, if any."""
    steps = [passage.source]
    following = passage.via or graph.sources[passage.source].via
    while following and following not in steps:
        steps.append(following)
        following = graph.sources[following].via if following in graph.sources else None
    return tuple(steps)


def _standing(origins: tuple[Origin, ...], *, disputed: bool) -> Standing:
    if disputed:
        return Standing.DISPUTED
    if origins and all(origin.party for origin in origins):
        return Standing.CLAIMED
    return Standing.CORROBORATED if len(origins) > 1 else Standing.SINGLE
