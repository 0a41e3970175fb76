"""Where the works that a page cites got it: the origin of each, and who relayed it on the way."""

from collections.abc import Iterable
from dataclasses import dataclass

from explainer.analysis import standing
from explainer.record.models import Evidence, Source
from explainer.render.page_view import Pen
from explainer.render.views import publisher


@dataclass(frozen=True)
class Line:
    """One way that words came: from their origin, by its relays, to the work that was read."""

    origin: str
    party: bool
    relays: tuple[str, ...]


@dataclass(frozen=True)
class Cited:
    """A work that a page cites, the marks that lead to it, and where it got what it says."""

    source: Source
    marks: tuple[int, ...]
    lines: tuple[Line, ...]


def cited(pen: Pen, found: Iterable[tuple[int, Evidence]]) -> tuple[Cited, ...]:
    """The works behind evidence, each with the numbers of its marks (0: none), in the order of the marks."""
    marks: dict[str, dict[int, None]] = {}
    lines: dict[str, dict[Line, None]] = {}
    for mark, one in found:
        marks.setdefault(one.source, {})[mark] = None
        if line := _line(pen, one):
            lines.setdefault(one.source, {})[line] = None
    works = [
        Cited(pen.graph.sources[one], tuple(sorted(set(marks[one]) - {0})), tuple(lines.get(one, ()))) for one in marks
    ]
    return tuple(sorted(works, key=lambda one: (not one.marks, one.marks, pen.name(one.source.id).casefold())))


def _line(pen: Pen, one: Evidence) -> Line | None:
    found = standing.origin(pen.graph, one)
    if found is None:
        return None
    name = pen.name(found.key) if found.party else found.key
    names = dict.fromkeys(publisher(pen, step) for step in reversed(standing.lineage(pen.graph, one)))
    return Line(name, found.party, tuple(step for step in names if step != name))
