"""The record as Markdown pages, one output each."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.filters.pen import Pen
from generator.graph import Graph
from generator.models.values import PartialDate
from generator.outputs import Output
from generator.pages.lists import lists
from generator.pages.profiles import profiles
from generator.pages.questions import home, questions
from generator.pages.sheet import Desk, Head
from generator.pages.shelves import shelves
from generator.pages.time import changed, editions


def render(
    graph: Graph,
    words: Mapping[str, Any],
    drawings: Mapping[str, str],
    downloads: Iterable[tuple[str, int]] = (),
    days: Iterable[PartialDate] = (),
    banner: str = "",
) -> Iterator[Output]:
    """Every page of the site. *drawings* are HTML by name, *downloads* paths with sizes; *banner* is above every page.

    *days* are those, beside the ones that the site's file names, for which to show the record as it was known.
    """
    desk = Desk(Pen(graph, "index.md", words), drawings, banner)
    yield home(desk)
    yield from questions(desk)
    yield from shelves(desk)
    yield from profiles(desk)
    yield from lists(desk)
    head = Head(words["pages"]["data"], words["describe"]["data"])
    yield desk.sheet("data/index.md", "data", head, downloads=list(downloads))
    yield from editions(desk, [*graph.site.known_dates, *days])
    yield changed(desk)
