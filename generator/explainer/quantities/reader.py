"""Every quantity in a text as people write it."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from explainer.quantities.counts import later, of_what, quantity, share, stem
from explainer.quantities.language import Lexicon, lexicon
from explainer.quantities.moments import Day, has_a_unit, moments_at, year_of
from explainer.quantities.reading import SHARE, Found, Here, Kind, Reading
from explainer.quantities.tokens import Phrases, Tokens

FAR = 24  # characters; what joins a range is shorter
TWENTY, TEN = 20, 10
ROMAN = re.compile(r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
NUMERALS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@lru_cache(maxsize=1 << 16)
def read(text: str, language: str, labels: frozenset[str] = frozenset()) -> tuple[Reading, ...]:
    """Every quantity of a text; *labels* are words of the record before which a number is a name: `storm 12`."""
    here = Here(Tokens(text), lexicon(language), labels)
    found: list[Reading] = []
    at = 0
    while at < len(here.tokens):
        parsed = next(filter(None, (parser(here, at) for parser in PARSERS)), None) if _may_begin(here, at) else None
        readings, at = parsed or ((), at + 1)
        found += readings
    return _linked(text, found, here.words)


def _may_begin(here: Here, at: int) -> bool:
    """Whether a quantity can begin at a token: most words begin none."""
    token, after = here.tokens[at], here.tokens[at + 1]
    tied = after.glued and (after.number or after.text == "-")
    return token.number or tied or token.folded in here.words.starts or token.folded in here.labels


def _label(here: Here, at: int) -> Found:
    """`Article II`, `No. 5`, `storm 12`: a number that names and does not count."""
    word, own = here.tokens[at].folded, here.tokens[at].folded in here.words.labels
    dotted = here.tokens[at + 1].text == "." and here.tokens[at + 1].glued
    number = here.tokens[at + 1 + dotted]
    end = at + 2 + dotted
    if not (own and (dotted or word not in here.words.stops)) and word not in here.labels:
        return None
    value = _roman(number.text) if own else None
    if number.number and (own or not of_what(here, end)):
        value = _digits(number.text)
    return ((here.made(Kind.LABEL, value, at, end, noun=stem(word)),), end) if value else None


def _docket(here: Here, at: int) -> Found:
    """Digits and letters that are one name: 1:26-cv-10364."""
    tokens = here.tokens
    start = at + 2 * (tokens[at].number and tokens[at + 1].text == ":" and tokens[at + 2].glued)
    letters, number = tokens[start + 2], tokens[start + 4]
    tied = tokens[start].number and tokens.tied(start + 1) and tokens.tied(start + 3) and letters.glued and number.glued
    if not tied or not letters.text.isalpha() or not number.number:
        return None
    return (here.made(Kind.LABEL, _digits(number.text), at, start + 5, noun=letters.folded),), start + 5


def _mark(here: Here, at: int) -> Found:
    """Letters and digits that are one name: F-35, G20, Covid-19."""
    word = here.tokens[at]
    after = at + 1 + here.tokens.tied(at + 1)
    number = here.tokens[after]
    if not (word.text.isalpha() and number.number and number.glued) or word.folded in here.words.before_an_ordinal:
        return None
    if after > at + 1 and (word.text.islower() or word.folded in here.words.prefixes | here.words.numbers.keys()):
        return None
    return (here.made(Kind.LABEL, _digits(number.text), at, after + 1, noun=word.folded),), after + 1


def _moment(here: Here, at: int) -> Found:
    found = moments_at(here.tokens, at, here.words)
    made = tuple(
        here.made(Kind.DATE, Decimal(0), one.start, one.end, days=one.days)
        if one.minutes is None
        else here.made(Kind.CLOCK, Decimal(one.minutes), one.start, one.end, half_day=one.half_day)
        for one in found
    )
    return (made, found[-1].end) if found else None


def _year(here: Here, at: int) -> Found:
    """Four digits without a point are a year, unless they count something declared."""
    year = year_of(here.tokens[at])
    if not year or has_a_unit(here.tokens, at + 1, here.words):
        return None
    return (here.made(Kind.DATE, Decimal(year), at, at + 1, days=(Day(year),)),), at + 1


def _weekday(here: Here, at: int) -> Found:
    found = here.words.weekdays.at(here.tokens, at)
    return ((here.made(Kind.WEEKDAY, Decimal(found[0]), at, found[1]),), found[1]) if found else None


def _relative(here: Here, at: int) -> Found:
    found = here.words.relative_days.at(here.tokens, at)
    return ((here.made(Kind.RELATIVE, found[0], at, found[1]),), found[1]) if found else None


def _proof_alone(here: Here, at: int) -> Found:
    """`both` is two of something, `none` is zero."""
    none = here.words.none.at(here.tokens, at)
    found = (Decimal(0), none[1]) if none else here.words.both.at(here.tokens, at)
    if not found:
        return None
    units = of_what(here, found[1]).get("units", ())
    return (here.made(Kind.COUNT, found[0], at, found[1], worded=True, proves_only=True, units=units),), found[1]


def _vague(here: Here, at: int) -> Found:
    """`dozens`, `tens of thousands`, `several hundred`."""
    found = here.words.vague_of.at(here.tokens, at) or here.words.vague.at(here.tokens, at)
    word = here.tokens[at].folded
    if not found and here.words.indefinite.before(here.tokens, at):
        value = here.words.scales.get(word) or here.words.collectives.get(word)
        found = (value, at + 1) if value else None
    if not found:
        return None
    what = of_what(here, here.words.of.after(here.tokens, found[1]))
    return (here.made(Kind.VAGUE, found[0], at, found[1], worded=True, **what),), found[1]


def _times(here: Here, at: int) -> Found:
    found = here.words.times.at(here.tokens, at)
    return ((here.made(Kind.TIMES, found[0], at, found[1], worded=True),), found[1]) if found else None


def _ordinal(here: Here, at: int) -> Found:
    """`5th`, `twentieth`, `twenty-first`, `第5`."""
    tokens, words = here.tokens, here.words
    before = tokens[at].folded in words.before_an_ordinal
    number = tokens[at + before]
    sign = words.ordinal_signs.at(tokens, at + 1) if tokens[at + 1].glued else None
    tens, start = _tens(here, at)
    if number.text.isdecimal() and (before or sign):
        value, end = Decimal(number.text), at + 2 if before or not sign else sign[1]
    elif tokens[start].folded in words.ordinals:
        value, end = words.ordinals[tokens[start].folded] + tens, start + 1
    else:
        return None
    return (here.made(Kind.ORDINAL, value, at, end, noun=of_what(here, end).get("noun", "")),), end


def _tens(here: Here, at: int) -> tuple[Decimal, int]:
    """The tens before an ordinal, and its token: `twenty-first`, `vigésimo primero`."""
    word, start = here.tokens[at].folded, at + 1 + here.tokens.tied(at + 1)
    tens = here.words.numbers.get(word) or here.words.ordinals.get(word) or Decimal(0)
    unit = here.words.ordinals.get(here.tokens[start].folded, Decimal(TEN))
    return (tens, start) if tens >= TWENTY and unit < TEN else (Decimal(0), at)


def _a_unit(here: Here, at: int) -> Found:
    """`a week later`: one of a unit of time, told from another date."""
    start = here.words.articles.after(here.tokens, at)
    unit = here.words.units.at(here.tokens, start) if start > at else None
    if not unit or not later(here, start):
        return None
    made = here.made(Kind.COUNT, Decimal(1), at, unit[1], units=unit[0], worded=True, later=later(here, start))
    return (made,), unit[1]


def _roman(text: str) -> Decimal | None:
    if not ROMAN.fullmatch(text):
        return None
    values = [NUMERALS[letter] for letter in text]
    return Decimal(sum(-one if one < after else one for one, after in pairwise([*values, 0])))


def _digits(text: str) -> Decimal:
    return Decimal(re.sub(r"\D", "", text))


def _linked(text: str, found: list[Reading], words: Lexicon) -> tuple[Reading, ...]:
    """Ranges share what stands at one of their ends: 30 to 40 percent, two to three million, storms 11-13."""
    between = [text[one.end : after.start] for one, after in pairwise(found)]
    joined = [_joins(one, words.range) for one in between]
    for index in reversed(range(len(joined))):
        if joined[index] and found[index].bare:
            found[index] = _sharing(found[index], found[index + 1])
    for index, one in enumerate(joined):
        if one and found[index].kind is Kind.LABEL and found[index + 1].bare:
            found[index + 1] = replace(found[index + 1], kind=Kind.LABEL, noun=found[index].noun)
    _pair(found, [_joins(one, words.against) for one in between])
    first = next((n for n, one in enumerate(found) if one.kind is Kind.SHARE), len(found))
    return tuple(replace(one, echoes=True) if one.bare and n > first else one for n, one in enumerate(found))


def _pair(found: list[Reading], joined: list[bool]) -> None:
    """Each end of a range or a vote knows the other."""
    for index, one in enumerate(joined):
        if one and found[index].kind is found[index + 1].kind is Kind.COUNT:
            first, last = found[index], found[index + 1]
            found[index : index + 2] = replace(first, paired=last.value), replace(last, paired=first.value)


def _joins(between: str, joints: Phrases[bool]) -> bool:
    joint = Tokens(between if len(between) < FAR else "")
    step = joints.at(joint, 0)
    return step is not None and step[1] == len(joint)


def _sharing(one: Reading, after: Reading) -> Reading:
    if after.kind is Kind.SHARE and after.units:
        return replace(one, kind=after.kind, units=after.units, value=one.value * dict(after.sizes)[SHARE])
    if after.kind is not Kind.COUNT:
        return one
    values = (one.value * after.scale, *one.values) if after.scale > 1 == one.scale else one.values
    bound = one.bound or after.bound
    return replace(one, units=after.units, noun=after.noun, value=values[0], others=values[1:], bound=bound)


Parser = Callable[[Here, int], Found]
PARSERS: tuple[Parser, ...] = (
    _label, _docket, _mark, _relative, _moment, share, _ordinal, _vague, _a_unit, _year, _weekday, _times,
    _proof_alone, quantity,
)  # fmt: skip
