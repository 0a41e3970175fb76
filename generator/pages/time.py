"""The record in time: as it was known on a day, and what changed by month."""

from collections.abc import Iterable, Iterator
from typing import Any

from generator.changes import changes
from generator.evidence import current
from generator.filters.addresses import relative
from generator.filters.pen import Pen
from generator.known import known_by
from generator.models.records import Event, Fact, Quote
from generator.models.values import PartialDate
from generator.outputs import Output
from generator.pages.sheet import Desk, Head


def editions(desk: Desk, days: Iterable[PartialDate]) -> Iterator[Output]:
    """A page for each day, and the list of them."""
    pen = desk.pen
    ordered = sorted(set(days))
    for day in ordered:
        yield _edition(desk, day)
    entries = [(f"[{pen.date(day)}]({relative('known/index.md', f'known/{day}.md')})", "") for day in ordered]
    head = Head(pen.t["pages"]["known"], pen.t["describe"]["known"])
    yield desk.sheet("known/index.md", "index", head, title=head.title, lead=head.description, groups=[("", entries)])


def changed(desk: Desk) -> Output:
    """What became known, month by month."""
    pen = desk.pen
    head = Head(pen.t["pages"]["changes"], pen.t["describe"]["changes"])
    return desk.sheet("changes.md", "changes", head, months=list(changes(pen.graph)))


def _edition(desk: Desk, day: PartialDate) -> Output:
    pen, path = desk.pen, f"known/{day}.md"
    then = Pen(known_by(pen.graph, day.last), path, pen.t)
    words, date = pen.t["known"], pen.date(day)
    head = Head(
        words["title"].format(date=date),
        words["lead"].format(date=date),
        crumbs=((pen.t["pages"]["known"], "known/index.md"),),
        edition=words["banner"].format(date=date),
    )
    return desk.sheet(path, "known", head, day=day, then=then, sums=(), **_contents(pen, then))


def _contents(pen: Pen, then: Pen) -> dict[str, Any]:
    graph = then.graph
    return {
        "figures": [(one.id, current(graph, one), current(pen.graph, pen.graph.figures[one.id])) for one in graph.figures.values()],
        "events": sorted(graph.events.values(), key=_when),
        "facts": sorted(graph.facts.values(), key=_as_of),
        "quotes": sorted(graph.quotes.values(), key=_said),
        "disputes": list(graph.disputes.values()),
    }


def _when(event: Event) -> tuple[object, ...]:
    return (event.date.first, event.date.last, event.id)


def _as_of(fact: Fact) -> tuple[object, ...]:
    return (fact.as_of, fact.id)


def _said(quote: Quote) -> tuple[object, ...]:
    return (str(quote.said_on or "9999"), quote.id)
