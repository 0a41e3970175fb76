"""The published record in a browser: what depends on how long and how wide a record is."""

import pytest

from tests.test_axe import test_pages_are_accessible
from tests.test_everyone import (
    PLACES,
    Where,
    ask,
    path,
    test_every_page_and_every_quotation_names_its_language,
    test_no_page_is_wider_than_320_pixels,
    test_tab_goes_down_the_page_leaves_nothing_out_and_shows_where_it_is,
    test_text_twice_as_large_is_whole,
    test_words_in_another_language_carry_it_wherever_they_stand,
    where,
)

__all__ = [
    "ask",
    "path",
    "test_every_page_and_every_quotation_names_its_language",
    "test_no_page_is_wider_than_320_pixels",
    "test_pages_are_accessible",
    "test_tab_goes_down_the_page_leaves_nothing_out_and_shows_where_it_is",
    "test_text_twice_as_large_is_whole",
    "test_words_in_another_language_carry_it_wherever_they_stand",
    "where",
]


@pytest.fixture
def audited(where: Where) -> list[str]:
    """Name the pages where readers spend their time; `make audit` takes one of each type."""
    return [where(place) for place in PLACES]
