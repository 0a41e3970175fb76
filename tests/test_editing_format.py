"""House order, put on any file without changing what it says."""

import pathlib
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from explainer.editing.format import scalar, tidy
from explainer.editing.new import needed, start
from explainer.record import prose
from explainer.record.load import load, validated
from explainer.record.models import KINDS, Fact, Record
from explainer.record.site_config import SiteConfig
from explainer.record.values import ProseField
from explainer.record.walk import Path, values
from explainer.record.yaml_reader import parse
from tests.conftest import Run
from tests.small import small
from tests.texts import TEXTS

HERE = pathlib.Path("content")
WORDS = (
    "bread", "is", "dear", "[so][bread]", "[][bread]", "*very*", "- and", "1. 2", ":::", "::: bread", "# no", "\\",
    "a:", "''", '"',
)  # fmt: skip
LINES = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(" ".join), min_size=1, max_size=6)


def test_keys_go_into_order_and_comments_with_them() -> None:
    evidence = "evidence:\n  - excerpt: dear\n    source: s # see the shelf\n"

    assert tidy(f"as_of: 2025\n{evidence}title: Bread\nstatement: It is dear.\n", Fact) == (
        "title: Bread\nstatement: It is dear.\nas_of: 2025\n"
        "evidence:\n  - source: s # see the shelf\n    excerpt: dear\n"
    )


def test_comments_on_lines_of_their_own_keep_the_order() -> None:
    commented = "# a fact\nas_of: 2025\n# of the bakery\ntitle: Bread\n"

    assert tidy(commented, Fact) == commented


def test_prose_is_wrapped_at_its_depth_and_lists_are_not() -> None:
    long = "bread " * 30

    assert tidy(f"note: |\n  {long}\n  more\n\n  - one\n  - two\n", Fact) == (
        f"note: |\n  {('bread ' * 16).strip()}\n  {('bread ' * 14).strip()} more\n\n  - one\n  - two\n"
    )


def test_a_scalar_stays_as_it_was_written() -> None:
    odd = "title: True\nstatement: 1_000\nas_of: 0o7\nnote: ~\nbackground: [yes, 1.10, 12:30]\n"

    assert tidy(odd, Fact) == "title: True\nstatement: 1_000\nas_of: 0o7\nbackground: [yes, 1.10, 12:30]\nnote: ~\n"


@example(title="a", note=["bread", "# no"], quoted="b", order=[0, 1, 2, 3, 4], comments=set())
@given(title=TEXTS, note=LINES, quoted=TEXTS, order=st.permutations(range(5)), comments=st.sets(st.integers(0, 4)))
def test_no_value_and_no_comment_is_ever_changed(
    title: str, note: list[str], quoted: str, order: list[int], comments: set[int]
) -> None:
    fields = [
        f"title: {scalar(title)}",
        "note: |\n" + "\n".join(f"  {line}" for line in note),
        f"statement: {scalar(quoted)}",
        "as_of: 2025-01-01 # sure",
        f"evidence:\n  - excerpt: {scalar(quoted)} # read\n    source: shelf",
    ]
    text = "".join(f"# no. {at}\n{fields[at]}\n" if at in comments else f"{fields[at]}\n" for at in order)

    after = tidy(text, Fact)

    assert _told(after) == _told(text)
    assert sorted(_comments(after)) == sorted(_comments(text))
    assert tidy(after, Fact) == after


def test_fmt_puts_in_order_what_it_can_read_tells_the_rest_and_is_done_once(run: Run) -> None:
    before = {one.id: _plain(one.record) for one in load(HERE).records if one.id != "horn-range"}
    broken = HERE / "facts" / "horn-range.yaml"
    broken.write_text("title: %\n", "utf-8")

    code, said = run("fmt")

    assert (code, said.splitlines()[-3:]) == (
        1,
        [
            "content/facts/horn-range.yaml:1:8: error: a text cannot begin with `%` [yaml-syntax]",
            '    hint: put the whole text in quotation marks: `title: "%"`',
            f"26 of {len(small().kinds) + 1} files were in order, 1 cannot be read.",
        ],
    )
    broken.unlink()
    assert run("fmt", "--check")[0] == 0
    assert {one.id: _plain(one.record) for one in load(HERE).records} == before


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_record_is_in_house_order(kind: str) -> None:
    given = dict.fromkeys(needed(small(), kind, {}), "a\tword")
    lines = start(small(), kind, given).text.splitlines(keepends=True)
    text = "".join(line for line in lines if not line.lstrip().startswith("#"))

    assert tidy(text, KINDS[kind]) == text


def test_fmt_check_changes_nothing(run: Run) -> None:
    term = HERE / "terms" / "foghorn.yaml"
    term.write_text("definition: |\n  A horn.\nterm: Foghorn\n", "utf-8")

    code, said = run("fmt", "--check")

    assert code == 1
    assert "content/terms/foghorn.yaml is not in order\n" in said
    assert term.read_text("utf-8") == "definition: |\n  A horn.\nterm: Foghorn\n"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Cn"]), min_size=1, max_size=30))
def test_any_text_is_written_so_that_it_reads_back_the_same(text: str) -> None:
    text = " ".join(text.split())

    located, problems = parse(f"x: {scalar(text)}\n", "x.yaml")

    assert (located and located.value, problems) == ({"x": text}, [])


def _told(text: str) -> object:
    located, problems = parse(text, "x.yaml")
    assert located is not None, problems
    record, wrong = validated("facts", "x", located)
    return _plain(record.record) if record else [(one.code, one.message) for one in wrong]


def _plain(record: Record | SiteConfig) -> dict[Path, Any]:
    """Every value of a record by its path; of prose what it says, wherever its lines break."""
    told: dict[Path, Any] = {
        path: re.sub(r"offset=\d+", "", repr(prose.read(text).blocks)) for path, _, text in values(record, ProseField)
    }
    return dict(_leaves(record.model_dump(by_alias=True), ())) | told


def _leaves(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, dict | tuple):
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _leaves(one, (*path, key))
    else:
        yield path, value


def _comments(text: str) -> list[str]:
    marked = [line for line in text.splitlines() if line.startswith("# no.") or line.endswith(("# sure", "# read"))]
    return [line.partition("# ")[2] for line in marked if not line.lstrip().startswith("title")]
