"""What the tests share: golden files, the published site behind a server, and a browser that tells on it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page
from typer.testing import CliRunner

from explainer.build import build, publish
from explainer.cli import app, common, editing, new
from tests.serving import BASE, ROOT, published, served, settings_in, started
from tests.small import CONTENT, TODAY

__all__ = ["BASE", "ROOT"]

# what takes seconds to make, and is made once for all tests that ask for it in one process
BUILT = frozenset({"site", "small_site", "bin_of_it", "invented"})
settings.register_profile("loaded", deadline=None)  # how long a case takes says how busy the machine is
settings.load_profile("loaded")

Run = Callable[..., tuple[int, str]]
Golden = Callable[[Path, str], None]
Told = Callable[..., None]
REWRITTEN = frozenset({"golden", "told"})  # what asks for one of these has texts that `make goldens` writes anew


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what `make goldens` asks for."""
    parser.addoption("--rewrite-goldens", action="store_true", help="write the golden files anew")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what builds a site as slow, and keep the tests of one site in one process; mark what has goldens."""
    for item in items:
        if REWRITTEN.intersection(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.golden)
        whose = "record" if "record" in item.path.parts else "small"
        for shared in BUILT.intersection(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)
            item.add_marker(pytest.mark.xdist_group(f"{whose} {shared}"))


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


@pytest.fixture
def told(request: pytest.FixtureRequest) -> Told:
    """Compare a text with the one that the test itself shows, or write the test anew where that is asked for."""
    rewrite = request.config.getoption("--rewrite-goldens")

    def compare(expected: str, actual: str, after: str = "") -> None:
        if rewrite and actual != expected:
            text = request.path.read_text(encoding="utf-8")
            start = text.index(expected, text.index(after or f"def {request.node.name}("))
            new = text[:start] + actual + text[start + len(expected) :]
            request.path.write_text(new, encoding="utf-8", newline="\n")
        else:
            assert actual == expected, "`make goldens` rewrites it"

    return compare


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command on a copy of the small record, which is where the editor stands, on a known day."""
    shutil.copytree(CONTENT, tmp_path / "content")
    settings_in(tmp_path)
    monkeypatch.chdir(tmp_path)
    for module in (new, editing, common):
        monkeypatch.setattr(module, "today", lambda: TODAY)

    def command(*words: str, typed: str = "") -> tuple[int, str]:
        done = CliRunner().invoke(app, list(words), input=typed)
        return done.exit_code, done.output

    return command


@pytest.fixture(scope="session")
def content() -> Path:
    """Say which record `site` shows: of the tests' own, the small one; tests/record/ has another."""
    return CONTENT


@pytest.fixture(scope="session")
def site(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build that record once, by the command."""
    return published(content, tmp_path_factory.mktemp("published"), "--today", str(TODAY))


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the small record once; give the folder that holds its `site_src` and its `site`."""
    target = tmp_path_factory.mktemp("small")
    built = build(CONTENT, target / "site_src", TODAY)
    assert built.analysis is not None
    publish(built.analysis, settings_in(target), target / "site_src", target / "site")
    return target


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Serve the built site and give the address of its home."""
    with served(site) as home:
        yield home


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the browser."""
    with started() as one:
        yield one


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
