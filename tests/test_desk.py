"""The editor's commands, each told with all that it says and does."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from generator.build import build, check
from generator.cli import app
from generator.desk.tidy import scalar, tidy
from generator.load import load
from generator.models.records import Fact
from generator.positions import parse
from tests.small import CONTENT, TODAY

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command on a copy of the small record, which is where the editor stands."""
    shutil.copytree(CONTENT, tmp_path / "content")
    monkeypatch.chdir(tmp_path)

    def command(*words: str) -> tuple[int, str]:
        done = CliRunner().invoke(app, list(words))
        return done.exit_code, done.output

    return command


def test_show_tells_what_a_record_rests_on_and_what_rests_on_it(run: Run) -> None:
    assert run("show", "keeper-asleep") == (
        0,
        (
            "fact `keeper-asleep`: A neighbour's charge\n"
            "  file     content/facts/keeper-asleep.yaml\n"
            "  address  facts/why-did-the-horn-fall-silent/#keeper-asleep\n"
            "  stands   Claimed by Tom Arkle: 1 outlet, 1 origin (Tom Arkle)\n"
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


def test_rename_to_an_id_that_is_taken_changes_nothing(run: Run) -> None:
    assert run("rename", "horn-range", "foghorn") == (2, "Nothing was renamed: there is a record `foghorn` already.\n")


@pytest.mark.parametrize(
    "old", ["horn-silent", "ines-duval", "log-2025", "foghorn", "horn-nights", "fog-2-3", "how-loud-was-it"]
)
def test_a_record_renamed_leaves_no_reference_behind(run: Run, old: str) -> None:
    assert run("rename", old, f"{old}-anew")[0] == 0
    assert check(Path("content"), TODAY)[1] == []


def test_a_new_source_is_written_in_house_order(run: Run) -> None:
    flags = ["--title", "Bread: the price", "--publisher", "The Crumb", "--published", "2025-04-02"]

    assert run("new", "source", *flags, "--url", "https://crumb.example.org/x") == (
        0,
        "content/sources/the-crumb-2025-04-02.yaml is there. Fill in what is missing, then run `make check`.\n",
    )
    assert Path("content/sources/the-crumb-2025-04-02.yaml").read_text("utf-8") == (
        "publisher: The Crumb\n"
        'title: "Bread: the price"\n'
        "url: https://crumb.example.org/x\n"
        "published: 2025-04-02\n"
        "language: en\n"
        "kind: news-article\n"
        "read: excerpt\n"
    )


def test_a_new_quote_takes_its_words_date_and_language_from_its_source(run: Run) -> None:
    words = ["--source", "beacon-2025-03-09", "--excerpt", "toute la nuit", "--speaker", "ines-duval"]

    assert run("new", "quote", *words)[0] == 0
    assert Path("content/quotes/duval-toute-la-nuit.yaml").read_text("utf-8") == (
        "speaker: ines-duval\n"
        "said_on: 2025-03-09\n"
        "occasion: to be filled in\n"
        "text: toute la nuit\n"
        "language: fr\n"
        "evidence:\n"
        "  - source: beacon-2025-03-09\n"
        "    excerpt: toute la nuit\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["new", "fact"], "--title is needed.\n"),
        (["new", "fact", "--titel", "x"], "There is no field `titel`. Did you mean `title`?\n"),
        (["new", "fact", "x"], '`x` belongs to no field; write --field "value".\n'),
        (
            ["new", "story"],
            (
                "There is no kind `story`. The kinds are: background, fact, figure, quote, event, dispute, "
                "actor, source, term, correction.\n"
            ),
        ),
    ],
)
def test_what_is_missing_or_unknown_is_told_and_nothing_is_written(run: Run, words: list[str], said: str) -> None:
    before = sorted(Path("content").rglob("*"))

    assert run(*words) == (2, said)
    assert sorted(Path("content").rglob("*")) == before


MAPPED = "  title → title\n  date → date\n  type → type\n  source → source\n  excerpt → excerpt\n"


def test_a_table_with_a_bad_row_writes_nothing(run: Run) -> None:
    Path("t.csv").write_text(
        "title,date,type,source,excerpt\nA fog,2025-04-02,fog,log-2025,fog\nB,02/04/2025,fog,log-2025,x\n", "utf-8"
    )
    before = sorted(Path("content").rglob("*"))

    assert run("new", "event", "--from", "t.csv", "--yes") == (
        1,
        f"{MAPPED}t.csv:3: `02/04/2025` is not a date [not-a-date]\n1 problems in 2 rows. Nothing was written.\n",
    )
    assert sorted(Path("content").rglob("*")) == before


def test_a_table_becomes_records(run: Run) -> None:
    Path("t.csv").write_text("title,date,type,source,excerpt\nA fog,2025-04-02,fog,log-2025,fog\n", "utf-8")

    assert run("new", "event", "--from", "t.csv", "--yes") == (0, f"{MAPPED}1 records are there. Run `make check`.\n")
    assert Path("content/events/a-fog.yaml").read_text("utf-8") == (
        "title: A fog\ndate: 2025-04-02\ntype: fog\nevidence:\n  - source: log-2025\n    excerpt: fog\n"
    )


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


def test_fmt_keeps_every_value_and_is_done_once(run: Run) -> None:
    before = {one.id: one.record for one in load(Path("content"))[0]}

    assert run("fmt")[0] == 0
    assert run("fmt", "--check") == (0, "0 files.\n")
    after = {one.id: one.record for one in load(Path("content"))[0]}
    assert {key for key in before if _words(before[key]) != _words(after[key])} == set()


def test_fmt_keeps_comments_and_orders_keys() -> None:
    evidence = "evidence:\n  - excerpt: dear\n    source: s # see the shelf\n"
    untidy = f"as_of: 2025\n{evidence}title: Bread\nstatement: It is dear.\n"

    assert tidy(untidy, Fact) == f"title: Bread\nstatement: It is dear.\nas_of: 2025\n{evidence}"


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Cn"]), min_size=1, max_size=30))
def test_any_text_is_written_so_that_it_reads_back_the_same(text: str) -> None:
    text = " ".join(text.split())

    located, problems = parse(f"x: {scalar(text)}\n", "x.yaml")

    assert (located and located.value, problems) == ({"x": text}, [])


def _words(record: object) -> list[str]:
    return str(record).replace("\\n", " ").split()


def test_a_renamed_entry_keeps_a_line_and_a_renamed_page_a_page_at_the_old_address(run: Run, tmp_path: Path) -> None:
    run("rename", "horn-range", "reach-of-the-horn")
    run("rename", "horn-nights", "nights-of-the-horn")

    build(Path("content"), tmp_path / "site_src", TODAY)

    facts = (tmp_path / "site_src" / "facts" / "how-loud-was-it.md").read_text("utf-8")
    line = '<p class="old-address" id="horn-range">This address has changed. The entry is here: '
    assert f'{line}<a href="./#reach-of-the-horn">How far the horn carried</a></p>' in facts
    page = (tmp_path / "site_src" / "figures" / "horn-nights.md").read_text("utf-8")
    assert "[Nights on which the horn sounded](nights-of-the-horn.md)" in page
