"""The pages that entries share: facts by question, quotations by speaker, events by month, sources by year."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from explainer.analysis.standing import Standing
from explainer.record.models import Event, Record, Source
from explainer.record.values import PartialDate
from explainer.render.escape import fold
from explainer.render.page import Desk, Head, neighbours
from explainer.render.page_view import Pen
from explainer.render.pages.questions import in_order
from explainer.render.urls import FOLDERS, UNPLACED, shelf
from explainer.render.views import when_said
from explainer.render.write import Output

OFTEN = 2
R = TypeVar("R", bound=Record)


def shelves(desk: Desk) -> Iterator[Output]:
    """Every shared page."""
    yield from _facts(desk)
    yield from _quotes(desk)
    yield from _months(desk)
    yield from _sources(desk)
    yield _glossary(desk)
    yield _corrections(desk)


def by_shelf(records: Iterable[R]) -> dict[str, list[R]]:
    """Records by the page they share, in the order of the pages' names."""
    found: dict[str, list[R]] = {}
    for record in records:
        found.setdefault(shelf(record), []).append(record)
    return dict(sorted(found.items()))


def months(pen: Pen) -> list[tuple[str, str, list[Event]]]:
    """The months of the timeline, oldest first: title, file, events by date."""
    return [
        (pen.date(PartialDate.parse(name)), f"timeline/{name}.md", sorted(events, key=_when))
        for name, events in by_shelf(pen.graph.events.values()).items()
    ]


def _pages(
    desk: Desk, kind: str, template: str, pages: list[tuple[str, str, dict[str, object]]], about: Callable[[str], str]
) -> Iterator[Output]:
    words = desk.pen.t["pages"]["timeline" if kind == "events" else kind]
    crumb = (words, f"{FOLDERS[kind]}/index.md")
    ordered = [(title, path) for title, path, _ in pages]
    for index, (title, path, context) in enumerate(pages):
        head = Head(f"{words}: {title}", about(title), "list", (crumb,), **neighbours(ordered, index))
        yield desk.sheet(path, template, head, title=title, **context)


def _facts(desk: Desk) -> Iterator[Output]:
    pen, found = desk.pen, by_shelf(desk.pen.graph.facts.values())
    pages: list[tuple[str, str, dict[str, object]]] = []
    for question in in_order(pen):
        if question.id in found:
            context: dict[str, object] = {"question": question, "facts": found[question.id]}
            pages.append((question.question, f"facts/{question.id}.md", context))
    if UNPLACED in found:
        context = {"question": None, "facts": found[UNPLACED]}
        pages.append((pen.t["pages"]["facts"], f"facts/{UNPLACED}.md", context))
    yield from _pages(desk, "facts", "facts", pages, lambda title: pen.t["describe"]["facts_of"].format(question=title))


def _quotes(desk: Desk) -> Iterator[Output]:
    pen = desk.pen
    pages: list[tuple[str, str, dict[str, object]]] = [
        (
            pen.name(speaker),
            f"quotes/{speaker}.md",
            {"speaker": pen.graph.actors[speaker], "quotes": sorted(said, key=when_said)},
        )
        for speaker, said in by_shelf(pen.graph.quotes.values()).items()
    ]
    yield from _pages(desk, "quotes", "quotes", pages, lambda title: pen.t["describe"]["quotes_of"].format(name=title))


def _months(desk: Desk) -> Iterator[Output]:
    pen = desk.pen
    found = months(pen)
    pages: list[tuple[str, str, dict[str, object]]] = [
        (title, file, {"events": events}) for title, file, events in found
    ]
    yield from _pages(
        desk, "events", "month", pages, lambda title: pen.t["describe"]["timeline_of"].format(month=title)
    )
    head = Head(pen.t["pages"]["timeline"], pen.t["describe"]["timeline"])
    yield desk.sheet("timeline/index.md", "timeline", head, months=found, **_choices(pen))


def _choices(pen: Pen) -> dict[str, object]:
    """What the timeline can be filtered by: types with their number of events, actors, standings."""
    events = pen.graph.events.values()
    types = Counter(one.type for one in events)
    actors = Counter(actor for one in events for actor in one.actors)
    often = [actor for actor, times in actors.items() if times >= OFTEN]
    return {
        "types": [(one, types[one]) for one in pen.graph.site.event_types if one in types],
        "actors": sorted(often, key=lambda one: fold(pen.name(one))),
        "standings": [one for one in Standing if any(pen.support(event).standing is one for event in events)],
        "total": len(events),
    }


def _sources(desk: Desk) -> Iterator[Output]:
    """A page for each year, its works by month."""
    pen = desk.pen
    pages: list[tuple[str, str, dict[str, object]]] = []
    for name, some in by_shelf(pen.graph.sources.values()).items():
        title = name if name.isdigit() else str(pen.t["undated"])
        months: dict[str, list[Source]] = {}
        for source in sorted(some, key=_appeared):
            months.setdefault(_month_of(pen, source), []).append(source)
        pages.append((title, f"sources/{name}.md", {"months": list(months.items())}))
    yield from _pages(
        desk, "sources", "sources", pages, lambda title: pen.t["describe"]["sources_of"].format(year=title)
    )


def _appeared(source: Source) -> tuple[str, str, str]:
    day = source.published or source.published_by
    return (str(day or ""), source.publisher.casefold(), source.id)


def _month_of(pen: Pen, source: Source) -> str:
    day = source.published or source.published_by
    return pen.date(PartialDate(day.year, day.month)) if day else pen.date(None)


def _glossary(desk: Desk) -> Output:
    pen = desk.pen
    terms = sorted(pen.graph.terms.values(), key=lambda one: (one.term.casefold(), one.id))
    head = Head(pen.t["pages"]["glossary"], pen.t["describe"]["glossary"], "list")
    return desk.sheet("glossary/index.md", "glossary", head, terms=terms)


def _corrections(desk: Desk) -> Output:
    pen = desk.pen
    newest = sorted(pen.graph.corrections.values(), key=lambda one: (one.date.last, one.id), reverse=True)
    head = Head(pen.t["pages"]["corrections"], pen.t["describe"]["corrections"])
    return desk.sheet("corrections/index.md", "corrections", head, corrections=newest)


def _when(event: Event) -> tuple[object, ...]:
    return (event.date.first, event.date.last, event.id)
