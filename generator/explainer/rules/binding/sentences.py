"""Prose as sentences, each with the records that it is tied to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from explainer.quantities.language import lexicon
from explainer.quantities.tokens import folded
from explainer.record import prose
from explainer.record.prose import Embed, Inline, Mention, Paragraph, Words

_END = re.compile(r"[.!?…][\"”’»)\]]*(?=\s|$)")
_LAST_WORD = re.compile(r"[^\s(\[\"“«]*\Z")


@dataclass(frozen=True)
class Sentence:
    """One sentence as words alone, and the records that its words are tied to."""

    text: str
    targets: tuple[str, ...]


@dataclass(frozen=True)
class Passage:
    """A paragraph or a list: where it begins in its text, and its sentences."""

    offset: int
    sentences: tuple[Sentence, ...]

    @property
    def targets(self) -> tuple[str, ...]:
        """Every record that the passage is tied to."""
        return tuple(dict.fromkeys(target for one in self.sentences for target in one.targets))


def split_sentences(text: str, language: str) -> list[str]:
    """The sentences of a text without ties."""
    ends = [0, *_ends(text, language), len(text)]
    return [text[start:end] for start, end in pairwise(ends) if text[start:end].strip()]


def passages(text: str, language: str) -> Iterator[Passage]:
    """The passages of a text; a record set in is none, and belongs to a sentence with a colon before it."""
    blocks = prose.read(text).blocks
    for block, after in zip(blocks, (*blocks[1:], None), strict=True):
        if not isinstance(block, Embed):
            runs = (block.children,) if isinstance(block, Paragraph) else block.items
            found = [one for run in runs for one in _sentences(run, language)]
            if isinstance(after, Embed) and found and found[-1].text.endswith(":"):
                found[-1] = replace(found[-1], targets=(*found[-1].targets, after.target))
            yield Passage(block.offset, tuple(found))


def _sentences(run: tuple[Inline, ...], language: str) -> Iterator[Sentence]:
    text, ties = "", list[tuple[int, str]]()
    for piece, target in _pieces(run):
        if target:
            ties.append((len(text), target))
        text += piece
    start = 0
    for end in (*_ends(text, language), len(text)):
        if text[start:end].strip():
            last = end == len(text)
            yield Sentence(text[start:end], tuple(one for at, one in ties if start <= at < end or (last and at == end)))
        start = end


def _pieces(run: tuple[Inline, ...]) -> Iterator[tuple[str, str]]:
    """The words of a run, and each mention before its words."""
    for one in run:
        if isinstance(one, Words):
            yield one.text, ""
        else:
            yield "", one.target if isinstance(one, Mention) else ""
            yield from _pieces(one.children)


def _ends(text: str, language: str) -> Iterator[int]:
    """Where sentences end: not after an initial, nor after an abbreviation."""
    for match in _END.finditer(text, 0, max(len(text) - 1, 0)):
        before = _LAST_WORD.search(text, max(0, match.start() - 24), match.start())
        word = folded(before[0]) if before else ""
        short = len(word) == 1 or word in lexicon(language).abbreviations
        if not (match[0][0] == "." and short):
            yield match.end()
