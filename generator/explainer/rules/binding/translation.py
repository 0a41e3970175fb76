"""Whether a translation says what its original says, as far as a machine can see: numbers, names, negation."""

from collections.abc import Iterator

from explainer.quantities.language import lexicon
from explainer.quantities.tokens import Phrases, words_of
from explainer.rules.binding.held import Reader, held_in, holds
from explainer.rules.binding.names import Words, is_held, names_in, words_in
from explainer.rules.binding.sentences import split_sentences


def differences(original: str, language: str, translated: str, into: str, names: Phrases[Words]) -> Iterator[str]:
    """What one of the two has and the other has not, in words of the one that has it."""
    yield from _numbers(translated, into, original, language)
    yield from _numbers(original, language, translated, into)
    yield from _names(translated, original, names)
    yield from _names(original, translated, names)
    yield from _negation(original, language, translated, into)


def _numbers(text: str, language: str, other: str, in_language: str) -> Iterator[str]:
    reader = Reader(language)
    held = held_in(other, Reader(in_language))
    for one in reader.readings(text):
        if not holds(one, held, text, reader):
            yield text[one.start : one.end]


def _names(text: str, other: str, names: Phrases[Words]) -> Iterator[str]:
    words = words_in((other,))
    yield from (one.words for one, found in names_in(text, names) if not is_held(found, words))


def _negation(original: str, language: str, translated: str, into: str) -> Iterator[str]:
    """A sentence that denies stands for one that does; where the two have as many sentences, one by one."""
    mine, theirs = split_sentences(original, language), split_sentences(translated, into)
    pairs = zip(mine, theirs, strict=True) if len(mine) == len(theirs) else [(original, translated)]
    for one, other in pairs:
        if _denies(one, language) != _denies(other, into):
            yield (one if _denies(one, language) else other).strip()


def _denies(text: str, language: str) -> bool:
    return not lexicon(language).negations.isdisjoint(words_of(text))
