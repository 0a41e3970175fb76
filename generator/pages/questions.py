"""The front page, and a page for each question."""

from collections.abc import Iterator

from generator.changes import changes
from generator.evidence import Standing, current, origins
from generator.filters.paragraphs import Block, noted, plain, word_count
from generator.filters.pen import Pen
from generator.graph import parts
from generator.models.records import Dispute, Event, Evidence, Fact, Question, Quote, Record, Source
from generator.outputs import Output
from generator.pages.sheet import Desk, Head, neighbours

WORDS_A_MINUTE = 220
LATEST = 6
DISPUTES_SHOWN = 3
UNKNOWNS_SHOWN = 6
MARKED = (Fact, Quote, Event, Dispute)


def in_order(pen: Pen) -> list[Question]:
    """The questions in the order in which the story is told."""
    return sorted(pen.graph.background.values(), key=lambda one: (one.order, one.id))


def home(desk: Desk) -> Output:
    """The front page: the question, its answer, and a way into everything."""
    pen, site = desk.pen.at("index.md"), desk.pen.graph.site
    answer, _ = noted(pen, site.short_answer)
    figures = [pen.graph.figures[one] for one in site.figures]
    exchange = [pen.graph.quotes[one] for one in site.conversation]
    return desk.sheet(
        "index.md",
        "home",
        Head(site.title, site.description, layout="home"),
        site=site,
        answer=answer,
        stats=tuple(_stats(pen)),
        figures=[(one, current(pen.graph, one), pen.basis(one.id)) for one in figures],
        questions=[(one, plain(pen, one.short_answer), _foot(pen, one)) for one in in_order(pen)],
        exchange=[(one, one.speaker != exchange[0].speaker) for one in exchange],
        events=sorted(_happened(pen), key=lambda one: (one.date.last, one.id), reverse=True)[:LATEST],
        disputes=list(pen.graph.disputes.values())[:DISPUTES_SHOWN],
        changed=next((one for one in changes(pen.graph) if one.known or one.moves), None),
        unknowns=site.unknowns[:UNKNOWNS_SHOWN],
    )


def questions(desk: Desk) -> Iterator[Output]:
    """A page for each question, in the story's order."""
    pen = desk.pen
    ordered = in_order(pen)
    pages = [(one.question, f"background/{one.id}.md") for one in ordered]
    for index, question in enumerate(ordered):
        yield _question(desk, question, pages, index)


def _question(desk: Desk, question: Question, pages: list[tuple[str, str]], index: int) -> Output:
    path = pages[index][1]
    pen = desk.pen.at(path)
    answer, number = noted(pen, question.short_answer)
    sections: list[tuple[str, tuple[Block, ...]]] = []
    for section in question.sections:
        blocks, number = noted(pen, section.body, number)
        sections.append((section.heading, blocks))
    mentioned = _mentioned(pen, question)
    found = [one for record in mentioned for _, one in parts(record, Evidence)]
    texts = (question.short_answer, *(section.body for section in question.sections))
    head = Head(
        question.question,
        plain(pen, question.short_answer),
        layout="question",
        crumbs=((pen.t["pages"]["background"], "background/index.md"),),
        **neighbours(pages, index),
    )
    return desk.sheet(
        path,
        "question",
        head,
        question=question,
        answer=answer,
        sections=sections,
        minutes=max(1, round(word_count(pen, *texts) / WORDS_A_MINUTE)),
        sources=_sources(pen, found),
        origins=len(origins(pen.graph, found)),
        has_facts=any(fact.background[:1] == (question.id,) for fact in pen.graph.facts.values()),
        related=question.related or tuple(one.id for one in in_order(pen) if one.id != question.id)[:3],
    )


def _mentioned(pen: Pen, question: Question) -> tuple[Record, ...]:
    ids = dict.fromkeys(link.target for link in pen.graph.references[question.id] if link.offset is not None)
    return tuple(record for one in ids if isinstance(record := pen.graph.record(one), MARKED))


def _sources(pen: Pen, found: list[Evidence]) -> list[Source]:
    ids = {one.source for one in found}
    return sorted((pen.graph.sources[one] for one in ids), key=lambda one: (pen.name(one.id).casefold(), one.id))


def _foot(pen: Pen, question: Question) -> str:
    return pen.count("statements", len(_mentioned(pen, question)))


def _happened(pen: Pen) -> list[Event]:
    return [one for one in pen.graph.events.values() if not one.scheduled and one.status == "confirmed"]


def _stats(pen: Pen) -> Iterator[str]:
    found = [one for record in pen.graph.records() for _, one in parts(record, Evidence)]
    newest = max((one.published for one in pen.graph.sources.values() if one.published), key=lambda day: day.last)
    yield str(pen.t["labels"]["record_to"]).format(date=pen.date(newest))
    yield pen.count("records", len(pen.graph.kinds))
    yield pen.count("sources", len(pen.graph.sources))
    yield pen.count("origins", len(origins(pen.graph, found)))
    disputed = sum(
        1 for one in pen.graph.records() if pen.basis(one.id) and pen.support(one).standing is Standing.DISPUTED
    )
    yield str(pen.t["labels"]["disputed_count"]).format(n=disputed)
