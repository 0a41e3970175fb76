"""A drawing on a page: made by Vega-Lite at build time, with its title, its table, its source and its downloads."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import vl_convert

from explainer.languages import Messages
from explainer.render.escape import attribute
from explainer.render.palette import palette
from explainer.render.write import Output

Spec = Mapping[str, Any]

CONFIG = {
    "font": "inherit",
    "background": None,
    "view": {"stroke": None},
    "axis": {
        "domainColor": "var(--rule-2)",
        "tickColor": "var(--rule-2)",
        "gridColor": "var(--rule)",
        "labelColor": "var(--ink-2)",
        "titleColor": "var(--ink-2)",
        "labelFontSize": 13,
        "titleFontSize": 13,
        "titleFontWeight": "normal",
    },
    "text": {"color": "var(--ink)", "fontSize": 13},
}
# stands in a drawing for the way to the site's root; Vega would resolve a relative link against an address of its own
ROOT = "https://root.invalid/"
# a file that stands alone has no page to take its fonts from
FONTS = {"font-display": "serif"}


@dataclass(frozen=True)
class Chart:
    """What a page needs of a chart. *drawings* are wide first; *rows* make its table; *keys* are (swatch, words)."""

    id: str
    title: str
    about: str
    source: str
    drawings: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    keys: tuple[tuple[str, str], ...] = ()
    after: str = ""


def drawing(spec: Spec, label: str, *, linked: bool = False) -> str:
    """A specification as SVG for a page: real text, colours by the theme, the same bytes each time."""
    svg = vl_convert.vegalite_to_svg({**spec, "config": CONFIG | dict(spec.get("config", {}))})
    svg = re.sub(r"<\?xml[^>]*>|<!DOCTYPE[^>]*>", "", svg)
    svg = re.sub(r'<text[^>]*opacity="0"[^>]*>[^<]*</text>', "", svg)
    svg = re.sub(r' (?:role|aria-roledescription|aria-hidden|pointer-events)="[^"]*"', "", svg)
    svg = re.sub(r'(?<= d=")[^"]+', lambda path: re.sub(r"(\.\d)\d+", r"\1", path[0]), svg)  # a tenth of a pixel
    svg = _own_ids(svg).replace("xlink:href=", "href=")
    if linked:  # a link has a name; a shape cannot have one
        svg = re.sub(r'(<a [^>]*)>(<path)( aria-label="[^"]*")', r"\1\3>\2", svg)
    else:
        svg = re.sub(r' aria-label="[^"]*"', "", svg)
    head, rest = svg.split(">", 1)
    size = re.search(r'width="([\d.]+)" height="([\d.]+)"', head)
    box = f'viewBox="0 0 {size[1]} {size[2]}"' if size else ""
    role = "group" if linked else "img"
    named = f'{box} role="{role}" aria-label="{attribute(label)}"'
    rest = rest.replace("[", "&#91;").replace("]", "&#93;")  # in a page they could look like a reference
    return f'<svg class="chart" xmlns="http://www.w3.org/2000/svg" {named}>{rest}'.strip()


def framed(chart: Chart, words: Messages, prefix: str, level: int = 2) -> str:
    """The chart as one raw HTML block; *prefix* leads from the page to the site's root."""
    labels = words["charts"]
    about = f'<p class="chart-sub" id="about-{chart.id}">{attribute(chart.about)}</p>'
    here = f'<a class="headerlink" href="#chart-{chart.id}" title="{labels["address"]}">#</a>'
    head = f"<h{level}>{attribute(chart.title)}{here}</h{level}>{about}"
    keys = "".join(f"<li>{swatch}{attribute(text)}</li>" for swatch, text in chart.keys)
    foot = (
        f'<span class="src">{attribute(chart.source)}</span>'
        f'<details class="data"><summary>{labels["table"]}</summary>{_table(chart, labels)}</details>'
        f'<a href="{prefix}assets/charts/{chart.id}.csv">CSV</a><a href="{prefix}assets/charts/{chart.id}.svg">SVG</a>'
    )
    described = _drawings(chart).replace(
        '<svg class="chart"', f'<svg class="chart" aria-describedby="about-{chart.id}"'
    )
    parts = (
        f'<figure class="chart-fig" id="chart-{chart.id}" data-search-exclude><figcaption>{head}</figcaption>',
        f'<ul class="keys">{keys}</ul>' if keys else "",
        f'<div class="chart-box">{described}</div>{chart.after}<div class="chart-foot">{foot}</div></figure>',
    )
    return "".join(parts).replace("\n", " ").replace(ROOT, prefix)


def files(chart: Chart) -> Iterable[Output]:
    """The drawing and its numbers, to take away."""
    looks = {**palette("light"), **FONTS}  # as on a light page
    alone = re.sub(r"var\(--([\w-]+)\)", lambda match: looks[match[1]], chart.drawings[0])
    alone = re.sub(r"</?a\b[^>]*>", "", alone).replace('font-family="inherit"', 'font-family="sans-serif"')
    yield Output(f"assets/charts/{chart.id}.svg", f"{alone}\n".encode())
    lines = [",".join(_cell(one) for one in row) for row in (chart.columns, *chart.rows)]
    yield Output(f"assets/charts/{chart.id}.csv", ("\n".join(lines) + "\n").encode())


def swatch(shape: str, colour: str) -> str:
    """A small mark for a key: a line, a dot or a triangle."""
    shapes = {
        "line": f'<path d="M0 5h18" stroke="var({colour})" stroke-width="2.5"/>',
        "area": f'<path d="M0 2h18v8H0z" fill="var({colour})"/>',
        "dot": f'<circle cx="9" cy="5" r="4" fill="var({colour})"/>',
        "triangle": f'<path d="M9 0l5 9H4z" fill="var({colour})"/>',
        "diamond": f'<path d="M9 0l5 5-5 5-5-5z" fill="var({colour})"/>',
        "square": f'<path d="M5 1h8v8H5z" fill="var({colour})"/>',
        "hollow": f'<path d="M9 1l4 8H5z" fill="none" stroke="var({colour})"/>',
        "ring": f'<circle cx="9" cy="5" r="4" fill="none" stroke="var({colour})" stroke-dasharray="2 2"/>',
    }
    return f'<svg width="18" height="10" viewBox="0 0 18 10" aria-hidden="true">{shapes[shape]}</svg>'


def _own_ids(svg: str) -> str:
    """Vega counts its clips from one drawing to the next; here they are named by what is drawn, unlike any other's."""
    order = {name: str(index) for index, name in enumerate(dict.fromkeys(re.findall(r'id="clip(\d+)"', svg)))}
    counted = re.sub(r"(?<=[\"#]clip)\d+(?=[\")])", lambda match: order.get(match[0], match[0]), svg)
    own = hashlib.sha256(counted.encode()).hexdigest()[:8]
    return re.sub(r"(?<=[\"#]clip)(\d+)(?=[\")])", rf"-{own}-\1", counted)


def _drawings(chart: Chart) -> str:
    if len(chart.drawings) == 1:
        return f'<div class="chart-one">{chart.drawings[0]}</div>'
    wide, narrow = chart.drawings
    return f'<div class="chart-wide">{wide}</div><div class="chart-narrow">{narrow}</div>'


def _table(chart: Chart, labels: Mapping[str, Any]) -> str:
    head = "".join(f'<th scope="col">{attribute(one)}</th>' for one in chart.columns)
    rows = "".join(f"<tr>{''.join(f'<td>{attribute(one)}</td>' for one in row)}</tr>" for row in chart.rows)
    label = attribute(labels["table_of"].format(title=chart.title))
    body = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return f'<div class="scroll" tabindex="0" role="region" aria-label="{label}">{body}</div>'


def _cell(text: str) -> str:
    quoted = text.replace('"', '""')
    return f'"{quoted}"' if re.search(r'[",\n]', text) else text
