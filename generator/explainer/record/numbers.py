"""Numbers as people write them, read so that they can be compared."""

import re
from collections.abc import Iterator, Mapping

_DATES = re.compile(
    r"\b\d{4}-\d{2}(-\d{2})?\b"
    r"|\b(?:\d{1,2}(?:st|nd|rd|th)?(?:\s*(?:–|-|and|to)\s*\d{1,2})?\s+(?:of\s+)?)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?:\s+\d{1,2}\b(?!\d))?(?:,?\s+\d{4})?"
    r"|(?<![\d.,])(?:19|20)\d{2}(?![\d.,]*\d)",
)
_DIGITS = re.compile(r"(?<![\w.])\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?")
_SCALED = re.compile(r"(?<!\d)(\d+(?:[.,]\d+)?)\s+(thousand|million|billion|mil|millones)\b", re.IGNORECASE)
_A_SCALE = re.compile(r"\ban? (?=(?:hundred|thousand|million|billion)\b)", re.IGNORECASE)
_ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th|º|ª)\b")

# what number words are worth, by language, with what joins them
UNITS = {
    "en": {
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
        "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    },
    "es": {
        "cero": 0, "un": 1, "uno": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7,
        "ocho": 8, "nueve": 9, "diez": 10, "once": 11, "doce": 12, "trece": 13, "catorce": 14, "quince": 15,
        "veinte": 20, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70,
        "ochenta": 80, "noventa": 90,
    },
}  # fmt: skip
# words that an excerpt may have for a number, and that need no proof themselves
LOOSE = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "twice": 2, "both": 2, "dozen": 12, "pair": 2, "couple": 2, "dual": 2, "double": 2,
}  # fmt: skip
NUMBERING = ("first", "second")  # these mostly number what happened, and prove no value or count
AMOUNTS = {"dozen": "12", "dozens": "12", "twice": "2", "half": "half", "mitad": "half"}  # these need a proof
NONE = ("no", "none", "nobody", "nothing", "zero", "sin", "ningún", "ninguno", "ninguna", "nadie")
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000,
          "cien": 100, "ciento": 100, "mil": 1000, "millones": 1_000_000, "millón": 1_000_000}  # fmt: skip
JOINTS = ("and", "y")
TENS, UNITS_END = 20, 10
LONGEST = 30  # digits and words; what goes on longer is no number that anyone meant


def numbers_in(text: str, language: str = "en") -> dict[str, str]:
    """The numbers of a sentence, as comparable digits by how they are written; dates and the word `one` apart."""
    bare = _A_SCALE.sub("one ", _DATES.sub(" ", text))
    found = {str(value): written for written, value in _scaled(bare)}
    bare = _SCALED.sub(" ", bare)
    found |= {plain(match[0]): match[0] for match in _DIGITS.finditer(_ORDINAL.sub("", bare))}
    found |= {AMOUNTS[word]: word for word in re.findall(r"\w+", bare.casefold()) if word in AMOUNTS}
    return found | {str(value): words for words, value in _worded(bare, UNITS.get(language, {})) if value != 1}


def years_in(text: str) -> set[str]:
    """The years that a sentence names."""
    return {year for match in _DATES.finditer(text) for year in re.findall(r"(?:19|20)\d{2}", match[0])}


def held_numbers(text: str, *, ordinals: bool = True) -> set[str]:
    """Every number that an excerpt holds, in digits or in words, years with it; `first` and `second` where asked."""
    text = _A_SCALE.sub("one ", text)
    bare = _DATES.sub(" ", text)
    digits = {plain(match[0]) for match in _DIGITS.finditer(_ORDINAL.sub("", bare))}
    digits |= years_in(text)
    words = re.findall(r"[^\W\d_]+", text.casefold())
    loose = {str(LOOSE[word]) for word in words if word in LOOSE and (ordinals or word not in NUMBERING)}
    loose |= {AMOUNTS[word] for word in words if word in AMOUNTS}
    loose |= {"0" for word in words if word in NONE}
    worded = {str(value) for units in UNITS.values() for _, value in _worded(text, units)}
    return digits | loose | worded | {str(value) for _, value in _scaled(text)}


def plain(number: str) -> str:
    """A number without what parts its thousands, and with a point before its decimals: `18.400` is `18400`."""
    number = number.strip()
    if re.fullmatch(r"\d{1,3}([.,\u00a0\u202f ]\d{3})+", number):
        return re.sub(r"\D", "", number)
    whole, _, decimals = re.sub(r"[\u00a0\u202f ]|,(?=\d{3}(?!\d))", "", number).replace(",", ".").partition(".")
    decimals = decimals.rstrip("0")
    return f"{whole.lstrip('0') or '0'}.{decimals}" if decimals else whole.lstrip("0") or "0"


def _worded(text: str, units: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Runs of number words with what they are worth: `eighty-three`, `two hundred and one`; two alone are two."""
    tokens = [one.casefold() for one in re.findall(r"[^\W\d_]+|\S", text)]
    run: list[str] = []
    for index, word in enumerate([*tokens, ""]):
        if run and word in ("-", *JOINTS) and _joins(run[-1], tokens[index + 1 : index + 2], units, word):
            continue
        if word in SCALES or (word in units and (not run or _goes_on(run[-1], word, units))):
            run.append(word)
            continue
        if len(run) <= LONGEST and any(one in units for one in run):
            yield " ".join(run), _worth(run, units)
        run = [word] if word in units else []


def _joins(before: str, after: list[str], units: Mapping[str, int], joint: str) -> bool:
    """Whether `and`, `y` or a hyphen holds one number together: `hundred and one`, `treinta y dos`, `forty-two`."""
    return (
        bool(after)
        and after[0] in units
        and (before in SCALES or (joint != "and" and _goes_on(before, after[0], units)))
    )


def _goes_on(before: str, word: str, units: Mapping[str, int]) -> bool:
    return before in SCALES or (units.get(before, 0) >= TENS and 0 < units[word] < UNITS_END)


def _worth(run: list[str], units: Mapping[str, int]) -> int:
    total = part = 0
    for word in run:
        if word not in SCALES:
            part += units[word]
        elif SCALES[word] == SCALES["hundred"]:
            part = max(part, 1) * SCALES[word]
        else:
            total, part = total + max(part, 1) * SCALES[word], 0
    return total + part


def _scaled(text: str) -> Iterator[tuple[str, int]]:
    for match in _SCALED.finditer(text):
        if len(match[1]) <= LONGEST:
            yield match[0], round(float(match[1].replace(",", ".")) * SCALES[match[2].casefold()])
