"""Texts that try to be something else than text."""

from hypothesis import strategies as st
from pydantic import TypeAdapter

from explainer.record.values import Text

MARKUP = (
    "<b>", "&amp;", "&copy", "](x)", "[^1]", "![", "{: #id }", "{ .x }", "1. ", "http://a.b", "<http://a.b>", "a@b.c",
    "***", "__", "| a |", "~~~", "```", "---", "&#8203;", "<!--", "<?php", "]]>", "<![", "*[a]: b", "[a]: http://b.c",
    "::: x", "\\", "$$", "  ", " #", "=", "+ ", "- ", "> ", "x_y_z", "é", "e\u0301", "!!! note", '"', "'", "{{ x }}",
    "{% x %}",
)  # fmt: skip
LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs"]), max_size=3)
MARKS = st.text("ab1 \\`*_{}[]()<>#+-.!|~^$&;:=\"'/@", max_size=4)

TEXTS = (
    st.lists(st.one_of(st.sampled_from(MARKUP), LETTERS, MARKS), min_size=1, max_size=8)
    .map("".join)
    .filter(lambda text: bool(text.strip()))
    .map(TypeAdapter[str](Text).validate_python)
)
URLS = st.text("ab/()*_[]&;=!~#:.-+%?@$,1", max_size=12).map("https://a.org/{}".format)
