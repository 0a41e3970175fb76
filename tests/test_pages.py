"""Pages of the small record, as Markdown that reads well raw. `make goldens` writes them anew: read the difference."""

import re
from datetime import date

import pytest
import yaml

from explainer.analysis import analyse
from explainer.record.values import PartialDate
from explainer.render.charts.chart import NO_CHARTS, Chart, Charts, Drawing, Key
from explainer.render.pages import Edition, render
from explainer.render.write import Output
from tests.conftest import Golden
from tests.small import EXPECTED, TODAY, WORDS, analysed, day, linked, small, source

ENDS = "This record ends with its newest sound source, which"
_CHART = Chart(
    id="horn-nights",
    title="Nights",
    about="Each night.",
    source="The record.",
    drawings=(Drawing("line", "0 0 9 9", "[wide]"), Drawing("line", "0 0 4 4", "[narrow]")),
    columns=("Date", "Value"),
    rows=(("2025", "4"),),
    keys=(Key("dot", "c-1", "The Gazette"),),
    lines=("Outer bay: 2",),
)
CHARTS = Charts({"horn-nights": _CHART}, {"horn-nights": Drawing("spark", "0 0 8 2", "[small]")}, (_CHART,), (_CHART,))
SHARED = ("home", *small().background, *small().figures, *small().disputes)
CARDS = frozenset(f"assets/cards/{one}.png" for one in SHARED)
GOLDENS = (
    "index.md",
    "background/why-did-the-horn-fall-silent.md",
    "facts/why-did-the-horn-fall-silent.md",
    "figures/horn-nights.md",
    "quotes/ines-duval.md",
    "timeline/2025-02.md",
    "disputes/how-many-blasts.md",
    "sources/2025.md",
    "known/2025-03-31.md",
    "changes.md",
)


def _pages(today: date = TODAY, **more: object) -> dict[str, str]:
    edition = Edition(today, [("data/record.json", 2049)], CARDS, **more)  # type: ignore[arg-type]
    return {one.path: one.content.decode() for one in _rendered(edition)}


def _rendered(edition: Edition) -> list[Output]:
    return list(render(analysed(), WORDS, CHARTS, edition))


def _front(page: str) -> dict[str, object]:
    front: dict[str, object] = yaml.safe_load(page.split("---\n")[1])
    return front


PAGES = _pages()


@pytest.mark.parametrize("path", GOLDENS)
def test_page_is_as_it_was(path: str, golden: Golden) -> None:
    golden(EXPECTED / path, PAGES[path])


def test_no_golden_is_left_behind() -> None:
    assert sorted(path.relative_to(EXPECTED).as_posix() for path in EXPECTED.rglob("*.md")) == sorted(GOLDENS)


def test_every_record_has_its_page_and_every_list_too() -> None:
    lists = ("background", "facts", "figures", "quotes", "timeline", "disputes", "actors", "sources", "glossary")
    others = ("corrections", "how-we-know", "data", "known")
    expected = {"index.md", "a-z.md", "accessibility.md", "adds-up.md", "changes.md", "unknowns.md"}
    expected |= {f"{name}/index.md" for name in (*lists, *others)}
    graph = small()
    for kind in ("background", "figures", "disputes", "actors"):
        expected |= {f"{kind}/{one}.md" for one in getattr(graph, kind)}
    expected |= {f"facts/{one}.md" for one in graph.background}
    expected |= {"quotes/ines-duval.md", "quotes/tom-arkle.md", "sources/2025.md"}
    expected |= {f"timeline/{month}.md" for month in ("2025-02", "2025-03", "2025-04", "2040-06")}
    expected |= {"known/2025-03-02.md", "known/2025-03-31.md"}

    assert set(PAGES) == expected


def test_every_record_stands_in_the_list_from_a_to_z() -> None:
    shown = PAGES["a-z.md"]

    assert [one.id for one in small().records() if f"#{one.id})" not in shown and f"/{one.id}.md)" not in shown] == []


def test_every_entry_is_a_heading_with_its_id() -> None:
    kinds = ("facts", "quotes", "events", "sources", "terms", "corrections")
    heading = re.compile(r"^#+ .*\{ #([a-z0-9-]+)[ }]", re.MULTILINE)
    anchors = {anchor for page in PAGES.values() for anchor in heading.findall(page)}

    assert {one for kind in kinds for one in getattr(small(), kind)} - anchors == set()


@pytest.mark.parametrize(("today", "ends"), [(date(2025, 6, 19), False), (date(2025, 6, 20), True)])
def test_a_record_over_sixty_days_old_says_on_every_page_where_it_ends(today: date, *, ends: bool) -> None:
    banner = {"kind": "ends", "text": WORDS["labels"]["ends"].format(when="on 20 April 2025")} if ends else None

    fronts = {path: _front(page) for path, page in _pages(today).items() if not path.startswith("known/2025")}

    assert [path for path, front in fronts.items() if front.get("banner") != banner] == []


@pytest.mark.parametrize(
    ("published", "reliability", "said"),
    [
        ("2025-04-20", None, f"{ENDS} appeared on 20 April 2025."),
        ("2025-04", None, f"{ENDS} appeared in April 2025."),
        ("2024", None, f"{ENDS} appeared in 2024."),
        (None, None, None),
        ("2025-05-09", "low", f"{ENDS} appeared on 1 March 2025. What is later is marked as low."),
    ],
)
def test_the_banner_is_true_of_any_record(published: str | None, reliability: str | None, said: str | None) -> None:
    dated = {"published": published and day(published), "reliability": reliability, "reliability_reason": reliability}
    sound = [source("letter", "the-post", "2025-03-01")] if reliability else []
    graph = linked(source("newest", "the-post").model_copy(update=dated), *sound)
    pages = render(analyse(graph, TODAY), WORDS, NO_CHARTS, Edition(date(2026, 1, 1)))

    (home,) = (one for one in pages if one.path == "index.md")

    assert _front(home.content.decode()).get("banner") == (said and {"kind": "ends", "text": said})


def test_the_record_as_known_in_a_month_is_that_of_its_end() -> None:
    title = _front(_pages(days=(day("2025-03"),))["known/2025-03.md"])["title"]

    assert title == "As known at the end of March 2025"


def test_a_page_of_the_past_says_so_and_is_kept_from_search_engines() -> None:
    front = _front(PAGES["known/2025-03-02.md"])

    assert (front["banner"], front["noindex"]) == (
        {"kind": "edition", "text": "The record as it was known on 2 March 2025"},
        True,
    )


def test_a_day_that_was_asked_for_has_a_page_too() -> None:
    pages = _pages(days=(PartialDate.parse("2025-03-05"), PartialDate.parse("2025-03-31")))

    assert sorted(set(pages) - set(PAGES)) == ["known/2025-03-05.md"]
    assert "[5 March 2025](2025-03-05.md)" in pages["known/index.md"]


def test_a_preview_marks_what_is_due_and_names_files_to_edit() -> None:
    page = _pages(date(2041, 1, 1), preview=True)["facts/why-did-the-horn-fall-silent.md"]

    assert "content/facts/horn-silent.yaml" in page
    assert '<mark class="due">' in page
    assert '<mark class="due">' not in _pages(date(2041, 1, 1))["facts/why-did-the-horn-fall-silent.md"]


@pytest.mark.parametrize("path", sorted(PAGES))
def test_a_page_begins_with_front_matter_and_one_heading_and_is_tidy(path: str) -> None:
    page = PAGES[path]
    body = page.split("---\n", 2)[2]

    assert {"title", "description"} <= _front(page).keys()
    assert len([line for line in body.splitlines() if line.startswith("# ")]) == 1
    assert [line for line in page.splitlines() if line != line.rstrip()] == []
    assert "\n\n\n" not in page
    assert page.endswith("\n")
