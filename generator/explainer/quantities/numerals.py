"""Numbers as digits and as words: `18.400`, `6.4 million`, `two dozen`, `treinta y dos`."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from explainer.quantities.language import VULGAR, Lexicon, fraction
from explainer.quantities.tokens import Tokens

HUNDRED, TEN, HALF, ONE = Decimal(100), Decimal(10), Decimal("0.5"), Decimal(1)
GROUP = 3  # digits
ALWAYS_GROUP = "'’ \u00a0\u202f\u2009"
_PARTED = re.compile(r"[.,'’ \u00a0\u202f\u2009]")
_DIGITS = re.compile(r"\d+(?:[.,'’ ]\d+)*")


@dataclass(frozen=True)
class Number:
    """A number and the token after it; `others` is what else it can mean, `scale` that of the word at its end."""

    value: Decimal
    end: int
    others: tuple[Decimal, ...] = ()
    worded: bool = False
    doubtful: bool = False
    scale: Decimal = ONE

    def by(self, size: Decimal, end: int) -> "Number":
        """So many times as much."""
        return replace(self, value=self.value * size, others=tuple(one * size for one in self.others), end=end)


def digits(written: str, words: Lexicon) -> tuple[Decimal, ...]:
    """What digits are worth in a language, the likeliest first: `18.400` is one number in Spanish, two in English."""
    marks, parts = _PARTED.findall(written), _PARTED.split(written)
    if not marks:
        return (Decimal(written),)
    if len(marks) == 1 and marks[0] not in ALWAYS_GROUP:
        return _once_parted(marks[0], parts, words)
    if len({*marks}) == 1 or marks[-1] in ALWAYS_GROUP:
        return (Decimal("".join(parts)),)
    return (Decimal(f"{''.join(parts[:-1])}.{parts[-1]}"),)


def ambiguous(written: str, words: Lexicon) -> tuple[Decimal, ...]:
    """The values between which an editor must choose; empty where there is no doubt."""
    found = digits(written, words) if _DIGITS.fullmatch(written) else ()
    return found if len(found) > 1 else ()


def number_at(tokens: Tokens, at: int, words: Lexicon, *, money: bool = False) -> Number | None:
    """The number that begins at a token, with its scale: a hundred, 6.4m, two and a half million, 2 dozen."""
    found = _digits_at(tokens, at, words) if tokens[at].number else _worded(tokens, at, words)
    if found is None:
        return None
    scaled = _scaled(tokens, found, words, money=money)
    size = words.collectives.get(tokens[scaled.end].folded)
    return scaled.by(size, scaled.end + 1) if size else scaled


def _digits_at(tokens: Tokens, at: int, words: Lexicon) -> Number:
    likely, *others = digits(tokens[at].text, words)
    sign = VULGAR.get(tokens[at + 1].text)
    if sign:
        return Number(likely + fraction(sign), at + 2)
    return Number(likely, at + 1, tuple(others), doubtful=bool(others))


def _once_parted(mark: str, parts: list[str], words: Lexicon) -> tuple[Decimal, ...]:
    whole, decimal = Decimal("".join(parts)), Decimal(".".join(parts))
    if len(parts[1]) != GROUP or len(parts[0]) > GROUP or parts[0].startswith("0"):
        return (decimal,)
    return (whole,) if mark in words.group else (decimal, whole)


def _worded(tokens: Tokens, at: int, words: Lexicon) -> Number | None:
    """Number words as one number; two that do not go together are two."""
    run: list[Decimal] = []
    end = at
    while (after := end + (bool(run) and _joins(tokens, end, run[-1], words))) < len(tokens):
        found = _next(tokens[after].folded, run, words)
        if found is None:
            break
        run.append(found)
        end = after + 1
    scale = run[-1] if run and run[-1] in words.scales.values() else ONE
    return Number(_worth(run, words), end, worded=True, scale=scale) if run else None


def _next(word: str, run: list[Decimal], words: Lexicon) -> Decimal | None:
    value = words.numbers.get(word)
    if value is not None and (not run or _goes_on(run[-1], value, words)):
        return value
    return words.scales.get(word)


def _joins(tokens: Tokens, at: int, before: Decimal, words: Lexicon) -> bool:
    """Whether a joint or a hyphen holds a number together: hundred and one, treinta y dos, forty-two."""
    word, after = tokens[at].folded, tokens[at + 1].folded
    if word == "-":
        return after in words.numbers or after in words.scales
    joint = words.after_scale if before in words.scales.values() else words.after_tens
    return word in joint and after in words.numbers and _goes_on(before, words.numbers[after], words)


def _goes_on(before: Decimal, value: Decimal, words: Lexicon) -> bool:
    """Whether a smaller number may follow: twenty three, ciento veinte, thousand two."""
    if before in words.scales.values():
        return value < before
    step = next((step for step in (HUNDRED, TEN) if before >= step and before % step == 0), ONE)
    return before > TEN and 0 < value < step


def _worth(run: list[Decimal], words: Lexicon) -> Decimal:
    total = part = last = Decimal(0)
    for value in run:
        if value not in words.scales.values():
            part += value
        elif value == HUNDRED:
            part = max(part, ONE) * value
        elif total and value > last:
            total, part, last = (total + part) * value, Decimal(0), value
        else:
            total, part, last = total + max(part, ONE) * value, Decimal(0), value
    return total + part


def _scaled(tokens: Tokens, found: Number, words: Lexicon, *, money: bool) -> Number:
    """A number times the scale behind it, with the half that may stand between the two or after both."""
    if half := words.and_a_half.at(tokens, found.end):
        found = replace(found, value=found.value + HALF * found.scale, end=half[1], worded=False)
    sign = words.scale_signs.get(tokens[found.end].folded)
    if sign and tokens[found.end - 1].number and (tokens[found.end].glued or money):
        others = () if money else (found.value,)
        return replace(found.by(sign, found.end + 1), others=others)
    behind = found.end + (tokens.tied(found.end) and not found.worded)
    scale = words.scales.get(tokens[behind].folded)
    if scale is None or found.worded:
        return found
    return _scaled(tokens, replace(found.by(scale, behind + 1), scale=scale), words, money=money)
