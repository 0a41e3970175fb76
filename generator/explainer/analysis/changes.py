"""What changed, month by month: what became known, which figures moved, which standings changed and why."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from explainer.analysis.as_of import known_by, known_from
from explainer.analysis.standing import Assessment, assess_record, current
from explainer.record.graph import Graph
from explainer.record.models import Correction, Dispute, Event, Fact, Observation, Quote
from explainer.record.values import PartialDate

TOLD = (Fact, Quote, Event, Dispute)
STANDING = (Fact, Quote, Event)


@dataclass(frozen=True)
class FigureChange:
    """A figure's current value before a month and after it; `before` is None where it had none."""

    figure: str
    before: Observation | None
    after: Observation


@dataclass(frozen=True)
class StandingChange:
    """A record whose standing changed: the origins that came, and the disputes that began to bear on it."""

    record: str
    before: Assessment
    after: Assessment
    came: tuple[str, ...]
    disputes: tuple[str, ...]


@dataclass(frozen=True)
class Month:
    """What one month changed; `known` are ids in the order in which they became public."""

    month: PartialDate
    known: tuple[str, ...]
    figure_changes: tuple[FigureChange, ...]
    standing_changes: tuple[StandingChange, ...]
    corrections: tuple[Correction, ...]


def changes(graph: Graph) -> Iterator[Month]:
    """Each month in which something became known or was corrected, newest first."""
    days = {
        record.id: day for record in graph.records() if isinstance(record, TOLD) and (day := known_from(graph, record))
    }
    dated = [*days.values(), *(one.date.last for one in graph.corrections.values())]
    months = sorted({(day.year, day.month) for day in (*dated, *_figure_days(graph))})
    editions = {month: known_by(graph, _end(month)) for month in months}
    found = []
    for before, month in zip([None, *months], months, strict=False):
        earlier = editions[before] if before else None
        found.append(_month(graph, days, month, earlier, editions[month]))
    yield from reversed(found)


def _month(graph: Graph, days: dict[str, date], month: tuple[int, int], earlier: Graph | None, then: Graph) -> Month:
    known = sorted((day, one) for one, day in days.items() if (day.year, day.month) == month and one in then.kinds)
    corrections = [one for one in graph.corrections.values() if (one.date.year, one.date.month) == month]
    return Month(
        month=PartialDate(*month),
        known=tuple(one for _, one in known),
        figure_changes=tuple(figure_changes(earlier, then)),
        standing_changes=tuple(standing_changes(earlier, then)) if earlier else (),
        corrections=tuple(corrections),
    )


def figure_changes(earlier: Graph | None, then: Graph) -> Iterator[FigureChange]:
    """The figures whose current value one graph has otherwise than the other."""
    for figure in then.figures.values():
        after = current(then, figure)
        before = current(earlier, earlier.figures[figure.id]) if earlier and figure.id in earlier.figures else None
        if before is None or (before.value, before.as_of, before.bound) != (after.value, after.as_of, after.bound):
            yield FigureChange(figure.id, before, after)


def standing_changes(earlier: Graph, then: Graph) -> Iterator[StandingChange]:
    """The records that both graphs have and that stand otherwise."""
    for record in then.records():
        if not isinstance(record, STANDING) or record.id not in earlier.kinds:
            continue
        before, after = assess_record(earlier, earlier.record(record.id)), assess_record(then, record)
        if before.standing is not after.standing:
            came = tuple(one.key for one in after.origins if one not in before.origins)
            yield StandingChange(record.id, before, after, came, _bearing(earlier, then, record.id))


def _bearing(earlier: Graph, then: Graph, record_id: str) -> tuple[str, ...]:
    begun = {link.holder for link in then.back(record_id, "disputed_in") if link.holder not in earlier.kinds}
    return tuple(sorted(begun))


def _figure_days(graph: Graph) -> Iterator[date]:
    for figure in graph.figures.values():
        for seen in figure.observations:
            alone = figure.model_copy(update={"observations": (seen,)})
            if day := known_from(graph, alone):
                yield max(day, seen.as_of.first)


def _end(month: tuple[int, int]) -> date:
    return date(*month, calendar.monthrange(*month)[1])
