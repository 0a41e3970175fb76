"""Pages that list: an index for each kind, everything from A to Z, the method, what is not known."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from explainer.analysis import Basis
from explainer.languages.folding import fold
from explainer.record.models import Dispute, Figure, Quote, Record, Source
from explainer.record.site_config import Unknown
from explainer.render.escape import attribute, md
from explainer.render.page import FrontMatter, Site
from explainer.render.page_view import PageView
from explainer.render.pages.questions import in_order
from explainer.render.pages.shared import by_shelf
from explainer.render.prose_markdown import plain
from explainer.render.urls import PAGES_OF_THEIR_OWN
from explainer.render.views import when_said
from explainer.render.write import Output

IN_THE_WORK = ("full", "excerpt", "copy")  # ways of reading in which the words themselves were seen


@dataclass(frozen=True)
class ReadShare:
    """How many excerpts come from works that were read in which way, and what share was read in the work itself."""

    ways: Counter[str]

    @property
    def all(self) -> int:
        """How many excerpts there are."""
        return self.ways.total()

    @property
    def in_work(self) -> int:
        """How many of them were read in the work itself."""
        return sum(self.ways[way] for way in IN_THE_WORK)

    @property
    def percent(self) -> int:
        """The same as a share."""
        return round(100 * self.in_work / self.all) if self.all else 0


Group = tuple[str, list[tuple[str, str]]]
Letter = tuple[str, str]


def lists(site: Site) -> Iterator[Output]:
    """Every page of this kind that has something to list."""
    for name, path, grouped, look, lettered in INDEXES:
        groups = list(grouped(site.page.on(path)))
        if any(entries for _, entries in groups):
            head = _head(site.page, name)
            letters = _letters(groups) if lettered else ()
            shown = {"title": head.title, "lead": head.description, "groups": groups, "letters": letters, "look": look}
            yield site.page_of_template(path, "index", head, **shown)
    yield from _texts(site)


def _texts(site: Site) -> Iterator[Output]:
    page, config = site.page, site.page.graph.site
    body = page.messages["accessibility"]["body"]
    yield site.page_of_template("accessibility.md", "text", _head(page, "accessibility"), body=body)
    if config.unknowns or page.graph.absences:
        yield _not_known(site)
    about = {"config": config, "table": _bases(page), "read": _read(page)}
    yield site.page_of_template("how-we-know/index.md", "how-we-know", _head(page, "how_we_know"), **about)


def data(site: Site, downloads: Sequence[tuple[str, int]]) -> Output:
    """The page of downloads: paths from the root, with their sizes in bytes."""
    return site.page_of_template("data/index.md", "data", _head(site.page, "data"), downloads=downloads)


def moved(site: Site) -> Iterator[Output]:
    """A page with a link at each old address of a record: of its own page, and of the shared page that has its id."""
    graph = site.page.graph
    shared = (("facts", graph.background, graph.facts), ("quotes", graph.actors, graph.quotes))
    places = [(kind, one) for kind in PAGES_OF_THEIR_OWN for one in getattr(graph, kind).values()]
    places += [(to, of[one]) for to, of, held in shared for one in by_shelf(held.values()) if one in of]
    for folder, record in places:
        for old in record.formerly:
            title = site.page.name(record.id)
            there = f"{folder}/{record.id}.md"
            yield site.page_of_template(f"{folder}/{old}.md", "moved", FrontMatter(title, title), there=there)


def _not_known(site: Site) -> Output:
    page = site.page
    absences = tuple(page.graph.absences.values())
    front = _head(page, "unknowns")
    return site.page_of_template("unknowns.md", "unknowns", front, unknowns=_unknowns(page), absences=absences)


def _unknowns(page: PageView) -> list[tuple[str, list[Unknown]]]:
    """What is not known, told apart: what nobody has answered, and what we did not look for."""
    labels, unknowns = page.messages["labels"], page.graph.site.unknowns
    sorts = (("unanswered", False), ("not_looked_for", True))
    parted = [(str(labels[key]), [one for one in unknowns if one.not_looked_for is sort]) for key, sort in sorts]
    return [(heading, some) for heading, some in parted if some]


def _bases(page: PageView) -> list[tuple[Basis, int, int]]:
    """How many facts, quotations, events and values of figures rest on what, and how many of those are contested."""
    assessed = [one for statements in page.analysis.statements.values() for one in statements]
    bases = Counter(one.basis for one in assessed)
    contested = Counter(one.basis for one in assessed if one.contest.by)
    return [(basis, bases[basis], contested[basis]) for basis in Basis]


def _read(page: PageView) -> ReadShare:
    works = (page.graph.sources[passage.source] for passage in page.analysis.provenance)
    return ReadShare(Counter(work.read for work in works))


def _head(page: PageView, name: str) -> FrontMatter:
    return FrontMatter(page.messages["pages"][name], page.messages["describe"][name])


def _letters(groups: Iterable[Group]) -> list[Letter]:
    """The letters under which a list stands, each with its anchor."""
    return [(heading[3:].split(" {")[0], heading.split("#")[-1].rstrip(" }")) for heading, _ in groups]


def _questions(page: PageView) -> Iterator[Group]:
    yield "", [(page.link(one.id), plain(page, one.short_answer)) for one in in_order(page)]


def _figures(page: PageView) -> Iterator[Group]:
    yield "", [_figure(page, figure) for figure in page.graph.figures.values()]


def _figure(page: PageView, figure: Figure) -> tuple[str, str]:
    seen = page.analysis.current[figure.id]
    return f"{page.link(figure.id)} {page.stands(page.assess(figure))}", page.dated(figure, seen)


def _disputes(page: PageView) -> Iterator[Group]:
    yield "", [_dispute(page, dispute) for dispute in page.graph.disputes.values()]


def _dispute(page: PageView, dispute: Dispute) -> tuple[str, str]:
    holders = dict.fromkeys(one for position in dispute.positions for one in position.held_by)
    number = page.count("positions", len(dispute.positions))
    return page.link(dispute.id), page.messages.named(number, page.names(holders))


def _facts(page: PageView) -> Iterator[Group]:
    shelved = by_shelf(page.graph.facts.values())
    for question in in_order(page):
        if question.id in shelved:
            heading = f"## [{md(question.question)}]({page.page_url(f'facts/{question.id}.md')})"
            yield (
                heading,
                [(f"{page.link(one.id)} {page.stands(page.assess(one))}", "") for one in shelved[question.id]],
            )


def _quotes(page: PageView) -> Iterator[Group]:
    """The speakers; then every quotation by side, and by date."""
    labels, shelved = page.messages["labels"], by_shelf(page.graph.quotes.values())
    speakers = sorted(shelved, key=lambda one: (-len(shelved[one]), fold(page.name(one))))
    form = "[{}]({})"
    yield (
        f"## {labels['by_speaker']} {{ #speakers }}",
        [
            (
                form.format(md(page.name(one)), page.page_url(f"quotes/{one}.md")),
                page.count("quotes", len(shelved[one])),
            )
            for one in speakers
        ],
    )
    ordered = sorted(page.graph.quotes.values(), key=when_said)
    if page.graph.site.sides:
        yield f"## {labels['by_side']} {{ #sides }}", []
        yield from _by_side(page, ordered)
    yield f"## {labels['by_date']} {{ #dates }}", [_quote(page, one) for one in ordered]


def _by_side(page: PageView, ordered: Sequence[Quote]) -> Iterator[Group]:
    for side_id, side in page.graph.site.sides.items():
        if some := [quote for quote in ordered if page.graph.actors[quote.speaker].side == side_id]:
            yield f"### {md(side.label)} {{ #side-{side_id} }}", [_quote(page, quote) for quote in some]
    if some := [quote for quote in ordered if not page.graph.actors[quote.speaker].side]:
        yield f"### {page.messages['labels']['no_side']} {{ #no-side }}", [_quote(page, quote) for quote in some]


def _quote(page: PageView, quote: Quote) -> tuple[str, str]:
    return page.messages.named(md(page.name(quote.speaker)), page.link(quote.id)), page.date(quote.said_on)


def _actors(page: PageView) -> Iterator[Group]:
    kinds: dict[str, list[str]] = {}
    for actor in sorted(page.graph.actors.values(), key=lambda one: (fold(one.name), one.id)):
        kinds.setdefault(actor.kind, []).append(actor.id)
    for kind, word in page.messages["actor_kinds"].items():
        if kind in kinds:
            yield f"## {md(word)}", [(page.link(one), _role(page, one)) for one in kinds[kind]]


def _role(page: PageView, actor: str) -> str:
    """The newest role that the record gives, else the country."""
    found = page.graph.actors[actor]
    return found.roles[-1].title if found.roles else found.country or ""


def _sources(page: PageView) -> Iterator[Group]:
    """Publishers by letter, each with its works."""
    publishers: dict[str, list[Source]] = {}
    for source in sorted(page.graph.sources.values(), key=lambda one: (str(one.published or ""), one.id)):
        publishers.setdefault(source.publisher, []).append(source)
    letters: dict[str, list[tuple[str, str]]] = {}
    for publisher in sorted(publishers, key=lambda one: (fold(page.name(one)), one)):
        works = "<br>".join(_work(page, one) for one in publishers[publisher])
        name = page.name(publisher)
        letters.setdefault(_letter(fold(name)), []).append((f"**{md(name)}**<br>{works}", ""))
    for letter, entries in letters.items():
        yield f"## {letter} {{ #{_anchor(letter)} }}", entries


def _work(page: PageView, source: Source) -> str:
    date = page.date(source.published or source.published_by)
    name = page.link(source.id) if source.title or source.label else f"[{md(date)}]({page.url(source.id)})"
    return name if date in name else f"{name} <small>{attribute(date)}</small>"


def _a_to_z(page: PageView) -> Iterator[Group]:
    named = sorted(
        ((fold(page.name(one.id)).lstrip("“\"'¿¡ "), one) for one in page.graph.records()),
        key=lambda pair: (pair[0], pair[1].id),
    )
    letters: dict[str, list[Record]] = {}
    for name, record in named:
        letters.setdefault(_letter(name), []).append(record)
    for letter, records in sorted(letters.items()):
        yield f"## {letter} {{ #{_anchor(letter)} }}", _entries(page, records)


def _entries(page: PageView, records: Iterable[Record]) -> list[tuple[str, str]]:
    return [(page.link(one.id), page.kind(one.id)) for one in records]


def _letter(name: str) -> str:
    first = name[:1].upper()
    return first if first.isalpha() else "0–9"


def _anchor(letter: str) -> str:
    return "digits" if letter == "0–9" else letter.lower()


# name, path, what it lists, how it looks, and whether its letters stand above it
INDEXES: tuple[tuple[str, str, Callable[[PageView], Iterator[Group]], str, bool], ...] = (
    ("background", "background/index.md", _questions, "told", False),
    ("facts", "facts/index.md", _facts, "wide", False),
    ("quotes", "quotes/index.md", _quotes, "wide", False),
    ("figures", "figures/index.md", _figures, "", False),
    ("disputes", "disputes/index.md", _disputes, "wide", False),
    ("actors", "actors/index.md", _actors, "", False),
    ("sources", "sources/index.md", _sources, "wide", True),
    ("a_z", "a-z.md", _a_to_z, "", True),
)
