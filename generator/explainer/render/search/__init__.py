"""The index that search reads: Pagefind's files, what is shown of each entry, facets, and the words of the record.

Pagefind finds entries by their words. What kind each is, what it rests on and whose side it gives stand in
`facets.json`: filters of Pagefind's own would differ from one build to the next.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence

from explainer.render.page_view import PageView
from explainer.render.search.entries import Entry, entries
from explainer.render.search.facets import facets
from explainer.render.search.interface import interface
from explainer.render.search.pagefind import index_files, url_of
from explainer.render.search.standing import marks
from explainer.render.search.words import indexed, vocabulary
from explainer.render.write import Output

__all__ = ["interface", "search_index"]

FOLDER = "search"
FRAGMENT = "fragment/"
QUOTED, HAPPENED = "quotes", "events"
ENTRY, WORKER = "pagefind-entry.json", "pagefind-worker.js"


def search_index(page: PageView, built: Collection[str]) -> Iterator[Output]:
    """The files below `search/`; *built* are the addresses of the site's pages: what stands on none is not found."""
    by_url = {entry.url: entry for entry in entries(page) if entry.url.partition("#")[0] in built}
    synonyms = [[f" {indexed(phrase)} " for phrase in group] for group in page.graph.site.search.synonyms]
    files = index_files((_record(entry, synonyms) for entry in by_url.values()), page.graph.site.language)
    by_fragment = {
        path.removeprefix(FRAGMENT).partition(".")[0]: by_url[url_of(content)]
        for path, content in sorted(files.items())
        if path.startswith(FRAGMENT)
    }
    yield from (Output(f"{FOLDER}/{path}", files[path]) for path in _needed(files))
    yield _json("facets", facets(page, by_fragment))
    yield _json("figures", [name for name, entry in by_fragment.items() if entry.value])
    for name, entry in by_fragment.items():
        yield _json(f"entries/{name}", _shown(page, entry))
    for shard, words in enumerate(vocabulary(text for entry in by_url.values() for text in _texts(entry))):
        yield _json(f"words/{shard}", words)


def _needed(files: Mapping[str, bytes]) -> Iterator[str]:
    """What the worker reads. Fragments are ours, and Pagefind's own script and interfaces are not used."""
    yield from (ENTRY, WORKER)
    yield from (path for path in sorted(files) if path.startswith("index/") or path.endswith(".pf_meta"))
    languages = json.loads(files[ENTRY])["languages"].values()
    yield from sorted({f"wasm.{language['wasm'] or 'unknown'}.pagefind" for language in languages})


def _json(name: str, content: object) -> Output:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Output(f"{FOLDER}/{name}.json", text.encode())


def _record(entry: Entry, synonyms: Sequence[Sequence[str]]) -> Mapping[str, object]:
    """An entry as Pagefind takes it. The fields with its title and names are called after its kind: so they weigh."""
    kind = "sections" if entry.part_of else entry.kind
    title, names = indexed(entry.title), indexed(*entry.names)
    fields = {
        kind: title,
        f"{kind}_also": names,
        f"{kind}_like": _synonyms(f" {title} {names} ", synonyms),
        "part_of": indexed(entry.part_of),
        "day": indexed(entry.day if entry.kind == HAPPENED else ""),
        "excerpts": indexed(*(words for _, words in entry.excerpts)),
    }
    content = indexed(entry.text, *entry.more, "" if entry.kind == HAPPENED else entry.day)
    return {"url": entry.url, "content": content, "meta": {name: text for name, text in fields.items() if text.strip()}}


def _synonyms(text: str, synonyms: Sequence[Sequence[str]]) -> str:
    """The other phrases of each group of which a text holds one."""
    return " ".join(
        phrase.strip()
        for group in synonyms
        if any(phrase in text for phrase in group)
        for phrase in group
        if phrase not in text
    )


def _texts(entry: Entry) -> tuple[str, ...]:
    return (entry.title, entry.text, *entry.names, *entry.more, *(words for _, words in entry.excerpts))


def _shown(page: PageView, entry: Entry) -> Mapping[str, object]:
    """What the list of results shows of an entry; what is empty is left out."""
    quoted = entry.kind == QUOTED
    shown = {
        "weight": entry.weight,
        "kind": page.messages["kinds"].get(entry.kind, page.messages["search"]["page"]),
        "title": page.messages.joined((entry.title, entry.day)) if quoted else entry.title,
        "text": entry.text,
        "value": entry.value,
        "day": "" if quoted else entry.day,
        "of": entry.part_of,
        "quoted": quoted,
        "happened": entry.kind == HAPPENED,
        "lang": entry.language if entry.language != page.graph.site.language else "",
        "marks": marks(page, entry.assessment),
        "excerpts": entry.excerpts,
    }
    return {"url": entry.url, **{name: value for name, value in shown.items() if value}}
