"""Where the browser is that the tests drive; `python -m tests.browser` fetches one where there is none."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator

from playwright.sync_api import sync_playwright

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
NONE_FOUND = """\
The tests need a browser, and there is none: no Chromium or Chrome on this machine, Playwright's own could not
be fetched, and Debian's can be installed by root alone. Install Chromium or Google Chrome, then try again."""


def find_browser() -> str | None:
    """Return the first browser that starts, one already on the machine before Playwright's own."""
    return next(filter(_starts, _candidates()), None)


def _candidates() -> Iterator[str]:
    yield from filter(None, map(shutil.which, NAMES))
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    yield own


def _starts(path: str) -> bool:
    # a browser may be there and not start: a stub that points to a shop, or one without its libraries
    return shutil.which(path) is not None and _run(path, "--version", quiet=True)


def _run(*command: str, quiet: bool = False) -> bool:
    output = subprocess.DEVNULL if quiet else None
    return subprocess.run(command, check=False, stdout=output, stderr=output).returncode == 0


def _fetch_playwrights_own() -> None:
    print("No browser here: fetching Playwright's own.", flush=True)
    _run(sys.executable, "-m", "playwright", "install", "chromium")


def _install_debians() -> None:
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("That failed: installing Debian's Chromium.", flush=True)
        _run("apt-get", "update", "--quiet=2")
        _run("apt-get", "install", "--quiet=2", "--yes", "--no-install-recommends", "chromium")


FETCHES: tuple[Callable[[], None], ...] = (_fetch_playwrights_own, _install_debians)


def main() -> None:
    """Say which browser the tests will drive, fetching one first where there is none."""
    found = find_browser()
    for fetch in FETCHES:
        if found is None:
            fetch()
            found = find_browser()
    if found is None:
        sys.exit(NONE_FOUND)
    print(f"The tests drive {found}.")


if __name__ == "__main__":
    main()
