"""Charts and the map: what figures, counts and areas of the record look like, drawn when the site is built."""

from explainer.analysis import Analysis
from explainer.languages import Messages
from explainer.render.charts.cards import cards
from explainer.render.charts.chart import files, framed
from explainer.render.charts.events import months
from explainer.render.charts.line import series, spark
from explainer.render.charts.map import places
from explainer.render.write import Output


def draw(analysis: Analysis, messages: Messages) -> tuple[dict[str, str], list[Output]]:
    """HTML by the name under which a page asks for it, and the files to take away.

    Names: a figure's id, `spark-` and a figure's id, `home`, and `timeline`.
    """
    graph, first = analysis.graph, analysis.sums[:1]
    drawn = {figure.id: chart for figure in graph.figures.values() if (chart := series(analysis, figure, messages))}
    drawings = {name: framed(chart, messages, "../../") for name, chart in drawn.items()}
    sparks = ((figure, spark(analysis, graph.figures[figure])) for figure in graph.site.figures)
    drawings |= {f"spark-{figure}": line for figure, line in sparks if line}
    maps = [chart for own in first if (chart := places(graph, own, messages))]
    rows = [chart for own in first if (chart := months(graph, own, messages))]
    home = [drawn[own.figure] for own in first if own.figure in drawn] + maps
    if home:
        drawings["home"] = (
            '<div class="duo">' + "".join(f"<div>{framed(chart, messages, '', 3)}</div>" for chart in home) + "</div>"
        )
    if rows:
        drawings["timeline"] = "".join(framed(chart, messages, "../") for chart in rows)
    outputs = [output for chart in (*drawn.values(), *maps, *rows) for output in files(chart)]
    return drawings, [*outputs, *cards(analysis, messages)]
