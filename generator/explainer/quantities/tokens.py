"""Text as words, numbers and signs, each with where it stands and how it is compared."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

# one after another without going back: a number with what parts it, a character of a script that has no spaces,
# a word with its apostrophes, any other sign
_TOKEN = re.compile(
    r"(?P<number>\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,'’]\d+)*)"
    r"|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"
    r"|\S"
)
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or sign; `glued` where nothing parts it from the one before."""

    text: str
    folded: str
    start: int
    end: int
    glued: bool
    number: bool


NO_TOKEN = Token("", "", 0, 0, glued=False, number=False)


class Tokens:
    """The tokens of a text; beyond its ends stands an empty one, so that a reader may look around it."""

    def __init__(self, text: str) -> None:
        found: list[Token] = []
        end = -1
        for match in _TOKEN.finditer(text):
            number = match["number"] is not None
            word = match[0] if number else folded(match[0])
            found.append(Token(match[0], word, match.start(), match.end(), match.start() == end, number))
            end = match.end()
        self.text = text
        self._found = found

    def __len__(self) -> int:
        return len(self._found)

    def __iter__(self) -> Iterator[Token]:
        return iter(self._found)

    def __getitem__(self, at: int) -> Token:
        return self._found[at] if 0 <= at < len(self._found) else NO_TOKEN

    def tied(self, at: int) -> bool:
        """Whether a hyphen ties a token to the one before."""
        return self[at].text == "-" and self[at].glued


def folded(word: str) -> str:
    """A word in small letters, without accents, without the s of the possessive."""
    if not word.isascii():
        bare = (one for one in unicodedata.normalize("NFD", word) if not unicodedata.combining(one))
        word = "".join(bare).casefold().replace("’", "'")
    return word.lower().removesuffix("'s") or word


def words_of(text: str) -> tuple[str, ...]:
    """The tokens of a text as they are compared."""
    return tuple(one.folded for one in Tokens(text))


class Phrases(Generic[Value]):
    """Phrases of one or more words, each with what it means; the longest that stands at a place is the one."""

    def __init__(self, meant: Mapping[str, Value] | Iterable[tuple[str, Value]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        self._by_last: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        pairs = [(words_of(text), value) for text, value in (meant.items() if isinstance(meant, Mapping) else meant)]
        for words, value in sorted(pairs, key=lambda pair: -len(pair[0])):
            if words:  # a name may be of marks alone
                self._by_first.setdefault(words[0], []).append((words, value))
                self._by_last.setdefault(words[-1], []).append((words, value))

    @property
    def first_words(self) -> frozenset[str]:
        """The words with which a phrase begins."""
        return frozenset(self._by_first)

    def at(self, tokens: Tokens, at: int) -> tuple[Value, int] | None:
        """What the phrase that begins at a token means, and the token after it."""
        for words, value in self._by_first.get(tokens[at].folded, ()):
            if all(tokens[at + n].folded == word for n, word in enumerate(words)):
                return value, at + len(words)
        return None

    def before(self, tokens: Tokens, at: int) -> Value | None:
        """What the phrase that ends right before a token means."""
        for words, value in self._by_last.get(tokens[at - 1].folded, ()):
            if all(tokens[at - len(words) + n].folded == word for n, word in enumerate(words)):
                return value
        return None

    def start(self, tokens: Tokens, at: int) -> int:
        """The token with which the phrase begins that may end right before a place."""
        for words, _ in self._by_last.get(tokens[at - 1].folded, ()):
            if all(tokens[at - len(words) + n].folded == word for n, word in enumerate(words)):
                return at - len(words)
        return at

    def after(self, tokens: Tokens, at: int) -> int:
        """The token after the phrase that may stand at a place."""
        found = self.at(tokens, at)
        return found[1] if found else at
