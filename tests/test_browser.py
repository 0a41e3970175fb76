"""A site as a reader's browser meets it; `page` fails on console errors and on requests to elsewhere."""

import re
from http import HTTPStatus

from playwright.sync_api import Browser, Page, expect


def test_home_asks_the_question_and_leads_to_the_questions(page: Page) -> None:
    page.goto("")

    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator(".answer")).to_be_visible()
    page.get_by_role("link", name="How loud was it?").first.click()

    expect(page).to_have_url(re.compile(r"/explainer/background/how-loud-was-it/$"))
    expect(page.locator("h1")).to_contain_text("How loud was it?")


def test_evidence_folds_open_to_its_excerpt_and_link(page: Page) -> None:
    page.goto("background/how-loud-was-it/")
    note = page.locator("article details.strip").first
    source = note.locator("a[href^='https://']").first
    expect(source).to_be_hidden()

    note.locator("summary").first.click()

    expect(source).to_be_visible()


def test_a_search_without_the_accent_lands_on_the_entry(page: Page) -> None:
    page.goto("")
    page.get_by_role("button", name="Search").click()
    page.keyboard.type("eclats")

    page.locator("[data-search-results=eclats] a").first.click()

    expect(page).to_have_url(re.compile(r"/explainer/.+"))
    expect(page.locator("article")).to_contain_text("éclats")


def test_dark_colours_are_chosen_once_and_stay(page: Page) -> None:
    page.goto("")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    for name in ("Switch to light colours", "Switch to dark colours"):
        page.get_by_title(name).locator("visible=true").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")

    page.goto("figures/")

    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_without_javascript_every_record_is_still_found(browser: Browser, address: str) -> None:
    with browser.new_context(base_url=address, java_script_enabled=False) as context:
        plain = context.new_page()
        plain.goto("a-z/")
        plain.locator("article").get_by_role("link", name="How loud was it?").first.click()

        expect(plain.locator("h1")).to_contain_text("How loud was it?")
        expect(plain.locator("article .st").first).to_be_visible()


def test_an_address_that_never_was_gets_a_page_with_a_way_home(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        lost = context.new_page()
        answer = lost.goto(f"{address}no/such/page/")
        assert answer is not None
        assert answer.status == HTTPStatus.NOT_FOUND

        lost.locator("a.brand").click()

        expect(lost).to_have_url(address)
