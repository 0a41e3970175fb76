"""Charts say what the record says, in the same bytes each time, and ask for nothing from elsewhere."""

import csv
import io
import re
import struct
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import html5lib
import pytest

from explainer.render.charts import draw
from explainer.render.charts.map import clipped
from explainer.render.escape import bounded, date_words
from tests.small import WORDS, small

DRAWINGS, OUTPUTS = draw(small(), WORDS)
CARDS = {one.path: one.content for one in OUTPUTS if one.path.startswith("assets/cards/")}
FILES = {one.path: one.content.decode() for one in OUTPUTS if one.path not in CARDS}
SVGS = [path for path in FILES if path.endswith(".svg")]


def test_every_chart_has_a_drawing_and_its_numbers_to_take_away() -> None:
    names = ("horn-nights", "map--horn-nights", "months--horn-nights")

    assert list(FILES) == [f"assets/charts/{name}.{kind}" for name in names for kind in ("svg", "csv")]
    assert list(DRAWINGS) == ["horn-nights", "spark:horn-nights", ":home", ":timeline"]


def test_home_and_every_page_worth_sharing_has_a_card_of_the_size_that_is_shared() -> None:
    pages = ("home", *small().background, *small().figures, *small().disputes)

    assert list(CARDS) == [f"assets/cards/{name}.png" for name in pages]
    sizes = {struct.unpack(">8s8xII", card[:24]) for card in CARDS.values()}
    assert sizes == {(b"\x89PNG\r\n\x1a\n", 1200, 630)}


def test_the_same_record_is_drawn_in_the_same_bytes() -> None:
    assert draw(small(), WORDS) == (DRAWINGS, OUTPUTS)


def test_a_figures_table_and_file_hold_its_values() -> None:
    figure = small().figures["horn-nights"]
    values = [
        [date_words(WORDS, one.as_of), bounded(WORDS, one), small().actors[one.counter].name]
        for one in sorted(figure.observations, key=lambda one: (one.as_of.last, one.counter))
    ]

    assert [row[:3] for row in _table(DRAWINGS["horn-nights"])] == values
    assert [row[:3] for row in csv.reader(io.StringIO(FILES["assets/charts/horn-nights.csv"]))][1:] == values


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("map--horn-nights", [["Area", "Events", "nights"], ["Harbour mouth", "2", "3"], ["Outer bay", "2", "2"]]),
        (
            "months--horn-nights",
            [
                ["Date", "Event", "Area", "nights"],
                ["3 February 2025", "Fog fills the outer bay and the horn sounds 40 times", "Outer bay", "1"],
                ["11 February 2025", "Two nights of fog, at the mouth and outside", "Outer bay, Harbour mouth", "2"],
                ["March 2025", "Fog in March", "Harbour mouth", "2"],
            ],
        ),
    ],
)
def test_the_numbers_behind_the_map_and_the_months_are_those_of_the_sum(name: str, rows: list[list[str]]) -> None:
    assert list(csv.reader(io.StringIO(FILES[f"assets/charts/{name}.csv"]))) == rows


@pytest.mark.parametrize("path", SVGS)
def test_a_drawing_to_take_away_stands_alone(path: str) -> None:
    """It is XML, has its colours with it, and names no address outside itself."""
    root = ET.fromstring(FILES[path])  # noqa: S314  # our own

    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert re.findall(r"var\(|url\((?!#)|@import|<script|<image|<foreignObject", FILES[path]) == []
    assert set(re.findall(r"https?://[^\"' <)]+", FILES[path])) == {"http://www.w3.org/2000/svg"}


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_on_a_page_asks_for_nothing_from_elsewhere_and_has_ids_of_its_own(name: str) -> None:
    ids = re.findall(r'\bid="([^"]+)"', DRAWINGS[name])

    assert set(re.findall(r"https?://[^\"' <)]+", DRAWINGS[name])) == {"http://www.w3.org/2000/svg"}
    assert len(ids) == len(set(ids))


def test_a_drawing_says_in_words_what_it_shows() -> None:
    assert 'aria-label="Nights on which the horn sounded: at most 4 by 20 April 2025"' in DRAWINGS["horn-nights"]
    assert re.findall(r'<figcaption><h\d>([^<]+)<a class="headerlink" href="(.+?)"', DRAWINGS["horn-nights"]) == [
        ("Nights on which the horn sounded: at most 4 by 20 April 2025", "#chart-horn-nights")
    ]
    assert 'aria-describedby="about-horn-nights"' in DRAWINGS["horn-nights"]
    assert 'id="about-horn-nights"' in DRAWINGS["horn-nights"]


def test_a_mark_of_the_timeline_leads_to_its_event() -> None:
    links = sorted(set(re.findall(r'href="(\.\./timeline[^"]+)"', DRAWINGS[":timeline"])))

    assert links == ["../timeline/2025-02/#fog-1", "../timeline/2025-02/#fog-2-3", "../timeline/2025-03/#fog-4"]


@pytest.mark.parametrize(
    ("ring", "inside"),
    [
        ([(1, 1), (2, 1), (2, 2)], [(1, 1), (2, 1), (2, 2)]),
        ([(5, 5), (6, 5), (6, 6)], []),
        ([(-2, 1), (2, 1), (2, 3), (-2, 3)], [(0, 1), (2, 1), (2, 3), (0, 3)]),
        ([(-9, -9), (9, -9), (9, 9), (-9, 9)], [(0, 0), (4, 0), (4, 4), (0, 4)]),
    ],
)
def test_land_is_cut_to_the_box_of_the_map(ring: list[tuple[float, float]], inside: list[tuple[float, float]]) -> None:
    assert sorted(clipped(ring, (0, 0, 4, 4))) == sorted(inside)


def _table(html: str) -> Iterator[list[str]]:
    """Give the rows of the first table, cells as text, without its head."""
    table = html5lib.parseFragment(html, namespaceHTMLElements=False).find(".//tbody")
    for row in table:
        yield ["".join(cell.itertext()) for cell in row]
