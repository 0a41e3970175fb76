"""Problems as an editor, a program and a pull request are shown them."""

import json

import pytest

from explainer.record.problems import MAX_SHOWN, Place, Problem, Severity, fewer, format_problems, short

WELL = Problem(
    Place("content/facts/well.yaml", 5, 13),
    "unknown-id",
    "there is no source `survy-2025`",
    "did you mean `survey-2025`?",
)
TWO_LINES = Problem(
    Place("content/facts/a,b:c.yaml", 2, 1), "missing-field", "`depth` is 100% missing", "write\ndepth: 9"
)
DUE = Problem(Place("content/terms/well.yaml"), "review-is-due", "it is due for a second look", "", Severity.WARNING)


def test_text_gives_the_place_that_an_editor_can_click_then_what_to_type() -> None:
    assert format_problems([WELL, TWO_LINES, DUE], "text") == (
        "content/facts/well.yaml:5:13: error: there is no source `survy-2025` [unknown-id]\n"
        "    hint: did you mean `survey-2025`?\n"
        "content/facts/a,b:c.yaml:2:1: error: `depth` is 100% missing [missing-field]\n"
        "    hint: write\n"
        "          depth: 9\n"
        "content/terms/well.yaml:1:1: warning: it is due for a second look [review-is-due]"
    )


def test_colour_marks_place_and_severity_and_nothing_else() -> None:
    assert format_problems([WELL, DUE], "text", colour=True) == (
        "\x1b[1mcontent/facts/well.yaml:5:13\x1b[0m: \x1b[31merror\x1b[0m: "
        "there is no source `survy-2025` [unknown-id]\n"
        "    hint: did you mean `survey-2025`?\n"
        "\x1b[1mcontent/terms/well.yaml:1:1\x1b[0m: \x1b[33mwarning\x1b[0m: it is due for a second look [review-is-due]"
    )


def test_github_lands_on_the_line_with_its_signs_escaped() -> None:
    assert format_problems([WELL, TWO_LINES, DUE], "github") == (
        "::error file=content/facts/well.yaml,line=5,col=13,title=unknown-id::"
        "there is no source `survy-2025`%0Ahint: did you mean `survey-2025`?\n"
        "::error file=content/facts/a%2Cb%3Ac.yaml,line=2,col=1,title=missing-field::"
        "`depth` is 100%25 missing%0Ahint: write%0Adepth: 9\n"
        "::warning file=content/terms/well.yaml,line=1,col=1,title=review-is-due::it is due for a second look"
    )


def test_json_holds_every_part_by_name() -> None:
    assert json.loads(format_problems([DUE], "json")) == [
        {
            "file": "content/terms/well.yaml",
            "line": 1,
            "column": 1,
            "severity": "warning",
            "code": "review-is-due",
            "message": "it is due for a second look",
            "hint": "",
        }
    ]


@pytest.mark.parametrize(("style", "shown"), [("text", ""), ("github", ""), ("json", "[]")])
def test_no_problem_shows_nothing(style: str, shown: str) -> None:
    assert format_problems([], style) == shown  # type: ignore[arg-type]  # pytest hands over plain strings


def test_problems_sort_by_file_then_line_then_column_as_numbers() -> None:
    places = [Place("b", 1, 1), Place("a", 10, 1), Place("a", 9, 10), Place("a", 9, 9)]
    problems = [Problem(place, "code", "message") for place in places]

    assert [str(one.place) for one in sorted(problems)] == ["a:9:9", "a:9:10", "a:10:1", "b:1:1"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Brunnentiefe: 9 m", "Brunnentiefe: 9 m"),
        ("two\nlines\x1b[31m", "two\\nlines\\x1b[31m"),
        ("turned \u202e round", "turned \\u202e round"),
        ("a" * MAX_SHOWN, "a" * MAX_SHOWN),
        ("a" * (MAX_SHOWN + 1), "a" * MAX_SHOWN + "…"),
    ],
)
def test_a_value_is_shown_in_one_line_that_cannot_deceive(text: str, shown: str) -> None:
    assert short(text) == shown


def test_of_one_file_at_most_fifty_problems_are_listed_then_counted() -> None:
    some = [Problem(Place("a.yaml", line), "tag", "a tag") for line in range(1, 1_053)]
    other = Problem(Place("b.yaml"), "tag", "a tag")

    told = fewer([*reversed(some), other])

    assert told[:50] + told[-1:] == [*some[:50], other]
    assert format_problems(told[50:-1], "text") == (
        "a.yaml:51:1: error: 1,002 more problems in this file are not listed [more-problems]\n"
        "    hint: mend those above; they often have one cause"
    )
