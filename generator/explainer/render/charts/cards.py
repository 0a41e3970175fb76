"""Social cards: what a link to a page looks like where it is shared, as PNG with one bundled font."""

import html
import textwrap
from collections.abc import Iterator

import resvg_py

from explainer.analysis import Analysis
from explainer.languages import Messages
from explainer.languages.letters import FONT, lacking
from explainer.render.palette import palette
from explainer.render.write import Output

# the size of the type, and how many letters of it a line holds
SIZES = ((84, 26), (72, 31), (60, 37), (50, 45))
MOST_LINES = 4


def cards(analysis: Analysis, messages: Messages) -> Iterator[Output]:
    """A card for the front page, and for each question, figure and dispute whose letters the font has."""
    name = analysis.graph.site.title
    for record, title, below in _texts(analysis, messages):
        if not lacking(name + title + below):
            yield _card(record, name, title, below)


def _texts(analysis: Analysis, messages: Messages) -> Iterator[tuple[str, str, str]]:
    """Of each card: the record that it belongs to, its title, and what stands below."""
    graph, kinds = analysis.graph, messages["kinds"]
    yield "home", graph.site.question, graph.site.publisher
    for question in graph.background.values():
        yield question.id, question.question, kinds["background"]
    for figure, seen in analysis.current.items():
        yield figure, f"{graph.figures[figure].title}: {messages.dated_value(seen)}", kinds["figures"]
    for dispute in graph.disputes.values():
        below = f"{kinds['disputes']}, {messages.count('positions', len(dispute.positions))}"
        yield dispute.id, dispute.question, below


def _card(record: str, name: str, title: str, below: str) -> Output:
    drawn = resvg_py.svg_to_bytes(
        svg_string=_svg(name, title, below), font_files=[str(FONT)], font_family="Newsreader", skip_system_fonts=True
    )
    return Output(f"assets/cards/{record}.png", bytes(drawn))


def _svg(name: str, title: str, below: str) -> str:
    size, lines = _set(title)
    first = 190 + size * 0.72
    spans = "".join(
        f'<text x="80" y="{first + index * size * 1.14:.0f}" font-size="{size}">{html.escape(line)}</text>'
        for index, line in enumerate(lines)
    )
    light = palette("light")
    ink, quiet, paper, accent = (light[name] for name in ("ink", "ink-2", "paper", "c-line"))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" font-family="Newsreader" font-weight="500"'
        f' fill="{ink}"><path fill="{paper}" d="M0 0h1200v630H0z"/><path fill="{ink}" d="M80 140h1040v4H80z"/>'
        f'<circle cx="96" cy="93" r="15" fill="none" stroke="{ink}" stroke-width="3" stroke-dasharray="3.5 4.4"/>'
        f'<circle cx="96" cy="93" r="6"/><text x="128" y="105" font-size="36">{html.escape(name)}</text>{spans}'
        f'<text x="80" y="574" font-size="38" fill="{quiet}">{html.escape(below)}</text>'
        f'<path fill="{accent}" d="M0 614h1200v16H0z"/></svg>'
    )


def _set(title: str) -> tuple[int, list[str]]:
    """A title in lines, in the largest type in which it fits; what fits in none is cut."""
    for size, letters in SIZES:
        if len(lines := textwrap.wrap(title, letters)) <= MOST_LINES:
            return size, lines
    return size, textwrap.wrap(title, letters, max_lines=MOST_LINES, placeholder=" …")
