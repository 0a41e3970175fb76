"""The record from Python: what the README shows runs, and a record with errors says which."""

import re
import shutil
from pathlib import Path

import pytest

import explainer
from tests.conftest import ROOT
from tests.small import CONTENT, TODAY


def test_the_example_in_the_readme_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """It is run on the small record, of which all was known by the day that it asks for."""
    monkeypatch.chdir(CONTENT.parent)
    (example,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)

    exec(example, {})  # noqa: S102  # it is our own

    assert capsys.readouterr().out.splitlines() == [
        "horn-range several-reports ['harbour-office', 'lighthouse-trust', 'merrow-gazette']",
        "horn-silent one-side ['harbour-office']",
        "keeper-asleep one-side ['tom-arkle']",
        "32 of 38 records were known by 2025-12-03",  # questions, terms and corrections are today's alone
        "horn-nights: our own list of 3 events adds up to 5",
    ]


def test_a_record_with_errors_is_told_with_place_and_remedy(tmp_path: Path) -> None:
    shutil.copytree(CONTENT, tmp_path / "content")
    fact = tmp_path / "content" / "facts" / "horn-range.yaml"
    fact.write_text(fact.read_text(encoding="utf-8").replace("log-2025", "log-2024"), encoding="utf-8")

    with pytest.raises(explainer.RecordError) as refused:
        explainer.open(tmp_path / "content", TODAY)

    assert str(refused.value) == (
        "content/facts/horn-range.yaml:10:13: error: there is no source `log-2024` [unknown-id]\n"
        "    hint: did you mean `log-2025`?"
    )
