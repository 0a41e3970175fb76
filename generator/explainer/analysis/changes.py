"""What changed from one state of the record to another, and month by month."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import TYPE_CHECKING

from explainer.analysis.as_of import PublicFrom, value_from
from explainer.analysis.standing import Assessment, Part
from explainer.record.graph import Graph
from explainer.record.models import Correction
from explainer.record.parts import Observation
from explainer.record.values import PartialDate

if TYPE_CHECKING:
    from explainer.analysis.analysis import Analysis

Assessments = Mapping[str, Mapping[Part, Assessment]]
STATEMENTS = ("facts", "quotes", "events")  # the kinds whose standing can change


@dataclass(frozen=True)
class FigureChange:
    """A figure's current value before and after; `before` is None where it had none."""

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


def figure_changes(earlier: "Analysis | None", later: "Analysis") -> Iterator[FigureChange]:
    """The figures whose current value is another than before, or is there for the first time."""
    for figure, after in later.current.items():
        before = earlier.current.get(figure) if earlier else None
        if before is None or (before.value, before.as_of, before.bound) != (after.value, after.as_of, after.bound):
            yield FigureChange(figure, before, after)


def standing_changes(earlier: "Analysis | None", later: "Analysis") -> Iterator[StandingChange]:
    """The statements that are in both states and stand otherwise."""
    statements = (record_id for kind in STATEMENTS for record_id in getattr(later.graph, kind))
    for record_id in statements:
        if earlier is None or record_id not in earlier.graph.kinds:
            continue
        before, after = earlier.assessments[record_id][None], later.assessments[record_id][None]
        if (before.basis, before.contest) != (after.basis, after.contest):
            came = tuple(origin.actor for origin in after.origins if origin not in before.origins)
            yield StandingChange(record_id, before, after, came, _disputes_begun(before, after))


def by_month(
    graph: Graph, known_from: Mapping[str, PartialDate], public: PublicFrom, as_of: Callable[[date], "Analysis"]
) -> Iterator[Month]:
    """Each month in which something became known or was corrected, newest first; a year where no month is known."""
    news = {record: day for record, day in known_from.items() if graph.kinds[record] in (*STATEMENTS, "disputes")}
    values = (seen for figure in graph.figures.values() for seen in figure.observations)
    days = {*news.values(), *(day for seen in values if (day := value_from(seen, public)))}
    days |= {fix.date for fix in graph.corrections.values()}
    months = sorted({_month_of(day) for day in days}, key=lambda month: (month.last, month.month == 0), reverse=True)
    for month, before in zip_longest(months, months[1:]):
        yield _month(graph, news, month, as_of(before.last) if before else None, as_of(month.last))


def _month(
    graph: Graph, news: Mapping[str, PartialDate], month: PartialDate, earlier: "Analysis | None", then: "Analysis"
) -> Month:
    known = sorted((day.last, record_id) for record_id, day in news.items() if _month_of(day) == month)
    return Month(
        month=month,
        known=tuple(record_id for _, record_id in known if record_id in then.graph.kinds),
        figure_changes=tuple(figure_changes(earlier, then)),
        standing_changes=tuple(standing_changes(earlier, then)),
        corrections=tuple(fix for fix in graph.corrections.values() if _month_of(fix.date) == month),
    )


def _month_of(day: PartialDate) -> PartialDate:
    return PartialDate(day.year, day.month)


def _disputes_begun(before: Assessment, after: Assessment) -> tuple[str, ...]:
    return tuple(dispute for dispute in after.contest.disputes if dispute not in before.contest.disputes)
