"""The events that a sum adds up, by month and area: one mark each, sized by its count, linking to the event."""

from collections.abc import Mapping
from typing import Any

from generator.charts.frame import ROOT, Chart, Spec, drawing, swatch
from generator.filters.addresses import address, site_address
from generator.filters.text import date_words
from generator.graph import Graph
from generator.models.records import Event
from generator.models.site import Sum
from generator.models.values import PartialDate
from generator.tally import counted_in, size_of

STEP = 26
COLOURS = ("--c-1", "--c-2", "--c-3", "--c-4")


def months(graph: Graph, added: Sum, words: Mapping[str, Any]) -> Chart | None:
    """The chart of the events behind one sum; None where there are none."""
    events = counted_in(graph, added)
    if not events:
        return None
    labels = words["charts"]
    kind = graph.site.event_types[added.type]
    areas = list(dict.fromkeys(area for event in events for area in event.areas[:1]))
    colours = dict(zip(areas, COLOURS, strict=False))
    title = labels["months_title"].format(events=kind.plural or kind.label, months=len({_month(one) for one in events}))
    values = _values(graph, added, events, colours, words)
    return Chart(
        id=f"months-{added.figure}",
        title=title,
        about=labels["months_about"].format(event=kind.label, unit=_unit(graph, added)),
        source=labels["months_source"],
        drawings=(drawing(_spec(values), title, linked=True),),
        columns=(labels["date"], labels["event"], labels["area"], _unit(graph, added)),
        rows=tuple(_row(graph, added, one, words) for one in events),
        keys=tuple((swatch("dot", colour), graph.site.areas[area].label) for area, colour in colours.items()),
    )


def _month(event: Event) -> PartialDate:
    return PartialDate(event.date.year, event.date.month)


def _unit(graph: Graph, added: Sum) -> str:
    return graph.figures[added.figure].unit


def _values(
    graph: Graph, added: Sum, events: list[Event], colours: Mapping[str, str], words: Mapping[str, Any]
) -> list[dict[str, object]]:
    seen: dict[PartialDate, int] = {}
    values: list[dict[str, object]] = []
    for event in events:
        month = _month(event)
        seen[month] = seen.get(month, 0) + 1
        area = event.areas[0] if event.areas else ""
        values.append(
            {
                "month": date_words({**words, "months": words["short_months"]}, month),
                "order": month.year * 12 + month.month,
                "place": seen[month],
                "size": size_of(event, added),
                "colour": f"var({colours.get(area, '--ink-3')})",
                "url": f"{ROOT}{site_address(address(graph, event.id))}",
                "label": f"{event.title}, {date_words(words, event.date)}",
            }
        )
    return values


def _spec(values: list[dict[str, object]]) -> Spec:
    most = max(int(str(one["place"])) for one in values)
    order = [one["month"] for one in sorted(values, key=lambda one: int(str(one["order"])))]
    return {
        "width": most * STEP,
        "height": {"step": STEP},
        "padding": {"left": 4, "right": 4, "top": 4, "bottom": 4},
        "data": {"values": values},
        "mark": {"type": "circle", "opacity": 0.9, "stroke": "var(--paper)"},
        "encoding": {
            "x": {
                "field": "place",
                "type": "quantitative",
                "axis": None,
                "scale": {"domain": [0.5, most + 0.5], "nice": False},
            },
            "y": {
                "field": "month",
                "type": "ordinal",
                "sort": list(dict.fromkeys(order)),
                "title": None,
                "axis": {"domain": False, "ticks": False},
            },
            "size": {
                "field": "size",
                "type": "quantitative",
                "legend": None,
                "scale": {"range": [40, 520], "zero": True},
            },
            "color": {"field": "colour", "type": "nominal", "scale": None},
            "href": {"field": "url"},
            "description": {"field": "label"},
        },
    }


def _row(graph: Graph, added: Sum, event: Event, words: Mapping[str, Any]) -> tuple[str, ...]:
    areas = ", ".join(graph.site.areas[area].label for area in event.areas)
    return (date_words(words, event.date), event.title, areas, str(size_of(event, added)))
