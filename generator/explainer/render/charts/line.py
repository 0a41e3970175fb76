"""A figure through time: every published value as a step line by counter, beside our own running sum."""

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from explainer.analysis import Analysis, Assessment
from explainer.languages import Messages
from explainer.record.graph import Graph
from explainer.record.models import Figure
from explainer.record.names import name_of
from explainer.record.parts import Observation
from explainer.render.charts.chart import OTHER, SERIES, Chart, Drawing, Key, drawing

Assessed = tuple[Observation, Assessment]
FEWEST = 3  # values that make a chart
WIDE, NARROW, SPARK = (520, 380), (240, 250), (180, 36)
MILESTONES = 3
CONTESTED = "contested"
COLOURS = {series: f"c-{series}" for series in SERIES} | {OTHER: "ink-3"}


def series(analysis: Analysis, figure: Figure, messages: Messages) -> Chart | None:
    """The chart of a figure with enough values to make one."""
    if len(figure.observations) < FEWEST:
        return None
    assessed = _assessed(analysis, figure)
    lines = _counters(analysis, figure)
    current = analysis.current[figure.id]
    ours = [{"date": day.isoformat(), "value": total} for day, total in _ours(analysis, figure)]
    values = [_value(figure, seen, assessment, lines) for seen, assessment in assessed]
    data = {"ours": ours, "values": values, "named": list(_named(figure, current, messages))}
    labels = messages["charts"]
    dated_to_months = any(seen.as_of.month for seen in figure.observations)
    params = {"unit": figure.unit, "month_format": labels["axis_month"] if dated_to_months else "%Y"}
    return Chart(
        id=figure.id,
        title=messages.named(figure.title, messages.dated_value(figure, current)),
        about=labels["series_about"].format(unit=figure.unit),
        source=labels["series_source"].format(values=messages.number(len(values))),
        drawings=tuple(drawing("line", messages, data, size, **params) for size in (WIDE, NARROW)),
        columns=(labels["date"], labels["value"], labels["counter"], labels["basis"]),
        rows=tuple(_row(analysis.graph, seen, assessment, messages) for seen, assessment in assessed),
        keys=tuple(_keys(analysis.graph, assessed, lines, messages, ours=bool(ours))),
    )


def spark(analysis: Analysis, figure: Figure, messages: Messages) -> Drawing | None:
    """A small step line of the values from sound sources up to the current one, from zero, without axes."""
    if len({seen.as_of for seen in figure.observations}) == 1:
        return None
    end = analysis.current[figure.id].as_of.last
    values = [
        {"date": str(_drawn_on(figure, seen)), "value": float(seen.value)}
        for seen, assessment in _assessed(analysis, figure)
        if seen.as_of.last <= end and assessment.origins
    ]
    return drawing("spark", messages, {"values": values}, SPARK)


def _sorted(figure: Figure) -> list[Observation]:
    return sorted(figure.observations, key=lambda one: (one.as_of.last, one.counter, one.value))


def _assessed(analysis: Analysis, figure: Figure) -> list[Assessed]:
    return [(seen, analysis.assessments[figure.id][seen]) for seen in _sorted(figure)]


def _counters(analysis: Analysis, figure: Figure) -> dict[str, str]:
    """The counters with a line of their own, each with its place: those with the most values from sound sources."""
    sound = [seen.counter for seen in figure.observations if analysis.assessments[figure.id][seen].origins]
    ranked = [counter for counter, times in Counter(sound).most_common() if times > 1]
    return dict(zip(ranked, SERIES, strict=False))


def _ours(analysis: Analysis, figure: Figure) -> Iterator[tuple[date, int]]:
    for own in analysis.sums:
        if own.figure == figure.id:
            yield from own.running


def _drawn_on(figure: Figure, seen: Observation) -> date:
    """Where a value stands on the axis of time; of one dated to a month or a year the middle, or a total's end."""
    first, last = seen.as_of.first, seen.as_of.last
    return last if figure.running else first + (last - first) / 2


def _value(figure: Figure, seen: Observation, assessment: Assessment, lines: Mapping[str, str]) -> dict[str, object]:
    contested = bool(assessment.contest.by)
    place = lines.get(seen.counter, OTHER)
    return {
        "date": str(_drawn_on(figure, seen)),
        "since": str(seen.as_of.first),
        "until": str(seen.as_of.last),
        "value": float(seen.value),
        "line": seen.counter if seen.counter in lines and assessment.origins else "",
        "series": place,
        "colour": CONTESTED if contested else place,
        "shape": CONTESTED if contested else seen.bound,
        "low": not assessment.origins,
    }


def _named(figure: Figure, current: Observation, messages: Messages) -> Iterator[dict[str, object]]:
    """The current value, and the first values that reached a round number."""
    step = next(step for step in _round() if current.value < MILESTONES * step)
    reached = step
    for seen in _sorted(figure):
        if seen.as_of.last < current.as_of.last and reached <= seen.value < current.value:
            reached += step
            yield _label(seen, _drawn_on(figure, seen), messages, last=False)
    yield _label(current, max(_drawn_on(figure, seen) for seen in figure.observations), messages, last=True)


def _round() -> Iterator[int]:
    """The round numbers, from 1 upwards without end."""
    return (step * 10**power for power in itertools.count() for step in (1, 2, 5))


def _label(seen: Observation, day: date, messages: Messages, *, last: bool) -> dict[str, object]:
    return {
        "date": str(day),
        "value": float(seen.value),
        "last": last,
        "number": messages.number(seen.value),
        "bound": messages["bounds"][seen.bound] if last else "",
        "day": messages.short_date(seen.as_of),
    }


def _row(graph: Graph, seen: Observation, assessment: Assessment, messages: Messages) -> tuple[str, ...]:
    stands = messages["basis_names"][assessment.basis]
    return (messages.date(seen.as_of), messages.bounded(seen), name_of(graph.actors[seen.counter]), stands)


def _keys(
    graph: Graph, assessed: list[Assessed], lines: Mapping[str, str], messages: Messages, *, ours: bool
) -> Iterator[Key]:
    labels, other = messages["charts"], COLOURS[OTHER]
    for counter, place in lines.items():
        yield Key("line", COLOURS[place], name_of(graph.actors[counter]))
    if any(seen.counter not in lines for seen, _ in assessed):
        yield Key("dot", other, labels["others"])
    if any(seen.bound == "at least" for seen, _ in assessed):
        yield Key("triangle", other, labels["at_least"])
    if any(seen.bound == "about" for seen, _ in assessed):
        yield Key("square", other, labels["about"])
    if any(assessment.contest.by for _, assessment in assessed):
        yield Key("diamond", CONTESTED, messages["contested_name"])
    if any(not assessment.origins for _, assessment in assessed):
        yield Key("hollow", other, labels["low"])
    if ours:
        yield Key("area", "c-area", labels["ours"])
