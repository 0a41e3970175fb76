"""The pages are no engine's own: two site builders make the same site of them, its name and sections the record's."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from explainer.build import build, publish
from tests.serving import settings_in
from tests.small import LEAST_SITE, TODAY

Engine = Callable[[Path, Path], Path]
NOTHING = LEAST_SITE.replace("title: The pond", "title: Café “La Mare” & <sons>")
SPLASH = {
    "sources/letter.yaml": "publisher: the-post\nlanguage: en\nkind: letter\nread: full\npublished: 2025-01-01\n",
    "actors/the-post.yaml": "name: The Post\nkind: media\n",
    "actors/tom.yaml": "name: Tom\nkind: person\n",
    "events/splash.yaml": "title: A splash\ndate: 2025\ntype: ripple\nactors: [tom]\n"
    "evidence:\n  - source: letter\n    excerpt: a splash\n",
}


def _with_mkdocs(folder: Path, _: Path) -> Path:
    """`publish` has run it already."""
    return folder / "site"


def _with_zensical(folder: Path, apart: Path) -> Path:
    shutil.copytree(folder / "site_src", apart / "site_src")
    for name in ("mkdocs.yml", "mkdocs.site_src.yml"):
        shutil.copy(folder / name, apart)
    command = [str(Path(sys.executable).with_name("zensical")), "build", "--config-file", "mkdocs.site_src.yml"]
    environment = os.environ | {"SITE_SRC": "site_src"}

    done = subprocess.run(command, cwd=apart, env=environment, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    return apart / "site"


pytestmark = pytest.mark.slow
ENGINES = pytest.mark.parametrize("engine", [_with_mkdocs, _with_zensical], ids=["mkdocs", "zensical"])


@ENGINES
def test_the_small_record_builds(small_site: Path, tmp_path: Path, engine: Engine) -> None:
    site = engine(small_site, tmp_path)

    page = (site / "facts" / "how-loud-was-it" / "index.html").read_text(encoding="utf-8")
    assert "The horn could be heard nine miles out to sea." in page
    assert 'id="horn-range"' in page
    assert "<title>How loud was it? · The foghorn of Merrow Bay</title>" in _home(site, "background/how-loud-was-it")
    pages, ours = ({one.relative_to(root) for one in root.rglob("index.html")} for root in (site, small_site / "site"))
    assert pages == ours


@ENGINES
@pytest.mark.parametrize(
    ("files", "tabs"),
    [
        ({}, ["Questions", "How we know"]),
        (SPLASH, ["Questions", "Timeline", "Actors", "Sources", "How we know"]),
    ],
    ids=["of nothing", "of an event"],
)
def test_title_language_and_sections_follow_from_the_record(
    tmp_path: Path, engine: Engine, files: dict[str, str], tabs: list[str]
) -> None:
    for name, text in ({"site.yaml": NOTHING} | files).items():
        path = tmp_path / "one" / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "two").mkdir()
    home = _home(engine(_published(tmp_path / "one"), tmp_path / "two"))

    assert '<html lang="en"' in home
    assert "· Café “La Mare” &amp; &lt;sons&gt;</title>" in home
    assert re.findall(r"<a [^>]*>([^<]+)</a>", home.partition('class="tabs"')[2].partition("</nav>")[0]) == tabs
    assert ("Choose a date" in home, "Glossary" in home, bool(re.search('href="(?:./)?a-z/"', home))) == (
        False,
        False,
        bool(files),
    )


def _published(folder: Path) -> Path:
    built = build(folder / "content", folder / "site_src", TODAY)
    assert [one.severity for one in built.problems if one.severity == "error"] == []
    assert built.analysis is not None
    publish(built.analysis, settings_in(folder), folder / "site_src", folder / "site")
    return folder


def _home(site: Path, page: str = ".") -> str:
    return (site / page / "index.html").read_text(encoding="utf-8")
