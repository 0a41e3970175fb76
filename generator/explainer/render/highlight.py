"""Which words of an excerpt support a statement: the numbers and the longer words that the two share."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from explainer.languages.folding import fold
from explainer.render.escape import md

RUN = 3
STEM = 5
NEAR = 3  # how far apart two words may stand for those between them to be marked too
_WORD = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})*(?!\d)|\w+(?:['’]\w+)*")


@cache  # the same passage stands on many pages
def highlighted(excerpt: str, statement: str) -> str:
    """The excerpt as Markdown, the words that it shares with the statement marked."""
    out, end = "", 0
    for start, stop in shared(excerpt, statement):
        out += _inner(excerpt[end:start], out) + f"<mark>{_inner(excerpt[start:stop], 'x')}</mark>"
        end = stop
    return out + _inner(excerpt[end:], out)


def shared(excerpt: str, statement: str) -> list[tuple[int, int]]:
    """Where numbers and longer words of the statement stand in the excerpt, with the short ones between them."""
    found = list(_WORD.finditer(excerpt))
    words = [fold(one[0]) for one in found]
    said = [fold(word) for word in _WORD.findall(statement)]
    telling = {_told(word) for word in said} - {""}
    hits = {at for at, word in enumerate(words) if _told(word) in telling}
    runs = {tuple(said[at : at + RUN]) for at in range(len(said) - RUN + 1)}
    rows = [range(at, at + RUN) for at in range(len(words) - RUN + 1) if tuple(words[at : at + RUN]) in runs]
    hits |= {at for row in rows if not hits.isdisjoint(row) for at in row}
    hits |= {at for one, other in pairwise(sorted(hits)) if other - one <= NEAR for at in range(one, other)}
    return [(found[first].start(), found[last].end()) for first, last in _stretches(sorted(hits))]


def _told(word: str) -> str:
    """What makes two words one: all of a number, the beginning of a longer word; nothing of a short one."""
    return word if word[:1].isdigit() else word[:STEM] if len(word) >= STEM else ""


def _stretches(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of each unbroken row of numbers."""
    for index, number in enumerate(numbers):
        if index == 0 or numbers[index - 1] != number - 1:
            first = number
        if index + 1 == len(numbers) or numbers[index + 1] != number + 1:
            yield first, number


def _inner(text: str, before: str) -> str:
    """Text as Markdown; only what begins the excerpt begins a line."""
    return md(f"x{text}")[1:] if before else md(text)
