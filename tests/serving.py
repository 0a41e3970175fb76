"""The published site for tests: built by the command, served as GitHub Pages serves it, opened in a browser."""

import contextlib
import gzip
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser import NONE_FOUND, find_browser

ROOT = Path(__file__).parent.parent
BASE = "/explainer/"  # a project's site on Pages stands under its name, not at the top of its host
TEXTS = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")


def settings_in(folder: Path) -> Path:
    """Copy mkdocs.yml into a folder, so that builds of several tests at once do not share what they write beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy(ROOT / "mkdocs.yml", folder))


def published(content: Path, target: Path, *more: str) -> Path:
    """Build a record by the command, away from the editor's own site."""
    folders = ["--content", str(content.relative_to(ROOT))]
    folders += ["--site-src", str(target / "site_src"), "--site", str(target / "site")]
    done = subprocess.run(
        [sys.executable, "-m", "explainer", "build", *folders, "--config", str(settings_in(target)), *more],
        cwd=ROOT,
        env=os.environ | {"SITE_URL": f"https://example.org{BASE}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return target / "site"


class _Pages(SimpleHTTPRequestHandler):
    """Serves files under the base path, texts compressed, and the site's own 404 page for the rest."""

    def translate_path(self, path: str) -> str:
        inside = path.startswith(BASE)
        return super().translate_path(path.removeprefix(BASE[:-1]) if inside else "/outside-the-base-path")

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() and self.path.split("?")[0].endswith("/") else path
        if file.suffix in TEXTS and file.is_file() and "gzip" in self.headers.get("Accept-Encoding", ""):
            self._send(HTTPStatus.OK, gzip.compress(file.read_bytes()), self.guess_type(str(file)), "gzip")
        else:
            super().do_GET()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        self._send(HTTPStatus.NOT_FOUND, Path(self.directory, "404.html").read_bytes(), "text/html; charset=utf-8")

    def _send(self, code: HTTPStatus, body: bytes, kind: str, encoding: str = "") -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the parent's name for it
        """Stay silent: what fails is shown elsewhere."""


@contextlib.contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a built site and give the address of its home."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Pages, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{BASE}"
        server.shutdown()
        thread.join()


@contextlib.contextmanager
def started() -> Iterator[Browser]:
    """Start the browser that `python -m tests.browser` finds."""
    path = find_browser()
    assert path is not None, NONE_FOUND
    arguments = ["--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()
