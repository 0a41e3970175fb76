"""Where each record stands on the site. An address is fixed for ever once published."""

import posixpath

from explainer.record.graph import Graph, split
from explainer.record.models import Event, Fact, Quote, Record, Source

FIXED = {"terms": "glossary/index.md", "corrections": "corrections/index.md", "absences": "unknowns.md"}
PAGES_OF_THEIR_OWN = ("background", "figures", "disputes", "actors")
UNDATED = "undated"
UNPLACED = "other"
# stands in a drawing for the way to the site's root; Vega would resolve a relative link against an address of its own
ROOT = "https://root.invalid/"


def page_of(graph: Graph, record: Record) -> str:
    """The Markdown file that the record stands on, from the root of `site_src/`."""
    kind = graph.kinds[record.id]
    if kind in PAGES_OF_THEIR_OWN:
        return f"{kind}/{record.id}.md"
    return FIXED.get(kind) or f"{FOLDERS[kind]}/{shelf(record)}.md"


FOLDERS = {"facts": "facts", "quotes": "quotes", "events": "timeline", "sources": "sources"}


def shelf(record: Record) -> str:
    """The shared page among those of its kind: a question, a speaker, a month, a year."""
    if isinstance(record, Fact):
        return record.background[0] if record.background else UNPLACED
    if isinstance(record, Quote):
        return record.speaker
    if isinstance(record, Event):
        return f"{record.date.year:04}-{record.date.month:02}" if record.date.month else f"{record.date.year:04}"
    if isinstance(record, Source):
        return f"{dated.year:04}" if (dated := record.published or record.published_by) else UNDATED
    raise TypeError(type(record))


def address(graph: Graph, target: str) -> str:
    """The file and anchor of a record, or of the record that a part belongs to: `timeline/2025-09.md#x`."""
    record = graph.record(split(target)[0])
    page = page_of(graph, record)
    return page if graph.kinds[record.id] in PAGES_OF_THEIR_OWN else f"{page}#{record.id}"


def relative(here: str, there: str) -> str:
    """The way from one Markdown file to another, as Markdown links have it."""
    page, anchor = there.partition("#")[::2]
    if page == here and anchor:
        return f"#{anchor}"
    way = posixpath.relpath(page, posixpath.dirname(here) or ".")
    return f"{way}#{anchor}" if anchor else way


def site_address(there: str) -> str:
    """A Markdown file and anchor as the built site has it: `timeline/2025-09/#x`."""
    page, anchor = there.partition("#")[::2]
    stem = page.removesuffix(".md")
    stem = stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else f"{stem}/"
    return f"{stem}#{anchor}" if anchor else stem


def href(here: str, there: str) -> str:
    """The way from one built page to another, as raw HTML has it; both are named by their Markdown files."""
    page, anchor = site_address(there).partition("#")[::2]
    way = posixpath.relpath(page or ".", site_address(here) or ".")
    folder = "./" if way == "." else f"{way}/"
    return f"{folder}#{anchor}" if anchor else folder
