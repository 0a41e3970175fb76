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

from explainer.analysis import analyse
from explainer.editing.fields import (
    VOCABULARIES,
    choices,
    is_list,
    is_mapping,
    is_prose,
    is_short,
    model_in,
    named,
    told,
)
from explainer.editing.format import WIDTH, block, house_order, scalar
from explainer.languages.folding import fold
from explainer.record import load, yaml_reader
from explainer.record.graph import SITE, Graph, Loaded, link, nearest
from explainer.record.models import KINDS
from explainer.record.parts import Evidence
from explainer.record.problems import Place, Problem
from explainer.record.values import MAX_ID, RESERVED
from explainer.record.walk import Path
from explainer.record.yaml_reader import Located
from explainer.rules import lint

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
FEW = 12
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
# what a terminal asks for beside what is needed: with the derived value as a suggestion, if there is one
ASKED = {"sources": ("url", "published", "title", "publisher"), "quotes": ("said_on",), "facts": ("as_of",)}
# what two records of a kind have alike only where they are one thing
SAME = {"sources": ("url",), "facts": ("statement",), "quotes": ("speaker", "text"), "events": ("title", "date")}
LATER = "record-is-used"  # nothing can use a record that is not there yet
LEAST = {"positions": 2}


@dataclass(frozen=True)
class NewRecord:
    """A new record as text, where it goes, and what is wrong with it still."""

    id: str
    file: str
    text: str
    problems: tuple[Problem, ...]
    loaded: Loaded | None = None


def flags(kind: str, graph: Graph | None = None) -> list[str]:
    """The names under which the fields of a new record can be given; of an event the site's counts too."""
    model = KINDS[kind]
    fields = named(model)
    own = [name for name in house_order(model) if is_short(fields[name]) or not _has_fields(fields[name])]
    parts = IN_OBSERVATION if kind == "figures" else ()
    counts = tuple(graph.site.counts) if graph and kind == "events" else ()
    evidence = IN_EVIDENCE if _has_evidence(kind) else ()
    return list(dict.fromkeys((*own, *parts, *evidence, *counts)))


def needed(graph: Graph, kind: str, given: Mapping[str, str], asked: Iterable[str] = ()) -> list[str]:
    """The fields that it must have and that were not given and cannot be derived; beside them what else is *asked*."""
    known = {*derived(graph, kind, given)}.difference(asked)
    return [one for one in required(kind, asked) if one not in given and one not in known]


def required(kind: str, asked: Iterable[str] = ()) -> list[str]:
    """The fields that a record of a kind must have, in the order in which they are asked for."""
    wanted = [name for name, info in named(KINDS[kind]).items() if info.is_required() and not model_in(info.annotation)]
    wanted += ["as_of", "value", "counter"] if kind == "figures" else []
    first = ["source", "excerpt"] if _has_evidence(kind) and kind != "terms" else []  # much follows from them
    return [one for one in dict.fromkeys((*first, *asked, *wanted)) if one != "id"]


def repeated(graph: Graph, kind: str, given: Mapping[str, str]) -> str:
    """The id of the record that is the same thing already, unless the new one relays it."""
    names = SAME.get(kind, ())
    fields = {**given, **{name: value for name, (value, _) in derived(graph, kind, given).items()}}
    wanted = [" ".join(fields.get(name, "").split()) for name in names]
    records = getattr(graph, kind).values() if wanted and all(wanted) else ()
    same = (one.id for one in records if [str(getattr(one, name)) for name in names] == wanted)
    return next((one for one in same if given.get("via") != one), "")


def start(
    graph: Graph, kind: str, given: Mapping[str, str], record_id: str = "", taken: Iterable[str] = ()
) -> NewRecord:
    """A record of *kind* from flags: its text in house order, and what the models find wrong with it."""
    worked_out = derived(graph, kind, given)
    fields = {**given, **{name: value for name, (value, _) in worked_out.items()}}
    chosen = record_id or suggested(graph, kind, fields, taken)
    why = {name: note for name, (_, note) in worked_out.items()}
    filed = _filed(graph, kind, fields)
    file = f"{graph.located[SITE].file.rpartition('/')[0]}/{kind}/{chosen}.yaml"
    draft = NewRecord(chosen, file, "".join(_lines(KINDS[kind], filed, why, "")), ())
    if refusal := _refusal(graph, chosen, kind, fields):
        return replace(draft, problems=(Problem(Place(file), *refusal),))
    return _validated(graph, draft, kind, filed, {*taken})


def judged(graph: Graph, drafts: Iterable[NewRecord], today: date) -> list[NewRecord]:
    """The drafts with all that is wrong with them as parts of the record: references first, then the rules."""
    new = list(drafts)
    old = [Loaded(kind, graph.record(one), graph.located[one]) for one, kind in graph.kinds.items()]
    site = Loaded(SITE, graph.site, graph.located[SITE])
    whole, found = link([*old, site, *(one.loaded for one in new if one.loaded)], [one.id for one in new])
    if whole is not None and not found:
        found = [one for one in lint(analyse(whole, today)) if one.code != LATER]
    told = {one.file: tuple(sorted(fault for fault in found if fault.place.file == one.file)) for one in new}
    return [replace(one, problems=told[one.file]) if one.loaded else one for one in new]


def by_id(graph: Graph, kind: str, given: Mapping[str, str]) -> dict[str, str]:
    """What was given, an actor called by its name by its id."""
    ids = {fold(actor.name): actor.id for actor in graph.actors.values()}
    named_by_id = {name: ids.get(fold(value), value) for name, value in given.items()}
    return {name: value if value in choices(graph, kind, name) else given[name] for name, value in named_by_id.items()}


def suggested(graph: Graph, kind: str, fields: Mapping[str, str], taken: Iterable[str] = ()) -> str:
    """An id that says what the record is, and that no other has or had."""
    used = {*graph.kinds, *(old for one in graph.records() for old in one.formerly), *taken}
    names = NAMED_BY.get(kind, ("title",))
    words = re.findall(r"[a-z0-9]+", fold(" ".join(_short(graph, name, fields.get(name, "")) for name in names)))
    base = "-".join(words[:ID_WORDS])[:MAX_ID].strip("-") or kind
    tries = (base, *(f"{base[: MAX_ID - 4]}-{number}" for number in range(2, len(used) + 3)))
    return next(one for one in tries if one not in used and not RESERVED.fullmatch(one))


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
    host, publisher = urlsplit(given.get("url", "")).netloc, given.get("publisher")
    hosts = {one.id: urlsplit(one.url or "").netloc for one in graph.sources.values()}
    alike = [one for one in graph.sources.values() if (host and hosts[one.id] == host) or one.publisher == publisher]
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
    dated = [role for role in (actor.roles if actor and day else ()) if role.from_ and str(role.from_) <= day]
    held = [role.title for role in dated if role.to is None or day <= str(role.to)]
    return held[0] if len(held) == 1 else ""


def _has_fields(info: FieldInfo) -> bool:
    return model_in(info.annotation) is not None or is_mapping(info)


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
    if model is None or isinstance(value, str):
        yield f"{indent}- {scalar(value)}\n"
    else:
        first, *rest = _lines(model, value, {}, f"{indent}  ")
        yield from (f"{indent}- {first.lstrip()}", *rest)


def _refusal(graph: Graph, record_id: str, kind: str, fields: Mapping[str, str]) -> tuple[str, str, str] | None:
    if record_id in graph.kinds:
        return "duplicate-id", f"there is a record `{record_id}` already", "choose another id"
    if not load.is_id(record_id):
        hint = f"small letters, digits and single hyphens, at most {MAX_ID}"
        return "bad-id", f"`{record_id}` cannot be an id", hint
    if other := repeated(graph, kind, fields):
        message = f"`{other}` has this {' and '.join(SAME[kind])} already"
        if kind == "sources":
            return "address-is-used-once", message, f"rest on that one; where this relays it, say `--via {other}`"
        return "duplicate-id", message, "change that one"
    return None


def _validated(graph: Graph, draft: NewRecord, kind: str, filed: Mapping[str, Any], taken: set[str]) -> NewRecord:
    located, problems = yaml_reader.parse(draft.text, draft.file)
    if located is None:
        return replace(draft, problems=tuple(problems))
    record, wrong = load.validated(kind, draft.id, located)
    # a new record has no line that could be left out
    told = [replace(one, hint=one.hint.removesuffix(", or take the line out")) for one in wrong]
    found, places = _unknown(graph, kind, filed, located, ()), {one.place for one in wrong}
    unknown = [one for value, one in found if value not in taken and one.place not in places]
    return replace(draft, problems=(*unknown, *told), loaded=None if unknown else record)


def _unknown(graph: Graph, kind: str, filed: Any, where: Located, path: Path) -> Iterator[tuple[str, Problem]]:
    if isinstance(filed, dict | list):
        for step, one in filed.items() if isinstance(filed, dict) else enumerate(filed):
            yield from _unknown(graph, kind, one, where, (*path, step))
        return
    name = next(one for one in reversed(path) if isinstance(one, str))
    allowed = choices(graph, kind, name)
    if allowed and filed not in allowed:
        code = "word-is-in-the-vocabulary" if (kind, name) in VOCABULARIES else "unknown-id"
        near = nearest(filed, allowed)
        some = f"there are: {', '.join(allowed)}" if len(allowed) <= FEW else "name one that there is"
        hint = f"did you mean `{near}`?" if near else some
        yield filed, Problem(where.find(path), code, f"there is no {name.replace('_', ' ')} `{filed}`", hint)


def _short(graph: Graph, name: str, value: str) -> str:
    """Of a speaker the last name, as ids have it."""
    return graph.actors[value].name.split()[-1] if name == "speaker" and value in graph.actors else value
