"""Prose as Markdown: the words that a record supports lead to a note, and each paragraph has its notes below it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from explainer.record import prose
from explainer.record.graph import split
from explainer.record.models import Figure, Term
from explainer.record.prose import Embed, Emphasis, Inline, Link, Listing, Mention, Paragraph, Words
from explainer.render.environment import pieces
from explainer.render.escape import aim, attribute, md
from explainer.render.page_view import Backing, PageView

_SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]*(?=\s|$)")


@dataclass(frozen=True)
class Note:
    """The evidence behind some words: the number of the note, and the records that the words are tied to."""

    number: int
    targets: tuple[str, ...]
    backing: Backing


@dataclass(frozen=True)
class Block:
    """A paragraph or a list as Markdown with its notes; or the id of a record set in."""

    markdown: str
    notes: tuple[Note, ...] = ()
    embed: str = ""


Notes = Mapping[str, Note]  # by what the words are tied to


def with_footnotes(page: PageView, text: str, first: int = 1) -> tuple[tuple[Block, ...], int]:
    """The blocks of a text, its notes numbered from *first*; and the number that comes next."""
    blocks, number = [], first
    for block in prose.read(text).blocks:
        if isinstance(block, Embed):
            blocks.append(Block("", embed=block.target))
            continue
        notes = tuple(_notes(page, block, number))
        by_target = {target: note for note in notes for target in note.targets}
        blocks.append(Block(_anchored_once(_markdown(page, block, by_target), notes), notes))
        number += len(notes)
    return tuple(blocks), number


def _anchored_once(markdown: str, notes: tuple[Note, ...]) -> str:
    """Only the first words of a note carry the anchor to come back to: two sentences may share a note."""
    for note in notes:
        before, anchor, after = markdown.partition(f"{{ #r{note.number} ")
        markdown = before + anchor + after.replace(anchor, "{ ") if anchor else markdown
    return markdown


def without_footnotes(page: PageView, text: str) -> str:
    """A text as Markdown without notes; what it mentions is linked."""
    blocks = (block for block in prose.read(text).blocks if not isinstance(block, Embed))
    return "\n\n".join(_markdown(page, block, None) for block in blocks)


def plain(page: PageView, text: str) -> str:
    """A text as words alone, figures written out: for descriptions and search."""
    found: list[str] = []
    for block in prose.read(text).blocks:
        if isinstance(block, Paragraph):
            found.append(_plain(page, block.children))
        elif isinstance(block, Listing):
            found += [_plain(page, item) for item in block.items]
    return " ".join(found)


def word_count(page: PageView, *texts: str) -> int:
    """How many words a reader reads."""
    return sum(len(plain(page, text).split()) for text in texts)


def _plain(page: PageView, children: tuple[Inline, ...]) -> str:
    return "".join(
        child.text
        if isinstance(child, Words)
        else _current_value(page, child)
        if isinstance(child, Mention) and not child.children
        else _plain(page, child.children)
        for child in children
    )


def _notes(page: PageView, block: Paragraph | Listing, first: int) -> Iterator[Note]:
    children = block.children if isinstance(block, Paragraph) else tuple(one for item in block.items for one in item)
    targets = dict.fromkeys(mention.target for mention in _mentions(children))
    backings = {target: backing for target in targets if (backing := page.backing(target))}
    for number, together in enumerate(_sharing_excerpts(page, backings), first):
        fullest = max(together, key=lambda target: len(backings[target].excerpts))
        yield Note(number, together, backings[fullest])


def _sharing_excerpts(page: PageView, backings: Mapping[str, Backing]) -> list[tuple[str, ...]]:
    """What one note tells of: it stands alike, and all that one shows another shows as well."""
    together: list[list[str]] = []
    for target, backing in backings.items():
        same = next((some for some in together if all(_is_told(page, backing, backings[one]) for one in some)), None)
        if same:
            same.append(target)
        else:
            together.append([target])
    return [tuple(some) for some in together]


def _is_told(page: PageView, backing: Backing, other: Backing) -> bool:
    one, another = backing.excerpts, other.excerpts
    told = bool(one) and (one <= another or another <= one)
    return told and page.mark_in_words(backing) == page.mark_in_words(other)


def _mentions(children: tuple[Inline, ...]) -> Iterator[Mention]:
    for child in children:
        if isinstance(child, Mention):
            yield child
        elif not isinstance(child, Words):
            yield from _mentions(child.children)


def _markdown(page: PageView, block: Paragraph | Listing, notes: Notes | None) -> str:
    if isinstance(block, Paragraph):
        return _sentences(page, block.children, notes)
    bullets = [f"{number}." if block.ordered else "-" for number in range(1, len(block.items) + 1)]
    return "\n".join(f"{b} {_sentences(page, item, notes)}" for b, item in zip(bullets, block.items, strict=True))


def _sentences(page: PageView, children: tuple[Inline, ...], notes: Notes | None) -> str:
    """Inline text as Markdown; a sentence with words that have a note is one piece."""
    whole, sentence, has_note = "", "", False
    for child, ends in _parted(children):
        sentence += _inline(page, child, notes, whole + sentence)
        has_note = has_note or any(mention.target in (notes or {}) for mention in _mentions((child,)))
        if ends:
            whole += _piece(sentence) if has_note else sentence
            sentence, has_note = "", False
    return whole + (_piece(sentence) if has_note else sentence)


def _piece(sentence: str) -> str:
    """White space before a sentence is not part of it."""
    words = sentence.lstrip()
    return sentence[: len(sentence) - len(words)] + str(pieces().sentence(words))


def _parted(children: tuple[Inline, ...]) -> Iterator[tuple[Inline, bool]]:
    """Plain words parted where sentences end, each with whether one ends there."""
    for child in children:
        if not isinstance(child, Words):
            yield child, False
            continue
        ends = [0, *(end.end() for end in _SENTENCE_END.finditer(child.text))]
        yield from ((Words(child.text[start:end]), True) for start, end in pairwise(ends))
        if rest := child.text[ends[-1] :]:
            yield Words(rest), False


def _inline(page: PageView, child: Inline, notes: Notes | None, before: str) -> str:
    match child:
        case Words():
            return _words(child.text, before)
        case Emphasis():
            stars = "**" if child.strong else "*"
            return stars + _inside(page, child.children, notes) + stars
        case Link():
            return f"[{_inside(page, child.children, notes)}]({aim(child.url)})"
        case Mention():
            return _mention(page, child, notes)


def _inside(page: PageView, children: tuple[Inline, ...], notes: Notes | None) -> str:
    return "".join(_inline(page, child, notes, "x") for child in children)


def _words(text: str, before: str) -> str:
    """Text escaped; what only a line's beginning could make into something else is let alone elsewhere."""
    return md(text) if not before else md(f"x{text}")[1:]


def _mention(page: PageView, mention: Mention, notes: Notes | None) -> str:
    words = _inside(page, mention.children, notes) or md(_current_value(page, mention))
    record = page.graph.record(split(mention.target)[0])
    if isinstance(record, Term):
        definition = attribute(plain(page, record.definition))
        return f'[{words}]({page.url(record.id)} "{definition}")' + "{ .term }"
    if note := (notes or {}).get(mention.target):
        return f"[{words}](#n{note.number}){{ #r{note.number} {_look(note)} }}"
    return f"[{words}]({page.url(mention.target)})"


def _look(note: Note) -> str:
    """How words look that lead to a note, the number that print sets after them, and what a screen reader adds."""
    flagged = " .is-flagged" if note.backing.contested else ""
    return f".w .is-{note.backing.mark}{flagged} data-n={note.number} aria-describedby=n{note.number}-stands"


def _current_value(page: PageView, mention: Mention) -> str:
    record = page.graph.record(split(mention.target)[0])
    return page.dated(record, page.analysis.current[record.id]) if isinstance(record, Figure) else page.name(record.id)
