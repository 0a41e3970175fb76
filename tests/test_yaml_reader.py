"""YAML text keeps its values and their places; what a record must not have is refused."""

import itertools
import re
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from explainer.record.problems import Place, format_problems
from explainer.record.yaml_reader import HIDDEN, Located, Path, parse

WELL = """\
title: The well
areas:
  - north
  - {name: south, depth: 9}
  - name: east
    depth: "12"
note:
"""
LITERAL, FOLDED = "body: |\n\n  Deep water,\n\n    cold water.\n", "body: >-\n  Deep water,\n  cold water.\n"
PLAIN, SINGLE = "body: Deep water,\n   cold water.\n", "body: 'It''s deep\n\n  water, cold water.'\n"
DOUBLE = 'body: "Deep\\n\\tw\\xe4ter \\\n   \\"cold\\" w\\u00e4ter"\n'


def _located(text: str) -> Located:
    located, problems = parse(text, "well.yaml")
    assert problems == []
    assert located is not None
    return located


def _said(text: str) -> str:
    located, problems = parse(text, "well.yaml")
    assert located is None
    return format_problems(problems, "text")


def test_every_scalar_stays_the_text_that_was_written() -> None:
    text = (
        "country: no\nnumber: 0o17\ndate: 2025-12-02\nversion: 1.10\nempty:\ntilde: ~\nlist: [yes, 1_000, 12:30:45]\n"
    )

    assert _located(text).value == {
        "country": "no",
        "number": "0o17",
        "date": "2025-12-02",
        "version": "1.10",
        "empty": "",
        "tilde": "~",
        "list": ["yes", "1_000", "12:30:45"],
    }


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (("title",), (1, 8), (1, 1)),
        (("areas",), (3, 3), (2, 1)),
        (("areas", 0), (3, 5), (3, 5)),
        (("areas", 1, "depth"), (4, 26), (4, 19)),
        (("areas", 2), (5, 5), (5, 5)),
        (("areas", 2, "depth"), (6, 12), (6, 5)),
        (("note",), (7, 6), (7, 1)),
    ],
)
def test_a_value_and_its_key_have_their_places(path: Path, value: tuple[int, int], key: tuple[int, int]) -> None:
    located = _located(WELL)

    assert located.find(path) == Place("well.yaml", *value)
    assert located.find(path, key=True) == Place("well.yaml", *key)


@pytest.mark.parametrize(
    ("path", "known"),
    [
        (("areas", 2, "width"), ("areas", 2)),
        (("areas", 2, "tag-of-a-union", "depth"), ("areas", 2, "depth")),
        (("title", 0), ("title",)),
        (("lost", "altogether"), ()),
    ],
)
def test_a_step_that_the_file_lacks_is_stepped_over(path: Path, known: Path) -> None:
    located = _located(WELL)

    assert (located.known(path), located.find(path)) == (known, located.find(known))


@pytest.mark.parametrize("text", [LITERAL, FOLDED, PLAIN, SINGLE])
def test_each_character_of_a_text_is_found_where_it_stands(text: str) -> None:
    located = _located(text)
    body = located.value["body"]
    places = [located.inside(("body",), offset) for offset in range(len(body))]
    found = [located.lines[place.line - 1][place.column - 1] for place in places]

    assert [one for one in found if one.strip()] == [one for one in _next_inked(body) if one.strip()]


def test_each_character_of_an_escaped_text_is_found_in_its_order() -> None:
    located = _located(DOUBLE)
    body = located.value["body"]
    places = [located.inside(("body",), offset) for offset, one in enumerate(body) if not one.isspace()]

    assert body == 'Deep\n\twäter "cold" wäter'
    assert [place.column for place in places if place.line == 1] == [8, 9, 10, 11, 16, 17, 21, 22, 23]
    assert [place.column for place in places if place.line == 2] == [4, 6, 7, 8, 9, 10, 13, 14, 20, 21, 22]


def test_a_place_beyond_a_text_is_its_last_character_and_in_no_text_its_beginning() -> None:
    located = _located("body: |\n  Deep.\nnext: ''\n")

    assert located.inside(("body",), 99) == Place("well.yaml", 2, 7)
    assert located.inside(("next",), 0) == Place("well.yaml", 3, 7)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: *b\n", "well.yaml:1:4: error: `*b` is an alias [alias]"),
        ("a: &b c\n", "well.yaml:1:4: error: `&b` is an anchor [anchor]"),
        ("a: &b [c]\n", "well.yaml:1:4: error: `&b` is an anchor [anchor]"),
        ("a: !!python/name:os.system c\n", "well.yaml:1:4: error: `!!python/name:os.system` is a tag [tag]"),
        ("a: ! c\n", "well.yaml:1:4: error: `!` is a tag [tag]"),
        ("&a b: c\n", "well.yaml:1:1: error: `&a` is an anchor [anchor]"),
        (
            "<<: {a: b}\n<<: {c: d}\n",
            "well.yaml:2:1: error: `<<` stands twice here; the first is in line 1 [duplicate-key]",
        ),
        ("{a: b, 'a': c}\n", "well.yaml:1:8: error: `a` stands twice here; the first is in line 1 [duplicate-key]"),
        ("a: b\n...\n---\nc: d\n", "well.yaml:3:1: error: a second document begins here [several-documents]"),
        ("a well\n", "well.yaml:1:1: error: the file is not made of named fields [not-a-mapping]"),
        ("---\n", "well.yaml:1:1: error: the file is empty [empty-file]"),
        ("", "well.yaml:1:1: error: the file is empty [empty-file]"),
        ('"a" b: c\n', "well.yaml:1:5: error: the text goes on after its end [yaml-syntax]"),
        ("a: b\n- c\n", "well.yaml:2:1: error: an item of a list stands among fields [yaml-syntax]"),
        (
            "a:\n    b: c\n    d: e\n  - b: f\n",
            "well.yaml:2:5: error: the first item of the list has no dash [yaml-syntax]",
        ),
        (
            "a:\n  # why\n  b: c\n    d: e\n  - b: f\n",
            "well.yaml:3:3: error: the first item of the list has no dash [yaml-syntax]",
        ),
        (
            "a: 'One\nb: \"two\"\nc: the well's end\n",
            "well.yaml:1:4: error: the quotation mark that opens here is never closed [yaml-syntax]",
        ),
        (
            "a:\n  - 'One\n  - the well's end\n",
            "well.yaml:2:5: error: the quotation mark that opens here is never closed [yaml-syntax]",
        ),
        ("a: 'One\n  two'\nb: 'it' is\n", "well.yaml:3:9: error: the text goes on after its end [yaml-syntax]"),
        ("  a: b\nc: d\n", "well.yaml:2:1: error: the line belongs to nothing above it [yaml-syntax]"),
        ("%YAML 9.9\n---\na: b\n", "well.yaml:1:1: error: the line cannot be read as YAML [yaml-syntax]"),
    ],
)
def test_what_a_record_must_not_have_is_refused_where_it_stands(text: str, said: str) -> None:
    assert _said(text).splitlines()[0] == said


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ('a: He said: "no"\n', "put the whole text in quotation marks: `a: 'He said: \"no\"'`"),
        ('a: It\'s "no": why\n', "write `a: |` and the text on the next line, two spaces further in"),
        ('a: "One\nb: "two"\n', "close it at the end of the text"),
        ("a: 'The well's end'\n", 'put the whole text in quotation marks: `a: "The well\'s end"`'),
        ("a: *b\n", 'put the whole text in quotation marks: `a: "*b"`'),
        ("a:\n  b: c\n  - b: d\n", "put a dash and a space before it: `- b: c`, its dash above that of line 3"),
        ("a:\n  - b: c\n    d: e\n    b: f\n    d: g\n", "put a dash and a space before it: `- b: f`"),
        ("a:\n  - b: c\n  b: d\n", "put a dash and a space before it: `- b: d`"),
        ("a:\n  -b: c\n", "put a space after the dash: `- b: c`"),
        ("a:\n  - b: c\n  -b: d\n", "put a space after the dash: `- b: d`"),
        ("a:\n  - b: c\n    b: d\n", "keep one of the two; a new item of a list begins with a dash"),
        ("a: [b, [c],\n", "close it; where it belongs to a text, put the text in quotation marks"),
        ("- a: b: c\n", 'put the whole text in quotation marks: `a: "b: c"`'),
    ],
)
def test_a_hint_is_what_to_type(text: str, hint: str) -> None:
    assert _said(text).splitlines()[1] == f"    hint: {hint}"


@pytest.mark.parametrize("text", ["a: " + "[" * 100_000, "- " * 50_000, "a: " + "{b: " * 50_000])
def test_deep_nesting_is_refused_before_it_costs_anything(text: str) -> None:
    assert "[too-deep]" in _said(text)


def test_all_doubled_keys_are_told_in_one_run() -> None:
    assert _said("a: 1\nb: {c: 1, c: 2}\na: 3\n").count("[duplicate-key]") == 2


@pytest.mark.parametrize(
    "character", ["\0", "\x1b", "\x85", "\u061c", "\u200b", "\u2028", "\u202e", "\ufeff", "\ufffe", "\ud800"]
)
def test_a_character_that_nobody_sees_is_refused(character: str) -> None:
    assert _said(f"a: b\nc: d{character}e\n").startswith(
        f"well.yaml:2:5: error: a character that nobody sees stands here: U+{ord(character):04X}, "
    )


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=40).filter(
    lambda text: not HIDDEN.search(text)
)
NAMES = TEXTS.filter(lambda text: not re.match(r"-\w", text))  # which lacks a space after its dash
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=12,
)
MAPPINGS = st.dictionaries(NAMES, VALUES, min_size=1, max_size=4)


@given(MAPPINGS, st.sampled_from([None, "'", '"']), st.sampled_from(["block", "flow"]))
def test_positions_keep_values(value: dict[str, Any], style: str | None, layout: str) -> None:
    text = yaml.safe_dump(value, default_style=style, default_flow_style=layout == "flow", allow_unicode=True)

    assert _located(text).value == value


@given(MAPPINGS)
def test_line_ends_a_byte_order_mark_and_trailing_spaces_change_nothing(value: dict[str, Any]) -> None:
    text = yaml.safe_dump(value, default_style='"', allow_unicode=True)
    odd = "\ufeff" + "\r\n".join(line if line.endswith("\\") else f"{line} \t" for line in text.split("\n"))

    assert _located(odd) == _located(text)


@pytest.mark.parametrize("text", [LITERAL, FOLDED, PLAIN, WELL])
def test_line_ends_and_trailing_spaces_change_nothing_in_a_block_either(text: str) -> None:
    assert _located(text.replace("\n", "  \r\n")) == _located(text)


@given(
    st.text(max_size=80)
    | st.lists(
        st.sampled_from(["a", ":", " ", "-", "\n", "[", "{", "'", '"', "|", "\t", "#", "&", "*", "!", "\\", ","]),
        max_size=40,
    ).map("".join)
)
def test_any_text_is_a_value_or_a_problem_in_its_lines(text: str) -> None:
    located, problems = parse(text, "well.yaml")

    assert (located is None) == bool(problems)
    assert [one for one in problems if not 1 <= one.place.line <= text.count("\n") + 2] == []


def _next_inked(text: str) -> list[str]:
    """For each offset the character there, or the next that is not white space."""
    last = text.rstrip()[-1]
    return [next(itertools.dropwhile(str.isspace, text[offset:]), last) for offset in range(len(text))]
