"""Search on the small record: what is typed finds its entry, and where it cannot, says so."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.audit import QUERY
from tests.searching import FIRST, WAYS, ask, lost, opened, said, urls_of


@pytest.fixture(scope="module")
def finder(browser: Browser, address: str) -> Iterator[Page]:
    """Open one page with its search open."""
    with opened(browser, address) as page:
        yield page


@pytest.mark.parametrize(
    ("typed", "entry"),
    [
        ("eclats", r"^glossary/.*#feu-a-eclats$"),  # without the accent
        ("fog signal", r"^glossary/.*#foghorn$"),  # another form of the term
        ("foggy night 3", r"^timeline/2025-02/.*#fog-2-3$"),  # one number of several
        ("snoring", r"^quotes/tom-arkle/"),
        ("nine miles", r"^facts/how-loud-was-it/.*#horn-range$"),
        ("Duval", r"^(actors|quotes)/ines-duval/"),
        ("corrections", r"^corrections/"),
    ],
)
def test_the_right_entry_is_among_the_first_three(finder: Page, typed: str, entry: str) -> None:
    assert [url for url in ask(finder, typed)[:FIRST] if re.search(entry, url)] != []


def test_a_slip_of_the_keys_is_mended_and_said_and_may_be_insisted_on(finder: Page) -> None:
    ask(finder, "foghron")
    expect(finder.locator("dialog [role=status]")).to_contain_text("Showing “foghorn”")

    finder.get_by_role("button", name="all the same").click()

    expect(finder.locator("dialog [role=status]")).to_contain_text("Nothing in the record matches “foghron”")
    expect(finder.locator("[data-search-results] a")).to_have_count(0)


def test_words_in_quotation_marks_stand_side_by_side(finder: Page) -> None:
    ask(finder, '"only snoring"')

    hits = finder.locator(".hit").all_inner_texts()
    assert hits != []
    assert [hit for hit in hits if "only snoring" not in hit.lower()] == []


def test_where_nothing_is_found_there_are_ways_on(finder: Page) -> None:
    assert ask(finder, '"purple horn"') == []

    assert said(finder) == 'Nothing in the record matches "purple horn".'
    links = finder.locator("dialog nav a")
    assert [link.inner_text() for link in links.all()] == WAYS
    finder.get_by_role("button", name="without the quotation marks").click()
    expect(finder.locator("dialog [role=status]")).to_contain_text("“purple” stands in nothing here")


def test_a_facet_leaves_what_fits_it(finder: Page) -> None:
    ask(finder, "horn")
    box = finder.get_by_role("group", name="Kind").get_by_label("Quotations")

    box.check()

    expect(finder.locator(".hit-kind > span:first-child").first).to_have_text("Quotation")
    assert set(finder.locator(".hit-kind > span:first-child").all_inner_texts()) == {"Quotation"}
    box.uncheck()
    expect(finder.locator(".hit-kind > span:first-child").first).not_to_have_text("Quotation")


def test_every_result_leads_to_a_place_that_there_is(site: Path) -> None:
    urls = urls_of(site)

    assert (lost(site, urls), len(urls) > 30) == ([], True)


def test_what_is_typed_before_search_is_ready_is_answered_when_it_is(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/*.pf_meta", _late)
        page.goto(address)
        page.keyboard.press("/")
        page.keyboard.type(QUERY)
        expect(page.locator("dialog [role=status]")).to_contain_text("answered when it is here")

        expect(page.locator("[data-search-results] a").first).to_be_visible()


def _late(route: Route) -> None:
    time.sleep(0.3)
    route.continue_()


@pytest.mark.parametrize("kept_out", ["**/pagefind-worker.js", "**/wasm.*", "**/assets/js/search/dialog.js"])
def test_where_search_cannot_run_a_to_z_is_offered(browser: Browser, address: str, kept_out: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.route(kept_out, lambda route: route.abort())
        page.goto(address)
        page.keyboard.press("/")
        page.keyboard.type(QUERY)

        expect(page.locator("dialog [role=status]")).to_contain_text("list from A to Z")
        page.locator("dialog").get_by_role("link", name="A to Z").click()
        expect(page).to_have_url(f"{address}a-z/")
