"""Names in a text: those of the record's actors and places, and capitalised words that the record does not know."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from explainer.quantities.language import lexicon
from explainer.quantities.tokens import Phrases, Tokens, words_of

AFTER_WHICH_ANY_WORD_MAY = frozenset('.!?…:;()[]"“”«»‘*|•-–—')
LONG = 3  # letters; a shorter word is mostly no name
ALIKE = 4  # letters that two words for one place share: Iran, Iranian
Words = tuple[str, ...]


@dataclass(frozen=True)
class Named:
    """A name as a text has it, and where it begins."""

    words: str
    start: int


def words_in(texts: Iterable[str]) -> frozenset[str]:
    """Every word of some texts, as it is compared."""
    return frozenset(word for text in texts for word in words_of(text))


def surname(name: str) -> Words:
    """The word by which a person is found: the last, where it is long enough to be told from others."""
    words = words_of(name)
    return words[-1:] if len(words[-1]) > LONG else words


def names_in(text: str, names: Phrases[Words]) -> Iterator[tuple[Named, Words]]:
    """The known names that stand in a text with a capital, each with the words by which it is found elsewhere."""
    tokens = Tokens(text)
    at = 0
    while at < len(tokens):
        found = names.at(tokens, at) if tokens[at].text[:1].isupper() else None
        if found:
            yield Named(text[tokens[at].start : tokens[found[1] - 1].end], tokens[at].start), found[0]
        at = found[1] if found else at + 1


def unknown_in(text: str, known: frozenset[str], language: str) -> Iterator[Named]:
    """Words in the middle of a sentence that begin with a capital, and of which no form is known."""
    before, passed = "", lexicon(language).no_names
    for token in Tokens(text):
        middle = before and before not in AFTER_WHICH_ANY_WORD_MAY
        name = token.text[:1].isupper() and token.text.isalpha() and len(token.text) >= LONG
        if middle and name and token.folded not in passed and not is_held((token.folded,), known):
            yield Named(token.text, token.start)
        before = token.text


def is_held(name: Words, words: frozenset[str]) -> bool:
    """Whether every word of a name is among some words, in this form or in one that begins alike."""
    return all(one in words or (len(one) >= ALIKE and any(_alike(one, word) for word in words)) for one in name)


def _alike(one: str, other: str) -> bool:
    return len(other) >= ALIKE and (one.startswith(other) or other.startswith(one))
