"""The record as Markdown pages, one output each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from explainer.analysis import Analysis
from explainer.languages import Messages
from explainer.record.values import PartialDate
from explainer.render.charts.chart import Charts
from explainer.render.page import Site
from explainer.render.page_view import PageView
from explainer.render.pages.history import adds_up, changed, editions
from explainer.render.pages.indexes import data, lists, moved
from explainer.render.pages.questions import home, questions
from explainer.render.pages.records import profiles
from explainer.render.pages.shared import shelves
from explainer.render.urls import site_address
from explainer.render.write import Output

STALE_DAYS = 60
IS_SECTION = re.compile(r"[^/]+/")  # what tabs and footer may lead to lies in no folder


@dataclass(frozen=True)
class Edition:
    """What a build knows beside the record: today, the downloads with their sizes, the files of the cards drawn.

    *days* are those, beside the ones that the site's file names, for which to show the record as it was known.
    """

    today: date
    downloads: Sequence[tuple[str, int]] = ()
    cards: frozenset[str] = frozenset()
    days: tuple[PartialDate, ...] = ()
    preview: bool = False


def render(analysis: Analysis, messages: Messages, charts: Charts, edition: Edition) -> Iterator[Output]:
    """Every page of the site, but of no list that would be empty; the front page tells the theme which there are."""
    page = PageView(analysis, "index.md", messages, due_on=edition.today if edition.preview else None)
    site = Site(page, charts, _banner(page, edition), edition.cards)
    pages = list(_inner(site, edition))
    yield home(site, [address for one in pages if IS_SECTION.fullmatch(address := site_address(one.path))])
    yield from pages


def _inner(site: Site, edition: Edition) -> Iterator[Output]:
    """All pages but the first."""
    yield from questions(site)
    yield from shelves(site)
    yield from profiles(site)
    yield from lists(site)
    yield data(site, edition.downloads)
    yield from moved(site)
    yield from editions(site, [*site.page.graph.site.known_dates, *edition.days])
    yield from changed(site)
    if site.page.analysis.sums:
        yield adds_up(site)


def _banner(page: PageView, edition: Edition) -> str:
    """What stands above every page: that it is a preview, or where the record ends if it has grown old."""
    if edition.preview:
        return str(page.messages["preview"]["banner"])
    end = page.analysis.reach
    if end is None or (edition.today - end.last).days <= STALE_DAYS:
        return ""
    labels, sources = page.messages["labels"], page.graph.sources.values()
    later = any(one.reliability and one.published and one.published.first > end.last for one in sources)
    ends = str(labels["ends"]).format(when=page.messages.when(end))
    return f"{ends} {labels['low_is_later']}" if later else ends
