"""Dates as people write them, whole and in part, and times of the clock."""

from collections.abc import Iterator
from dataclasses import dataclass

from explainer.quantities.language import Lexicon
from explainer.quantities.tokens import Token, Tokens

FIRST_YEAR, LAST_YEAR, LAST_DAY, LAST_MONTH, HOURS, MINUTES = 1800, 2100, 31, 12, 24, 60
DASHES = ("-", "–", "—")
NOON = 720
HALF_DAYS = ("before_noon", "after_noon")


@dataclass(frozen=True, order=True)
class Day:
    """A date, as much of it as is said; 0 stands for a part that is not."""

    year: int = 0
    month: int = 0
    day: int = 0

    def holds(self, other: "Day") -> bool:
        """Whether what *other* says is said here too: a coarser date follows from a finer one."""
        pairs = ((other.year, self.year), (other.month, self.month), (other.day, self.day))
        return all(not asked or asked == told for asked, told in pairs)


@dataclass(frozen=True)
class Moment:
    """A date (`days`: what it can mean) or a time of the clock in minutes, and its tokens."""

    start: int
    end: int
    days: tuple[Day, ...] = ()
    minutes: int | None = None
    half_day: bool = False


def moments_at(tokens: Tokens, at: int, words: Lexicon) -> tuple[Moment, ...]:
    """The dates, or the time, that begin at a token: `11 and 12 February` has two."""
    found = (
        _iso(tokens, at)
        or _signed(tokens, at, words)
        or tuple(_day_first(tokens, at, words))
        or tuple(_month_first(tokens, at, words))
        or _clock(tokens, at, words)
        or _slashed(tokens, at)
        or _decade(tokens, at)
    )
    return found or ()


def year_of(token: Token) -> int:
    """The year that a token is, or 0."""
    value = int(token.text) if token.number and token.text.isdecimal() and len(token.text) == len("2000") else 0
    return value if FIRST_YEAR <= value < LAST_YEAR else 0


def has_a_unit(tokens: Tokens, at: int, words: Lexicon) -> bool:
    """Whether what stands before a token is a number of something: of people too, but not what happened to them."""
    return words.units.at(tokens, at) is not None and tokens[at].folded not in words.participles


def _small(token: Token, most: int) -> int:
    """A whole number from 1 to *most*, or 0."""
    value = int(token.text) if token.number and token.text.isdecimal() and len(token.text) <= len("31") else 0
    return value if value <= most else 0


def _iso(tokens: Tokens, at: int) -> tuple[Moment, ...]:
    month = _small(tokens[at + 2], LAST_MONTH) if len(tokens[at + 2].text) == len("09") else 0
    if not (year_of(tokens[at]) and month and tokens.tied(at + 1) and tokens[at + 2].glued):
        return ()
    day = _small(tokens[at + 4], LAST_DAY) if tokens.tied(at + 3) and tokens[at + 4].glued else 0
    return (Moment(at, at + (5 if day else 3), (Day(year_of(tokens[at]), month, day),)),)


def _slashed(tokens: Tokens, at: int) -> tuple[Moment, ...]:
    """`2/9/2025` can mean two days; so can `2.9.2025`."""
    one, two, three = tokens[at].text.split(".") if tokens[at].text.count(".") == 2 else ("", "", "")  # noqa: PLR2004  # day, month, year
    end = at + 1
    if tokens[at + 1].text == tokens[at + 3].text == "/":
        one, two, three, end = tokens[at].text, tokens[at + 2].text, tokens[at + 4].text, at + 5
    parts = [int(part) if part.isdecimal() and len(part) <= len("2025") else 0 for part in (one, two, three)]
    pairs = ((parts[0], parts[1]), (parts[1], parts[0]))
    days = tuple(Day(parts[2], m, d) for d, m in pairs if 0 < m <= LAST_MONTH and 0 < d <= LAST_DAY)
    return (Moment(at, end, days),) if days and FIRST_YEAR <= parts[2] < LAST_YEAR else ()


def _signed(tokens: Tokens, at: int, words: Lexicon) -> tuple[Moment, ...]:
    """Numbers with a sign behind each for the year, the month and the day."""
    told: dict[str, int] = {}
    end = at
    while tokens[end].text.isdecimal() and (name := words.date_signs.get(tokens[end + 1].folded)) and name not in told:
        told[name], end = int(tokens[end].text), end + 2
    return (Moment(at, end, (Day(**told),)),) if told else ()


def _day_first(tokens: Tokens, at: int, words: Lexicon) -> Iterator[Moment]:
    """`2 September 2025`, `the 2nd of September`, `1-2 September`, `11 and 12 de febrero de 2025`."""
    days, end = _days(tokens, at, words)
    if not days:
        return
    end = _skip(tokens, end, words.in_a_date)
    if month := _month(tokens, end, words, beside_a_number=True):
        year, end = _year_after(tokens, month[1], words)
        yield from _spread(days, month[0], year, end)


def _month_first(tokens: Tokens, at: int, words: Lexicon) -> Iterator[Moment]:
    """`September 2, 2025`, `Sept. 2 and 3`, `September 2025`, `in September`."""
    month = _month(tokens, at, words, beside_a_number=False)
    if not month:
        return
    days, end = _days(tokens, month[1], words)
    # what has a unit behind it counts, and is no day: `In October 14 people …`
    if days and words.months_capitalised and not has_a_unit(tokens, end, words):
        year, end = _year_after(tokens, end, words)
        yield from _spread([(day, at, stop) for day, _, stop in days], month[0], year, end)
    else:
        year, end = _year_after(tokens, month[1], words)
        yield Moment(at, end, (Day(year, month[0]),))


def _spread(days: list[tuple[int, int, int]], month: int, year: int, end: int) -> Iterator[Moment]:
    for index, (day, start, stop) in enumerate(days):
        yield Moment(start, end if index == len(days) - 1 else stop, (Day(year, month, day),))


def _days(tokens: Tokens, at: int, words: Lexicon) -> tuple[list[tuple[int, int, int]], int]:
    """Days of a month, one or several with what joins them; and the token after them."""
    found: list[tuple[int, int, int]] = []
    end = next_at = at
    while day := _small(tokens[next_at], LAST_DAY):
        end = next_at + 1
        end = words.ordinal_signs.after(tokens, end) if tokens[end].glued else end
        found.append((day, next_at, end))
        next_at = end + 1
        if tokens[end].folded not in words.between_days and tokens[end].text not in DASHES:
            break
    return found, end


def _month(tokens: Tokens, at: int, words: Lexicon, *, beside_a_number: bool) -> tuple[int, int] | None:
    """The month that begins at a token, and the token after it; a word that is also another is one only in place."""
    found = words.months.at(tokens, at)
    if found is None or (words.months_capitalised and tokens[at].text.islower()):
        return None
    month, end = found
    short = len(tokens[at].text) <= len("sept") and tokens[end].text == "." and tokens[end].glued
    end += short and (tokens[end + 1].number or not tokens[end + 1].text[:1].isupper())
    numbered = beside_a_number or tokens[end].number
    if tokens[at].folded in words.shy_months and not numbered and not words.before_a_month.before(tokens, at):
        return None
    return month, end


def _year_after(tokens: Tokens, at: int, words: Lexicon) -> tuple[int, int]:
    end = _skip(tokens, at, words.in_a_date | {","})
    year = year_of(tokens[end])
    return (year, end + 1) if year else (0, at)


def _skip(tokens: Tokens, at: int, joints: frozenset[str]) -> int:
    while tokens[at].folded in joints:
        at += 1
    return at


def _clock(tokens: Tokens, at: int, words: Lexicon) -> tuple[Moment, ...]:
    """`10:30`, `9 a.m.`, `9.30pm`, `noon`."""
    if said := words.clock_words.at(tokens, at):
        return (Moment(at, said[1], minutes=int(said[0])),)
    hour, minute, end = _hour(tokens, at)
    half = words.clock.at(tokens, end) or ("", end)
    exact = tokens[at + 1].text == ":" and end > at + 1
    if hour < 0 or not (exact or half[0] in HALF_DAYS or half[0] == "full_hour"):
        return ()
    afternoon = half[0] == "after_noon" and hour < HOURS // 2
    hour = hour % 12 if half[0] == "before_noon" else hour
    return (Moment(at, half[1], minutes=hour * MINUTES + minute + NOON * afternoon, half_day=half[0] in HALF_DAYS),)


def _hour(tokens: Tokens, at: int) -> tuple[int, int, int]:
    """The hour and the minute that begin at a token, and the token after them; -1 where there is none."""
    text, end = tokens[at].text if tokens[at].number else "", at + 1
    if tokens[at + 1].text == ":" and tokens[at + 1].glued and tokens[at + 2].glued and not tokens.tied(at + 3):
        text, end = f"{text}.{tokens[at + 2].text}", at + 3
    whole, _, part = text.partition(".")
    hour = int(whole) if whole.isdecimal() and len(whole) <= len("23") else HOURS
    minute = int(part) if part.isdecimal() and len(part) == len("30") else MINUTES if part else 0
    return (hour, minute, end) if hour < HOURS and minute < MINUTES else (-1, 0, at)


def _decade(tokens: Tokens, at: int) -> tuple[Moment, ...]:
    """`the 1990s` says no year."""
    decade = year_of(tokens[at])
    if decade and tokens[at + 1].glued and tokens[at + 1].folded in ("s", "'s"):
        return (Moment(at, at + 2, tuple(Day(decade + n) for n in range(10))),)
    return ()
