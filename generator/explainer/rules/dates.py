"""Rules on time: dates in order, nothing from the future, roles and reviews."""

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from explainer.analysis import Analysis
from explainer.record.graph import SITE, Graph
from explainer.record.models import Event, Record
from explainer.record.parts import Evidence, Role
from explainer.record.site_config import SiteConfig
from explainer.record.values import PartialDate
from explainer.record.walk import Path, all_evidence, values_of_type
from explainer.rules.finding import Finding, at, at_path

TO_COME = ("review_by", "again_by")  # fields that name a day ahead
ALIKE = 0.85  # how near a role must be to another for one to be a slip for it


def date_is_not_in_the_future(graph: Graph, analysis: Analysis) -> Iterator[Finding]:
    """A date does not lie in the future, unless the event is scheduled."""
    holders: list[Record | SiteConfig] = [*graph.records(), graph.site]
    for holder in holders:
        to_come = ("date", *TO_COME) if isinstance(holder, Event) and holder.scheduled else TO_COME
        for path, day in values_of_type(holder, PartialDate):
            if day.first > analysis.today and path[0] not in to_come:
                hint = "correct it; an event that is still to come has `scheduled: true`"
                record_id = holder.id if isinstance(holder, Record) else SITE
                yield at_path(graph, record_id, path, f"{day} lies in the future", hint)


def scheduled_event_is_to_come(graph: Graph, analysis: Analysis) -> Iterator[Finding]:
    """A scheduled event lies ahead; when its day is past, say what happened."""
    for event in graph.events.values():
        if event.scheduled and event.date.last < analysis.today:
            hint = "write what happened and take `scheduled` out"
            yield at(graph, event, "scheduled", message=f"its day, {event.date}, is past", hint=hint, warning=True)


def source_is_not_older_than_what_it_tells(graph: Graph, analysis: Analysis) -> Iterator[Finding]:
    """A source is not older than the event, the words or the value that it tells of."""
    for record, path, day, evidence in _told(graph, analysis.today):
        for index, one in enumerate(evidence):
            if (published := _dated(graph, one)) and published.last < day.first:
                message = f"`{one.source}` is from {published}, before what it tells of, {day}"
                hint = "check both dates, or take this evidence out"
                yield at(graph, record, *path, index, "source", message=message, hint=hint)
    for fact in graph.facts.values():
        dates = [_dated(graph, one) for one in fact.evidence]
        if fact.as_of.first <= analysis.today and all(one and one.last < fact.as_of.first for one in dates):
            message = f"it speaks of {fact.as_of}, and every source of it is older"
            yield at(graph, fact, "as_of", message=message, hint="write the time that the sources speak of")


def evidence_was_known_by_its_source(graph: Graph, _: Analysis) -> Iterator[Finding]:
    """`known` dates a first publication, so it is not later than the source that tells of it."""
    for record in graph.records():
        for path, one in all_evidence(record):
            published = graph.sources[one.source].published
            if one.known and published and one.known.first > published.last:
                message = f"it was known on {one.known}, after the source of {published}"
                yield at_path(graph, record.id, (*path, "known"), message, "correct one of the two dates")


def role_ends_after_it_began(graph: Graph, _: Analysis) -> Iterator[Finding]:
    """A role ends on or after the day it began."""
    for actor in graph.actors.values():
        for index, role in enumerate(actor.roles):
            if role.from_ and role.to and role.to.last < role.from_.first:
                message = f"the role ends on {role.to}, before it began on {role.from_}"
                yield at(graph, actor, "roles", index, "to", message=message, hint="correct one of the two")


def speaker_held_the_role(graph: Graph, _: Analysis) -> Iterator[Finding]:
    """A quotation lies within the dates of the role that it names, where that role is dated."""
    for quote in graph.quotes.values():
        roles = graph.actors[quote.speaker].roles
        held = [one for one in roles if one.title == quote.role]
        if quote.said_on and held and not any(_within(quote.said_on, one) for one in held):
            spans = " and ".join(_span(one) for one in held)
            message = f"it was said on {quote.said_on}; the role “{quote.role}” {spans}"
            yield at(graph, quote, "role", message=message, hint="name the role that the speaker had then")
        near = get_close_matches(quote.role or "", [one.title for one in roles], 1, ALIKE)
        if near and not held:
            message = f"the role “{quote.role}” is not among the speaker's; “{near[0]}” is"
            yield at(graph, quote, "role", message=message, hint=f"write “{near[0]}”, if it is meant", warning=True)


def _within(day: PartialDate, role: Role) -> bool:
    begun = not role.from_ or role.from_.first <= day.last
    return begun and not (role.to and role.to.last < day.first)


def _span(role: Role) -> str:
    return "was held " + " ".join(f"{word} {day}" for word, day in (("from", role.from_), ("to", role.to)) if day)


def quotation_has_its_date(graph: Graph, _: Analysis) -> Iterator[Finding]:
    """A quotation says when it was said, or that it is undated."""
    for quote in graph.quotes.values():
        if quote.undated == (quote.said_on is not None):
            hint = "write `said_on:` with as much of the date as is known, or `undated: true`"
            field = "said_on" if quote.said_on else "text"
            yield at(graph, quote, field, message="a quotation has either a date or `undated: true`", hint=hint)


def review_is_not_due(graph: Graph, analysis: Analysis) -> Iterator[Finding]:
    """A record is looked at again by the day that it names."""
    for record in graph.records():
        if record.review_by and record.review_by.last < analysis.today:
            hint = "look at it again, then move the date or take it out"
            yield at(
                graph, record, "review_by", message=f"the review was due on {record.review_by}", hint=hint, warning=True
            )


def dated_counts_are_in_order(graph: Graph, _: Analysis) -> Iterator[Finding]:
    """The values of a count that moved stand in the order of their dates, and each has one."""
    for event in graph.events.values():
        for name, counts in event.counts.items():
            days = [one.from_.last if one.from_ else date.min for one in counts]
            if len(counts) > 1 and (days != sorted(days) or any(one.from_ is None for one in counts[1:])):
                hint = "give each value its `from:` and put the oldest first"
                yield at(graph, event, "counts", name, message=f"the values of `{name}` are not in order", hint=hint)


def _told(graph: Graph, today: date) -> Iterator[tuple[Record, Path, PartialDate, tuple[Evidence, ...]]]:
    """What happened, was said or was counted on a day that is past, with where its evidence stands."""
    for event in graph.events.values():
        if not event.scheduled and event.date.first <= today:
            yield event, ("evidence",), event.date, event.evidence
    for quote in graph.quotes.values():
        if quote.said_on and quote.said_on.first <= today:
            yield quote, ("evidence",), quote.said_on, quote.evidence
    for figure in graph.figures.values():
        for index, seen in enumerate(figure.observations):
            if seen.as_of.first <= today:
                yield figure, ("observations", index, "evidence"), seen.as_of, seen.evidence


def _dated(graph: Graph, one: Evidence) -> PartialDate | None:
    return one.known or graph.sources[one.source].published
