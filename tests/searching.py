"""The search of a site as a reader uses it."""

import contextlib
from collections.abc import Iterator

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
