"""Social cards: what a link to a page looks like where it is shared, as PNG with one bundled font."""

import html
import struct
import textwrap
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import resvg_py

from explainer.analysis import Analysis
from explainer.languages import counted
from explainer.languages.phrases import dated_value
from explainer.render.write import Output

FONT = files("explainer.render.charts") / "font" / "newsreader-medium.ttf"
# the size of the type, and how many letters of it a line holds
SIZES = ((84, 26), (72, 31), (60, 37), (50, 45))
MOST_LINES = 4
INK, QUIET, PAPER, ACCENT = "#10202a", "#435560", "#fcfdfd", "#0a5f66"


class CharacterError(ValueError):
    """A card holds a character that the bundled font lacks."""


def cards(analysis: Analysis, messages: Mapping[str, Any]) -> Iterator[Output]:
    """A card for the front page, and for each question, figure and dispute."""
    graph = analysis.graph
    name, kinds = graph.site.title, messages["kinds"]
    yield _card("home", name, graph.site.question, graph.site.publisher)
    for question in graph.background.values():
        yield _card(question.id, name, question.question, kinds["background"])
    for figure, seen in analysis.current.items():
        title = f"{graph.figures[figure].title}: {dated_value(messages, seen)}"
        yield _card(figure, name, title, kinds["figures"])
    for dispute in graph.disputes.values():
        below = f"{kinds['disputes']}, {counted(messages, 'positions', len(dispute.positions))}"
        yield _card(dispute.id, name, dispute.question, below)


def _card(record: str, name: str, title: str, below: str) -> Output:
    if lacking := sorted({one for one in name + title + below if ord(one) not in _characters()}):
        raise CharacterError(f"the card of {record}: the font lacks {' '.join(lacking)}")
    drawn = resvg_py.svg_to_bytes(
        svg_string=_svg(name, title, below), font_files=[str(FONT)], font_family="Newsreader", skip_system_fonts=True
    )
    return Output(f"assets/cards/{record}.png", bytes(drawn))


def _svg(name: str, title: str, below: str) -> str:
    size, lines = next(
        (size, lines) for size, letters in SIZES if len(lines := textwrap.wrap(title, letters)) <= MOST_LINES
    )
    first = 190 + size * 0.72
    spans = "".join(
        f'<text x="80" y="{first + index * size * 1.14:.0f}" font-size="{size}">{html.escape(line)}</text>'
        for index, line in enumerate(lines)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" font-family="Newsreader" font-weight="500"'
        f' fill="{INK}"><path fill="{PAPER}" d="M0 0h1200v630H0z"/><path fill="{INK}" d="M80 140h1040v4H80z"/>'
        f'<circle cx="96" cy="93" r="15" fill="none" stroke="{INK}" stroke-width="3" stroke-dasharray="3.5 4.4"/>'
        f'<circle cx="96" cy="93" r="6"/><text x="128" y="105" font-size="36">{html.escape(name)}</text>{spans}'
        f'<text x="80" y="574" font-size="38" fill="{QUIET}">{html.escape(below)}</text>'
        f'<path fill="{ACCENT}" d="M0 614h1200v16H0z"/></svg>'
    )


@cache
def _characters() -> frozenset[int]:
    """The characters that the font has, from the segments of its `cmap` table."""
    font = FONT.read_bytes()
    tables = {font[at : at + 4]: struct.unpack_from(">8xI", font, at)[0] for at in range(12, 12 + 16 * font[5], 16)}
    cmap = tables[b"cmap"]
    start = cmap + min(
        struct.unpack_from(">4xI", font, cmap + 4 + 8 * index)[0]
        for index in range(struct.unpack_from(">2xH", font, cmap)[0])
        if struct.unpack_from(">HH", font, cmap + 4 + 8 * index) == (3, 1)
    )
    segments = struct.unpack_from(">H", font, start + 6)[0] // 2
    ends = struct.unpack_from(f">{segments}H", font, start + 14)
    starts = struct.unpack_from(f">{segments}H", font, start + 16 + 2 * segments)
    return frozenset(one for first, last in zip(starts, ends, strict=True) for one in range(first, last + 1))
