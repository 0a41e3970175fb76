"""A new record from a few words: what can be derived is filled in, what is missing says in a comment what it is."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator import load, positions
from generator.desk.fields import choices, is_list, is_mapping, is_prose, model_in, named, told
from generator.desk.tidy import WIDTH, block, house_order, scalar
from generator.filters.text import fold
from generator.graph import SITE, Graph, Loaded, link
from generator.models.records import KINDS, Evidence
from generator.models.values import MAX_ID
from generator.problems import Place, Problem
from generator.rules import lint

IN_EVIDENCE = tuple(Evidence.model_fields)
IN_OBSERVATION = ("as_of", "value", "bound", "counter")
# what makes an id that says what the record is
NAMED_BY = {
    "sources": ("publisher", "published"),
    "quotes": ("speaker", "text"),
    "actors": ("name",),
    "terms": ("term",),
    "background": ("question",),
    "disputes": ("question",),
    "corrections": ("date", "kind"),
}
ID_WORDS = 6
# optional fields that a new record offers as comments, since most records of their kind have them
OFFERED = {
    "Fact": ("background",),
    "Quote": ("background",),
    "Event": ("areas", "counts", "actors", "background"),
    "Figure": ("background",),
    "Dispute": ("background",),
    "Source": ("via",),
    "Party": ("part_of",),
    "Term": ("aliases", "background"),
    "Evidence": ("attributed_to",),
}
LATER = "record-is-used"  # nothing can use a record that is not there yet
LEAST = {"positions": 2}


@dataclass(frozen=True)
class Draft:
    """A new record as text, where it goes, and what is wrong with it still."""

    id: str
    file: str
    text: str
    problems: tuple[Problem, ...]
    loaded: Loaded | None = None


def flags(graph: Graph, kind: str) -> list[str]:
    """The names under which the fields of a new record can be given."""
    model = KINDS[kind]
    own = [name for name, info in named(model).items() if not (model_in(info.annotation) or is_mapping(info))]
    parts = IN_OBSERVATION if kind == "figures" else ()
    counts = tuple(graph.site.counts) if kind == "events" else ()
    evidence = IN_EVIDENCE if _has_evidence(kind) else ()
    return list(dict.fromkeys((*own, *parts, *evidence, *counts)))


def needed(graph: Graph, kind: str, given: Mapping[str, str]) -> list[str]:
    """The fields that a record of this kind must have and that were not given and cannot be derived."""
    known = {*given, *derived(graph, kind, given)}
    wanted = [name for name, info in named(KINDS[kind]).items() if info.is_required() and not model_in(info.annotation)]
    wanted += ["as_of", "value", "counter"] if kind == "figures" else []
    wanted += ["source", "excerpt"] if _has_evidence(kind) and kind != "terms" else []
    return [name for name in wanted if name not in known and name != "id"]


def start(graph: Graph, kind: str, given: Mapping[str, str], record_id: str = "", taken: Iterable[str] = ()) -> Draft:
    """A record of *kind* from flags: its text in house order, and what the models find wrong with it."""
    worked_out = derived(graph, kind, given)
    fields = {**given, **{name: value for name, (value, _) in worked_out.items()}}
    chosen = record_id or suggested(graph, kind, fields, taken)
    why = {name: note for name, (_, note) in worked_out.items()}
    text = "".join(_lines(KINDS[kind], _filed(graph, kind, fields), why, ""))
    file = f"{graph.located[SITE].file.rpartition('/')[0]}/{kind}/{chosen}.yaml"
    return _validated(graph, Draft(chosen, file, text, ()), kind)


def judged(graph: Graph, drafts: Iterable[Draft], today: date) -> list[Draft]:
    """The drafts with all that is wrong with them as parts of the record: references first, then the rules."""
    new = list(drafts)
    if any(one.loaded is None for one in new):
        return new
    old = [Loaded(kind, graph.record(one), graph.located[one]) for one, kind in graph.kinds.items()]
    site = Loaded(SITE, graph.site, graph.located[SITE])
    whole, found = link([*old, site, *(one.loaded for one in new if one.loaded)])
    if whole is not None and not found:
        found = [one for one in lint(whole, today) if one.code != LATER]
    return [replace(one, problems=tuple(sorted(told for told in found if told.place.file == one.file))) for one in new]


def suggested(graph: Graph, kind: str, fields: Mapping[str, str], taken: Iterable[str] = ()) -> str:
    """An id that says what the record is, and that no other has or had."""
    used = {*graph.kinds, *(old for one in graph.records() for old in one.formerly), *taken}
    names = NAMED_BY.get(kind, ("title",))
    words = re.findall(r"[a-z0-9]+", fold(" ".join(_short(graph, fields.get(name, "")) for name in names)))
    base = "-".join(words[:ID_WORDS])[:MAX_ID].strip("-") or kind
    tries = (base, *(f"{base[: MAX_ID - 4]}-{number}" for number in range(2, len(used) + 3)))
    return next(one for one in tries if one not in used and not load.RESERVED.fullmatch(one))


def derived(graph: Graph, kind: str, given: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """What follows from what was given: each value with the comment that says whence it is."""
    source = graph.sources.get(given.get("source", ""))
    day = str(source.published or "") if source else ""
    found: dict[str, tuple[str, str]] = {}
    if kind == "quotes":
        found["text"] = (_spoken(given.get("excerpt", "")), "")
        found["language"] = (source.language if source else "", "")
        found["said_on"] = (day, "the source's date: write the day on which it was said")
        found["role"] = (_role(graph, given.get("speaker", ""), given.get("said_on", day)), "")
    elif kind == "facts":
        found["as_of"] = (day, "the source's date: write the time that the statement speaks of")
    elif kind == "sources":
        found = _from_its_publisher(graph, given)
    elif kind == "background":
        found["order"] = (str(max((one.order for one in graph.background.values()), default=0) + 10), "")
    return {name: pair for name, pair in found.items() if pair[0] and name not in given}


def _from_its_publisher(graph: Graph, given: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """What the newest source of the same host or publisher says of itself; the kind that most sources have."""
    host = urlsplit(given.get("url", "")).netloc
    hosts = {one.id: urlsplit(one.url or "").netloc for one in graph.sources.values()}
    alike = [
        one
        for one in graph.sources.values()
        if (host and hosts[one.id] == host) or one.publisher == given.get("publisher")
    ]
    kinds = Counter(one.kind for one in graph.sources.values()).most_common(1)
    found: dict[str, tuple[str, str]] = {
        "language": ("en", "two letters: en, es"),
        "kind": (kinds[0][0] if kinds else "", told(KINDS["sources"], "kind")),
        "read": ("excerpt", "full, where you read all of it"),
    }
    if alike:
        newest = max(alike, key=lambda one: str(one.published or ""))
        found |= {name: (str(getattr(newest, name)), "") for name in ("publisher", "language", "kind")}
    return found


def _spoken(excerpt: str) -> str:
    """The words in the quotation marks of an excerpt, or all of it where it has none or several."""
    found = re.findall(r"“([^”]+)”|\"([^\"]+)\"|«\s*([^»]+?)\s*»", excerpt)
    return next(filter(None, found[0])).rstrip(",") if len(found) == 1 else excerpt


def _role(graph: Graph, speaker: str, day: str) -> str:
    """The one dated role that a speaker had on a day."""
    actor = graph.actors.get(speaker)
    held = [
        one.title
        for one in (actor.roles if actor and day else ())
        if one.from_ and str(one.from_) <= day and (one.to is None or day <= str(one.to))
    ]
    return held[0] if len(held) == 1 else ""


def _has_evidence(kind: str) -> bool:
    return "evidence" in KINDS[kind].model_fields or kind == "figures"


def _filed(graph: Graph, kind: str, fields: Mapping[str, str]) -> dict[str, Any]:
    """The fields where they belong: some in the first piece of evidence, some in the first value or count."""
    record: dict[str, Any] = {}
    evidence: dict[str, Any] = {}
    seen: dict[str, Any] = {}
    own = named(KINDS[kind])
    for name, value in fields.items():
        if name in IN_EVIDENCE and name not in own and _has_evidence(kind):
            evidence[name] = value
        elif name in IN_OBSERVATION and name not in own and kind == "figures":
            seen[name] = value
        elif name in graph.site.counts and kind == "events":
            record.setdefault("counts", {})[name] = value
        else:
            ids = r"[;,\s]+" if choices(graph, kind, name) else r"\s*;\s*"
            record[name] = re.split(ids, value) if name in own and is_list(own[name]) else value
    if kind == "figures":
        record["observations"] = [{**seen, "evidence": [evidence]}]
    elif evidence:
        record["evidence"] = [evidence]
    return record


def _lines(model: type[BaseModel], values: Mapping[str, Any], why: Mapping[str, str], indent: str) -> Iterator[str]:
    fields = named(model)
    for name in house_order(model):
        about = told(model, name)
        if name in values:
            note = f"  # {why[name]}" if why.get(name) else ""
            yield from _written(name, values[name], fields[name], indent, note)
        elif fields[name].is_required() and name != "id":
            parts: Any = [{}] * LEAST.get(name, 1) if model_in(fields[name].annotation) else None
            yield from _written(name, parts, fields[name], indent, f"  # {about}")
        elif name in OFFERED.get(model.__name__, ()):
            yield f"{indent}# {name}:  # {about}\n"


def _written(name: str, value: Any, info: FieldInfo, indent: str, note: str) -> Iterator[str]:
    inner = f"{indent}  "
    if isinstance(value, str) and is_prose(info):
        yield f"{indent}{name}: |\n"
        yield from (f"{inner}{line}\n" for line in block(value, WIDTH - len(inner)).splitlines())
        return
    yield f"{indent}{name}:{f' {scalar(value)}' if isinstance(value, str) else ''}{note}\n"
    if isinstance(value, dict):
        yield from (f"{inner}{key}: {scalar(one)}\n" for key, one in value.items())
    elif isinstance(value, list):
        for one in value:
            yield from _item(one, info, inner)


def _item(value: Any, info: FieldInfo, indent: str) -> Iterator[str]:
    model = model_in(info.annotation)
    if model is None:
        yield f"{indent}- {scalar(value)}\n"
    else:
        first, *rest = _lines(model, value, {}, f"{indent}  ")
        yield from (f"{indent}- {first.lstrip()}", *rest)


def _validated(graph: Graph, draft: Draft, kind: str) -> Draft:
    if draft.id in graph.kinds:
        message = f"there is a record `{draft.id}` already"
        return replace(draft, problems=(Problem(Place(draft.file), "duplicate-id", message, "choose another id"),))
    if not load.is_id(draft.id):
        hint = f"small letters, digits and single hyphens, at most {MAX_ID}"
        return replace(draft, problems=(Problem(Place(draft.file), "bad-id", f"`{draft.id}` cannot be an id", hint),))
    located, problems = positions.parse(draft.text, draft.file)
    record, wrong = load.validated(kind, draft.id, located) if located else (None, [])
    return replace(draft, problems=(*problems, *wrong), loaded=record)


def _short(graph: Graph, value: str) -> str:
    """Of a speaker the last name, as ids have it."""
    return graph.actors[value].name.split()[-1] if value in graph.actors else value
