"""A table as new records: a column for each field, a row for each record, all of them or none."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from io import StringIO

from generator.desk.start import Draft, flags, judged, start
from generator.graph import Graph, nearest
from generator.problems import Place, Problem


@dataclass(frozen=True)
class Row:
    """The line of the table on which a row begins, and the record that it makes."""

    line: int
    draft: Draft


@dataclass(frozen=True)
class Table:
    """Which field each column means (an empty text: none), and the rows."""

    columns: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]


def read(graph: Graph, kind: str, text: str, today: date) -> Table:
    """A table in CSV, parted by commas or semicolons, with every row judged as part of the record."""
    header = text.partition("\n")[0]
    reader = csv.reader(StringIO(text), delimiter=";" if header.count(";") > header.count(",") else ",", strict=True)
    names = [one.strip() for one in next(reader, [])]
    meant = list(_meant(graph, kind, names))
    rows = list(_rows(graph, kind, meant, reader))
    drafts = judged(graph, (row.draft for row in rows), today)
    judged_rows = tuple(replace(row, draft=draft) for row, draft in zip(rows, drafts, strict=True))
    return Table(tuple(zip(names, meant, strict=True)), judged_rows)


def _meant(graph: Graph, kind: str, names: Iterable[str]) -> Iterator[str]:
    """The field that each column means; of two columns that mean one field, the first."""
    labels = {count.label.casefold(): name for name, count in graph.site.counts.items()} if kind == "events" else {}
    fields = ["id", *flags(graph, kind)]
    taken = set()
    for column in names:
        name = labels.get(column.casefold()) or nearest(column.casefold().replace(" ", "_"), fields)
        yield "" if name in taken else name
        taken.add(name)


def _rows(graph: Graph, kind: str, names: list[str], reader: Iterator[list[str]]) -> Iterator[Row]:
    taken: set[str] = set()
    line = 1
    for cells in reader:
        begun, line = line + 1, reader.line_num  # type: ignore[attr-defined]  # of csv's reader
        if not any(one.strip() for one in cells):
            continue
        given = {name: one.strip() for name, one in zip(names, cells, strict=False) if name and one.strip()}
        draft = _draft(graph, kind, given, taken)
        taken.add(draft.id)
        if len(cells) > len(names):
            message = f"the row has {len(cells)} cells, the table {len(names)} columns"
            much = Problem(Place(draft.file), "too-many", message, "put a text with commas in quotation marks")
            draft = replace(draft, problems=(much,), loaded=None)
        yield Row(begun, draft)


def _draft(graph: Graph, kind: str, given: dict[str, str], taken: set[str]) -> Draft:
    own = given.pop("id", "")
    draft = start(graph, kind, given, own, taken)
    if draft.id not in taken:
        return draft
    again = Problem(Place(draft.file), "duplicate-id", f"an earlier row has the id `{own}`", "give each row its own")
    return replace(draft, problems=(again,), loaded=None)
