"""What a rule yields, and how it finds its way in a record."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from explainer.analysis import Analysis
from explainer.record.graph import Graph
from explainer.record.models import Record
from explainer.record.problems import Place, Severity
from explainer.record.walk import Path
from explainer.rules.binding.held import Loose


@dataclass(frozen=True)
class Finding:
    """A problem without its code, which is the name of the rule that yields it."""

    place: Place
    message: str
    hint: str
    severity: Severity = Severity.ERROR


Rule = Callable[[Graph, Analysis], Iterator[Finding]]


def at(graph: Graph, record: Record, *path: str | int, message: str, hint: str, warning: bool = False) -> Finding:
    """A finding at a value of a record, or at the beginning of its file."""
    place = graph.place(record.id, *path) if path else graph.located[record.id].place
    return Finding(place, message, hint, Severity.WARNING if warning else Severity.ERROR)


def at_path(graph: Graph, record_id: str, path: Path, message: str, hint: str, *, warning: bool = False) -> Finding:
    """A finding at a path that was walked to; `site` is the site's own file."""
    return Finding(graph.located[record_id].find(path), message, hint, Severity.WARNING if warning else Severity.ERROR)


def unproven(graph: Graph, record_id: str, path: Path, one: Loose) -> Finding:
    """A number or a date of a statement that its own evidence does not hold."""
    instead = f"; it has “{one.nearest}”" if one.nearest else ""
    message = f"the {one.kind} {one.words} stands in no excerpt here{instead}"
    hint = f"quote words that hold it, or say how it was got: `derived:` with `numbers: [{one.words}]` and `how: …`"
    return at_path(graph, record_id, path, message, hint)
