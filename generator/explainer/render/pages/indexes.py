"""Pages that list: an index for each kind, everything from A to Z, the method, what is not known."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from explainer.analysis import standing
from explainer.analysis.standing import Standing
from explainer.record.models import Question, Quote, Record, Source
from explainer.render.escape import attribute, fold, md
from explainer.render.page import Desk, Head
from explainer.render.page_view import Pen
from explainer.render.pages.questions import in_order
from explainer.render.pages.shared import by_shelf
from explainer.render.prose_markdown import plain
from explainer.render.urls import PAGES_OF_THEIR_OWN
from explainer.render.views import when_said
from explainer.render.write import Output

Group = tuple[str, list[tuple[str, str]]]


def lists(desk: Desk) -> Iterator[Output]:
    """Every page of this kind."""
    pen = desk.pen
    questions = [("", [_question(pen.at("background/index.md"), one) for one in in_order(pen)])]
    yield _index(desk, "background", questions, look="told")
    yield _index(desk, "facts", list(_facts(pen.at("facts/index.md"))), look="wide")
    yield _index(desk, "quotes", list(_quotes(pen.at("quotes/index.md"))), look="wide")
    yield _index(desk, "figures", [("", [_figure(pen.at("figures/index.md"), one) for one in pen.graph.figures])])
    yield _index(
        desk,
        "disputes",
        [("", [_dispute(pen.at("disputes/index.md"), one) for one in pen.graph.disputes])],
        look="wide",
    )
    yield _index(desk, "actors", list(_actors(pen.at("actors/index.md"))))
    for name, path, grouped in (("sources", "sources/index.md", _sources), ("a_z", "a-z.md", _a_to_z)):
        groups = list(grouped(pen.at(path)))
        letters = [(heading[3:].split(" {")[0], heading.split("#")[-1].rstrip(" }")) for heading, _ in groups]
        yield _index(desk, name, groups, path, letters=letters, look="wide" if name == "sources" else "")
    yield desk.sheet("accessibility.md", "text", _head(pen, "accessibility"), body=pen.t["accessibility"]["body"])
    yield desk.sheet("unknowns.md", "unknowns", _head(pen, "unknowns"), unknowns=pen.graph.site.unknowns)
    yield desk.sheet(
        "how-we-know/index.md", "how-we-know", _head(pen, "how_we_know"), site=pen.graph.site, table=_standings(pen)
    )


def data(desk: Desk, downloads: Sequence[tuple[str, int]]) -> Output:
    """The page of downloads: paths from the root, with their sizes in bytes."""
    return desk.sheet("data/index.md", "data", _head(desk.pen, "data"), downloads=downloads)


def moved(desk: Desk) -> Iterator[Output]:
    """A page with a link at each old address of a record: of its own page, and of the shared page that has its id."""
    graph = desk.pen.graph
    shared = (("facts", graph.background, graph.facts), ("quotes", graph.actors, graph.quotes))
    places = [(kind, one) for kind in PAGES_OF_THEIR_OWN for one in getattr(graph, kind).values()]
    places += [(to, of[one]) for to, of, held in shared for one in by_shelf(held.values()) if one in of]
    for folder, record in places:
        for old in record.formerly:
            title = desk.pen.name(record.id)
            there = f"{folder}/{record.id}.md"
            yield desk.sheet(f"{folder}/{old}.md", "moved", Head(title, title), there=there)


def _standings(pen: Pen) -> list[tuple[Standing, int]]:
    """How many facts, quotations, events and values of figures stand how."""
    found = sum(standing.standings(pen.graph).values(), Counter())
    return [(standing, found[standing]) for standing in Standing]


def _head(pen: Pen, name: str) -> Head:
    return Head(pen.t["pages"][name], pen.t["describe"][name])


def _index(desk: Desk, name: str, groups: list[Group], path: str = "", **more: object) -> Output:
    context = {"letters": (), "look": "", **more}
    head = _head(desk.pen, name)
    path = path or f"{name}/index.md"
    return desk.sheet(path, "index", head, title=head.title, lead=head.description, groups=groups, **context)


def _question(pen: Pen, question: Question) -> tuple[str, str]:
    return pen.link(question.id), plain(pen, question.short_answer)


def _figure(pen: Pen, figure: str) -> tuple[str, str]:
    seen = standing.current(pen.graph, pen.graph.figures[figure])
    return f"{pen.link(figure)} {pen.stands(pen.support(pen.graph.figures[figure]))}", pen.dated(seen)


def _dispute(pen: Pen, dispute: str) -> tuple[str, str]:
    positions = pen.graph.disputes[dispute].positions
    holders = dict.fromkeys(one for position in positions for one in position.held_by)
    return pen.link(dispute), f"{pen.count('positions', len(positions))}: {pen.names(holders)}"


def _facts(pen: Pen) -> Iterator[Group]:
    shelved = by_shelf(pen.graph.facts.values())
    for question in in_order(pen):
        if question.id in shelved:
            heading = f"## [{md(question.question)}]({pen.way(f'facts/{question.id}.md')})"
            yield heading, [(f"{pen.link(one.id)} {pen.stands(pen.support(one))}", "") for one in shelved[question.id]]


def _quotes(pen: Pen) -> Iterator[Group]:
    """The speakers; then every quotation by side, and by date."""
    labels, shelved = pen.t["labels"], by_shelf(pen.graph.quotes.values())
    speakers = sorted(shelved, key=lambda one: (-len(shelved[one]), fold(pen.name(one))))
    page = "[{}]({})"
    yield (
        f"## {labels['by_speaker']} {{ #speakers }}",
        [
            (page.format(md(pen.name(one)), pen.way(f"quotes/{one}.md")), pen.count("quotes", len(shelved[one])))
            for one in speakers
        ],
    )
    yield f"## {labels['by_side']} {{ #sides }}", []
    ordered = sorted(pen.graph.quotes.values(), key=when_said)
    for side, label in pen.graph.site.sides.items():
        if some := [one for one in ordered if pen.graph.actors[one.speaker].side == side]:
            yield f"### {md(label)} {{ #side-{side} }}", [_quote(pen, one) for one in some]
    if some := [one for one in ordered if not pen.graph.actors[one.speaker].side]:
        yield f"### {labels['no_side']} {{ #side-none }}", [_quote(pen, one) for one in some]
    yield f"## {labels['by_date']} {{ #dates }}", [_quote(pen, one) for one in ordered]


def _quote(pen: Pen, quote: Quote) -> tuple[str, str]:
    return f"{md(pen.name(quote.speaker))}: {pen.link(quote.id)}", pen.date(quote.said_on)


def _actors(pen: Pen) -> Iterator[Group]:
    kinds: dict[str, list[str]] = {}
    for actor in sorted(pen.graph.actors.values(), key=lambda one: (fold(one.name), one.id)):
        kinds.setdefault(actor.kind, []).append(actor.id)
    for kind, word in pen.t["actor_kinds"].items():
        if kind in kinds:
            yield f"## {md(word)}", [(pen.link(one), _role(pen, one)) for one in kinds[kind]]


def _role(pen: Pen, actor: str) -> str:
    """The newest role that the record gives, else the country."""
    found = pen.graph.actors[actor]
    return found.roles[-1].title if found.roles else found.country or ""


def _sources(pen: Pen) -> Iterator[Group]:
    """Publishers by letter, each with its works."""
    publishers: dict[str, list[Source]] = {}
    for source in sorted(pen.graph.sources.values(), key=lambda one: (str(one.published or ""), one.id)):
        publishers.setdefault(source.publisher, []).append(source)
    letters: dict[str, list[tuple[str, str]]] = {}
    for publisher in sorted(publishers, key=lambda one: (fold(one), one)):
        works = "<br>".join(_work(pen, one) for one in publishers[publisher])
        letters.setdefault(_letter(fold(publisher)), []).append((f"**{md(publisher)}**<br>{works}", ""))
    for letter, entries in letters.items():
        yield f"## {letter} {{ #{_anchor(letter)} }}", entries


def _work(pen: Pen, source: Source) -> str:
    date = pen.date(source.published or source.published_by)
    name = pen.link(source.id) if pen.name(source.id) != source.publisher else f"[{md(date)}]({pen.to(source.id)})"
    return name if date in name else f"{name} <small>{attribute(date)}</small>"


def _a_to_z(pen: Pen) -> Iterator[Group]:
    named = sorted(
        ((fold(pen.name(one.id)).lstrip("“\"'¿¡ "), one) for one in pen.graph.records()),
        key=lambda pair: (pair[0], pair[1].id),
    )
    letters: dict[str, list[Record]] = {}
    for name, record in named:
        letters.setdefault(_letter(name), []).append(record)
    for letter, records in sorted(letters.items()):
        yield f"## {letter} {{ #{_anchor(letter)} }}", _entries(pen, records)


def _entries(pen: Pen, records: Iterable[Record]) -> list[tuple[str, str]]:
    return [(pen.link(one.id), pen.kind(one.id)) for one in records]


def _letter(name: str) -> str:
    first = name[:1].upper()
    return first if first.isalpha() else "0–9"


def _anchor(letter: str) -> str:
    return "digits" if letter == "0–9" else letter.lower()
