"""Rules on the shape of the whole: vocabularies, lengths, what is used and reached, what refers in circles."""

from collections.abc import Iterable, Iterator

from explainer.analysis import Analysis
from explainer.languages.letters import lacking
from explainer.record import prose
from explainer.record.graph import SITE, Graph, nearest
from explainer.record.models import Figure
from explainer.record.parts import Observation
from explainer.record.problems import short
from explainer.record.prose import Listing, Paragraph
from explainer.record.walk import Path
from explainer.rules.finding import Finding, at, at_path

FEW = 3
STATEMENT = 240
SHORT_ANSWER = 60


def statement_is_short(graph: Graph, _: Analysis) -> Iterator[Finding]:
    """A fact fits into one glance: at most 240 characters."""
    for fact in graph.facts.values():
        if (length := len(fact.statement)) > STATEMENT:
            message = f"the statement has {length} characters; at most {STATEMENT} fit"
            hint = "make two facts of it, or move the rest into the prose"
            yield at(graph, fact, "statement", message=message, hint=hint)


def answer_is_short(graph: Graph, _: Analysis) -> Iterator[Finding]:
    """A short answer has at most 60 words."""
    answers = [(SITE, graph.site.short_answer), *((one.id, one.short_answer) for one in graph.background.values())]
    for record_id, text in answers:
        if (length := _words(text)) > SHORT_ANSWER:
            message = f"the short answer has {length} words; at most {SHORT_ANSWER} fit"
            yield at_path(graph, record_id, ("short_answer",), message, "say it shorter; the sections have room")


def word_is_in_the_vocabulary(graph: Graph, _: Analysis) -> Iterator[Finding]:
    """Types, counts, areas, kinds, licences and sides are words that site.yaml declares."""
    for record_id, path, used, declared, what in _words_used(graph):
        for word in used:
            if word and word not in declared:
                near = nearest(word, declared)
                hint = (
                    f"did you mean `{near}`?" if near else "declare it in site.yaml, or use one that is declared there"
                )
                yield at_path(graph, record_id, (*path, word), f"`{word}` is no {what} of site.yaml", hint)


def range_is_in_order(graph: Graph, _: Analysis) -> Iterator[Finding]:
    """A count is a number, or a range whose least is not over its most."""
    for event in graph.events.values():
        for name, counts in event.counts.items():
            for index, one in enumerate(counts):
                ranged = one.min is not None and one.max is not None
                if (one.value is None) != ranged or (one.value is not None and (one.min, one.max) != (None, None)):
                    message = f"`{name}` is neither a number nor a whole range"
                    hint = "write a number, or `min:` and `max:`"
                    yield at(graph, event, "counts", name, index, message=message, hint=hint)
                elif one.min is not None and one.max is not None and one.min > one.max:
                    message = f"the least, {one.min}, is over the most, {one.max}"
                    yield at(graph, event, "counts", name, index, "min", message=message, hint="exchange the two")


def translation_has_its_translator(graph: Graph, _: Analysis) -> Iterator[Finding]:
    """A translation says who made it."""
    for quote in graph.quotes.values():
        for language, one in quote.translations.items():
            if not one.by:
                hint = "add `by:` with the outlet that printed it, or `by: us`"
                yield at(graph, quote, "translations", language, message="the translation has no translator", hint=hint)


def chain_is_not_a_circle(graph: Graph, _: Analysis) -> Iterator[Finding]:
    """A work does not relay itself, a body is not part of itself, and a reply does not answer itself, by any way."""
    chains = (
        ("via", {one.id: one.via for one in graph.sources.values()}),
        ("part_of", {one.id: one.part_of[-1].actor if one.part_of else None for one in graph.actors.values()}),
        ("replies_to", {one.id: one.replies_to for one in graph.quotes.values()}),
    )
    for field, steps in chains:
        told: set[str] = set()
        for start in steps:
            if start in (circle := _walk(start, steps)) and start not in told:
                told |= {start, *circle}
                message = f"`{field}` leads in a circle: {' → '.join([start, *circle])}"
                yield at(graph, graph.record(start), field, message=message, hint="take one of them out")


def record_is_used(graph: Graph, _: Analysis) -> Iterator[Finding]:
    """Every source, actor and term is used somewhere, and every fact belongs to a question and stands in its prose."""
    for one in (*graph.sources.values(), *graph.actors.values()):
        if not graph.backlinks.get(one.id):
            word, use = ("source", "use it as evidence") if one.id in graph.sources else ("actor", "refer to it")
            yield at(graph, one, message=f"nothing uses this {word}", hint=f"{use}, or delete its file")
    reached = _reached_terms(graph) | {one for one in graph.facts if graph.back(one, "mentioned_in", "position_in")}
    for record in (*graph.terms.values(), *graph.facts.values()):
        if record.id not in reached:
            hint = f"tie words of the prose to it, [words][{record.id}], or delete its file"
            yield at(graph, record, message="no prose mentions it", hint=hint, warning=record.id in graph.facts)
    for fact in graph.facts.values():
        if not fact.background:
            hint = "add `background:` with the question that it helps to answer"
            yield at(graph, fact, message="the fact belongs to no question", hint=hint)


def counts_of_one_day_agree(graph: Graph, _: Analysis) -> Iterator[Finding]:
    """Two counters who differ on one day are acknowledged: by a dispute, or by why they differ."""
    for figure in graph.figures.values():
        for index, seen in enumerate(figure.observations):
            others = [one for one in figure.observations[:index] if one.as_of == seen.as_of and one.value != seen.value]
            other = next((one for one in others if not _acknowledged(graph, figure, one, seen)), None)
            if other:
                names = graph.actors[other.counter].name, graph.actors[seen.counter].name
                message = f"on {seen.as_of}, {names[0]} has {other.value} and {names[1]} {seen.value}"
                hint = (
                    f"add `differs_because:` here, or a dispute with a position `stated_in` `{figure.id}@{seen.as_of}`"
                )
                yield at(graph, figure, "observations", index, "value", message=message, hint=hint)


def falling_count_says_why(graph: Graph, _: Analysis) -> Iterator[Finding]:
    """A running count by one counter falls only if it says why."""
    for figure in (one for one in graph.figures.values() if one.running):
        highest: dict[str, Observation] = {}
        ordered = sorted(enumerate(figure.observations), key=lambda pair: (pair[1].as_of.last, pair[0]))
        for index, seen in ordered:
            before = highest.get(seen.counter)
            if before and seen.value < before.value and not seen.differs_because:
                name = graph.actors[seen.counter].name
                message = f"{name} had {before.value} on {before.as_of} and {seen.value} on {seen.as_of}"
                hint = "add `differs_because:`; a running count does not fall by itself"
                yield at(graph, figure, "observations", index, "value", message=message, hint=hint)
            highest[seen.counter] = seen


def numbers_add_up(graph: Graph, analysis: Analysis) -> Iterator[Finding]:
    """A published value that differs from our own addition has its reason, once for each counter."""
    for index, own in enumerate(analysis.sums):
        unexplained: dict[str, list[str]] = {}
        for row in own.comparisons:
            if row.difference and not row.reason:
                seen = row.observation
                unexplained.setdefault(seen.counter, []).append(f"{seen.as_of}: {seen.value} against {row.ours}")
        for counter, values in unexplained.items():
            message = f"{graph.actors[counter].name} differs from our sum of `{own.figure}` ({'; '.join(values[:3])})"
            hint = f"add the reason under `reasons:` as `{counter}: …`"
            yield at_path(graph, SITE, ("sums", index), message, hint, warning=True)


def card_has_its_letters(graph: Graph, _: Analysis) -> Iterator[Finding]:
    """The title of a page is in letters of the cards' font; else the page is shared without a picture."""
    for record_id, field, text in _on_cards(graph):
        if lacked := lacking(text):
            message = f"no picture for sharing can be drawn: its font has no {', '.join(map(short, lacked[:FEW]))}"
            hint = "the page itself is whole; a title in Latin letters alone has a picture"
            yield at_path(graph, record_id, (field,), message, hint, warning=True)


def _on_cards(graph: Graph) -> Iterator[tuple[str, str, str]]:
    """The texts that cards show, by record and field; the site's title alone where it keeps all of them from one."""
    yield SITE, "title", graph.site.title
    if lacking(graph.site.title):
        return
    yield SITE, "question", graph.site.question
    yield SITE, "publisher", graph.site.publisher
    yield from ((one.id, "question", one.question) for one in graph.background.values())
    yield from ((one.id, "question", one.question) for one in graph.disputes.values())
    yield from ((one.id, "title", one.title) for one in graph.figures.values())


def map_shows_an_area(graph: Graph, analysis: Analysis) -> Iterator[Finding]:
    """A map that site.yaml declares has an area to draw: of the events that the first sum adds up."""
    if graph.site.map and (why := _nothing_to_draw(analysis, graph.site.map)):
        message, hint = why
        yield at_path(graph, SITE, ("map",), f"the map shows nothing: {message}", hint, warning=True)


def _nothing_to_draw(analysis: Analysis, box: tuple[float, float, float, float]) -> tuple[str, str] | None:
    """Why a map would be empty, and what to do; None where it is not."""
    if not analysis.sums:
        return "it shows the events of the first sum, and there is none", "declare a sum, or take `map:` out"
    own = analysis.sums[0]
    if not own.by_area:
        return f"no event of `{own.figure}` has an area", "add `areas:` to the events, or take `map:` out"
    places = [place for area, _, _ in own.by_area if (place := analysis.graph.site.areas[area].at)]
    if not places:
        return "no area of the events says where it is", "add `at: [longitude, latitude]` to it under `areas:`"
    west, south, east, north = box
    if not any(west <= longitude <= east and south <= latitude <= north for longitude, latitude in places):
        return "every area of the events lies outside of it", "write it as [west, south, east, north], in degrees"
    return None


def _reached_terms(graph: Graph) -> set[str]:
    """The terms that a text outside the glossary mentions, or the definition of one of these."""
    mentions = {one: {ref.holder for ref in graph.back(one, "mentioned_in")} for one in graph.terms}
    found = {one for one, origins in mentions.items() if origins - graph.terms.keys()}
    while new := {ref.target for one in found for ref in graph.references[one] if ref.target in graph.terms} - found:
        found |= new
    return found


def _acknowledged(graph: Graph, figure: Figure, one: Observation, other: Observation) -> bool:
    if one.differs_because or other.differs_because:
        return True
    parts = {str(one.as_of), *(f"{seen.as_of}:{seen.counter}" for seen in (one, other)), None}
    return any(ref.part in parts for ref in graph.back(figure.id, "position_in"))


def _words(text: str) -> int:
    found = 0
    for block in prose.read(text).blocks:
        runs = (block.children,) if isinstance(block, Paragraph) else block.items if isinstance(block, Listing) else ()
        found += sum(len(prose.plain(run).split()) for run in runs)
    return found


def _words_used(graph: Graph) -> Iterator[tuple[str, Path, Iterable[str], Iterable[str], str]]:
    """By record and path: the words that stand there, those that may, and what they are."""
    site = graph.site
    for event in graph.events.values():
        yield event.id, ("type",), [event.type], site.event_types, "event type"
        yield event.id, ("counts",), event.counts, site.counts, "count"
        yield event.id, ("areas",), event.areas, site.areas, "area"
        yield event.id, ("counts_by_area",), event.counts_by_area, site.areas, "area"
    for source in graph.sources.values():
        yield source.id, ("kind",), [source.kind], site.source_kinds, "kind of source"
        yield source.id, ("licence",), [source.licence or ""], site.free_licences, "free licence"
    for actor in graph.actors.values():
        yield actor.id, ("side",), [actor.side or ""], site.sides, "side"
    for index, added in enumerate(site.sums):
        yield SITE, ("sums", index, "type"), [added.type], site.event_types, "event type"
        yield SITE, ("sums", index, "counts"), added.counts, site.counts, "count"


def _walk(start: str, steps: dict[str, str | None]) -> list[str]:
    """The ids that follow, to the end or until one comes again."""
    found: list[str] = []
    following = steps.get(start)
    while following and following not in found:
        found.append(following)
        following = steps.get(following)
    return found
