"""The events that a sum adds up, by month and area: one mark each, sized by its count, linking to the event."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from explainer.analysis.sums import by_area, counted_in, size_of
from explainer.record.graph import Graph
from explainer.record.models import Event
from explainer.record.site_config import Sum
from explainer.record.values import PartialDate
from explainer.render.charts.chart import ROOT, Chart, Spec, drawing, swatch
from explainer.render.escape import date_words, short_date
from explainer.render.urls import address, site_address

COLOURS = ("--c-1", "--c-2", "--c-3", "--c-4")
LEAST, LARGEST = 10.5, 200  # the smallest radius; up to what count discs grow by the same measure in every record
MOST_MONTHS = 120  # of a longer time no mark could be seen
COLUMN, ROW, BAND, NAMES, GAP = 60, 40, 30, 66, 3


@dataclass(frozen=True)
class _Mark:
    """An event as a disc: where its month stands among the months, its area's place, its number and its radius.

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


def months(graph: Graph, added: Sum, words: Mapping[str, Any]) -> Chart | None:
    """The chart of the events behind one sum; None where there are none, or where they are too far apart."""
    events = counted_in(graph, added)
    if not events or _month(events[-1]) - _month(events[0]) >= MOST_MONTHS:
        return None
    labels = words["charts"]
    areas = [area for area, _, _ in by_area(graph, added)]
    figure = graph.figures[added.figure].title
    title = labels["months_title"].format(figure=figure, most=date_words(words, _fullest(events, added)))
    measure = min(1, LARGEST / max(1, *(size_of(one, added) for one in events)))
    marks = [
        _Mark(one, _month(one) - _month(events[0]), _area(one, areas), size_of(one, added), measure) for one in events
    ]
    names = _names(events, words)
    drawings = (_columns(marks), _rows(marks))
    return Chart(
        id=f"months--{added.figure}",
        title=title,
        about=labels["months_about"].format(unit=_unit(graph, added)),
        source=labels["months_source"],
        drawings=tuple(drawing(_spec(graph, words, placed, names), title, linked=True) for placed in drawings),
        columns=(labels["date"], labels["event"], labels["area"], _unit(graph, added)),
        rows=tuple(_row(graph, added, one, words) for one in events),
        keys=tuple(
            (swatch("dot", colour), graph.site.areas[area].label) for area, colour in zip(areas, COLOURS, strict=False)
        ),
    )


def _fullest(events: list[Event], added: Sum) -> PartialDate:
    """The month in which the events add up to most; the earlier of two."""
    totals = Counter[tuple[int, int]]()
    for one in events:
        totals[one.date.year, one.date.month] += size_of(one, added)
    return PartialDate(*max(sorted(totals), key=totals.__getitem__))


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


def _month(event: Event) -> int:
    return event.date.year * 12 + (event.date.month or 1) - 1


def _area(event: Event, areas: list[str]) -> int:
    return areas.index(event.areas[0]) if event.areas and event.areas[0] in areas else len(COLOURS)


def _unit(graph: Graph, added: Sum) -> str:
    return graph.figures[added.figure].unit


def _names(events: list[Event], words: Mapping[str, Any]) -> list[str]:
    """The names of all months from the first to the last, the year with the first and with each January."""
    first, last = _month(events[0]), _month(events[-1])
    every = [PartialDate(one // 12, one % 12 + 1) for one in range(first, last + 1)]
    short = words["short_months"]
    return [
        short_date(words, one) if one is every[0] or one.month == 1 else short[(one.month or 1) - 1] for one in every
    ]


def _spec(graph: Graph, words: Mapping[str, Any], placed: _Placed, names: list[str]) -> Spec:
    x = {"field": "x", "type": "quantitative", "axis": None, "scale": {"domain": [0, placed.width], "nice": False}}
    y = {"field": "y", "type": "quantitative", "axis": None, "scale": {"domain": [placed.height, 0], "nice": False}}
    discs = {
        "data": {"values": list(_values(graph, words, placed))},
        "mark": {"type": "circle", "opacity": 1},
        "encoding": {
            "x": x,
            "y": y,
            "size": {"field": "size", "type": "quantitative", "scale": None},
            "color": {"field": "colour", "type": "nominal", "scale": None},
            "href": {"field": "url"},
            "description": {"field": "label"},
        },
    }
    numbers = {
        "data": discs["data"],
        "mark": {"type": "text", "fontSize": 12, "fontWeight": 600, "color": "var(--paper)", "aria": False},
        "encoding": {"x": x, "y": y, "text": {"field": "count"}},
    }
    axis = {
        "data": {"values": list(_axis(placed, names))},
        "mark": {"type": "text", "color": "var(--ink-2)", "align": "center" if placed.wide else "left", "aria": False},
        "encoding": {"x": x, "y": y, "text": {"field": "name"}},
    }
    layers = [axis, discs, numbers]
    return {"width": placed.width, "height": placed.height, "padding": 2, "layer": layers}


def _values(graph: Graph, words: Mapping[str, Any], placed: _Placed) -> Iterator[dict[str, object]]:
    for mark, x, y in placed.discs:
        yield {
            "x": round(x, 1),
            "y": round(y, 1),
            "size": round(math.pi * mark.radius**2),
            "count": str(mark.size),
            "colour": f"var({COLOURS[mark.area] if mark.area < len(COLOURS) else '--ink-3'})",
            "url": f"{ROOT}{site_address(address(graph, mark.event.id))}",
            "label": f"{mark.event.title}, {date_words(words, mark.event.date)}",
        }


def _axis(placed: _Placed, names: list[str]) -> Iterator[dict[str, object]]:
    for index, name in enumerate(names):
        if placed.wide:
            yield {"x": (index + 0.5) * COLUMN, "y": placed.middle + BAND / 2, "name": name}
        else:
            yield {"x": 0, "y": (index + 0.5) * ROW, "name": name}


def _row(graph: Graph, added: Sum, event: Event, words: Mapping[str, Any]) -> tuple[str, ...]:
    areas = ", ".join(graph.site.areas[area].label for area in event.areas)
    return (date_words(words, event.date), event.title, areas, str(size_of(event, added)))
