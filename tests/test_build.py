"""The stages together: a fault in what is built is caught, the old site standing; the bytes are always the same."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from explainer.build import BuildOptions, Built, assets, build, check, newest, publish
from explainer.record.values import PartialDate
from explainer.render.engine import SiteError
from tests.conftest import ROOT
from tests.serving import settings_in
from tests.small import CONTENT, TODAY, analysed, small

pytestmark = pytest.mark.slow
BUILT = ["mkdocs.site_src.yml", "mkdocs.yml", "site", "site_src"]


def _digests(folder: Path) -> dict[str, str]:
    """Give every file with its content in short; the files of the generator's own bookkeeping left out."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.name not in {".lock", ".manifest"}]
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture
def copy(small_site: Path, tmp_path: Path) -> Path:
    """Give a copy of the built small site to break."""
    shutil.copytree(small_site, tmp_path / "small")
    return tmp_path / "small"


@pytest.mark.parametrize(
    ("planted", "said"),
    [
        ("[a link](figures/nowhere.md)", "figures/nowhere.md"),
        ("[an anchor](figures/horn-nights.md#nowhere)", "does not contain an anchor '#nowhere'"),
        ('<p id="questions">twice</p>', "index.html: the id `questions` stands 2 times"),
        ("as [it][nowhere] says", "index.html: `[it][nowhere]` is a reference to nothing"),
        ("so they say.[^1]", "index.html: `[^1]` is a reference to nothing"),
        ('<a href="nowhere/">raw</a>', "index.html: the link `nowhere/` leads nowhere"),
        ('<a href="figures/#nowhere">raw</a>', "the link `figures/#nowhere` leads to a page without that anchor"),
    ],
    ids=["link", "anchor", "id", "reference", "footnote", "raw-link", "raw-anchor"],
)
def test_a_planted_fault_fails_the_build_and_the_old_site_stands(copy: Path, planted: str, said: str) -> None:
    before = _digests(copy / "site")
    home = copy / "site_src" / "index.md"
    home.write_text(f"{home.read_text(encoding='utf-8')}\n{planted}\n", encoding="utf-8")

    with pytest.raises(SiteError) as refused:
        publish(analysed(), copy / "mkdocs.yml", copy / "site_src", copy / "site")

    assert said in str(refused.value)
    assert _digests(copy / "site") == before
    assert sorted(path.name for path in copy.iterdir()) == BUILT


def test_the_site_is_the_same_bytes_whenever_it_is_built(small_site: Path, tmp_path: Path) -> None:
    pages = publish(analysed(), settings_in(tmp_path), small_site / "site_src", tmp_path / "again")

    assert _digests(tmp_path / "again") == _digests(small_site / "site")
    assert pages == sum(1 for name in _digests(small_site / "site") if name.endswith(".html"))


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Adak", "LANG": "tr_TR.UTF-8"},
    ],
    ids=["east", "west"],
)
def test_the_pages_are_the_same_bytes_whatever_the_machine(
    small_site: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    content = tmp_path / "content"
    for path in sorted(CONTENT.rglob("*.yaml"), reverse=True):
        target = content / path.relative_to(CONTENT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    script = (
        "import sys; from datetime import date; from pathlib import Path; from explainer.build import build; "
        f"build(Path(sys.argv[1]), Path(sys.argv[2]), date.fromisoformat('{TODAY}'))"
    )

    subprocess.run(
        [sys.executable, "-c", script, content, tmp_path / "src"], cwd=ROOT, env=os.environ | environment, check=True
    )

    assert _digests(tmp_path / "src") == _digests(small_site / "site_src")


def test_a_record_with_errors_writes_nothing(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    (content / "actors" / "tom-arkle.yaml").unlink()

    built = build(content, tmp_path / "src", TODAY)

    assert isinstance(built, Built)
    assert {problem.code for problem in built.problems} == {"unknown-id"}
    assert built.synced is None
    assert not (tmp_path / "src").exists()


def test_a_draft_is_seen_in_the_preview_alone(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    draft = content / "events" / "horn-dream.yaml"
    draft.write_text(
        (CONTENT / "events" / "fog-5.yaml").read_text(encoding="utf-8") + "draft: true\n", encoding="utf-8"
    )

    published = check(content, TODAY).graph
    build(content, tmp_path / "src", TODAY, BuildOptions(preview=True))

    assert published == small()
    assert "{ #horn-dream }" in (tmp_path / "src" / "timeline" / "2025-04.md").read_text(encoding="utf-8")


def test_a_day_asked_for_is_built(tmp_path: Path) -> None:
    build(CONTENT, tmp_path, TODAY, BuildOptions((PartialDate.parse("2025-03-05"),)))

    assert sorted(path.name for path in (tmp_path / "known").iterdir()) == [
        "2025-03-02.md",
        "2025-03-05.md",
        "2025-03-31.md",
        "index.md",
    ]


def test_the_newest_source_dates_the_built_files() -> None:
    assert newest(small()) == date(2025, 4, 30)


def test_style_scripts_and_fonts_come_with_the_pages() -> None:
    names = {one.path.rpartition(".")[2] for one in assets()}

    assert {"css", "js", "woff2", "svg"} <= names
    assert all(one.path.startswith("assets/") and one.content for one in assets())


def test_an_editors_statement_reaches_the_reader(small_site: Path) -> None:
    page = (small_site / "site" / "facts" / "how-loud-was-it" / "index.html").read_text(encoding="utf-8")

    assert "The horn could be heard nine miles out to sea." in page
    assert 'id="horn-range"' in page


@pytest.mark.parametrize("name", ["index.html", "404.html", "figures/horn-nights/index.html", "known/index.html"])
def test_a_page_names_nothing_that_a_browser_would_fetch_from_elsewhere(small_site: Path, name: str) -> None:
    page = (small_site / "site" / name).read_text(encoding="utf-8")

    found = [part.split('"')[0] for start in (' src="', "<link ") for part in page.split(start)[1:]]
    assert [one for one in found if one.startswith(("http:", "https:", "//"))] == []


def test_every_entry_can_be_edited_and_reported_where_its_files_are_kept(tmp_path: Path) -> None:
    """The form for an error comes filled in with the record, the date it speaks of and its address."""
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    site = (content / "site.yaml").read_text(encoding="utf-8")
    (content / "site.yaml").write_text(re.sub(r"(?m)^(repository|edit|report): .*\n", "", site), encoding="utf-8")

    build(content, tmp_path / "src", TODAY, BuildOptions(repository="https://github.com/a/lighthouse"))

    page = (tmp_path / "src" / "facts" / "why-did-the-horn-fall-silent.md").read_text(encoding="utf-8")
    assert re.findall(r'<p class="edit.*horn-silent.*', page) == [
        (
            '<p class="edit quiet" data-search-exclude>'
            '<a href="https://github.com/a/lighthouse/edit/main/content/facts/horn-silent.yaml">Edit this record</a> · '
            '<a href="https://github.com/a/lighthouse/issues/new?template=error.yml&amp;record=horn-silent'
            '&amp;as-of=2025-03-01&amp;address=%2Ffacts%2Fwhy-did-the-horn-fall-silent%2F%23horn-silent">'
            "Report an error</a></p>"
        )
    ]


def test_what_a_killed_build_left_is_cleared_away(copy: Path) -> None:
    (copy / ".site-unfinished-x" / "site").mkdir(parents=True)

    publish(analysed(), copy / "mkdocs.yml", copy / "site_src", copy / "site")

    assert sorted(path.name for path in copy.iterdir()) == BUILT


def test_a_machine_that_cannot_write_is_no_fault_of_the_record(copy: Path) -> None:
    """The builder runs where no file may grow over 64 KiB, as on a disk that is full."""
    code = (
        "import resource, sys; from pathlib import Path; from explainer.build import publish; "
        "from tests.small import analysed; resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536)); "
        "publish(analysed(), Path(sys.argv[1]).with_name('mkdocs.yml'), Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    command = [sys.executable, "-c", code, str(copy / "site_src"), str(copy / "site")]

    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)

    assert done.stderr.splitlines()[-1].startswith("OSError: [Errno 27] File too large")
    assert sorted(path.name for path in copy.iterdir()) == BUILT
