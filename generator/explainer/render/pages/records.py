"""A page each for figures, disputes and actors."""

from collections.abc import Callable, Iterator

from explainer.analysis import standing
from explainer.record.graph import KIND_WORDS
from explainer.record.models import Figure, Party, Record
from explainer.render.page import FrontMatter, Site, neighbours
from explainer.render.page_view import PageView
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


def profiles(site: Site) -> Iterator[Output]:
    """Every page of these kinds."""
    graph = site.page.graph
    yield from _each(
        site, "figures", "figure", list(graph.figures.values()), lambda page, one: _figure(page, graph.figures[one])
    )
    yield from _each(
        site,
        "disputes",
        "dispute",
        list(graph.disputes.values()),
        lambda page, one: {"dispute": graph.disputes[one], "newest": record_to(page)},
    )
    yield from _each(
        site, "actors", "actor", list(graph.actors.values()), lambda page, one: _actor(page, graph.actors[one])
    )


def _each(
    site: Site, kind: str, template: str, records: list[Record], context: Callable[[PageView, str], dict[str, object]]
) -> Iterator[Output]:
    word = site.page.messages["pages"][kind]
    pages = [(site.page.name(record.id), f"{kind}/{record.id}.md") for record in records]
    for index, record in enumerate(records):
        title, path = pages[index]
        card = f"assets/cards/{record.id}.png" if kind in CARDED else ""
        crumbs = ((word, f"{kind}/index.md"),)
        head = FrontMatter(title, f"{word}: {title}", "", crumbs, card=card, **neighbours(pages, index))
        yield site.page_of_template(path, template, head, **context(site.page.on(path), record.id))


def _figure(page: PageView, figure: Figure) -> dict[str, object]:
    newest = sorted(enumerate(figure.observations), key=lambda pair: (pair[1].as_of.last, pair[0]), reverse=True)
    history = [(seen, standing.assess_observation(page.graph, figure, seen)) for _, seen in newest]
    seen = standing.current(page.graph, figure)
    assessment = standing.assess_observation(page.graph, figure, seen)
    return {"figure": figure, "seen": seen, "support": assessment, "history": history, "newest": record_to(page)}


def _actor(page: PageView, actor: Party) -> dict[str, object]:
    lists = []
    for heading, relations, kinds in LISTS:
        found = (link.origin for link in page.graph.back(actor.id, *relations))
        ids = [one for one in dict.fromkeys(found) if page.graph.kinds.get(one) in kinds]
        if ids:
            lists.append((page.messages["labels"][heading], sorted(ids, key=lambda one: _when(page.graph.record(one)))))
    if actor.part_of:
        lists.insert(0, (page.messages["labels"]["part_of"], [actor.part_of]))
    return {"actor": actor, "lists": lists}


def _when(record: Record) -> tuple[str, str]:
    return (str(day_of(record) or ""), record.id)
