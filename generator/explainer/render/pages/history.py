"""The record in time: as it was known on a day, and what changed by month."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from explainer.analysis import Comparison, OwnSum
from explainer.record.models import Event, Fact
from explainer.record.parts import Observation
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
    if not ordered:
        return
    for day in ordered:
        yield _edition(site, day)
    entries = [(f"[{page.date(day)}]({relative('known/index.md', f'known/{day}.md')})", "") for day in ordered]
    head = FrontMatter(page.messages["pages"]["known"], page.messages["describe"]["known"])
    context = {"title": head.title, "lead": head.description, "groups": [("", entries)], "letters": (), "look": ""}
    yield site.page_of_template("known/index.md", "index", head, **context)


def changed(site: Site) -> Iterator[Output]:
    """What became known, month by month."""
    page = site.page
    head = FrontMatter(page.messages["pages"]["changes"], page.messages["describe"]["changes"])
    if page.analysis.changes:
        yield site.page_of_template("changes.md", "changes", head, months=page.analysis.changes)


def adds_up(site: Site) -> Output:
    """Our own sums beside every published value, by counter."""
    page = site.page
    head = FrontMatter(page.messages["pages"]["adds_up"], page.messages["describe"]["adds_up"])
    sums = [(page.graph.figures[own.figure], list(_by_counter(own))) for own in page.analysis.sums]
    return site.page_of_template("adds-up.md", "adds-up", head, sums=sums)


def _by_counter(own: OwnSum) -> Iterator[tuple[str, str, list[Comparison]]]:
    """Each counter with the reason for its differences, and its values beside our sums."""
    rows: dict[str, list[Comparison]] = {}
    for comparison in sorted(own.comparisons, key=lambda row: row.observation.as_of.last):
        rows.setdefault(comparison.observation.counter, []).append(comparison)
    for counter in sorted(rows, key=lambda counter: (-len(rows[counter]), counter)):
        yield counter, own.reasons.get(counter, ""), rows[counter]


def _edition(site: Site, day: PartialDate) -> Output:
    page, path = site.page, f"known/{day}.md"
    then = replace(page, analysis=page.analysis.as_of(day.last), here=path, due_on=None)
    words, at_end = page.messages["known"], page.messages.at_end(day)
    head = FrontMatter(
        words["title"].format(at_end=at_end),
        words["lead"].format(at_end=at_end),
        crumbs=((page.messages["pages"]["known"], "known/index.md"),),
        edition=words["banner"].format(at_end=at_end),
    )
    sums = zip(page.analysis.sums, then.analysis.sums, strict=True)
    lines = [line for own, own_then in sums for line in _sums(then, own, own_then, day)]
    return site.page_of_template(path, "known", head, day=day, then=then, sums=lines, **_contents(page, then))


def _sums(then: PageView, own: OwnSum, own_then: OwnSum, day: PartialDate) -> Iterator[tuple[str, list[str]]]:
    """Our own addition as it stood, and every value published of late, with what it differs by and why."""
    if own.figure not in then.graph.figures:
        return
    words, figure = then.messages["known"], then.graph.figures[own.figure]
    ours, today = own_then.total_by(day.last), own.total_by(day.last)
    line = md(str(words["ours"]).format(figure=figure.title, ours=then.number(ours), date=then.date(day)))
    if today != ours:
        line += " " + str(words["grown"]).format(today=then.number(today), events=_later(then, own, own_then, day))
    late = [seen for seen in figure.observations if (day.last - seen.as_of.last).days < LATELY]
    reasons = {_mark(comparison.observation): comparison.reason for comparison in own.comparisons}
    shown = late or [then.analysis.current[figure.id]]
    yield line, [_published(then, own_then, seen, reasons.get(_mark(seen))) for seen in shown]


def _later(then: PageView, own: OwnSum, own_then: OwnSum, day: PartialDate) -> str:
    """The events of which more was counted later, as links; those not known at all on the day by their number."""
    by_then = [event.id for event in own.events if event.date.last <= day.last]
    known = {event.id for event in own_then.events}
    grown = [then.link(event) for event in by_then if event in known and own_then.sizes[event] != own.sizes[event]]
    unknown = len(set(by_then) - known)
    others = [then.count("events", unknown)] if unknown else []
    return then.messages.listed((*grown, *others), most=len(grown) + 1)


def _mark(seen: Observation) -> tuple[object, ...]:
    return (seen.as_of, seen.counter, seen.value)


def _published(then: PageView, own: OwnSum, seen: Observation, reason: str | None) -> str:
    words, difference = then.messages["known"], seen.value - own.total_by(seen.as_of.last)
    figure = then.graph.figures[own.figure]
    stands = then.stands(then.assess(figure, seen))
    line = f"{then.messages.joined([md(then.dated(figure, seen)), md(then.name(seen.counter))])} {stands} "
    if not difference:
        return line + str(words["same"])
    why = " " + str(words["because"]).format(why=md(reason)) if reason else ""
    return line + str(words["differs"]).format(difference=then.number(difference, "+")) + why


def _contents(page: PageView, then: PageView) -> dict[str, Any]:
    graph = then.graph
    return {
        "figures": [
            (graph.figures[figure], seen, page.analysis.current[figure])
            for figure, seen in then.analysis.current.items()
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
