"""A chart: what Vega-Lite draws of a specification in `specs/`, with its title, table, source and downloads."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import vl_convert

from explainer.languages import Messages
from explainer.render.palette import palette
from explainer.render.write import Output

# a file that stands alone has no page to take its fonts from
FONTS = {"font-ui": "sans-serif", "font-display": "serif"}
SERIES = ("1", "2", "3", "4")  # the lines and areas with a colour of their own, as the specifications name them
OTHER = "other"
_VEGAS_WORDS = re.compile(r' (?:role|aria-roledescription)="[^"]*"')

Rows = Sequence[Mapping[str, object]]


@dataclass(frozen=True)
class Drawing:
    """What a specification became: the inside of an SVG element, and its box; *linked* where marks are links."""

    name: str
    box: str
    body: str
    linked: bool = False


@dataclass(frozen=True)
class Key:
    """What a mark of a chart means: its shape, the name of its colour, and the words."""

    shape: str
    colour: str
    words: str


@dataclass(frozen=True)
class Chart:
    """A chart as its frame shows it: *drawings* wide first, *rows* of its table, *lines* that stand below it."""

    id: str
    title: str
    about: str
    source: str
    drawings: tuple[Drawing, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    keys: tuple[Key, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Charts:
    """Every chart of a site: of figures by their ids, small ones of figures on the front page, and two pages' own."""

    figures: Mapping[str, Chart]
    sparks: Mapping[str, Drawing]
    home: tuple[Chart, ...]
    timeline: tuple[Chart, ...]


NO_CHARTS = Charts({}, {}, (), ())


def drawing(
    name: str, messages: Messages, data: Mapping[str, object], size: tuple[float, float], **params: object
) -> Drawing:
    """A specification with its data and parameters filled in, as real text in the colours of the page's scheme."""
    spec = json.loads(_specification(name))
    filled = _looks() | params
    for param in spec["params"]:
        if param["name"] in filled:
            param["value"] = filled[param["name"]]
    spec["config"]["locale"] = messages.d3_locale()
    spec["width"], spec["height"] = size
    spec["datasets"] |= data
    return _inside(name, vl_convert.vegalite_to_svg(spec))


def downloads(chart: Chart) -> Iterable[Output]:
    """The wide drawing and its numbers, to take away."""
    looks = {**palette("light"), **FONTS}  # as on a light page
    wide = chart.drawings[0]
    body = re.sub(r"var\(--([\w-]+)\)", lambda name: looks.get(name[1], name[0]), wide.body)
    body = re.sub(r"</?a\b[^>]*>", "", body)
    alone = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{wide.box}">{body}</svg>\n'
    yield Output(f"assets/charts/{chart.id}.svg", alone.encode())
    lines = [",".join(_cell(cell) for cell in row) for row in (chart.columns, *chart.rows)]
    yield Output(f"assets/charts/{chart.id}.csv", ("\n".join(lines) + "\n").encode())


@cache
def _specification(name: str) -> str:
    return (files("explainer.render.charts") / "specs" / f"{name}.vl.json").read_text("utf-8")


@cache
def _looks() -> dict[str, Any]:
    """Each colour and font as a page has it, by the name that a parameter of a specification has."""
    return {name.replace("-", "_"): f"var(--{name})" for name in (*palette("light"), *FONTS)}


def _inside(name: str, svg: str) -> Drawing:
    """The inside of what Vega drew, without its own words for its marks; a link has the name that its mark had."""
    parts = re.fullmatch(r'<svg [^>]*viewBox="([^"]+)"[^>]*>(.*)</svg>', svg.strip(), re.DOTALL)
    if not parts:
        raise ValueError(svg[:200])
    body = _VEGAS_WORDS.sub("", parts[2]).replace("xlink:href=", "href=")
    body = re.sub(r'(?<= d=")[^"]+', lambda path: re.sub(r"(\.\d)\d+", r"\1", path[0]), body)  # a tenth of a pixel
    body = re.sub(r'(<a [^>]*)>(<path)( aria-label="[^"]*")', r"\1\3>\2", body)
    body = body.replace("[", "&#91;").replace("]", "&#93;")  # in a page they could look like a reference
    return Drawing(name, parts[1], body, "<a " in body)


def _cell(text: str) -> str:
    quoted = text.replace('"', '""')
    return f'"{quoted}"' if re.search(r'[",\n]', text) else text
