"""The schemas that help while an editor types: written by the commands that an editor runs, and true of the record."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from explainer.editing.json_schema import write_schemas
from explainer.record.models import KINDS
from tests.conftest import Run
from tests.small import CONTENT, small

SCHEMAS = Path(".vscode/schemas")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the small record's schemas, and give their folder."""
    into = tmp_path_factory.mktemp("editor")
    write_schemas(small(), into)
    return into / "schemas"


def checked(schema: Path, *files: Path) -> tuple[int, str]:
    """Check files by a schema; give how that ends and what is said."""
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.slow
def test_a_record_without_mistakes_is_valid_by_its_schemas(folder: Path) -> None:
    said = [checked(folder / f"{kind}.json", *sorted((CONTENT / kind).rglob("*.yaml"))) for kind in KINDS]

    assert [text for code, text in said if code] == []


def test_a_misspelt_field_and_an_unknown_source_are_not(folder: Path, tmp_path: Path) -> None:
    fact = tmp_path / "bread.yaml"
    fact.write_text(
        "tittle: Bread\nstatement: Bread is dear.\nas_of: 2025\nevidence:\n  - source: nobody\n    excerpt: dear\n",
        encoding="utf-8",
    )

    code, said = checked(folder / "facts.json", fact)

    assert code == 1
    assert "'tittle' was unexpected" in said


def test_a_count_and_an_area_that_the_site_does_not_have_are_not_either(folder: Path, tmp_path: Path) -> None:
    event = tmp_path / "bread.yaml"
    event.write_text("counts:\n  loafs: 2\ncounts_by_area:\n  sea-of-bread:\n    loavs: 2\n", encoding="utf-8")

    code, said = checked(folder / "events.json", event)

    assert code == 1
    assert set(re.findall(r"'([\w-]+)' is not one of", said)) == {"loafs", "sea-of-bread", "loavs"}


@pytest.mark.parametrize("words", [["check"], ["new", "actor", "--name", "Mew", "--kind", "person"]], ids=" ".join)
def test_they_are_written_by_what_an_editor_runs(run: Run, words: list[str]) -> None:
    run(*words)

    ids = json.loads((SCHEMAS / "ids.json").read_text("utf-8"))["definitions"]["actors"]["enum"]
    assert [one for one in ids if one != "mew"] == list(small().actors)
    assert ("mew" in ids) == ("new" in words)
    assert sorted(path.stem for path in SCHEMAS.iterdir()) == sorted(["ids", "site", *KINDS])
    settings = json.loads(Path(".vscode/settings.json").read_text("utf-8"))
    assert settings["yaml.schemas"]["./.vscode/schemas/facts.json"] == "content/facts/**/*.yaml"


def test_while_a_record_has_mistakes_the_last_good_ones_stay(run: Run) -> None:
    run("check")
    before = {path: path.read_bytes() for path in SCHEMAS.iterdir()}
    Path("content/facts/horn-range.yaml").write_text("title: The horn\n", encoding="utf-8")

    run("check")

    assert {path: path.read_bytes() for path in SCHEMAS.iterdir()} == before


@pytest.mark.parametrize(
    ("had", "has"),
    [
        ('{"editor.fontSize": 20, "editor.tabSize": 8}', {"editor.fontSize": 20, "editor.tabSize": 2}),
        ("// mine\n{}", None),
        ("[1]", None),
    ],
)
def test_an_editors_own_settings_stay(run: Run, had: str, has: dict[str, object] | None) -> None:
    path = Path(".vscode/settings.json")
    path.parent.mkdir()
    path.write_text(had, encoding="utf-8")

    run("check")
    run("new", "actor", "--name", "Mew", "--kind", "person")

    text = path.read_text("utf-8")
    assert json.loads(text).items() >= has.items() if has else text == had


def test_a_folder_that_cannot_be_written_does_not_stop_the_check(run: Run) -> None:
    Path(".vscode").write_text("a file", encoding="utf-8")

    assert run("check", "--today", "2025-05-10")[0] == 0
