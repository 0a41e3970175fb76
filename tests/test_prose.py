"""The prose grammar: what is markup, what is text, and where a mistake stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.record.prose import (
    Block,
    Embed,
    Emphasis,
    Fault,
    Inline,
    Link,
    Listing,
    Mention,
    Paragraph,
    Words,
    mentions,
    plain,
    read,
)


def para(*children: Inline) -> Paragraph:
    return Paragraph(children)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", []),
        ("  \n \n", []),
        ("One  line,\n  and another.", [para(Words("One line, and another."))]),
        ("One.\n\nTwo.\n", [para(Words("One.")), para(Words("Two."))]),
        # emphasis
        ("so *very* wet", [para(Words("so "), Emphasis((Words("very"),)), Words(" wet"))]),
        ("**very** wet", [para(Emphasis((Words("very"),), strong=True), Words(" wet"))]),
        ("2 * 3 * 4", [para(Words("2 * 3 * 4"))]),
        ("a * b*", [para(Words("a * b*"))]),
        (r"\*not\* so", [para(Words("*not* so"))]),
        ("*the [pond][pond]*", [para(Emphasis((Words("the "), Mention("pond", (Words("pond"),), 5))))]),
        # links
        (
            "see [the *log*](https://log.example.org/a?b=1#c) now",
            [
                para(
                    Words("see "),
                    Link("https://log.example.org/a?b=1#c", (Words("the "), Emphasis((Words("log"),)))),
                    Words(" now"),
                )
            ],
        ),
        # references
        ("[It is deep][deep].", [para(Mention("deep", (Words("It is deep"),), 0), Words("."))]),
        ("By then [][depth].", [para(Words("By then "), Mention("depth", (), 8), Words("."))]),
        ("[x][depth@2025-01:tom]", [para(Mention("depth@2025-01:tom", (Words("x"),), 0))]),
        ("a [b] c", [para(Words("a [b] c"))]),
        (r"\[b][c]", [para(Words("[b][c]"))]),
        # lists
        (
            "- one\n- two\n  more\n* three",
            [Listing(((Words("one"),), (Words("two more"),), (Words("three"),)), ordered=False)],
        ),
        ("1. one\n2. *two*", [Listing(((Words("one"),), (Emphasis((Words("two"),)),)), ordered=True)]),
        ("-one", [para(Words("-one"))]),
        ("12345. x", [para(Words("12345. x"))]),
        # records set in
        ("Above.\n::: deep\nBelow.", [para(Words("Above.")), Embed("deep", 7), para(Words("Below."))]),
        ("::: depth@2025-01", [Embed("depth@2025-01", 0)]),
        # all else, HTML included, is text
        ("<b>wet</b> & `x` # y | z\n> w", [para(Words("<b>wet</b> & `x` # y | z > w"))]),
    ],
)
def test_text_is_read_by_the_grammar(text: str, blocks: list[Block]) -> None:
    reading = read(text)

    assert (list(reading.blocks), reading.faults) == (blocks, ())


@pytest.mark.parametrize(
    ("text", "offset", "code", "message"),
    [
        ("see [it][Deep Pond]", 9, "bad-reference", "`Deep Pond` is not an id"),
        ("ok.\n\n- a\n- b [it][]", 18, "bad-reference", "`` is not an id"),
        ("*so [it][x_y] is*", 9, "bad-reference", "`x_y` is not an id"),
        ("see [it](http://a.org)", 9, "bad-link", "`http://a.org` is not an address that can be linked"),
        ("[it](javascript:alert)", 5, "bad-link", "`javascript:alert` is not an address that can be linked"),
        ("[it](https://a.org/<b>)", 5, "bad-link", "`https://a.org/<b>` is not an address that can be linked"),
        ("[it]()", 5, "bad-link", "`` is not an address that can be linked"),
        ("First.\n\n  ::: No Id\n", 10, "bad-block", "`::: No Id` does not set a record in"),
        (":::", 0, "bad-block", "`:::` does not set a record in"),
    ],
)
def test_a_mistake_is_told_at_its_character(text: str, offset: int, code: str, message: str) -> None:
    found = [(fault.offset, fault.code, fault.message) for fault in read(text).faults]

    assert found == [(offset, code, message)]


def test_every_mistake_is_told_with_what_to_type() -> None:
    assert read("[a][B] and [c](d)\n::: E").faults == (
        Fault(4, "bad-reference", "`B` is not an id", "write [words][id], the id in small letters, digits and hyphens"),
        Fault(
            15,
            "bad-link",
            "`d` is not an address that can be linked",
            "a link begins with https:// and has no spaces, quotes or brackets",
        ),
        Fault(
            18,
            "bad-block",
            "`::: E` does not set a record in",
            "write three colons, a space and the id of a record, alone on the line",
        ),
    )


def test_what_cannot_be_read_stays_as_text() -> None:
    assert read("see [it][No].").blocks == (para(Words("see [it][No].")),)


def test_mentions_come_in_the_order_of_the_text() -> None:
    text = "[a][one] *[b][two]*\n\n- [c][three]\n- x\n\n::: four\n\n**[d][five]**"

    assert [one.target for one in mentions(text)] == ["one", "two", "three", "four", "five"]


def test_plain_words_have_no_markup() -> None:
    block = read("so *very* **wet** and [deep][pond], [log](https://a.org)").blocks[0]

    assert isinstance(block, Paragraph)
    assert plain(block.children) == "so very wet and deep, log"


@given(st.text("ab *[]()\\:-1.\n#<&_"))
def test_reading_never_fails_and_faults_lie_within_the_text(text: str) -> None:
    assert all(0 <= fault.offset <= len(text) for fault in read(text).faults)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="*[]\\"), min_size=1))
def test_text_without_markup_comes_out_as_its_words(text: str) -> None:
    blocks = read(f"x{text}").blocks

    assert blocks == (para(Words(" ".join(f"x{text}".split()))),)
