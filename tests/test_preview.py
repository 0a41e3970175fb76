"""The preview, as an editor sees it: an edit shows in the open page, a mistake in a bar on it."""

import contextlib
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from explainer import build as stages
from explainer.preview import Folders, News, rebuild
from tests.serving import settings_in
from tests.small import CONTENT, TODAY

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("preview")]
SLOW = 60_000


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


@pytest.fixture
def preview(content: Path) -> Iterator[str]:
    """Preview the copy, and give the address."""
    with _serving(content) as address:
        yield address


@contextlib.contextmanager
def _serving(content: Path) -> Iterator[str]:
    with _started(content) as (serving, address):
        try:
            yield address
        finally:
            serving.terminate()


@contextlib.contextmanager
def _started(content: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    folders = ["--site-src", "site_src", "--site", "site", "--config", str(settings_in(content.parent))]
    command = [sys.executable, "-m", "explainer", "serve", "--content", str(content), *folders, "--port", "0"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=content.parent, text=True, **pipes) as serving:  # type: ignore[call-overload]  # pipes
        assert serving.stdout is not None
        yield (
            serving,
            next(found[1] for line in serving.stdout if (found := re.search(r"Open (http://\S+) ", line))),
        )


def test_an_edit_shows_in_the_open_page_and_a_mistake_in_a_bar(browser: Browser, preview: str, content: Path) -> None:
    complaints: list[str] = []
    page = browser.new_page(viewport={"width": 800, "height": 300})
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.goto(f"{preview}facts/how-loud-was-it/")
    statement = page.locator(".statement")
    expect(statement).to_have_text("The horn could be heard nine miles out to sea.")
    page.evaluate("scrollTo(0, 120)")
    fact = content / "facts" / "horn-range.yaml"
    sound = fact.read_text(encoding="utf-8")

    fact.write_text(sound.replace("nine miles out to sea", "nine miles off"), encoding="utf-8")

    expect(statement).to_have_text("The horn could be heard nine miles off.", timeout=SLOW)
    page.wait_for_function("scrollY === 120")

    fact.write_text(sound.replace("nine miles", "ninety miles"), encoding="utf-8")

    bar = page.locator(".preview-bar")
    expect(bar).to_contain_text("content/facts/horn-range.yaml:5:12: error: the number ninety", timeout=SLOW)
    expect(bar.locator("div")).to_be_visible()
    expect(statement).to_have_text("The horn could be heard nine miles off.")

    fact.write_text(sound, encoding="utf-8")

    expect(statement).to_have_text("The horn could be heard nine miles out to sea.", timeout=SLOW)
    expect(bar).to_have_count(0)
    assert complaints == []
    page.close()


def test_what_was_folded_open_stays_open_and_what_is_due_is_marked(
    browser: Browser, preview: str, content: Path
) -> None:
    page = browser.new_page()
    page.goto(f"{preview}facts/how-loud-was-it/")
    page.locator("article details.evidence summary").first.click()
    fact = content / "facts" / "horn-range.yaml"

    fact.write_text(f"{fact.read_text(encoding='utf-8')}draft: true\nreview_by: 2025-01-01\n", encoding="utf-8")

    expect(page.locator(".due")).to_have_count(2, timeout=SLOW)
    expect(page.locator("article details.evidence").first).to_have_attribute("open", "")
    expect(page.locator(".edit").first).to_contain_text("content/facts/horn-range.yaml")
    page.close()


def test_a_record_broken_from_the_start_says_so_until_it_is_mended(browser: Browser, content: Path) -> None:
    fact = content / "facts" / "horn-range.yaml"
    sound = fact.read_text(encoding="utf-8")
    fact.write_text("title: [", encoding="utf-8")
    with _serving(content) as address:
        page = browser.new_page()
        page.goto(f"{address}facts/how-loud-was-it/")
        expect(page.locator(".preview-bar")).to_contain_text("horn-range.yaml", timeout=SLOW)

        fact.write_text(sound, encoding="utf-8")

        expect(page.locator(".statement")).to_have_text("The horn could be heard nine miles out to sea.", timeout=SLOW)
        page.close()


def test_ctrl_c_ends_the_preview_quietly_with_130(content: Path) -> None:
    # where the tests run in the background, Ctrl-C is ignored, and would be by what they start
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with _started(content) as (serving, _):
        serving.send_signal(signal.SIGINT)
        _, err = serving.communicate()

    assert (serving.returncode, err) == (130, "")


@pytest.mark.parametrize("broken", [RuntimeError("a bug"), PermissionError("no way in")], ids=["bug", "machine"])
def test_nothing_that_is_saved_ends_the_preview_and_what_broke_is_shown(
    broken: Exception, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> None:
        raise broken

    news, said = News(), list[str]()
    folders = Folders(content, content.parent / "src", content.parent / "site", content.parent / "mkdocs.yml")
    monkeypatch.setattr(stages, "build", breaks)

    rebuild(folders, TODAY, news, said.append)

    assert (news.version, news.errors, said) == (0, 1, [news.problems])
    assert str(broken) in news.problems.splitlines()[0]
    assert "Traceback (most recent call last)" in news.problems


ASKED = (
    ("GET", "/", "localhost", HTTPStatus.OK),
    ("GET", "/", "elsewhere.example.org", HTTPStatus.FORBIDDEN),
    ("HEAD", "/", "elsewhere.example.org", HTTPStatus.FORBIDDEN),
    ("POST", "/", "elsewhere.example.org", HTTPStatus.FORBIDDEN),
    ("GET", "/%00", "localhost", HTTPStatus.BAD_REQUEST),
    ("GET", "/assets/", "localhost", HTTPStatus.NOT_FOUND),
    ("HEAD", "/assets/fonts/", "localhost", HTTPStatus.NOT_FOUND),
    ("GET", "/../../../../etc/passwd", "localhost", HTTPStatus.NOT_FOUND),
)


def test_only_this_machine_is_answered_and_only_with_pages(preview: str) -> None:
    def status(method: str, path: str, host: str) -> int:
        with contextlib.closing(HTTPConnection("127.0.0.1", urlsplit(preview).port or 0)) as asking:
            asking.request(method, path, headers={"Host": host})
            return asking.getresponse().status

    assert [(*one, status(*one)) for *one, _ in ASKED] == list(ASKED)
