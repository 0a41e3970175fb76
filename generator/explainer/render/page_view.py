"""What a template writes with: it knows the record, the page it stands on, and the generator's own words."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from explainer.analysis import (
    Analysis,
    Assessment,
    Part,
    basis_in_words,
    contest_in_words,
    latest,
    outlets_in_words,
    standing_in_words,
)
from explainer.languages import Messages
from explainer.record.graph import Graph, split
from explainer.record.models import Absence, Dispute, Event, Fact, Figure, Quote, Record
from explainer.record.names import in_language, name_of, says
from explainer.record.parts import Evidence, Observation
from explainer.record.values import PartialDate
from explainer.record.walk import all_evidence
from explainer.render.environment import pieces
from explainer.render.escape import md, to_the_words
from explainer.render.highlight import highlighted
from explainer.render.urls import address, href, relative, site_address


@dataclass(frozen=True)
class Passage:
    """One excerpt as a page shows it: plain, and as Markdown with the words marked that support the statement.

    `own_marks`: it begins with a quotation mark itself. `trail` tells whom the source relays and whose word it gives.
    """

    excerpt: str
    highlighted: str
    own_marks: bool
    language: str
    publisher: str
    url: str
    source: str
    date: str
    trail: str
    remark: str


@dataclass(frozen=True)
class Backing:
    """What stands behind a mention of a record: standing, date, and excerpts, parted by position in a dispute.

    What states nothing itself has no assessment but a label and a shape: a dispute says between whom it is, an absence
    when it was looked for.
    """

    assessment: Assessment | None
    groups: tuple[tuple[str, tuple[Passage, ...]], ...]
    as_of: str
    label: str = ""
    shape: str = ""

    @property
    def mark(self) -> str:
        """What the shape of its mark is called."""
        return self.assessment.basis if self.assessment else self.shape

    @property
    def contested(self) -> bool:
        """Whether a flag stands beside the mark, or is the mark."""
        return bool(self.assessment.contest.by) if self.assessment else self.shape == "contested"

    @property
    def excerpts(self) -> frozenset[str]:
        """Its excerpts, each once."""
        return frozenset(passage.excerpt for _, passages in self.groups for passage in passages)


@dataclass(frozen=True)
class PageView:
    """What was worked out of the record, the page that is being written (`facts/x.md`), and the words of its language.

    `due_on` is today in a preview, where drafts and what is due are marked; None in what is published.
    """

    analysis: Analysis
    here: str
    messages: Messages
    due_on: date | None = None

    @property
    def graph(self) -> Graph:
        """The record."""
        return self.analysis.graph

    def on(self, here: str) -> "PageView":
        """The same on another page."""
        return replace(self, here=here)

    def url(self, target: str) -> str:
        """The way to a record, as Markdown links have it."""
        return relative(self.here, address(self.graph, target))

    def page_url(self, page: str) -> str:
        """The way to a page that is no record's."""
        return relative(self.here, page)

    @property
    def root(self) -> str:
        """The way to the site's root, as raw HTML on this page has it."""
        return "../" * site_address(self.here).count("/")

    def html_url(self, target: str) -> str:
        """The way to a record, as raw HTML on this page has it."""
        return href(self.here, address(self.graph, target))

    def name(self, target: str) -> str:
        """What a record is called, as plain text."""
        return name_of(self.graph.record(split(target)[0]), self.graph.site.language)

    def translated(self, quote: Quote) -> str:
        """The words of a quotation in the site's language where they are translated into it, else as they were said."""
        return in_language(quote, self.graph.site.language)

    def link(self, target: str) -> str:
        """A Markdown link to a record that says its name."""
        return f"[{md(self.name(target))}]({self.url(target)})"

    def names(self, ids: Iterable[str]) -> str:
        """Records listed as a sentence does, plain."""
        return self.messages.listed([self.name(record_id) for record_id in ids])

    def count(self, name: str, number: int) -> str:
        """A number with its noun."""
        return self.messages.count(name, number)

    def number(self, value: Decimal | int, sign: str = "") -> str:
        """A number as the language writes it."""
        return self.messages.number(value, sign)

    def date(self, day: PartialDate | None) -> str:
        """A date in words; what to say where there is none."""
        return self.messages.date(day) if day else str(self.messages["undated"])

    def as_of(self, day: str) -> str:
        """The time that a statement or a value speaks of."""
        return str(self.messages["labels"]["as_of"]).format(date=day)

    def short_date(self, day: PartialDate) -> str:
        """A date in little room."""
        return self.messages.short_date(day)

    def value(self, seen: Observation) -> str:
        """A value with its bound."""
        return self.messages.bounded(seen)

    def dated(self, figure: Figure, seen: Observation) -> str:
        """A value of a figure as a sentence has it: with its bound and its date, by the figure's grammar."""
        return self.messages.dated_value(figure, seen)

    def kind(self, record_id: str) -> str:
        """The word for a record's kind."""
        return str(self.messages["kinds"][self.graph.kinds[record_id]])

    def assess(self, record: Record, part: Part = None) -> Assessment:
        """How well a record stands, or a value, a count or a position of it."""
        return self.analysis.assessments[record.id][part]

    def standing(self, assessment: Assessment) -> str:
        """A standing in words: `One side's word: the bakery`."""
        return standing_in_words(self.messages, self.graph, assessment)

    def stands(self, assessment: Assessment, classes: str = "") -> str:
        """What a statement rests on, as a mark, and the flag with who contests it."""
        basis = basis_in_words(self.messages, self.graph, assessment)
        return str(pieces().stands(assessment.basis, basis, self.contested(assessment), classes))

    def stands_of(self, record: Record) -> str:
        """The same of a record as a whole; of a dispute between whom it is, and nothing of what states nothing."""
        if isinstance(record, Dispute):
            return str(pieces().flag(self.between(record)))
        parts = self.analysis.assessments.get(record.id)
        return self.stands(parts[None]) if parts else ""

    def contested(self, assessment: Assessment) -> str:
        """Who contests a statement, an empty text where nobody does."""
        return contest_in_words(self.messages, self.graph, assessment.contest)

    def between(self, dispute: Dispute) -> str:
        """Between whom a dispute is, in words."""
        holders = dict.fromkeys(holder for position in dispute.positions for holder in position.held_by)
        return str(self.messages["between"]).format(parties=self.messages.listed([self.name(one) for one in holders]))

    def lineage(self, assessment: Assessment) -> str:
        """Which outlets carry it, and how many origins they have."""
        return outlets_in_words(self.messages, self.graph, assessment)

    def passages(self, evidence: Iterable[Evidence], statement: str = "") -> tuple[Passage, ...]:
        """Evidence as a page shows it, for a statement whose words it supports."""
        return tuple(self._passage(passage, statement) for passage in evidence)

    def backing(self, target: str) -> Backing | None:
        """What stands behind a mention of a record or a part of it; None where nothing does (an actor, a term)."""
        record_id, part = split(target)
        record = self.graph.record(record_id)
        if isinstance(record, Figure):
            seen = self.analysis.observation(target)
            day = self.as_of(self.short_date(seen.as_of))
            return self._backing(target, seen.evidence, self.number(seen.value), day)
        if isinstance(record, Event) and part:
            evidence = latest(record.counts[part]).evidence or record.evidence
            return self._backing(target, evidence, says(record), self.short_date(record.date))
        if isinstance(record, Dispute):
            return self._basis_of_dispute(record)
        if isinstance(record, Fact | Quote | Event):
            return self._backing(target, record.evidence, says(record), self._as_of(record))
        return self._looked_for(record) if isinstance(record, Absence) else None

    def mark_in_words(self, backing: Backing) -> str:
        """What a mark says: how the statement stands, between whom the dispute is, or when something was looked for."""
        return self.standing(backing.assessment) if backing.assessment else backing.label

    def _backing(self, target: str, evidence: Iterable[Evidence], statement: str, as_of: str) -> Backing:
        return Backing(self.analysis.assessment(target), (("", self.passages(evidence, statement)),), as_of)

    def _basis_of_dispute(self, dispute: Dispute) -> Backing:
        groups = tuple(
            (
                self.messages.named(self.names(position.held_by), position.says),
                self.passages(position.evidence, position.says),
            )
            for position in dispute.positions
        )
        days = [self.analysis.provenance[passage].published for _, passage in all_evidence(dispute)]
        newest = max(filter(None, days), key=lambda day: day.last, default=None)
        as_of = self.as_of(self.short_date(newest)) if newest else ""
        return Backing(None, groups, as_of, self.between(dispute), "contested")

    def _as_of(self, record: Fact | Quote | Event) -> str:
        if isinstance(record, Fact):
            return self.as_of(self.short_date(record.as_of))
        day = record.said_on if isinstance(record, Quote) else record.date
        return self.short_date(day) if day else self.date(day)

    def _looked_for(self, absence: Absence) -> Backing:
        labels = self.messages["labels"]
        queries = self.messages.joined(absence.queries, "parts")
        searched = str(labels["searched"]).format(where=absence.where, queries=queries, by=absence.by)
        label = str(labels["looked_for"]).format(when=self.messages.when(absence.on))
        return Backing(None, ((searched, ()),), "", label, "looked-for")

    def _passage(self, passage: Evidence, statement: str) -> Passage:
        source = self.graph.sources[passage.source]
        return Passage(
            excerpt=passage.excerpt,
            highlighted=highlighted(passage.excerpt, statement),
            own_marks=passage.excerpt.startswith(("“", '"', "«", "‘", "'", "„")),
            language=passage.language or source.language,
            publisher=self.name(source.publisher),
            url=to_the_words(source.url, passage.excerpt) if source.url else "",
            source=source.id,
            date=self.date(source.published or source.published_by),
            trail=self._trail(passage),
            remark=self._remark(passage),
        )

    def _trail(self, passage: Evidence) -> str:
        steps = [step for step in self.analysis.provenance[passage].lineage[1:] if step != passage.attributed_to]
        names = dict.fromkeys(self.publisher(step) for step in steps)
        said = [str(self.messages["relays"]).format(name=name) for name in names]
        if passage.attributed_to:
            key = "inferred" if passage.attribution_inferred else "word_of"
            said.append(str(self.messages[key]).format(name=self.name(passage.attributed_to)))
        return self.messages.joined([*said, passage.locator] if passage.locator else said, "parts")

    def publisher(self, step: str) -> str:
        """Who published a source; an actor's name."""
        return self.name(self.graph.sources[step].publisher if step in self.graph.sources else step)

    def _remark(self, passage: Evidence) -> str:
        source = self.graph.sources[passage.source]
        read = str(self.messages["read"][source.read])
        low = (
            str(self.messages["low_source"]).format(reason=source.reliability_reason or "")
            if source.reliability
            else ""
        )
        part = str(self.messages["proves"]).format(part=passage.proves) if passage.proves else ""
        cleaned = str(self.messages["cleaned"]) if passage.cleaned else ""
        return " ".join(remark for remark in (part, read, cleaned, low) if remark)
