"""How a statement stands: what it rests on, worked out from its evidence, and who contests it; two things."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import combinations

from explainer.analysis.contest import UNCONTESTED, Contest
from explainer.analysis.origins import Origin, Provenance, origins_of, side_of, upwards
from explainer.record.graph import Graph
from explainer.record.matching import holds_number, holds_words
from explainer.record.models import Event, Figure, Quote, Record, Stated, Term
from explainer.record.parts import Claim, Count, Evidence, Observation
from explainer.record.values import PartialDate
from explainer.record.walk import all_evidence

# what stands by itself: a record as a whole (None), a value of a figure, a count of an event by its name, a position
Part = Observation | Claim | str | None
Behind = Mapping[Evidence, Provenance]


class Basis(StrEnum):
    """What a statement rests on, the best first; never typed by an editor."""

    ON_RECORD = "on-record"
    SEVERAL_REPORTS = "several-reports"
    ONE_REPORT = "one-report"
    BOTH_SIDES = "both-sides"
    ONE_SIDE = "one-side"
    NO_SOUND_SOURCE = "no-sound-source"


@dataclass(frozen=True)
class Assessment:
    """What one statement rests on, with what it was worked out from, and who contests it.

    `origins` are those that count, `outlets` the publishers that carry it, sound or not.
    """

    basis: Basis
    origins: tuple[Origin, ...]
    outlets: tuple[str, ...]
    contest: Contest = UNCONTESTED

    @property
    def reports(self) -> tuple[Origin, ...]:
        """The origins that have no stake."""
        return tuple(origin for origin in self.origins if not origin.party)

    @property
    def parties(self) -> tuple[Origin, ...]:
        """The origins that have one."""
        return tuple(origin for origin in self.origins if origin.party)


def assess(
    graph: Graph,
    behind: Iterable[Provenance],
    contest: Contest = UNCONTESTED,
    act_of: str | None = None,
    *,
    words: bool = False,
) -> Assessment:
    """What passages let a statement rest on; with *words* the statement is that words were said, whoever's they are."""
    behind = tuple(behind)
    origins = origins_of(behind, words=words)
    outlets = tuple(dict.fromkeys(passage.outlet for passage in behind))
    on_record = act_of is not None and _is_on_record(graph, behind, act_of)
    basis = Basis.ON_RECORD if on_record else _basis(graph, origins)
    return Assessment(basis, origins, outlets, contest)


def assess_parts(
    graph: Graph, record: Record, behind: Behind, contests: Mapping[str, Contest]
) -> dict[Part, Assessment]:
    """How a record stands as a whole, and how each of its values, counts or positions does.

    A figure stands as its current value does.
    """
    if isinstance(record, Figure):
        return _assess_values(graph, record, behind, contests)
    evidence = tuple(behind[passage] for passage in _own_evidence(record))
    words = isinstance(record, Quote)
    held = _holding_words(record, evidence) if isinstance(record, Quote) else evidence
    contest = contests.get(record.id, UNCONTESTED)
    parts: dict[Part, Assessment] = {None: assess(graph, held, contest, getattr(record, "act_of", None), words=words)}
    for claim in (*getattr(record, "positions", ()), *getattr(record, "claims", ())):
        parts[claim] = assess(graph, (behind[passage] for passage in claim.evidence))
    if isinstance(record, Event):
        parts |= {name: _assess_count(graph, record, name, behind, contests) for name in record.counts}
    return parts


def states(record: Record) -> bool:
    """Whether a record says something that rests on evidence."""
    return isinstance(record, Stated) or (isinstance(record, Term) and bool(record.evidence))


def current(figure: Figure, values: Mapping[Part, Assessment]) -> Observation:
    """The latest value from a source not marked low; of two on one day, the one written later in the file."""
    sound = [seen for seen in figure.observations if values[seen].origins]
    return max(enumerate(sound or figure.observations), key=lambda pair: (pair[1].as_of.last, pair[0]))[1]


def latest(counts: tuple[Count, ...]) -> Count:
    """The value of a count as it stands at the end."""
    return max(enumerate(counts), key=lambda pair: (pair[1].from_.last if pair[1].from_ else date.min, pair[0]))[1]


def reach(graph: Graph) -> PartialDate | None:
    """How far the record reaches: the newest day on which a work appeared that was read and is not marked low."""
    sound = (source for source in graph.sources.values() if not source.reliability and source.read != "cited")
    days = (source.published for source in sound if source.published)
    return max(days, key=lambda day: day.last, default=None)


def _basis(graph: Graph, origins: tuple[Origin, ...]) -> Basis:
    reports = sum(not origin.party for origin in origins)
    if reports:
        return Basis.SEVERAL_REPORTS if reports > 1 else Basis.ONE_REPORT
    if not origins:
        return Basis.NO_SOUND_SOURCE
    return Basis.BOTH_SIDES if _are_opposed(graph, origins) else Basis.ONE_SIDE


def _is_on_record(graph: Graph, behind: Iterable[Provenance], act_of: str) -> bool:
    """Whether an act is shown by the body's own record, or by two outlets that do not repeat each other."""
    witnesses = [passage for passage in behind if passage.witness]
    publishers = (upwards(graph, graph.actors[passage.outlet], passage.published) for passage in witnesses)
    return (
        any(body.id == act_of for chain in publishers for body in chain) or len(origins_of(witnesses, words=True)) > 1
    )


def _are_opposed(graph: Graph, origins: Iterable[Origin]) -> bool:
    sides = sorted({side for origin in origins if (side := side_of(graph, graph.actors[origin.actor]))})
    declared = {frozenset(pair) for pair in graph.site.opposed}
    return any(frozenset(pair) in declared for pair in combinations(sides, 2))


def _assess_values(
    graph: Graph, figure: Figure, behind: Behind, contests: Mapping[str, Contest]
) -> dict[Part, Assessment]:
    """A dispute over the whole figure bears on every value, and one over a day on every value of it."""
    values: dict[Part, Assessment] = {}
    for seen in figure.observations:
        names = (figure.id, f"{figure.id}@{seen.as_of}", f"{figure.id}@{seen.as_of}:{seen.counter}")
        contest = Contest.joined(contests[name] for name in names if name in contests)
        found = (behind[passage] for passage in seen.evidence)
        holding = _holding_number(found, seen.value, derived=bool(seen.derived or figure.derived))
        values[seen] = assess(graph, holding, contest)
    return {None: values[current(figure, values)], **values}


def _assess_count(graph: Graph, event: Event, name: str, behind: Behind, contests: Mapping[str, Contest]) -> Assessment:
    """A count by its latest value; what contests the event as a whole does not bear on it."""
    count, contest = latest(event.counts[name]), contests.get(f"{event.id}@{name}", UNCONTESTED)
    evidence = (behind[passage] for passage in count.evidence or event.evidence)
    number = count.value if count.value is not None else count.max
    return assess(graph, _holding_number(evidence, number, derived=bool(event.derived)), contest)


def _holding_number(
    behind: Iterable[Provenance], number: Decimal | int | None, *, derived: bool
) -> tuple[Provenance, ...]:
    """The passages whose excerpts hold a number; all of them where it was worked out from them."""
    behind, value = tuple(behind), Decimal(number or 0)
    holding = tuple(passage for passage in behind if holds_number(passage.excerpt, passage.language, value))
    return holding or (behind if derived else ())


def _holding_words(quote: Quote, behind: tuple[Provenance, ...]) -> tuple[Provenance, ...]:
    """The passages of those who print the quotation's words, each all of them, in its language or a translation's."""
    excerpts: dict[str, list[str]] = {}
    for passage in behind:
        if passage.witness:
            excerpts.setdefault(passage.witness.actor, []).append(passage.excerpt)
    texts = [quote.text, *(translation.text for translation in quote.translations.values())]
    printing = {actor for actor, found in excerpts.items() if any(holds_words(found, text) for text in texts)}
    return tuple(passage for passage in behind if passage.witness and passage.witness.actor in printing)


def _own_evidence(record: Record) -> Iterator[Evidence]:
    """The evidence for the record's own statement; of a dispute, that of all its positions."""
    if own := getattr(record, "evidence", ()):
        yield from own
    else:
        yield from (passage for _, passage in all_evidence(record))
