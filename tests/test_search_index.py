"""The index of search is made from the record alone, always of the same bytes, and soon."""

import os
import resource
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from explainer.analysis import Analysis
from explainer.build import check
from explainer.languages import messages_of
from explainer.render.page_view import PageView
from explainer.render.search import search_index
from explainer.render.search.entries import Entry, entries
from explainer.render.search.words import vocabulary, words
from explainer.render.write import Output
from tests.conftest import ROOT
from tests.serving import served
from tests.small import WORDS, analysed

TYPED = (
    "Bogotá", "18,400 laboratories", "18.400", "1.5", "Petro's jaguar", "narco-terrorist", "“quoted”", "3 January 2026",
    "Ærø", "ﬁne", "４２", "1,234,567", "O’Neill", "Straße", "a_b", "2025-09-02", "½", "Ελλάδα", "№ 5", "",
)  # fmt: skip
SCRIPT = "assets/js/search/words.js"


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    """Analyse the record in content/."""
    checked = check(ROOT / "content", date(2026, 11, 24))
    assert checked.analysis is not None, checked.problems
    return checked.analysis


def _index(analysis: Analysis) -> list[Output]:
    page = PageView(analysis, "", messages_of("en"))
    return list(search_index(page, {entry.url.partition("#")[0] for entry in entries(page)}))


def test_ten_indexes_of_the_record_are_the_same_bytes(analysis: Analysis) -> None:
    first = _index(analysis)

    assert len(first) > len(analysis.graph.kinds)
    assert [index for index in range(9) if _index(analysis) != first] == []


def test_an_index_of_the_record_takes_at_most_two_seconds(analysis: Analysis) -> None:
    def spent() -> float:
        used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        return sum(one.ru_utime + one.ru_stime for one in used)

    before = spent()
    _index(analysis)

    assert spent() - before <= 2


def _entry(url: str) -> Entry:
    return next(entry for entry in entries(PageView(analysed(), "", WORDS)) if entry.url == url)


def test_a_record_is_an_entry_with_what_is_shown_of_it() -> None:
    figure = _entry("figures/horn-nights/")

    assert (figure.kind, figure.title, figure.value) == ("figures", "Nights on which the horn sounded", "4")
    assert figure.text == "at most 4 by 20 April 2025"
    assert (len(figure.excerpts) > 1, figure.sides) == (True, ())


def test_a_section_of_prose_is_an_entry_of_its_question() -> None:
    section = _entry("background/how-loud-was-it/#miles-and-decibels")

    assert (section.kind, section.title, section.part_of) == ("background", "Miles and decibels", "How loud was it?")


def test_a_word_means_the_same_in_the_index_and_in_the_browser(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(address)
        there = page.evaluate(f"async (texts) => texts.map((await import('{address}{SCRIPT}')).words)", TYPED)

    assert there == [words(text) for text in TYPED]


def test_words_have_no_accents_and_numbers_an_end_of_their_own() -> None:
    assert words("Bogotá’s 18,400 narco-boats, 12") == ["bogotas", "18400q", "narco", "boats", "12q"]


def test_the_words_of_one_letter_stand_together_the_commonest_first() -> None:
    shards = vocabulary(["fog foghorn", "fog", "silent night 1923 no"])

    assert [shard for shard in shards if shard] == [["fog", "foghorn"], ["night"], ["silent"]]


def test_a_site_built_without_the_generator_is_searched_by_its_builders_index(
    small_site: Path, tmp_path: Path, browser: Browser
) -> None:
    shutil.copytree(ROOT / "generator" / "explainer" / "theme", tmp_path / "generator" / "explainer" / "theme")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "site"],
        cwd=tmp_path,
        env=os.environ | {"SITE_SRC": str(small_site / "site_src"), "SITE_URL": "https://example.org/explainer/"},
        check=True,
    )
    with served(tmp_path / "site") as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(address)
        page.keyboard.press("/")
        page.keyboard.type("foghorn")

        expect(page.locator("[data-search-results=foghorn] a").first).to_contain_text("horn")


def test_the_index_is_left_out_of_what_the_site_builder_makes(small_site: Path) -> None:
    made = {path.name for path in (small_site / "site" / "search").iterdir()}

    assert {"facets.json", "pagefind-worker.js", "wasm.en.pagefind"} <= made
    assert made & {"search_index.json", "pagefind.js", "pagefind-ui.js", "wasm.unknown.pagefind", "fragment"} == set()
