"""What the repository promises to those who work with it: its size, its locks, its workflows, its commands."""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

MAX_FILE, MAX_PACKAGE, MAX_BODY = 350, 13_500, 40
LOCKS = ("requirements.lock", "requirements-dev.lock")
MODULES = sorted((ROOT / "generator" / "explainer").rglob("*.py"))


def _lines(path: Path) -> int:
    return path.read_text(encoding="utf-8").count("\n")


def _bodies() -> Iterator[tuple[str, int]]:
    """Name each function of the generator with the lines of its body, its docstring not counted."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
                yield f"{path.name}:{node.name}", (body[-1].end_lineno or 0) - body[0].lineno + 1


def _pins(lock: str) -> set[str]:
    return set(re.findall(r"^[a-z0-9.-]+==\S+", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))


def _run(*command: str) -> tuple[int, str]:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_files_and_the_package_stay_small() -> None:
    lines = {str(path.relative_to(ROOT)): _lines(path) for path in MODULES}

    assert {path: count for path, count in lines.items() if count > MAX_FILE} == {}
    assert sum(lines.values()) <= MAX_PACKAGE


def test_functions_stay_short() -> None:
    assert {name: length for name, length in _bodies() if length > MAX_BODY} == {}
    lengths = sorted(length for _, length in _bodies())
    assert (lengths[len(lengths) // 2] <= 6, lengths[len(lengths) * 9 // 10] <= 20) == (True, True)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address_and_hashes_every_pin(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")

    assert re.findall(r".*(?:://|--index|--find-links|file:).*", text) == []
    assert re.findall(r"^[a-z0-9.-]+==(?!.*\\\n +--hash=sha256:).*", text, re.MULTILINE) == []


def test_the_tests_run_with_what_the_site_is_built_with() -> None:
    assert _pins("requirements.lock") - _pins("requirements-dev.lock") == set()


def test_the_workflows_grant_and_trust_nothing_they_need_not() -> None:
    zizmor = shutil.which("zizmor", path=Path(sys.executable).parent)
    assert zizmor is not None

    code, said = _run(zizmor, "--offline", "--no-progress", "--persona=pedantic", ".github")

    assert code == 0, said


def test_the_workflows_are_workflows() -> None:
    schema = ("--builtin-schema", "vendor.github-workflows")
    workflows = sorted(str(path) for path in (ROOT / ".github" / "workflows").glob("*.yml"))

    code, said = _run(sys.executable, "-m", "check_jsonschema", *schema, *workflows)

    assert code == 0, said


def test_ci_tests_then_builds_and_nothing_else() -> None:
    script = ROOT / ".ci" / "run"

    assert script.stat().st_mode & 0o111 == 0o111
    assert [line for line in script.read_text(encoding="utf-8").splitlines() if line.startswith("make")] == [
        "make test",
        "make site",
    ]


def test_every_word_of_the_makefile_is_runnable() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    words = re.findall(r"^([a-z]+):", makefile, re.MULTILINE)

    assert words == ["site", "serve", "check", "quick", "test", "audit", "screenshots", "goldens", "lock"]
    assert _run("make", "--dry-run", "--no-print-directory", *words)[0] == 0


def test_generated_pages_are_ignored_but_for_the_file_that_says_so() -> None:
    assert (ROOT / "site_src" / ".gitignore").read_text(encoding="utf-8") == "*\n!.gitignore\n"
