"""Every quantity in a text, as people write it in each language: its kind, its value, and what it counts."""

import pytest

from explainer.quantities.language import lexicon
from explainer.quantities.moments import Day
from explainer.quantities.numerals import ambiguous
from explainer.quantities.reader import read
from explainer.quantities.reading import Kind, Reading

LABELS = frozenset({"strike", "strikes"})


def _told(one: Reading) -> str:
    """A reading in short: `384 boat`, `84 percent`, `fifth`, a date, a label."""
    if one.days:
        return " or ".join(_date(day) for day in one.days[:2])
    value = one.value * 100 if one.kind is Kind.SHARE else one.value
    number = f"{round(value, 2).normalize():f}"
    kind = "" if one.kind is Kind.COUNT else "percent" if one.kind is Kind.SHARE else one.kind.value
    return " ".join(filter(None, (one.bound, number, kind, one.noun, *one.units[:1])))


def _date(day: Day) -> str:
    return f"{day.year or '?'}-{day.month or '?'}-{day.day or '?'}"


def _read(text: str, language: str = "en") -> list[str]:
    return [_told(one).replace("percent percent", "percent") for one in read(text, language, LABELS)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # digits, and what parts them
        ("18,400 loaves", ["18400 loave"]),
        ("1.200.000,50 or 18'400 or 40 000", ["1200000.5", "18400", "40000"]),
        ("84.5, then -3", ["84.5", "-3"]),
        # scales and money
        ("$6.4m, $2bn, 10k", ["6400000 us-dollar", "2000000000 us-dollar", "10000"]),
        ("6.4 million people, US$ 50 million", ["6400000 person", "50000000 us-dollar"]),
        ("€20, £3, 50 million dollars", ["20 euro", "3 pound-sterling", "50000000 us-dollar"]),
        # words
        ("eighty-three people", ["83 person"]),
        ("two hundred and one boats", ["201 boat"]),
        ("two and three", ["2", "3"]),
        ("two dozen loaves, half a dozen, a hundred", ["24 loave", "6", "100"]),
        ("two and a half million, 2½ years", ["2500000", "2.5 year"]),
        ("dozens, tens of thousands, several hundred", ["12 vague", "10000 vague", "100 vague"]),
        # shares
        ("84 percent, 84 per cent, 84%, a 30 to 40% share", ["84 percent"] * 3 + ["30 percent", "40 percent"]),
        ("half, a quarter, two thirds, one in five", ["50 percent", "25 percent", "66.67 percent", "20 percent"]),
        ("nine out of ten, 3/4, a third of them", ["90 percent", "75 percent", "33.33 percent"]),
        ("12 percentage points", ["12 percentage-point"]),
        ("no quarter, the third quarter, the second half", ["0", "3 ordinal", "2 ordinal"]),
        # what is not a plain count
        ("5th, twentieth, twenty-first, a third boat", ["5 ordinal", "20 ordinal", "21 ordinal", "3 ordinal"]),
        ("Article II, No. 5, strike 12, F-35", ["2 label article", "5 label no", "12 label strike", "35 label f"]),
        ("strikes 11-13, case 1:26-cv-10364", ["11 label strike", "13 label strike", "10364 label cv"]),
        ("twice, doubled, three times", ["2 times", "2 times", "3 times"]),
        # units
        ("42 km/h, 42 mph, 1,000 kg", ["42 kilometre-per-hour", "42 mile-per-hour", "1000 kilogram"]),
        ("a 42-year-old, half an hour, 80 nautical miles", ["42 year", "0.5 hour", "80 nautical-mile"]),
        ("36 go-fast boats, 4 armed men", ["36 boat", "4 person"]),
        ("Strikes 14 Killed 61 Survivors 3", ["14", "61 person", "3"]),
        # bounds
        ("more than 80, at least 83, up to 12", ["least 80", "least 83", "most 12"]),
        ("about 20, 83 or more, fewer than ten", ["about 20", "least 83", "most 10"]),
        # dates and times
        ("2 September 2025, September 2, 2025, 2025-09-02", ["2025-9-2"] * 3),
        ("Sept. 2, the 2nd of September, in September", ["?-9-2", "?-9-2", "?-9-?"]),
        ("11 and 12 February 2025, 2025, 2/9/2025", ["2025-2-11", "2025-2-12", "2025-?-?", "2025-9-2 or 2025-2-9"]),
        ("In October 14 people may 2 go", ["?-10-?", "14 person", "2"]),
        ("10:30, 9 a.m., 9.30pm", ["630 clock", "540 clock", "1290 clock"]),
        ("three days later, the next day", ["3 day", "1 relative"]),
    ],
)
def test_a_text_in_english(text: str, told: list[str]) -> None:
    assert _read(text) == told


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("es", "18.400 laboratorios y 1.200 millones", ["18400 laboratorio", "1200000000"]),
        ("es", "treinta y dos panes, ciento veinte, dos mil", ["32 pane", "120", "2000"]),
        ("es", "la mitad, un tercio, tres cuartas partes", ["50 percent", "33.33 percent", "75 percent"]),
        ("es", "un 80 % y el 84 por ciento", ["1", "80 percent", "84 percent"]),
        ("es", "El 15 de septiembre, de 42 años", ["?-9-15", "42 year"]),
        ("es", "al menos 21 lanchas, una docena, miles", ["least 21 lancha", "12", "1000 vague"]),
        ("es", "vigésimo primero, 1.º de mayo de 2025", ["21 ordinal", "2025-5-1"]),
        ("de", "2. September 2025, 1.200 Menschen", ["2025-9-2", "1200 person"]),
        ("fr", "1er septembre 2025, 40 000 personnes", ["2025-9-1", "40000 person"]),
        ("pt", "12 de março de 2025, 3 milhões", ["2025-3-12", "3000000"]),
        ("it", "12 marzo 2025, 3 milioni", ["2025-3-12", "3000000"]),
        ("ko", "2025년 9월 2일 83명", ["2025-9-2", "83 person"]),
        ("zh", "9月2日 8万人, 第208個", ["?-9-2", "80000 person", "208 ordinal"]),
        ("ar", "مقتل 83 شخصًا", ["83"]),
    ],
)
def test_a_text_in_another_language(language: str, text: str, told: list[str]) -> None:
    assert _read(text, language) == told


@pytest.mark.parametrize(
    ("written", "language", "values"),
    [
        ("18.400", "en", ["18.400", "18400"]),
        ("18,400", "en", []),
        ("0.400", "en", []),
        ("18.4000", "en", []),
        ("18.400", "es", []),
        ("1,200", "es", ["1.200", "1200"]),
    ],
)
def test_digits_that_can_be_two_numbers(written: str, language: str, values: list[str]) -> None:
    assert [str(one) for one in ambiguous(written, lexicon(language))] == values


def test_a_reading_says_where_it_stands() -> None:
    text = "By then 36 go-fast boats were hit."

    (one,) = read(text, "en")

    assert (text[one.start : one.end], one.said) == ("36", "36 go-fast boats")


def test_a_long_text_is_read_in_time_that_grows_with_it() -> None:
    """Nothing is gone back over: thousands of numbers, in shapes that could be read as one."""
    for text in ("1 111 " * 5_000, "twenty " * 5_000, "1." * 5_000, "two hundred and " * 2_500):
        assert read(text, "en")
