"""The whole record: every record by kind, every reference between them, seen from both sides."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from explainer.record import prose
from explainer.record.models import (
    KINDS,
    Absence,
    Correction,
    Dispute,
    Event,
    Fact,
    Figure,
    Party,
    Question,
    Quote,
    Record,
    Source,
    Term,
)
from explainer.record.problems import Place, Problem
from explainer.record.site_config import SiteConfig
from explainer.record.values import ProseField, Ref
from explainer.record.walk import Path, named_parts, values
from explainer.record.yaml_reader import Located

CODES = ("duplicate-id", "unknown-id", "unknown-part", "wrong-kind", *prose.CODES)
STILL_WHOLE = ("unknown-part", *prose.CODES)  # of these, every record that is named is there

SITE = "site"
KIND_WORDS = {
    "background": "question", "facts": "fact", "figures": "figure", "quotes": "quote", "events": "event",
    "disputes": "dispute", "actors": "actor", "sources": "source", "terms": "term", "absences": "absence",
    "corrections": "correction",
}  # fmt: skip
# an id in brackets with a space before them or after round ones, or with no bracket at its end
MISFITS = re.compile(r"(?:\]\s+|\)\s?)\[(?P<apart>[a-z0-9-]+)(?=\](?![\[(]))|\]\[(?P<open>[a-z0-9-]+)(?![\]@a-z0-9-])")
PROSE_REF = Ref(tuple(kind for kind in KINDS if kind != "corrections"), back="mentioned_in", part=True)


@dataclass(frozen=True)
class Loaded:
    """A record as it was read: its kind (or `site`), its values, and where each stands in its file."""

    kind: str
    record: Record | SiteConfig
    located: Located

    @property
    def id(self) -> str:
        """The record's id; `site` for the site's own file."""
        return self.record.id if isinstance(self.record, Record) else SITE


@dataclass(frozen=True)
class Reference:
    """One record (`holder`) naming another (`target`), and by which field; `part` is a date or a count of it."""

    holder: str
    path: Path
    target: str
    part: str | None
    ref: Ref
    offset: int | None = None


@dataclass(frozen=True)
class Graph:
    """One mapping per kind, in the order of ids; `references` from each record, `backlinks` to each record."""

    site: SiteConfig
    background: Mapping[str, Question]
    facts: Mapping[str, Fact]
    figures: Mapping[str, Figure]
    quotes: Mapping[str, Quote]
    events: Mapping[str, Event]
    disputes: Mapping[str, Dispute]
    actors: Mapping[str, Party]
    sources: Mapping[str, Source]
    terms: Mapping[str, Term]
    absences: Mapping[str, Absence]
    corrections: Mapping[str, Correction]
    references: Mapping[str, tuple[Reference, ...]]
    backlinks: Mapping[str, tuple[Reference, ...]]
    kinds: Mapping[str, str]
    located: Mapping[str, Located] = field(repr=False, compare=False)

    def record(self, record_id: str) -> Record:
        """The record of any kind with this id; KeyError where there is none."""
        found: Record = getattr(self, self.kinds[record_id])[record_id]
        return found

    def records(self) -> Iterator[Record]:
        """Every record, kind by kind, in the order of ids."""
        for kind in KINDS:
            yield from getattr(self, kind).values()

    def place(self, record_id: str, *path: str | int, key: bool = False) -> Place:
        """Where the value at *path* stands in the record's file, or its nearest known parent."""
        return self.located[record_id].find(path, key=key)

    def back(self, record_id: str, *names: str) -> tuple[Reference, ...]:
        """The references to a record whose relation, seen from here, has one of *names*."""
        return tuple(link for link in self.backlinks.get(record_id, ()) if link.ref.back in names)


def link(
    loaded: Iterable[Loaded], unread: Iterable[str] = (), closed: Iterable[str] = (), drafts: Iterable[str] = ()
) -> tuple[Graph | None, list[Problem]]:
    """Join the records; what cannot be joined is a problem. Without a site there is no graph.

    A reference to one of *unread*, the ids whose files have problems of their own, is none, nor is one to what may lie
    in a folder of the kinds *closed*: the cause is told already. To one of *drafts* it is told what it is.
    """
    ordered = sorted(loaded, key=lambda one: (one.id, one.located.place.file))
    first = {one.id: one for one in reversed(ordered)}
    twice = [one for one in ordered if first[one.id] is not one]
    problems = [_duplicate(one, first[one.id]) for one in twice]
    unread, closed, drafts = {*unread, *(one.id for one in twice)}, {*closed}, {*drafts}
    holders = {old: one for one in reversed(ordered) for old in _old_ids(one)}
    problems += [problem for one in ordered for problem in _taken_again(one, first, holders)]
    references = {one.id: tuple(_references(one)) for one in first.values()}
    graph = _graph(first, references)
    for one in first.values():
        problems += _prose_faults(one, first)
        told = [ref for ref in references[one.id] if ref.target in first or not closed & {*ref.ref.kinds}]
        faults = (_dangling(ref, one, first, drafts, unread) for ref in told if ref.target not in unread)
        problems += filter(None, faults)
    return graph, problems


def rebuilt(graph: Graph, records: Iterable[Record]) -> Graph:
    """A graph of some of the records of *graph*, each perhaps with less in it; references to the rest are dropped."""
    chosen = {one.id: Loaded(graph.kinds[one.id], one, graph.located[one.id]) for one in records}
    first = {**chosen, SITE: Loaded(SITE, graph.site, graph.located[SITE])}
    same = {one.id for one in chosen.values() if graph.record(one.id) is one.record} | {SITE}
    kept = {key: graph.references[key] if key in same else tuple(_references(one)) for key, one in first.items()}
    smaller = _graph(first, kept)
    if smaller is None:
        raise ValueError(SITE)
    return smaller


def nearest(word: str, choices: Iterable[str]) -> str:
    """The choice most like *word*, or an empty string where none is like it."""
    return next(iter(difflib.get_close_matches(word, list(choices), n=1, cutoff=0.6)), "")


def split(target: str) -> tuple[str, str | None]:
    """`id@part` as its two halves."""
    record_id, _, part = target.partition("@")
    return record_id, part or None


def _graph(first: Mapping[str, Loaded], every: Mapping[str, tuple[Reference, ...]]) -> Graph | None:
    """The graph of what was read first by each id, with those of *every* reference that lead to it."""
    site = first.get(SITE)
    if site is None or not isinstance(site.record, SiteConfig):
        return None
    ordered = [first[key] for key in sorted(first) if key != SITE]
    references = {one.id: tuple(ref for ref in every[one.id] if ref.target in first) for one in [*ordered, site]}
    back: dict[str, list[Reference]] = {}
    for refs in references.values():
        for ref in refs:
            back.setdefault(ref.target, []).append(ref)
    by_kind: dict[str, Any] = {kind: {one.id: one.record for one in ordered if one.kind == kind} for kind in KINDS}
    return Graph(
        site=site.record,
        **by_kind,
        references=references,
        backlinks={key: tuple(refs) for key, refs in back.items()},
        kinds={one.id: one.kind for one in ordered},
        located={key: one.located for key, one in first.items()},
    )


def _references(one: Loaded) -> Iterator[Reference]:
    for path, mark, value in values(one.record, Ref, ProseField):
        if isinstance(mark, Ref):
            yield Reference(one.id, path, *split(value), mark)
        else:
            for mention in prose.mentions(value):
                yield Reference(one.id, path, *split(mention.target), PROSE_REF, mention.offset)


def _prose_faults(one: Loaded, first: Mapping[str, Loaded]) -> Iterator[Problem]:
    for path, _, text in values(one.record, ProseField):
        faults = prose.read(text).faults
        for fault in faults:
            target = text[fault.offset :].partition(")")[0]
            hint = f"a record stands in square brackets: [words][{target}]" if target in first else fault.hint
            yield Problem(one.located.inside(path, fault.offset), fault.code, fault.message, hint)
        for found in MISFITS.finditer(text):
            start = found.end() - len(target := found["apart"] or found["open"])
            if target in first and start not in {fault.offset for fault in faults}:
                message = f"the brackets round `{target}` tie no words to it"
                hint = f"write [words][{target}], nothing between the brackets"
                yield Problem(one.located.inside(path, start), "bad-reference", message, hint)


def _duplicate(one: Loaded, first: Loaded) -> Problem:
    message = f"the id `{one.id}` is used twice: {first.located.place.file} has it too"
    return Problem(one.located.place, "duplicate-id", message, hint="rename one of the two files")


def _old_ids(one: Loaded) -> tuple[str, ...]:
    return one.record.formerly if isinstance(one.record, Record) else ()


def _taken_again(one: Loaded, first: Mapping[str, Loaded], holders: Mapping[str, Loaded]) -> Iterator[Problem]:
    """Old ids that are the id, or an old id, of another record too, or stand twice here."""
    for index, old in enumerate(_old_ids(one)):
        other = first.get(old, holders[old])
        if other is not one or old == one.id or old in _old_ids(one)[:index]:
            place = one.located.find(("formerly", index))
            message = f"the id `{old}` is used twice: {other.located.place.file} has it too"
            yield Problem(place, "duplicate-id", message, hint="an old id stays taken for ever")


def _dangling(
    ref: Reference, one: Loaded, first: Mapping[str, Loaded], drafts: set[str], unread: set[str]
) -> Problem | None:
    place = one.located.find(ref.path) if ref.offset is None else one.located.inside(ref.path, ref.offset)
    target = first.get(ref.target)
    if target is None and ref.target in drafts:
        hint = f"take `draft: true` out of {ref.target}.yaml, or this reference"
        return Problem(place, "unknown-id", f"`{ref.target}` is a draft, which readers are not shown", hint)
    if target is None:
        return _unknown(ref, place, _like(ref, first, unread))
    if target.kind not in ref.ref.kinds:
        wanted = " or ".join(with_article(kind) for kind in ref.ref.kinds)
        folders = " or ".join(f"content/{kind}/" for kind in ref.ref.kinds)
        hint = _like(ref, first, ()) or f"name {wanted}: its id is the name of its file in {folders}"
        return Problem(place, "wrong-kind", f"`{ref.target}` is {with_article(target.kind)}, not {wanted}", hint)
    return _unknown_part(ref, place, target.record) if ref.part else None


def with_article(kind: str) -> str:
    """What one record of a kind is called: `a fact`, `an event`."""
    word = KIND_WORDS.get(kind, "the site's file")
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"


def _unknown(ref: Reference, place: Place, like: str) -> Problem:
    what = KIND_WORDS[ref.ref.kinds[0]] if len(ref.ref.kinds) == 1 else "record"
    file = f"write content/{ref.ref.kinds[0]}/{ref.target}.yaml, or name one that exists"
    hint = file if what != "record" else "name one that exists: its id is the name of its file"
    return Problem(place, "unknown-id", f"there is no {what} `{ref.target}`", like or hint)


def _like(ref: Reference, first: Mapping[str, Loaded], unread: Iterable[str]) -> str:
    near = nearest(ref.target, [*unread, *(key for key, one in first.items() if one.kind in ref.ref.kinds)])
    return f"did you mean `{near}`?" if near else ""


def _unknown_part(ref: Reference, place: Place, record: Record | SiteConfig) -> Problem | None:
    names = named_parts(record)
    if ref.part in names and ref.ref.part:
        return None
    near = nearest(ref.part or "", names)
    hint = f"did you mean `{ref.target}@{near}`?" if near else "a figure has dates after the @, an event its counts"
    return Problem(place, "unknown-part", f"`{ref.target}` has no part `{ref.part}`", hint)
