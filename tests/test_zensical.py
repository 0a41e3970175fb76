"""The pages are the engine's own business: another site builder makes a site of them too."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT


def test_the_small_record_builds_with_zensical_too(small_site: Path, tmp_path: Path) -> None:
    shutil.copytree(small_site / "site_src", tmp_path / "site_src")
    shutil.copytree(ROOT / "generator" / "explainer" / "theme", tmp_path / "generator" / "explainer" / "theme")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)

    done = subprocess.run(
        [Path(sys.executable).with_name("zensical"), "build", "--config-file", "mkdocs.yml"],
        cwd=tmp_path,
        env=os.environ | {"SITE_SRC": "site_src"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    page = (tmp_path / "site" / "facts" / "how-loud-was-it" / "index.html").read_text(encoding="utf-8")
    assert "The horn could be heard nine miles out to sea." in page
    assert 'id="horn-range"' in page
    ours = {path.relative_to(small_site / "site") for path in (small_site / "site").rglob("index.html")}
    theirs = {path.relative_to(tmp_path / "site") for path in (tmp_path / "site").rglob("index.html")}
    assert ours == theirs
