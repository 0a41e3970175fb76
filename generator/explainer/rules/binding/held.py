"""What of a sentence stands nowhere in the records that it is tied to: its numbers, dates and quotations."""

import calendar
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import chain

from explainer.quantities.moments import LAST_MONTH, Day
from explainer.quantities.reader import read
from explainer.quantities.reading import PERSON, Kind, Reading
from explainer.record.matching import missing_part
from explainer.rules.binding.agreement import NUMBERING, agrees, contradicted, dates_agree, supports

SMALL = 10  # in words, and of nothing declared, such a number counts our own sections and lists
DAYS = {"day": (1, 0), "week": (7, 1), "fortnight": (14, 2)}  # a unit of time in days, and how far off it may be
MONTHS = {"month": 1, "year": 12}
AHEAD = 3  # months; a text that names a later one means the year before
MONTH_DAYS, HALF_A_MONTH = Decimal("30.44"), 16
QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»")
TRAILING = ".,;:!? "
NUMBER, DATE, QUOTATION, DOUBTFUL = "number", "date", "quotation", "doubtful"


@dataclass(frozen=True)
class Held:
    """What some records hold: quantities, dates, texts, and numbers that were worked out, of whatever unit.

    `published` says which outlet told of it on which day.
    """

    readings: tuple[Reading, ...] = ()
    days: frozenset[Day] = frozenset()
    texts: tuple[str, ...] = ()
    derived: frozenset[Decimal] = frozenset()
    published: frozenset[tuple[str, Day]] = frozenset()

    def __add__(self, other: "Held") -> "Held":
        """Both together."""
        readings, texts = self.readings + other.readings, self.texts + other.texts
        derived, published = self.derived | other.derived, self.published | other.published
        return Held(readings, self.days | other.days, texts, derived, published)

    def days_told_in(self, text: str) -> frozenset[Day]:
        """Its dates, and the days on which outlets that a text names told of it."""
        return self.days | {day for name, day in self.published if name.removeprefix("The ") in text}


@dataclass(frozen=True)
class Loose:
    """What stands in nothing that a text is tied to, or can be read in two ways; `nearest` is what stands there."""

    kind: str
    words: str
    start: int
    nearest: str = ""


@dataclass(frozen=True)
class Reader:
    """How a text is read: its language, the record's labels, the dates told before it.

    A strict reader asks for the proof of small number words as well.
    """

    language: str
    labels: frozenset[str] = frozenset()
    before: tuple[Day, ...] = ()
    strict: bool = False

    def readings(self, text: str) -> tuple[Reading, ...]:
        """The quantities of a text."""
        return read(text, self.language, self.labels)


def held_in(text: str, reader: Reader, appeared: Day | None = None) -> Held:
    """What a text holds; days without a year are taken from when it appeared."""
    found = reader.readings(text)
    days = {_with_year(day, appeared) for one in found for day in one.days}
    days |= {day for one in found if one.kind is Kind.WEEKDAY and appeared for day in _last(int(one.value), appeared)}
    return Held(found, frozenset(days), (text,))


def derived_from(texts: Iterable[str], reader: Reader) -> Held:
    """What an editor worked out: its numbers prove any unit."""
    found = tuple(one for text in texts for one in reader.readings(text))
    numbers = frozenset(one.value for one in found if not one.days)
    return Held(found, frozenset(day for one in found for day in one.days), (), numbers)


def has_anything(text: str, reader: Reader) -> bool:
    """Whether a text has any quantity or quotation: most sentences have none."""
    return bool(reader.readings(text)) or QUOTED.search(text) is not None


def loose_in(text: str, held: Held, reader: Reader) -> Iterator[Loose]:
    """Every quotation, number and date of a text that *held* does not hold."""
    quotations = tuple(QUOTED.finditer(text))
    for match in quotations:
        if part := missing_part(match[0][1:-1].strip(TRAILING), held.texts):
            yield Loose(QUOTATION, part, match.start())
    starts, ends = [match.start() for match in quotations], [match.end() for match in quotations]
    for one in reader.readings(text):
        written, before = text[one.start : one.end], bisect_right(starts, one.start)
        if before and one.start < ends[before - 1]:
            continue  # a quotation is held word for word, and its numbers with it
        if one.doubtful:
            yield Loose(DOUBTFUL, written, one.start, " or ".join(f"{value:f}" for value in one.values))
        elif not holds(one, held, text, reader):
            yield Loose(DATE if one.days else NUMBER, written, one.start, nearest(one, held))


def holds(one: Reading, held: Held, text: str, reader: Reader) -> bool:
    """Whether a quantity of a text is held, or needs no proof."""
    if one.kind is Kind.RELATIVE:
        return _resolved(one, held, text, reader, asked=False)
    if one.days and dates_agree(one.days, held.days_told_in(text)):
        return True
    if one.kind is Kind.WEEKDAY and any(day.weekday() == one.value for day in _whole(held.days)):
        return True
    if supports(one, held.readings) or _derived(one, held):
        return True
    if one.later and _resolved(one, held, text, reader, asked=True):
        return True
    if not _needs_no_proof(one, strict=reader.strict):
        return False
    return ":" in text[one.end :] or not contradicted(one, held.readings)  # before a colon it counts what follows


def is_counted(value: Reading, held: Held) -> bool:
    """Whether a value by itself is held; what was the 16th of its kind says that there were sixteen."""
    ordinal = any(one.kind is Kind.ORDINAL and one.value == value.value > NUMBERING for one in held.readings)
    return ordinal or supports(value, held.readings) or _derived(value, held)


def nearest(one: Reading, held: Held) -> str:
    """What is held instead, as it is said there: of the same thing, or the same value of another."""
    alike = (other for other in held.readings if contradicted(one, (other,)) or one.dimensions & other.dimensions)
    equal = (other for other in held.readings if one.value in _as_written(other) and not agrees(one, other))
    return next((other.said for other in chain(alike, equal if one.value else ())), "")


def _as_written(one: Reading) -> tuple[Decimal, ...]:
    return (one.value * 100,) if one.kind is Kind.SHARE else one.values


def _needs_no_proof(one: Reading, *, strict: bool) -> bool:
    """Ordinals, labels, `one`, `both`; and where it is not asked for, small number words of nothing declared."""
    if one.proves_only or one.kind in (Kind.ORDINAL, Kind.LABEL, Kind.WEEKDAY):
        return True
    if strict or not one.worded or one.kind not in (Kind.COUNT, Kind.TIMES):
        return one.kind is Kind.COUNT and one.worded and one.value == 1
    declared = one.units and PERSON not in one.units and not one.definite
    if one.later and not {*DAYS, *MONTHS}.isdisjoint(one.units):
        return False
    return one.value == 1 or (not declared and one.value <= SMALL)


def _derived(one: Reading, held: Held) -> bool:
    as_percent = (value * 100 for value in one.values) if one.kind is Kind.SHARE else ()
    return not held.derived.isdisjoint((*one.values, *as_percent))


def _resolved(one: Reading, held: Held, text: str, reader: Reader, *, asked: bool) -> bool:
    """Whether a date told from another, in the text or held, is held itself; where none is told, as *asked*."""
    told = (day for other in reader.readings(text) if other.end <= one.start for day in other.days)
    reached = _whole(held.days)
    starts = _whole(_in_years((*reader.before, *told), {day.year for day in reached}))
    if not reached or not (starts or asked):
        return not asked
    return any(_lies(one, start, end) for start in starts or reached for end in reached)


def _in_years(days: Iterable[Day], years: Iterable[int]) -> Iterator[Day]:
    """Days as they are told; those without a year in each that is held."""
    for day in days:
        yield from (Day(year, day.month, day.day) for year in ((day.year,) if day.year else years))


def _lies(one: Reading, start: date, end: date) -> bool:
    """Whether *end* lies as far from *start* as is said: `two weeks later`, `the next day`."""
    gap = (end - start).days
    if one.kind is Kind.RELATIVE:
        return gap == one.value
    near = [(one.value * size, slack) for name in one.units if name in DAYS for size, slack in (DAYS[name],)]
    near += [(one.value * MONTHS[name] * MONTH_DAYS, HALF_A_MONTH) for name in one.units if name in MONTHS]
    return any(abs(abs(gap) - wanted) <= slack for wanted, slack in near)


def _with_year(day: Day, appeared: Day | None) -> Day:
    """A day without its year, in the year that it most likely has in a text that appeared then."""
    if day.year or not appeared or not appeared.year:
        return day
    gap = day.month - (appeared.month or LAST_MONTH)
    return Day(appeared.year - (gap > AHEAD) + (gap < AHEAD - LAST_MONTH), day.month, day.day)


def _last(weekday: int, appeared: Day) -> Iterator[Day]:
    """The day of the week that a text means: the last one by the day on which it appeared."""
    for day in _whole([appeared]):
        meant = day - timedelta(days=(day.weekday() - weekday) % 7)
        yield Day(meant.year, meant.month, meant.day)


def _whole(days: Iterable[Day]) -> list[date]:
    """The days that are whole, as dates."""
    return [
        date(day.year, day.month, day.day)
        for day in days
        if day.year and day.month and 0 < day.day <= calendar.monthrange(day.year, day.month)[1]
    ]
