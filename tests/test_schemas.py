"""The schemas that help while an editor types: up to date, and true of the record."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from explainer.editing.json_schema import schemas
from explainer.record.graph import link
from explainer.record.load import load
from explainer.record.models import KINDS
from tests.conftest import ROOT


def _checked(kind: str, *files: Path) -> tuple[int, str]:
    schema = ROOT / ".vscode" / "schemas" / f"{kind}.json"
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_the_schemas_are_up_to_date() -> None:
    graph, _ = link(load(ROOT / "content").records)
    assert graph is not None

    stale = [path for path, text in schemas(graph) if (ROOT / ".vscode" / path).read_bytes() != text.encode()]

    assert stale == [], "run `explainer schema` and commit what it writes"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if any((ROOT / "content" / kind).glob("*.yaml"))])
def test_the_record_is_valid_by_its_schemas(kind: str) -> None:
    code, said = _checked(kind, *sorted((ROOT / "content" / kind).rglob("*.yaml")))

    assert code == 0, said


def test_a_misspelt_field_and_an_unknown_source_are_not(tmp_path: Path) -> None:
    fact = tmp_path / "bread.yaml"
    fact.write_text(
        "tittle: Bread\nstatement: Bread is dear.\nas_of: 2025\nevidence:\n  - source: nobody\n    excerpt: dear\n",
        encoding="utf-8",
    )

    code, said = _checked("facts", fact)

    assert code == 1
    assert "'tittle' was unexpected" in said


def test_a_count_and_an_area_that_the_site_does_not_have_are_not_either(tmp_path: Path) -> None:
    event = tmp_path / "bread.yaml"
    event.write_text("counts:\n  loafs: 2\ncounts_by_area:\n  sea-of-bread:\n    loavs: 2\n", encoding="utf-8")

    code, said = _checked("events", event)

    assert code == 1
    assert set(re.findall(r"'([\w-]+)' is not one of", said)) == {"loafs", "sea-of-bread", "loavs"}
