"""Charts say what the record says, in the same bytes each time, and ask for nothing from elsewhere."""

import csv
import io
import json
import re
import struct
from collections.abc import Iterator
from importlib.resources import files
from itertools import accumulate, pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import html5lib
import pytest
import vl_convert

from explainer.analysis import analyse
from explainer.record.models import Event, Figure
from explainer.record.site_config import Sum
from explainer.render.charts import draw
from explainer.render.pages import Edition, render
from explainer.render.palette import palette
from tests.small import TODAY, WORDS, analysed, day, evidence, linked, party, plain_site, small, source

YEARS = (2020, 2022, 2024)

CHARTS, OUTPUTS = draw(analysed(), WORDS)
CARDS = {one.path: one.content for one in OUTPUTS if one.path.startswith("assets/cards/")}
FILES = {one.path: one.content.decode() for one in OUTPUTS if one.path not in CARDS}
SVGS = [path for path in FILES if path.endswith(".svg")]
PAGES = {one.path: one.content.decode() for one in render(analysed(), WORDS, CHARTS, Edition(TODAY))}
WITH_CHARTS = ("index.md", "figures/horn-nights.md", "timeline/index.md")
SPECIFICATIONS = sorted(Path(str(files("explainer.render.charts"))).glob("specs/*.vl.json"))


def test_every_chart_has_a_drawing_and_its_numbers_to_take_away() -> None:
    names = ("horn-nights", "map--horn-nights", "months--horn-nights")

    assert list(FILES) == [f"assets/charts/{name}.{kind}" for name in names for kind in ("svg", "csv")]
    assert [one.id for one in CHARTS.home] == ["horn-nights", "map--horn-nights"]
    assert [one.id for one in CHARTS.timeline] == ["months--horn-nights"]
    assert (list(CHARTS.figures), list(CHARTS.sparks)) == (["horn-nights"], ["horn-nights"])


def test_home_and_every_page_worth_sharing_has_a_card_of_the_size_that_is_shared() -> None:
    pages = ("home", *small().background, *small().figures, *small().disputes)

    assert list(CARDS) == [f"assets/cards/{name}.png" for name in pages]
    sizes = {struct.unpack(">8s8xII", card[:24]) for card in CARDS.values()}
    assert sizes == {(b"\x89PNG\r\n\x1a\n", 1200, 630)}


def test_a_value_dated_to_a_year_is_drawn_through_the_year_and_no_month_is_named() -> None:
    seen = [{"as_of": str(year), "value": "18", "counter": "tom", "evidence": evidence("log")} for year in YEARS]
    length = {"id": "length", "title": "Length", "unit": "km", "reads": "measure", "observations": seen}
    graph = linked(source("log", "the-post", "2026"), party("tom"), Figure.model_validate(length))

    chart = draw(analyse(graph, TODAY), WORDS)[0].figures["length"]

    drawn = chart.drawings[0].body
    assert set(re.findall(r"<text[^>]*>([^<]+)</text>", drawn)) >= {"2020", "2024"}
    assert re.findall(r"\b(?:Jan|Jun|Jul|Dec)\b|\d{4}-\d\d", drawn) == []
    assert [row[0] for row in chart.rows] == ["2020", "2022", "2024"]


def test_an_event_dated_to_a_year_stands_under_the_year_and_not_in_january() -> None:
    pond = plain_site().model_copy(update={"sums": (Sum(figure="splashes", type="ripple"),)})
    seen = {"as_of": "2025-02", "value": "2", "counter": "tom", "evidence": evidence("log")}
    figure = {"id": "splashes", "title": "Splashes", "unit": "splashes", "reads": "running count"}
    events = [
        Event(id=f"splash-{at}", title="A splash", date=day(text), type="ripple", evidence=evidence("log"))
        for at, text in enumerate(("2025", "2025-01", "2025-03-02"))
    ]
    graph = linked(
        source("log", "the-post"), party("tom"), Figure.model_validate({**figure, "observations": [seen]}), *events,
        site=pond,
    )  # fmt: skip

    drawn = draw(analyse(graph, TODAY), WORDS)[0].timeline[0].drawings[0].body

    assert re.findall(r"<text[^>]*>([A-Z]?[a-z]*\s?(?:20\d\d)?)</text>", drawn) == ["2025", "Jan 2025", "Feb", "Mar"]
    assert sorted(re.findall(r'aria-label="A splash, ([^"]+)"', drawn)) == ["2 March 2025", "2025", "January 2025"]


def test_the_same_record_is_drawn_in_the_same_bytes() -> None:
    assert draw(analysed(), WORDS) == (CHARTS, OUTPUTS)


def test_a_figures_table_and_file_hold_its_values() -> None:
    figure = small().figures["horn-nights"]
    values = [
        [WORDS.date(one.as_of), WORDS.bounded(one), small().actors[one.counter].name]
        for one in sorted(figure.observations, key=lambda one: (one.as_of.last, one.counter))
    ]

    assert [row[:3] for row in _table(PAGES["figures/horn-nights.md"])] == values
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


@pytest.mark.parametrize("path", SPECIFICATIONS, ids=lambda path: path.name)
def test_a_specification_draws_by_itself(path: Path) -> None:
    """It opens in Vega's editor as it lies here: complete, for the version that draws it, in our colours."""
    specification = json.loads(path.read_text("utf-8"))
    newest = vl_convert.get_vegalite_versions()[-1]

    assert specification["$schema"] == f"https://vega.github.io/schema/vega-lite/v{newest.split('.')[0]}.json"
    assert vl_convert.vegalite_to_svg(specification).startswith("<svg ")
    named = {name.replace("-", "_"): colour for name, colour in palette("light").items()}
    given = {one["name"]: one["value"] for one in specification["params"] if one["name"] in named}
    assert given == {name: named[name] for name in given}


@pytest.mark.parametrize("path", SVGS)
def test_a_drawing_to_take_away_stands_alone(path: str) -> None:
    """It is XML, has its colours with it, and names no address outside itself."""
    root = ET.fromstring(FILES[path])  # noqa: S314  # our own

    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert re.findall(r"var\(|url\((?!#)|@import|<script|<image|<foreignObject", FILES[path]) == []
    assert set(re.findall(r"https?://[^\"' <)]+", FILES[path])) == {"http://www.w3.org/2000/svg"}


@pytest.mark.parametrize("path", WITH_CHARTS)
def test_a_drawing_on_a_page_asks_for_nothing_from_elsewhere_and_has_ids_of_its_own(path: str) -> None:
    drawings = "".join(re.findall(r"<svg .*?</svg>", PAGES[path], re.DOTALL))
    ids = re.findall(r'\bid="([^"]+)"', PAGES[path])

    assert (drawings != "", re.findall(r"https?://[^\"' <)]+", drawings)) == (True, [])
    assert len(ids) == len(set(ids))


def test_a_drawing_says_in_words_what_it_shows() -> None:
    page = PAGES["figures/horn-nights.md"]

    assert 'aria-label="Nights on which the horn sounded: at most 4 by 20 April 2025"' in page
    assert re.findall(r'<figcaption>\s*<h\d>([^<]+)<a class="headerlink" href="(.+?)"', page) == [
        ("Nights on which the horn sounded: at most 4 by 20 April 2025", "#chart-horn-nights")
    ]
    assert 'aria-describedby="about-horn-nights"' in page
    assert 'id="about-horn-nights"' in page


def test_a_mark_of_the_timeline_leads_to_its_event_and_has_its_name() -> None:
    links = sorted(set(re.findall(r'<a href="(\.\./timeline[^"]+)" aria-label="([^",]+)', PAGES["timeline/index.md"])))

    assert links == [
        ("../timeline/2025-02/#fog-1", "Fog fills the outer bay and the horn sounds 40 times"),
        ("../timeline/2025-02/#fog-2-3", "Two nights of fog"),
        ("../timeline/2025-03/#fog-4", "Fog in March"),
    ]


def test_land_is_cut_to_the_box_of_the_map() -> None:
    body = CHARTS.home[1].drawings[0].body
    width, height = (float(one) for one in CHARTS.home[1].drawings[0].box.split()[2:])
    land = re.findall(r'<path[^>]* d="([^"]+)" fill="var\(--m-land\)"', body)
    corners = [(float(x), float(y)) for x, y in re.findall(r"[ML](-?[\d.]+),(-?[\d.]+)", "".join(land))]

    assert len(corners) > 3
    assert all(-1 <= x <= width + 1 and -1 <= y <= height + 1 for x, y in corners)


def test_every_coast_is_wound_one_way_else_land_would_fill_the_sea() -> None:
    land = json.loads((files("explainer.render.charts") / "land" / "land-50m.json").read_text("utf-8"))
    coasts = [polygon[0] for one in land["objects"]["land"]["geometries"] for polygon in one["arcs"]]

    whole = [land["arcs"][coast[0]] for coast in coasts if len(coast) == 1]  # others are cut where day begins
    assert (len(coasts) - len(whole), [arc[0] for arc in whole if _turns(arc) >= 0]) == (2, [])


def _turns(arc: list[tuple[int, int]]) -> int:
    """Twice the area within a closed line, given by its steps; negative where it goes round clockwise."""
    points = list(accumulate(arc, lambda at, step: (at[0] + step[0], at[1] + step[1])))
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise([*points, points[0]]))


def _table(html: str) -> Iterator[list[str]]:
    """Give the rows of the first table, cells as text, without its head."""
    table = html5lib.parseFragment(html, namespaceHTMLElements=False).find(".//tbody")
    for row in table:
        yield ["".join(cell.itertext()) for cell in row]
