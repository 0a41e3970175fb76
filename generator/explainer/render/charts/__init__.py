"""Charts and the map: what figures, counts and areas of the record look like, drawn when the site is built."""

from explainer.analysis import Analysis
from explainer.languages import Messages
from explainer.render.charts.cards import cards
from explainer.render.charts.chart import Charts, downloads
from explainer.render.charts.events import months
from explainer.render.charts.line import series, spark
from explainer.render.charts.map import places
from explainer.render.write import Output


def draw(analysis: Analysis, messages: Messages) -> tuple[Charts, list[Output]]:
    """Every chart that a page may show, and the files to take away."""
    graph, first = analysis.graph, analysis.sums[:1]
    figures = {figure.id: chart for figure in graph.figures.values() if (chart := series(analysis, figure, messages))}
    sparks = {figure: spark(analysis, graph.figures[figure], messages) for figure in graph.site.figures}
    maps = tuple(chart for own in first if (chart := places(graph, own, messages)))
    timeline = tuple(chart for own in first if (chart := months(graph, own, messages)))
    home = (*(figures[own.figure] for own in first if own.figure in figures), *maps)
    charts = Charts(figures, {figure: small for figure, small in sparks.items() if small}, home, timeline)
    files = [output for chart in (*figures.values(), *maps, *timeline) for output in downloads(chart)]
    return charts, [*files, *cards(analysis, messages)]
