"""Tests of the record in content/, and of nothing else: with another record, these alone are written anew."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serving import ROOT, published, served


@pytest.fixture(scope="session")
def content() -> Path:
    """Say which record `site` shows here: the one that is published."""
    return ROOT / "content"


@pytest.fixture(scope="session")
def site(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build it once, by the command."""
    return published(content, tmp_path_factory.mktemp("published"))


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Serve it; written here again, since pytest would give the address of whichever site was asked for first."""
    with served(site) as home:
        yield home
