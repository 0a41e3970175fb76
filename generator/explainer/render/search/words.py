"""Words as search knows them; `assets/js/search/words.js` does the same to what a reader types."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

_APOSTROPHES = re.compile(r"['’ʼ]")
_THOUSANDS = re.compile(r"(?<=\d)[.,\u00a0\u202f](?=\d{3}(?!\d))")
_WORD = re.compile(r"[^\W_]+")
END_OF_NUMBER = "q"
LEAST = 3
SHARDS = 32  # as assets/js/search/index.js asks for


def words(text: str) -> list[str]:
    """The words of a text without accents, capitals and marks.

    A number has an end of its own: the index finds words by how they begin, and 1 is not the beginning of 12.
    """
    parts = unicodedata.normalize("NFKD", _THOUSANDS.sub("", _APOSTROPHES.sub("", text)))
    bare = "".join(part for part in parts if not unicodedata.category(part).startswith("M")).lower()
    return [f"{word}{END_OF_NUMBER}" if word.isdecimal() else word for word in _WORD.findall(bare)]


def indexed(*texts: str) -> str:
    """Texts as the index takes them."""
    return " ".join(word for text in texts for word in words(text))


def vocabulary(texts: Iterable[str]) -> list[list[str]]:
    """The words of some texts, those of one first letter together, the commonest first: a mistyped word may be one."""
    times = Counter(word for text in texts for word in set(words(text)) if len(word) >= LEAST and word.isalpha())
    shards: list[list[str]] = [[] for _ in range(SHARDS)]
    for word in sorted(times, key=lambda word: (-times[word], word)):
        shards[ord(word[0]) % SHARDS].append(word)
    return shards
