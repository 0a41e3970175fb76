"""By what results can be filtered: kind, what they rest on, whether they are contested, whose side they give."""

from collections.abc import Iterator, Mapping, Sequence

from explainer.analysis import Assessment, Standing
from explainer.render.page_view import PageView
from explainer.render.search.entries import Entry


def stands(assessment: Assessment) -> tuple[str, bool]:
    """What a statement rests on, by its name, and whether it is contested: here alone search asks how it stands."""
    contested = assessment.standing is Standing.DISPUTED
    return ("" if contested else assessment.standing.value), contested


def marks(page: PageView, entry: Entry) -> Sequence[tuple[str, str]]:
    """The marks beside an entry: how each looks, by its class in the style sheet, and its words."""
    if not entry.assessment:
        return ()
    return ((f"is-{entry.assessment.standing}", page.standing(entry.assessment)),)


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
    yield "basis", ((one, messages["standing_names"][one]) for one in Standing if one is not Standing.DISPUTED)
    yield "contested", iter([("contested", messages["standing_names"][Standing.DISPUTED])])
    yield "side", iter(page.graph.site.sides.items())


def _facets(entry: Entry) -> Iterator[tuple[str, str]]:
    yield "kind", entry.kind
    yield from (("side", side) for side in entry.sides)
    if entry.assessment:
        basis, contested = stands(entry.assessment)
        yield "basis", basis
        yield "contested", "contested" if contested else ""
