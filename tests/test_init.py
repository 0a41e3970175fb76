"""A new explainer begins as a record that is right, with all that checks, builds and publishes it."""

import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml

from explainer.build import check
from explainer.record.models import KINDS
from tests.conftest import ROOT, Run
from tests.small import TODAY

GIVEN = {
    "--title": "Rent: why & <how>",
    "--question": "Why is rent rising?",
    "--language": "en",
    "--event-types": "Meeting, Vote} {, Ley nº 3",
}
FLAGS = [word for pair in GIVEN.items() for word in pair]


@pytest.fixture
def new_site(run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Begin an explainer by flags."""
    monkeypatch.setattr("explainer.cli.init.today", lambda: TODAY)
    code, said = run("init", "my-site", *FLAGS)
    assert code == 0, said
    return Path("my-site")


def test_it_has_an_example_of_each_kind_and_nothing_is_wrong_with_any(new_site: Path) -> None:
    checked = check(new_site / "content", TODAY)

    assert checked.problems == []
    graph = checked.graph
    assert graph is not None
    assert {kind for kind in KINDS if getattr(graph, kind)} == set(KINDS)
    assert (graph.site.title, graph.site.question) == (GIVEN["--title"], GIVEN["--question"])
    assert {one: of.label for one, of in graph.site.event_types.items()} == {
        "meeting": "Meeting", "vote": "Vote} {", "ley-no-3": "Ley nº 3",
    }  # fmt: skip
    assert [one for one in graph.kinds if not one.startswith("example-")] == []


def test_its_examples_are_right_on_whatever_day_it_begins(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    day = date(2032, 2, 29)
    monkeypatch.setattr("explainer.cli.init.today", lambda: day)

    assert run("init", "my-site", *FLAGS)[0] == 0

    assert check(Path("my-site/content"), day).problems == []


def test_its_files_are_in_house_order_and_what_is_made_is_ignored(new_site: Path) -> None:
    done = [sys.executable, "-m", "explainer", "fmt", "--check"]

    assert subprocess.run(done, cwd=new_site, check=False).returncode == 0
    assert sorted(str(path.relative_to(new_site)) for path in new_site.rglob("*") if "content" not in path.parts) == [
        ".github", ".github/CONTRIBUTING.md", ".github/ISSUE_TEMPLATE", ".github/ISSUE_TEMPLATE/error.yml",
        ".github/ISSUE_TEMPLATE/source.yml", ".github/workflows", ".github/workflows/check.yml",
        ".github/workflows/pages.yml", ".gitignore", "mkdocs.yml", "requirements.txt",
    ]  # fmt: skip
    subprocess.run(["git", "init", "-q"], cwd=new_site, check=True)
    made = ["site/index.html", "site_src/index.md", "mkdocs.site_src.yml", ".vscode/settings.json", ".preview-src/x"]
    ignored = subprocess.run(["git", "check-ignore", *made], cwd=new_site, capture_output=True, text=True, check=False)
    assert ignored.stdout.split() == made


def test_its_settings_are_this_repositorys_but_for_the_folder_of_the_theme(new_site: Path) -> None:
    texts = [(root / "mkdocs.yml").read_text("utf-8").replace("!ENV ", "") for root in (ROOT, new_site)]
    ours, its = map(yaml.safe_load, texts)

    assert ours["theme"].pop("custom_dir") == "generator/explainer/theme"
    assert its == ours


def test_its_workflows_trust_what_ours_do_and_nothing_they_need_not(new_site: Path) -> None:
    pinned = re.compile(r"uses: (\S+@[0-9a-f]{40} # \S+)")
    flows = [sorted((root / ".github" / "workflows").glob("*.yml")) for root in (ROOT, new_site)]
    ours, its = ({one for path in some for one in pinned.findall(path.read_text("utf-8"))} for some in flows)
    zizmor = shutil.which("zizmor", path=Path(sys.executable).parent)
    assert zizmor is not None

    done = subprocess.run(
        [zizmor, "--offline", "--no-progress", "--persona=pedantic", str(new_site / ".github")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert its == ours
    assert done.returncode == 0, done.stdout + done.stderr
    for name in ("error.yml", "source.yml"):
        form = Path(".github/ISSUE_TEMPLATE") / name
        assert (new_site / form).read_bytes() == (ROOT / form).read_bytes()


def test_at_a_terminal_it_asks(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("explainer.cli.init.at_terminal", lambda: True)
    monkeypatch.setattr("explainer.cli.init.today", lambda: TODAY)

    code, said = run("init", "my-site", typed="The pond\nHow deep is it?\n\nRipple, Splash\n")

    graph = check(Path("my-site/content"), TODAY).graph
    assert graph is not None
    assert (code, graph.site.title, graph.site.question) == (0, "The pond", "How deep is it?")
    assert (graph.site.language, list(graph.site.event_types)) == ("en", ["ripple", "splash"])
    assert said.splitlines() == [
        "What is it called?: The pond",
        "Which question does it answer, as a reader would ask it?: How deep is it?",
        "In which language will it be? The generator has words in en [en]: ",
        "Which types of events happen in it, as `Meeting, Vote`?: Ripple, Splash",
        "An explainer is begun in my-site/, with an example of each kind of record.",
        ("Next: `cd my-site`, then `explainer serve` shows it; .github/CONTRIBUTING.md tells the first steps."),
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["my-site"], 'Say --title "…": What is it called?'),
        (["content", *FLAGS], "content/ is not empty: name a new folder."),
        (["my-site", *FLAGS, "--language", "xx"], "There are no words in `xx`: the languages are en."),
        (
            ["my-site", *FLAGS, "--event-types", ","],
            'Name at least one type of events: --event-types "Meeting, Vote".',
        ),
    ],
)
def test_what_cannot_begin_says_why_and_writes_nothing(run: Run, words: list[str], said: str) -> None:
    assert run("init", *words) == (2, f"{said}\n")
    assert not Path("my-site").exists()
