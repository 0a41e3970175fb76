"""The front page, and a page for each question."""

from collections.abc import Iterator

from explainer.analysis.changes import changes
from explainer.analysis.standing import Standing, current, origins, reaches, standings
from explainer.record.graph import parts, split
from explainer.record.models import Dispute, Event, Evidence, Fact, Question, Quote, Record
from explainer.render.citations import cited
from explainer.render.page import Desk, Head, neighbours
from explainer.render.page_view import Pen
from explainer.render.prose_markdown import Block, noted, plain, word_count
from explainer.render.write import Output

WORDS_A_MINUTE = 220
LATEST = 6
DISPUTES_SHOWN = 3
UNKNOWNS_SHOWN = 6
A_SIDE = 2
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
        Head(site.title, site.description, layout="home", card="assets/cards/home.png"),
        site=site,
        answer=answer,
        stats=tuple(_stats(pen)),
        figures=[(one, current(pen.graph, one), pen.basis(one.id)) for one in figures],
        questions=[(one, plain(pen, one.short_answer), _foot(pen, one)) for one in in_order(pen)],
        exchange=[(one, one.speaker != exchange[0].speaker) for one in exchange],
        events=sorted(_happened(pen), key=lambda one: (one.date.last, one.id), reverse=True)[:LATEST],
        disputes=[pen.graph.disputes[one] for one in site.disputes or list(pen.graph.disputes)[:DISPUTES_SHOWN]],
        changed=next((one for one in changes(pen.graph) if one.moves or one.shifts or one.corrections), None),
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
    found = list(_found(pen, question, [*answer, *(block for _, blocks in sections for block in blocks)]))
    texts = (question.short_answer, *(section.body for section in question.sections))
    head = Head(
        question.question,
        plain(pen, question.short_answer),
        layout="question",
        crumbs=((pen.t["pages"]["background"], "background/index.md"),),
        card=f"assets/cards/{question.id}.png",
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
        works=cited(pen, found),
        origins=len(origins(pen.graph, [one for _, one in found])),
        sides=_sides(pen, question),
        newest=record_to(pen),
        has_facts=any(fact.background[:1] == (question.id,) for fact in pen.graph.facts.values()),
        related=question.related or tuple(one.id for one in in_order(pen) if one.id != question.id)[:3],
    )


def _found(pen: Pen, question: Question, blocks: list[Block]) -> Iterator[tuple[int, Evidence]]:
    """The evidence behind a page, each with the number of the mark that leads to it, 0 for what is set in."""
    marks = {split(note.target)[0]: note.number for block in reversed(blocks) for note in reversed(block.notes)}
    for record in _mentioned(pen, question):
        for path, one in parts(record, Evidence):
            if path[0] != "answer":
                yield marks.get(record.id, 0), one


def _sides(pen: Pen, question: Question) -> list[tuple[str, list[Quote]]]:
    """What each side said that bears on a question and is not in its prose: the newest of it, at most two a side."""
    shown = {split(link.target)[0] for link in pen.graph.references[question.id]}
    found: dict[str, list[Quote]] = {}
    for quote in sorted(pen.graph.quotes.values(), key=lambda one: (str(one.said_on or ""), one.id), reverse=True):
        side = pen.graph.actors[quote.speaker].side
        if side and question.id in quote.background and quote.id not in shown:
            found.setdefault(side, []).append(quote)
    return [(label, found[side][:A_SIDE]) for side, label in pen.graph.site.sides.items() if side in found]


def _mentioned(pen: Pen, question: Question) -> tuple[Record, ...]:
    ids = dict.fromkeys(link.target for link in pen.graph.references[question.id] if link.offset is not None)
    return tuple(record for one in ids if isinstance(record := pen.graph.record(one), MARKED))


def _foot(pen: Pen, question: Question) -> str:
    return pen.count("statements", len(_mentioned(pen, question)))


def _happened(pen: Pen) -> list[Event]:
    return [one for one in pen.graph.events.values() if not one.scheduled and one.status == "confirmed"]


def record_to(pen: Pen) -> str:
    """How far the record reaches: the day of its newest sound source, in words."""
    return str(pen.t["labels"]["record_to"]).format(date=pen.date(reaches(pen.graph)))


def _stats(pen: Pen) -> Iterator[str]:
    found = [one for record in pen.graph.records() for _, one in parts(record, Evidence)]
    yield record_to(pen)
    yield pen.count("records", len(pen.graph.kinds))
    yield pen.count("sources", len(pen.graph.sources))
    yield pen.count("origins", len(origins(pen.graph, found)))
    disputed = sum(one[Standing.DISPUTED] for one in standings(pen.graph).values())
    yield pen.count("disputed", disputed)
