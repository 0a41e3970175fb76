"""Whether one quantity is held by another: the same value, of the same kind, in the same unit."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from explainer.quantities.moments import Day
from explainer.quantities.numerals import ONE
from explainer.quantities.reading import PERSON, Kind, Reading

OPPOSITE = {("least", "most"), ("most", "least")}
# how far off a round number may be: `more than` below the exact one, `nearly` above it, `about` on either side
BELOW, ABOVE, ABOUT = Decimal("0.6"), Decimal("1.12"), Decimal("0.08")
POINTS = Decimal("0.05")  # and how far a round share, from the exact one
TOLERANCE = Decimal("0.007")  # of a fraction that no percentage gives exactly: a third is 33 percent
EXACT = 6  # figures; a share with more is a third, a sixth, a seventh
AGE = "year"  # told without a unit as well: Ada Baker, 42, said
NUMBERING = 2  # first and second mostly tell apart what happened
HALF_A_DAY = 720
MANY, FAR, FARTHER, MORE_THAN_ONE = 1000, 20, 100, Decimal("1.5")


def agrees(one: Reading, other: Reading) -> bool:
    """Whether *other* proves *one*, what each counts compared where it is declared."""
    compare = COMPARISONS.get((one.kind, other.kind))
    return compare is not None and compare(one, other)


def supports(one: Reading, held: Iterable[Reading]) -> bool:
    """Whether any of *held* proves *one*, and none shows that its number counts another thing."""
    held = tuple(held)
    found = [other for other in held if agrees(one, other)]
    if one.paired is not None and (pairs := {other.paired for other in found} - {None}) and one.paired not in pairs:
        return False  # 51 to 50 is not 51 to 48
    if not one.counted or one.kind is not Kind.COUNT or not found:
        return bool(found)
    # the number stands there of other things alone, and this thing stands there with other numbers alone
    others = all(other.counted not in ("", one.counted) and not _of_people(one, other) for other in found)
    return not (others and any(other.counted == one.counted for other in held if other.kind is Kind.COUNT))


def contradicted(one: Reading, held: Iterable[Reading]) -> bool:
    """Whether the same thing is held with other numbers only; for what needs no proof of its own."""
    held = tuple(held)
    if one.proves_only or any(agrees(one, other) and other.counted in ("", one.counted) for other in held):
        return False
    return any(_of_one_thing(one, other) and not agrees(one, other) for other in held)


def dates_agree(one: Iterable[Day], held: Iterable[Day]) -> bool:
    """Whether a date is held by one as fine or finer; a day without its year takes one that is held."""
    held = tuple(held)
    years = {day.year for day in held if day.year}
    return any(day.holds(asked) or _lacks_only_the_year(asked, day, years) for asked in one for day in held)


def _lacks_only_the_year(asked: Day, day: Day, years: set[int]) -> bool:
    return not day.year and asked.year in years and day.holds(Day(0, asked.month, asked.day))


def _of_one_thing(one: Reading, other: Reading) -> bool:
    if one.kind is Kind.COUNT:
        as_percent = other.kind is Kind.SHARE and bool(other.units) and one.value == other.value * 100
        return bool(one.counted) and (as_percent or (other.kind is Kind.COUNT and one.counted == other.counted))
    if one.kind is Kind.ORDINAL:
        return other.kind is Kind.ORDINAL and min(one.value, other.value) > NUMBERING
    return one.kind is other.kind and one.noun == other.noun


def _counts(one: Reading, other: Reading) -> bool:
    if (one.bound, other.bound) in OPPOSITE:
        return False
    if one.units and other.units:
        pairs = [(mine, theirs) for of, mine in one.sizes for their_of, theirs in other.sizes if of == their_of]
        return any(_close(one, other, mine, theirs) for mine, theirs in pairs)
    return _comparable(one, other) and _close(one, other, ONE, ONE)


def _alike(one: Reading, other: Reading) -> bool:
    """Whether two quantities can be of the same thing, whatever they are worth."""
    if one.units and other.units:
        return not one.dimensions.isdisjoint(other.dimensions)
    return _comparable(one, other)


def _comparable(one: Reading, other: Reading) -> bool:
    """Whether a quantity with a declared unit and one without can be the same."""
    declared, plain = (one, other) if one.units else (other, one)
    if PERSON in declared.units:
        return not plain.noun or plain.people
    return not declared.units or not (plain.noun or (declared is one and AGE not in declared.units))


def _of_people(one: Reading, other: Reading) -> bool:
    return PERSON in (*one.units, *other.units) and _comparable(one, other)


def _close(one: Reading, other: Reading, size: Decimal, their_size: Decimal) -> bool:
    pairs = [(value * size, their * their_size) for value in one.values for their in other.values]
    return any(value == their or _rounded(value, their, one.bound) for value, their in pairs)


def _rounded(value: Decimal, exact: Decimal, bound: str) -> bool:
    """Whether a value with `more than`, `nearly` or `about` is the exact one made rounder."""
    if not bound or _figures(value) >= _figures(exact):
        return False
    if bound == "least":
        return exact * BELOW <= value < exact
    return exact < value <= exact * ABOVE if bound == "most" else abs(value - exact) <= exact * ABOUT


def _figures(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def _shares(one: Reading, other: Reading) -> bool:
    if (one.bound, other.bound) in OPPOSITE:
        return False
    slack = TOLERANCE if max(_figures(one.value), _figures(other.value)) > EXACT else 0
    return abs(one.value - other.value) <= slack or _rounded_share(one, other)


def _rounded_share(one: Reading, other: Reading) -> bool:
    """`More than half` of 53 percent; `about a third` of 35."""
    if not one.bound or (one.units and _figures(one.value) >= _figures(other.value)):
        return False
    gap = other.value - one.value
    return abs(gap) <= POINTS and {"least": gap > 0, "most": gap < 0, "about": True}[one.bound]


def _told_after_a_share(one: Reading, other: Reading) -> bool:
    one, other = (_as_share(each) if each.echoes else each for each in (one, other))
    return one.kind is other.kind and _shares(one, other)


def _as_share(one: Reading) -> Reading:
    return replace(one, kind=Kind.SHARE, value=one.value / 100)


def _same_value(one: Reading, other: Reading) -> bool:
    return one.value != 0 and one.value in other.values


def _same_weekday(one: Reading, other: Reading) -> bool:
    return one.value == other.value


def _times(one: Reading, other: Reading) -> bool:
    """`Twice` of two, or of two people; of nothing that is measured."""
    return _same_value(one, other) and one.dimensions | other.dimensions <= {PERSON}


def _a_second_time(one: Reading, other: Reading) -> bool:
    return one.value == other.value == NUMBERING


def _times_a_share(one: Reading, other: Reading) -> bool:
    return one.value in (other.value, other.value + 1)  # halved: to half; doubled: by 100 percent


def _of_the_same_noun(one: Reading, other: Reading) -> bool:
    return one.value in other.values and one.noun == other.noun


def _vague(one: Reading, other: Reading) -> bool:
    """Dozens are more than one dozen, and not many."""
    if not _alike(one, other) or other.kind is Kind.VAGUE:
        return _alike(one, other) and one.value == other.value
    return one.value * MORE_THAN_ONE <= other.value < one.value * (FARTHER if one.value >= MANY else FAR)


def _clocks(one: Reading, other: Reading) -> bool:
    whole = one.half_day and other.half_day
    return one.value == other.value or (not whole and one.value % HALF_A_DAY == other.value % HALF_A_DAY)


COMPARISONS: Mapping[tuple[Kind, Kind], Callable[[Reading, Reading], bool]] = {
    (Kind.COUNT, Kind.COUNT): _counts, (Kind.COUNT, Kind.LABEL): _of_the_same_noun,
    (Kind.COUNT, Kind.DATE): _same_value, (Kind.COUNT, Kind.TIMES): _times,
    (Kind.COUNT, Kind.SHARE): _told_after_a_share,
    (Kind.SHARE, Kind.SHARE): _shares, (Kind.SHARE, Kind.COUNT): _told_after_a_share,
    (Kind.ORDINAL, Kind.ORDINAL): _same_value, (Kind.ORDINAL, Kind.LABEL): _of_the_same_noun,
    (Kind.TIMES, Kind.TIMES): _same_value, (Kind.TIMES, Kind.COUNT): _times, (Kind.TIMES, Kind.ORDINAL): _a_second_time,
    (Kind.TIMES, Kind.SHARE): _times_a_share,
    (Kind.VAGUE, Kind.VAGUE): _vague, (Kind.VAGUE, Kind.COUNT): _vague,
    (Kind.DATE, Kind.COUNT): _same_value, (Kind.CLOCK, Kind.CLOCK): _clocks,
    (Kind.WEEKDAY, Kind.WEEKDAY): _same_weekday,
    (Kind.LABEL, Kind.LABEL): _of_the_same_noun, (Kind.LABEL, Kind.ORDINAL): _of_the_same_noun,
}  # fmt: skip
