"""Our own addition: what the counts of our events add up to, beside the totals that others publish."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from explainer.analysis.standing import latest
from explainer.record.graph import Graph
from explainer.record.models import Event, Observation
from explainer.record.site_config import Sum


@dataclass(frozen=True)
class Comparison:
    """A published value beside our sum of the events to its date; `difference` is published less ours."""

    observation: Observation
    ours: int
    difference: Decimal
    reason: str | None


def counted_in(graph: Graph, added: Sum) -> list[Event]:
    """The events that a sum adds up, by date: confirmed ones alone."""
    chosen = [one for one in graph.events.values() if one.type == added.type and _counts(one)]
    return sorted(chosen, key=lambda one: (one.date.last, one.id))


def size_of(event: Event, added: Sum) -> int:
    """What one event adds: its counts, of a range the least; without counts, how many events its number covers."""
    if not added.counts:
        first, _, last = (event.number or "1").partition("-")
        return int(last) - int(first) + 1 if last else 1
    return sum(_least(event, name) for name in added.counts)


def running_sum(graph: Graph, added: Sum) -> tuple[tuple[date, int], ...]:
    """The sum after each day on which an event happened, oldest first."""
    totals: dict[date, int] = {}
    total = 0
    for event in counted_in(graph, added):
        total += size_of(event, added)
        totals[event.date.last] = total
    return tuple(totals.items())


def total_by(graph: Graph, added: Sum, day: date) -> int:
    """The sum of the events up to a day."""
    return sum(size_of(one, added) for one in counted_in(graph, added) if one.date.last <= day)


def by_area(graph: Graph, added: Sum) -> list[tuple[str, int, int]]:
    """For each area of the site's file that has any: its id, the sum, and the number of events, most first."""
    sums: dict[str, int] = {}
    events: dict[str, int] = {}
    for event in counted_in(graph, added):
        for area, size in _parted(event, added):
            sums[area] = sums.get(area, 0) + size
            events[area] = events.get(area, 0) + 1
    return sorted(((area, sums[area], events[area]) for area in sums), key=lambda one: (-one[1], one[0]))


def compare(graph: Graph, added: Sum) -> Iterator[Comparison]:
    """Every published value of the figure beside our sum, in the order of the file."""
    for seen in graph.figures[added.figure].observations:
        ours = total_by(graph, added, seen.as_of.last)
        yield Comparison(seen, ours, seen.value - ours, seen.differs_because or added.reasons.get(seen.counter))


def _counts(event: Event) -> bool:
    return event.status == "confirmed" and not event.scheduled


def _least(event: Event, name: str) -> int:
    if name not in event.counts:
        return 0
    count = latest(event.counts[name])
    return count.value if count.value is not None else count.min or 0


def _parted(event: Event, added: Sum) -> Iterator[tuple[str, int]]:
    """What an event adds in each area; an event without numbers by area adds all in its first."""
    if event.counts_by_area and added.counts:
        for area, counts in event.counts_by_area.items():
            yield area, sum(counts.get(name, 0) for name in added.counts)
    elif event.areas:
        yield event.areas[0], size_of(event, added)
