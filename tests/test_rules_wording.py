"""How words are held against their excerpts."""

import pytest
from explainer.record.matching import missing_part, parts_of

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


def test_the_nearest_passage_marks_the_words_that_differ() -> None:
    excerpt = "She said that the bread was much too dear for us"

    assert nearest_passage("the bread was far too dear", [excerpt]) == "the bread was **much** too dear"
