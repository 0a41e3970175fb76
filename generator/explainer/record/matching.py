"""Words held against words: a quotation or a number against the excerpts that it rests on."""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal

from explainer.quantities.reader import read
from explainer.quantities.reading import Kind

MARKS = str.maketrans(dict.fromkeys("“”„‟«»″‘’‚‛′`´", '"') | {"'": '"', "\u00a0": " ", "\u202f": " "})
LAST_NUMBERING = 2
NO_COUNT = {Kind.ORDINAL, Kind.DATE, Kind.CLOCK, Kind.WEEKDAY, Kind.RELATIVE, Kind.LABEL}
_CUTS = re.compile(r"\[[^\[\]]*\]|…|\.\.\.")


def normal(text: str) -> str:
    """Text as it is compared: one Unicode form, one kind of quotation mark, white space collapsed."""
    return " ".join(unicodedata.normalize("NFC", text).translate(MARKS).split())


def parts_of(quotation: str) -> list[str]:
    """The contiguous parts of a quotation: omissions and insertions part them."""
    return [part for one in _CUTS.split(quotation) if re.search(r"\w", part := normal(one).strip(' "'))]


def missing_part(quotation: str, excerpts: Iterable[str]) -> str:
    """The first part that stands in no excerpt word for word, or an empty string; all of it where nothing is quoted."""
    held = [normal(one) for one in excerpts]
    parts = [(part, _whole_words(part, quotation)) for part in parts_of(quotation)]
    if not parts:
        return quotation
    return next((part for part, word in parts if not any(word.search(one) for one in held)), "")


def _whole_words(part: str, quotation: str) -> re.Pattern[str]:
    """The part as it must stand: no word broken off, but where an insertion touches it, as in `[T]he`."""
    text = normal(quotation)
    before = "" if f"]{part}" in text or not re.match(r"\w", part) else r"(?<!\w)"
    after = "" if f"{part}[" in text or not re.search(r"\w$", part) else r"(?!\w)"
    return re.compile(f"{before}{re.escape(part)}{after}")


def holds_words(excerpts: Iterable[str], words: str) -> bool:
    """Whether all contiguous parts of a quotation stand word for word in some excerpts."""
    return not missing_part(words, excerpts)


def holds_number(excerpt: str, language: str, number: Decimal) -> bool:
    """Whether an excerpt holds a value, a share in percent; `first` and `second` mostly number what happened."""
    readings = read(excerpt, language)
    counted = (reading for reading in readings if reading.kind not in NO_COUNT)
    ordinals = (reading for reading in readings if reading.kind is Kind.ORDINAL and reading.value > LAST_NUMBERING)
    percent = {reading.value * 100 for reading in readings if reading.kind is Kind.SHARE}
    return number in percent or any(number in reading.values for reading in (*counted, *ordinals))
