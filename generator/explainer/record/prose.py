"""The prose grammar: paragraphs, lists, emphasis, https links, references to records, and records set in.

Everything else, HTML included, is text. `[words][id]` ties the words to a record; `[][id]` writes a figure's
current value; a line `::: id` sets a record in as a block.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from explainer.record.values import MAX_URL, TARGET_PATTERN


@dataclass(frozen=True)
class Words:
    """Plain text, white space collapsed."""

    text: str


@dataclass(frozen=True)
class Emphasis:
    """Stressed text; `strong` where it was written with two stars."""

    children: tuple["Inline", ...]
    strong: bool = False


@dataclass(frozen=True)
class Link:
    """A link to an address outside the site."""

    url: str
    children: tuple["Inline", ...]


@dataclass(frozen=True)
class Mention:
    """A reference to a record, or to one part of it; without words it stands for a figure's current value."""

    target: str
    children: tuple["Inline", ...]
    offset: int


Inline = Words | Emphasis | Link | Mention


@dataclass(frozen=True)
class Paragraph:
    """A run of text; *offset* says where it begins."""

    children: tuple[Inline, ...]
    offset: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Listing:
    """A list; `ordered` where its items began with numbers."""

    items: tuple[tuple[Inline, ...], ...]
    ordered: bool
    offset: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Embed:
    """A record set in as a block."""

    target: str
    offset: int


Block = Paragraph | Listing | Embed


@dataclass(frozen=True)
class Fault:
    """Something that the grammar cannot read, at an offset of the text."""

    offset: int
    code: str
    message: str
    hint: str


@dataclass(frozen=True)
class Reading:
    """What a text says, and what is wrong with it."""

    blocks: tuple[Block, ...]
    faults: tuple[Fault, ...]


CODES = ("bad-reference", "bad-link", "bad-block")

_ITEM = re.compile(r"[ \t]*(?:(?P<dash>[-*])|(?P<number>\d{1,3})\.)[ \t]+")
_TOKEN = re.compile(
    r"\\(?P<escaped>[\\*\[\]:-])"
    r"|(?P<stars>\*\*?)(?=\S)(?P<stressed>(?:[^*\\]|\\.)+?)(?<=\S)(?P=stars)"
    r"|\[(?P<words>[^\[\]]*)\]\[(?P<target>[^\[\]]*)\]"
    r"|\[(?P<label>[^\[\]]+)\]\((?P<url>[^()\s]*)\)"
)
_URL = re.compile(r"https://[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)+(:\d+)?([/?#][!#-;=?-\[\]_a-z~]*)?")


def read(text: str) -> Reading:
    """Read *text*; offsets in the outcome count its characters from 0."""
    faults: list[Fault] = []
    blocks = tuple(_block(text, start, end, faults) for start, end in _chunks(text))
    return Reading(tuple(block for block in blocks if block is not None), tuple(faults))


def mentions(text: str) -> Iterator[Mention | Embed]:
    """Every reference to a record in *text*, in its order."""
    for block in read(text).blocks:
        if isinstance(block, Embed):
            yield block
        elif isinstance(block, Paragraph):
            yield from _mentions(block.children)
        else:
            for item in block.items:
                yield from _mentions(item)


def words_of(text: str) -> str:
    """Prose as its words alone: without the ids and addresses that it names."""
    blocks = read(text).blocks
    runs = [
        run for one in blocks for run in ((one.children,) if isinstance(one, Paragraph) else getattr(one, "items", ()))
    ]
    return "\n".join(plain(run) for run in runs)


def plain(children: tuple[Inline, ...]) -> str:
    """The words alone, without emphasis, links and references."""
    return "".join(child.text if isinstance(child, Words) else plain(child.children) for child in children)


def _mentions(children: tuple[Inline, ...]) -> Iterator[Mention]:
    for child in children:
        if isinstance(child, Mention):
            yield child
        elif not isinstance(child, Words):
            yield from _mentions(child.children)


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each block: what blank lines part; a line `:::` stands alone."""
    start, at = None, 0
    for line in text.splitlines(keepends=True):
        blank, fence = not line.strip(), line.lstrip().startswith(":::")
        if (blank or fence) and start is not None:
            yield start, at
            start = None
        if fence:
            yield at, at + len(line)
        elif not blank and start is None:
            start = at
        at += len(line)
    if start is not None:
        yield start, at


def _block(text: str, start: int, end: int, faults: list[Fault]) -> Block | None:
    chunk = text[start:end]
    if chunk.lstrip().startswith(":::"):
        return _embed(chunk, start, faults)
    if first := _ITEM.match(chunk):
        cuts = [start + match for match in _item_starts(chunk)]
        spans = zip(cuts, [*cuts[1:], end], strict=True)
        items = tuple(_inlines(text, _after_marker(text, at), to, faults) for at, to in spans)
        return Listing(items, ordered=first["number"] is not None, offset=start)
    return Paragraph(_inlines(text, start, end, faults), start)


def _item_starts(chunk: str) -> Iterator[int]:
    at = 0
    for line in chunk.splitlines(keepends=True):
        if _ITEM.match(line):
            yield at
        at += len(line)


def _after_marker(text: str, at: int) -> int:
    marker = _ITEM.match(text, at)
    return marker.end() if marker else at


def _embed(chunk: str, start: int, faults: list[Fault]) -> Embed | None:
    target = chunk.strip().removeprefix(":::").strip()
    offset = start + chunk.index(":::")
    if re.fullmatch(TARGET_PATTERN, target):
        return Embed(target, offset)
    hint = "write three colons, a space and the id of a record, alone on the line"
    faults.append(Fault(offset, "bad-block", f"`{chunk.strip()}` does not set a record in", hint))
    return None


def _inlines(text: str, start: int, end: int, faults: list[Fault]) -> tuple[Inline, ...]:
    parts: list[Inline] = []
    at = start
    while match := _TOKEN.search(text, at, end):
        parts.append(Words(text[at : match.start()]))
        parts.append(_token(text, match, faults))
        at = match.end()
    parts.append(Words(text[at:end]))
    return _joined(parts)


def _token(text: str, match: re.Match[str], faults: list[Fault]) -> Inline:
    if match["escaped"] is not None:
        return Words(match["escaped"])
    if match["stars"] is not None:
        children = _inlines(text, *match.span("stressed"), faults)
        return Emphasis(children, strong=match["stars"] == "**")
    if match["url"] is not None:
        return _link(text, match, faults)
    return _mention(text, match, faults)


def _link(text: str, match: re.Match[str], faults: list[Fault]) -> Inline:
    children = _inlines(text, *match.span("label"), faults)
    if _URL.fullmatch(match["url"]) and len(match["url"]) <= MAX_URL:
        return Link(match["url"], children)
    hint = "a link begins with https:// and has no spaces, quotes or brackets"
    faults.append(Fault(match.start("url"), "bad-link", f"`{match['url']}` is not an address that can be linked", hint))
    return Words(match[0])


def _mention(text: str, match: re.Match[str], faults: list[Fault]) -> Inline:
    if re.fullmatch(TARGET_PATTERN, match["target"]):
        children = _inlines(text, *match.span("words"), faults)
        return Mention(match["target"], children, match.start())
    hint = "write [words][id], the id in small letters, digits and hyphens"
    faults.append(Fault(match.start("target"), "bad-reference", f"`{match['target']}` is not an id", hint))
    return Words(match[0])


def _joined(parts: list[Inline]) -> tuple[Inline, ...]:
    """Neighbouring words made one; white space collapsed, and trimmed at both ends."""
    joined: list[Inline] = []
    for part in parts:
        if isinstance(part, Words) and joined and isinstance(joined[-1], Words):
            joined[-1] = Words(joined[-1].text + part.text)
        elif part != Words(""):
            joined.append(part)
    collapsed = [Words(re.sub(r"\s+", " ", p.text)) if isinstance(p, Words) else p for p in joined]
    if collapsed and isinstance(first := collapsed[0], Words):
        collapsed[0] = Words(first.text.lstrip())
    if collapsed and isinstance(last := collapsed[-1], Words):
        collapsed[-1] = Words(last.text.rstrip())
    return tuple(part for part in collapsed if part != Words(""))
