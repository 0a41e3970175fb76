"""Prose as Markdown: with a numbered mark after each sentence that rests on a record, and a note for each mark."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from explainer.record import prose
from explainer.record.graph import split
from explainer.record.models import Figure, Term
from explainer.record.prose import Embed, Emphasis, Inline, Link, Listing, Mention, Paragraph, Words
from explainer.render.escape import aim, attribute, md
from explainer.render.page_view import Backing, PageView

_SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]*(?=\s|$)")


@dataclass(frozen=True)
class Note:
    """The evidence behind one sentence: the number of its mark, and the record that it leads to."""

    number: int
    target: str
    backing: Backing


@dataclass(frozen=True)
class Block:
    """A paragraph or a list as Markdown with the notes to its marks; or the id of a record set in."""

    markdown: str
    notes: tuple[Note, ...] = ()
    embed: str = ""


Marks = Mapping[str, str]


def with_footnotes(page: PageView, text: str, first: int = 1) -> tuple[tuple[Block, ...], int]:
    """The blocks of a text, its marks numbered from *first*; and the number that comes next."""
    blocks, number = [], first
    for block in prose.read(text).blocks:
        if isinstance(block, Embed):
            blocks.append(Block("", embed=block.target))
            continue
        notes = tuple(_notes(page, block, number))
        marks = {note.target: _mark(page, note) for note in notes}
        blocks.append(Block(_anchored_once(_markdown(page, block, marks), notes), notes))
        number += len(notes)
    return tuple(blocks), number


def _anchored_once(markdown: str, notes: tuple[Note, ...]) -> str:
    """Only the first mark of a note carries the anchor to come back to: two sentences may share a note."""
    for note in notes:
        before, anchor, after = markdown.partition(f"{{ #r{note.number} ")
        markdown = before + anchor + after.replace(anchor, "{ ") if anchor else markdown
    return markdown


def without_footnotes(page: PageView, text: str) -> str:
    """A text as Markdown without marks; what it mentions is linked."""
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
    targets = dict.fromkeys(one.target for one in _mentions(children))
    found = [(target, backing) for target in targets if (backing := page.backing(target))]
    for number, (target, backing) in enumerate(found, first):
        yield Note(number, target, backing)


def _mentions(children: tuple[Inline, ...]) -> Iterator[Mention]:
    for child in children:
        if isinstance(child, Mention):
            yield child
        elif not isinstance(child, Words):
            yield from _mentions(child.children)


def _mark(page: PageView, note: Note) -> str:
    label = attribute(str(page.messages["mark"]).format(n=note.number, standing=page.mark_in_words(note.backing)))
    classes = f".ref .is-{page.mark(note.backing)}"
    return f'[{note.number}](#n{note.number}){{ #r{note.number} {classes} aria-label="{label}" }}'


def _markdown(page: PageView, block: Paragraph | Listing, marks: Marks | None) -> str:
    if isinstance(block, Paragraph):
        return _sentences(page, block.children, marks)
    bullets = [f"{number}." if block.ordered else "-" for number in range(1, len(block.items) + 1)]
    return "\n".join(f"{b} {_sentences(page, item, marks)}" for b, item in zip(bullets, block.items, strict=True))


def _sentences(page: PageView, children: tuple[Inline, ...], marks: Marks | None) -> str:
    """Inline text as Markdown; each mark waits for the end of its sentence."""
    out: list[str] = []
    waiting: list[str] = []
    for child in children:
        if isinstance(child, Words) and (end := _SENTENCE_END.search(child.text)) and waiting:
            out += [_words(child.text[: end.end()], out), *waiting, _words(child.text[end.end() :], ["x"])]
            waiting = []
        else:
            out.append(_inline(page, child, linked=marks is None, before=out))
            new = [
                found
                for one in _mentions((child,))
                if marks and (found := marks.get(one.target)) and found not in waiting
            ]
            waiting += new
    return "".join([*out, *waiting])


def _inline(page: PageView, child: Inline, *, linked: bool, before: list[str]) -> str:
    match child:
        case Words():
            return _words(child.text, before)
        case Emphasis():
            stars = "**" if child.strong else "*"
            return stars + _inside(page, child.children, linked=linked) + stars
        case Link():
            return f"[{_inside(page, child.children, linked=linked)}]({aim(child.url)})"
        case Mention():
            return _mention(page, child, linked=linked)


def _inside(page: PageView, children: tuple[Inline, ...], *, linked: bool) -> str:
    return "".join(_inline(page, child, linked=linked, before=["x"]) for child in children)


def _words(text: str, before: list[str]) -> str:
    """Text escaped; what only a line's beginning could make into something else is let alone elsewhere."""
    return md(text) if not before else md(f"x{text}")[1:]


def _mention(page: PageView, mention: Mention, *, linked: bool) -> str:
    words = _inside(page, mention.children, linked=linked) or md(_current_value(page, mention))
    record = page.graph.record(split(mention.target)[0])
    if isinstance(record, Term):
        definition = attribute(plain(page, record.definition))
        return f'[{words}]({page.url(record.id)} "{definition}")' + "{ .term }"
    if not linked and page.backing(mention.target):
        return words
    return f"[{words}]({page.url(mention.target)})"


def _current_value(page: PageView, mention: Mention) -> str:
    record = page.graph.record(split(mention.target)[0])
    return page.dated(record, page.analysis.current[record.id]) if isinstance(record, Figure) else page.name(record.id)
