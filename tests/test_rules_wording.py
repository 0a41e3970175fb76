"""How words are held against their excerpts."""

from decimal import Decimal

import pytest

from explainer.record.matching import holds_number, holds_words, missing_part, parts_of
from explainer.rules.wording import length_of, nearest_passage


def test_a_dash_parts_words_and_a_hyphen_joins_them() -> None:
    assert length_of("well-made bread—white/brown | 46") == 5


def test_omissions_and_insertions_part_a_quotation() -> None:
    assert parts_of("The bread [of ours] is dear […] and stale") == ["The bread", "is dear", "and stale"]


@pytest.mark.parametrize(
    ("quotation", "excerpt", "missing"),
    [
        ("a lawful order", "“a lawful order”, he said", ""),
        ("a lawful order", "an unlawful order", "a lawful order"),
        ("lawful order", "an unlawful order", "lawful order"),
        ("the baker’s bread", "the baker's  bread", ""),
        ("[T]he bread is dear", "and the bread is dear", ""),
        ("the bre", "the bread", "the bre"),
        ("[all of it]", "the bread", "[all of it]"),
        ("…", "the bread", "…"),
    ],
)
def test_a_quotation_stands_word_for_word(quotation: str, excerpt: str, missing: str) -> None:
    assert missing_part(quotation, [excerpt]) == missing


@pytest.mark.parametrize(
    ("excerpts", "held"),
    [
        (["the bread is dear", "and very stale"], True),  # each part in one of them
        (["the bread is dear"], False),
        (["the bread is very dear and stale"], False),
    ],
)
def test_words_are_held_where_each_part_of_them_is(excerpts: list[str], held: bool) -> None:  # noqa: FBT001
    assert holds_words(excerpts, "the bread is dear […] stale") == held


@pytest.mark.parametrize(
    ("excerpt", "number", "held"),
    [
        ("18.400 loaves", "18400", True),
        ("eighty-three loaves", "83", True),
        ("8 or 3 loaves", "83", False),
        ("the second loaf", "2", False),  # it numbers loaves, and counts none
        ("no loaves", "0", True),
    ],
)
def test_a_number_is_held_by_its_worth(excerpt: str, number: str, held: bool) -> None:  # noqa: FBT001
    assert holds_number(excerpt, "en", Decimal(number)) == held


def test_the_nearest_passage_marks_the_words_that_differ() -> None:
    excerpt = "She said that the bread was much too dear for us"

    assert nearest_passage("the bread was far too dear", [excerpt]) == "the bread was **much** too dear"
