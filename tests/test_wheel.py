"""The package as it is installed elsewhere: from its wheel, in an environment and a folder of its own."""

import os
import re
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.conftest import ROOT

ANSWERS = ("--title", "The pond & us", "--question", "How deep is it?", "--language", "en", "--event-types", "Ripple")
TOOLS = Path(sys.executable).parent
APART = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
APART |= {"PATH": f"{TOOLS}:{os.environ['PATH']}"}  # the builder looks there for its other half
BUILD = "import sys, uv_build; uv_build.build_wheel(sys.argv[1])"


def _run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(list(map(str, command)), cwd=cwd, env=APART, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def bin_of_it(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, install it into a fresh environment that sees the libraries of this one, and give its `bin`."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-c", BUILD, folder, cwd=ROOT)
    venv.create(folder / "venv", symlinks=True)
    python = folder / "venv" / "bin" / "python"
    site = Path(_run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip())
    # as a path alone: what this environment has installed as editable is not seen
    (site / "libraries.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    (wheel,) = folder.glob("*.whl")
    _run("uv", "pip", "install", "--quiet", "--offline", "--no-deps", "--python", python, wheel, cwd=folder)
    return python.parent


@pytest.fixture(scope="module")
def begun(bin_of_it: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Begin an explainer in an empty folder, check it and build it."""
    folder = tmp_path_factory.mktemp("elsewhere")
    _run(bin_of_it / "explainer", "init", "my-site", *ANSWERS, cwd=folder)
    assert _run(bin_of_it / "explainer", "check", cwd=folder / "my-site").startswith("0 errors, 0 warnings")
    _run(bin_of_it / "explainer", "build", cwd=folder / "my-site")
    return folder / "my-site"


def test_the_package_that_is_run_is_the_wheels(bin_of_it: Path, tmp_path: Path) -> None:
    code = "import explainer; print(explainer.__file__)"

    assert _run(bin_of_it / "python", "-c", code, cwd=tmp_path).startswith(str(bin_of_it.parent))
    version = re.search(r'^version = "(.+)"$', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    assert version is not None
    assert _run(bin_of_it / "explainer", "--version", cwd=tmp_path) == f"explainer {version[1]}\n"


def test_what_was_begun_is_built_under_its_own_name_with_the_theme_of_the_wheel(begun: Path) -> None:
    home = (begun / "site" / "index.html").read_text("utf-8")

    assert "<title>The pond &amp; us · The pond &amp; us</title>" in home
    assert "How deep is it?" in home
    assert 'class="tabs"' in home


def test_it_is_built_by_zensical_too(bin_of_it: Path, begun: Path) -> None:
    built = {path.relative_to(begun) for path in (begun / "site").rglob("index.html")}

    _run(bin_of_it / "python", "-m", "zensical", "build", "--config-file", "mkdocs.site_src.yml", cwd=begun)

    assert "The pond &amp; us</title>" in (begun / "site" / "index.html").read_text("utf-8")
    assert {path.relative_to(begun) for path in (begun / "site").rglob("index.html")} == built


def test_it_is_shown(bin_of_it: Path, begun: Path) -> None:
    command = [str(bin_of_it / "explainer"), "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=begun, env=APART, stdout=subprocess.PIPE, text=True) as serving:
        assert serving.stdout is not None
        try:
            address = next(found[1] for line in serving.stdout if (found := re.search(r"Open (http://\S+) ", line)))
            with urlopen(address) as answer:  # noqa: S310  # our own
                assert "How deep is it?" in answer.read().decode()
        finally:
            serving.terminate()
