"""What was worked out, in the words of a language."""

from collections.abc import Iterable

from explainer.analysis.changes import StandingChange
from explainer.analysis.contest import Contest
from explainer.analysis.origins import Origin
from explainer.analysis.standing import Assessment, Basis
from explainer.languages import Messages
from explainer.record.graph import Graph
from explainer.record.names import name_of

MOST_NAMED = 2  # in one line


def standing_in_words(messages: Messages, graph: Graph, assessment: Assessment) -> str:
    """What a statement rests on and who contests it: `One side's word: the bakery. Contested by Ada Baker`."""
    contested = contest_in_words(messages, graph, assessment.contest)
    basis = basis_in_words(messages, graph, assessment)
    return f"{basis}. {contested}" if contested else basis


def basis_in_words(messages: Messages, graph: Graph, assessment: Assessment) -> str:
    """What a statement rests on, with the parties whose word it is, or who agree with the reports."""
    words = str(messages["basis"][assessment.basis])
    if assessment.basis in (Basis.ONE_SIDE, Basis.BOTH_SIDES):
        return words.format(parties=_named(messages, graph, assessment.origins))
    if assessment.basis in (Basis.ONE_REPORT, Basis.SEVERAL_REPORTS):
        agreed = str(messages["agreed"]).format(parties=_named(messages, graph, assessment.parties))
        unnamed = str(messages["unnamed"]) if all(origin.unnamed for origin in assessment.reports) else ""
        return words + unnamed + (agreed if assessment.parties else "")
    return words


def contest_in_words(messages: Messages, graph: Graph, contest: Contest) -> str:
    """Who contests a statement, an empty text where nobody does: `Contested by Ada Baker`."""
    names = messages.listed(_names(graph, contest.by), most=MOST_NAMED)
    return str(messages["contested"]).format(parties=names) if names else ""


def outlets_in_words(messages: Messages, graph: Graph, assessment: Assessment) -> str:
    """Which outlets carry a statement, and how many origins they have."""
    number = len(assessment.origins)
    origins = f" · {messages.count('origins', number)}" if number else ""
    return messages.listed(_names(graph, assessment.outlets)) + origins


def why_in_words(messages: Messages, graph: Graph, change: StandingChange) -> str:
    """Why a standing changed: the origins that came, the disputes that began."""
    parts = (("origins", change.came), ("disputes", change.disputes))
    said = ((key, _names(graph, ids)) for key, ids in parts if ids)
    return "".join(str(messages["changes"][key]).format(names=messages.listed(names)) for key, names in said)


def _named(messages: Messages, graph: Graph, origins: Iterable[Origin]) -> str:
    return messages.listed(_names(graph, (origin.actor for origin in origins)), most=MOST_NAMED)


def _names(graph: Graph, ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(name_of(graph.record(record_id)) for record_id in ids)
