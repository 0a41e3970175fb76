"""The map: land, and the areas of the record with dotted outlines and their counts. No event gets a point."""

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any

from explainer.analysis.sums import by_area
from explainer.record.graph import Graph
from explainer.record.site_config import Area, Sum
from explainer.render.charts.chart import Chart, Spec, drawing, swatch
from explainer.render.escape import attribute

Ring = list[tuple[float, float]]
Box = tuple[float, float, float, float]
WIDE, NARROW = 480, 340
AREA = {"fill": "var(--c-area)", "fillOpacity": 0.8, "stroke": "var(--ink-2)", "strokeDash": [2, 3]}
KM_A_DEGREE = 111.2
CORNERS = 48
CORNERS_OF_AN_AREA = 3


def places(graph: Graph, added: Sum, words: Mapping[str, Any]) -> Chart | None:
    """The map of the areas in which the events of one sum happened; None where the record declares no map."""
    box = graph.site.map
    counts = [(graph.site.areas[area], total, events) for area, total, events in by_area(graph, added)]
    drawn = [one for one in counts if one[0].at]
    if box is None or not drawn:
        return None
    labels, figure = words["charts"], graph.figures[added.figure]
    area, total, _ = counts[0]
    land = [_polygon(ring) for ring in _land(box) if len(ring) >= CORNERS_OF_AN_AREA]
    title = labels["map_title"].format(figure=figure.title, most=f"{total:,}", area=area.label)
    return Chart(
        id=f"map--{added.figure}",
        title=title,
        about=labels["map_about"],
        source=labels["map_source"],
        drawings=tuple(drawing(_spec(graph, box, land, drawn, width), title) for width in (WIDE, NARROW)),
        columns=(labels["area"], labels["events"], figure.unit),
        rows=tuple((area.label, str(events), str(total)) for area, total, events in counts),
        keys=((swatch("ring", "--ink-2"), labels["map_key"]),),
        after=_list(counts, figure.unit),
    )


def clipped(ring: Ring, box: Box) -> Ring:
    """The part of a ring that lies in a box of west, south, east and north."""
    for axis, limit, below in ((0, box[0], False), (1, box[1], False), (0, box[2], True), (1, box[3], True)):
        ring = list(_cut(ring, axis, limit, below=below))
    return ring


def _cut(ring: Ring, axis: int, limit: float, *, below: bool) -> Iterator[tuple[float, float]]:
    """One side of the box: the points inside, and where the ring crosses the side."""
    for before, after in zip([ring[-1], *ring] if ring else [], ring, strict=False):
        inside, was = (((point[axis] <= limit) == below) or point[axis] == limit for point in (after, before))
        if inside != was:
            share = (limit - before[axis]) / (after[axis] - before[axis])
            other = before[1 - axis] + share * (after[1 - axis] - before[1 - axis])
            yield (limit, other) if axis == 0 else (other, limit)
        if inside:
            yield after


def _land(box: Box) -> Iterator[Ring]:
    """What of the land lies in a box."""
    west, south, east, north = box
    for ring, (left, low, right, high) in _rings():
        if left <= east and right >= west and low <= north and high >= south:
            yield clipped(ring, box)


@cache
def _rings() -> tuple[tuple[Ring, Box], ...]:
    """The outer rings of all land, in degrees, each with the box that it fills."""
    topology = json.loads((files("explainer.render.charts") / "land" / "land-50m.json").read_text("utf-8"))
    arcs = [_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    polygons = [polygon for one in topology["objects"]["land"]["geometries"] for polygon in one["arcs"]]
    rings = [_ring(polygon[0], arcs) for polygon in polygons]
    return tuple((ring, (*map(min, zip(*ring, strict=True)), *map(max, zip(*ring, strict=True)))) for ring in rings)


def _arc(arc: Iterable[tuple[int, int]], transform: Mapping[str, Any]) -> Ring:
    (scale_x, scale_y), (move_x, move_y) = transform["scale"], transform["translate"]
    points: Ring = []
    x = y = 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((x * scale_x + move_x, y * scale_y + move_y))
    return points


def _ring(indexes: Iterable[int], arcs: list[Ring]) -> Ring:
    """Arcs joined; a negative index is an arc walked backwards."""
    points: Ring = []
    for index in indexes:
        points += (arcs[index] if index >= 0 else arcs[~index][::-1])[1 if points else 0 :]
    return points


def _spec(graph: Graph, box: Box, land: list[dict[str, Any]], drawn: list[tuple[Area, int, int]], width: int) -> Spec:
    west, south, east, north = box
    scale = width / math.radians(east - west)
    height = round(scale * (_mercator(north) - _mercator(south)))
    areas = {kind: [_polygon(_circle(area)) for area, _, _ in drawn if area.kind == kind] for kind in ("sea", "land")}
    shapes: list[tuple[list[dict[str, Any]], dict[str, Any]]] = [
        ([_polygon([(west, south), (east, south), (east, north), (west, north)])], {"fill": "var(--m-sea)"}),
        (areas["sea"], AREA),
        (land, {"fill": "var(--m-land)", "stroke": "var(--m-coast)", "strokeWidth": 0.7}),
        (areas["land"], AREA),
    ]
    layers: list[Spec] = [
        {"data": {"values": values}, "mark": {"type": "geoshape", "clip": True, "aria": False, **style}}
        for values, style in shapes
    ]
    names = [{"at": at, "text": name} for name, at in graph.site.map_labels.items()] if width == WIDE else []
    counts = [{"at": area.at, "text": f"{total:,}"} for area, total, _ in drawn]
    labels = [{"at": area.at, "text": area.label} for area, _, _ in drawn]
    layers += [
        _text(names, {"fontSize": 12, "color": "var(--ink-3)"}),
        _text(counts, {"fontSize": 30, "fontWeight": 500, "font": "var(--font-display)"}),
        _text(labels, {"fontSize": 12.5, "color": "var(--ink-2)", "dy": 21}),
    ]
    centre = [
        (west + east) / 2,
        math.degrees(2 * math.atan(math.exp((_mercator(north) + _mercator(south)) / 2)) - math.pi / 2),
    ]
    projection = {"type": "mercator", "scale": scale, "center": centre, "translate": [width / 2, height / 2]}
    return {"width": width, "height": height, "padding": 0, "projection": projection, "layer": layers}


def _text(values: list[dict[str, Any]], style: Mapping[str, Any]) -> Spec:
    points = [{"lon": one["at"][0], "lat": one["at"][1], "text": one["text"]} for one in values]
    position = {
        "longitude": {"field": "lon", "type": "quantitative"},
        "latitude": {"field": "lat", "type": "quantitative"},
    }
    return {
        "data": {"values": points},
        "mark": {"type": "text", "aria": False, **style},
        "encoding": {**position, "text": {"field": "text"}},
    }


def _mercator(latitude: float) -> float:
    return math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))


def _polygon(ring: Ring) -> dict[str, Any]:
    """A ring as GeoJSON, to a tenth of a degree, walked clockwise as the drawing library wants it."""
    area = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True))
    ordered = ring if area < 0 else ring[::-1]
    points = [point for point, _ in groupby((round(x, 1), round(y, 1)) for x, y in ordered)]
    return {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [[*points, points[0]]]}}


def _circle(area: Area) -> Ring:
    (lon, lat), radius = area.at or (0, 0), (area.radius_km or 100) / KM_A_DEGREE
    turns = [2 * math.pi * corner / CORNERS for corner in range(CORNERS)]
    return [(lon + radius * math.cos(one) / math.cos(math.radians(lat)), lat + radius * math.sin(one)) for one in turns]


def _list(counts: list[tuple[Area, int, int]], unit: str) -> str:
    lines = "".join(f"<li>{attribute(area.label)}: {total:,} {attribute(unit)}</li>" for area, total, _ in counts)
    return f'<ol class="map-list">{lines}</ol>'
