"""The command as an editor types it: all that it prints, and how it ends."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from explainer import build as stages
from explainer.cli import main, new
from tests.serving import ROOT, settings_in
from tests.small import CONTENT, small

Run = Callable[..., tuple[int, str, str]]
WRONG = """\
content/events/fog-2-3.yaml:2:7: error: `11.2.2025` is not a date [not-a-date]
    hint: write the year, the month and the day: `2025-02-11` or `2025-11-02`
content/facts/horn-range.yaml:5:1: error: there is no field `statment` [unknown-field]
    hint: did you mean `statement`?
"""
ANNOTATIONS = """\
::error file=content/events/fog-2-3.yaml,line=2,col=7,title=not-a-date::`11.2.2025` is not a date%0Ahint: \
write the year, the month and the day: `2025-02-11` or `2025-11-02`
::error file=content/facts/horn-range.yaml,line=5,col=1,title=unknown-field::there is no field `statment`%0Ahint: \
did you mean `statement`?
"""
PROBLEMS = [
    {
        "file": "content/events/fog-2-3.yaml",
        "line": 2,
        "column": 7,
        "severity": "error",
        "code": "not-a-date",
        "message": "`11.2.2025` is not a date",
        "hint": "write the year, the month and the day: `2025-02-11` or `2025-11-02`",
    },
    {
        "file": "content/facts/horn-range.yaml",
        "line": 5,
        "column": 1,
        "severity": "error",
        "code": "unknown-field",
        "message": "there is no field `statment`",
        "hint": "did you mean `statement`?",
    },
]
FINE = f"0 errors, 0 warnings in {len(small().kinds)} records. Nothing stands in the way of publishing.\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command in a folder that holds the small record; give its exit, its output, its errors."""
    shutil.copytree(CONTENT, tmp_path / "content")
    settings_in(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")

    def type_in(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["explainer", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return int(ended.value.code or 0), said.out, said.err

    return type_in


@pytest.fixture
def wrong(tmp_path: Path, run: Run) -> Run:
    """Run the command in a folder whose record has two mistakes."""
    for name, written, mistaken in (
        ("events/fog-2-3", "2025-02-11", "11.2.2025"),
        ("facts/horn-range", "statement:", "statment:"),
    ):
        path = tmp_path / "content" / f"{name}.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace(written, mistaken), encoding="utf-8")
    return run


def test_a_record_without_mistakes_ends_well(run: Run) -> None:
    assert run("check", "--today", "2025-05-10") == (0, FINE, "")


def test_every_mistake_is_told_in_one_run(wrong: Run) -> None:
    assert wrong("check", "--today", "2025-05-10") == (1, WRONG, "")


def test_mistakes_as_annotations_of_a_pull_request(wrong: Run) -> None:
    assert wrong("check", "--format", "github") == (1, ANNOTATIONS, "")


def test_mistakes_as_json_and_nothing_beside_it(wrong: Run) -> None:
    code, out, err = wrong("check", "--format", "json")

    assert (code, json.loads(out), err) == (1, PROBLEMS, "")


def test_words_for_people_stay_out_of_what_a_program_reads(run: Run) -> None:
    assert run("check", "--today", "2025-05-10", "--format", "json") == (0, "[]\n", FINE)
    assert run("check", "--today", "2025-05-10", "--format", "github") == (0, "", FINE)


def test_colour_is_for_terminals_alone(wrong: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in wrong("check")[1]
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert "\x1b[31merror\x1b[0m" in wrong("check")[1]


def test_a_record_with_mistakes_is_not_built(wrong: Run, tmp_path: Path) -> None:
    code, out, err = wrong("build")

    assert (code, out, err) == (
        1,
        (
            f"Checking the record in content/ …\n{WRONG}"
            f"2 errors, 0 warnings in {len(small().kinds) - 2} records. Nothing was written.\n"
        ),
        "",
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "mkdocs.yml"]


@pytest.mark.slow
def test_a_build_says_what_it_does_and_how_to_open_the_site(run: Run, tmp_path: Path) -> None:
    code, out, err = run("build", "--today", "2025-05-10")

    written = sum(1 for path in (tmp_path / "site_src").rglob("*") if path.is_file() and not path.name.startswith("."))
    pages = sum(1 for _ in (tmp_path / "site").rglob("*.html"))
    assert (code, out, err) == (
        0,
        (
            "Checking the record in content/ …\n"
            f"0 errors, 0 warnings in {len(small().kinds)} records.\n"
            f"site_src/: {written} files written, 0 deleted, 0 as they were.\n"
            "Building the site in site/ …\n"
            f"{pages} pages. Open it with `explainer serve`, or open site/index.html.\n"
        ),
        "",
    )


@pytest.mark.slow
def test_a_site_that_cannot_be_built_leaves_the_old_one(run: Run, tmp_path: Path) -> None:
    for name in ("site", "site_src"):
        (tmp_path / name).mkdir()
    (tmp_path / "site" / ".explainer").touch()
    (tmp_path / "site" / "index.html").write_text("the old one", encoding="utf-8")
    (tmp_path / "site_src" / ".manifest").touch()
    (tmp_path / "site_src" / "stray.md").write_text("[a link](nowhere.md)\n", encoding="utf-8")

    code, _, err = run("build", "--today", "2025-05-10")

    assert (code, err.splitlines()[0]) == (1, "The site was not built; the old one stands.")
    assert "stray.md" in err
    assert "nowhere.md" in err
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "the old one"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check", "--content", "none"], "Invalid value for '--content': dir 'none' does not exist."),
        (["check", "--today", "tomorrow"], "Invalid value for --today: `tomorrow` is not a day; write YYYY-MM-DD"),
        (["check", "--format", "xml"], "'xml' is not one of 'text', 'json', 'github'."),
        (
            ["build", "--config", "content/site.yaml", "--known-by", "2025"],
            "for --known-by: `2025` is not a day; write YYYY-MM-DD",
        ),
        (["chekc"], "No such command 'chekc'"),
    ],
)
def test_wrong_usage_is_told_and_ends_with_2(run: Run, words: list[str], said: str) -> None:
    code, out, err = run(*words)

    assert (code, said in err) == (2, True), out + err


def test_what_the_machine_refuses_is_one_line_and_ends_with_3(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    code, out, err = run("build", "--today", "2025-05-10", "--site-src", "file/src")

    assert (code, err) == (3, "explainer: the machine refused: [Errno 20] Not a directory: 'file/src'\n")
    assert out == "Checking the record in content/ …\n"


def test_a_bug_shows_its_traceback_and_ends_with_4(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr(stages, "check", broken)

    code, out, err = run("check")

    assert (code, out, err.splitlines()[0]) == (4, "", "Traceback (most recent call last):")
    assert err.splitlines()[-2:] == [
        "RuntimeError: a bug",
        "explainer: this is a bug of the generator, not of the record",
    ]


def test_ctrl_c_ends_a_command_quietly_with_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(stages, "check", stopped)

    assert run("check") == (130, "", "")


def test_ctrl_c_at_a_question_ends_quietly_with_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise typer.Abort

    monkeypatch.setattr(new, "at_terminal", lambda: True)
    monkeypatch.setattr(typer, "prompt", stopped)

    assert run("new", "fact")[0] == 130


def test_ctrl_c_while_the_command_is_imported_ends_quietly_with_130() -> None:
    """Imports take a second, in which nothing of the command stands yet."""
    code = (
        "import builtins, explainer.__main__ as entry; whole = builtins.__import__\n"
        "def stopped(name, *rest):\n"
        "    if name == 'explainer.render.charts': raise KeyboardInterrupt\n"
        "    return whole(name, *rest)\n"
        "builtins.__import__ = stopped; entry.main()"
    )

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@pytest.mark.parametrize("command", ["check", "build", "serve"])
def test_help_says_what_each_option_is_for(run: Run, command: str) -> None:
    code, out, _ = run(command, "--help")

    options = [line.split("--")[1] for line in out.splitlines() if "--" in line]
    assert (code, [one for one in options if len(one.split()) < 4]) == (0, [])
    assert "The folder with the record." in out
