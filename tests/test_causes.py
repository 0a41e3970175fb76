"""A file or a folder that is refused is told, and not what follows from it for all that refers into it."""

import shutil
from pathlib import Path

import pytest

from explainer.record.load import load
from tests.conftest import Run, Told


def test_what_lies_in_a_folder_that_is_a_link_is_not_told_as_missing(run: Run, told: Told, tmp_path: Path) -> None:
    shutil.move("content/terms", tmp_path / "elsewhere")
    Path("content/terms").symlink_to(tmp_path / "elsewhere")

    told(
        """\
content/terms:1:1: error: `terms` is a link [not-regular-file]
    hint: put the file itself here
""",
        run("check")[1],
    )


def test_what_lies_in_a_folder_with_a_misspelt_name_is_not_told_as_missing(run: Run, told: Told) -> None:
    Path("content/sources").rename("content/source")

    told(
        """\
content/source:1:1: error: there is no kind of record called `source` [unknown-folder]
    hint: did you mean `sources`?
""",
        run("check")[1],
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("log_2025.yaml", "`log_2025` cannot be an id [bad-id]"),
        ("log-2025.yml", "`log-2025.yml` is not read [yaml-name]"),
        ("Log-2025.yaml", "`Log-2025` cannot be an id [bad-id]"),
        ("log-2025.yaml.txt", "`log-2025.yaml.txt` is not read [yaml-name]"),
    ],
)
def test_what_rests_on_a_file_with_a_wrong_name_is_not_told(run: Run, name: str, said: str) -> None:
    Path("content/sources/log-2025.yaml").rename(f"content/sources/{name}")

    assert [line for line in run("check")[1].splitlines() if not line.startswith(" ")] == [
        f"content/sources/{name}:1:1: error: {said}"
    ]


def test_a_file_with_a_wrong_name_comes_first_and_is_what_a_reference_may_have_meant(run: Run, told: Told) -> None:
    Path("content/terms/foghorn.yaml").rename("content/terms/Fog_horn.yaml")

    told(
        """\
content/terms/Fog_horn.yaml:1:1: error: `Fog_horn` cannot be an id [bad-id]
    hint: use small letters, digits and single hyphens, at most 64: `fog-horn.yaml`
content/background/why-did-the-horn-fall-silent.yaml:10:11: error: there is no record `foghorn` [unknown-id]
    hint: did you mean `fog-horn`?
content/figures/horn-nights.yaml:5:36: error: there is no record `foghorn` [unknown-id]
    hint: did you mean `fog-horn`?
""",
        run("check")[1],
    )


def test_places_name_the_record_as_it_was_given(run: Run) -> None:
    shutil.copytree("content", "work/record")
    Path("work/record/facts/horn-range.yaml").write_text("", "utf-8")

    assert run("check", "--content", "work/record", "--format", "github")[1] == (
        "::error file=work/record/facts/horn-range.yaml,line=1,col=1,title=empty-file::the file is empty"
        "%0Ahint: fill it in, or delete it\n"
    )


def test_what_was_not_read_is_known_by_its_names_and_not_by_what_is_said_of_it(tmp_path: Path) -> None:
    for file in ("facts/Horn range.yml", "facts/horn-off.yaml", "sourcs/log-2025.yaml", "notes.yaml"):
        (tmp_path / "content" / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / file).write_text("", encoding="utf-8")
    (tmp_path / "content" / "terms").symlink_to(tmp_path)

    found = load(tmp_path / "content")

    assert found.unread == {"Horn range", "horn-range", "horn-off", "log-2025", "notes", "terms"}
    assert found.closed == {"terms", "notes.yaml"}
