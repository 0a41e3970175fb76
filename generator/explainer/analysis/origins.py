"""Whose word each passage is in the end. Forty outlets that repeat one announcement are one origin.

Memberships are dated: whose word a passage gives follows from the day on which it was published.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from explainer.record.graph import Graph
from explainer.record.models import Party
from explainer.record.parts import Evidence
from explainer.record.values import PartialDate


@dataclass(frozen=True, order=True)
class Origin:
    """Where a passage comes from in the end: an actor's id.

    A *party* has a stake. What is *unnamed* is vouched for by this outlet, which does not name who said it.
    """

    actor: str
    party: bool
    unnamed: bool = False


@dataclass(frozen=True)
class Provenance:
    """Where one passage comes from.

    `outlet` published it. `origin` is whose word it is in the end, `witness` who vouches that the words were said: both
    None where it does not count, since its source is marked low or it proves a part alone. `lineage` are the ids that
    it came through, from the source that was read to the first that is known. `published` is when it became public,
    `public_from` the day from which that is sure: None where nothing dates it.
    """

    outlet: str
    excerpt: str
    language: str
    origin: Origin | None
    witness: Origin | None
    lineage: tuple[str, ...]
    published: PartialDate | None
    public_from: date | None


def provenance(graph: Graph, passage: Evidence) -> Provenance:
    """Where a passage comes from."""
    source = graph.sources[passage.source]
    published = passage.known or source.published or source.published_by
    counts = source.reliability != "low" and not passage.proves
    return Provenance(
        outlet=source.publisher,
        excerpt=passage.excerpt,
        language=passage.language or source.language,
        origin=_origin(graph, passage, published) if counts else None,
        witness=_witness(graph, passage, published) if counts else None,
        lineage=_lineage(graph, passage),
        published=published,
        public_from=published.last if published else None,
    )


def origins_of(behind: Iterable[Provenance], *, words: bool = False) -> tuple[Origin, ...]:
    """The origins of some passages, each actor once; with *words*, who vouches that these were said.

    An outlet is unnamed only where it names nobody for all that it vouches for.
    """
    found: dict[str, Origin] = {}
    for passage in behind:
        origin = passage.witness if words else passage.origin
        if origin and (origin.actor not in found or found[origin.actor].unnamed):
            found[origin.actor] = origin
    return tuple(sorted(found.values()))


def upwards(graph: Graph, actor: Party, day: PartialDate | None) -> tuple[Party, ...]:
    """An actor and the wholes that it belonged to on a day, the nearest first; without a day, as it is now."""
    chain = {actor.id: actor}
    while (above := _whole(actor, day)) and above not in chain:
        actor = graph.actors[above]
        chain[actor.id] = actor
    return tuple(chain.values())


def declared_party(graph: Graph, actor: Party, day: PartialDate | None = None) -> bool | None:
    """Whether an actor is a party: as it or its side declares, else the nearest whole of which that is declared."""
    for member in upwards(graph, actor, day):
        side = graph.site.sides.get(member.side or "")
        declared = member.party if member.party is not None or side is None else side.party
        if declared is not None:
            return declared
    return None


def speaker_of(graph: Graph, actor: Party, day: PartialDate | None = None) -> Origin:
    """The whole that an actor speaks for, as far up as all are parties, or none is: an inquiry's word is its own."""
    party = declared_party(graph, actor, day) is True
    chain = upwards(graph, actor, day)
    alike = [*takewhile(lambda member: (declared_party(graph, member, day) is True) == party, chain)]
    return Origin(alike[-1].id, party)


def side_of(graph: Graph, actor: Party, day: PartialDate | None = None) -> str | None:
    """The side of an actor, or of the nearest whole that has one."""
    return next((member.side for member in upwards(graph, actor, day) if member.side), None)


def _origin(graph: Graph, passage: Evidence, day: PartialDate | None) -> Origin:
    speaker = graph.actors.get(passage.attributed_to or "")
    if speaker and not speaker.anonymous:
        return speaker_of(graph, speaker, day)
    outlet = speaker_of(graph, graph.actors[_beginning(graph, passage)], day)
    return Origin(outlet.actor, outlet.party, unnamed=speaker is not None)


def _witness(graph: Graph, passage: Evidence, day: PartialDate | None) -> Origin:
    """Who vouches that words were said; that a party printed them itself is no claim of its own."""
    return Origin(speaker_of(graph, graph.actors[_beginning(graph, passage)], day).actor, party=False)


def _beginning(graph: Graph, passage: Evidence) -> str:
    """The actor with whom a passage began, as far as its relays are known."""
    end = _relays(graph, passage)[-1]
    return end if end in graph.actors else graph.sources[end].publisher


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


def _whole(actor: Party, day: PartialDate | None) -> str | None:
    """What an actor belonged to on a day; without a day, what it belongs to and no end is known of."""
    for membership in reversed(actor.part_of):
        if day is None and membership.to is None:
            return membership.actor
        if day and _within(day, membership.from_, membership.to):
            return membership.actor
    return None


def _within(day: PartialDate, start: PartialDate | None, end: PartialDate | None) -> bool:
    return (start is None or start.first <= day.last) and (end is None or day.first <= end.last)
