"""A table as new records: a column for each field, a row for each record, all of them or none."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from io import StringIO

from explainer.editing.new import NewRecord, by_id, flags, judged, needed, start
from explainer.record.graph import Graph, nearest
from explainer.record.problems import Place, Problem


@dataclass(frozen=True)
class Row:
    """The line of the table on which a row begins, the record that it makes, and the fields that this lacks."""

    line: int
    draft: NewRecord
    lacks: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """Which field each column means (an empty text: none), the rows, and what lacks a column."""

    columns: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    missing: tuple[str, ...]


def read(graph: Graph, kind: str, text: str, today: date) -> Table:
    """A table in CSV, parted by commas, semicolons or tabs, with every row judged as part of the record."""
    reader = csv.reader(StringIO(text), delimiter=max(",;\t", key=text.partition("\n")[0].count), strict=True)
    names = [one.strip() for one in next(reader, [])]
    meant = list(_meant(graph, kind, names))
    again = csv.reader(StringIO(text), reader.dialect)
    ids = {cell.strip() for cells in again for name, cell in zip(meant, cells, strict=False) if name == "id"}
    rows = list(_rows(graph, kind, meant, reader, ids))
    drafts = judged(graph, (row.draft for row in rows), today)
    lacked = [one for one in (rows[0].lacks if rows else ()) if all(one in row.lacks for row in rows)]
    missing = tuple(one for one in lacked if one not in meant)
    told = {f"`{name}` is empty" for name in missing}  # once, of the table
    found = [replace(one, problems=tuple(two for two in one.problems if two.message not in told)) for one in drafts]
    judged_rows = (replace(row, draft=draft) for row, draft in zip(rows, found, strict=True))
    return Table(tuple(zip(names, meant, strict=True)), tuple(judged_rows), missing)


def _meant(graph: Graph, kind: str, names: Iterable[str]) -> Iterator[str]:
    """The field that each column means; of two columns that mean one field, the first."""
    labels = {count.label.casefold(): name for name, count in graph.site.counts.items()} if kind == "events" else {}
    fields = ["id", *flags(kind, graph)]
    taken = set()
    for column in names:
        name = labels.get(column.casefold()) or nearest(column.casefold().replace(" ", "_"), fields)
        yield "" if name in taken else name
        taken.add(name)


def _rows(graph: Graph, kind: str, names: list[str], reader: Iterator[list[str]], ids: set[str]) -> Iterator[Row]:
    earlier: list[NewRecord] = []
    line = 1
    for cells in reader:
        begun, line = line + 1, reader.line_num  # type: ignore[attr-defined]  # of csv's reader
        if not any(one.strip() for one in cells):
            continue
        given = {name: one.strip() for name, one in zip(names, cells, strict=False) if name and one.strip()}
        given = by_id(graph, kind, given)
        draft = _draft(graph, kind, given, earlier, ids)
        if len(cells) > len(names):
            message = f"the row has {len(cells)} cells, the table {len(names)} columns"
            draft = _refused(draft, "too-many", message, "put a text with commas in quotation marks")
        earlier.append(draft)
        yield Row(begun, draft, tuple(needed(graph, kind, given)))


def _draft(graph: Graph, kind: str, given: dict[str, str], earlier: list[NewRecord], ids: set[str]) -> NewRecord:
    own, had = given.pop("id", ""), {one.id for one in earlier}
    draft = start(graph, kind, given, own, ids | had)
    if draft.id in had:
        return _refused(draft, "duplicate-id", f"an earlier row has the id `{own}`", "give each row its own")
    if draft.text in [one.text for one in earlier]:
        return _refused(draft, "duplicate-id", "an earlier row is the same", "keep one of the two")
    return draft


def _refused(draft: NewRecord, code: str, message: str, hint: str) -> NewRecord:
    return replace(draft, problems=(Problem(Place(draft.file), code, message, hint),), loaded=None)
