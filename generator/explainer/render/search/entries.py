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
from explainer.render.search.standing import sides
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
        entry = _entry(page, record)
        yield replace(entry, weight=round(log2(1 + held[record.id]), 1))
        if isinstance(record, Question):
            yield from (_section(page, entry, section.heading, section.body) for section in record.sections)
    yield from pages(page).values()
    yield from _sections_of_pages(page)


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
        "sides": sides(page, record, assessment),
    }
    own: Fields = next((fields(page, record) for kind, fields in OWN_FIELDS if isinstance(record, kind)), {})
    return Entry(**common | own)


def _excerpts(page: PageView, record: Record) -> tuple[tuple[str, str], ...]:
    passages = (passage for _, passage in all_evidence(record))
    return tuple(dict.fromkeys((_language(page, passage), passage.excerpt) for passage in passages))


def _language(page: PageView, passage: Evidence) -> str:
    return passage.language or page.graph.sources[passage.source].language


def _section(page: PageView, whole: Entry, heading: str, prose: str) -> Entry:
    """A heading of a page and the prose under it; *whole* is the page's own entry."""
    return Entry(f"{whole.url}#{slugify(heading, '-')}", whole.kind, heading, plain(page, prose), part_of=whole.title)


def _sections_of_pages(page: PageView) -> Iterator[Entry]:
    by_name, site = pages(page), page.graph.site
    yield from (_section(page, by_name["unknowns"], unknown.title, unknown.body) for unknown in site.unknowns)
    yield from (_section(page, by_name["how_we_know"], section.heading, section.body) for section in site.method)


def pages(page: PageView) -> dict[str, Entry]:
    """The pages that are no record's, and the map, by their names among the words of the language."""
    site, words, names = page.graph.site, page.messages, page.messages["search"]["found_by"]
    home = Entry(site_address("index.md"), "pages", site.title, site.description, names=(names["home"],))
    by_name = {"home": home} | {name: _page(page, name, path) for name, path in PAGES.items()}
    if site.map and page.analysis.sums:
        chart, title = f"#chart-map--{page.analysis.sums[0].figure}", words["search"]["map"]
        by_name["map"] = Entry(chart, "pages", title, words["charts"]["map_about"], names=(names["map"],))
    return by_name


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
        "title": page.name(quote.speaker),
        "text": shown,
        "day": page.date(quote.said_on),
        "language": page.graph.site.language if translated else quote.language,
        "more": (*((quote.text,) if translated else ()), quote.occasion, quote.role or "", quote.place or ""),
    }


def _event(page: PageView, event: Event) -> Fields:
    where = (*(page.graph.site.areas[area].label for area in event.areas), event.place or "")
    claims = tuple(claim.says for claim in event.claims)
    return {
        "text": plain(page, event.summary or "") or page.messages.joined(filter(None, where)),
        "names": (type_of(page, event), numbered(page, event)),
        "more": (*where, *claims, *map(page.name, event.actors)),
    }


def _dispute(page: PageView, dispute: Dispute) -> Fields:
    positions = (f"{page.names(position.held_by)}: {position.says}" for position in dispute.positions)
    return {"text": " ".join(positions), "more": (plain(page, dispute.assessment or ""),)}


def _actor(page: PageView, actor: Party) -> Fields:
    roles = tuple(role.title for role in actor.roles)
    kind = page.messages["actor_kinds"][actor.kind]
    about = ". ".join(filter(None, (*roles[-1:], plain(page, actor.description or ""))))
    return {"text": about or actor.country or kind, "more": (*roles, kind, actor.country or "")}


def _source(page: PageView, source: Source) -> Fields:
    day = source.published or source.published_by
    about = f"{page.publisher(source.id)}, {page.date(day)}. {page.messages['read'][source.read]}"
    return {"text": about, "more": (source.author or "",), "language": "", "excerpts": ()}


def _term(page: PageView, term: Term) -> Fields:
    return {"text": plain(page, term.definition), "names": term.aliases}


def _correction(_: PageView, correction: Correction) -> Fields:
    return {"text": correction.now, "more": (correction.was,)}


OWN_FIELDS: tuple[tuple[type[Record], Any], ...] = (
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
