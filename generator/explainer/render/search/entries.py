"""What search finds: an entry for each record, for each section of prose, and for each page that lists."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import log2
from typing import Any

from markdown.extensions.toc import slugify

from explainer.analysis import Assessment
from explainer.record.graph import split
from explainer.record.models import Correction, Dispute, Event, Figure, Party, Question, Quote, Record, Source, Term
from explainer.record.names import says
from explainer.record.parts import Evidence
from explainer.record.walk import all_evidence
from explainer.render.page_view import PageView
from explainer.render.prose_markdown import plain
from explainer.render.urls import address, site_address
from explainer.render.views import day_of, numbered, type_of

Fields = dict[str, Any]
# the pages that are no record's: by their name among the words of the language
PAGES = {
    "background": "background/index.md",
    "facts": "facts/index.md",
    "figures": "figures/index.md",
    "quotes": "quotes/index.md",
    "timeline": "timeline/index.md",
    "disputes": "disputes/index.md",
    "actors": "actors/index.md",
    "sources": "sources/index.md",
    "glossary": "glossary/index.md",
    "corrections": "corrections/index.md",
    "how_we_know": "how-we-know/index.md",
    "a_z": "a-z.md",
    "unknowns": "unknowns.md",
    "changes": "changes.md",
    "known": "known/index.md",
    "accessibility": "accessibility.md",
    "adds_up": "adds-up.md",
    "data": "data/index.md",
}


@dataclass(frozen=True)
class Entry:
    """One thing that search finds.

    `title`, `text`, `value`, `day` and `excerpts` (language and words) are shown. `names` are other names by which it
    is found, `more` what else is searched. `part_of` is the title of the page that it is a section of; `sides` are ids;
    `weight` grows with how much in the record refers to it.
    """

    url: str
    kind: str
    title: str
    text: str = ""
    language: str = ""
    value: str = ""
    day: str = ""
    part_of: str = ""
    names: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    excerpts: tuple[tuple[str, str], ...] = ()
    assessment: Assessment | None = None
    sides: tuple[str, ...] = ()
    weight: float = 0


def entries(page: PageView) -> Iterator[Entry]:
    """Everything that search finds, in the order of the record."""
    held = Counter(split(link.target)[0] for links in page.graph.references.values() for link in links)
    for record in page.graph.records():
        yield replace(_entry(page, record), weight=round(log2(1 + held[record.id]), 1))
        if isinstance(record, Question):
            yield from _sections(page, record)
    yield from _unknowns(page)
    yield from pages(page).values()


def _entry(page: PageView, record: Record) -> Entry:
    assessment = page.assess(record) if record.id in page.analysis.assessments else None
    day = day_of(record)
    common: Fields = {
        "url": site_address(address(page.graph, record.id)),
        "kind": page.graph.kinds[record.id],
        "title": page.name(record.id),
        "text": says(record),
        "day": page.date(day) if day else "",
        "excerpts": _excerpts(page, record),
        "assessment": assessment,
        "sides": _sides(page, record, assessment),
    }
    own: Fields = next((tell(page, record) for kind, tell in TOLD if isinstance(record, kind)), {})
    return Entry(**common | own)


def _excerpts(page: PageView, record: Record) -> tuple[tuple[str, str], ...]:
    found = (passage for _, passage in all_evidence(record))
    return tuple(dict.fromkeys((_language(page, passage), passage.excerpt) for passage in found))


def _language(page: PageView, passage: Evidence) -> str:
    return passage.language or page.graph.sources[passage.source].language


def _sides(page: PageView, record: Record, assessment: Assessment | None) -> tuple[str, ...]:
    """The side of the speaker, of the actor itself, or of those whose word alone a statement is."""
    speakers = [origin.actor for origin in assessment.parties] if assessment else []
    if isinstance(record, Quote | Party):
        speakers = [record.speaker if isinstance(record, Quote) else record.id]
    sides = (page.graph.actors[speaker].side for speaker in speakers)
    return tuple(dict.fromkeys(side for side in sides if side))


def _sections(page: PageView, question: Question) -> Iterator[Entry]:
    url = site_address(address(page.graph, question.id))
    for section in question.sections:
        there = f"{url}#{slugify(section.heading, '-')}"
        yield Entry(there, "background", section.heading, plain(page, section.body), part_of=question.question)


def _unknowns(page: PageView) -> Iterator[Entry]:
    title, url = page.messages["pages"]["unknowns"], site_address(PAGES["unknowns"])
    for unknown in page.graph.site.unknowns:
        there = f"{url}#{slugify(unknown.title, '-')}"
        yield Entry(there, "pages", unknown.title, plain(page, unknown.body), part_of=title)


def pages(page: PageView) -> dict[str, Entry]:
    """The pages that are no record's, and the map, by their names among the words of the language."""
    site, words, names = page.graph.site, page.messages, page.messages["search"]["found_by"]
    home = Entry(site_address("index.md"), "pages", site.title, site.description, names=(names["home"],))
    found = {"home": home} | {name: _page(page, name, path) for name, path in PAGES.items()}
    if site.map and page.analysis.sums:
        chart, title = f"#chart-map--{page.analysis.sums[0].figure}", words["search"]["map"]
        found["map"] = Entry(chart, "pages", title, words["charts"]["map_about"], names=(names["map"],))
    return found


def _page(page: PageView, name: str, path: str) -> Entry:
    words, names = page.messages, page.messages["search"]["found_by"][name]
    return Entry(site_address(path), "pages", words["pages"][name], words["describe"][name], names=(names,))


def _question(page: PageView, question: Question) -> Fields:
    return {"text": plain(page, question.short_answer)}


def _figure(page: PageView, figure: Figure) -> Fields:
    seen = page.analysis.current[figure.id]
    return {
        "text": page.dated(figure, seen),
        "value": page.number(seen.value),
        "names": (figure.unit, page.messages["search"]["found_by"]["figure"]),
        "more": (plain(page, figure.description or ""),),
    }


def _quote(page: PageView, quote: Quote) -> Fields:
    shown = page.translated(quote)
    translated = shown != quote.text
    return {
        "title": f"{page.name(quote.speaker)}, {page.date(quote.said_on)}",
        "text": shown,
        "day": "",
        "language": page.graph.site.language if translated else quote.language,
        "more": (*((quote.text,) if translated else ()), quote.occasion, quote.role or "", quote.place or ""),
    }


def _event(page: PageView, event: Event) -> Fields:
    site = page.graph.site
    areas = (site.areas[area].label for area in event.areas)
    return {
        "text": plain(page, event.summary or ""),
        "names": (type_of(page, event), numbered(page, event)),
        "more": (*areas, event.place or "", *(claim.says for claim in event.claims), *map(page.name, event.actors)),
    }


def _dispute(page: PageView, dispute: Dispute) -> Fields:
    positions = (f"{page.names(position.held_by)}: {position.says}" for position in dispute.positions)
    return {"text": " ".join(positions), "more": (plain(page, dispute.assessment or ""),)}


def _actor(page: PageView, actor: Party) -> Fields:
    roles = tuple(role.title for role in actor.roles)
    described = plain(page, actor.description or "")
    kind = page.messages["actor_kinds"][actor.kind]
    told = ". ".join(part for part in (roles[-1] if roles else "", described) if part)
    return {"text": told or actor.country or kind, "more": (*roles, kind, actor.country or "")}


def _source(page: PageView, source: Source) -> Fields:
    day = source.published or source.published_by
    told = f"{source.publisher}, {page.date(day)}. {page.messages['read'][source.read]}"
    return {"text": told, "more": (source.author or "",), "language": "", "excerpts": ()}


def _term(page: PageView, term: Term) -> Fields:
    return {"text": plain(page, term.definition), "names": term.aliases}


def _correction(_: PageView, correction: Correction) -> Fields:
    return {"text": correction.now, "more": (correction.was,)}


TOLD: tuple[tuple[type[Record], Any], ...] = (
    (Question, _question),
    (Figure, _figure),
    (Quote, _quote),
    (Event, _event),
    (Dispute, _dispute),
    (Party, _actor),
    (Source, _source),
    (Term, _term),
    (Correction, _correction),
)
