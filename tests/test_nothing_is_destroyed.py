"""No command deletes or writes over what people made, whatever folder or word it is given."""

import hashlib
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

BUILD = ("build", "--today", "2025-05-10")


def _digests(folder: Path) -> dict[Path, str]:
    files = sorted(one for one in folder.rglob("*") if one.is_file())
    return {one: hashlib.sha256(one.read_bytes()).hexdigest() for one in files}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a home folder that holds the project, with a folder of photographs and links."""
    monkeypatch.setenv("HOME", str(tmp_path.parent))
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "us.jpg").write_text("us", encoding="utf-8")
    (tmp_path / ".git" / "objects").mkdir(parents=True)
    (tmp_path / "link").symlink_to("content")
    (tmp_path / "way").symlink_to(".")
    return tmp_path


@pytest.mark.parametrize("option", ["--site", "--site-src"])
@pytest.mark.parametrize(
    ("folder", "why"),
    [
        ("content", "is the record"),
        ("content/facts", "lies in the record"),
        ("content/site", "lies in the record"),
        ("way/content", "is the record"),
        ("link", "is a link"),
        ("link/facts", "lies in the record"),
        (".", "is, or lies in, what git keeps"),
        ("..", "holds the record"),
        (".git", "is, or lies in, what git keeps"),
        (".git/objects", "is, or lies in, what git keeps"),
        ("photos", "has files in it that no build made"),
        ("way/photos", "has files in it that no build made"),
        ("/", "holds the record"),
        (str(ROOT / "generator" / "explainer"), "is the generator"),
        (str(ROOT / "generator" / "explainer" / "assets"), "lies in the generator"),
    ],
)
def test_a_folder_that_holds_anything_else_is_refused(run: Run, home: Path, option: str, folder: str, why: str) -> None:
    before = _digests(home)

    code, said = run(*BUILD, option, folder)

    said = " ".join(said.replace("│", " ").split())
    assert (code, f"{folder} {why}" in said, "name a folder that does not exist" in said) == (2, True, True), said
    assert _digests(home) == before


def test_both_folders_of_a_build_cannot_be_one(run: Run) -> None:
    code, said = run(*BUILD, "--site", "site_src", "--site-src", "site_src")

    assert (code, "is the --site-src" in said) == (2, True)


@pytest.mark.slow
def test_the_home_folder_is_no_place_and_a_project_in_it_is_one(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()

    assert run(*BUILD, "--site", "home")[0] == 2
    assert run(*BUILD, "--site", "home/site")[0] == 0


@pytest.mark.slow
def test_what_a_build_made_is_built_again_and_a_fresh_clone_is_empty_enough(run: Run, tmp_path: Path) -> None:
    (tmp_path / "site_src").mkdir()
    (tmp_path / "site_src" / ".gitignore").write_text("*\n", encoding="utf-8")

    assert [run(*BUILD)[0] for _ in range(2)] == [0, 0]


def test_serve_refuses_as_build_does(run: Run) -> None:
    assert run("serve", "--site", "content")[0] == 2


@pytest.mark.parametrize("word", ["--output=F", "-oF", "--remote=F", "--exec=F", "-"])
def test_no_word_handed_to_git_is_an_option_of_git(run: Run, tmp_path: Path, word: str) -> None:
    (tmp_path / "F").write_text("keep", encoding="utf-8")
    subprocess.run(["git", "init", "-q"], check=True)

    code, said = run("diff", "--", word)

    assert (code, said.partition(":")[0]) == (2, f"git has no state `{word}` of content/")
    assert (tmp_path / "F").read_text(encoding="utf-8") == "keep"
