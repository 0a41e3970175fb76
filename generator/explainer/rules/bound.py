"""Rules that bind our own words to their evidence, sentence by sentence: numbers, dates, quotations, names."""

from collections.abc import Iterator

from explainer.analysis import Analysis
from explainer.quantities.language import lexicon
from explainer.quantities.numerals import ambiguous
from explainer.quantities.tokens import Phrases, words_of
from explainer.record.graph import Graph
from explainer.record.models import Quote, Term
from explainer.record.parts import Evidence, Role
from explainer.record.problems import Place, Severity
from explainer.record.walk import values_of_type
from explainer.rules.binding.held import DOUBTFUL, QUOTATION, Loose
from explainer.rules.binding.holdings import own_names
from explainer.rules.binding.names import Named, Words, is_held, names_in, surname, unknown_in, words_in
from explainer.rules.binding.ties import Bound, Texts, Told
from explainer.rules.binding.translation import differences
from explainer.rules.finding import Finding, at

STANDS = {QUOTATION: "the words “{}” stand", "number": "the number {} stands", "date": "the date {} stands"}
TIED = "write what its evidence says, or tie the sentence to the record that holds it: [words][id]"
QUOTED = "quote exactly, mark an omission with […], or tie the sentence to the record that holds them: [words][id]"
PEOPLE = ("person", "expert", "family")


def prose_is_bound_to_its_evidence(graph: Graph, _: Analysis) -> Iterator[Finding]:
    """Every number, full date and quotation in prose stands in a record tied to its sentence, or to its paragraph."""
    texts = Texts(graph)
    for told in texts.answers():
        for sentence in texts.sentences(told):
            for loose in sentence.loose:
                yield _unbound(graph, told, sentence, loose)
    for told in texts.statements():
        for sentence in texts.sentences(told):
            for loose in sentence.loose:
                if loose.kind in (QUOTATION, DOUBTFUL):
                    yield _unbound(graph, told, sentence, loose)


def words_are_bound_to_their_evidence(graph: Graph, _: Analysis) -> Iterator[Finding]:
    """Titles, descriptions, notes, names and translations say no more than the records that they rest on."""
    texts = Texts(graph)
    for told in texts.asides():
        for sentence in texts.sentences(told):
            for loose in sentence.loose:
                if loose.kind != QUOTATION or told.record_id not in graph.terms:  # a definition may gloss a word
                    yield _unbound(graph, told, sentence, loose, Severity.WARNING)
    names, words = Phrases(_names(graph)), words_in(_known(graph))
    for told in texts.answers():
        for sentence in texts.sentences(told):
            yield from _unnamed(graph, told, sentence, names)
            yield from _unknown(graph, told, sentence, words)
    yield from _translated(graph, names)


def value_can_be_read_in_one_way(graph: Graph, _: Analysis) -> Iterator[Finding]:
    """A value is written so that it is one number: 18.400 could be eighteen and a bit, or 18,400."""
    for figure in graph.figures.values():
        for index in range(len(figure.observations)):
            written = str(graph.located[figure.id].value["observations"][index]["value"])
            if doubt := ambiguous(written, lexicon(graph.site.language)):
                message = f"the value {written} can be two numbers: which is it?"
                hint = " or ".join(f"`value: {_plainly(one)}`" for one in doubt)
                yield at(graph, figure, "observations", index, "value", message=message, hint=f"write {hint}")


def _plainly(value: object) -> str:
    """A number as it can be read in one way alone: no point before three digits."""
    text = str(value)
    return f"{text}0" if "." in text else text


def _unbound(graph: Graph, told: Told, sentence: Bound, loose: Loose, severity: Severity = Severity.ERROR) -> Finding:
    place = _place(graph, told, sentence, loose.words)
    if loose.kind == DOUBTFUL:
        return Finding(
            place, f"{loose.words} can be two numbers: {loose.nearest}", "write the one that is meant", severity
        )
    instead = f"; that has “{loose.nearest}”" if loose.nearest else ""
    where = "in nothing that the sentence is tied to" if told.prose else "in nothing that it rests on"
    message = f"{STANDS[loose.kind].format(loose.words)} {where}{instead}"
    return Finding(place, message, QUOTED if loose.kind == QUOTATION else TIED, severity)


def _unnamed(graph: Graph, told: Told, sentence: Bound, names: Phrases[Words]) -> Iterator[Finding]:
    """Names of the record's actors and places that nothing tied to the passage has."""
    for name, words in names_in(sentence.text, names):
        if not is_held(words, sentence.names()):
            yield _named(graph, told, sentence, name, "stands in nothing that the passage is tied to")


def _unknown(graph: Graph, told: Told, sentence: Bound, words: frozenset[str]) -> Iterator[Finding]:
    for name in unknown_in(sentence.text, words, graph.site.language):
        yield _named(graph, told, sentence, name, "stands nowhere in the evidence of this record")


def _named(graph: Graph, told: Told, sentence: Bound, name: Named, what: str) -> Finding:
    place = _place(graph, told, sentence, name.words)
    return Finding(place, f"the name {name.words} {what}", TIED, Severity.WARNING)


def _place(graph: Graph, told: Told, sentence: Bound, words: str) -> Place:
    """Where the words begin in their file; the words of a sentence stand there as they are, but for its marks."""
    found = told.text.find(words.split(maxsplit=1)[0], sentence.offset)
    return graph.located[told.record_id].inside(told.path, max(found, sentence.offset))


def _translated(graph: Graph, names: Phrases[Words]) -> Iterator[Finding]:
    for quote in graph.quotes.values():
        for language, one in quote.translations.items():
            for words in differences(quote.text, quote.language, one.text, language, names):
                message = f"“{words}” stands in one of the original and the translation, and not in the other"
                hint = "translate what the original says: its numbers, its names, what it denies"
                yield at(graph, quote, "translations", language, "text", message=message, hint=hint, warning=True)


def _names(graph: Graph) -> Iterator[tuple[str, Words]]:
    """The names of the record, each with the words by which it is found: of a person the last, of others all."""
    for actor in graph.actors.values():
        found = surname(actor.name) if actor.kind in PEOPLE else words_of(actor.name)
        yield from ((name, found) for name in {actor.name, " ".join(found)})
    places = (*graph.site.map_labels, *(one.label for one in graph.site.areas.values()))
    yield from ((name, words_of(name)) for name in places)


def _known(graph: Graph) -> Iterator[str]:
    """Every text in which a name that the record knows may stand."""
    for record in graph.records():
        yield from (one.excerpt for _, one in values_of_type(record, Evidence))
        yield from (one.title for _, one in values_of_type(record, Role))
        yield from own_names(graph, record)
        if isinstance(record, Quote):
            yield from (record.text, *(one.text for one in record.translations.values()))
        if isinstance(record, Term):
            yield from record.aliases
    yield from (*graph.site.map_labels, *(one.label for one in graph.site.areas.values()))
