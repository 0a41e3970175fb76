"""Whatever `check` accepts is built whole: 300 records that nobody thought of, ten of them as a published site."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, assume, given, seed, settings

from explainer.build import Built, build, publish
from tests.records import Files, records, written
from tests.serving import settings_in

pytestmark = pytest.mark.slow
LARGE = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example)


@contextmanager
def _built(files: Files) -> Iterator[tuple[Built, Path]]:
    """Build a record as an editor would; what is refused has a place and a remedy, and is no example."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        written(files, folder / "content")
        built = build(folder / "content", folder / "src", date.max)
        assert [one for one in built.problems if not (one.place.file and one.message and one.hint)] == []
        assume(built.synced is not None)
        yield built, folder


def _each(examples: int, part: int, look: Callable[[Files], None]) -> None:
    """Look at so many records, the same in every run."""
    chosen = settings(max_examples=examples, database=None, suppress_health_check=LARGE)
    seed(part)(chosen(given(records())(look)))()


def _no_number(name: str) -> None:
    raise AssertionError(f"{name} is no number in JSON")


@pytest.mark.parametrize("part", range(6))
def test_any_record_that_passes_goes_through_the_generator_whole(part: int) -> None:
    """Its pages are text, its charts XML, its data JSON with plain numbers."""

    def look(files: Files) -> None:
        with _built(files) as (_, folder):
            for path in (folder / "src").rglob("*.md"):
                path.read_text(encoding="utf-8")
            for path in (folder / "src" / "assets" / "charts").glob("*.svg"):
                ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314  # our own
            for path in (folder / "src" / "data").rglob("*.json"):
                json.loads(path.read_text(encoding="utf-8"), parse_constant=_no_number)

    _each(50, part, look)


def test_any_record_that_passes_goes_through_the_site_builder() -> None:
    def look(files: Files) -> None:
        with _built(files) as (built, folder):
            assert built.analysis is not None
            assert publish(built.analysis, settings_in(folder), folder / "src", folder / "site") > 0
            shutil.rmtree(folder / "site")

    _each(10, 0, look)
