"""Charts and the map: what figures, counts and areas of the record look like, drawn when the site is built."""

from collections.abc import Mapping
from typing import Any

from explainer.record.graph import Graph
from explainer.render.charts.cards import cards
from explainer.render.charts.chart import Chart, files, framed
from explainer.render.charts.events import months
from explainer.render.charts.line import series, spark
from explainer.render.charts.map import places
from explainer.render.write import Output


def draw(graph: Graph, words: Mapping[str, Any]) -> tuple[dict[str, str], list[Output]]:
    """HTML by the name under which a page asks for it, and the files to take away.

    Names: a figure's id, `spark:` and a figure's id, `:home`, and `:timeline`, which no id can be.
    """
    drawn = {one.id: chart for one in graph.figures.values() if (chart := series(graph, one, words))}
    drawings = {name: framed(chart, words, "../../") for name, chart in drawn.items()}
    drawings |= {f"spark:{one}": line for one in graph.site.figures if (line := spark(graph, graph.figures[one]))}
    first = graph.site.sums[:1]
    maps = [chart for one in first if (chart := places(graph, one, words))]
    rows = [chart for one in first if (chart := months(graph, one, words))]
    home = [drawn[one.figure] for one in first if one.figure in drawn] + maps
    if home:
        drawings[":home"] = (
            '<div class="duo">' + "".join(f"<div>{_home(chart, words)}</div>" for chart in home) + "</div>"
        )
    if rows:
        drawings[":timeline"] = "".join(framed(chart, words, "../") for chart in rows)
    outputs = [one for chart in (*drawn.values(), *maps, *rows) for one in files(chart)]
    return drawings, [*outputs, *cards(graph, words)]


def _home(chart: Chart, words: Mapping[str, Any]) -> str:
    return framed(chart, words, "", 3)
