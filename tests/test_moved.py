"""Old addresses: what stands where a record once stood, after `explainer rename`."""

from pathlib import Path

import pytest

from explainer.build import check
from explainer.render.charts.chart import NO_CHARTS
from explainer.render.pages import Edition, render
from tests.conftest import Run
from tests.small import TODAY, WORDS

PAGE = "# {0}\n\nThis address has changed. The entry is here: [{0}]({1}.md)\n{{ .old-address }}\n"


def _pages() -> dict[str, str]:
    checked = check(Path("content"), TODAY)
    assert checked.analysis is not None, checked.problems
    return {one.path: one.content.decode() for one in render(checked.analysis, WORDS, NO_CHARTS, Edition(TODAY))}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new", "name", "folders"),
    [
        ("how-loud-was-it", "how-far-it-carried", "How loud was it?", ["background", "facts"]),
        ("ines-duval", "the-keeper", "Ines Duval", ["actors", "quotes"]),
        ("harbour-office", "the-office", "Harbour Office", ["actors"]),
        ("horn-nights", "nights-of-the-horn", "Nights on which the horn sounded", ["figures"]),
        ("horn-range", "reach-of-the-horn", "How far the horn carried", []),
    ],
)
def test_each_page_that_had_the_old_id_leaves_a_line_with_a_link(
    run: Run, old: str, new: str, name: str, folders: list[str]
) -> None:
    before = set(_pages())

    run("rename", old, new)

    after = _pages()
    assert before - set(after) == set()
    assert {path: after[path].split("\n\n", 1)[1] for path in after if path.endswith(f"/{old}.md")} == {
        f"{folder}/{old}.md": PAGE.format(name, new) for folder in folders
    }
