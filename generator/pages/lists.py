"""Pages that list: an index for each kind, everything from A to Z, the method, what is not known."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from generator import evidence
from generator.evidence import Standing
from generator.filters.pen import Pen
from generator.filters.text import fold, md
from generator.models.records import Event, Fact, Quote, Record
from generator.outputs import Output
from generator.pages.questions import in_order
from generator.pages.sheet import Desk, Head
from generator.pages.shelves import by_shelf

Group = tuple[str, list[tuple[str, str]]]


def lists(desk: Desk) -> Iterator[Output]:
    """Every page of this kind."""
    pen = desk.pen
    yield _index(
        desk, "background", [("", [_question(pen.at("background/index.md"), one.id) for one in in_order(pen)])]
    )
    yield _index(desk, "facts", list(_facts(pen.at("facts/index.md"))))
    yield _index(desk, "quotes", list(_quotes(pen.at("quotes/index.md"))))
    yield _index(desk, "figures", [("", [_figure(pen.at("figures/index.md"), one) for one in pen.graph.figures])])
    yield _index(desk, "disputes", [("", [_dispute(pen.at("disputes/index.md"), one) for one in pen.graph.disputes])])
    yield _index(desk, "actors", list(_actors(pen.at("actors/index.md"))))
    yield _index(desk, "sources", list(_sources(pen.at("sources/index.md"))))
    yield _index(desk, "a_z", list(_a_to_z(pen.at("a-z.md"))), "a-z.md")
    yield desk.sheet("accessibility.md", "text", _head(pen, "accessibility"), body=pen.t["accessibility"]["body"])
    yield desk.sheet("unknowns.md", "unknowns", _head(pen, "unknowns"), unknowns=pen.graph.site.unknowns)
    yield desk.sheet(
        "how-we-know/index.md", "how-we-know", _head(pen, "how_we_know"), site=pen.graph.site, table=standings(pen)
    )


def data(desk: Desk, downloads: Sequence[tuple[str, int]]) -> Output:
    """The page of downloads: paths from the root, with their sizes in bytes."""
    return desk.sheet("data/index.md", "data", _head(desk.pen, "data"), downloads=downloads)


def standings(pen: Pen) -> list[tuple[Standing, int]]:
    """How many facts, quotations, events and values of figures stand how."""
    graph = pen.graph
    found = Counter(pen.support(one).standing for one in graph.records() if isinstance(one, Fact | Quote | Event))
    for figure in graph.figures.values():
        found.update(evidence.support_of_observation(graph, figure, seen).standing for seen in figure.observations)
    return [(standing, found[standing]) for standing in Standing]


def _head(pen: Pen, name: str) -> Head:
    return Head(pen.t["pages"][name], pen.t["describe"][name])


def _index(desk: Desk, name: str, groups: list[Group], path: str = "") -> Output:
    head = _head(desk.pen, name)
    return desk.sheet(path or f"{name}/index.md", "index", head, title=head.title, lead=head.description, groups=groups)


def _question(pen: Pen, question: str) -> tuple[str, str]:
    return pen.link(question), ""


def _figure(pen: Pen, figure: str) -> tuple[str, str]:
    seen = evidence.current(pen.graph, pen.graph.figures[figure])
    return f"{pen.link(figure)} {pen.stands(pen.support(pen.graph.figures[figure]))}", pen.dated(seen)


def _dispute(pen: Pen, dispute: str) -> tuple[str, str]:
    return pen.link(dispute), pen.count("positions", len(pen.graph.disputes[dispute].positions))


def _facts(pen: Pen) -> Iterator[Group]:
    shelved = by_shelf(pen.graph.facts.values())
    for question in in_order(pen):
        if question.id in shelved:
            heading = f"[{md(question.question)}]({pen.way(f'facts/{question.id}.md')})"
            yield heading, [(f"{pen.link(one.id)} {pen.stands(pen.support(one))}", "") for one in shelved[question.id]]


def _quotes(pen: Pen) -> Iterator[Group]:
    for speaker, said in by_shelf(pen.graph.quotes.values()).items():
        heading = f"[{md(pen.name(speaker))}]({pen.way(f'quotes/{speaker}.md')})"
        ordered = sorted(said, key=lambda one: (str(one.said_on or "9999"), one.id))
        yield heading, [(pen.link(one.id), pen.date(one.said_on)) for one in ordered]


def _actors(pen: Pen) -> Iterator[Group]:
    kinds: dict[str, list[str]] = {}
    for actor in sorted(pen.graph.actors.values(), key=lambda one: (fold(one.name), one.id)):
        kinds.setdefault(actor.kind, []).append(actor.id)
    for kind, word in pen.t["actor_kinds"].items():
        if kind in kinds:
            yield md(word), [(pen.link(one), pen.graph.actors[one].country or "") for one in kinds[kind]]


def _sources(pen: Pen) -> Iterator[Group]:
    publishers: dict[str, list[str]] = {}
    for source in sorted(
        pen.graph.sources.values(), key=lambda one: (fold(one.publisher), str(one.published or ""), one.id)
    ):
        publishers.setdefault(source.publisher, []).append(source.id)
    for publisher, ids in publishers.items():
        yield md(publisher), [(pen.link(one), _source_date(pen, one)) for one in ids]


def _source_date(pen: Pen, source: str) -> str:
    found = pen.graph.sources[source]
    return pen.date(found.published or found.published_by)


def _a_to_z(pen: Pen) -> Iterator[Group]:
    named = sorted(
        ((fold(pen.name(one.id)).lstrip("“\"'¿¡ "), one) for one in pen.graph.records()),
        key=lambda pair: (pair[0], pair[1].id),
    )
    letters: dict[str, list[Record]] = {}
    for name, record in named:
        letters.setdefault(_letter(name), []).append(record)
    for letter, records in sorted(letters.items()):
        yield f"{letter} {{ #{_anchor(letter)} }}", _entries(pen, records)


def _entries(pen: Pen, records: Iterable[Record]) -> list[tuple[str, str]]:
    return [(pen.link(one.id), pen.kind(one.id)) for one in records]


def _letter(name: str) -> str:
    first = name[:1].upper()
    return first if first.isalpha() else "0–9"


def _anchor(letter: str) -> str:
    return "digits" if letter == "0–9" else letter.lower()
