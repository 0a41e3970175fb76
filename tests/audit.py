"""The slow proofs, `make audit`: valid HTML, whole links, axe on every type of page, search at once, Lighthouse."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize
from playwright.sync_api import TimeoutError as NeverCame

from tests.browser import find_browser
from tests.serving import BASE, ROOT, published, served, started

TOOLS = ("vnu-jar@26.9.27", "html-validate@10.17.0", "hyperlink@5.0.4", "lighthouse@12.8.2")
FOLDER = ROOT / ".cache" / "audit"
# the theme gives its palette a field that the checker does not know
KNOWN = ".*Attribute .autocomplete. is only allowed.*"
# preferences of style, not faults; and what Material's own controls are made of
STYLE = (
    "valid-id", "valid-autocomplete", "wcag/h32", "aria-label-misuse",
    "doctype-style", "long-title", "no-trailing-whitespace", "prefer-native-element", "void-style", "no-inline-style",
    "no-implicit-button-type", "attr-quotes", "no-raw-characters", "require-sri", "wcag/h63",
)  # fmt: skip
SIZES = ((1280, 900), (360, 780))
SCHEMES = ("light", "dark")
QUERY = "record"  # which every site of this kind speaks of
LOADS = 100
LEAST = {"accessibility": 1.0, "best-practices": 1.0, "seo": 1.0, "performance": 0.95}


def pages(site: Path) -> list[str]:
    """One page of each type that the site has, as addresses below the base path."""
    own = ["", "a-z/", "how-we-know/", "changes/", "adds-up/", "unknowns/", "data/", "accessibility/", "glossary/"]
    lists = [
        "background",
        "facts",
        "figures",
        "quotes",
        "timeline",
        "disputes",
        "actors",
        "sources",
        "known",
        "corrections",
    ]
    own += [f"{name}/" for name in lists]
    for name in lists[:-1]:
        own += [f"{one.parent.relative_to(site).as_posix()}/" for one in sorted((site / name).glob("*/index.html"))[:1]]
    return [*(one for one in own if (site / one).is_dir()), "404.html"]


def valid(site: Path, _: str) -> Iterator[str]:
    """Faults that the Nu checker finds in any page."""
    jar = FOLDER / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = [
        "java",
        "-Xss4m",
        "-jar",
        str(jar),
        "--errors-only",
        "--skip-non-html",
        "--filterpattern",
        KNOWN,
        str(site),
    ]
    yield from _lines(command)


def validated(site: Path, _: str) -> Iterator[str]:
    """Faults that html-validate finds in one page of each type."""
    config = FOLDER / "html-validate.json"
    config.write_text(json.dumps({"extends": ["html-validate:recommended"], "rules": dict.fromkeys(STYLE, "off")}))
    files = [str(site / one / "index.html" if one.endswith("/") or not one else site / one) for one in pages(site)]
    yield from _lines([_tool("html-validate"), "--config", str(config), "--formatter", "text", *files])


def linked(site: Path, _: str) -> Iterator[str]:
    """Links and fragments within the site that lead nowhere."""
    command = [_tool("hyperlink"), "-ri", "--canonicalroot", f"https://example.org{BASE}", str(site / "index.html")]
    yield from (line for line in _lines(command) if line.startswith("not ok"))


def accessible(site: Path, address: str) -> Iterator[str]:
    """What axe finds on each type of page, in light and dark, wide and narrow, with everything opened."""
    with started() as browser:
        for path in pages(site):
            for size in SIZES:
                for scheme in SCHEMES:
                    yield from _axe(browser, address, path, size, scheme)


def answered(_: Path, address: str) -> Iterator[str]:
    """Loads of a page in which what was typed before search was ready is never answered."""
    with started() as browser:
        for load in range(LOADS):
            with browser.new_context() as context:
                page = context.new_page()
                page.goto(address)
                page.keyboard.press("/")
                page.keyboard.type(QUERY)
                try:
                    page.locator(f"[data-search-results='{QUERY}'] a").first.wait_for()
                except NeverCame:
                    yield f"load {load + 1}: {page.locator('dialog [role=status]').inner_text()}"


def measured(_: Path, address: str) -> Iterator[str]:
    """Scores of Lighthouse, on a phone, that fall short."""
    for path in (
        "",
        "background/is-it-legal/" if (Path("content") / "background" / "is-it-legal.yaml").exists() else "",
    ):
        report = _lighthouse(f"{address}{path}")
        scores = {name: category["score"] for name, category in report["categories"].items()}
        sys.stdout.write(f"  {path or 'home'}: {scores}\n")
        yield from (f"{path or 'home'}: {name} {scores[name]}" for name, least in LEAST.items() if scores[name] < least)


AUDITS: tuple[tuple[str, Callable[[Path, str], Iterator[str]]], ...] = (
    ("valid HTML", valid),
    ("html-validate", validated),
    ("links and fragments", linked),
    ("axe", accessible),
    ("typed before search is ready", answered),
    ("Lighthouse", measured),
)


def main() -> None:
    """Run every audit and say what each found; end with 1 where any found something."""
    _install()
    site = published(ROOT / "content", FOLDER / "published")
    found = 0
    with served(site) as address:
        for name, audit in AUDITS:
            faults = list(audit(site, address))
            found += len(faults)
            sys.stdout.write(f"{name}: {len(faults)} faults\n" + "".join(f"  {fault}\n" for fault in faults[:20]))
            sys.stdout.flush()
    sys.exit(bool(found))


def _install() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    command = ["npm", "install", "--silent", "--no-save", "--no-package-lock", "--prefix", str(FOLDER), *TOOLS]
    subprocess.run(command, check=True)


def _tool(name: str) -> str:
    return str(FOLDER / "node_modules" / ".bin" / name)


def _lines(command: list[str]) -> Iterator[str]:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    yield from (line for line in (done.stdout + done.stderr).splitlines() if line.strip())


def _axe(browser: Browser, address: str, path: str, size: tuple[int, int], scheme: str) -> Iterator[str]:
    view = ViewportSize(width=size[0], height=size[1])
    chosen: Literal["light", "dark"] = "dark" if scheme == "dark" else "light"
    context = browser.new_context(viewport=view, color_scheme=chosen, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{address}{path}")
    _open_all(page)
    yield from _violations(page, f"{path or 'home'} {scheme} {size[0]}")
    find(page)
    yield from _violations(page, f"{path or 'home'} {scheme} {size[0]}, search open")
    context.close()


def find(page: Page) -> None:
    """Search by keyboard, as a reader does, and wait for what is found."""
    page.keyboard.press("/")
    page.keyboard.type(QUERY)
    page.locator(f"[data-search-results='{QUERY}'] a").first.wait_for()
    page.locator("dialog fieldset").first.wait_for(state="attached")


def _violations(page: Page, where: str) -> Iterator[str]:
    for violation in Axe().run(page).response["violations"]:
        yield f"{where}: {violation['id']}: {violation['nodes'][0]['html'][:120]}"


def _open_all(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")


def _lighthouse(url: str) -> dict[str, dict[str, dict[str, float]]]:
    flags = "--headless=new --no-sandbox --disable-background-networking --disable-component-update"
    command = [_tool("lighthouse"), url, "--quiet", f"--chrome-flags={flags}", "--output=json", "--output-path=stdout"]
    done = subprocess.run(
        command, env={**os.environ, "CHROME_PATH": find_browser() or ""}, capture_output=True, text=True, check=True
    )
    report: dict[str, dict[str, dict[str, float]]] = json.loads(done.stdout)
    return report


if __name__ == "__main__":
    main()
