"""The architecture is a test: the contracts in pyproject.toml are kept, and would be noticed if broken."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.conftest import ROOT


def _lint(root: Path, path: Path) -> subprocess.CompletedProcess[str]:
    command = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_logo=True))"
    environment = os.environ | {"PYTHONPATH": str(path)}
    return subprocess.run(
        [sys.executable, "-c", command], cwd=root, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package to break."""
    unread = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "generator" / "explainer", tmp_path / "explainer", ignore=unread)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_every_contract_is_kept() -> None:
    done = _lint(ROOT, ROOT / "generator")

    assert (done.returncode, done.stderr) == (0, ""), done.stdout


@pytest.mark.parametrize(
    ("module", "planted", "said"),
    [
        ("utils.py", "", "explainer.utils"),
        ("record/graph.py", "from explainer import rules", "explainer.record is not allowed to import explainer.rules"),
        (
            "analysis/standing.py",
            "from explainer import render",
            "explainer.analysis is not allowed to import explainer.render",
        ),
        (
            "render/highlight.py",
            "from explainer.analysis.standing import assess",
            "explainer.render is not allowed to import explainer.analysis.standing",
        ),
        ("analysis/standing.py", "import time", "explainer.analysis is not allowed to import time"),
    ],
)
def test_a_planted_breach_is_found(copy: Path, module: str, planted: str, said: str) -> None:
    path = copy / "explainer" / module
    path.write_text((path.read_text(encoding="utf-8") if path.exists() else "") + f"\n{planted}\n", encoding="utf-8")

    done = _lint(copy, copy)

    assert (done.returncode, said in done.stdout) == (1, True), done.stdout


def test_the_figure_in_the_generators_readme_is_the_contract() -> None:
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ][0]
    figure = (ROOT / "generator" / "README.md").read_text(encoding="utf-8").split("## The layers")[1].split("```")[1]

    assert [line.split("  ")[0] for line in figure.strip().splitlines()] == contract["layers"]
