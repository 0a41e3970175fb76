"""Where the works that a page cites got it: the origin of each, and who relayed it on the way."""

from collections.abc import Iterable
from dataclasses import dataclass

from explainer.analysis import standing
from explainer.record.models import Evidence, Source
from explainer.render.page_view import PageView
from explainer.render.views import publisher


@dataclass(frozen=True)
class RelayPath:
    """One way that words came: from their origin, by its relays, to the work that was read."""

    origin: str
    party: bool
    relays: tuple[str, ...]


@dataclass(frozen=True)
class CitedWork:
    """A work that a page cites, the marks that lead to it, and where it got what it says."""

    source: Source
    marks: tuple[int, ...]
    lines: tuple[RelayPath, ...]


def citations_of(page: PageView, found: Iterable[tuple[int, Evidence]]) -> tuple[CitedWork, ...]:
    """The works behind evidence, each with the numbers of its marks (0: none), in the order of the marks."""
    marks: dict[str, dict[int, None]] = {}
    lines: dict[str, dict[RelayPath, None]] = {}
    for mark, one in found:
        marks.setdefault(one.source, {})[mark] = None
        if line := _line(page, one):
            lines.setdefault(one.source, {})[line] = None
    works = [
        CitedWork(page.graph.sources[one], tuple(sorted(set(marks[one]) - {0})), tuple(lines.get(one, ())))
        for one in marks
    ]
    return tuple(sorted(works, key=lambda one: (not one.marks, one.marks, page.name(one.source.id).casefold())))


def _line(page: PageView, one: Evidence) -> RelayPath | None:
    found = standing.origin(page.graph, one)
    if found is None:
        return None
    name = page.name(found.key) if found.party else found.key
    names = dict.fromkeys(publisher(page, step) for step in reversed(standing.lineage(page.graph, one)))
    return RelayPath(name, found.party, tuple(step for step in names if step != name))
