"""What the accessibility page promises, proven in a browser on the types of page where readers spend their time."""

import html
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from explainer.record.load import load
from explainer.record.models import Quote
from tests.audit import QUERY, find, pages
from tests.serving import BASE, ROOT

# types of page, each tried on the longest of its type that the site has
PLACES = {
    "home": "",
    "question": "background/*/",
    "quotes": "quotes/*/",
    "timeline": "timeline/",
    "month": "timeline/*/",
    "dispute": "disputes/*/",
}
WITH_NOTES = tuple(name for name in PLACES if name != "timeline")
on_every_type = pytest.mark.parametrize("path", PLACES, indirect=True)
on_types_with_notes = pytest.mark.parametrize("path", WITH_NOTES, indirect=True)
DESK, HALF, PHONE = (ViewportSize(width=width, height=900) for width in (1280, 640, 390))
SMALL = ViewportSize(width=320, height=640)
LAID_OUT = ("tooWide", "cutOff", "overlapping")
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
LOOKS: tuple[tuple[ViewportSize, Literal["light", "dark"]], ...] = ((PHONE, "dark"), (DESK, "light"))

Ask = Callable[[str], Any]
Where = Callable[[str], str]


@pytest.fixture
def where(site: Path) -> Where:
    """Give the address of the longest page of a type."""

    def longest(place: str) -> str:
        pages = sorted(site.glob(f"{PLACES[place]}index.html"), key=lambda one: (one.stat().st_size, one))
        return f"{pages[-1].parent.relative_to(site).as_posix()}/" if PLACES[place] else ""

    return longest


@pytest.fixture
def path(request: pytest.FixtureRequest, where: Where) -> str:
    """Give the address of the page whose type a test is run for."""
    return where(request.param)


@pytest.fixture
def ask(page: Page) -> Ask:
    """Put a question of everyone.js to the page that stands open."""
    page.emulate_media(reduced_motion="reduce")
    page.add_init_script(path=ROOT / "tests" / "everyone.js")
    return lambda question: page.evaluate(f"everyone.{question}()")


def _open(page: Page, path: str, view: ViewportSize) -> None:
    page.set_viewport_size(view)
    page.goto(path)


def _tab_round(page: Page, ask: Ask) -> None:
    """Press Tab from the top of the page until the focus is where it has been before."""
    ask("watch")
    for _ in range(100):
        for _ in range(10):
            page.keyboard.press("Tab")
        if ask("wentRound"):
            return


def _note(page: Page) -> tuple[Locator, Locator]:
    """Give the first note of a page, by its summary, and the excerpt in it."""
    note = page.locator("article details:is(.strip, .ev, .evidence)").first
    return note.locator("summary").first, note.locator("blockquote").first


@pytest.mark.parametrize("look", LOOKS, ids=["phone-dark", "desk-light"])
@on_every_type
def test_tab_goes_down_the_page_leaves_nothing_out_and_shows_where_it_is(
    page: Page, ask: Ask, path: str, look: tuple[ViewportSize, Literal["light", "dark"]]
) -> None:
    view, scheme = look
    page.emulate_media(color_scheme=scheme)
    _open(page, path, view)
    ask("unfold")
    assert ask("ringedAlready") == []

    _tab_round(page, ask)

    top = [stop.split(" ")[0] for stop in ask("stops")[:4]]
    assert top == ["a.md-skip", "a.brand", "button.find", "button.md-header__button"]
    assert [ask(fault) for fault in ("unreached", "outOfOrder", "unmarked")] == [[], [], []]
    assert ask("upwards") == [] or view == DESK


@on_every_type
def test_the_skip_link_leads_past_the_header(page: Page, path: str) -> None:
    _open(page, path, DESK)

    for key in ("Tab", "Enter", "Tab"):
        page.keyboard.press(key)

    assert page.evaluate("!!document.activeElement.closest('article')")


@on_types_with_notes
def test_keys_open_a_note_and_close_it(page: Page, path: str) -> None:
    _open(page, path, DESK)
    summary, excerpt = _note(page)
    expect(excerpt).to_be_hidden()

    for key in ("Enter", "Space"):
        summary.press(key)
        expect(excerpt).to_be_visible()

        summary.press(key)
        expect(excerpt).to_be_hidden()


def test_arrows_choose_a_filter_and_what_is_left_is_counted(where: Where, page: Page) -> None:
    _open(page, where("timeline"), DESK)
    rows = page.locator("article .row")
    every = rows.count()

    page.locator("form[data-filter] :checked").first.press("ArrowRight")

    left = page.locator("article .row:visible").count()
    assert 0 < left < every
    expect(page.locator("form[data-filter] output")).to_have_text(re.compile(rf"\b{left}\b.*\b{every}\b"))


@pytest.mark.parametrize("view", [DESK, PHONE], ids=["desk", "phone"])
def test_search_is_reached_used_and_left_by_keys(where: Where, page: Page, ask: Ask, view: ViewportSize) -> None:
    _open(page, where("question"), view)
    for key in ("Tab", "Tab", "Tab", "Enter"):
        page.keyboard.press(key)
    box, results = page.get_by_role("textbox", name="Search"), page.locator("[data-search-results] a")
    expect(box).to_be_focused()
    assert len(ask("ringed")) == 1
    page.keyboard.type(QUERY)
    expect(results.first).to_be_visible()

    page.keyboard.press("ArrowDown")
    expect(results.first).to_be_focused()
    assert len(ask("ringed")) == 1

    for _ in range(40):  # round and round: nothing behind the dialog is reached
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')")

    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(page.locator("button.find")).to_be_focused()

    page.keyboard.press("/")
    expect(results.first).to_be_visible()


def test_no_page_is_wider_than_320_pixels(page: Page, ask: Ask, site: Path) -> None:
    faults = {}
    for path in pages(site):
        _open(page, path, SMALL)
        folded = [ask(fault) for fault in LAID_OUT]
        ask("unfold")
        faults[path] = [*folded, *(ask(fault) for fault in LAID_OUT)]

    assert {path: found for path, found in faults.items() if any(found)} == {}


@on_every_type
def test_text_twice_as_large_is_whole(page: Page, ask: Ask, path: str) -> None:
    _open(page, path, DESK)
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    assert page.evaluate("getComputedStyle(document.body).fontSize") == "32px"

    for view in (DESK, HALF, PHONE):
        page.set_viewport_size(view)
        assert [ask(fault) for fault in LAID_OUT] == [[], [], []]
    ask("unfold")
    assert [ask(fault) for fault in LAID_OUT] == [[], [], []]


@on_every_type
def test_text_may_grow_where_the_window_does_not_count_as_narrower(page: Page, ask: Ask, path: str) -> None:
    _open(page, path, DESK)

    page.evaluate("document.documentElement.style.setProperty('font-size', '250%', 'important')")

    assert page.evaluate("getComputedStyle(document.body).fontSize") == "32px"
    assert [ask(fault) for fault in LAID_OUT] == [[], [], []]


@on_every_type
def test_forced_colours_leave_words_shapes_and_borders(page: Page, ask: Ask, path: str) -> None:
    page.emulate_media(forced_colors="active")
    _open(page, path, DESK)
    ask("unfold")

    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        shapes = ask("standings")
        assert len(set(shapes.values())) == len(shapes) > 0
        assert [ask(fault) for fault in ("untold", "unbounded", "unreadable", "unlike")] == [[], [], [], []]


@on_every_type
def test_nothing_moves_for_readers_who_asked_for_less_motion(page: Page, ask: Ask, path: str) -> None:
    page.emulate_media(reduced_motion="no-preference")
    _open(page, path, DESK)
    assert ask("moving") != []

    page.emulate_media(reduced_motion="reduce")

    assert ask("moving") == []


def _words(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", markup)).split())


def test_words_in_another_language_carry_it_wherever_they_stand(site: Path, content: Path) -> None:
    said = [one.record for one in load(content).records if isinstance(one.record, Quote)]
    foreign = {part.strip(): one.language for one in said if one.language != "en" for part in one.text.split("[…]")}
    quoted = re.compile(r'<(?:p><q|p)\b(?:[^>]*lang="(\w+)")?[^>]*>(.*?)</[pq]>', re.DOTALL)
    texts = {found for file in site.rglob("*.html") for found in quoted.findall(file.read_text(encoding="utf-8"))}

    shown = {(_words(markup), language) for language, markup in texts if len(_words(markup).split()) > 3}
    parts = {
        (part, language, foreign[part])
        for part in foreign
        for words, language in shown
        if words in part or part in words
    }

    assert {(part, language) for part, language, true in parts if language != true} == set()
    assert {part for part, _, _ in parts} == set(foreign)


def test_every_page_and_every_quotation_names_its_language(site: Path) -> None:
    texts = {file.relative_to(site).as_posix(): file.read_text(encoding="utf-8") for file in site.rglob("*.html")}

    assert [name for name, text in texts.items() if '<html lang="en"' not in text] == []
    assert [name for name, text in texts.items() if re.search(r"<blockquote>\s*<p(?![^>]* lang=)", text)] == []


def test_without_javascript_every_note_still_opens(where: Where, browser: Browser, address: str) -> None:
    with browser.new_context(base_url=address, java_script_enabled=False) as context:
        plain = context.new_page()
        for place in WITH_NOTES:
            plain.goto(where(place))
            summary, excerpt = _note(plain)
            expect(excerpt).to_be_hidden()

            summary.press("Enter")

            expect(excerpt).to_be_visible()


@on_types_with_notes
def test_printed_every_note_is_open_and_its_address_whole(page: Page, ask: Ask, path: str) -> None:
    _open(page, path, DESK)
    assert ask("folded") != []

    page.emulate_media(media="print")

    assert ask("folded") == []
    link = page.locator("article .ev-src a[href^='https://']").first
    assert link.evaluate("one => getComputedStyle(one, '::after').content.includes(one.getAttribute('href'))")


def test_nothing_is_kept_but_the_choice_of_colours(where: Where, page: Page, ask: Ask) -> None:
    _open(page, where("timeline"), DESK)
    page.locator("form[data-filter] :checked").first.press("ArrowRight")
    find(page)
    page.locator("[data-search-results] a").first.click()
    expect(page).not_to_have_url(re.compile(r"/timeline/$"))
    assert ask("stored") == []

    page.locator(".scheme").click()

    assert ask("stored") == [f"{BASE}.scheme"]
    assert page.context.cookies() == []


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_an_open_search_has_no_fault_that_axe_can_see(
    browser: Browser, address: str, where: Where, scheme: Literal["light", "dark"], width: int
) -> None:
    faults: list[str] = []
    view = ViewportSize(width=width, height=900)
    with browser.new_context(viewport=view, color_scheme=scheme, reduced_motion="reduce") as context:
        page = context.new_page()
        for place in ("home", "question", "timeline", "dispute"):
            page.goto(address + where(place))
            find(page)
            found = Axe().run(page, context="html" if place == "dispute" else "dialog").response["violations"]
            faults += [f"{place}: {one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]

    assert faults == []
