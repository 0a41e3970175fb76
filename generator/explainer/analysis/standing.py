"""How well a statement stands: whose word each excerpt carries in the end, how many such origins, known from when."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from explainer.record.graph import Graph
from explainer.record.models import Count, Event, Evidence, Figure, Observation, Party, Quote, Record, Source
from explainer.record.values import PartialDate
from explainer.record.walk import values_of_type

STATED = ("facts", "quotes", "events")


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
class Assessment:
    """The standing of one statement, with what it was worked out from; `outlets` are the publishers that carry it."""

    standing: Standing
    origins: tuple[Origin, ...]
    outlets: tuple[str, ...]
    low: bool = False


def origin(graph: Graph, one: Evidence, *, heard: bool = False) -> Origin | None:
    """Whose word the passage is in the end; None where its source is marked low.

    With `heard` the statement is that words were said: whose words they are plays no part.
    """
    source = graph.sources[one.source]
    if source.reliability == "low":
        return None
    if one.attributed_to and not heard:
        return _of_actor(graph, graph.actors[one.attributed_to])
    return _end_of_chain(graph, one.via or source.via, source, heard=heard)


def lineage(graph: Graph, one: Evidence) -> tuple[str, ...]:
    """The ids that a passage came through, from the source that was read to the first that is known."""
    steps = [one.source]
    source: Source | None = graph.sources[one.source]
    following = one.via or (source.via if source else None)
    while following and following not in steps:
        steps.append(following)
        source = graph.sources.get(following)
        following = source.via if source else None
    if one.attributed_to and one.attributed_to not in steps:
        steps.append(one.attributed_to)
    return tuple(steps)


def roll_up(graph: Graph, actor: Party) -> Party:
    """The whole that an actor belongs to, all the way up."""
    seen = {actor.id}
    while actor.part_of and actor.part_of not in seen:
        seen.add(actor.part_of)
        actor = graph.actors[actor.part_of]
    return actor


def origins(graph: Graph, evidence: Iterable[Evidence], *, heard: bool = False) -> tuple[Origin, ...]:
    """The origins of some evidence, each once, in order."""
    found = {origin(graph, one, heard=heard) for one in evidence}
    return tuple(sorted(one for one in found if one is not None))


def assess(graph: Graph, evidence: Iterable[Evidence], *, disputed: bool = False, heard: bool = False) -> Assessment:
    """Work out the standing, by the table of the design."""
    evidence = tuple(evidence)
    found = origins(graph, evidence, heard=heard)
    outlets = tuple(dict.fromkeys(graph.sources[one.source].publisher for one in evidence))
    return Assessment(_standing(found, disputed=disputed), found, outlets, low=not found)


def assess_record(graph: Graph, record: Record) -> Assessment:
    """The standing of a record as a whole: of a figure, that of its current value; of a dispute, disputed."""
    if isinstance(record, Figure):
        return assess_observation(graph, record, current(graph, record))
    evidence = tuple(evidence_of(record))
    disputed = graph.kinds[record.id] == "disputes" or _borne_on(graph, record.id, None)
    return assess(graph, evidence, disputed=disputed, heard=isinstance(record, Quote))


def assess_observation(graph: Graph, figure: Figure, seen: Observation) -> Assessment:
    """The standing of one value of a figure; a dispute over the whole figure bears on every value."""
    names = (None, str(seen.as_of), f"{seen.as_of}:{seen.counter}")
    disputed = any(_borne_on(graph, figure.id, name) for name in names)
    return assess(graph, seen.evidence, disputed=disputed)


def assess_count(graph: Graph, event: Event, name: str) -> Assessment:
    """The standing of one count of an event, on its own evidence where it has any."""
    count = latest(event.counts[name])
    return assess(graph, count.evidence or event.evidence, disputed=_borne_on(graph, event.id, name))


def evidence_of(record: Record) -> Iterator[Evidence]:
    """The evidence for the record's own statement; of a figure or a dispute, that of all its values or positions."""
    if own := getattr(record, "evidence", ()):
        yield from own
    else:
        yield from (one for _, one in values_of_type(record, Evidence))


def current(graph: Graph, figure: Figure) -> Observation:
    """The latest value from a source not marked low; of two on one day, the one written later in the file."""
    sound = [seen for seen in figure.observations if origins(graph, seen.evidence)]
    return max(enumerate(sound or figure.observations), key=lambda pair: (pair[1].as_of.last, pair[0]))[1]


def reaches(graph: Graph) -> PartialDate | None:
    """How far the record reaches: the newest day on which a source that is not marked low appeared."""
    days = (one.published for one in graph.sources.values() if one.published and not one.reliability)
    return max(days, key=lambda day: day.last, default=None)


def latest(counts: tuple[Count, ...]) -> Count:
    """The value of a count as it stands at the end."""
    return max(enumerate(counts), key=lambda pair: (pair[1].from_.last if pair[1].from_ else date.min, pair[0]))[1]


def public(graph: Graph, one: Evidence) -> PartialDate | None:
    """When a passage became public, as precisely as that is known; None where nothing dates it."""
    source = graph.sources[one.source]
    return one.known or source.published or source.published_by


def known(graph: Graph, one: Evidence) -> date | None:
    """The day from which a passage was public; None where nothing dates it."""
    dated = public(graph, one)
    return dated.last if dated else None


def standings(graph: Graph) -> dict[str, Counter[Standing]]:
    """How many facts, quotations, events and values of figures stand how, by kind."""
    found = {
        kind: Counter(assess_record(graph, one).standing for one in getattr(graph, kind).values()) for kind in STATED
    }
    values = Counter(
        assess_observation(graph, figure, seen).standing
        for figure in graph.figures.values()
        for seen in figure.observations
    )
    return {**found, "values": values}


def _of_actor(graph: Graph, actor: Party) -> Origin:
    whole = roll_up(graph, actor)
    if whole.kind == "media":
        return Origin(whole.name, party=False)
    return Origin(whole.id, party=True)


def _end_of_chain(graph: Graph, via: str | None, source: Source, *, heard: bool) -> Origin:
    seen = {source.id}
    while via and via not in seen:
        seen.add(via)
        if via in graph.actors:
            return _of_actor(graph, graph.actors[via])
        source = graph.sources[via]
        via = source.via
    publisher = graph.actor_by_name.get(source.publisher)
    if publisher and not heard:  # what a party publishes itself is its own word; that it said so is not
        return _of_actor(graph, graph.actors[publisher])
    return Origin(source.publisher, party=False)


def _standing(found: tuple[Origin, ...], *, disputed: bool) -> Standing:
    if disputed:
        return Standing.DISPUTED
    if found and all(one.party for one in found):
        return Standing.CLAIMED
    return Standing.CORROBORATED if len(found) > 1 else Standing.SINGLE


def _borne_on(graph: Graph, record_id: str, part: str | None) -> bool:
    return any(ref.part == part for ref in graph.back(record_id, "disputed_in"))
