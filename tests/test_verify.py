"""Whether an excerpt stands in its work: texts compared letter for letter, and every way in which a fetch can fail."""

import gzip
import io
import random
import threading
import zlib
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pypdf
import pytest

from explainer.record.load import load_proofs
from explainer.verify.compare import Fetched, Match, Outcome, find, key
from explainer.verify.fetch import MOST_BYTES, Fetcher
from explainer.verify.proofs import proof_of, read, write

ARTICLE = """The harbour of Wick was closed on Monday. The keeper said that the horn
could be heard nine miles out to sea, “as far as the old wreck”, and that 18,400 gulls had
left the cliff in 2024. The mayor called the number “absurd” and asked for a second count.
Fishermen who had been out that night said that they had heard nothing at all before dawn,
although the wind had been still and the sea as flat as they had ever seen it in March."""
PAGE = f"<html><head><title>Wick</title></head><body><article><p>{ARTICLE}</p></article></body></html>".encode()
HEARD = "the horn could be heard nine miles out to sea"


@pytest.mark.parametrize(
    ("excerpt", "expected", "words"),
    [
        (HEARD, Outcome.FOUND, ""),
        ('"as far as the old wreck", and that 18,400 gulls', Outcome.FOUND, ""),
        ("the horn could be heard […] as far as the old wreck", Outcome.FOUND, ""),
        ("the horn could be heard eight miles out to sea", Outcome.CHANGED, HEARD),
        (
            "that 10,400 gulls had left the cliff in 2024.",
            Outcome.CHANGED,
            "that 18,400 gulls had left the cliff in 2024",
        ),
        ("as far as the old wreck […] the horn could be heard", Outcome.CHANGED, "the horn could be heard"),
        ("a lorry stood across the road to Thurso", Outcome.MISSING, ""),
    ],
)
def test_an_excerpt_is_found_or_the_words_in_its_place_are(excerpt: str, expected: Outcome, words: str) -> None:
    match = find(ARTICLE, excerpt)

    assert (match.outcome, match.words) == (expected, words)


def test_each_of_fifty_excerpts_with_one_word_changed_is_caught_and_none_unchanged() -> None:
    words, chance = ARTICLE.split(), random.Random(14)  # noqa: S311  # which words, not a secret
    caught = false_alarms = 0
    for _ in range(50):
        start = chance.randrange(len(words) - 12)
        excerpt = words[start : start + 12]
        false_alarms += find(ARTICLE, " ".join(excerpt)).outcome is not Outcome.FOUND
        excerpt[chance.randrange(12)] = "turnip"
        caught += find(ARTICLE, " ".join(excerpt)).outcome is not Outcome.FOUND

    assert (caught, false_alarms) == (50, 0)


def _pdf() -> bytes:
    writer, out = pypdf.PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    writer.write(out)
    return out.getvalue()


LATIN = PAGE.replace(b"<title>", b'<meta charset="windows-1252"><title>').decode().encode("cp1252")
BOMB = zlib.compress(b"0" * (MOST_BYTES * 4), 9)
ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/robots.txt": (200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /private\n"),
    "/article": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE),
    "/latin": (200, {"Content-Type": "text/html; charset=windows-1252"}, LATIN),
    "/zipped": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(PAGE)),
    "/moved": (302, {"Location": "/article"}, b""),
    "/missing": (404, {}, b""),
    "/gone": (410, {}, b""),
    "/broken": (500, {}, b""),
    "/paywall": (402, {}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/away": (302, {"Location": "file:///etc/passwd"}, b""),
    "/huge": (200, {"Content-Type": "text/html"}, b"x" * (MOST_BYTES + 1)),
    "/bomb": (200, {"Content-Type": "text/html", "Content-Encoding": "deflate"}, BOMB),
    "/cookies": (200, {"Content-Type": "text/html"}, b"<body><p>Accept cookies to read on.</p></body>"),
    "/script": (200, {"Content-Type": "text/html"}, b'<body><div id="app"></div><script src="app.js"></script></body>'),
    "/pdf": (200, {"Content-Type": "application/pdf"}, _pdf()),
    "/torn-pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF-1.7 torn"),
    "/private": (200, {"Content-Type": "text/html"}, PAGE),
}  # fmt: skip


class _Press(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/slow":
            threading.Event().wait(1.5)
        status, headers, body = ANSWERS.get(self.path, ANSWERS["/article"])
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name that the base class gives it
        pass


@pytest.fixture(scope="module")
def press() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Press)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # a client that hangs up is what is tested
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with httpx.Client() as client:
        yield Fetcher(client, pause=0)


@pytest.mark.parametrize("path", ["/article", "/latin", "/zipped", "/moved"])
def test_a_text_is_read_in_any_charset_packed_or_moved(press: str, fetcher: Fetcher, path: str) -> None:
    assert find(fetcher.fetch(press + path).text, HEARD).outcome is Outcome.FOUND


@pytest.mark.parametrize(
    ("path", "outcome", "reason"),
    [
        ("/missing", Outcome.GONE, "HTTP 404"),
        ("/gone", Outcome.GONE, "HTTP 410"),
        ("/broken", Outcome.UNREACHED, "HTTP 500"),
        ("/paywall", Outcome.WALLED, "HTTP 402"),
        ("/loop", Outcome.UNREACHED, "TooManyRedirects"),
        ("/away", Outcome.UNREACHED, "UnsupportedProtocol"),
        ("/huge", Outcome.UNREACHED, "larger than 8 MiB"),
        ("/bomb", Outcome.UNREACHED, "larger than 8 MiB"),
        ("/cookies", Outcome.WALLED, "the page shows next to nothing without a script or a subscription"),
        ("/script", Outcome.WALLED, "the page shows next to nothing without a script or a subscription"),
        ("/torn-pdf", Outcome.UNREACHED, "a PDF that cannot be read (PdfStreamError)"),
        ("/private", Outcome.WALLED, "robots.txt asks not to be read"),
    ],
)
def test_each_failure_has_its_outcome(press: str, fetcher: Fetcher, path: str, outcome: Outcome, reason: str) -> None:
    fetched = fetcher.fetch(press + path)

    assert (fetched.outcome, fetched.reason) == (outcome, reason)


def test_a_server_that_does_not_answer_is_given_up(
    press: str, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("explainer.verify.fetch.SECONDS", 0.3)

    assert fetcher.fetch(f"{press}/slow").reason == "ReadTimeout"


def test_a_proof_keeps_hashes_and_never_the_text(tmp_path: Path) -> None:
    changed = "the horn could be heard eight miles out to sea"
    reading = read("gazette", Fetched(ARTICLE), [HEARD, changed], "pasted")

    write(tmp_path, "gazette", proof_of(reading, date(2026, 11, 24), "explainer 1.0"))

    proofs, problems = load_proofs(tmp_path)
    assert problems == []
    assert (proofs["gazette"].found(key(HEARD)), proofs["gazette"].found(key(changed))) == (True, False)
    assert [(one.outcome, one.words) for one in proofs["gazette"].excerpts] == [
        ("found", None),
        ("found changed", HEARD),
    ]
    assert "gulls" not in (tmp_path / "proofs" / "gazette.yaml").read_text(encoding="utf-8")


def test_a_work_that_is_gone_proves_nothing_and_is_told() -> None:
    reading = read("gazette", Fetched(outcome=Outcome.GONE, reason="HTTP 410"), [HEARD], "fetched")

    proof = proof_of(reading, date(2026, 11, 24), "explainer 1.0")

    assert (proof.outcome, proof.reason, proof.text, proof.excerpts) == ("gone", "HTTP 410", None, ())


def test_what_a_torn_proof_says_is_a_problem_of_the_editors(tmp_path: Path) -> None:
    (tmp_path / "proofs").mkdir()
    (tmp_path / "proofs" / "gazette.yaml").write_text("on: yesterday\nhow: dreamt\n", encoding="utf-8")

    proofs, problems = load_proofs(tmp_path)

    assert (proofs, [problem.code for problem in problems]) == (
        {},
        ["not-a-date", "missing-field", "not-a-choice", "missing-field"],
    )


def test_an_unlike_passage_is_no_match() -> None:
    assert find("", HEARD) == Match(Outcome.MISSING)
