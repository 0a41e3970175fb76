"""The record as it was known on a day: nothing that became known later is on its page."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from explainer.analysis import Analysis, analyse
from explainer.record.graph import Graph
from explainer.record.models import Fact, Source
from explainer.record.parts import Claim, Evidence
from explainer.record.values import PartialDate
from explainer.record.walk import all_evidence
from explainer.render.charts.chart import NO_CHARTS
from explainer.render.escape import attribute, md
from explainer.render.page import Site
from explainer.render.page_view import PageView
from explainer.render.pages.history import editions
from explainer.render.write import Output
from tests.small import WORDS, analysed, day, evidence, linked, small, source

FIRST, LAST = date(2025, 1, 31), date(2025, 5, 10)
STATING = ("facts", "quotes", "events", "figures", "disputes")


def _page(analysis: Analysis, day: date) -> str:
    site = Site(PageView(analysis, "index.md", WORDS), NO_CHARTS)
    pages: dict[str, Output] = {one.path: one for one in editions(site, [PartialDate(day.year, day.month, day.day)])}
    return pages[f"known/{day}.md"].content.decode()


def _moved(source: Source, moved: Mapping[str, date]) -> Source:
    day = moved.get(source.id)
    return source.model_copy(update={"published": PartialDate(day.year, day.month, day.day)}) if day else source


def _dump(graph: Graph) -> str:
    return "\n".join(repr(one) for kind in STATING for one in getattr(graph, kind).values())


def _later(analysis: Analysis, found: Iterable[Evidence], day: date) -> bool:
    return all((first := analysis.provenance[one].public_from) is None or first > day for one in found)


def _since(one: Fact | Claim) -> date:
    """The day before which a statement speaks of what had not come about, or could not be known whole."""
    if one.known_whole:
        return one.known_whole.last
    return one.as_of.first if one.as_of else date.min


def _stated(graph: Graph) -> Iterator[tuple[str, tuple[Evidence, ...], date]]:
    """Give every text that rests on evidence, with that evidence and the day before which it says too much."""
    for fact in graph.facts.values():
        yield from [(text, fact.evidence, _since(fact)) for text in (fact.statement, fact.title)]
    for quote in graph.quotes.values():
        for text in (quote.text, *(one.text for one in quote.translations.values())):
            yield text, quote.evidence, date.min
    for event in graph.events.values():
        yield event.title, event.evidence, date.min
    for dispute in graph.disputes.values():
        yield dispute.question, dispute.positions[1].evidence, date.min
    claims = [one for event in graph.events.values() for one in event.claims]
    for claim in (*claims, *(one for dispute in graph.disputes.values() for one in dispute.positions)):
        yield claim.says, claim.evidence, _since(claim)


def _unknown_texts(analysis: Analysis, day: date) -> list[str]:
    """Give the texts known later alone: one that also stands in something already known is no secret."""
    texts = [*_stated(analysis.graph), *_passages(analysis.graph)]
    secret = [text for text, found, since in texts if since > day or _later(analysis, found, day)]
    public = " ".join(text for text, found, since in texts if since <= day and not _later(analysis, found, day))
    return [text for text in secret if text not in public]


def _passages(graph: Graph) -> Iterator[tuple[str, tuple[Evidence, ...], date]]:
    for record in graph.records():
        for _, one in all_evidence(record):
            yield one.excerpt, (one,), date.min


@pytest.mark.parametrize("day", [FIRST + timedelta(days=past) for past in range((LAST - FIRST).days)], ids=str)
def test_no_text_that_became_known_later_is_on_the_page(day: date) -> None:
    page = _page(analysed(), day)

    assert [text for text in _unknown_texts(analysed(), day) if md(text) in page or attribute(text) in page] == []


@given(st.dates(FIRST, LAST), st.data())
@settings(max_examples=40)
def test_whatever_the_dates_of_the_sources_nothing_later_is_known(day: date, data: st.DataObject) -> None:
    moved = data.draw(st.dictionaries(st.sampled_from(sorted(small().sources)), st.dates(FIRST, LAST)))
    graph = replace(small(), sources={one.id: _moved(one, moved) for one in small().sources.values()})
    analysis = analyse(graph, LAST)

    page, then = _page(analysis, day), _dump(analysis.as_of(day).graph)

    assert [text for text in _unknown_texts(analysis, day) if md(text) in page or text in then] == []


@given(st.dates(FIRST, LAST), st.dates(FIRST, LAST))
@example(FIRST, LAST)
@settings(max_examples=40)
def test_what_was_known_on_a_day_is_known_on_every_later_day(one: date, other: date) -> None:
    earlier, later = sorted((one, other))

    assert analysed().as_of(earlier).graph.kinds.items() <= analysed().as_of(later).graph.kinds.items()


@given(st.dates(FIRST, LAST), st.dates(FIRST, LAST))
@example(FIRST, LAST)
@settings(max_examples=40)
def test_a_view_is_the_same_from_whichever_later_view_it_is_cut(one: date, other: date) -> None:
    earlier, later = sorted((one, other))
    at_once, by_steps = analyse(small(), LAST), analyse(small(), LAST)
    by_steps.as_of(later)

    assert at_once.as_of(earlier) == by_steps.as_of(earlier) == by_steps.as_of(later).as_of(earlier)
    assert analyse(at_once.as_of(earlier).graph, earlier).assessments == at_once.as_of(earlier).assessments


@pytest.mark.parametrize(
    ("record", "first"),
    [
        ("fog-1", "2025-02-20"),  # its `known`, though the log that says so came later
        ("horn-silent", "2025-03-04"),  # the day from which all of it could be known
        ("keeper-asleep", "2025-03-06"),  # the earliest of its evidence
        ("horn-off", "2025-03-01"),
        ("duval-by-hand", "2025-03-09"),
        ("horn-nights", "2025-03-01"),  # its first value
        ("horn-loudness", "2025-04-30"),  # an undated source counts from the latest day it can have appeared
        ("how-many-blasts", "2025-03-06"),  # its second position
        ("foghorn", "2025-03-01"),
        ("blasts-miscounted", None),
        ("harbour-office", None),
    ],
)
def test_a_record_is_known_from_the_earliest_of_its_evidence(record: str, first: str | None) -> None:
    assert analysed().known_from.get(record) == (day(first) if first else None)


def test_what_is_dated_to_a_year_is_known_from_that_year_and_from_no_day_of_it() -> None:
    old = source("almanac", "the-almanac", "2024")
    fact = Fact.model_validate(
        {"id": "deep", "title": "Deep", "statement": "It is deep.", "as_of": "2023", "evidence": evidence("almanac")}
    )
    analysis = analyse(linked(old, fact), LAST)

    assert analysis.known_from["deep"] == day("2024")
    assert [(str(month.month), month.known) for month in analysis.changes] == [("2024", ("deep",))]


def test_on_a_day_only_what_was_public_is_known() -> None:
    then = analysed().as_of(date(2025, 3, 2)).graph

    assert {kind: list(getattr(then, kind)) for kind in STATING} == {
        "facts": ["horn-range"],
        "quotes": [],
        "events": ["fog-1", "fog-2-3", "horn-off"],
        "figures": ["horn-nights"],
        "disputes": [],
    }
    assert (list(then.background), list(then.terms), list(then.corrections)) == ([], [], [])


def test_an_event_has_then_the_evidence_the_counts_and_the_claims_of_then() -> None:
    event = small().events["fog-1"]
    before, after = (analysed().as_of(date(2025, 3, day)).graph.events["fog-1"] for day in (5, 6))

    assert [one.source for one in before.evidence] == ["log-2025", "notice-2025-03-01"]
    assert (before.claims, before.summary, before.date_note) == ((), None, None)
    assert (after.claims, after.summary, after.date_note) == (event.claims, event.summary, event.date_note)


def test_a_count_that_moved_is_as_it_was_then() -> None:
    counts = [analysed().as_of(date(2025, 4, day)).graph.events["fog-4"].counts["nights"] for day in (29, 30)]

    assert [[one.value for one in then] for then in counts] == [[1], [1, 2]]


def test_a_figure_has_the_values_and_a_dispute_the_positions_of_then() -> None:
    then = analysed().as_of(date(2025, 4, 20)).graph

    assert [str(one.value) for one in then.figures["horn-nights"].observations] == ["2", "5"]
    assert [one.note for one in then.figures["horn-nights"].observations] == [None, None]
    assert then.disputes["how-many-blasts"].assessment is None
    assert [one.says for one in then.disputes["how-many-blasts"].positions] == [
        "Between 90 and 110.",
        "None at all on the second night.",
    ]


def test_an_answer_is_there_once_it_was_given() -> None:
    then = [analysed().as_of(date(2025, 3, day)).graph.facts["keeper-asleep"] for day in (8, 9)]

    assert [(one := fact.answer_of("ines-duval")) and one.model_dump(include={"says"}) for fact in then] == [
        None,
        {"says": "Ines Duval says that she was awake and sounded the horn by hand."},
    ]


def test_standings_are_those_of_then() -> None:
    standings = [
        [analysed().as_of(date(2025, 3, day)).standings[name] for name in ("fog-1", "horn-off")] for day in (5, 6)
    ]

    assert standings == [["one-report", "on-record"], ["several-reports", "on-record"]]
