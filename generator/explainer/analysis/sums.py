"""Our own addition: what the counts of our events add up to, beside the totals that others publish."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from explainer.analysis.as_of import PublicFrom, event_by, first_public
from explainer.analysis.standing import latest
from explainer.record.graph import Graph
from explainer.record.models import Event, Observation
from explainer.record.site_config import Sum


@dataclass(frozen=True)
class Comparison:
    """A published value beside our sum of the events to its date; `difference` is published less ours.

    `as_known` is our sum to that date as our list was known on the day on which the value was published.
    """

    observation: Observation
    ours: int
    difference: Decimal
    reason: str | None
    as_known: int | None


@dataclass(frozen=True)
class OwnSum:
    """Our own addition beside one figure.

    `sizes` is what each event of its type adds, by id, those included that are not counted; `events` are those that
    are, by date; `running` the sum after each day on which one happened; `by_count` the sum of each count alone;
    `by_area` for each area its id, the sum, and the number of events, most first.
    """

    declared: Sum
    sizes: Mapping[str, int]
    events: tuple[Event, ...]
    running: tuple[tuple[date, int], ...]
    by_count: Mapping[str, int]
    by_area: tuple[tuple[str, int, int], ...]
    comparisons: tuple[Comparison, ...]

    @property
    def figure(self) -> str:
        """The id of the figure whose values it stands beside."""
        return self.declared.figure

    @property
    def total(self) -> int:
        """The sum of all events."""
        return self.running[-1][1] if self.running else 0

    def total_by(self, day: date) -> int:
        """The sum of the events up to a day."""
        return _by(self.running, day)


def own_sum(graph: Graph, declared: Sum, public: PublicFrom) -> OwnSum:
    """What the events of the record add up to."""
    events = _counted(graph, declared)
    running = tuple(_running(events, declared))
    comparisons = tuple(
        _compared(seen, declared, running, _as_known(events, declared, seen, public))
        for seen in (graph.figures[declared.figure].observations if declared.figure in graph.figures else ())
    )
    return OwnSum(
        declared=declared,
        sizes={event.id: _size(event, declared) for event in graph.events.values() if event.type == declared.type},
        events=events,
        running=running,
        by_count={name: sum(_least(event, name) for event in events) for name in declared.counts},
        by_area=tuple(_by_area(events, declared)),
        comparisons=comparisons,
    )


def _counted(graph: Graph, declared: Sum) -> tuple[Event, ...]:
    """The events that a sum adds up, by date: confirmed ones alone."""
    chosen = (event for event in graph.events.values() if event.type == declared.type and _counts(event))
    return tuple(sorted(chosen, key=lambda event: (event.date.last, event.id)))


def _counts(event: Event) -> bool:
    return event.status == "confirmed" and not event.scheduled


def _size(event: Event, declared: Sum) -> int:
    """What one event adds: its counts, of a range the least; without counts, how many events its number covers."""
    if not declared.counts:
        first, _, last = (event.number or "1").partition("-")
        return int(last) - int(first) + 1 if last else 1
    return sum(_least(event, name) for name in declared.counts)


def _least(event: Event, name: str) -> int:
    if name not in event.counts:
        return 0
    count = latest(event.counts[name])
    return count.value if count.value is not None else count.min or 0


def _running(events: tuple[Event, ...], declared: Sum) -> Iterator[tuple[date, int]]:
    """The sum after each day on which an event happened, oldest first."""
    totals: dict[date, int] = {}
    total = 0
    for event in events:
        total += _size(event, declared)
        totals[event.date.last] = total
    yield from totals.items()


def _by(running: tuple[tuple[date, int], ...], day: date) -> int:
    return next((total for last, total in reversed(running) if last <= day), 0)


def _by_area(events: tuple[Event, ...], declared: Sum) -> list[tuple[str, int, int]]:
    totals: dict[str, int] = {}
    numbers: dict[str, int] = {}
    for event in events:
        for area, size in _parted(event, declared):
            totals[area] = totals.get(area, 0) + size
            numbers[area] = numbers.get(area, 0) + 1
    return sorted(((area, totals[area], numbers[area]) for area in totals), key=lambda row: (-row[1], row[0]))


def _parted(event: Event, declared: Sum) -> Iterator[tuple[str, int]]:
    """What an event adds in each area; an event without numbers by area adds all in its first."""
    if event.counts_by_area and declared.counts:
        for area, counts in event.counts_by_area.items():
            yield area, sum(counts.get(name, 0) for name in declared.counts)
    elif event.areas:
        yield event.areas[0], _size(event, declared)


def _compared(
    seen: Observation, declared: Sum, running: tuple[tuple[date, int], ...], as_known: int | None
) -> Comparison:
    ours = _by(running, seen.as_of.last)
    reason = seen.differs_because or declared.reasons.get(seen.counter)
    return Comparison(seen, ours, seen.value - ours, reason, as_known)


def _as_known(events: tuple[Event, ...], declared: Sum, seen: Observation, public: PublicFrom) -> int | None:
    published = first_public(seen.evidence, public)
    if published is None:
        return None
    by_then = (event for event in events if event.date.last <= seen.as_of.last)
    return sum(_size(known, declared) for event in by_then for known in event_by(event, public, published))
