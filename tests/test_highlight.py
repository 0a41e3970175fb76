"""The words of an excerpt that support a statement are marked: its numbers, and its longer words by their beginning."""

import pytest

from explainer.render.highlight import highlighted


@pytest.mark.parametrize(
    ("excerpt", "statement", "marked_up"),
    [
        ("some 40 blasts in the night", "The horn sounded 40 times", "some <mark>40</mark> blasts in the night"),
        ("it fell silent at dawn", "The horn fell silent at dawn", "it <mark>fell silent at dawn</mark>"),
        ("it fell silent", "It fell", "it fell silent"),
        ("the keepers were blamed at night", "He blames the keeper", "the <mark>keepers were blamed</mark> at night"),
        ("1.400 voices", "1,400 people", "<mark>1.400</mark> voices"),
        ("*no* horn", "no horn", "\\*no\\* horn"),
    ],
)
def test_an_excerpts_words_are_marked_that_the_statement_shares(excerpt: str, statement: str, marked_up: str) -> None:
    assert highlighted(excerpt, statement) == marked_up
