"""The map: land, and the areas of the record with dotted outlines and their counts. No event gets a point."""

import json
import math
from functools import cache
from importlib.resources import files
from typing import Any

from explainer.analysis import OwnSum
from explainer.languages import Messages
from explainer.record.graph import Graph
from explainer.record.site_config import Area
from explainer.render.charts.chart import Chart, Drawing, Key, drawing

WIDTHS = (480, 340)
RADIUS_KM = 100  # of an area that gives none

Box = tuple[float, float, float, float]


def places(graph: Graph, own: OwnSum, messages: Messages) -> Chart | None:
    """The map of the areas in which the events of one sum happened; None where the record declares no map."""
    box = graph.site.map
    counts = [(graph.site.areas[area], total, events) for area, total, events in own.by_area]
    areas = [_area(area, messages.number(total)) for area, total, _ in counts if area.at]
    if box is None or not areas:
        return None
    labels, figure = messages["charts"], graph.figures[own.figure]
    names = [{"lon": lon, "lat": lat, "name": name} for name, (lon, lat) in graph.site.map_labels.items()]
    data = {"land": _land(), "areas": areas, "names": names}
    area, total, _ = counts[0]
    return Chart(
        id=f"map--{own.figure}",
        title=labels["map_title"].format(figure=figure.title, most=messages.number(total), area=area.label),
        about=labels["map_about"],
        source=labels["map_source"],
        drawings=tuple(_drawing(messages, data, box, width) for width in WIDTHS),
        columns=(labels["area"], labels["events"], figure.unit),
        rows=tuple((area.label, str(events), str(total)) for area, total, events in counts),
        keys=(Key("ring", "ink-2", labels["map_key"]),),
        lines=tuple(
            labels["map_line"].format(area=area.label, total=messages.number(total), unit=figure.unit)
            for area, total, _ in counts
        ),
    )


def _drawing(messages: Messages, data: dict[str, object], box: Box, width: int) -> Drawing:
    west, south, east, north = box
    height = round((_mercator(north) - _mercator(south)) * width / math.radians(east - west))
    return drawing("map", messages, data, (width, height), west=west, south=south, east=east, north=north)


def _area(area: Area, count: str) -> dict[str, object]:
    lon, lat = area.at or (0, 0)
    radius = area.radius_km or RADIUS_KM
    return {"lon": lon, "lat": lat, "radius_km": radius, "kind": area.kind, "label": area.label, "count": count}


@cache
def _land() -> Any:
    """The land of the world, as TopoJSON."""
    return json.loads((files("explainer.render.charts") / "land" / "land-50m.json").read_text("utf-8"))


def _mercator(latitude: float) -> float:
    return math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))
