"""Numbers with what they count: `$6.4m`, `84 per cent`, `42 mph`, `two dozen loaves`; and the fractions of a whole."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from explainer.quantities.language import MINUS, VULGAR, fraction, units
from explainer.quantities.numerals import HALF, ONE, Number, number_at
from explainer.quantities.reading import PERSON, SHARE, Found, Here, Kind, Reading

NEAR = 5  # so many words behind a number the noun that it counts may stand


def quantity(here: Here, at: int) -> Found:
    """A number with its unit, a sum of money, or a number that is part of a name."""
    tokens, words = here.tokens, here.words
    sign = words.units.at(tokens, at)
    money = sign[0] if sign and any(units()[name].before for name in sign[0]) else ()
    start = sign[1] if sign and money else at
    minus = tokens[start].text in MINUS and not tokens[start].glued and tokens[start + 1].glued
    first = start + (minus and tokens[start + 1].number)
    number = _plain(here, first, money=bool(money))
    if number is None:
        return None
    made, end = _counting(here, at, number, money)
    negative = first > start or (not made.bound and words.minus.before(tokens, at))
    return (replace(made, value=-made.value) if negative else made,), end


def of_what(here: Here, at: int) -> dict[str, Any]:
    """The unit behind a number, or the noun: the first word in the plural before the clause goes on."""
    for _ in range(2):
        at += here.tokens.tied(at)
        if unit := here.words.units.at(here.tokens, at):
            return {"units": unit[0]}
        if (passed := here.words.before_a_unit.after(here.tokens, at)) == at:
            break
        at = passed
    return _noun(here, at)


def share(here: Here, at: int) -> Found:
    """`half`, `a quarter`, `two thirds`, `3/4`; with a scale or a unit behind it, so much of that: half a million."""
    found = _fraction(here, at)
    if not found:
        return None
    value, end = found
    behind = here.words.articles.after(here.tokens, here.words.of.after(here.tokens, end))
    behind += here.tokens.tied(behind)
    word, bound = here.tokens[behind].folded, _bound(here, at, end)
    if size := here.words.scales.get(word) or here.words.collectives.get(word):
        what = of_what(here, behind + 1)
        return (here.made(Kind.COUNT, value * size, at, behind + 1, worded=True, bound=bound, **what),), behind + 1
    unit = here.words.units.at(here.tokens, behind)
    if unit and not {units()[name].of for name in unit[0]} & {PERSON, SHARE}:
        return (here.made(Kind.COUNT, value, at, unit[1], worded=True, units=unit[0], bound=bound),), unit[1]
    return (here.made(Kind.SHARE, value, at, end, worded=True, bound=bound),), end


def _bound(here: Here, at: int, end: int) -> str:
    """On which side of a number its value lies: more than 80, over a million, 83 or more."""
    first = at - (here.tokens[at - 1].folded in here.words.articles.first_words)
    before = here.words.bounds.before(here.tokens, at) or here.words.bounds.before(here.tokens, first)
    after = here.words.after_bounds.at(here.tokens, end + here.tokens.tied(end))
    return before or (after[0] if after else "")


def _plain(here: Here, at: int, *, money: bool) -> Number | None:
    """A number, or a word such as `dozen` that is one alone."""
    word = here.tokens[at].folded
    found = number_at(here.tokens, at, here.words, money=money)
    if found or word not in here.words.collectives or word in here.words.needs_a_number:
        return found
    return Number(here.words.collectives[word], at + 1, worded=True)


def _counting(here: Here, at: int, number: Number, money: tuple[str, ...]) -> tuple[Reading, int]:
    """The number with what it counts, and the token after both."""
    end, tokens, words = number.end, here.tokens, here.words
    if _tells_what_happened(here, end, number):
        return here.made(Kind.COUNT, number.value, at, end, worded=number.worded), end
    if not money and _is_a_name(here, end):
        return here.made(Kind.LABEL, number.value, at, end, noun=tokens[end].folded), end
    unit = None if money else words.units.at(tokens, end)
    stop = unit[1] if unit else end
    what = {"units": money} if money else of_what(here, end) or _of_people(here, at)
    made = here.made(
        Kind.COUNT, number.value, at, stop, others=number.others, worded=number.worded, doubtful=number.doubtful,
        scale=number.scale, bound=_bound(here, at, stop),
        definite=bool(words.definite.before(tokens, at)), later=later(here, end), **what,
    )  # fmt: skip
    if half := words.and_a_half.at(tokens, stop) if unit else None:
        made, stop = replace(made, value=made.value + HALF), half[1]  # five days and a half
    if size := dict(made.sizes).get(SHARE):
        return replace(made, kind=Kind.SHARE, value=made.value * size, others=()), stop
    return (replace(made, kind=Kind.TIMES, noun=""), stop) if words.times_of.at(tokens, end) else (made, stop)


def _of_people(here: Here, at: int) -> dict[str, Any]:
    """Whether the word before a number says that it counts people: killing 11, killed at least 83."""
    bound = here.words.bounds.start(here.tokens, at)
    return {"units": (PERSON,)} if here.words.before_people.before(here.tokens, bound) else {}


def later(here: Here, at: int) -> int:
    """Whether the time whose unit stands at a token is told from another: three days later, two weeks before."""
    end = here.words.units.after(here.tokens, at + here.tokens.tied(at))
    return 1 if here.words.later.at(here.tokens, end) else -1 if here.words.earlier.at(here.tokens, end) else 0


def _tells_what_happened(here: Here, at: int, number: Number) -> bool:
    """Whether the word behind a number is none for people: `a second one killed them`, `Fires 14 Killed 61`."""
    after = here.tokens[at]
    one = number.value == 1 and number.worded
    return after.folded in here.words.participles and (one or after.text[0].isupper())


def _is_a_name(here: Here, at: int) -> bool:
    """Whether letters stick to the digits that are neither a unit nor a scale: 5G, 9/11."""
    after = here.tokens[at]
    if not after.glued or not here.tokens[at - 1].number:
        return False
    letters = after.text.isascii() and after.text.isalpha() and not here.words.units.at(here.tokens, at)
    return letters or (after.text == "/" and here.tokens[at + 1].number)


def _noun(here: Here, at: int) -> dict[str, Any]:
    for index in range(at, at + NEAR):
        token = here.tokens[index]
        if token.text == "-":
            continue
        if token.number or not token.text[:1].isalpha() or token.folded in here.words.stops:
            break
        unit = here.words.units.at(here.tokens, index)
        if unit and PERSON in unit[0]:
            return {"units": unit[0], "reach": token.end}
        if token.folded.endswith(here.words.plural) and not token.folded.endswith(here.words.not_plural):
            people = token.folded.endswith(here.words.person_endings)
            return {"noun": stem(token.folded), "people": people, "reach": token.end}
    return {}


def stem(word: str) -> str:
    """A noun without the s of its plural."""
    return word.removesuffix("s")


def _fraction(here: Here, at: int) -> tuple[Decimal, int] | None:
    tokens, words = here.tokens, here.words
    if sign := VULGAR.get(tokens[at].text):
        return fraction(sign), at + 1
    if part := _parts(here, at) or _slashed(here, at):
        return part
    if tokens[at - 1].folded in words.ordinals:
        return None  # the second half, the third quarter
    article = bool(words.articles.before(tokens, at))
    quarter, low = words.quarters.at(tokens, at), words.denominators.at(tokens, at)
    if half := words.halves.at(tokens, at):
        return half
    if quarter and (article or words.of.at(tokens, quarter[1])):
        return quarter
    return (ONE / low[0], low[1]) if low and (low[1] - at > 1 or (article and _stands_alone(here, low[1]))) else None


def _stands_alone(here: Here, at: int) -> bool:
    """Whether no noun follows: `a third of them`, and not `a third loaf`."""
    return here.tokens[at].folded in here.words.stops or not here.tokens[at].text.isalpha()


def _parts(here: Here, at: int) -> tuple[Decimal, int] | None:
    """`two thirds`, `three-quarters`, `one in five`, `9 out of 10`."""
    tokens, words = here.tokens, here.words
    top = number_at(tokens, at, words)
    if not top:
        return None
    low = words.denominators.at(tokens, top.end + tokens.tied(top.end))
    if low and top.value < low[0] and (top.value > 1 or top.worded):
        return top.value / low[0], low[1]
    joint = words.out_of.at(tokens, top.end) or (words.in_each.at(tokens, top.end) if top.value == 1 else None)
    bottom = number_at(tokens, joint[1], words) if joint else None
    return (top.value / bottom.value, bottom.end) if bottom and top.value < bottom.value else None


def _slashed(here: Here, at: int) -> tuple[Decimal, int] | None:
    """`3/4`; what has more digits is a name, such as 9/11."""
    top, slash, low = (here.tokens[at + n] for n in range(3))
    if slash.text != "/" or not (slash.glued and low.glued and top.text.isdecimal() and low.text.isdecimal()):
        return None
    return (Decimal(top.text) / Decimal(low.text), at + 3) if int(top.text) < int(low.text) < 10 else None  # noqa: PLR2004  # one digit
