"""What the tests share: golden files, the published site behind a server, and a browser that tells on it."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import NONE_FOUND, find_browser

ROOT = Path(__file__).parent.parent
BASE = "/explainer/"  # a project's site on Pages stands under its name, not at the top of its host

Golden = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what `make goldens` asks for."""
    parser.addoption("--rewrite-goldens", action="store_true", help="write the golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with the golden file that holds it, or write the file where that is asked for."""
    rewrite = request.config.getoption("--rewrite-goldens")

    def compare(expected: Path, actual: str) -> None:
        if rewrite:
            expected.parent.mkdir(parents=True, exist_ok=True)
            expected.write_text(actual, encoding="utf-8", newline="\n")
        assert actual == expected.read_text(encoding="utf-8"), f"differs from {expected}; `make goldens` rewrites it"

    return compare


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the record in content/ once, by the command, away from the editor's own site."""
    target = tmp_path_factory.mktemp("published")
    folders = ["--content", "content", "--site-src", str(target / "site_src"), "--site", str(target / "site")]
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", *folders],
        cwd=ROOT,
        env=os.environ | {"SITE_URL": f"https://example.org{BASE}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return target / "site"


class _Pages(SimpleHTTPRequestHandler):
    """Serves files under the base path and the site's own 404 page for the rest, as GitHub Pages does."""

    def translate_path(self, path: str) -> str:
        inside = path.startswith(BASE)
        return super().translate_path(path.removeprefix(BASE[:-1]) if inside else "/outside-the-base-path")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the parent's name for it
        """Stay silent: pytest shows what fails."""


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Serve the built site and give the address of its home."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Pages, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{BASE}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the browser that `python -m tests.browser` finds."""
    path = find_browser()
    assert path is not None, NONE_FOUND
    arguments = ["--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=arguments)
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """Open a light page whose test fails on any error in its console and on any request to elsewhere."""
    complaints: list[str] = []
    context = browser.new_context(base_url=address, color_scheme="light", locale="en-GB")
    context.set_default_timeout(10_000)
    context.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    context.on("request", lambda request: _complain_of_elsewhere(request.url, address, complaints))
    yield context.new_page()
    context.close()
    assert complaints == []


def _complain_of_elsewhere(url: str, address: str, complaints: list[str]) -> None:
    if not url.startswith((address, "data:", "blob:")):
        complaints.append(f"a request to elsewhere: {url}")
