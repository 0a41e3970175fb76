"""An excerpt held against the text of its work, after the same normalising as the rules."""

import difflib
import hashlib
from dataclasses import dataclass
from enum import StrEnum

from explainer.record.matching import normal, parts_of
from explainer.rules.wording import POINTS

ALIKE = 0.72  # a passage that shares this much of an excerpt is the excerpt, changed
AROUND = 200  # characters kept in the hash on either side of a passage
SPARE = 4  # words by which a changed passage may be longer or shorter


class Outcome(StrEnum):
    """What became of an excerpt, or of a whole work."""

    FOUND = "found"
    CHANGED = "found changed"
    MISSING = "not found"
    GONE = "gone"
    WALLED = "behind a wall"
    UNREACHED = "not reached"


@dataclass(frozen=True)
class Match:
    """How an excerpt stands in a text: *words* are those in its place, *around* a hash of the passage it stands in."""

    outcome: Outcome
    words: str = ""
    around: str = ""


@dataclass(frozen=True)
class Fetched:
    """A work's text, or why there is none (`outcome`, with `reason` in words)."""

    text: str = ""
    outcome: Outcome = Outcome.FOUND
    reason: str = ""


def find(text: str, excerpt: str) -> Match:
    """Look for an excerpt; its parts may be parted by omissions, and stand in their order."""
    body, start, end = normal(text), -1, 0
    for part in parts_of(excerpt):
        at = body.find(part, end)
        if at < 0:
            return _nearest(body, part)
        start, end = (at if start < 0 else start), at + len(part)
    if start < 0:
        return Match(Outcome.MISSING)
    return Match(Outcome.FOUND, around=digest(body[max(0, start - AROUND) : end + AROUND]))


def digest(text: str) -> str:
    """A SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def key(excerpt: str) -> str:
    """The name of an excerpt within a proof: it changes with every letter and digit."""
    return digest(normal(excerpt))


def _nearest(body: str, part: str) -> Match:
    """The passage most like a part, where one is like it at all."""
    words, wanted = body.split(), _bare(part.split())
    anchor = difflib.SequenceMatcher(None, _bare(words), wanted, autojunk=False).find_longest_match()
    if not anchor.size:
        return Match(Outcome.MISSING)
    first = anchor.a - anchor.b
    windows = (
        words[max(0, first + shift) : max(0, first + shift) + len(wanted) + spare]
        for shift in range(-SPARE, SPARE + 1)
        for spare in range(-SPARE, SPARE + 1)
    )
    share, passage = max((_likeness(window, wanted), window) for window in windows)
    return Match(Outcome.CHANGED, " ".join(passage).strip(POINTS)) if share >= ALIKE else Match(Outcome.MISSING)


def _likeness(window: list[str], wanted: list[str]) -> float:
    return difflib.SequenceMatcher(None, _bare(window), wanted, autojunk=False).ratio()


def _bare(words: list[str]) -> list[str]:
    return [word.strip(POINTS) for word in words]
