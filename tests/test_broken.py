"""Every mistake that can be made, made once in `tests/broken/<code>/`, and all that is then said.

A case lays its files over the small record, which has no errors, and deletes what its `delete.txt` lists.
"""

import re
import shutil
from pathlib import Path

import pytest

from explainer.build import check
from explainer.record import graph, load
from explainer.record.problems import format_problems
from explainer.rules import RULES
from tests.conftest import Golden
from tests.small import CONTENT, TODAY

BROKEN = Path(__file__).parent / "broken"
CASES = sorted(path.name for path in BROKEN.iterdir())
TOO_BIG_TO_KEEP = {"too-large"}  # tests/test_load.py makes one


def _broken(case: Path, content: Path) -> None:
    shutil.copytree(CONTENT, content)
    if (case / "content").exists():
        shutil.copytree(case / "content", content, symlinks=True, dirs_exist_ok=True)
    if (case / "delete.txt").exists():
        for name in (case / "delete.txt").read_text(encoding="utf-8").split():
            (content.parent / name).unlink()


@pytest.mark.parametrize("case", CASES)
def test_all_that_is_wrong_is_said(case: str, tmp_path: Path, golden: Golden) -> None:
    _broken(BROKEN / case, tmp_path / "content")

    problems = check(tmp_path / "content", TODAY).problems

    golden(BROKEN / case / "expected.txt", format_problems(problems, "text") + "\n")
    assert case in {problem.code for problem in problems}


def test_every_code_has_its_case() -> None:
    codes = {*load.CODES, *graph.CODES, *(rule.__name__.replace("_", "-") for rule in RULES)}

    assert set(CASES) == codes - TOO_BIG_TO_KEEP


def test_a_case_says_no_more_than_the_mistakes_in_its_files() -> None:
    """Nothing is said of the small record itself, and no line is a consequence of another."""
    named = {case: set(re.findall(r"^(content/\S.*?):\d", _expected(case), re.MULTILINE)) for case in CASES}

    assert {case: files - _touched(case) for case, files in named.items() if files - _touched(case)} == {}


def _expected(case: str) -> str:
    return (BROKEN / case / "expected.txt").read_text(encoding="utf-8")


def _touched(case: str) -> set[str]:
    """The files of a case, the folders that they lie in, and the files that it deletes."""
    deleted = BROKEN / case / "delete.txt"
    names = deleted.read_text(encoding="utf-8").split() if deleted.exists() else []
    return {*names, *(path.relative_to(BROKEN / case).as_posix() for path in (BROKEN / case).rglob("content/**/*"))}
