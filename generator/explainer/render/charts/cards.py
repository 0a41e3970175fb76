"""Social cards: what a link to a page looks like where it is shared, as PNG with one bundled font."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

import resvg_py

from explainer.analysis import Analysis
from explainer.languages import Messages
from explainer.languages.letters import FONT, lacking
from explainer.render.environment import environment
from explainer.render.write import Output

# the size of the type, and how many letters of it a line holds
SIZES = ((84, 26), (72, 31), (60, 37), (50, 45))
MOST_LINES = 4


@dataclass(frozen=True)
class Card:
    """What a card says: the site, a title in lines of one size, and what kind of page it leads to."""

    record: str
    site: str
    size: int
    lines: tuple[str, ...]
    below: str


def cards(analysis: Analysis, messages: Messages) -> Iterator[Output]:
    """Every card, drawn."""
    template = environment().get_template("card.svg.jinja")
    for card in written(analysis, messages):
        svg = template.render(card=card)
        png = resvg_py.svg_to_bytes(
            svg_string=svg, font_files=[str(FONT)], font_family="Newsreader", skip_system_fonts=True
        )
        yield Output(f"assets/cards/{card.record}.png", bytes(png))


def written(analysis: Analysis, messages: Messages) -> Iterator[Card]:
    """A card for the front page, and for each question, figure and dispute whose letters the font has."""
    site = analysis.graph.site.title
    for record, title, below in _texts(analysis, messages):
        if not lacking(site + title + below):
            size, lines = _set(title)
            yield Card(record, site, size, tuple(lines), below)


def _texts(analysis: Analysis, messages: Messages) -> Iterator[tuple[str, str, str]]:
    """Of each card: the record that it belongs to, its title, and what stands below."""
    graph, kinds = analysis.graph, messages["kinds"]
    yield "home", graph.site.question, graph.site.publisher
    for question in graph.background.values():
        yield question.id, question.question, kinds["background"]
    for record_id, seen in analysis.current.items():
        figure = graph.figures[record_id]
        yield record_id, messages.named(figure.title, messages.dated_value(figure, seen)), kinds["figures"]
    for dispute in graph.disputes.values():
        positions = messages.count("positions", len(dispute.positions))
        below = messages["cards"]["dispute"].format(kind=kinds["disputes"], positions=positions)
        yield dispute.id, dispute.question, below


def _set(title: str) -> tuple[int, list[str]]:
    """A title in lines, in the largest type in which it fits; what fits in none is cut."""
    for size, letters in SIZES:
        if len(lines := textwrap.wrap(title, letters)) <= MOST_LINES:
            return size, lines
    return size, textwrap.wrap(title, letters, max_lines=MOST_LINES, placeholder=" …")
