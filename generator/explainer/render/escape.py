"""Text made safe for the place where it will stand, and still good to read raw."""

import html
import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from explainer.record.models import Observation
from explainer.record.values import PartialDate

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


def aim(url: str) -> str:
    """An address as a Markdown link takes it."""
    escaped = _ENTITY.sub("&amp;", url)
    return f"<{escaped}>" if "(" in url or ")" in url else escaped


def fold(text: str) -> str:
    """Text as a reader without accents on the keyboard would type it, small letters, digits unparted."""
    bare = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    return re.sub(r"(?<=\d)[.,\u00a0\u202f ](?=\d{3}(?!\d))", "", bare).casefold()


def date_words(words: Mapping[str, Any], day: PartialDate) -> str:
    """A date as prose has it, as precise as it is known: `2 December 2025`, `December 2025`, `2025`."""
    if not day.month:
        return str(day.year)
    month = words["months"][day.month - 1]
    form = words["date"]["day" if day.day else "month"]
    return str(form).format(day=day.day, month=month, year=day.year)


def short_date(words: Mapping[str, Any], day: PartialDate) -> str:
    """A date in little room: `2 Dec 2025`."""
    if not day.month:
        return str(day.year)
    month = words["short_months"][day.month - 1]
    form = words["date"]["day" if day.day else "month"]
    return str(form).format(day=day.day, month=month, year=day.year)


def number(value: Decimal | int) -> str:
    """A number with its thousands parted: `18,400`, `84.5`."""
    return f"{value:,}"


def bounded(words: Mapping[str, Any], seen: Observation) -> str:
    """A value with its bound: `at least 227`, `18,400`."""
    bound = words["bounds"][seen.bound]
    return f"{bound} {number(seen.value)}".strip()


def dated_value(words: Mapping[str, Any], seen: Observation) -> str:
    """A value that can stand in prose: with its bound and its date."""
    form = words["dated_value" if seen.as_of.month else "value_of_year"]
    return str(form).format(value=bounded(words, seen), date=date_words(words, seen.as_of))


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
