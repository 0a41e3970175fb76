"""The record in time: as it was known on a day, and what changed by month."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from explainer.analysis.as_of import events_by, known_by
from explainer.analysis.changes import changes
from explainer.analysis.standing import current, known, support_of_observation
from explainer.analysis.sums import Comparison, compare, counted_in, size_of, total_by
from explainer.languages import listed
from explainer.record.graph import Graph
from explainer.record.models import Event, Fact, Observation
from explainer.record.site_config import Sum
from explainer.record.values import PartialDate
from explainer.render.escape import md
from explainer.render.page import Desk, Head
from explainer.render.page_view import Pen
from explainer.render.urls import relative
from explainer.render.views import when_said
from explainer.render.write import Output

LATELY = 31  # days


def editions(desk: Desk, days: Iterable[PartialDate]) -> Iterator[Output]:
    """A page for each day, and the list of them."""
    pen = desk.pen
    ordered = sorted(set(days))
    for day in ordered:
        yield _edition(desk, day)
    entries = [(f"[{pen.date(day)}]({relative('known/index.md', f'known/{day}.md')})", "") for day in ordered]
    head = Head(pen.t["pages"]["known"], pen.t["describe"]["known"])
    context = {"title": head.title, "lead": head.description, "groups": [("", entries)], "letters": (), "look": ""}
    yield desk.sheet("known/index.md", "index", head, **context)


def changed(desk: Desk) -> Output:
    """What became known, month by month."""
    pen = desk.pen
    head = Head(pen.t["pages"]["changes"], pen.t["describe"]["changes"])
    return desk.sheet("changes.md", "changes", head, months=list(changes(pen.graph)))


def adds_up(desk: Desk) -> Output:
    """Our own sums beside every published value, by counter."""
    pen = desk.pen
    head = Head(pen.t["pages"]["adds_up"], pen.t["describe"]["adds_up"])
    sums = [(pen.graph.figures[one.figure], list(_by_counter(pen, one))) for one in pen.graph.site.sums]
    return desk.sheet("adds-up.md", "adds-up", head, sums=sums)


def _by_counter(pen: Pen, added: Sum) -> Iterator[tuple[str, str, list[tuple[Comparison, int | None]]]]:
    """Each counter with the reason for its differences, its values beside our sums, and these as known then."""
    found: dict[str, list[tuple[Comparison, int | None]]] = {}
    for one in sorted(compare(pen.graph, added), key=lambda row: row.observation.as_of.last):
        found.setdefault(one.observation.counter, []).append((one, _as_known(pen.graph, added, one.observation)))
    for counter in sorted(found, key=lambda one: (-len(found[one]), one)):
        yield counter, added.reasons.get(counter, ""), found[counter]


def _as_known(graph: Graph, added: Sum, seen: Observation) -> int | None:
    """Our sum to the date of a value, as our list was known on the day on which the value was published."""
    days = [day for one in seen.evidence if (day := known(graph, one))]
    if not days:
        return None
    then = replace(graph, events={one.id: one for one in events_by(graph, min(days))})
    return total_by(then, added, seen.as_of.last)


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
    sums = [line for added in pen.graph.site.sums for line in _sums(pen, then, added, day)]
    return desk.sheet(path, "known", head, day=day, then=then, sums=sums, **_contents(pen, then))


def _sums(pen: Pen, then: Pen, added: Sum, day: PartialDate) -> Iterator[tuple[str, list[str]]]:
    """Our own addition as it stood, and every value published of late, with what it differs by and why."""
    if added.figure not in then.graph.figures:
        return
    words, figure = then.t["known"], then.graph.figures[added.figure]
    ours, today = total_by(then.graph, added, day.last), total_by(pen.graph, added, day.last)
    line = md(str(words["ours"]).format(figure=figure.title, ours=f"{ours:,}", date=then.date(day)))
    if today != ours:
        line += " " + str(words["grown"]).format(today=f"{today:,}", events=_later(pen, then, added, day))
    late = [one for one in figure.observations if (day.last - one.as_of.last).days < LATELY]
    reasons = {_mark(one.observation): one.reason for one in compare(pen.graph, added)}
    shown = late or [current(then.graph, figure)]
    yield line, [_published(then, added, one, reasons.get(_mark(one))) for one in shown]


def _later(pen: Pen, then: Pen, added: Sum, day: PartialDate) -> str:
    """The events of which more was counted later, as links; those not known at all on the day by their number."""
    by_then = [one for one in counted_in(pen.graph, added) if one.date.last <= day.last]
    known = {one.id: size_of(one, added) for one in counted_in(then.graph, added)}
    grown = [then.link(one.id) for one in by_then if one.id in known and known[one.id] != size_of(one, added)]
    unknown = sum(1 for one in by_then if one.id not in known)
    return listed(pen.t, (*grown, *([pen.count("events", unknown)] if unknown else ())), most=len(grown) + 1)


def _mark(seen: Observation) -> tuple[object, ...]:
    return (seen.as_of, seen.counter, seen.value)


def _published(then: Pen, added: Sum, seen: Observation, reason: str | None) -> str:
    words, difference = then.t["known"], seen.value - total_by(then.graph, added, seen.as_of.last)
    stands = then.stands(support_of_observation(then.graph, then.graph.figures[added.figure], seen))
    line = f"{md(then.dated(seen))}, {md(then.name(seen.counter))} {stands} "
    if not difference:
        return line + str(words["same"])
    why = " " + str(words["because"]).format(why=md(reason)) if reason else ""
    return line + str(words["differs"]).format(difference=f"{difference:+,}") + why


def _contents(pen: Pen, then: Pen) -> dict[str, Any]:
    graph = then.graph
    return {
        "figures": [
            (one.id, current(graph, one), current(pen.graph, pen.graph.figures[one.id]))
            for one in graph.figures.values()
        ],
        "events": sorted(graph.events.values(), key=_when),
        "facts": sorted(graph.facts.values(), key=_as_of),
        "quotes": sorted(graph.quotes.values(), key=when_said),
        "disputes": list(graph.disputes.values()),
    }


def _when(event: Event) -> tuple[object, ...]:
    return (event.date.first, event.date.last, event.id)


def _as_of(fact: Fact) -> tuple[object, ...]:
    return (fact.as_of, fact.id)
