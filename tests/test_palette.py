"""One file names the colours: text is legible in each scheme, and every reader tells the lines of a chart apart."""

import itertools
import re
from pathlib import Path

import pytest

from explainer.build import assets
from explainer.render.palette import Scheme, palette
from tests.colours import apart_without_green, ciede2000, contrast
from tests.conftest import ROOT

SCHEMES: tuple[Scheme, ...] = ("light", "dark", "print")
SERIES = ("c-1", "c-2", "c-3", "c-4")
STANDINGS = ("several-reports", "one-report", "one-side", "contested")
GROUNDS = ("paper", "surface", "surface-2")
# text, and a ground it stands on: words and standings anywhere, digits on the discs of a chart, labels on the map
LEGIBLE = (
    *itertools.product(("ink", "ink-2", "ink-3", "link", *STANDINGS), GROUNDS),
    *((name, f"{name}-bg") for name in STANDINGS),
    *(("ink", f"{name}-bg") for name in STANDINGS),
    ("ink", "mark"),
    *(("paper", name) for name in SERIES),
    ("paper", "ink-3"),
    *itertools.product(("ink", "ink-2"), ("m-sea", "m-land", "c-area")),
)
INK_OF_A_MASK = {"#000"}  # a mask's shape, which takes its colour from the text


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_is_legible_on_its_ground(scheme: Scheme) -> None:
    of = palette(scheme)
    contrasts = {(text, ground): contrast(of[text], of[ground]) for text, ground in LEGIBLE}

    assert {pair: round(found, 2) for pair, found in contrasts.items() if found < 4.5} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_lines_of_a_chart_differ_for_a_reader_without_green_cones(scheme: Scheme) -> None:
    of = palette(scheme)
    apart = {pair: apart_without_green(of[pair[0]], of[pair[1]]) for pair in itertools.combinations(SERIES, 2)}

    assert {pair: round(found, 1) for pair, found in apart.items() if found < 20} == {}


def test_no_line_of_a_chart_has_the_colour_of_a_dispute() -> None:
    assert [
        scheme for scheme in SCHEMES if palette(scheme)["contested"] in {palette(scheme)[one] for one in SERIES}
    ] == []


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [  # of the pairs that Sharma, Wu and Dalal publish
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (61.0, -5.0, 29.0), 22.8977),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_measure_of_difference_is_the_published_one(
    one: tuple[float, float, float], other: tuple[float, float, float], difference: float
) -> None:
    assert round(ciede2000(one, other), 4) == difference


def test_black_on_white_has_the_most_contrast() -> None:
    assert [round(contrast(one, "#fff"), 2) for one in ("#000000", "#777777")] == [21.0, 4.48]


def test_the_palette_alone_names_a_colour() -> None:
    """Whatever is published or draws it: style, theme, templates, code, and the picture of the site."""
    named = {colour for scheme in SCHEMES for colour in palette(scheme).values()} | INK_OF_A_MASK
    root = ROOT / "generator" / "explainer"
    files = [path for folder in ("assets", "theme", "templates", "render") for path in (root / folder).rglob("*")]

    assert {path.name: found for path in files if (found := _colours(path) - named)} == {}
    literal = {path for path in files if _colours(path) - INK_OF_A_MASK}
    # what opens by itself has colours in it: the picture of the site, and a chart's specification in Vega's editor
    assert literal == {root / "assets" / "favicon.svg", *(root / "render").rglob("*.vl.json")}


def test_the_first_style_sheet_has_every_colour_of_each_scheme() -> None:
    css = next(one.content.decode() for one in assets() if one.path == "assets/css/tokens.css")

    for scheme in SCHEMES:
        assert "".join(f"--{name}:{colour};" for name, colour in palette(scheme).items()) in css


def _colours(path: Path) -> set[str]:
    if path.suffix not in {".css", ".html", ".jinja", ".js", ".json", ".py", ".svg"} or "land" in path.parts:
        return set()
    return set(re.findall(r"(?<![&\w])#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b", path.read_text("utf-8")))
