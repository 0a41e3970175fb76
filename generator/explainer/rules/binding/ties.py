"""The texts of the record that are our own words, each sentence with what the records tied to it hold."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from explainer.quantities.moments import Day
from explainer.record.graph import SITE, Graph, split
from explainer.record.models import Dispute, Party, Question, Record, Source
from explainer.record.parts import Answer, Claim, Evidence
from explainer.record.values import ProseField
from explainer.record.walk import Path, values, values_of_type
from explainer.rules.binding.held import Held, Loose, Reader, has_anything, loose_in
from explainer.rules.binding.holdings import NOTHING, Holdings, evidenced, reader_of, worked_out
from explainer.rules.binding.sentences import Passage, Sentence, passages

WITH_EVIDENCE = ("facts", "figures", "quotes", "events", "disputes")
OF_THE_RECORD = ("method", "note")  # what is said there of this record itself no other record holds
OF_THE_SITE = (("title",), ("question",), ("description",), ("conversation_title",))
ASIDES = ("note", "description", "definition")
PLAIN_ASIDES = {
    "figures": ("title", "note", "differs_because"),
    "quotes": ("occasion", "place", "altered"),
    "events": ("place", "date_note", "announced_how", "note"),
    "disputes": ("question",),
    "background": ("question", "heading"),
    "actors": ("note",),
}


@dataclass(frozen=True)
class Told:
    """A text of our own: where it stands, and what its own record holds for it, worked out when it is asked for."""

    record_id: str
    path: Path
    text: str
    own: Callable[[], Held]
    prose: bool = True


@dataclass(frozen=True)
class Bound:
    """A sentence of such a text: where it begins, how it is read, and what it is tied to."""

    text: str
    offset: int
    reader: Reader
    held: Callable[[], Held]
    names: Callable[[], frozenset[str]]

    @property
    def loose(self) -> Iterator[Loose]:
        """What of it stands in nothing that it is tied to."""
        return loose_in(self.text, self.held(), self.reader) if has_anything(self.text, self.reader) else iter(())


class Texts:
    """All texts of a record by where they stand, and the sentences of each."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._holdings = Holdings(graph)
        self._reader = reader_of(graph)

    def sentences(self, told: Told) -> Iterator[Bound]:
        """The sentences of a text, each with what it is tied to; a text that is no prose is one, without ties."""
        if not told.prose:
            yield Bound(told.text, 0, self._reader, told.own, lambda: self._names(told, ()))
            return
        at = 0
        for passage in passages(told.text, self._graph.site.language):
            before: tuple[Day, ...] = ()
            for sentence in passage.sentences:
                at = max(told.text.find(sentence.text.split()[0], max(at, passage.offset)), at)
                yield self._bound(told, passage, sentence, at, before)
                said = (day for one in self._reader.readings(sentence.text) for day in one.days)
                before += (*said, *self._holdings.of(sentence.targets).days)

    def answers(self) -> Iterator[Told]:
        """The prose that answers: of the questions and the site, of events and disputes."""
        for holder in (*self._graph.background.values(), self._graph.site):
            record_id = holder.id if isinstance(holder, Record) else SITE
            for path, _, text in values(holder, ProseField):
                if path[0] not in OF_THE_RECORD:
                    yield Told(record_id, path, text, lambda: NOTHING)
        for event in self._graph.events.values():
            if event.summary:
                yield Told(event.id, ("summary",), event.summary, self._proof(event))
        for dispute in self._graph.disputes.values():
            if dispute.assessment:
                yield Told(dispute.id, ("assessment",), dispute.assessment, self._described(dispute))

    def statements(self) -> Iterator[Told]:
        """Sentences that have evidence of their own: statements, positions, claims, answers to an accusation."""
        for fact in self._graph.facts.values():
            yield Told(fact.id, ("statement",), fact.statement, self._proof(fact), prose=False)
        for record in self._graph.records():
            for path, one in (*values_of_type(record, Claim), *values_of_type(record, Answer)):
                yield Told(record.id, (*path, "says"), one.says, self._evidenced(record, one.evidence), prose=False)

    def asides(self) -> Iterator[Told]:
        """Titles, descriptions, definitions and notes."""
        for path, text in values_of_type(self._graph.site, str):
            if path in OF_THE_SITE or (path[0] == "unknowns" and path[-1] == "title"):
                yield Told(SITE, path, text, lambda: self._tied(SITE), prose=False)
        for record in self._graph.records():
            for path, _, text in values(record, ProseField):
                if path[0] in ASIDES:
                    own = self._telling(record) if path[0] == "note" else self._described(record)
                    yield Told(record.id, path, text, own)
            names = PLAIN_ASIDES.get(self._graph.kinds[record.id], ())
            for path, text in values_of_type(record, str) if names else ():
                if path[-1] in names and path != ("note",):
                    yield Told(record.id, path, text, self._telling(record), prose=False)

    def _bound(self, told: Told, passage: Passage, sentence: Sentence, at: int, before: tuple[Day, ...]) -> Bound:
        targets, reader = self._targets(sentence, passage), replace(self._reader, before=before)
        return Bound(
            sentence.text, at, reader, lambda: self._holdings.of(targets) + told.own(),
            lambda: self._names(told, passage.targets),
        )  # fmt: skip

    def _targets(self, sentence: Sentence, passage: Passage) -> tuple[str, ...]:
        """The records of a sentence; where none of them has evidence, those of its paragraph."""
        sound = any(self._graph.kinds[split(one)[0]] in WITH_EVIDENCE for one in sentence.targets)
        return sentence.targets if sound else passage.targets

    def _names(self, told: Told, targets: Iterable[str]) -> frozenset[str]:
        own = () if told.record_id == SITE else (told.record_id,)
        return frozenset().union(*(self._holdings.names(split(one)[0]) for one in (*own, *targets)))

    def _proof(self, record: Record) -> Callable[[], Held]:
        return lambda: self._holdings.proof(record.id)

    def _evidenced(self, record: Record, evidence: tuple[Evidence, ...]) -> Callable[[], Held]:
        derived = getattr(record, "derived", ())
        return lambda: evidenced(self._graph, evidence) + worked_out(self._graph, derived)

    def _described(self, record: Record) -> Callable[[], Held]:
        return lambda: self._behind(record)

    def _telling(self, record: Record) -> Callable[[], Held]:
        """What stands behind words on how something was told: what the record says, and the days of the telling."""

        def held() -> Held:
            behind = self._behind(record) + self._holdings.said(record.id)
            return behind + Held(days=frozenset(day for _, day in behind.published))

        return held

    def _tied(self, record_id: str) -> Held:
        """What all that its prose is tied to holds."""
        ties = {one.target for one in self._graph.references[record_id] if one.offset is not None}
        return self._holdings.of(sorted(ties))

    def _behind(self, record: Record) -> Held:
        """What stands behind a description, a note, an assessment: the record's evidence, and what it weighs.

        Of an actor or a source that is what refers to it; of a question, to which its titles belong, all its ties.
        """
        if isinstance(record, Dispute):
            stated = [target for position in record.positions for target in position.stated_in]
            return self._holdings.proof(record.id) + self._holdings.said(record.id) + self._holdings.of(stated)
        if isinstance(record, Question):
            return self._tied(record.id)
        back = self._graph.backlinks.get(record.id, ()) if isinstance(record, Party | Source) else ()
        near = dict.fromkeys(one.holder for one in back if one.holder in self._graph.kinds)
        near |= {one.target: None for one in self._graph.references[record.id] if one.target in self._graph.quotes}
        return sum((self._holdings.proof(one) for one in near), self._holdings.proof(record.id))
