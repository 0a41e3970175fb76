"""Our own addition, beside what others publish."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from explainer.analysis import OwnSum, analyse
from explainer.record.models import Event
from explainer.record.site_config import Sum
from tests.small import TODAY, analysed, small

NIGHTS = analysed().sums[0]


def _summed(event: Event, *counts: str) -> OwnSum:
    """Give what the small record with another event adds up to, by the counts that are named."""
    declared = Sum(figure="horn-nights", counts=counts, type="fog")
    site = small().site.model_copy(update={"sums": (declared,)})
    graph = replace(small(), site=site, events={**small().events, event.id: event})
    return analyse(graph, TODAY).sums[0]


def test_only_confirmed_events_of_the_type_are_counted_in_the_order_of_their_dates() -> None:
    assert [event.id for event in NIGHTS.events] == ["fog-1", "fog-2-3", "fog-4"]


def test_the_sum_runs_from_day_to_day_a_partial_date_counting_from_its_end() -> None:
    assert NIGHTS.running == ((date(2025, 2, 3), 1), (date(2025, 2, 11), 3), (date(2025, 3, 31), 5))
    assert (NIGHTS.total, NIGHTS.by_count) == (5, {"nights": 5})


@pytest.mark.parametrize(
    ("day", "total"),
    [
        ((2025, 2, 2), 0),
        ((2025, 2, 3), 1),
        ((2025, 2, 28), 3),
        ((2025, 3, 30), 3),
        ((2025, 3, 31), 5),
        ((2040, 1, 1), 5),
    ],
)
def test_a_total_is_that_of_all_events_up_to_the_day(day: tuple[int, int, int], total: int) -> None:
    assert NIGHTS.total_by(date(*day)) == total


@pytest.mark.parametrize(
    ("number", "counts", "added", "size"),
    [
        ("1", {"nights": "3"}, ["nights"], 3),
        ("1", {"nights": {"min": 2, "max": 9}}, ["nights"], 2),  # of a range the least
        ("1", {"nights": {"max": 9}}, ["nights"], 0),
        ("1", {"nights": [{"from": "2025-01", "value": 1}, {"from": "2025-02", "value": 4}]}, ["nights"], 4),
        ("1", {}, ["nights"], 0),
        ("1", {"nights": "3", "blasts": {"min": 20, "max": 30}}, ["blasts", "nights"], 23),
        (None, {}, [], 1),
        ("7", {"nights": "3"}, [], 1),
        ("11-13", {"nights": "9"}, [], 3),
    ],
)
def test_an_event_adds_its_counts_or_itself(
    number: str | None, counts: dict[str, object], added: list[str], size: int
) -> None:
    event = Event.model_validate(
        {"id": "fog-9", "title": "Fog", "date": "2025", "type": "fog", "number": number, "counts": counts}
        | {"evidence": small().events["fog-1"].evidence}
    )

    assert _summed(event, *added).sizes["fog-9"] == size


def test_areas_come_with_their_sums_and_events_most_first() -> None:
    assert NIGHTS.by_area == (("harbour-mouth", 3, 2), ("outer-bay", 2, 2))


def test_every_published_value_stands_beside_our_sum_with_the_reason_of_its_own_or_its_counter() -> None:
    """And beside our sum as our list was known on the day on which the value was published."""
    rows = [
        (str(row.observation.as_of), row.ours, row.difference, row.reason, row.as_known) for row in NIGHTS.comparisons
    ]

    assert rows == [
        ("2025-02", 3, Decimal(-1), "The Trust left out the night that it was itself asleep.", 3),
        ("2025-04-20", 5, Decimal(0), None, 4),  # of a count that moved, the value of then
        ("2025-04-20", 5, Decimal(-1), "The Trust leaves out a night for which it has no entry.", 5),
        ("2025-04-30", 5, Decimal(4), "It is a boast.", 5),
    ]
