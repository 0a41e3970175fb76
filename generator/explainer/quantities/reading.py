"""A quantity as it was read: what it is worth, what it counts, and where it stands."""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

from explainer.quantities.language import Lexicon, units
from explainer.quantities.moments import Day
from explainer.quantities.numerals import ONE
from explainer.quantities.tokens import Tokens

PERSON, SHARE = "person", "share"  # what some units are of


class Kind(StrEnum):
    """What a quantity is."""

    COUNT = "count"  # of things, of people, or of a unit
    SHARE = "share"  # a percentage or a fraction
    ORDINAL = "ordinal"
    TIMES = "times"  # twice, doubled, three times
    VAGUE = "vague"  # dozens, thousands
    DATE = "date"
    CLOCK = "clock"
    WEEKDAY = "weekday"
    RELATIVE = "relative"  # the same day, the next day
    LABEL = "label"  # Article II


@dataclass(frozen=True)
class Reading:
    """One quantity. `units` are the declared units that it may be in, `noun` any other word that it counts.

    `others` are what the same digits can mean as well; `said` is how the text has it, with what it counts.
    """

    kind: Kind
    value: Decimal
    start: int
    end: int
    said: str = ""
    units: tuple[str, ...] = ()
    noun: str = ""
    people: bool = False  # the noun has an ending that words for people have
    others: tuple[Decimal, ...] = ()
    doubtful: bool = False  # its digits can be read in two ways: 18.400
    scale: Decimal = ONE  # of the word behind the digits: 3 million
    days: tuple[Day, ...] = ()
    half_day: bool = False  # a time with a.m. or p.m.
    bound: str = ""  # least, most, about
    worded: bool = False
    proves_only: bool = False  # both, none: an excerpt may have them for a number, and they need no proof
    definite: bool = False  # the two men: told of before
    later: int = 0  # 1 or -1 where a time is told from another date: three days later, a week before
    paired: Decimal | None = None  # the number at the other end of a range or a vote: 51 to 50
    echoes: bool = False  # it follows a share, and may be one itself: 84 percent, and then 92

    @property
    def values(self) -> tuple[Decimal, ...]:
        """All that the digits can mean."""
        return (self.value, *self.others)

    @property
    def bare(self) -> bool:
        """Whether it is a number that says nothing of what it counts."""
        return self.kind is Kind.COUNT and not self.units and not self.noun

    @property
    def dimensions(self) -> frozenset[str]:
        """What its units measure."""
        return frozenset(units()[name].of for name in self.units)

    @property
    def sizes(self) -> tuple[tuple[str, Decimal], ...]:
        """What its units measure, each with the size of one: a ton is of several sizes."""
        return tuple((units()[name].of, units()[name].size) for name in self.units)

    @property
    def counted(self) -> str:
        """By which word it counts things, people all by one; empty where it has none."""
        return PERSON if PERSON in self.units else self.noun


@dataclass(frozen=True)
class Here:
    """A text as its readers see it; *labels* are words of the record before which a number is a name."""

    tokens: Tokens
    words: Lexicon
    labels: frozenset[str] = frozenset()

    def made(self, kind: Kind, value: Decimal, at: int, end: int, **more: Any) -> Reading:
        """The reading between two tokens; `reach` is where what it counts ends."""
        start, stop = self.tokens[at].start, self.tokens[end - 1].end
        said = self.tokens.text[start : max(stop, more.pop("reach", 0))]
        return replace(Reading(kind, value, start, stop, said), **more)


Found = tuple[tuple[Reading, ...], int] | None
