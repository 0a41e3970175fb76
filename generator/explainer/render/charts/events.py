"""The events that a sum adds up, by month and area: one mark each, sized by its count, linking to the event."""

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from explainer.analysis import OwnSum
from explainer.languages import Messages
from explainer.record.graph import Graph
from explainer.record.models import Event
from explainer.record.values import PartialDate
from explainer.render.charts.chart import OTHER, SERIES, Chart, Drawing, Key, drawing
from explainer.render.urls import ROOT, address, site_address

LEAST, LARGEST = 10.5, 200  # the smallest radius; up to what count discs grow by the same measure in every record
MOST_MONTHS = 120  # of a longer time no mark could be seen
COLUMN, ROW, BAND, NAMES, GAP = 60, 40, 30, 66, 3


@dataclass(frozen=True)
class _Mark:
    """An event as a disc: its month's place among the columns, its area's place, its number and its radius.

    *measure* makes the discs smaller where the largest would leave no room.
    """

    event: Event
    month: int
    area: int
    size: int
    measure: float = 1

    @property
    def radius(self) -> float:
        return max(LEAST, 8 + 2.9 * math.sqrt(self.size * self.measure))


def months(graph: Graph, own: OwnSum, messages: Messages) -> Chart | None:
    """The chart of the events behind one sum; None where there are none, or where they are too far apart."""
    events, columns = own.events, _every_month(own.events)
    if not 0 < len(columns) <= MOST_MONTHS:
        return None
    labels, figure = messages["charts"], graph.figures[own.figure]
    areas = [area for area, _, _ in own.by_area]
    title = labels["months_title"].format(figure=figure.title, most=messages.date(_fullest(own)))
    measure = min(1, LARGEST / max(1, *(own.sizes[event.id] for event in events)))
    marks = [
        _Mark(event, columns.index(_month(event)), _area(event, areas), own.sizes[event.id], measure)
        for event in events
    ]
    names = _names(columns, messages)
    return Chart(
        id=f"months--{own.figure}",
        title=title,
        about=labels["months_about"].format(unit=figure.unit),
        source=labels["months_source"],
        drawings=tuple(_drawing(graph, messages, placed, names) for placed in (_columns(marks), _rows(marks))),
        columns=(labels["date"], labels["event"], labels["area"], figure.unit),
        rows=tuple(_row(graph, own, event, messages) for event in events),
        keys=tuple(
            Key("dot", f"c-{place}", graph.site.areas[area].label) for area, place in zip(areas, SERIES, strict=False)
        ),
    )


def _fullest(own: OwnSum) -> PartialDate:
    """The month in which the events add up to most, of two the earlier; a year only where no month is known."""
    totals = Counter[PartialDate]()
    for event in own.events:
        totals[_month(event)] += own.sizes[event.id]
    return max(sorted(totals), key=lambda month: (month.month > 0, totals[month]))


@dataclass(frozen=True)
class _Placed:
    """The discs with their places in pixels from the top left, where the months' names stand, and the rules."""

    discs: tuple[tuple[_Mark, float, float], ...]
    width: float
    height: float
    wide: bool
    middle: float = 0


def _columns(marks: list[_Mark]) -> _Placed:
    """Months from left to right: the first area's discs above their names, the others' below."""
    ends: dict[tuple[int, bool], float] = {}
    discs: list[tuple[_Mark, float, float]] = []
    for mark in marks:
        upper = mark.area == 0
        end = ends.get((mark.month, upper), 0.0) + 2 * mark.radius + GAP
        ends[mark.month, upper] = end
        middle = end - mark.radius
        discs.append((mark, (mark.month + 0.5) * COLUMN, -middle if upper else BAND + middle))
    up, down = (max((end for key, end in ends.items() if key[1] == upper), default=0) for upper in (True, False))
    moved = tuple((mark, x, y + up) for mark, x, y in discs)
    return _Placed(moved, (max(mark.month for mark in marks) + 1) * COLUMN, up + BAND + down, wide=True, middle=up)


def _rows(marks: list[_Mark]) -> _Placed:
    """Months from top to bottom, for a narrow column."""
    ends: dict[int, float] = {}
    discs: list[tuple[_Mark, float, float]] = []
    for mark in sorted(marks, key=lambda one: (one.month, one.area, one.event.date.last, one.event.id)):
        end = ends.get(mark.month, NAMES) + 2 * mark.radius + GAP
        ends[mark.month] = end
        discs.append((mark, end - mark.radius, (mark.month + 0.5) * ROW))
    return _Placed(tuple(discs), max(ends.values()), (max(ends) + 1) * ROW, wide=False)


def _month(event: Event) -> PartialDate:
    """The month of an event; the year alone where no month is known."""
    return PartialDate(event.date.year, event.date.month)


def _every_month(events: tuple[Event, ...]) -> list[PartialDate]:
    """Every month from the first to the last, and before the months of a year that year, where no month is known."""
    named = {_month(event) for event in events}
    numbers = [month.year * 12 + month.month - 1 for month in named if month.month] or [0]
    between = {PartialDate(number // 12, number % 12 + 1) for number in range(min(numbers) + 1, max(numbers))}
    return sorted(named | between)


def _area(event: Event, areas: list[str]) -> int:
    return areas.index(event.areas[0]) if event.areas and event.areas[0] in areas else len(SERIES)


def _names(columns: list[PartialDate], messages: Messages) -> list[str]:
    """The names of the columns, the year with the first, with each January, and with what has no month."""
    return [
        messages.short_date(month) if month is columns[0] or month.month <= 1 else messages.day_of_year(month)
        for month in columns
    ]


def _drawing(graph: Graph, messages: Messages, placed: _Placed, names: list[str]) -> Drawing:
    data = {"months": list(_axis(placed, names)), "events": list(_values(graph, messages, placed))}
    align = "center" if placed.wide else "left"
    return drawing("months", messages, data, (placed.width, placed.height), month_align=align)


def _values(graph: Graph, messages: Messages, placed: _Placed) -> Iterator[dict[str, object]]:
    for mark, x, y in placed.discs:
        yield {
            "x": round(x, 1),
            "y": round(y, 1),
            "size": round(math.pi * mark.radius**2),
            "count": str(mark.size),
            "area": SERIES[mark.area] if mark.area < len(SERIES) else OTHER,
            "url": f"{ROOT}{site_address(address(graph, mark.event.id))}",
            "label": messages.joined([mark.event.title, messages.date(mark.event.date)]),
        }


def _axis(placed: _Placed, names: list[str]) -> Iterator[dict[str, object]]:
    for index, name in enumerate(names):
        if placed.wide:
            yield {"x": (index + 0.5) * COLUMN, "y": placed.middle + BAND / 2, "name": name}
        else:
            yield {"x": 0, "y": (index + 0.5) * ROW, "name": name}


def _row(graph: Graph, own: OwnSum, event: Event, messages: Messages) -> tuple[str, ...]:
    areas = messages.joined(graph.site.areas[area].label for area in event.areas)
    return (messages.date(event.date), event.title, areas, str(own.sizes[event.id]))
