"""A new record from a few words: what can be derived is filled in, what must be known is asked for."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel

from generator import load, positions
from generator.desk.tidy import house_order, scalar
from generator.filters.text import fold
from generator.graph import Graph, Loaded, nearest
from generator.models.records import KINDS, Evidence
from generator.models.values import MAX_ID
from generator.problems import Problem

# flags that belong to the first piece of evidence
IN_EVIDENCE = ("source", "excerpt", "attributed_to", "via", "locator", "known")
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


@dataclass(frozen=True)
class Draft:
    """A new record as text, where it goes, and what is wrong with it still."""

    id: str
    file: str
    text: str
    problems: tuple[Problem, ...]


def needed(graph: Graph, kind: str, given: Mapping[str, str]) -> list[str]:
    """The fields that a record of this kind must have and that were not given and cannot be derived."""
    derived = _derived(kind, dict(given), graph)
    wanted = _required(KINDS[kind])
    if "evidence" in KINDS[kind].model_fields and kind != "terms":
        wanted += ["source", "excerpt"]
    return [name for name in wanted if name not in derived]


def unknown(kind: str, given: Iterable[str]) -> tuple[str, str] | None:
    """The first name that is no field of the kind, with the field most like it."""
    fields = [*KINDS[kind].model_fields, *IN_EVIDENCE]
    return next(((name, nearest(name, fields)) for name in given if name not in fields), None)


def start(graph: Graph, kind: str, given: Mapping[str, str], record_id: str = "") -> Draft:
    """A record of *kind* from flags: its text in house order, checked by the models."""
    fields = _derived(kind, dict(given), graph)
    chosen = record_id or suggested(graph, kind, fields)
    text = "".join(_lines(kind, fields))
    file = f"content/{kind}/{chosen}.yaml"
    return Draft(chosen, file, text, tuple(_problems(kind, chosen, file, text)))


def suggested(graph: Graph, kind: str, fields: Mapping[str, str]) -> str:
    """An id that says what the record is, and that no other has."""
    names = NAMED_BY.get(kind, ("title",))
    words = re.findall(r"[a-z0-9]+", fold(" ".join(_short(graph, fields.get(name, "")) for name in names)))
    base = "-".join(words[:ID_WORDS])[:MAX_ID].strip("-") or kind
    tries = (base, *(f"{base[: MAX_ID - 3]}-{number}" for number in range(2, 100)))
    return next(one for one in tries if one not in graph.kinds and not load.RESERVED.fullmatch(one))


def mapping(kind: str, columns: Iterable[str]) -> dict[str, str]:
    """Which field each column of a table means; a column that means none is left out."""
    fields = [*KINDS[kind].model_fields, *IN_EVIDENCE, "id"]
    found = {column: nearest(column.strip().casefold().replace(" ", "_"), fields) for column in columns}
    return {column: name for column, name in found.items() if name}


def table(graph: Graph, kind: str, path: Path) -> Iterator[tuple[int, Draft]]:
    """A record for each row of a CSV file, with the row's line; nothing is written."""
    with path.open(newline="", encoding="utf-8-sig") as file:
        reader = csv.DictReader(file)
        columns = mapping(kind, reader.fieldnames or ())
        taken: set[str] = set()
        for row in reader:
            given = {name: row[column].strip() for column, name in columns.items() if (row[column] or "").strip()}
            draft = start(graph, kind, given, given.pop("id", ""))
            if draft.id in taken:
                draft = start(graph, kind, given, f"{draft.id[: MAX_ID - 4]}-{reader.line_num}")
            taken.add(draft.id)
            yield reader.line_num, draft


def _derived(kind: str, fields: dict[str, str], graph: Graph) -> dict[str, str]:
    """What follows from what was given: the words of a quotation from its excerpt, its language from its source."""
    source = graph.sources.get(fields.get("source", ""))
    if kind == "quotes":
        fields.setdefault("text", fields.get("excerpt", ""))
        fields.setdefault("language", source.language if source else "en")
        fields.setdefault("occasion", "to be filled in")
        if source and source.published:
            fields.setdefault("said_on", str(source.published))
    if kind == "sources":
        for name, value in (("language", "en"), ("kind", "news-article"), ("read", "excerpt")):
            fields.setdefault(name, value)
    if kind == "facts" and source and source.published:
        fields.setdefault("as_of", str(source.published))
    return {name: value for name, value in fields.items() if value}


def _required(model: type[BaseModel]) -> list[str]:
    return [name for name, info in model.model_fields.items() if info.is_required() and name not in ("id", "evidence")]


def _lines(kind: str, fields: Mapping[str, str]) -> Iterator[str]:
    model = KINDS[kind]
    for name in house_order(model):
        info = model.model_fields.get(name)
        if info is None:
            continue
        if name == "evidence" and (given := [one for one in IN_EVIDENCE if one in fields]):
            yield "evidence:\n"
            for index, one in enumerate(given):
                yield f"  {'-' if not index else ' '} {one}: {scalar(fields[one])}\n"
        elif name in fields and (
            name not in IN_EVIDENCE or name not in Evidence.model_fields or "evidence" not in model.model_fields
        ):
            yield _field(name, info, fields[name])
        elif info.is_required() and name not in ("id", "evidence"):
            yield f"{name}:   # {info.description or 'must be filled in'}\n"


def _field(name: str, info: Any, value: str) -> str:
    if any(
        getattr(one, "__origin__", None) is tuple or one is tuple
        for one in (info.annotation, *get_args(info.annotation))
    ):
        items = "".join(f"\n  - {scalar(one.strip())}" for one in value.split(";"))
        return f"{name}:{items}\n"
    return f"{name}: {scalar(value)}\n"


def _problems(kind: str, record_id: str, file: str, text: str) -> Iterator[Problem]:
    located, problems = positions.parse(text, file)
    yield from problems
    if located is not None:
        record, wrong = load.validated(kind, record_id, located)
        yield from wrong if not isinstance(record, Loaded) else ()


def _short(graph: Graph, value: str) -> str:
    """Of a speaker the last name, as ids have it."""
    return graph.actors[value].name.split()[-1] if value in graph.actors else value
