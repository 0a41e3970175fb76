"""The record in content/ is without errors, and valid by its own schemas."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from explainer.build import check, has_errors
from explainer.editing.json_schema import write_schemas
from explainer.record.models import KINDS
from explainer.record.problems import format_problems
from explainer.record.yaml_reader import HIDDEN
from tests.serving import ROOT
from tests.test_schemas import checked

CONTENT = ROOT / "content"
CHECKED = check(CONTENT, datetime.now(UTC).date())
FILES = sorted(CONTENT.rglob("*.yaml"))


def test_it_has_no_errors() -> None:
    assert not has_errors(CHECKED.problems), format_problems(CHECKED.problems, "text")


def test_its_characters_are_all_allowed() -> None:
    assert [file.name for file in FILES if HIDDEN.search(file.read_text(encoding="utf-8"))] == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", [kind for kind in KINDS if any((CONTENT / kind).glob("*.yaml"))])
def test_it_is_valid_by_its_schemas(kind: str, tmp_path: Path) -> None:
    assert CHECKED.graph is not None
    write_schemas(CHECKED.graph, tmp_path)

    code, said = checked(tmp_path / "schemas" / f"{kind}.json", *sorted((CONTENT / kind).rglob("*.yaml")))

    assert code == 0, said
