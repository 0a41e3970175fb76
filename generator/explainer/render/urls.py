"""Where each record stands on the site. An address is fixed for ever once published."""

import posixpath

from explainer.record.graph import Graph, split
from explainer.record.models import Correction, Event, Fact, Quote, Record, Source

FIXED = {"terms": "glossary/index.md", "corrections": "corrections/index.md"}
PAGES_OF_THEIR_OWN = ("background", "figures", "disputes", "actors")
UNDATED = "undated"
UNPLACED = "other"


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


def name_of(record: Record) -> str:
    """What a link to the record says."""
    for field in ("title", "name", "term", "question", "label"):
        if isinstance(found := getattr(record, field, None), str):
            return found
    if isinstance(record, Quote):
        return opening(english(record))
    if isinstance(record, Source):
        return record.publisher
    return opening(record.was) if isinstance(record, Correction) else record.id


def says(record: Record) -> str:
    """What a record states, for its words to be found in an excerpt."""
    if isinstance(record, Fact):
        return record.statement
    if isinstance(record, Quote):
        return " ".join([record.text, *(one.text for one in record.translations.values())])
    counts = getattr(record, "counts", {})
    numbers = [str(one.value) for several in counts.values() for one in several if one.value is not None]
    return " ".join([name_of(record), *numbers])


def english(quote: Quote, language: str = "en") -> str:
    """The words in the reader's language where there is a translation, else as they were said."""
    translated = quote.translations.get(language)
    return translated.text if translated and quote.language != language else quote.text


def opening(text: str, most: int = 8) -> str:
    """The first words of a text."""
    words = text.split()
    return " ".join(words[:most]).rstrip(",;:.") + (" …" if len(words) > most else "")
