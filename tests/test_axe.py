"""No page type has a fault that axe can see, with everything unfolded, in light and dark, narrow and wide."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

PAGES = (
    "",
    "background/is-it-legal/",
    "facts/is-it-legal/",
    "quotes/gustavo-petro/",
    "timeline/",
    "figures/people-killed/",
    "disputes/how-many-laboratories/",
    "actors/gustavo-petro/",
    "glossary/",
)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1280)])
def test_pages_are_accessible(browser: Browser, address: str, scheme: str, width: int) -> None:
    faults: list[str] = []
    with browser.new_context(
        color_scheme="dark" if scheme == "dark" else "light",
        viewport={"width": width, "height": 900},
        bypass_csp=True,  # axe is brought into the page as a script
        reduced_motion="reduce",
    ) as context:
        page = context.new_page()
        for path in PAGES:
            page.goto(address + path)
            page.evaluate("document.querySelectorAll('details').forEach((one) => { one.name = ''; one.open = true; })")
            found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
            faults += [f"{path}: {one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]

    assert faults == []
