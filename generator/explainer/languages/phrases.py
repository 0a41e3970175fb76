"""Dates, numbers and values as a sentence has them, in the words of a language."""

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Protocol


class Day(Protocol):
    """A date as precise as it is known: 0 stands for a part that is not."""

    @property
    def year(self) -> int:
        """The year."""

    @property
    def month(self) -> int:
        """The month, from 1."""

    @property
    def day(self) -> int:
        """The day, from 1."""


class Value(Protocol):
    """A number, how exact it is, and the time that it speaks of."""

    @property
    def value(self) -> Decimal:
        """The number."""

    @property
    def bound(self) -> str:
        """`exactly`, `at least`, `about` or `at most`."""

    @property
    def as_of(self) -> Day:
        """The time."""


def fold(text: str) -> str:
    """Text as a reader without accents on the keyboard would type it, small letters, digits unparted."""
    bare = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    return re.sub(r"(?<=\d)[.,\u00a0\u202f ](?=\d{3}(?!\d))", "", bare).casefold()


def date_words(words: Mapping[str, Any], day: Day) -> str:
    """A date as prose has it, as precise as it is known: `2 December 2025`, `December 2025`, `2025`."""
    if not day.month:
        return str(day.year)
    month = words["months"][day.month - 1]
    form = words["date"]["day" if day.day else "month"]
    return str(form).format(day=day.day, month=month, year=day.year)


def short_date(words: Mapping[str, Any], day: Day) -> str:
    """A date in little room: `2 Dec 2025`."""
    if not day.month:
        return str(day.year)
    month = words["short_months"][day.month - 1]
    form = words["date"]["day" if day.day else "month"]
    return str(form).format(day=day.day, month=month, year=day.year)


def number(value: Decimal | int) -> str:
    """A number with its thousands parted: `18,400`, `84.5`."""
    return f"{value:,}"


def bounded(words: Mapping[str, Any], seen: Value) -> str:
    """A value with its bound: `at least 227`, `18,400`."""
    bound = words["bounds"][seen.bound]
    return f"{bound} {number(seen.value)}".strip()


def dated_value(words: Mapping[str, Any], seen: Value) -> str:
    """A value that can stand in prose: with its bound and its date."""
    form = words["dated_value" if seen.as_of.month else "value_of_year"]
    return str(form).format(value=bounded(words, seen), date=date_words(words, seen.as_of))
