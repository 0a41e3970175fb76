"""`make screenshots`: each type of page at three widths, light and dark; and those that the README shows."""

import sys
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, ViewportSize

from tests.audit import pages
from tests.serving import ROOT, published, served, started

WIDTHS = (390, 820, 1440)
HEIGHT = 900
FOLDER = ROOT / ".cache" / "screenshots"
README = ROOT / ".github" / "screenshots"
SHOWN = {
    "home": ("", 1440, "light"),
    "question": ("background/is-it-legal/", 1440, "light"),
    "dispute": ("disputes/how-many-laboratories/", 1440, "dark"),
    "phone": ("", 390, "light"),
}


def main() -> None:
    """Take them all."""
    site = published(ROOT / "content", ROOT / ".cache" / "published")
    README.mkdir(parents=True, exist_ok=True)
    with served(site) as address, started() as browser:
        for name, (path, width, scheme) in SHOWN.items():
            _take(browser, f"{address}{path}", README / f"{name}.png", (width, scheme), whole=False)
        for path in pages(site) if "--all" in sys.argv else ():
            for width in WIDTHS:
                for scheme in ("light", "dark"):
                    name = f"{path.strip('/').replace('/', '-') or 'home'}-{width}-{scheme}.png"
                    _take(browser, f"{address}{path}", FOLDER / name, (width, scheme), whole=True)
    sys.stdout.write(f"Screenshots are in {README.relative_to(ROOT)}/ and {FOLDER.relative_to(ROOT)}/.\n")


def _take(browser: Browser, url: str, file: Path, look: tuple[int, str], *, whole: bool) -> None:
    width, scheme = look
    view = ViewportSize(width=width, height=HEIGHT)
    chosen: Literal["light", "dark"] = "dark" if scheme == "dark" else "light"
    context = browser.new_context(viewport=view, color_scheme=chosen)
    page = context.new_page()
    page.goto(url)
    page.reload()  # with the fonts that the first visit fetched
    page.wait_for_load_state("networkidle")
    file.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=str(file), full_page=whole)
    context.close()


if __name__ == "__main__":
    main()
