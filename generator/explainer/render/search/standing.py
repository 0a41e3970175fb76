"""What search asks of how a statement stands: here alone, so that it changes here alone."""

from collections.abc import Mapping, Sequence

from explainer.analysis import Assessment, Basis
from explainer.languages import Messages
from explainer.record.models import Party, Quote, Record
from explainer.render.page_view import PageView


def stands(assessment: Assessment) -> tuple[str, bool]:
    """What a statement rests on, by its name, and whether it is contested."""
    return assessment.basis.value, bool(assessment.contest.by)


def names_of_bases(messages: Messages) -> Mapping[str, str]:
    """What a statement can rest on, the best first, in words."""
    return {basis.value: messages["basis_names"][basis] for basis in Basis}


def name_of_contest(messages: Messages) -> str:
    """The word for what is contested."""
    return str(messages["contested_name"])


def marks(page: PageView, assessment: Assessment | None) -> Sequence[tuple[str, str]]:
    """The marks beside a statement: how each looks, by its class in the style sheet, and its words."""
    if not assessment:
        return ()
    basis = (f"is-{assessment.basis}", page.messages["basis_names"][assessment.basis])
    contested = page.contested(assessment)
    return (basis, ("is-contested", contested)) if contested else (basis,)


def sides(page: PageView, record: Record, assessment: Assessment | None) -> tuple[str, ...]:
    """The side of the speaker, of the actor itself, or of those whose word alone a statement is."""
    speakers = [origin.actor for origin in assessment.parties] if assessment else []
    if isinstance(record, Quote | Party):
        speakers = [record.speaker if isinstance(record, Quote) else record.id]
    declared = (page.graph.actors[speaker].side for speaker in speakers)
    return tuple(dict.fromkeys(side for side in declared if side))
