"""The pages that entries share: facts by question, quotations by speaker, events by month, sources by year."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from explainer.analysis import Basis
from explainer.languages.folding import fold
from explainer.record.models import Event, Record, Source
from explainer.record.values import PartialDate
from explainer.render.page import FrontMatter, Site, neighbours
from explainer.render.page_view import PageView
from explainer.render.pages.questions import in_order
from explainer.render.urls import FOLDERS, UNPLACED, shelf
from explainer.render.views import when_said
from explainer.render.write import Output

OFTEN = 2
R = TypeVar("R", bound=Record)


def shelves(site: Site) -> Iterator[Output]:
    """Every shared page."""
    yield from _facts(site)
    yield from _quotes(site)
    yield from _months(site)
    yield from _sources(site)
    if site.page.graph.terms:
        yield _glossary(site)
    if site.page.graph.corrections:
        yield _corrections(site)


def by_shelf(records: Iterable[R]) -> dict[str, list[R]]:
    """Records by the page they share, in the order of the pages' names."""
    found: dict[str, list[R]] = {}
    for record in records:
        found.setdefault(shelf(record), []).append(record)
    return dict(sorted(found.items()))


def months(page: PageView) -> list[tuple[str, str, list[Event]]]:
    """The months of the timeline, oldest first: title, file, events by date."""
    return [
        (page.date(PartialDate.parse(name)), f"timeline/{name}.md", sorted(events, key=_when))
        for name, events in by_shelf(page.graph.events.values()).items()
    ]


def _pages(
    site: Site, kind: str, template: str, pages: list[tuple[str, str, dict[str, object]]], about: Callable[[str], str]
) -> Iterator[Output]:
    words = site.page.messages["pages"]["timeline" if kind == "events" else kind]
    crumb = (words, f"{FOLDERS[kind]}/index.md")
    ordered = [(title, path) for title, path, _ in pages]
    for index, (title, path, context) in enumerate(pages):
        head = FrontMatter(
            site.page.messages.named(words, title), about(title), "list", (crumb,), **neighbours(ordered, index)
        )
        yield site.page_of_template(path, template, head, title=title, **context)


def _facts(site: Site) -> Iterator[Output]:
    page, found = site.page, by_shelf(site.page.graph.facts.values())
    pages: list[tuple[str, str, dict[str, object]]] = []
    for question in in_order(page):
        if question.id in found:
            context: dict[str, object] = {"question": question, "facts": found[question.id]}
            pages.append((question.question, f"facts/{question.id}.md", context))
    if UNPLACED in found:
        context = {"question": None, "facts": found[UNPLACED]}
        pages.append((page.messages["pages"]["facts"], f"facts/{UNPLACED}.md", context))
    yield from _pages(
        site, "facts", "facts", pages, lambda title: page.messages["describe"]["facts_of"].format(question=title)
    )


def _quotes(site: Site) -> Iterator[Output]:
    page = site.page
    pages: list[tuple[str, str, dict[str, object]]] = [
        (
            page.name(speaker),
            f"quotes/{speaker}.md",
            {"speaker": page.graph.actors[speaker], "quotes": sorted(said, key=when_said)},
        )
        for speaker, said in by_shelf(page.graph.quotes.values()).items()
    ]
    yield from _pages(
        site, "quotes", "quotes", pages, lambda title: page.messages["describe"]["quotes_of"].format(name=title)
    )


def _months(site: Site) -> Iterator[Output]:
    page = site.page
    found = months(page)
    pages: list[tuple[str, str, dict[str, object]]] = [
        (title, file, {"events": events}) for title, file, events in found
    ]
    yield from _pages(
        site, "events", "month", pages, lambda title: page.messages["describe"]["timeline_of"].format(month=title)
    )
    head = FrontMatter(page.messages["pages"]["timeline"], page.messages["describe"]["timeline"])
    if found:
        yield site.page_of_template("timeline/index.md", "timeline", head, months=found, **_choices(page))


def _choices(page: PageView) -> dict[str, object]:
    """What the timeline can be filtered by: types with their number of events, actors, standings."""
    events = page.graph.events.values()
    types = Counter(one.type for one in events)
    actors = Counter(actor for one in events for actor in one.actors)
    often = [actor for actor, times in actors.items() if times >= OFTEN]
    return {
        "types": [(one, types[one]) for one in page.graph.site.event_types if one in types],
        "actors": sorted(often, key=lambda one: fold(page.name(one))),
        "bases": [basis for basis in Basis if any(page.assess(event).basis is basis for event in events)],
        "total": len(events),
    }


def _sources(site: Site) -> Iterator[Output]:
    """A page for each year, its works by month."""
    page = site.page
    pages: list[tuple[str, str, dict[str, object]]] = []
    for name, some in by_shelf(page.graph.sources.values()).items():
        title = name if name.isdigit() else str(page.messages["undated"])
        months: dict[str, list[Source]] = {}
        for source in sorted(some, key=_appeared):
            months.setdefault(_month_of(page, source), []).append(source)
        pages.append((title, f"sources/{name}.md", {"months": list(months.items())}))
    yield from _pages(
        site, "sources", "sources", pages, lambda title: page.messages["describe"]["sources_of"].format(year=title)
    )


def _appeared(source: Source) -> tuple[str, str, str]:
    day = source.published or source.published_by
    return (str(day or ""), source.publisher, source.id)


def _month_of(page: PageView, source: Source) -> str:
    day = source.published or source.published_by
    return page.date(PartialDate(day.year, day.month)) if day else page.date(None)


def _glossary(site: Site) -> Output:
    page = site.page
    terms = sorted(page.graph.terms.values(), key=lambda one: (one.term.casefold(), one.id))
    head = FrontMatter(page.messages["pages"]["glossary"], page.messages["describe"]["glossary"], "list")
    return site.page_of_template("glossary/index.md", "glossary", head, terms=terms)


def _corrections(site: Site) -> Output:
    page = site.page
    newest = sorted(page.graph.corrections.values(), key=lambda one: (one.date.last, one.id), reverse=True)
    head = FrontMatter(page.messages["pages"]["corrections"], page.messages["describe"]["corrections"])
    return site.page_of_template("corrections/index.md", "corrections", head, corrections=newest)


def _when(event: Event) -> tuple[object, ...]:
    return (event.date.first, event.date.last, event.id)
