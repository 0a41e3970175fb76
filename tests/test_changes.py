"""What changed by month is worked out from the dates of the evidence and from the corrections."""

import pytest

from explainer.analysis import Basis, Month
from tests.small import analysed

MONTHS = {str(one.month): one for one in analysed().changes}


def test_months_in_which_something_changed_come_newest_first() -> None:
    assert list(MONTHS) == ["2025-05", "2025-04", "2025-03", "2025-02"]


@pytest.mark.parametrize(
    ("month", "known"),
    [
        ("2025-05", ()),
        ("2025-04", ("fog-4", "fog-5", "horn-vote")),
        (
            "2025-03",
            # by the day on which each became known, and on one day by id
            (
                "fog-2-3",
                "horn-off",
                "horn-silent",
                "arkle-only-snoring",
                "how-many-blasts",
                "keeper-asleep",
                "duval-by-hand",
            ),
        ),
        ("2025-02", ("fog-1", "horn-range")),
    ],
)
def test_a_month_tells_what_became_known_in_it(month: str, known: tuple[str, ...]) -> None:
    assert MONTHS[month].known == known


def _moves(month: Month) -> list[tuple[str, str | None, str]]:
    return [
        (
            one.figure,
            f"{one.before.value} by {one.before.as_of}" if one.before else None,
            f"{one.after.value} by {one.after.as_of}",
        )
        for one in month.figure_changes
    ]


def test_a_figure_moves_from_its_current_value_to_the_next_and_never_to_a_low_one() -> None:
    assert {month: found for month, one in MONTHS.items() if (found := _moves(one))} == {
        "2025-03": [("horn-nights", None, "2 by 2025-02")],
        "2025-04": [
            ("horn-loudness", None, "118.5 by 2024-06"),
            ("horn-nights", "2 by 2025-02", "4 by 2025-04-20"),
        ],
    }


def test_a_standing_changes_with_the_origins_that_came() -> None:
    standing_changes = {
        month: [
            (one.record, one.before.basis, one.after.basis, one.came, one.disputes) for one in found.standing_changes
        ]
        for month, found in MONTHS.items()
        if found.standing_changes
    }

    several, gazette = Basis.SEVERAL_REPORTS, "merrow-gazette"
    assert standing_changes == {
        "2025-03": [("fog-1", Basis.ONE_REPORT, several, ("harbour-office", gazette), ())],
        "2025-04": [("horn-range", Basis.ONE_REPORT, several, (gazette,), ())],
    }


def test_a_correction_is_told_in_its_month() -> None:
    assert {month: [fix.id for fix in one.corrections] for month, one in MONTHS.items() if one.corrections} == {
        "2025-05": ["blasts-miscounted"]
    }
