"""No page type has a fault that axe can see, with everything unfolded, in light and dark, narrow and wide."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.audit import pages

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def audited(site: Path) -> list[str]:
    """Name a page of each type."""
    return pages(site)


@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1280)])
def test_pages_are_accessible(browser: Browser, address: str, audited: list[str], scheme: str, width: int) -> None:
    faults: list[str] = []
    with browser.new_context(
        color_scheme="dark" if scheme == "dark" else "light",
        viewport={"width": width, "height": 900},
        bypass_csp=True,  # axe is brought into the page as a script
        reduced_motion="reduce",
    ) as context:
        page = context.new_page()
        for path in audited:
            page.goto(address + path)
            page.evaluate("document.querySelectorAll('details').forEach((one) => { one.name = ''; one.open = true; })")
            found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
            faults += [f"{path}: {one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]

    assert faults == []
