"""What a reader types finds the right entry of the published record among the first three results."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

FIRST = 3


@pytest.fixture(scope="module")
def searched(browser: Browser, address: str) -> Iterator[Page]:
    """Open one page whose search is ready, its index read."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    page.get_by_role("textbox", name="Search").press_sequentially("record")
    expect(page.locator(".md-search-result__meta")).to_contain_text("matching documents", timeout=20_000)
    yield page
    context.close()


@pytest.mark.parametrize(
    ("typed", "entry"),
    [
        ("bogota", r"quotes/gustavo-petro/"),
        ("18400", r"figures/laboratories-destroyed/|#laboratories-without-missiles"),
        ("18,400 laboratories", r"figures/laboratories-destroyed/"),
        ("survivors clinging", r"double-tap-strike/.*#two-survivors-killed|what-the-survivors-were-doing/"),
        ("double tap", r"background/what-is-a-double-tap-strike/"),
        ("Bradley", r"actors/frank-bradley/"),
        ("Carranza", r"actors/alejandro-carranza/"),
        ("jaguar", r"quotes/gustavo-petro/"),
        ("84 percent", r"figures/cocaine-share-from-colombia/"),
        ("war powers", r"glossary/.*#war-powers-resolution"),
        ("OLC memo", r"glossary/.*#olc-opinion"),
        ("Southern Spear", r"background/what-is-operation-southern-spear/"),
        ("strike 12", r"timeline/2025-10/.*#strike-11-13"),
        ("people killed", r"figures/people-killed/"),
        ("death toll", r"glossary/.*#toll"),
        ("Petro", r"quotes/gustavo-petro/"),
    ],
)
def test_search_finds(searched: Page, typed: str, entry: str) -> None:
    box = searched.get_by_role("textbox", name="Search")
    box.fill("")
    box.press("Backspace")
    expect(searched.locator(".md-search-result__meta")).to_have_text("Type to start searching")
    box.fill(typed[:-1])  # the search hears keys alone: it is asked once, for the whole
    box.press(typed[-1])
    expect(searched.locator(".md-search-result__meta")).to_contain_text("matching document")

    assert re.search(entry, "\n".join(_first(searched)))


@pytest.mark.parametrize(("typed", "kind"), [("Bradley", "Actor"), ("jaguar", "Quotation"), ("strike 12", "Event")])
def test_results_say_what_kind_of_record_they_are(searched: Page, typed: str, kind: str) -> None:
    box = searched.get_by_role("textbox", name="Search")
    box.fill("")
    box.press_sequentially(typed)

    expect(searched.locator(f".md-search-result__item a[data-kind={kind}]").first).to_be_visible()


def _first(page: Page) -> list[str]:
    """Give the addresses to which the first results lead."""
    items = page.locator(".md-search-result__item")
    return [
        str(link.get_attribute("href"))
        for index in range(min(FIRST, items.count()))
        for link in items.nth(index).locator(".md-search-result__link").all()
    ]
