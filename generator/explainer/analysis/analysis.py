"""All that follows from the evidence of a record, in one frozen value: the only door to what is worked out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from explainer.analysis.as_of import known_by, known_from
from explainer.analysis.changes import STATEMENTS, Assessments, Month, by_month
from explainer.analysis.contest import Contest, contests
from explainer.analysis.origins import Origin, Provenance, origins_of, provenance, speaker_of
from explainer.analysis.standing import Assessment, Basis, Part, assess_parts, current, reach, states
from explainer.analysis.sums import OwnSum, own_sum
from explainer.record.graph import Graph, rebuilt, split
from explainer.record.models import Figure, Record
from explainer.record.parts import Evidence, Observation
from explainer.record.values import PartialDate
from explainer.record.walk import all_evidence, named_parts


@dataclass(frozen=True)
class Analysis:
    """A record with all that was worked out of it; what is dear is worked out when it is first asked for, and kept.

    `provenance` says of each passage where it comes from, `assessments` of each record how it stands as a whole (None)
    and how each of its parts does, `current` is the current value of each figure.
    """

    graph: Graph
    today: date
    provenance: Mapping[Evidence, Provenance]
    assessments: Assessments
    current: Mapping[str, Observation]
    _views: dict[date, "Analysis"] = field(default_factory=dict, init=False, repr=False, compare=False)

    def assessment(self, target: str) -> Assessment:
        """How `id`, `figure@date`, `figure@date:counter` or `event@count` stands."""
        record_id, part = split(target)
        return self.assessments[record_id][self.observation(target) if record_id in self.current else part]

    def observation(self, target: str) -> Observation:
        """The value that `figure@date` or `figure@date:counter` names; of a figure alone the current one."""
        figure, part = split(target)
        path = named_parts(self.graph.figures[figure]).get(part or "")
        return self.graph.figures[figure].observations[int(path[1])] if path else self.current[figure]

    def origins_of(self, evidence: Iterable[Evidence]) -> tuple[Origin, ...]:
        """Whose word some passages are in the end, each once, in order."""
        return origins_of(self.provenance[passage] for passage in evidence)

    def wholes(self, actors: Iterable[str]) -> set[str]:
        """The wholes that some actors belong to."""
        return {speaker_of(self.graph, self.graph.actors[actor]).actor for actor in actors}

    def as_of(self, day: date) -> "Analysis":
        """The record as it was known on a day, cut from the next later view there is: that holds all of it."""
        if day not in self._views:
            later = min((other for other in self._views if other > day), default=None)
            start = self._views[later] if later else self
            then = rebuilt(start.graph, known_by(start.graph, self._public, day))
            self._views[day] = _assessed(then, day, self.provenance, start)
        return self._views[day]

    @cached_property
    def records(self) -> Mapping[str, Record]:
        """Every record by its id."""
        return {record.id: record for record in self.graph.records()}

    @cached_property
    def standings(self) -> Mapping[str, Basis]:
        """What each statement rests on, by `id`; a value by `id@date` or `id@date:counter`, a count by `id@count`."""
        return {target: self.assessment(target).basis for target in self._targets()}

    @cached_property
    def contested(self) -> Mapping[str, Contest]:
        """Who contests each statement that someone contests."""
        assessed = ((target, self.assessment(target).contest) for target in self._targets())
        return {target: contest for target, contest in assessed if contest.by}

    @cached_property
    def origins(self) -> Mapping[str, tuple[Origin, ...]]:
        """Whose word each of these is in the end."""
        return {target: self.assessment(target).origins for target in self._targets()}

    @cached_property
    def known_from(self) -> Mapping[str, PartialDate]:
        """When each record became known that rests on dated evidence: sure from the last day that this can mean."""
        days = ((record.id, known_from(record, self._public)) for record in self.graph.records())
        return {record_id: day for record_id, day in days if day}

    @cached_property
    def sums(self) -> tuple[OwnSum, ...]:
        """Our own additions, in the order of the site's file."""
        return tuple(own_sum(self.graph, declared, self._public) for declared in self.graph.site.sums)

    @cached_property
    def changes(self) -> tuple[Month, ...]:
        """What each month changed in which something did, newest first."""
        return tuple(by_month(self.graph, self.known_from, self._public, self.as_of))

    @cached_property
    def reach(self) -> PartialDate | None:
        """How far the record reaches: the newest day on which a source that is not marked low appeared."""
        return reach(self.graph)

    @cached_property
    def tally(self) -> Mapping[str, Counter[Basis]]:
        """How many facts, quotations, events and values of figures rest on what, by kind."""
        return {kind: Counter(one.basis for one in assessed) for kind, assessed in self.statements.items()}

    @cached_property
    def statements(self) -> Mapping[str, tuple[Assessment, ...]]:
        """How all facts, quotations, events and values of figures stand, by kind."""
        kinds = {kind: tuple(self.assessments[one][None] for one in getattr(self.graph, kind)) for kind in STATEMENTS}
        figures = self.graph.figures.values()
        values = tuple(self.assessments[figure.id][seen] for figure in figures for seen in figure.observations)
        return {**kinds, "values": values}

    @cached_property
    def _public(self) -> Mapping[Evidence, PartialDate | None]:
        return {passage: behind.published for passage, behind in self.provenance.items()}

    def _targets(self) -> Iterator[str]:
        """Every statement and every part of one that can be named."""
        for record_id in (one for one in self.assessments if one not in self.graph.disputes):
            yield record_id
            yield from (f"{record_id}@{part}" for part in named_parts(self.graph.record(record_id)))


def analyse(graph: Graph, today: date) -> Analysis:
    """Work out what follows from the evidence of a record that is whole."""
    passages = {passage: None for record in graph.records() for _, passage in all_evidence(record)}
    return _assessed(graph, today, {passage: provenance(graph, passage) for passage in passages}, None)


def _assessed(graph: Graph, today: date, behind: Mapping[Evidence, Provenance], later: Analysis | None) -> Analysis:
    """How each record stands: as it does in a later view, where it is the same there and contested by the same."""
    contesting = contests(graph)
    elsewhere = _contested_otherwise(contesting, contests(later.graph)) if later else set()
    assessments: dict[str, Mapping[Part, Assessment]] = {}
    values: dict[str, Observation] = {}
    for record in filter(states, graph.records()):
        same = later is not None and later.graph.record(record.id) is record and record.id not in elsewhere
        kept = later if same else None
        parts = kept.assessments[record.id] if kept else assess_parts(graph, record, behind, contesting)
        assessments[record.id] = parts
        if isinstance(record, Figure):
            values[record.id] = kept.current[record.id] if kept else current(record, parts)
    return Analysis(graph, today, behind, assessments, values)


def _contested_otherwise(contesting: Mapping[str, Contest], other: Mapping[str, Contest]) -> set[str]:
    """The records of which anything is contested by others in one state than in the other."""
    targets = contesting.keys() | other.keys()
    return {split(target)[0] for target in targets if contesting.get(target) != other.get(target)}
