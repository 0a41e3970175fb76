"""The preview, as an editor sees it: an edit shows in the open page, a mistake in a bar on it."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import ROOT
from tests.small import CONTENT

SLOW = 60_000


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


@pytest.fixture
def preview(content: Path) -> Iterator[str]:
    """Start `explainer serve` on a copy of the small record and give its address."""
    folders = ["--site-src", str(content.parent / "site_src"), "--site", str(content.parent / "site")]
    command = [sys.executable, "-m", "generator", "serve", "--content", str(content), *folders, "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as serving:
        assert serving.stdout is not None
        yield next(found[1] for line in serving.stdout if (found := re.search(r"Open (http://\S+) ", line)))
        serving.terminate()


def test_an_edit_shows_in_the_open_page_and_a_mistake_in_a_bar(browser: Browser, preview: str, content: Path) -> None:
    page = browser.new_page(viewport={"width": 800, "height": 300})
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

    bar = page.locator("body > div[role=status]")
    expect(bar).to_contain_text("content/facts/horn-range.yaml:5:12: error: the number ninety", timeout=SLOW)
    expect(statement).to_have_text("The horn could be heard nine miles off.")
    page.close()


def test_only_this_machine_is_answered(preview: str) -> None:
    port = urlsplit(preview).port
    assert port is not None
    asking = HTTPConnection("127.0.0.1", port)

    asking.request("GET", "/", headers={"Host": "elsewhere.example.org"})

    assert asking.getresponse().status == HTTPStatus.FORBIDDEN
