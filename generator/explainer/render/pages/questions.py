"""The front page, and a page for each question."""

from collections.abc import Iterator, Sequence
from typing import Any

from explainer.record.graph import split
from explainer.record.models import ANSWERS, Dispute, Event, Fact, Question, Quote, Record
from explainer.record.parts import Evidence
from explainer.record.walk import all_evidence
from explainer.render.citations import citations_of
from explainer.render.page import FrontMatter, Site, neighbours
from explainer.render.page_view import PageView
from explainer.render.prose_markdown import Block, plain, with_footnotes, word_count
from explainer.render.write import Output

WORDS_A_MINUTE = 220
LATEST = 6
DISPUTES_SHOWN = 3
UNKNOWNS_SHOWN = 6
A_SIDE = 2
MARKED = (Fact, Quote, Event, Dispute)


def in_order(page: PageView) -> list[Question]:
    """The questions in the order in which the story is told."""
    return sorted(page.graph.background.values(), key=lambda one: (one.order, one.id))


def home(site: Site, sections: Sequence[str]) -> Output:
    """The front page: the question, its answer, and a way into everything; *sections* are what the site has."""
    page, config = site.page.on("index.md"), site.page.graph.site
    answer, _ = with_footnotes(page, config.short_answer)
    figures = [page.graph.figures[one] for one in config.figures]
    exchange = [page.graph.quotes[one] for one in config.conversation]
    return site.page_of_template(
        "index.md",
        "home",
        FrontMatter(
            config.title,
            config.description,
            layout="home",
            card="assets/cards/home.png",
            theme={"words": _theme_words(page), "sections": sorted(sections)},
        ),
        config=config,
        answer=answer,
        stats=tuple(_stats(page)),
        figures=[(one, page.analysis.current[one.id], page.backing(one.id)) for one in figures],
        questions=[(one, plain(page, one.short_answer), _foot(page, one)) for one in in_order(page)],
        exchange=[(one, one.speaker != exchange[0].speaker) for one in exchange],
        events=sorted(_happened(page), key=lambda one: (one.date.last, one.id), reverse=True)[:LATEST],
        disputes=[page.graph.disputes[one] for one in config.disputes or list(page.graph.disputes)[:DISPUTES_SHOWN]],
        changed=next(
            (one for one in page.analysis.changes if one.figure_changes or one.standing_changes or one.corrections),
            None,
        ),
        unknowns=config.unknowns[:UNKNOWNS_SHOWN],
    )


def _theme_words(page: PageView) -> dict[str, Any]:
    """What the theme says around every page."""
    return {**page.messages["theme"], "pages": page.messages["pages"]}


def questions(site: Site) -> Iterator[Output]:
    """A page for each question, in the story's order."""
    page = site.page
    ordered = in_order(page)
    pages = [(one.question, f"background/{one.id}.md") for one in ordered]
    for index, question in enumerate(ordered):
        yield _question(site, question, pages, index)


def _question(site: Site, question: Question, pages: list[tuple[str, str]], index: int) -> Output:
    path = pages[index][1]
    page = site.page.on(path)
    answer, number = with_footnotes(page, question.short_answer)
    sections: list[tuple[str, tuple[Block, ...]]] = []
    for section in question.sections:
        blocks, number = with_footnotes(page, section.body, number)
        sections.append((section.heading, blocks))
    every_block = [*answer, *(block for _, blocks in sections for block in blocks)]
    notes = [note for block in every_block for note in block.notes]
    found = list(_found(page, question, every_block))
    texts = (question.short_answer, *(section.body for section in question.sections))
    head = FrontMatter(
        question.question,
        plain(page, question.short_answer),
        layout="question",
        crumbs=((page.messages["pages"]["background"], "background/index.md"),),
        card=f"assets/cards/{question.id}.png",
        **neighbours(pages, index),
    )
    return site.page_of_template(
        path,
        "question",
        head,
        question=question,
        answer=answer,
        sections=sections,
        notes=notes,
        resting={target: note.backing for note in notes for target in note.targets}.values(),
        minutes=max(1, round(word_count(page, *texts) / WORDS_A_MINUTE)),
        works=citations_of(page, found),
        origins=len(page.analysis.origins_of(one for _, one in found)),
        sides=_sides(page, question),
        newest=record_to(page),
        has_facts=any(fact.background[:1] == (question.id,) for fact in page.graph.facts.values()),
        related=question.related or tuple(one.id for one in in_order(page) if one.id != question.id)[:3],
    )


def _found(page: PageView, question: Question, blocks: list[Block]) -> Iterator[tuple[int, Evidence]]:
    """The evidence behind a page, each with the number of the mark that leads to it, 0 for what is set in."""
    notes = [note for block in reversed(blocks) for note in reversed(block.notes)]
    marks = {split(target)[0]: note.number for note in notes for target in note.targets}
    for record in _mentioned(page, question):
        for path, one in all_evidence(record):
            if path[0] not in ANSWERS:
                yield marks.get(record.id, 0), one


def _sides(page: PageView, question: Question) -> list[tuple[str, list[Quote]]]:
    """What each side said that bears on a question and is not in its prose: the newest of it, at most two a side."""
    shown = {split(link.target)[0] for link in page.graph.references[question.id]}
    found: dict[str, list[Quote]] = {}
    for quote in sorted(page.graph.quotes.values(), key=lambda one: (str(one.said_on or ""), one.id), reverse=True):
        side = page.graph.actors[quote.speaker].side
        if side and question.id in quote.background and quote.id not in shown:
            found.setdefault(side, []).append(quote)
    return [(side.label, found[one][:A_SIDE]) for one, side in page.graph.site.sides.items() if one in found]


def _mentioned(page: PageView, question: Question) -> tuple[Record, ...]:
    ids = dict.fromkeys(link.target for link in page.graph.references[question.id] if link.offset is not None)
    return tuple(record for one in ids if isinstance(record := page.graph.record(one), MARKED))


def _foot(page: PageView, question: Question) -> str:
    return page.count("statements", len(_mentioned(page, question)))


def _happened(page: PageView) -> list[Event]:
    return [one for one in page.graph.events.values() if not one.scheduled and one.status == "confirmed"]


def record_to(page: PageView) -> str:
    """How far the record reaches: the date of its newest sound source, in words; nothing where none has a date."""
    end = page.analysis.reach
    return str(page.messages["labels"]["record_to"]).format(date=page.date(end)) if end else ""


def _stats(page: PageView) -> Iterator[str]:
    if end := record_to(page):
        yield end
    yield page.count("records", len(page.graph.kinds))
    yield page.count("sources", len(page.graph.sources))
    yield page.count("origins", len(page.analysis.origins_of(page.analysis.provenance)))
    assessed = (one for statements in page.analysis.statements.values() for one in statements)
    yield page.count("contested", sum(1 for assessment in assessed if assessment.contest.by))
