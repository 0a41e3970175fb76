"""Text made safe for the place where it will stand, and still good to read raw."""

import html
import re
from urllib.parse import quote

_MARKS = re.compile(r"[\\`*_\[\]{}|]")
_MARKS_IN_HTML = re.compile(r"[\\`*_\[\]{}|~]")
_ENTITY = re.compile(r"&(?=#|\w+;)")
_AT_EDGE = re.compile(r"^(?:([#+>!-])|(\d+)(?=[.)])|([:=\"]))|(#)$")
FRAGMENT_WORDS = 6


def md(text: str) -> str:
    """Text as Markdown that reads as that text, in a paragraph, list item, heading, table cell or link."""
    escaped = _ENTITY.sub("&amp;", text).replace("<", "&lt;").replace("~", "&#126;")
    escaped = _MARKS.sub(r"\\\g<0>", escaped)
    # brackets that would look like a reference left undefined: the last proof sees the entity, and knows a text
    escaped = escaped.replace("\\[^", "&#91;^").replace("\\]\\[", "\\]&#91;")
    return _AT_EDGE.sub(_at_edge, escaped)


def attribute(text: object) -> str:
    """Text for an HTML attribute or the inside of an HTML element, which may stand in a line of Markdown."""
    return _MARKS_IN_HTML.sub(lambda match: f"&#{ord(match[0])};", html.escape(str(text), quote=True))


def as_html(title: str) -> str:
    """Text for HTML, where the theme puts it as it is; brackets cannot look like a reference left undefined."""
    return html.escape(title).replace("[", "&#91;").replace("]", "&#93;")


def aim(url: str) -> str:
    """An address as a Markdown link takes it."""
    escaped = _ENTITY.sub("&amp;", url)
    return f"<{escaped}>" if "(" in url or ")" in url else escaped


def to_the_words(url: str, excerpt: str) -> str:
    """An address that a browser opens at the first words of the excerpt."""
    plain = re.split(r"\[|\.\.\.|…|\|", excerpt)[0].strip(" \"“”'‘’«»,;:.") or excerpt
    start = " ".join(plain.split()[:FRAGMENT_WORDS])
    fragment = quote(start, safe="").replace("-", "%2D")
    return f"{url}{'' if '#' in url else '#'}:~:text={fragment}"


def _at_edge(match: re.Match[str]) -> str:
    """What begins a block at the beginning of a line, or ends a heading, made text."""
    first, number, other, last = match.groups()
    if number:
        return f"{number}\\"
    return f"&#{ord(other)};" if other else f"\\{first or last}"
