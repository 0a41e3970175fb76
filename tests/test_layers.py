"""The architecture is a test: the contracts in pyproject.toml are kept, and would be noticed if broken."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


def _lint(root: Path) -> subprocess.CompletedProcess[str]:
    command = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_logo=True))"
    environment = os.environ | {"PYTHONPATH": str(root)}
    return subprocess.run(
        [sys.executable, "-c", command], cwd=root, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package to break."""
    shutil.copytree(ROOT / "generator", tmp_path / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_every_contract_is_kept() -> None:
    done = _lint(ROOT)

    assert (done.returncode, done.stderr) == (0, ""), done.stdout


@pytest.mark.parametrize(
    ("module", "planted", "said"),
    [
        ("utils.py", "", "generator.utils"),
        ("graph.py", "from generator import load", "generator.graph is not allowed to import generator.load"),
        ("load.py", "from generator import rules", "generator.load is not allowed to import generator.rules"),
        ("evidence.py", "import time", "generator.evidence is not allowed to import time"),
    ],
)
def test_a_planted_breach_is_found(copy: Path, module: str, planted: str, said: str) -> None:
    path = copy / "generator" / module
    path.write_text((path.read_text(encoding="utf-8") if path.exists() else "") + f"\n{planted}\n", encoding="utf-8")

    done = _lint(copy)

    assert (done.returncode, said in done.stdout) == (1, True), done.stdout
