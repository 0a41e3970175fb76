"""The editor's commands that show, rename and compare records, each with all that it says and does."""

import re
import subprocess
from pathlib import Path

import pytest

from explainer.build import check
from explainer.record.load import load
from tests.conftest import Run
from tests.small import TODAY, small

GAZETTE = "gazette-2025-04-20, 2025-04-20: “the horn sounded on at least five nights”"
FILES = len(small().kinds) + 1
BOAST = "rumour-2025-04 ← tom-arkle, 2025-04: “three times three nights of it”"


def test_show_tells_what_a_record_rests_on_and_what_rests_on_it(run: Run) -> None:
    assert run("show", "keeper-asleep") == (
        0,
        (
            "fact `keeper-asleep`: A neighbour's charge\n"
            "  file     content/facts/keeper-asleep.yaml\n"
            "  address  facts/why-did-the-horn-fall-silent/#keeper-asleep\n"
            "  stands   One side's word: Tom Arkle: The Merrow Gazette · 1 origin (Tom Arkle)\n"
            "  known    from 2025-03-06\n"
            "  rests on beacon-2025-03-09 ← ines-duval, 2025-03-09: “Je sonnais la corne à la main”\n"
            "  rests on gazette-2025-03-06 ← tom-arkle, 2025-03-06: "
            "“The keeper, Ines Duval, slept through it on the 12th”\n"
            "  used by  why-did-the-horn-fall-silent (mentioned in)\n"
        ),
    )


def test_show_of_what_is_not_there_names_what_is_like_it(run: Run) -> None:
    assert run("show", "keeper-aslep") == (2, "There is no record `keeper-aslep`. Did you mean `keeper-asleep`?\n")


def test_show_of_a_figure_names_the_value_that_each_passage_bears(run: Run) -> None:
    assert _shown(run, "horn-nights", "rests on") == [
        "rests on log-2025, 2025-03-01: “February: two nights” for 2 by February 2025",
        f"rests on {GAZETTE} for at least 5 by 20 April 2025",
        "rests on log-2025, 2025-04-30: “To 20 April no more than four” for at most 4 by 20 April 2025",
        f"rests on {BOAST} for about 9 by 30 April 2025",
    ]


def test_one_value_of_a_figure_and_one_count_of_an_event_are_shown_with_what_they_rest_on(run: Run) -> None:
    assert _shown(run, "horn-nights@2025-04-20:merrow-gazette", "figure", "stands", "rests on") == [
        "figure `horn-nights@2025-04-20:merrow-gazette`: Nights on which the horn sounded",
        "stands   One report. Contested by Merrow Lighthouse Trust: The Merrow Gazette · 1 origin (The Merrow Gazette)",
        f"rests on {GAZETTE} for at least 5 by 20 April 2025",
    ]
    assert _shown(run, "fog-2-3@blasts", "rests on") == [
        "rests on log-2025, 2025-03-01: “11 and 12 February: two nights, between 90 and 110 blasts”",
        "rests on gazette-2025-03-06, 2025-03-06: “two nights running the bay was white”",
    ]
    assert run("show", "fog-2-3@blast") == (
        2,
        "There is no value or count of `fog-2-3` named `blast`. Did you mean `blasts`?\n",
    )


def test_show_of_a_question_tells_how_that_stands_on_which_its_answer_rests(run: Run) -> None:
    assert _shown(run, "how-loud-was-it", "rests on") == [
        "rests on fact `horn-range`: Several reports; also said by Harbour Office",
        "rests on figure `horn-loudness`: One report",
    ]


def test_how_a_record_uses_another_is_told_in_plain_words(run: Run) -> None:
    assert _shown(run, "lighthouse-trust", "used by") == [
        "used by  horn-loudness (counted by it)",
        "used by  horn-nights (counted by it)",
        "used by  how-many-blasts (held by it)",
        "used by  log-2025 (published by it)",
    ]


def test_rename_changes_the_file_and_every_reference(run: Run) -> None:
    assert run("rename", "horn-range", "reach-of-the-horn") == (
        0,
        (
            "`horn-range` is `reach-of-the-horn` now, in 2 files:\n"
            "  content/facts/horn-range.yaml\n"
            "  content/background/how-loud-was-it.yaml\n"
        ),
    )
    assert check(Path("content"), TODAY).problems == []
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


@pytest.mark.slow
@pytest.mark.parametrize("old", sorted(small().kinds))
def test_a_record_renamed_leaves_no_reference_behind_and_can_be_renamed_back(run: Run, old: str) -> None:
    before = {one.id: one.record for one in load(Path("content")).records}

    assert run("rename", old, f"{old}-anew")[0] == 0
    assert check(Path("content"), TODAY).problems == []
    assert run("rename", f"{old}-anew", old)[0] == 0

    after = {one.id: one.record for one in load(Path("content")).records}
    had = tuple(getattr(before[old], "formerly", ()))
    assert after[old] == before[old].model_copy(update={"formerly": (*had, f"{old}-anew")})
    assert {**after, old: before[old]} == before


def test_a_file_in_house_order_is_in_order_after_a_rename(run: Run) -> None:
    run("fmt")
    run("rename", "horn-silent", "a-much-longer-id-for-the-silence-of-the-horn")
    run("rename", "foghorn", "a-horn-for-fog")

    assert run("fmt", "--check") == (0, f"{FILES} of {FILES} files are in order.\n")


def test_the_reasons_of_a_sum_follow_a_counter_that_is_renamed(run: Run) -> None:
    run("rename", "lighthouse-trust", "trust")

    assert "      trust: The Trust left out" in Path("content/site.yaml").read_text("utf-8")


def test_diff_tells_what_a_change_moves(run: Run) -> None:
    git = ["git", "-c", "user.name=E", "-c", "user.email=e@example.org"]
    for words in (["init", "-q"], ["add", "content"], ["commit", "-q", "-m", "before"]):
        subprocess.run([*git, *words], check=True)
    figure = Path("content/figures/horn-loudness.yaml")
    figure.write_text(figure.read_text("utf-8").replace("118.5", "119.5"), "utf-8")
    nights = Path("content/figures/horn-nights.yaml")
    text = re.sub(r"  - as_of: 2025-04-20\n    value: 5\n.*?counted.\n", "", nights.read_text("utf-8"), flags=re.DOTALL)
    nights.write_text(text.replace("value: 2", "value: 3"), "utf-8")
    dispute = Path("content/disputes/how-many-blasts.yaml")
    dispute.write_text(re.sub(r"    stated_in: .*gazette.*\n", "", dispute.read_text("utf-8")), "utf-8")
    event = Path("content/events/fog-2-3.yaml")
    event.write_text(event.read_text("utf-8").replace("max: 110", "max: 111"), "utf-8")
    run("rename", "horn-range", "reach-of-the-horn")
    run("rename", "lighthouse-trust", "trust")

    assert run("diff", "HEAD") == (
        0,
        (
            "Renamed:\n"
            "  fact `horn-range` → `reach-of-the-horn`\n"
            "  actor `lighthouse-trust` → `trust`\n"
            "Changed:\n"
            "  event `fog-2-3`\n"
            "  figure `horn-loudness`\n"
            "  figure `horn-nights`\n"
            "  dispute `how-many-blasts`\n"
            "Figures:\n"
            "  `horn-loudness`: about 118.5 decibels in June 2024 → about 119.5 decibels in June 2024\n"
            "  `fog-2-3`, Blasts: 90–110 → 90–111\n"
            "  `horn-nights`: 2 by February 2025 → 3 by February 2025\n"
            "  `horn-nights`: at least 5 by 20 April 2025 → taken out\n"
            "Pages:\n"
            "  actors/lighthouse-trust/\n"
            "  actors/trust/\n"
            "  background/how-loud-was-it/\n"
            "  background/why-did-the-horn-fall-silent/\n"
            "  disputes/how-many-blasts/\n"
            "  facts/how-loud-was-it/\n"
            "  figures/horn-loudness/\n"
            "  figures/horn-nights/\n"
            "  timeline/2025-02/\n"
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


def _shown(run: Run, target: str, *begin: str) -> list[str]:
    lines = [line.strip() for line in run("show", target)[1].splitlines()]
    return [line for line in lines if line.startswith(begin)]


def _texts() -> dict[Path, str]:
    return {path: path.read_text("utf-8") for path in sorted(Path("content").rglob("*.yaml"))}
