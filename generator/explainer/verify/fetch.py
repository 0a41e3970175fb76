"""The text of a work from its own address: bounded in size and time, polite, and never more than once a second."""

import io
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import httpx
import pypdf
import trafilatura
from pypdf.errors import PyPdfError

from explainer.verify.compare import Fetched, Outcome

AGENT = "explainer-verify"
SECONDS, MOST_BYTES, MOST_REDIRECTS, PAUSE = 20, 8 * 1024 * 1024, 5, 1.0
FEW_WORDS = 60  # a page of fewer is a wall, or needs a script
GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
WALLED = (
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.PAYMENT_REQUIRED,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS,
)


@dataclass
class Fetcher:
    """One client for a run: it remembers each host's robots.txt, and when it last asked there."""

    client: httpx.Client
    pause: float = PAUSE
    clock: Callable[[], float] = time.monotonic
    robots: dict[str, RobotFileParser] = field(default_factory=dict)
    asked: dict[str, float] = field(default_factory=dict)

    def fetch(self, url: str) -> Fetched:
        """The text at an address."""
        try:
            if not self._allowed(url):
                return Fetched(outcome=Outcome.WALLED, reason="robots.txt asks not to be read")
            status, kind, body = self._get(url)
        except TooLargeError:
            return Fetched(outcome=Outcome.UNREACHED, reason=f"larger than {MOST_BYTES // 1024 // 1024} MiB")
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            return Fetched(outcome=Outcome.UNREACHED, reason=type(error).__name__)
        if status >= HTTPStatus.BAD_REQUEST:
            return Fetched(outcome=_outcome(status), reason=f"HTTP {status}")
        return _read(kind, body)

    def _allowed(self, url: str) -> bool:
        host = urljoin(url, "/")
        if host not in self.robots:
            rules = RobotFileParser()
            status, _, body = self._get(f"{host}robots.txt")
            rules.parse(body.decode("utf-8", "replace").splitlines() if status == HTTPStatus.OK else [])
            self.robots[host] = rules
        return self.robots[host].can_fetch(AGENT, url)

    def _get(self, url: str) -> tuple[int, str, bytes]:
        """Status, kind and body of an answer, each redirect followed only to a web address of the same kind."""
        deadline = self.clock() + SECONDS
        for _ in range(MOST_REDIRECTS + 1):
            self._wait(urlsplit(url).netloc)
            with self.client.stream("GET", url, headers={"User-Agent": AGENT}, timeout=SECONDS) as answer:
                if answer.has_redirect_location:
                    url = _redirected(url, answer.headers["location"])
                    continue
                return answer.status_code, answer.headers.get("content-type", ""), self._body(answer, deadline)
        raise httpx.TooManyRedirects(f"more than {MOST_REDIRECTS} redirects")

    def _body(self, answer: httpx.Response, deadline: float) -> bytes:
        """The body, unpacked as it comes, so that a small answer cannot unpack into a large one."""
        body = bytearray()
        for chunk in answer.iter_bytes():
            body += chunk
            if len(body) > MOST_BYTES:
                raise TooLargeError
            if self.clock() > deadline:
                raise httpx.ReadTimeout("too slow")
        return bytes(body)

    def _wait(self, host: str) -> None:
        rest = self.asked.get(host, -self.pause) + self.pause - self.clock()
        if rest > 0:
            time.sleep(rest)
        self.asked[host] = self.clock()


@contextmanager
def fetcher() -> Iterator[Fetcher]:
    """A fetcher for one run."""
    with httpx.Client() as client:
        yield Fetcher(client)


class TooLargeError(Exception):
    """An answer that is larger than any article."""


def _redirected(url: str, location: str) -> str:
    target = urljoin(url, location)
    if urlsplit(target).scheme != urlsplit(url).scheme and urlsplit(target).scheme != "https":
        raise httpx.UnsupportedProtocol(f"a redirect to {urlsplit(target).scheme}")
    return target


def _outcome(status: int) -> Outcome:
    if status in GONE:
        return Outcome.GONE
    return Outcome.WALLED if status in WALLED else Outcome.UNREACHED


def _read(kind: str, body: bytes) -> Fetched:
    if "pdf" in kind or body.startswith(b"%PDF"):
        return _read_pdf(body)
    if "html" not in kind and "xml" not in kind:
        return Fetched(body.decode("utf-8", "replace"))
    text = trafilatura.html2txt(trafilatura.utils.decode_file(body)) or ""
    if len(text.split()) < FEW_WORDS:
        return Fetched(text, Outcome.WALLED, "the page shows next to nothing without a script or a subscription")
    return Fetched(text)


def _read_pdf(body: bytes) -> Fetched:
    try:
        pages = pypdf.PdfReader(io.BytesIO(body)).pages
        return Fetched("\n".join(page.extract_text() for page in pages))
    except (PyPdfError, ValueError, KeyError) as error:
        return Fetched(outcome=Outcome.UNREACHED, reason=f"a PDF that cannot be read ({type(error).__name__})")
