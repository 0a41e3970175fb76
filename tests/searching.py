"""The search of a site as a reader uses it."""

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page

FIRST = 3
WAYS = ["Questions", "The map", "What changed", "What we do not know", "A to Z"]
ANSWERED = "(typed) => document.querySelector('[data-search-results]').dataset.searchResults === typed"


@contextlib.contextmanager
def opened(browser: Browser, address: str) -> Iterator[Page]:
    """Open a page with its search open."""
    with browser.new_context(base_url=address, locale="en-GB") as context:
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.goto("")
        page.keyboard.press("/")
        yield page


def ask(page: Page, typed: str) -> list[str]:
    """Type anew; give where the results lead, best first, from the site's root."""
    page.get_by_role("textbox", name="Search").fill(typed)
    page.wait_for_function(ANSWERED, arg=typed)
    links = page.locator("[data-search-results] a")
    return [str(link.get_attribute("href")).removeprefix("/explainer/") for link in links.all()]


def said(page: Page) -> str:
    """What the dialog says of what was found."""
    return page.locator("dialog [role=status]").inner_text()


def urls_of(site: Path) -> list[str]:
    """Give where each entry of the index leads, from the site's root."""
    entries = [path.read_text(encoding="utf-8") for path in (site / "search" / "entries").glob("*.json")]
    return [re.findall(r'"url":"([^"]*)"', entry)[0] for entry in entries]


def lost(site: Path, urls: list[str]) -> list[str]:
    """Give those of some addresses whose anchor no page has."""
    pages = {path: path.read_text(encoding="utf-8") for path in site.rglob("index.html")}
    parted = [(url, *url.split("#", 1)) for url in urls if "#" in url]
    return [url for url, page, anchor in parted if f'id="{anchor}"' not in pages[site / page / "index.html"]]
