"""The record in time: as it was known on a day, and what changed by month."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from explainer.analysis.as_of import events_by, known_by
from explainer.analysis.changes import changes
from explainer.analysis.standing import assess_observation, current, known
from explainer.analysis.sums import Comparison, compare, counted_in, size_of, total_by
from explainer.languages import listed
from explainer.record.graph import Graph
from explainer.record.models import Event, Fact, Observation
from explainer.record.site_config import Sum
from explainer.record.values import PartialDate
from explainer.render.escape import md
from explainer.render.page import FrontMatter, Site
from explainer.render.page_view import PageView
from explainer.render.urls import relative
from explainer.render.views import when_said
from explainer.render.write import Output

LATELY = 31  # days


def editions(site: Site, days: Iterable[PartialDate]) -> Iterator[Output]:
    """A page for each day, and the list of them."""
    page = site.page
    ordered = sorted(set(days))
    for day in ordered:
        yield _edition(site, day)
    entries = [(f"[{page.date(day)}]({relative('known/index.md', f'known/{day}.md')})", "") for day in ordered]
    head = FrontMatter(page.messages["pages"]["known"], page.messages["describe"]["known"])
    context = {"title": head.title, "lead": head.description, "groups": [("", entries)], "letters": (), "look": ""}
    yield site.page_of_template("known/index.md", "index", head, **context)


def changed(site: Site) -> Output:
    """What became known, month by month."""
    page = site.page
    head = FrontMatter(page.messages["pages"]["changes"], page.messages["describe"]["changes"])
    return site.page_of_template("changes.md", "changes", head, months=list(changes(page.graph)))


def adds_up(site: Site) -> Output:
    """Our own sums beside every published value, by counter."""
    page = site.page
    head = FrontMatter(page.messages["pages"]["adds_up"], page.messages["describe"]["adds_up"])
    sums = [(page.graph.figures[one.figure], list(_by_counter(page, one))) for one in page.graph.site.sums]
    return site.page_of_template("adds-up.md", "adds-up", head, sums=sums)


def _by_counter(page: PageView, added: Sum) -> Iterator[tuple[str, str, list[tuple[Comparison, int | None]]]]:
    """Each counter with the reason for its differences, its values beside our sums, and these as known then."""
    found: dict[str, list[tuple[Comparison, int | None]]] = {}
    for one in sorted(compare(page.graph, added), key=lambda row: row.observation.as_of.last):
        found.setdefault(one.observation.counter, []).append((one, _as_known(page.graph, added, one.observation)))
    for counter in sorted(found, key=lambda one: (-len(found[one]), one)):
        yield counter, added.reasons.get(counter, ""), found[counter]


def _as_known(graph: Graph, added: Sum, seen: Observation) -> int | None:
    """Our sum to the date of a value, as our list was known on the day on which the value was published."""
    days = [day for one in seen.evidence if (day := known(graph, one))]
    if not days:
        return None
    then = replace(graph, events={one.id: one for one in events_by(graph, min(days))})
    return total_by(then, added, seen.as_of.last)


def _edition(site: Site, day: PartialDate) -> Output:
    page, path = site.page, f"known/{day}.md"
    then = PageView(known_by(page.graph, day.last), path, page.messages)
    words, date = page.messages["known"], page.date(day)
    head = FrontMatter(
        words["title"].format(date=date),
        words["lead"].format(date=date),
        crumbs=((page.messages["pages"]["known"], "known/index.md"),),
        edition=words["banner"].format(date=date),
    )
    sums = [line for added in page.graph.site.sums for line in _sums(page, then, added, day)]
    return site.page_of_template(path, "known", head, day=day, then=then, sums=sums, **_contents(page, then))


def _sums(page: PageView, then: PageView, added: Sum, day: PartialDate) -> Iterator[tuple[str, list[str]]]:
    """Our own addition as it stood, and every value published of late, with what it differs by and why."""
    if added.figure not in then.graph.figures:
        return
    words, figure = then.messages["known"], then.graph.figures[added.figure]
    ours, today = total_by(then.graph, added, day.last), total_by(page.graph, added, day.last)
    line = md(str(words["ours"]).format(figure=figure.title, ours=f"{ours:,}", date=then.date(day)))
    if today != ours:
        line += " " + str(words["grown"]).format(today=f"{today:,}", events=_later(page, then, added, day))
    late = [one for one in figure.observations if (day.last - one.as_of.last).days < LATELY]
    reasons = {_mark(one.observation): one.reason for one in compare(page.graph, added)}
    shown = late or [current(then.graph, figure)]
    yield line, [_published(then, added, one, reasons.get(_mark(one))) for one in shown]


def _later(page: PageView, then: PageView, added: Sum, day: PartialDate) -> str:
    """The events of which more was counted later, as links; those not known at all on the day by their number."""
    by_then = [one for one in counted_in(page.graph, added) if one.date.last <= day.last]
    known = {one.id: size_of(one, added) for one in counted_in(then.graph, added)}
    grown = [then.link(one.id) for one in by_then if one.id in known and known[one.id] != size_of(one, added)]
    unknown = sum(1 for one in by_then if one.id not in known)
    return listed(page.messages, (*grown, *([page.count("events", unknown)] if unknown else ())), most=len(grown) + 1)


def _mark(seen: Observation) -> tuple[object, ...]:
    return (seen.as_of, seen.counter, seen.value)


def _published(then: PageView, added: Sum, seen: Observation, reason: str | None) -> str:
    words, difference = then.messages["known"], seen.value - total_by(then.graph, added, seen.as_of.last)
    stands = then.stands(assess_observation(then.graph, then.graph.figures[added.figure], seen))
    line = f"{md(then.dated(seen))}, {md(then.name(seen.counter))} {stands} "
    if not difference:
        return line + str(words["same"])
    why = " " + str(words["because"]).format(why=md(reason)) if reason else ""
    return line + str(words["differs"]).format(difference=f"{difference:+,}") + why


def _contents(page: PageView, then: PageView) -> dict[str, Any]:
    graph = then.graph
    return {
        "figures": [
            (one.id, current(graph, one), current(page.graph, page.graph.figures[one.id]))
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
