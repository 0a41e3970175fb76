"""The preview: an edit to a YAML file shows in the open page, and a mistake in a bar on it."""

import json
import os
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

import watchfiles

from explainer import build as stages
from explainer.editing.json_schema import refresh_schemas
from explainer.record.problems import Severity, format_problems
from explainer.render.engine import SiteError

HEARTBEAT = 15
HOSTS = ("localhost", "127.0.0.1", "[::1]")
NOTHING_YET = b"<!doctype html><title>Preview</title><body><p>No good page yet: mend what the bar says.</p></body>"
SCRIPT = b'<script src="/_preview/preview.js"></script></body>'


@dataclass(frozen=True)
class Folders:
    """What is watched, and where the pages and the site go."""

    content: Path
    site_src: Path
    site: Path
    config: Path


@dataclass
class News:
    """What open pages are told: which good build they should show, and what is wrong now.

    A version is a moment, so that a page left open from an earlier preview is told apart.
    """

    version: int = 0
    errors: int = 0
    problems: str = ""
    changed: threading.Condition = field(default_factory=threading.Condition)

    def tell(self, *, built: bool, errors: int, problems: str) -> None:
        """Wake every open page."""
        with self.changed:
            self.version = time.time_ns() if built else self.version
            self.errors, self.problems = errors, problems
            self.changed.notify_all()

    def after(self, told: str) -> str:
        """The news, as soon as they are others than *told*, or at the next heartbeat."""
        with self.changed:
            self.changed.wait_for(lambda: self._now() != told, HEARTBEAT)
            return self._now()

    def _now(self) -> str:
        # a number of this size would be rounded by the page's script
        return json.dumps({"version": str(self.version), "errors": self.errors, "problems": self.problems})


def serve(folders: Folders, today: date, port: int, say: Callable[[str], None]) -> None:
    """Build, serve on localhost, and build again at each change; a broken record keeps the last good pages."""
    news = News()
    rebuild(folders, today, news, say)
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, news, directory=str(folders.site)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    say(f"Open http://localhost:{server.server_port}/ in a browser. Ctrl-C stops the preview.")
    try:
        for _ in watchfiles.watch(folders.content, folders.config):
            rebuild(folders, today, news, say)
    finally:
        server.shutdown()


def rebuild(folders: Folders, today: date, news: News, say: Callable[[str], None]) -> None:
    """Check, write and build once more; say what is wrong in the terminal and on the page, and go on.

    Nothing that is saved ends the preview: what breaks is shown, be it the machine's fault or a bug.
    """
    try:
        _rebuilt(folders, today, news, say)
    except Exception as error:  # noqa: BLE001  # an editor would lose the preview, and with it the reason
        whose = "the machine refused" if isinstance(error, OSError) else "this is a bug of the generator"
        told = f"{whose}: {error}\nThe last good pages stay; save again to go on.\n\n{traceback.format_exc()}"
        say(told)
        news.tell(built=False, errors=1, problems=told)


def _rebuilt(folders: Folders, today: date, news: News, say: Callable[[str], None]) -> None:
    built = stages.build(folders.content, folders.site_src, today, stages.BuildOptions(preview=True))
    text = format_problems(built.problems, "text")
    if text:
        say(text)
    errors = sum(one.severity is Severity.ERROR for one in built.problems)
    if built.analysis is None or built.synced is None:
        say("The last good pages stay.")
        news.tell(built=False, errors=errors, problems=text)
        return
    refresh_schemas(built.analysis.graph, folders.content)
    try:
        pages = stages.publish(built.analysis, folders.config, folders.site_src, folders.site)
    except SiteError as error:
        say(str(error))
        news.tell(built=False, errors=1, problems=str(error))
        return
    say(f"{pages:,} pages are up to date.")
    news.tell(built=True, errors=errors, problems=text)


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, news: News, *args: object, directory: str) -> None:
        self.news = news
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]  # socket and address, as the server gives them

    def parse_request(self) -> bool:
        """Answer this machine alone, whatever is asked and by whatever method; no path has a zero byte in it."""
        if not super().parse_request():
            return False
        if self.headers.get("Host", "").rsplit(":", 1)[0] not in HOSTS:
            self.send_error(HTTPStatus.FORBIDDEN)
        elif "\0" in unquote(self.path):
            self.send_error(HTTPStatus.BAD_REQUEST)
        else:
            return True
        return False

    def do_GET(self) -> None:
        """Answer with the events, the script, or a page with the script in it."""
        if self.path == "/_preview/events":
            self._events()
        elif self.path == "/_preview/preview.js":
            self._send((files("explainer") / "preview.js").read_bytes(), "text/javascript")
        elif (page := self._page()) is not None:
            self._send(page.replace(b"</body>", SCRIPT), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def list_directory(self, path: str | os.PathLike[str]) -> BytesIO | None:  # noqa: ARG002  # as it is called
        """Show no folder without a page."""
        self.send_error(HTTPStatus.NOT_FOUND)
        return None

    def _page(self) -> bytes | None:
        path = Path(self.translate_path(self.path))
        if not Path(self.directory).is_dir():
            return NOTHING_YET
        file = path / "index.html" if self.path.split("?")[0].endswith("/") else path
        return file.read_bytes() if file.suffix == ".html" and file.is_file() else None

    def _events(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        told = ""
        try:
            while True:
                told = self.news.after(told)
                self.wfile.write(f"data: {told}\n\n".encode())
                self.wfile.flush()
        except (BrokenPipeError, ConnectionResetError):
            return

    def _send(self, content: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name that the base class gives it
        """Say nothing of each request; the terminal is for problems."""
