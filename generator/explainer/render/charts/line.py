"""A figure through time: every published value as a step line by counter, beside our own running sum."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from explainer.analysis import Analysis, Assessment
from explainer.languages.phrases import bounded, date_words, dated_value, number, short_date
from explainer.record.graph import Graph
from explainer.record.models import Figure, Observation
from explainer.record.names import name_of
from explainer.render.charts.chart import Chart, Spec, drawing, swatch

Assessed = tuple[Observation, Assessment]
LINES = 4
LEAST = 3
COLOURS = ("--c-1", "--c-2", "--c-3", "--c-4")
SHAPES = {"exactly": "circle", "at least": "triangle-up", "about": "square", "at most": "triangle-down"}
WIDE, NARROW = (520, 380), (240, 250)
ROUND = [step * 10**power for power in range(12) for step in (1, 2, 5)]
MILESTONES = 3
TEXT = {"type": "text", "aria": False, "fontSize": 13, "color": "var(--ink-2)"}
BIG = {"font": "var(--font-display)", "fontSize": 22, "color": "var(--ink)", "fontWeight": 500}
# the lines of a label: how high above a value that was passed, how far below the current one
LABELS: tuple[tuple[str, Mapping[str, object], int, int], ...] = (
    ("bound", {}, -39, 13),
    ("number", BIG, -21, 32),
    ("day", {}, -2, 51),
)
POINT = {"type": "point", "opacity": 1, "aria": False}
FULL = {"filled": True, "size": 38}
HOLLOW = {"filled": False, "size": 26, "strokeWidth": 1.1, "color": "var(--ink-3)"}  # of low reliability
Y_AXIS = {
    "tickCount": 5,
    "titleAlign": "left",
    "titleAngle": 0,
    "titleAnchor": "start",
    "titleY": -14,
    "titleX": -28,
}


def series(analysis: Analysis, figure: Figure, messages: Mapping[str, Any]) -> Chart | None:
    """The chart of a figure with enough values to make one."""
    if len(figure.observations) < LEAST:
        return None
    assessed = _assessed(analysis, figure)
    lines = _counters(analysis, figure)
    seen = analysis.current[figure.id]
    title = f"{figure.title}: {dated_value(messages, seen)}"
    added = [{"date": day.isoformat(), "value": total} for day, total in _ours(analysis, figure)]
    values = [_value(value, assessment, lines) for value, assessment in assessed]
    named = list(_named(figure, seen, messages))
    few = [label for label in named if label["last"]]
    drawings = tuple(
        drawing(_spec(values, added, some, size, figure.unit), title) for some, size in ((named, WIDE), (few, NARROW))
    )
    labels = messages["charts"]
    return Chart(
        id=figure.id,
        title=title,
        about=labels["series_about"].format(unit=figure.unit),
        source=labels["series_source"].format(values=len(values)),
        drawings=drawings,
        columns=(labels["date"], labels["value"], labels["counter"], labels["basis"]),
        rows=tuple(_row(analysis.graph, value, assessment, messages) for value, assessment in assessed),
        keys=tuple(_keys(analysis.graph, assessed, lines, messages, ours=bool(added))),
    )


def spark(analysis: Analysis, figure: Figure) -> str:
    """A small step line of the values from sound sources up to the current one, from zero, without axes."""
    if len({seen.as_of for seen in figure.observations}) == 1:
        return ""
    end = analysis.current[figure.id].as_of.last
    values = [
        {"date": str(seen.as_of.last), "value": float(seen.value)}
        for seen, assessment in _assessed(analysis, figure)
        if seen.as_of.last <= end and assessment.origins
    ]
    spec = {
        "width": 180,
        "height": 36,
        "padding": 3,
        "data": {"values": values},
        "mark": {
            "type": "line",
            "interpolate": "step-after",
            "color": "var(--c-line)",
            "strokeWidth": 2,
            "aria": False,
        },
        "encoding": {
            "x": {"field": "date", "type": "temporal", "scale": {"type": "utc"}, "axis": None},
            "y": {"field": "value", "type": "quantitative", "aggregate": "max", "axis": None, "scale": {"zero": True}},
        },
    }
    return (
        drawing(spec, f"{figure.title}: {len(values)}").replace("\n", " ").replace('role="img"', 'aria-hidden="true"')
    )


def _sorted(figure: Figure) -> list[Observation]:
    return sorted(figure.observations, key=lambda one: (one.as_of.last, one.counter, one.value))


def _assessed(analysis: Analysis, figure: Figure) -> list[Assessed]:
    return [(seen, analysis.assessments[figure.id][seen]) for seen in _sorted(figure)]


def _counters(analysis: Analysis, figure: Figure) -> dict[str, str]:
    """The counters with a line of their own, each with its colour: those with the most values from sound sources."""
    sound = [seen.counter for seen in figure.observations if analysis.assessments[figure.id][seen].origins]
    ranked = [counter for counter, times in Counter(sound).most_common() if times > 1]
    return dict(zip(ranked[:LINES], COLOURS, strict=False))


def _ours(analysis: Analysis, figure: Figure) -> Iterator[tuple[date, int]]:
    for own in analysis.sums:
        if own.figure == figure.id:
            yield from own.running


def _value(seen: Observation, assessment: Assessment, lines: Mapping[str, str]) -> dict[str, object]:
    disputed = bool(assessment.contest.by)
    colour = "--disputed" if disputed else lines.get(seen.counter, "--ink-3")
    return {
        "date": str(seen.as_of.last),
        "value": float(seen.value),
        "line": seen.counter if seen.counter in lines and assessment.origins else "",
        "colour": f"var({colour})",
        "stroke": f"var({lines.get(seen.counter, '--ink-3')})",
        "shape": "diamond" if disputed else SHAPES[seen.bound],
        "low": not assessment.origins,
    }


def _spec(
    values: list[dict[str, object]],
    added: list[dict[str, object]],
    named: list[dict[str, object]],
    size: tuple[int, int],
    unit: str,
) -> Spec:
    x = {
        "field": "date",
        "type": "temporal",
        "title": None,
        "scale": {"type": "utc"},
        "axis": {"format": "%b %Y", "tickCount": 6 if size is WIDE else 3, "grid": False, "labelFlush": True},
    }
    y = {"field": "value", "type": "quantitative", "title": unit, "scale": {"zero": True, "nice": True}, "axis": Y_AXIS}
    stroke = {"field": "stroke", "type": "nominal", "scale": None}
    colour = {"field": "colour", "type": "nominal", "scale": None}
    shape = {"field": "shape", "type": "nominal", "scale": None}
    step = {"interpolate": "step-after", "aria": False}
    lined = [one for one in values if one["line"]]
    layers = [
        _layer(added, {"type": "area", "color": "var(--c-area)", **step}, x=x, y=y),
        _layer(lined, {"type": "line", "strokeWidth": 1.25, **step}, x=x, y=y, detail={"field": "line"}, stroke=stroke),
        _layer([one for one in values if one["low"]], {**HOLLOW, **POINT}, x=x, y=y, shape=shape),
        _layer([one for one in values if not one["low"]], {**FULL, **POINT}, x=x, y=y, color=colour, shape=shape),
        *_labels(named, x, y),
    ]
    return {
        "width": size[0],
        "height": size[1],
        "padding": {"left": 4, "right": 4, "top": 22, "bottom": 4},
        "layer": [one for one in layers if one["data"]["values"]],
    }


def _layer(values: list[dict[str, object]], mark: Mapping[str, object], **encoding: object) -> Spec:
    return {"data": {"values": values}, "mark": mark, "encoding": encoding}


def _labels(named: list[dict[str, object]], x: object, y: object) -> Iterator[Spec]:
    """The values that a reader looks for, written beside their points."""
    for last in (False, True):
        some = [one for one in named if bool(one["last"]) == last]
        place = {**TEXT, "align": "left" if last else "right", "dx": 9 if last else -9}
        for field, style, above, below in LABELS:
            yield _layer(some, {**place, **style, "dy": below if last else above}, x=x, y=y, text={"field": field})


def _named(figure: Figure, current: Observation, messages: Mapping[str, Any]) -> Iterator[dict[str, object]]:
    """The current value, and the first values that reached a round number."""
    step = next(step for step in ROUND if current.value / step < MILESTONES)
    reached = step
    for seen in _sorted(figure):
        if seen.as_of.last < current.as_of.last and reached <= seen.value < current.value:
            reached += step
            yield _label(seen, seen.as_of.last, messages, last=False)
    yield _label(current, max(seen.as_of.last for seen in figure.observations), messages, last=True)


def _label(seen: Observation, day: date, messages: Mapping[str, Any], *, last: bool) -> dict[str, object]:
    return {
        "date": str(day),
        "value": float(seen.value),
        "last": last,
        "number": number(seen.value),
        "bound": messages["bounds"][seen.bound] if last else "",
        "day": short_date(messages, seen.as_of),
    }


def _row(graph: Graph, seen: Observation, assessment: Assessment, messages: Mapping[str, Any]) -> tuple[str, ...]:
    stands = messages["basis_names"][assessment.basis]
    return (date_words(messages, seen.as_of), bounded(messages, seen), name_of(graph.actors[seen.counter]), stands)


def _keys(
    graph: Graph, assessed: list[Assessed], lines: Mapping[str, str], messages: Mapping[str, Any], *, ours: bool
) -> Iterator[tuple[str, str]]:
    labels = messages["charts"]
    for counter, colour in lines.items():
        yield swatch("line", colour), name_of(graph.actors[counter])
    if any(seen.counter not in lines for seen, _ in assessed):
        yield swatch("dot", "--ink-3"), labels["others"]
    if any(seen.bound == "at least" for seen, _ in assessed):
        yield swatch("triangle", "--ink-3"), labels["at_least"]
    if any(seen.bound == "about" for seen, _ in assessed):
        yield swatch("square", "--ink-3"), labels["about"]
    if any(assessment.contest.by for _, assessment in assessed):
        yield swatch("diamond", "--disputed"), labels["contested"]
    if any(not assessment.origins for _, assessment in assessed):
        yield swatch("hollow", "--ink-3"), labels["low"]
    if ours:
        yield swatch("area", "--c-area"), labels["ours"]
