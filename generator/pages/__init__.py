"""The record as Markdown pages, one output each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.evidence import reaches
from generator.filters.pen import Pen
from generator.graph import Graph
from generator.models.values import PartialDate
from generator.outputs import Output
from generator.pages.lists import data, lists, moved
from generator.pages.profiles import profiles
from generator.pages.questions import home, questions
from generator.pages.sheet import Desk
from generator.pages.shelves import shelves
from generator.pages.time import adds_up, changed, editions

STALE_DAYS = 60


@dataclass(frozen=True)
class Edition:
    """What a build knows beside the record: today, the downloads with their sizes.

    *days* are those, beside the ones that the site's file names, for which to show the record as it was known.
    """

    today: date
    downloads: Sequence[tuple[str, int]] = ()
    days: tuple[PartialDate, ...] = ()
    preview: bool = False


def render(graph: Graph, words: Mapping[str, Any], drawings: Mapping[str, str], edition: Edition) -> Iterator[Output]:
    """Every page of the site; *drawings* are HTML by name."""
    pen = Pen(graph, "index.md", words, due_on=edition.today if edition.preview else None)
    desk = Desk(pen, drawings, _banner(pen, edition))
    yield home(desk)
    yield from questions(desk)
    yield from shelves(desk)
    yield from profiles(desk)
    yield from lists(desk)
    yield data(desk, edition.downloads)
    yield from moved(desk)
    yield from editions(desk, [*graph.site.known_dates, *edition.days])
    yield changed(desk)
    if graph.site.sums:
        yield adds_up(desk)


def _banner(pen: Pen, edition: Edition) -> str:
    """What stands above every page: that it is a preview, or where the record ends if it has grown old."""
    if edition.preview:
        return str(pen.t["preview"]["banner"])
    end = reaches(pen.graph)
    if end is None or (edition.today - end.last).days <= STALE_DAYS:
        return ""
    return str(pen.t["labels"]["ends"]).format(date=pen.date(end))
