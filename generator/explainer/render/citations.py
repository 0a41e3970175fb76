"""Where the works that a page cites got it: the origin of each, and who relayed it on the way."""

from collections.abc import Iterable
from dataclasses import dataclass

from explainer.analysis import Provenance
from explainer.record.models import Source
from explainer.record.parts import Evidence
from explainer.render.page_view import PageView


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


def citations_of(page: PageView, evidence: Iterable[tuple[int, Evidence]]) -> tuple[CitedWork, ...]:
    """The works behind evidence, each with the numbers of its marks (0: none), in the order of the marks."""
    marks: dict[str, dict[int, None]] = {}
    lines: dict[str, dict[RelayPath, None]] = {}
    for mark, passage in evidence:
        marks.setdefault(passage.source, {})[mark] = None
        if line := _line(page, page.analysis.provenance[passage]):
            lines.setdefault(passage.source, {})[line] = None
    works = [
        CitedWork(page.graph.sources[source], tuple(sorted(set(marks[source]) - {0})), tuple(lines.get(source, ())))
        for source in marks
    ]
    return tuple(sorted(works, key=lambda work: (not work.marks, work.marks, page.name(work.source.id).casefold())))


def _line(page: PageView, provenance: Provenance) -> RelayPath | None:
    origin = provenance.origin
    if origin is None:
        return None
    name = page.name(origin.actor)
    names = dict.fromkeys(page.publisher(step) for step in reversed(provenance.lineage))
    return RelayPath(name, origin.party, tuple(step for step in names if step != name))
