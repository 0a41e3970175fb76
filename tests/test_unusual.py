"""What is allowed and merely unusual is built whole; what cannot be built is refused with what to do."""

import shutil
from pathlib import Path

import pytest

from explainer.build import Built, build
from explainer.record.problems import format_problems
from tests.small import CONTENT, TODAY

Change = tuple[str, str, str]


def _built(folder: Path, *changes: Change) -> Built:
    """Build a copy of the small record in which, in each file named, one text is exchanged for another."""
    shutil.copytree(CONTENT, folder / "content")
    for file, old, new in changes:
        path = folder / "content" / file
        text = path.read_text(encoding="utf-8")
        assert old in text, (file, old)
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return build(folder / "content", folder / "src", TODAY)


def _said(built: Built) -> str:
    return format_problems(built.problems, "text")


@pytest.mark.parametrize("value", ["1500000000000", "999999999999999", "1000000000000000", "0.5"])
def test_any_number_has_its_place_on_a_chart(value: str, tmp_path: Path) -> None:
    values = "".join(
        f"  - as_of: 2025-0{month}-28\n    value: {value}\n    counter: horn-watch\n    evidence:\n"
        f"      - source: log-2025\n        excerpt: the log gives {value}\n"
        for month in (2, 3, 4)
    )

    built = _built(tmp_path, ("figures/horn-loudness.yaml", "observations:\n", f"observations:\n{values}"))

    assert _said(built) == ""
    assert (tmp_path / "src" / "assets" / "charts" / "horn-loudness.svg").exists()


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("Why? " * 44, []),
        ("W" * 220, []),
        ("لماذا صمت البوق؟", ["card-has-its-letters"]),
        ("霧笛はなぜ止んだのか", ["card-has-its-letters"]),
        ("Warum? \N{FOGGY}", ["card-has-its-letters"]),
    ],
    ids=["220 characters", "one word", "Arabic", "Japanese", "emoji"],
)
def test_a_question_of_any_length_and_script_has_a_card_or_a_warning(
    question: str, codes: list[str], tmp_path: Path
) -> None:
    built = _built(tmp_path, ("background/how-loud-was-it.yaml", "How loud was it?", question))

    page = (tmp_path / "src" / "background" / "how-loud-was-it.md").read_text(encoding="utf-8")
    card = tmp_path / "src" / "assets" / "cards" / "how-loud-was-it.png"
    assert [one.code for one in built.problems] == codes
    assert (card.exists(), "\ncard: " in page) == (not codes, not codes)
    assert f"# {question.split(maxsplit=1)[0]}" in page


def test_a_site_whose_title_has_no_card_is_told_so_once(tmp_path: Path) -> None:
    built = _built(tmp_path, ("site.yaml", "title: The foghorn of Merrow Bay", "title: Туманный горн"))

    assert _said(built) == (
        "content/site.yaml:1:8: warning: no picture for sharing can be drawn: its font has no Т, у, м "
        "[card-has-its-letters]\n    hint: the page itself is whole; a title in Latin letters alone has a picture"
    )
    assert not (tmp_path / "src" / "assets" / "cards").exists()
