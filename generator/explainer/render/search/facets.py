"""By what results can be filtered: kind, what they rest on, whether they are contested, whose side they give."""

from collections.abc import Iterator, Mapping, Sequence

from explainer.analysis import Assessment, Basis, contest_in_words
from explainer.render.page_view import PageView
from explainer.render.search.entries import Entry


def stands(assessment: Assessment) -> tuple[str, bool]:
    """What a statement rests on, by its name, and whether it is contested: here alone search asks how it stands."""
    return assessment.basis.value, bool(assessment.contest.by)


def marks(page: PageView, entry: Entry) -> Sequence[tuple[str, str]]:
    """The marks beside an entry: how each looks, by its class in the style sheet, and its words."""
    if not entry.assessment:
        return ()
    basis = (f"is-{entry.assessment.basis}", page.messages["basis_names"][entry.assessment.basis])
    contested = contest_in_words(page.messages, page.graph, entry.assessment.contest)
    return (basis, ("is-contested", contested)) if contested else (basis,)


def facets(page: PageView, entries: Mapping[str, Entry]) -> Mapping[str, object]:
    """The groups of facets with their words, and the facets of each entry by their places in the list of all."""
    groups = [(group, list(values)) for group, values in _groups(page)]
    order = [(group, value) for group, values in groups for value, _ in values]
    places = {facet: place for place, facet in enumerate(order)}
    labels = page.messages["search"]["facets"]
    return {
        "groups": [[labels[group], [label for _, label in values]] for group, values in groups],
        "entries": {
            name: [places[facet] for facet in _facets(entry) if facet in places] for name, entry in entries.items()
        },
    }


def _groups(page: PageView) -> Iterator[tuple[str, Iterator[tuple[str, str]]]]:
    messages = page.messages
    yield "kind", iter(messages["search"]["kinds_of"].items())
    yield "basis", ((basis, messages["basis_names"][basis]) for basis in Basis)
    yield "contested", iter([("contested", messages["contested_name"])])
    yield "side", ((side_id, side.label) for side_id, side in page.graph.site.sides.items())


def _facets(entry: Entry) -> Iterator[tuple[str, str]]:
    yield "kind", entry.kind
    yield from (("side", side) for side in entry.sides)
    if entry.assessment:
        basis, contested = stands(entry.assessment)
        yield "basis", basis
        yield "contested", "contested" if contested else ""
