"""A page each for figures, disputes and actors."""

from collections.abc import Callable, Iterator

from explainer.analysis import standing
from explainer.record.graph import KIND_WORDS
from explainer.record.models import Figure, Party, Record
from explainer.render.page import Desk, Head, neighbours
from explainer.render.page_view import Pen
from explainer.render.pages.questions import record_to
from explainer.render.views import day_of
from explainer.render.write import Output

# heading of a list on an actor's page, the relations seen from the actor that it shows, and the kinds it keeps
LISTS = (
    ("said", ("said",), ("quotes",)),
    ("did", ("mentions", "announced"), ("events",)),
    ("positions_held", ("holds",), ("disputes", "events")),
    ("accused", ("accused_in",), tuple(KIND_WORDS)),
    ("counts_kept", ("counts",), ("figures",)),
    ("word_given", ("word_given",), ("facts", "figures")),
    ("parts", ("parts",), ("actors",)),
    ("relayed_by", ("relayed",), ("sources",)),
    ("used_in", ("mentioned_in",), ("background", "facts", "disputes")),
)

CARDED = ("figures", "disputes")


def profiles(desk: Desk) -> Iterator[Output]:
    """Every page of these kinds."""
    graph = desk.pen.graph
    yield from _each(
        desk, "figures", "figure", list(graph.figures.values()), lambda pen, one: _figure(pen, graph.figures[one])
    )
    yield from _each(
        desk,
        "disputes",
        "dispute",
        list(graph.disputes.values()),
        lambda pen, one: {"dispute": graph.disputes[one], "newest": record_to(pen)},
    )
    yield from _each(
        desk, "actors", "actor", list(graph.actors.values()), lambda pen, one: _actor(pen, graph.actors[one])
    )


def _each(
    desk: Desk, kind: str, template: str, records: list[Record], context: Callable[[Pen, str], dict[str, object]]
) -> Iterator[Output]:
    word = desk.pen.t["pages"][kind]
    pages = [(desk.pen.name(record.id), f"{kind}/{record.id}.md") for record in records]
    for index, record in enumerate(records):
        title, path = pages[index]
        card = f"assets/cards/{record.id}.png" if kind in CARDED else ""
        crumbs = ((word, f"{kind}/index.md"),)
        head = Head(title, f"{word}: {title}", "", crumbs, card=card, **neighbours(pages, index))
        yield desk.sheet(path, template, head, **context(desk.pen.at(path), record.id))


def _figure(pen: Pen, figure: Figure) -> dict[str, object]:
    newest = sorted(enumerate(figure.observations), key=lambda pair: (pair[1].as_of.last, pair[0]), reverse=True)
    history = [(seen, standing.support_of_observation(pen.graph, figure, seen)) for _, seen in newest]
    seen = standing.current(pen.graph, figure)
    support = standing.support_of_observation(pen.graph, figure, seen)
    return {"figure": figure, "seen": seen, "support": support, "history": history, "newest": record_to(pen)}


def _actor(pen: Pen, actor: Party) -> dict[str, object]:
    lists = []
    for heading, relations, kinds in LISTS:
        found = (link.origin for link in pen.graph.back(actor.id, *relations))
        ids = [one for one in dict.fromkeys(found) if pen.graph.kinds.get(one) in kinds]
        if ids:
            lists.append((pen.t["labels"][heading], sorted(ids, key=lambda one: _when(pen.graph.record(one)))))
    if actor.part_of:
        lists.insert(0, (pen.t["labels"]["part_of"], [actor.part_of]))
    return {"actor": actor, "lists": lists}


def _when(record: Record) -> tuple[str, str]:
    return (str(day_of(record) or ""), record.id)
