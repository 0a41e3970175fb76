"""The generator knows no subject: what it says of ours, it has from content/."""

import re
from pathlib import Path

from tests.conftest import ROOT

OURS = re.compile(
    r"(?<![a-z])(strike|drug|boat|vessel|narco\w*|cocaine|trafficker|smuggler|cartel|caribbean|colombian?|venezuelan?"
    r"|bogota|bogotá|caracas|maduro|petro|trump|hegseth|bradley|rubio|southcom|pentagon)s?(?![a-z])",
    re.IGNORECASE,
)
BINARY = {".woff2", ".ttf", ".png", ".pyc"}


def _ours(text: str) -> list[str]:
    return [found.group() for found in OURS.finditer(text)]


def test_no_word_of_our_subject_stands_in_the_generator() -> None:
    files = [path for path in (ROOT / "generator").rglob("*") if path.is_file() and path.suffix not in BINARY]

    hits = {str(path.relative_to(ROOT)): _ours(path.read_text(encoding="utf-8")) for path in files}

    assert {path: words for path, words in hits.items() if words} == {}


def test_no_file_of_the_generator_is_named_for_our_subject() -> None:
    names = [str(path.relative_to(ROOT)) for path in (ROOT / "generator").rglob("*")]

    assert [name for name in names if _ours(Path(name).name.replace("_", " "))] == []


def test_whole_words_count_in_any_case_and_number() -> None:
    assert _ours("Boats, a drug_count and PETRO") == ["Boats", "drug", "PETRO"]
    assert _ours("strikethrough, petrol, a boatswain and Colombo") == []
