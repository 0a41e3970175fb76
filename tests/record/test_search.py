"""What a reader types finds the right entry of the published record among the first three results, and says so."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.searching import FIRST, ask, lost, opened, said, urls_of
from tests.serving import TEXTS

LEAST = 48
FIGURE, STRIKES, PETRO = (
    r"^figures/people-killed/",
    r"^figures/(strikes-so-far|vessels-struck)/",
    r"^actors/gustavo-petro/",
)
# what is typed, and the address of an entry that answers it
QUERIES = {
    "how many people killed": FIGURE,
    "number of dead": FIGURE,
    "death toll": FIGURE,
    "how many died": FIGURE,
    "muertos": FIGURE,
    "who was killed": r"^background/who-has-been-killed/$",
    "how many boats": STRIKES,
    "how many strikes": STRIKES,
    "kill everybody": r"second-strike|washington-post|hegseth",
    "strike 1": r"#strike-01$",
    "strike 12": r"#strike-11-13$",
    "strike 69": r"#strike-69$",
    "2 September 2025": r"#strike-01$",
    "2025-09-02": r"#strike-01$",
    "Petro": r"^actors/gustavo-petro/",
    "Petro jaguar": r"jaguar$",
    "jaguar": r"jaguar$",
    "bogota": r"petro|colombia",
    "Maduro": r"^actors/nicolas-maduro/",
    "Maduro captured": r"#maduro-taken$|3-january-2026",
    "venezuala": r"venezuela",
    "Hegseht": r"^actors/pete-hegseth/",
    "narcotraficantes": r"narco|petro",
    '"subject to attack"': r"subject-to-attack",
    "map": r"map",
    "what changed": r"^changes/",
    "is it true": r"^how-we-know/",
    "what is not known": r"^unknowns/",
    "download": r"^data/",
    "corrections": r"^corrections/",
    "is it legal": r"^background/is-it-legal/$",
    "illegal": r"is-it-legal",
    "war crime": r"war-crime",
    "war powers": r"war-powers",
    "OLC memo": r"olc-opinion|legal-opinion",
    "double tap": r"double-tap",
    "who ordered the second strike": r"who-ordered-the-second-strike|responsib",
    "survivors clinging": r"survivor|double-tap",
    "Bradley": r"^actors/frank-bradley/",
    "who is Hegseth": r"^actors/pete-hegseth/",
    "Carranza": r"^actors/alejandro-carranza/",
    "fisherman": r"carranza|fish|killed|crews",
    "Southern Spear": r"southern-spear",
    "18400": r"laboratories",
    "18,400 laboratories": r"laboratories",
    "84 percent": r"cocaine-share|84-percent|cocaine-seized",
    "cocaine from Colombia": r"cocaine",
    "fentanyl": r"fentanyl",
    "congress vote": r"congress|senate|house",
    "tren de aragua": r"tren-de-aragua",
    "aircraft carrier": r"carrier",
    "extrajudicial killing": r"extrajudicial",
}


@pytest.fixture(scope="module")
def finder(browser: Browser, address: str) -> Iterator[Page]:
    """Open one page with its search open."""
    with opened(browser, address) as page:
        yield page


def test_the_right_entry_is_among_the_first_three(finder: Page) -> None:
    first = {typed: ask(finder, typed)[:FIRST] for typed in QUERIES}

    missed = {typed: urls for typed, urls in first.items() if not any(re.search(QUERIES[typed], url) for url in urls)}
    assert len(QUERIES) - len(missed) >= max(LEAST, len(QUERIES) * LEAST // 50), missed


def test_a_figure_shows_its_number_and_a_quotation_its_words(finder: Page) -> None:
    ask(finder, "how many people killed")
    hit = finder.locator(".hit").first
    expect(hit.locator(".hit-kind")).to_contain_text("Figure")
    expect(hit.locator(".hit-value")).to_have_text(re.compile(r"^\d+$"))

    ask(finder, "Petro jaguar")
    hit = finder.locator(".hit:has(.hit-quote)").first
    expect(hit.locator(".hit-kind")).to_contain_text("Quotation")
    expect(hit.locator(".hit-quote")).to_contain_text(re.compile("jaguar", re.IGNORECASE))


def test_a_word_that_only_the_evidence_has_is_shown_in_it(finder: Page) -> None:
    ask(finder, "narcotraficante")

    assert "narcotraficante" in " ".join(finder.locator(".hit-excerpt mark").all_inner_texts())


def test_a_facet_leaves_what_fits_it(finder: Page) -> None:
    ask(finder, "Petro")
    every = int(re.findall(r"\d+", said(finder))[0])
    box = finder.get_by_role("group", name="Kind").get_by_label("Quotations")

    box.check()

    expect(finder.locator("dialog [role=status]")).not_to_contain_text(f"{every} ")
    assert set(finder.locator(".hit-kind > span:first-child").all_inner_texts()) == {"Quotation"}
    box.uncheck()
    expect(finder.locator("dialog [role=status]")).to_contain_text(f"{every} ")


def test_no_result_shows_what_only_search_reads(finder: Page) -> None:
    """Neither numbers of notes, nor other names, nor what else the index holds."""
    for typed in ("death toll", "is it true", "strike 12"):
        ask(finder, typed)
        shown = " ".join(finder.locator(".hit").all_inner_texts())
        assert re.findall(r"\d+q\b|fact check|fatalities|[a-z][.!?”]\d+\b", shown) == []


def test_more_results_come_when_asked_for_and_the_first_of_them_has_the_focus(finder: Page) -> None:
    before = ask(finder, "Trump")

    finder.locator(".finder-more").click()

    links = finder.locator("[data-search-results] a")
    expect(links).to_have_count(2 * len(before))
    expect(links.nth(len(before))).to_be_focused()


def test_every_result_leads_to_a_place_that_there_is(site: Path) -> None:
    urls = urls_of(site)

    assert (lost(site, urls), len(urls) > 900) == ([], True)


def test_the_first_result_costs_at_most_200_kilobytes(browser: Browser, address: str, site: Path) -> None:
    fetched: list[str] = []
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(address)
        context.on("request", lambda request: fetched.append(request.url))
        page.keyboard.press("/")
        page.keyboard.type("how many people were killed")
        page.locator("[data-search-results] a").first.wait_for()

    files = {site / url.removeprefix(address).partition("?")[0] for url in fetched}
    sizes = {
        path: len(gzip.compress(path.read_bytes()) if path.suffix in TEXTS else path.read_bytes()) for path in files
    }
    assert {"dialog.js", "pagefind-worker.js", "wasm.en.pagefind"} <= {path.name for path in files}
    assert sum(sizes.values()) <= 200_000, sizes


def test_going_back_brings_back_what_was_searched(page: Page) -> None:
    page.goto("figures/")
    page.keyboard.press("/")
    page.keyboard.type("Petro jaguar")
    page.locator("[data-search-results='Petro jaguar'] a").first.click()
    expect(page).not_to_have_url(re.compile("/figures/$"))

    page.go_back()

    expect(page.get_by_role("textbox", name="Search")).to_have_value("Petro jaguar")
    expect(page.locator("[data-search-results] a").first).to_be_visible()
