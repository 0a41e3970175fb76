"""How a sentence is worded: whose word it gives, how long it is, and what it resembles."""

import difflib
import itertools
import re
from collections.abc import Iterable, Iterator
from functools import cache

from explainer.languages import attributing
from explainer.record.matching import normal, parts_of

POINTS = '.,;:!?…"()[]—–-'


def nearest_passage(part: str, excerpts: Iterable[str]) -> str:
    """The passage most like *part*, with the words that differ marked by two stars; or that there is none."""
    wanted = normal(part).split()
    best, passage = (0, 0, 0), list[str]()
    for held in (normal(one).split() for one in excerpts):
        spare = max(2, len(wanted) - len(held))  # so many words may be wanting, or too many
        for start, end in itertools.combinations(range(len(held) + 1), 2):
            if abs(end - start - len(wanted)) <= spare and (alike := _alike(wanted, held[start:end])) > best:
                best, passage = alike, held[start:end]
    if not passage:
        return "none; no word of it stands in an excerpt" if parts_of(part) else "none; nothing of it is quoted"
    passage[0] = passage[0][passage[0].find(wanted[0]) if passage[0].endswith(wanted[0]) else 0 :]
    passage[-1] = wanted[-1] if passage[-1].rstrip(POINTS) == wanted[-1] else passage[-1]
    return " ".join(_marked(wanted, passage))


def _alike(wanted: list[str], words: list[str]) -> tuple[int, int, int]:
    """How many words two passages share, how many of their ends, and how much longer one is; points do not count."""
    bare, held = ([one.strip(POINTS) for one in words] for words in (wanted, words))
    shared = sum(one.size for one in difflib.SequenceMatcher(None, bare, held, autojunk=False).get_matching_blocks())
    return shared, (bare[0] == held[0]) + (bare[-1] == held[-1]), -abs(len(bare) - len(held))


def attributes(text: str, language: str) -> bool:
    """Whether a sentence gives something as somebody's word."""
    return bool(_attributing(language).search(text))


@cache
def _attributing(language: str) -> re.Pattern[str]:
    verbs = (re.escape(verb).replace(r"\*", r"\w*") for verb in attributing(language))
    return re.compile(rf"\b(?:{'|'.join(verbs)})\b", re.IGNORECASE)


def length_of(text: str) -> int:
    """How many words a text has; a dash or a stroke parts two."""
    return sum(1 for one in re.split(r"[\s—–/|]+", text) if re.search(r"\w", one))


def _marked(wanted: list[str], words: list[str]) -> Iterator[str]:
    matcher = difflib.SequenceMatcher(None, wanted, words, autojunk=False)
    for tag, from_, to, start, end in matcher.get_opcodes():
        run = " ".join(words[start:end]) or f"(no “{' '.join(wanted[from_:to])}”)"
        yield run if tag == "equal" else f"**{run}**"
