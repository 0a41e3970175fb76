"""The small record in tests/site/, about an invented bay, and smaller ones made on the spot."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import markdown

from explainer.analysis import Analysis
from explainer.build import check
from explainer.languages import messages_of
from explainer.record.graph import Graph, Loaded, link
from explainer.record.load import load
from explainer.record.models import KINDS, Party, Record, Source
from explainer.record.parts import Evidence
from explainer.record.problems import format_problems
from explainer.record.site_config import EventType, Side, SiteConfig, SourceKind
from explainer.record.values import PartialDate
from explainer.record.yaml_reader import parse

CONTENT = Path(__file__).parent / "site" / "content"
EXPECTED = Path(__file__).parent / "site" / "expected"
TODAY = date(2025, 5, 10)
WORDS = messages_of("en")
# as in mkdocs.yml
EXTENSIONS = ("attr_list", "md_in_html", "tables", "toc")
LEAST_SITE = """\
title: The pond
question: How deep is it?
short_answer: Nobody knows.
description: A pond.
publisher: The desk
event_types: {ripple: {label: Ripple}}
source_kinds: {letter: {label: Letter}}
"""


@cache
def analysed() -> Analysis:
    """Give what follows from the whole small record, which has no errors."""
    checked = check(CONTENT, TODAY)
    assert checked.analysis is not None, checked.problems
    return checked.analysis


def small() -> Graph:
    """Give the whole small record."""
    return analysed().graph


def linked(*records: Record, site: SiteConfig | None = None) -> Graph:
    """Join records made in a test, all of whose references must lead somewhere; a publisher not among them is made."""
    nowhere, _ = parse("made: in a test", "content/made-in-a-test.yaml")
    assert nowhere is not None
    models: tuple[Record | SiteConfig, ...] = (*records, *_outlets(records), site or plain_site())
    loaded = [Loaded(_kind(one), one, nowhere) for one in models]
    graph, problems = link(loaded)
    assert problems == []
    assert graph is not None
    return graph


def plain_site() -> SiteConfig:
    """Give a site with one event type and one kind of source, and two sides who oppose each other and a third."""
    return SiteConfig(
        title="The pond",
        question="How deep is it?",
        short_answer="Nobody knows.",
        description="A pond.",
        publisher="The desk",
        event_types={"ripple": EventType(label="Ripple")},
        source_kinds={"letter": SourceKind(label="Letter")},
        sides={name: Side(label=name.title(), party=True) for name in ("port", "quay", "hill")},
        opposed=(("port", "quay"),),
    )


def day(text: str) -> PartialDate:
    """Read a date, as much of it as is given."""
    return PartialDate.parse(text)


def source(source_id: str, publisher: str, published: str = "2025-01-01", **more: str) -> Source:
    """Make a source of which only what a test is about is said."""
    values = {"language": "en", "kind": "letter", "read": "full"} | more
    return Source.model_validate({"id": source_id, "publisher": publisher, "published": published, **values})


def party(actor_id: str, kind: str = "government", **more: object) -> Party:
    """Make an actor of which only what a test is about is said."""
    return Party.model_validate({"id": actor_id, "name": actor_id, "kind": kind} | more)


def passage(text: str, excerpt: str = "the pond is deep") -> Evidence:
    """Read evidence in short: `source`, `source:attributed-to`, `source>via`, `source^known`, `source#proves`."""
    fields = {":": "attributed_to", ">": "via", "^": "known", "#": "proves"}
    source_id, *rest = re.split(r"([:>^#])", text)
    more = {fields[mark]: value for mark, value in zip(rest[::2], rest[1::2], strict=True)}
    return Evidence.model_validate({"source": source_id, "excerpt": excerpt} | more)


def evidence(*texts: str, excerpt: str = "the pond is deep") -> tuple[Evidence, ...]:
    """Read several pieces of evidence in short."""
    return tuple(passage(text, excerpt) for text in texts)


def said_of(folder: Path, files: Mapping[str, str]) -> list[str]:
    """Load and join the files under the least site; give what is wrong, line by line, hints left out."""
    for name, text in ({"site.yaml": LEAST_SITE} | dict(files)).items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = load(folder / "content")
    _, dangling = link(found.records)
    return format_problems(sorted([*found.problems, *dangling]), "text").splitlines()


def html_of(text: str) -> Element:
    """Give Markdown as the site builders read it, as a tree of HTML."""
    rendered = markdown.markdown(text, extensions=list(EXTENSIONS))
    tree: Element = html5lib.parseFragment(rendered, namespaceHTMLElements=False)
    return tree


def _outlets(records: Iterable[Record]) -> Iterator[Party]:
    named = {record.publisher: None for record in records if isinstance(record, Source)}
    return (party(actor_id, "media") for actor_id in named if actor_id not in {record.id for record in records})


def _kind(record: Record | SiteConfig) -> str:
    return "site" if isinstance(record, SiteConfig) else next(name for name, of in KINDS.items() if type(record) is of)
