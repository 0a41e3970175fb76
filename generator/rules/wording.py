"""Words held against words: a quotation or a number against the excerpts it rests on."""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

MARKS = str.maketrans(dict.fromkeys("“”„‟«»″‘’‚‛′`´", '"') | {"'": '"', "\u00a0": " ", "\u202f": " "})
_CUTS = re.compile(r"\[[^\[\]]*\]|…|\.\.\.")
_DATES = re.compile(
    r"\b\d{4}-\d{2}(-\d{2})?\b"
    r"|\b(?:\d{1,2}(?:st|nd|rd|th)?(?:\s*(?:–|-|and|to)\s*\d{1,2})?\s+(?:of\s+)?)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?:\s+\d{1,2}\b(?!\d))?(?:,?\s+\d{4})?"
    r"|(?<![\d.,])(?:19|20)\d{2}(?![\d.,]*\d)",
)
_DIGITS = re.compile(r"(?<![\w.])\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?")
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
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000,
          "cien": 100, "ciento": 100, "mil": 1000, "millones": 1_000_000, "millón": 1_000_000}  # fmt: skip
JOINTS = ("and", "y")
NEAR = 60


def normal(text: str) -> str:
    """Text as it is compared: one Unicode form, one kind of quotation mark, white space collapsed."""
    return " ".join(unicodedata.normalize("NFC", text).translate(MARKS).split())


def parts_of(quotation: str) -> list[str]:
    """The contiguous parts of a quotation: omissions and insertions part them."""
    return [part for one in _CUTS.split(quotation) if re.search(r"\w", part := normal(one).strip(' "'))]


def missing_part(quotation: str, excerpts: Iterable[str]) -> str:
    """The first part that stands in no excerpt word for word, or an empty string."""
    held = [normal(one) for one in excerpts]
    return next((part for part in parts_of(quotation) if not any(part in one for one in held)), "")


def nearest_passage(part: str, excerpts: Iterable[str]) -> str:
    """The passage most like *part*, with the words that differ marked by two stars."""
    wanted = normal(part).split()
    best, words = 0.0, [""]
    for excerpt in excerpts:
        held = normal(excerpt).split()
        for start in range(max(1, len(held) - len(wanted) + 1)):
            window = held[start : start + len(wanted)]
            alike = difflib.SequenceMatcher(None, wanted, window, autojunk=False).ratio()
            if alike > best:
                best, words = alike, window
    return " ".join(_marked(wanted, words))


def numbers_in(text: str, language: str = "en") -> dict[str, str]:
    """The numbers of a sentence, as comparable digits by how they are written; dates apart, words from two up."""
    bare = _DATES.sub(" ", text)
    found = {plain(match[0]): match[0] for match in _DIGITS.finditer(_ORDINAL.sub("", bare))}
    return found | {str(value): words for words, value in _worded(bare, UNITS.get(language, {})) if value > 1}


def held_numbers(text: str) -> set[str]:
    """Every number that an excerpt holds, in digits or in words, dates and ordinals with it."""
    digits = {plain(match[0]) for match in _DIGITS.finditer(_ORDINAL.sub("", text))}
    digits |= {found for match in re.finditer(r"\d+", text) for found in (match[0].lstrip("0") or "0",)}
    loose = {str(LOOSE[word]) for word in re.findall(r"[^\W\d_]+", text.casefold()) if word in LOOSE}
    worded = {str(value) for units in UNITS.values() for _, value in _worded(text, units)}
    return digits | loose | worded


def plain(number: str) -> str:
    """A number without what parts its thousands, and with a point before its decimals: `18.400` is `18400`."""
    number = number.strip()
    if re.fullmatch(r"\d{1,3}([.,\u00a0\u202f ]\d{3})+", number):
        return re.sub(r"\D", "", number)
    whole, _, decimals = re.sub(r"[\u00a0\u202f ]|,(?=\d{3}(?!\d))", "", number).replace(",", ".").partition(".")
    decimals = decimals.rstrip("0")
    return f"{whole.lstrip('0') or '0'}.{decimals}" if decimals else whole.lstrip("0") or "0"


def _worded(text: str, units: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Runs of number words with what they are worth: `eighty-three`, `two hundred and one`."""
    tokens = re.findall(r"[^\W\d_]+|\d+(?:[.,]\d+)*|\S", text)
    run: list[str] = []
    for word in [*(one.casefold() for one in tokens), ""]:
        if word in units or word in SCALES or (run and word in JOINTS) or (run and word == "-"):
            run.append(word)
        elif run:
            yield from _worth(run, units)
            run = []
    yield from _scaled(text)


def _worth(run: list[str], units: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    words = [one for one in run if one not in JOINTS and one != "-"]
    total = part = 0
    for word in words:
        if word not in SCALES:
            part += units[word]
        elif SCALES[word] == SCALES["hundred"]:
            part = max(part, 1) * SCALES[word]
        else:
            total, part = total + max(part, 1) * SCALES[word], 0
    yield " ".join(run).strip(" -"), total + part
    yield from ((word, units[word]) for word in words if word in units and len(words) > 1 and len(run) > len(words))


def _scaled(text: str) -> Iterator[tuple[str, int]]:
    for match in re.finditer(r"(\d+(?:\.\d+)?)\s+(thousand|million|billion|mil|millones)\b", text):
        yield match[0], round(float(match[1]) * SCALES[match[2]])


def _marked(wanted: list[str], words: list[str]) -> Iterator[str]:
    matcher = difflib.SequenceMatcher(None, wanted, words, autojunk=False)
    for tag, _, _, start, end in matcher.get_opcodes():
        if words[start:end]:
            run = " ".join(words[start:end])
            yield run if tag == "equal" else f"**{run}**"
