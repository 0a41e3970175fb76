"""What is allowed and merely unusual is built whole; what cannot be built is refused with what to do."""

import shutil
from pathlib import Path

import pytest

from explainer.build import Built, build, publish
from explainer.record.problems import format_problems
from tests.conftest import ROOT
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


MARKS = {"half-width": "\uff9f", "combining": "\u0301", "stars": "***", "emoji": "\N{FOGGY}"}


@pytest.mark.parametrize("mark", MARKS.values(), ids=MARKS)
def test_a_text_without_a_letter_stands_wherever_a_text_can(mark: str, tmp_path: Path) -> None:
    built = _built(
        tmp_path,
        ("actors/tom-arkle.yaml", "Tom Arkle", f'"{mark}"'),
        ("facts/keeper-asleep.yaml", "statement: ", f'statement: "{mark} says that she slept."  # '),
        ("facts/horn-range.yaml", "We heard it", f'"{mark}"  # '),
        ("facts/horn-range.yaml", "nine miles out to sea", "over there"),
        ("sources/rumour-2025-04.yaml", "publisher: ", f'publisher: "{mark}"  # '),
    )

    assert built.synced is not None, _said(built)


def test_brackets_in_a_name_are_text_on_every_page(tmp_path: Path) -> None:
    """Side by side they would look like a reference that leads to nothing, which ends a build."""
    name = "'[a][b] [^c] ]: [TOC]'"
    fields = (
        ("site.yaml", "title: The foghorn of Merrow Bay"),
        ("site.yaml", "label: Outer bay"),
        ("site.yaml", "office: The office"),
        ("actors/ines-duval.yaml", "name: Ines Duval"),
        ("actors/merrow-gazette.yaml", "name: The Merrow Gazette"),
        ("background/how-loud-was-it.yaml", "question: How loud was it?"),
        ("disputes/how-many-blasts.yaml", "question: How many blasts on the two nights?"),
        ("events/fog-2-3.yaml", "title: Two nights of fog, at the mouth and outside"),
        ("facts/horn-range.yaml", "title: How far the horn carried"),
        ("figures/horn-nights.yaml", "title: Nights on which the horn sounded"),
        ("figures/horn-nights.yaml", "unit: nights"),
        ("terms/foghorn.yaml", "term: Foghorn"),
    )
    changes = [(file, field, f"{field.partition(':')[0]}: {name}") for file, field in fields]

    built = _built(tmp_path, ("site.yaml", "Merrow: [-7, 52]", f"{name}: [-7, 52]"), *changes)

    assert built.graph is not None
    assert built.synced is not None, _said(built)
    assert publish(built.graph, ROOT / "mkdocs.yml", tmp_path / "src", tmp_path / "site") > 0
