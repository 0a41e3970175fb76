"""What was worked out, in the words of a language."""

from collections.abc import Iterable

from explainer.analysis.changes import StandingChange
from explainer.analysis.standing import Assessment, Standing
from explainer.languages import Messages
from explainer.record.graph import Graph
from explainer.record.names import name_of


def standing_in_words(messages: Messages, graph: Graph, assessment: Assessment) -> str:
    """A standing, with whose claim it is: `Claimed by the DEA`."""
    words = str(messages["standing"][assessment.standing])
    if assessment.standing is Standing.CLAIMED:
        parties = origin_names(graph, (origin.key for origin in assessment.origins))
        return words.format(parties=messages.listed(parties, most=2))
    return words + (str(messages["low"]) if assessment.low else "")


def outlets_in_words(messages: Messages, assessment: Assessment) -> str:
    """Which outlets carry a statement, and how many origins they have."""
    number = len(assessment.origins)
    origins = f" · {messages.count('origins', number)}" if number else ""
    return messages.listed(assessment.outlets) + origins


def why_in_words(messages: Messages, graph: Graph, change: StandingChange) -> str:
    """Why a standing changed: the origins that came, the disputes that began."""
    came, begun = origin_names(graph, change.came), origin_names(graph, change.disputes)
    parts = (("origins", came), ("disputes", begun))
    return "".join(str(messages["changes"][key]).format(names=messages.listed(names)) for key, names in parts if names)


def origin_names(graph: Graph, keys: Iterable[str]) -> tuple[str, ...]:
    """The names of parties and disputes by their ids; an outlet's key is its name."""
    named = {**graph.actors, **graph.disputes}
    return tuple(name_of(named[key]) if key in named else key for key in keys)
