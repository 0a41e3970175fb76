"""Our own addition: what the counts of our events add up to, beside the totals that others publish."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from explainer.analysis.as_of import PublicFrom, event_by, first_public
from explainer.analysis.standing import latest
from explainer.record.graph import Graph
from explainer.record.models import Event
from explainer.record.parts import Observation
from explainer.record.site_config import Sum

Running = tuple[tuple[date, int], ...]


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
    """Our own addition beside the figure that a sum of the site's file names.

    `sizes` is what each event of its type adds, by id, those included that are not counted; `events` are those that
    are, by date; `running` the sum after each day on which one happened; `by_count` the sum of each count alone;
    `by_area` for each area its id, the sum, and the number of events, most first.
    """

    figure: str
    reasons: Mapping[str, str]
    sizes: Mapping[str, int]
    events: tuple[Event, ...]
    running: Running
    by_count: Mapping[str, int]
    by_area: tuple[tuple[str, int, int], ...]
    comparisons: tuple[Comparison, ...]

    @property
    def total(self) -> int:
        """The sum of all events."""
        return self.total_by(date.max)

    def total_by(self, day: date) -> int:
        """The sum of the events up to a day."""
        return _total_by(self.running, day)


def own_sum(graph: Graph, declared: Sum, public: PublicFrom) -> OwnSum:
    """What the events of the record add up to: confirmed ones alone."""
    of_type = [event for event in graph.events.values() if event.type == declared.type]
    counted = [event for event in of_type if event.status == "confirmed" and not event.scheduled]
    events = tuple(sorted(counted, key=lambda event: (event.date.last, event.id)))
    sizes = {event.id: _size(event, declared) for event in of_type}
    running = tuple(_running(events, sizes))
    observations = graph.figures[declared.figure].observations if declared.figure in graph.figures else ()
    return OwnSum(
        figure=declared.figure,
        reasons=declared.reasons,
        sizes=sizes,
        events=events,
        running=running,
        by_count={name: sum(_least(event, name) for event in events) for name in declared.counts},
        by_area=tuple(_by_area(events, declared, sizes)),
        comparisons=tuple(_compared(seen, declared, events, running, public) for seen in observations),
    )


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


def _running(events: tuple[Event, ...], sizes: Mapping[str, int]) -> Iterator[tuple[date, int]]:
    """The sum after each day on which an event happened, oldest first."""
    total = 0
    for day, of_day in groupby(events, key=lambda event: event.date.last):
        total += sum(sizes[event.id] for event in of_day)
        yield day, total


def _total_by(running: Running, day: date) -> int:
    return next((total for last, total in reversed(running) if last <= day), 0)


def _by_area(events: tuple[Event, ...], declared: Sum, sizes: Mapping[str, int]) -> list[tuple[str, int, int]]:
    totals, numbers = Counter[str](), Counter[str]()
    for event in events:
        for area, size in _parted(event, declared, sizes[event.id]):
            totals[area] += size
            numbers[area] += 1
    return sorted(((area, totals[area], numbers[area]) for area in totals), key=lambda row: (-row[1], row[0]))


def _parted(event: Event, declared: Sum, size: int) -> Iterator[tuple[str, int]]:
    """What an event adds in each area; an event without numbers by area adds all in its first."""
    if event.counts_by_area and declared.counts:
        for area, counts in event.counts_by_area.items():
            yield area, sum(counts.get(name, 0) for name in declared.counts)
    elif event.areas:
        yield event.areas[0], size


def _compared(
    seen: Observation, declared: Sum, events: tuple[Event, ...], running: Running, public: PublicFrom
) -> Comparison:
    ours = _total_by(running, seen.as_of.last)
    first = first_public(seen.evidence, public)
    published = first.last if first else date.min
    by_then = (event for event in events if event.date.last <= seen.as_of.last)
    as_known = (_size(known, declared) for event in by_then for known in event_by(event, public, published))
    return Comparison(
        observation=seen,
        ours=ours,
        difference=seen.value - ours,
        reason=seen.differs_because or declared.reasons.get(seen.counter),
        as_known=None if published == date.min else sum(as_known),
    )
