"""Our own addition, beside what others publish."""

from datetime import date
from decimal import Decimal

import pytest

from explainer.analysis.sums import by_area, compare, counted_in, running_sum, size_of, total_by
from explainer.record.models import Event
from explainer.record.site_config import Sum
from tests.small import evidence, small

NIGHTS = small().site.sums[0]
BLASTS = Sum(figure="horn-nights", counts=("blasts", "nights"), type="fog")
EVENTS = Sum(figure="horn-nights", type="fog")


def test_only_confirmed_events_of_the_type_are_counted_in_the_order_of_their_dates() -> None:
    assert [one.id for one in counted_in(small(), NIGHTS)] == ["fog-1", "fog-2-3", "fog-4"]


def test_the_sum_runs_from_day_to_day_a_partial_date_counting_from_its_end() -> None:
    assert running_sum(small(), NIGHTS) == ((date(2025, 2, 3), 1), (date(2025, 2, 11), 3), (date(2025, 3, 31), 5))


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
    assert total_by(small(), NIGHTS, date(*day)) == total


@pytest.mark.parametrize(
    ("number", "counts", "added", "size"),
    [
        ("1", {"nights": "3"}, NIGHTS, 3),
        ("1", {"nights": {"min": 2, "max": 9}}, NIGHTS, 2),  # of a range the least
        ("1", {"nights": {"max": 9}}, NIGHTS, 0),
        ("1", {"nights": [{"from": "2025-01", "value": 1}, {"from": "2025-02", "value": 4}]}, NIGHTS, 4),
        ("1", {}, NIGHTS, 0),
        ("1", {"nights": "3", "blasts": {"min": 20, "max": 30}}, BLASTS, 23),
        (None, {}, EVENTS, 1),
        ("7", {"nights": "3"}, EVENTS, 1),
        ("11-13", {"nights": "9"}, EVENTS, 3),
    ],
)
def test_an_event_adds_its_counts_or_itself(
    number: str | None, counts: dict[str, object], added: Sum, size: int
) -> None:
    event = Event.model_validate(
        {"id": "fog-9", "title": "Fog", "date": "2025", "type": "fog", "number": number, "counts": counts}
        | {"evidence": evidence("log-2025")}
    )

    assert size_of(event, added) == size


def test_areas_come_with_their_sums_and_events_most_first() -> None:
    assert by_area(small(), NIGHTS) == [("harbour-mouth", 3, 2), ("outer-bay", 2, 2)]


def test_every_published_value_stands_beside_our_sum_with_the_reason_of_its_own_or_its_counter() -> None:
    found = [(str(one.observation.as_of), one.ours, one.difference, one.reason) for one in compare(small(), NIGHTS)]

    assert found == [
        ("2025-02", 3, Decimal(-1), "The Trust left out the night that it was itself asleep."),
        ("2025-04-20", 5, Decimal(0), None),
        ("2025-04-20", 5, Decimal(-1), "The Trust leaves out a night for which it has no entry."),
        ("2025-04-30", 5, Decimal(4), "It is a boast."),
    ]
