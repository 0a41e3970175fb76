"""One folder for each language: every word that the generator says itself, and how it writes dates, numbers and lists.

Months, separators of numbers and the rules of plurals are the locale's, which the folder names.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any, Protocol

import yaml
from babel import Locale
from babel.dates import format_date, get_month_names
from babel.numbers import format_decimal, get_decimal_symbol, get_group_symbol

FOLDER = files("explainer") / "languages"


class Day(Protocol):
    """A date as far as it is known; 0 stands for a part that is not."""

    @property
    def year(self) -> int:
        """Its year."""

    @property
    def month(self) -> int:
        """Its month, or 0."""

    @property
    def day(self) -> int:
        """Its day, or 0."""


class Seen(Protocol):
    """A value that somebody gave."""

    @property
    def value(self) -> Decimal:
        """The number."""

    @property
    def bound(self) -> str:
        """What bounds it: `at least`."""

    @property
    def as_of(self) -> Day:
        """Of when it is."""


class Quantity(Protocol):
    """How the values of a figure stand in a sentence."""

    @property
    def unit(self) -> str:
        """What is counted or measured."""

    @property
    def running(self) -> bool:
        """Whether values add up as time goes on: 15 by 3 May."""

    @property
    def measured(self) -> bool:
        """Whether the unit belongs to the value: 18 km."""


@dataclass(frozen=True)
class Messages(Mapping[str, Any]):
    """The words of one language by their names in `messages.yaml`, and what it makes of dates, numbers and lists."""

    language: str
    words: Mapping[str, Any]
    locale: Locale

    def __getitem__(self, name: str) -> Any:
        return self.words[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.words)

    def __len__(self) -> int:
        return len(self.words)

    def date(self, day: Day) -> str:
        """A date as prose has it, as precise as it is known: `2 December 2025`, `December 2025`, `2025`."""
        return self._date(day, "prose")

    def short_date(self, day: Day) -> str:
        """A date in little room: `2 Dec 2025`."""
        return self._date(day, "short")

    def day_of_year(self, day: Day) -> str:
        """A date where its year is said already: `2 Dec`, `Dec`."""
        return self._date(day, "of_year")

    def number(self, value: Decimal | int, sign: str = "") -> str:
        """A number as precise as it is given, its thousands parted: `18,400`, `84.50`; a plus is written on request."""
        whole = self.locale.decimal_formats[None].pattern.partition(".")[0]
        decimals = max(0, -int(Decimal(value).as_tuple().exponent))
        pattern = f"{whole}.{'0' * decimals}" if decimals else whole
        return str(format_decimal(value, f"{sign}{pattern};-{pattern}", self.locale))

    def count(self, name: str, number: int) -> str:
        """A number with its noun, in the form that the language has for it: `1 source`, `3 sources`."""
        forms = self.words["counted"][name]
        form = forms.get(self.locale.plural_form(number), forms["other"])
        return str(form).format(n=self.number(number))

    def listed(self, names: Sequence[str], most: int = 3) -> str:
        """Names as a sentence lists them: `A, B and C`, or `A, B and 2 others`."""
        shown = names if len(names) <= most else [*names[: most - 1], self.count("others", len(names) - most + 1)]
        before, last = self.joined(shown[:-1]), "".join(shown[-1:])
        return str(self.words["list"]["last"]).format(before=before, last=last) if before else last

    def named(self, name: str, value: str) -> str:
        """What something is, after its name: `Figures: 3`."""
        return str(self.words["named"]).format(name=name, value=value)

    def joined(self, parts: Iterable[str], between: str = "between") -> str:
        """Parts one after the other, with the separator of a list, or that between *parts* of a sentence."""
        return str(self.words["list"][between]).join(parts)

    def bounded(self, seen: Seen) -> str:
        """A value with its bound: `at least 227`, `18,400`."""
        value, bound = self.number(seen.value), self.words["bounds"][seen.bound]
        return str(self.words["bounded"]).format(bound=bound, value=value) if bound else value

    def dated_value(self, figure: Quantity, seen: Seen) -> str:
        """A value that can stand in prose, by its figure's grammar: `at least 227 by 3 May 2025`, `18 km in 2025`."""
        value = self.bounded(seen)
        if figure.measured:
            value = str(self.words["measured"]).format(value=value, unit=figure.unit)
        form = self.words["readings"]["running" if figure.running and seen.as_of.month else "at_a_time"]
        return str(form).format(value=value, date=self.date(seen.as_of), when=self.when(seen.as_of))

    def when(self, day: Day) -> str:
        """A date as a sentence says when something was: `on 2 December 2025`, `in December 2025`, `in 2025`."""
        return str(self.words["when"][_known(day)]).format(date=self.date(day))

    def at_end(self, day: Day) -> str:
        """The moment at which a date is over, as a sentence says it: `on 2 December 2025`, `at the end of 2025`."""
        return str(self.words["at_end"][_known(day)]).format(date=self.date(day))

    def d3_locale(self) -> dict[str, Any]:
        """The same for charts, as d3 takes it: separators of numbers, and names of months."""
        months = list(get_month_names("abbreviated", "stand-alone", self.locale).values())
        separators = {"decimal": get_decimal_symbol(self.locale), "thousands": get_group_symbol(self.locale)}
        unused = {"dateTime": "", "date": "", "time": "", "periods": [], "days": [], "shortDays": [], "months": months}
        number = {**separators, "grouping": [3], "currency": ["", ""]}
        return {"number": number, "time": {**unused, "shortMonths": months}}

    def _date(self, day: Day, use: str) -> str:
        first = date(day.year, day.month or 1, day.day or 1)
        return str(format_date(first, self.words["dates"][use][_known(day)], self.locale))


def languages() -> tuple[str, ...]:
    """The languages that have a folder of words."""
    return tuple(sorted(folder.name for folder in FOLDER.iterdir() if (folder / "messages.yaml").is_file()))


@cache
def messages_of(language: str) -> Messages:
    """The words of one language, which must have a folder."""
    words = _read(language, "messages")
    return Messages(language, words, Locale.parse(words["locale"]))


@cache
def attributing(language: str) -> tuple[str, ...]:
    """Verbs and phrases by which a sentence gives something as somebody's word; a star stands for any ending."""
    return tuple(_read(language, "attribution")["verbs"])


@cache
def purposes() -> Mapping[str, str]:
    """What each field of a record is for, by its name or as `Model.field`."""
    return _read("en", "fields")


def _known(day: Day) -> str:
    """How much of a date is known."""
    return "day" if day.day else "month" if day.month else "year"


def _read(language: str, name: str) -> dict[str, Any]:
    text = (FOLDER / language / f"{name}.yaml").read_text("utf-8")
    words: dict[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506  # it makes strings alone
    return words
