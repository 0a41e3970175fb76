"""The editor's commands that show, rename and compare records, each with all that it says and does."""

import subprocess
from pathlib import Path

import pytest

from generator.build import check
from generator.load import load
from tests.conftest import Run
from tests.small import TODAY, small


def test_show_tells_what_a_record_rests_on_and_what_rests_on_it(run: Run) -> None:
    assert run("show", "keeper-asleep") == (
        0,
        (
            "fact `keeper-asleep`: A neighbour's charge\n"
            "  file     content/facts/keeper-asleep.yaml\n"
            "  address  facts/why-did-the-horn-fall-silent/#keeper-asleep\n"
            "  stands   Claimed by Tom Arkle: The Merrow Gazette · 1 origin (Tom Arkle)\n"
            "  known    from 2025-03-06\n"
            "  rests on beacon-2025-03-09 ← ines-duval, 2025-03-09: “Je sonnais la corne à la main”\n"
            "  rests on gazette-2025-03-06 ← tom-arkle, 2025-03-06: "
            "“The keeper, Ines Duval, slept through it on the 12th”\n"
            "  used by  why-did-the-horn-fall-silent (mentioned in)\n"
        ),
    )


def test_show_of_what_is_not_there_names_what_is_like_it(run: Run) -> None:
    assert run("show", "keeper-aslep") == (2, "There is no record `keeper-aslep`. Did you mean `keeper-asleep`?\n")


def test_rename_changes_the_file_and_every_reference(run: Run) -> None:
    assert run("rename", "horn-range", "reach-of-the-horn") == (
        0,
        (
            "`horn-range` is `reach-of-the-horn` now, in 2 files:\n"
            "  content/facts/horn-range.yaml\n"
            "  content/background/how-loud-was-it.yaml\n"
        ),
    )
    assert check(Path("content"), TODAY)[1] == []
    assert Path("content/facts/reach-of-the-horn.yaml").read_text("utf-8").endswith("formerly: [horn-range]\n")


@pytest.mark.parametrize(
    ("new", "why"),
    [
        ("foghorn", "there is a record `foghorn` already"),
        ("Horn", "`Horn` cannot be an id: small letters, digits and single hyphens, at most 64"),
        ("con", "`con` cannot be an id: small letters, digits and single hyphens, at most 64"),
        ("../horn", "`../horn` cannot be an id: small letters, digits and single hyphens, at most 64"),
        ("horn-is-silent", "`horn-is-silent` is taken for ever: `horn-silent` had it once"),
    ],
)
def test_an_id_that_cannot_be_had_changes_nothing(run: Run, new: str, why: str) -> None:
    before = _texts()

    assert run("rename", "horn-range", new) == (2, f"Nothing was renamed: {why}.\n")
    assert _texts() == before


def test_a_file_that_cannot_be_read_keeps_from_renaming(run: Run) -> None:
    Path("content/facts/keeper-asleep.yaml").write_text("title: %\n", "utf-8")
    before = _texts()

    code, said = run("rename", "horn-range", "reach-of-the-horn")

    assert (code, said.splitlines()[-1]) == (1, "Nothing was renamed: references in these files cannot be read.")
    assert _texts() == before


@pytest.mark.parametrize("old", sorted(small().kinds))
def test_a_record_renamed_leaves_no_reference_behind_and_can_be_renamed_back(run: Run, old: str) -> None:
    before = {one.id: one.record for one in load(Path("content"))[0]}

    assert run("rename", old, f"{old}-anew")[0] == 0
    assert check(Path("content"), TODAY)[1] == []
    assert run("rename", f"{old}-anew", old)[0] == 0

    after = {one.id: one.record for one in load(Path("content"))[0]}
    had = tuple(getattr(before[old], "formerly", ()))
    assert after[old] == before[old].model_copy(update={"formerly": (*had, f"{old}-anew")})
    assert {**after, old: before[old]} == before


def test_the_reasons_of_a_sum_follow_a_counter_that_is_renamed(run: Run) -> None:
    run("rename", "lighthouse-trust", "trust")

    assert "      trust: The Trust left out" in Path("content/site.yaml").read_text("utf-8")


def test_diff_tells_what_a_change_moves(run: Run) -> None:
    git = ["git", "-c", "user.name=E", "-c", "user.email=e@example.org"]
    for words in (["init", "-q"], ["add", "content"], ["commit", "-q", "-m", "before"]):
        subprocess.run([*git, *words], check=True)
    figure = Path("content/figures/horn-loudness.yaml")
    figure.write_text(figure.read_text("utf-8").replace("118.5", "119.5"), "utf-8")
    run("rename", "horn-range", "reach-of-the-horn")

    assert run("diff", "HEAD") == (
        0,
        (
            "Renamed:\n"
            "  fact `horn-range` → `reach-of-the-horn`\n"
            "Changed:\n"
            "  figure `horn-loudness`\n"
            "  question `how-loud-was-it`\n"
            "Figures:\n"
            "  `horn-loudness`: about 118.5 by June 2024 → about 119.5 by June 2024\n"
            "Pages:\n"
            "  background/how-loud-was-it/\n"
            "  facts/how-loud-was-it/\n"
            "  figures/horn-loudness/\n"
        ),
    )


def test_diff_on_a_pull_request_is_markdown(run: Run) -> None:
    git = ["git", "-c", "user.name=E", "-c", "user.email=e@example.org"]
    for words in (["init", "-q"], ["add", "content"], ["commit", "-q", "-m", "before"]):
        subprocess.run([*git, *words], check=True)
    Path("content/terms/foghorn.yaml").write_text("term: Foghorn\ndefinition: |\n  A horn.\n", "utf-8")

    assert run("diff", "HEAD", "--markdown") == (
        0,
        (
            "### Changed\n- term `foghorn`\n\n"
            "### Pages\n- background/why-did-the-horn-fall-silent/\n- figures/horn-nights/\n- glossary/\n"
        ),
    )


def test_diff_with_what_git_does_not_know_says_so(run: Run) -> None:
    subprocess.run(["git", "init", "-q"], check=True)

    code, said = run("diff", "nowhere")

    assert (code, said.split(":")[0]) == (2, "git has no state `nowhere` of content/")


def _texts() -> dict[Path, str]:
    return {path: path.read_text("utf-8") for path in sorted(Path("content").rglob("*.yaml"))}
