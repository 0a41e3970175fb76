"""By what results can be filtered: kind, what they rest on, whether they are contested, whose side they give."""

from collections.abc import Iterator, Mapping

from explainer.render.page_view import PageView
from explainer.render.search.entries import Entry
from explainer.render.search.standing import name_of_contest, names_of_bases, stands

Facet = tuple[str, str]
CONTESTED = "contested"


def facets(page: PageView, entries: Mapping[str, Entry]) -> Mapping[str, object]:
    """The groups of facets with their words, and the facets of each entry by their places in the list of all."""
    groups, labels = _groups(page), page.messages["search"]["facets"]
    order = [(group, value) for group, values in groups.items() for value in values]
    places = {facet: place for place, facet in enumerate(order)}

    def of(entry: Entry) -> list[int]:
        return [places[facet] for facet in _facets(entry) if facet in places]

    return {
        "groups": [[labels[group], list(values.values())] for group, values in groups.items()],
        "entries": {name: of(entry) for name, entry in entries.items()},
    }


def _groups(page: PageView) -> Mapping[str, Mapping[str, str]]:
    """The values of each group, with their words."""
    return {
        "kind": page.messages["search"]["kinds_of"],
        "basis": names_of_bases(page.messages),
        CONTESTED: {CONTESTED: name_of_contest(page.messages)},
        "side": {side_id: side.label for side_id, side in page.graph.site.sides.items()},
    }


def _facets(entry: Entry) -> Iterator[Facet]:
    yield "kind", entry.kind
    yield from (("side", side) for side in entry.sides)
    basis, contested = stands(entry.assessment) if entry.assessment else ("", False)
    if basis:
        yield "basis", basis
    if contested:
        yield CONTESTED, CONTESTED
