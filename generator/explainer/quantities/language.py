"""How quantities are written in a language: data, loaded once; a language without a file has digits alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from explainer.quantities.tokens import Phrases, folded, words_of

BOUNDS = ("least", "most", "about")
CLOCK = ("before_noon", "after_noon", "full_hour", "clock_of")
FRACTIONS = ("halves", "quarters", "denominators")
MINUS = ("-", "−")
VULGAR = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "⅕": "1/5", "⅛": "1/8"}
Raw = Mapping[str, Any]
UnitWords = list[tuple[str, tuple[str, ...]]]


@dataclass(frozen=True)
class Unit:
    """What a unit measures, and how much of it one is; `before` where its sign may stand before the number."""

    of: str
    size: Decimal
    before: bool = False


class Lexicon:
    """The words of one language, folded; what it does not have is empty."""

    def __init__(self, raw: Raw) -> None:
        words = _unit_words(raw.get("units", {}))
        self.units = Phrases(words)
        self._numbers(raw)
        self._counted(raw)
        self._parts(raw)
        self._dates(raw)
        self.labels, self.prefixes = _words(raw, "labels"), _words(raw, "prefixes")
        self.range, self.against = _phrases(raw, "range"), _phrases(raw, "against")
        self.bounds, self.after_bounds = (_bounds(raw.get(name, {})) for name in ("bounds", "after_bounds"))
        self.negations, self.abbreviations = _words(raw, "negations"), _words(raw, "abbreviations")
        self.no_names = _words(raw, "no_names")
        self.starts = self._starts(words)

    def _numbers(self, raw: Raw) -> None:
        separators, joints = raw.get("separators", {}), raw.get("joints", {})
        self.group, self.decimal = ("".join(separators.get(name, ())) for name in ("group", "decimal"))
        self.numbers, self.scales, self.scale_signs = (_table(raw, n) for n in ("numbers", "scales", "scale_signs"))
        self.after_scale, self.after_tens = (_words(joints, name) for name in ("after_scale", "after_tens"))
        self.and_a_half, self.articles, self.minus = (_phrases(raw, n) for n in ("and_a_half", "articles", "minus"))
        self.collectives, self.needs_a_number = _table(raw, "collectives"), _words(raw, "needs_a_number")
        self.indefinite, self.none, self.definite = (_phrases(raw, n) for n in ("indefinite", "none", "definite"))

    def _counted(self, raw: Raw) -> None:
        """What tells a unit, people or another noun behind a number."""
        self.before_a_unit, self.before_people = (_phrases(raw, name) for name in ("before_a_unit", "before_people"))
        self.stops, self.participles = _words(raw, "stops"), _words(raw, "participles")
        self.plural, self.not_plural, self.person_endings = (
            tuple(raw.get(name, ())) for name in ("plural", "not_plural", "person_endings")
        )

    def _parts(self, raw: Raw) -> None:
        """Fractions, multiples, ordinals, and what is no exact number."""
        self.vague, self.vague_of, self.both = (_valued(raw, n) for n in ("vague", "vague_of", "both"))
        self.times, self.times_of = _valued(raw, "times"), _phrases(raw, "times_of")
        self.halves, self.quarters, self.denominators = (_valued(raw, name) for name in FRACTIONS)
        self.of, self.out_of, self.in_each = (_phrases(raw, n) for n in ("of", "out_of", "in_each"))
        self.ordinals, self.ordinal_signs = _table(raw, "ordinals"), _phrases(raw, "ordinal_signs")
        self.before_an_ordinal = _words(raw, "before_an_ordinal")

    def _dates(self, raw: Raw) -> None:
        self.months = Phrases((word, n) for n, names in enumerate(raw.get("months", ()), 1) for word in names)
        self.weekdays = Phrases((word, n) for n, names in enumerate(raw.get("weekdays", ())) for word in names)
        self.months_capitalised = raw.get("months_capitalised") == "true"
        self.shy_months, self.before_a_month = _words(raw, "shy_months"), _phrases(raw, "before_a_month")
        self.in_a_date, self.between_days = _words(raw, "in_a_date"), _words(raw, "between_days")
        self.date_signs = {folded(word): name for name, word in raw.get("date_signs", {}).items()}
        self.clock = Phrases((one, name) for name in CLOCK for one in raw.get(name, ()))
        self.clock_words, self.relative_days = _valued(raw, "clock_words"), _valued(raw, "relative_days")
        self.later, self.earlier = _phrases(raw, "later"), _phrases(raw, "earlier")

    def _starts(self, words: UnitWords) -> frozenset[str]:
        """The words with which a quantity can begin: most words begin none."""
        tables = (self.numbers, self.scales, self.collectives, self.ordinals, self.labels, self.before_an_ordinal)
        phrases = (
            self.vague, self.vague_of, self.both, self.none, self.times, self.halves, self.quarters, self.denominators,
            self.months, self.weekdays, self.articles, self.clock_words, self.relative_days,
        )  # fmt: skip
        money = (words_of(word)[0] for word, names in words if any(units()[name].before for name in names))
        return frozenset().union(*tables, *(one.first_words for one in phrases), money, VULGAR, MINUS)


@cache
def lexicon(language: str) -> Lexicon:
    """The words of a language; `en-GB` has those of `en`."""
    return Lexicon(_load(f"{language.partition('-')[0]}/quantities.yaml"))


@cache
def units() -> Mapping[str, Unit]:
    """Every unit by its name."""
    raw = _load("units.yaml")
    return {name: Unit(one["of"], Decimal(one["is"]), before="before" in one) for name, one in raw.items()}


def fraction(text: str) -> Decimal:
    """A fraction or a number as a decimal: `1/3`."""
    value = Fraction(text)
    return Decimal(value.numerator) / Decimal(value.denominator)


@cache
def _load(name: str) -> Raw:
    file = (files("explainer") / "languages").joinpath(*name.split("/"))
    loaded: Raw = yaml.load(file.read_text("utf-8"), Loader=yaml.CBaseLoader) if file.is_file() else {}  # noqa: S506  # it makes strings alone
    return loaded


def _unit_words(own: Raw) -> UnitWords:
    """Each word or sign with the units it can mean: a ton is one of several."""
    meant: dict[str, list[str]] = {}
    for name, unit in _load("units.yaml").items():
        for word in (*unit.get("signs", ()), *own.get(name, ())):
            meant.setdefault(word, []).append(name)
    return [(word, tuple(names)) for word, names in meant.items()]


def _table(raw: Raw, name: str) -> Mapping[str, Decimal]:
    return {folded(word): Decimal(value) for word, value in raw.get(name, {}).items()}


def _words(raw: Raw, name: str) -> frozenset[str]:
    return frozenset(folded(word) for word in raw.get(name, ()))


def _phrases(raw: Raw, name: str) -> Phrases[bool]:
    return Phrases((word, True) for word in raw.get(name, ()))


def _valued(raw: Raw, name: str) -> Phrases[Decimal]:
    return Phrases((word, fraction(value)) for word, value in raw.get(name, {}).items())


def _bounds(raw: Mapping[str, Iterable[str]]) -> Phrases[str]:
    """Words that say on which side of a number the value lies; `nearly` says two things, and the first counts."""
    told: dict[str, str] = {}
    for name in BOUNDS:
        for word in raw.get(name, ()):
            told.setdefault(word, name)
    return Phrases(told)
