"""Rules on evidence and attribution: whose word a statement is, and whether it may stand."""

import re
from collections.abc import Iterable, Iterator

from explainer.analysis import Analysis, declared_party, upwards
from explainer.record.graph import Graph, split
from explainer.record.models import ANSWERS, Party, Quote, Source, Stated
from explainer.record.parts import Answer
from explainer.record.prose import Embed, Mention, read
from explainer.record.walk import all_evidence
from explainer.rules.finding import Finding, at
from explainer.rules.texts import prose_of, spoken_for, texts_of
from explainer.rules.wording import attributes

ACRONYM = 2
PEOPLE = ("person", "expert", "family")
TELLING = 4
WITH_EVIDENCE = ("facts", "figures", "quotes", "events", "disputes")


def accusation_is_answered(graph: Graph, analysis: Analysis) -> Iterator[Finding]:
    """A record that accuses living persons says whose word it is, gives each one's answer, and has a sound source."""
    for record in _stated(graph):
        for index, accused in enumerate(record.accuses):
            yield from _heard(graph, record, index, graph.actors[accused])
        if record.accuses:
            yield from _vouched(analysis, record, graph.actors[record.accuses[0]].name)


def _heard(graph: Graph, record: Stated, index: int, accused: Party) -> Iterator[Finding]:
    """What is lacking of one of the accused: that it is a person, and that their own answer is given."""
    if accused.kind not in PEOPLE:
        message, hint = f"{accused.name} is accused, and is no person", "name the person who is accused"
        yield at(graph, record, "accuses", index, message=message, hint=hint)
    if record.answer_of(accused.id) is None:
        message = f"{accused.name} is accused, and no answer is given"
        hint = "add `answer:` with `says` and `evidence`, or `answer: none found`"
        if len(record.accuses) > 1:
            hint = f"add, under `answers:`, `{accused.id}:` with `says` and `evidence`, or `{accused.id}: none found`"
        yield at(graph, record, "accuses", index, message=message, hint=hint)


def _vouched(analysis: Analysis, record: Stated, name: str) -> Iterator[Finding]:
    """What is lacking of the accusation itself: whose word it is, and a sound source."""
    # an answer's own evidence says nothing for the accusation
    evidence = [one for path, one in all_evidence(record) if path[0] not in ANSWERS]
    if not any(one.attributed_to for one in evidence) and not isinstance(record, Quote):
        hint = "add `attributed_to:` to the evidence: whose word the passage gives"
        yield at(analysis.graph, record, "accuses", message=f"{name} is accused, and nobody's word is named", hint=hint)
    if not analysis.origins_of(evidence):
        message = f"{name} is accused on sources of low reliability alone"
        yield at(
            analysis.graph,
            record,
            "accuses",
            message=message,
            hint="an accusation needs a source that is not marked low",
        )


def answer_belongs_to_an_accusation(graph: Graph, _: Analysis) -> Iterator[Finding]:
    """An answer is that of one person who is accused."""
    for record in _stated(graph):
        if isinstance(record.answer, Answer) and not record.accuses:
            hint = "name the accused in `accuses`, or take the answer out"
            yield at(graph, record, "answer", message="there is an answer and no one is accused", hint=hint)
        elif record.answer and (len(record.accuses) > 1 or record.answers):
            hint = "write `answers:`, and below it each of them with their own"
            yield at(graph, record, "answer", message="one answer stands here for several who are accused", hint=hint)
        for one in [one for one in record.answers if one not in record.accuses]:
            message, hint = f"`{one}` answers, and is not accused", "name them in `accuses`, or take the answer out"
            yield at(graph, record, "answers", one, message=message, hint=hint)


def low_source_is_not_alone(graph: Graph, analysis: Analysis) -> Iterator[Finding]:
    """A fact does not rest on sources of low reliability alone."""
    for fact in graph.facts.values():
        if not analysis.assessment(fact.id).origins:
            hint = "find a better source, or let it stand only inside a dispute"
            yield at(graph, fact, "evidence", message="every source of this fact is marked low", hint=hint)


def low_reliability_has_its_reason(graph: Graph, _: Analysis) -> Iterator[Finding]:
    """A source is marked low only with the reason, and a reason stands only beside the mark."""
    for source in graph.sources.values():
        if (source.reliability is None) != (source.reliability_reason is None):
            field = "reliability" if source.reliability else "reliability_reason"
            hint = "write both `reliability: low` and `reliability_reason: …`, or neither"
            yield at(graph, source, field, message="the mark and its reason go together", hint=hint)


def address_is_used_once(graph: Graph, _: Analysis) -> Iterator[Finding]:
    """Sources of two publishers have one address only where one relays the other: else they are one work."""
    first: dict[str, Source] = {}
    for source in graph.sources.values():
        if not source.url:
            continue
        other = first.setdefault(source.url, source)
        if other.publisher != source.publisher and source.via != other.id and other.via != source.id:
            message = f"`{other.id}` of {graph.actors[other.publisher].name} has this address already"
            hint = "rest the statement on that source, and delete this file; or say which relays the other: `via: …`"
            yield at(graph, source, "url", message=message, hint=hint)


def stake_is_declared(graph: Graph, analysis: Analysis) -> Iterator[Finding]:
    """Of an actor whose word is evidence it is declared whether it is a party: of itself, its side, or its whole."""
    given = {(passage.attributed_to, behind.published) for passage, behind in analysis.provenance.items()}
    dated = [(graph.actors[speaker], day) for speaker, day in given if speaker]
    undeclared = {speaker.id for speaker, day in dated if declared_party(graph, speaker, day) is None}
    for actor in graph.actors.values():
        if actor.id in undeclared and not actor.anonymous:
            message = f"nothing says whether {actor.name}, whose word is evidence, is a party"
            hint = "add `party: true` where it has a stake, `party: false` where it has none, or its `side:`"
            yield at(graph, actor, message=message, hint=hint, warning=True)


def party_is_named_in_its_sentence(graph: Graph, analysis: Analysis) -> Iterator[Finding]:
    """A statement whose every origin is a party names that party in its sentence, and gives it as its word."""
    for fact in graph.facts.values():
        origins = analysis.assessment(fact.id).origins
        if not origins or not all(origin.party for origin in origins):
            continue
        parties = [graph.actors[one.attributed_to] for one in fact.evidence if one.attributed_to]
        parties += [graph.actors[origin.actor] for origin in origins]
        parties += [whole for party in parties for whole in upwards(graph, party, None)[1:]]
        told = attributes(fact.statement, graph.site.language)
        if not told or not any(_named(party, fact.statement) for party in parties):
            lacks = "does not name" if told else "does not let speak"
            message = f"every origin is {parties[0].name}, whom the sentence {lacks}"
            yield at(graph, fact, "statement", message=message, hint=f"begin it: “{parties[0].name} says that …”")


def loaded_word_is_attributed(graph: Graph, analysis: Analysis) -> Iterator[Finding]:
    """A word of site.yaml's table stands only inside quotation marks or with attribution."""
    for record_id, path, text in texts_of(graph):
        for entry in graph.site.words:
            for word in entry.word:
                allowed = "".join(rf"(?<!\b{re.escape(one)}\s)" for one in entry.after)
                written = r"\s+".join(re.escape(part) for part in word.split())
                stands = re.search(rf"{allowed}(?<![\w-]){written}\b", text, re.IGNORECASE)
                if stands and not spoken_for(analysis, record_id, path):
                    message = f"“{word}” is a party's word: {entry.reason}"
                    hint = f"write {entry.instead}, or put it in quotation marks with whose word it is"
                    yield Finding(graph.located[record_id].inside(path, stands.start()), message, hint)


def paragraph_has_a_reference(graph: Graph, _: Analysis) -> Iterator[Finding]:
    """Every paragraph of an answer rests on at least one record that has evidence, or on what was looked for."""
    for question in graph.background.values():
        for index, section in enumerate(question.sections):
            for block in read(section.body).blocks:
                if not isinstance(block, Embed) and not any(
                    graph.kinds[split(one)[0]] in (*WITH_EVIDENCE, "absences") for one in _targets(block)
                ):
                    place = graph.located[question.id].inside(("sections", index, "body"), block.offset)
                    message = f"a paragraph under “{section.heading}” rests on no record that has evidence"
                    hint = "tie its words to a fact, a quotation, an event: [words][id]"
                    yield Finding(place, message, hint)


def figure_alone_can_be_written_out(graph: Graph, _: Analysis) -> Iterator[Finding]:
    """`[][id]` writes a figure's value, and `::: id` sets in a record that can be shown as a block."""
    for record_id, path, target, words, embedded, offset in prose_of(graph):
        place = graph.located[record_id].inside(path, offset)
        kind = graph.kinds[target]
        if embedded and kind not in WITH_EVIDENCE:
            yield Finding(
                place, f"`{target}` cannot be set in as a block", "set in a fact, figure, quotation, event or dispute"
            )
        elif embedded and path[-1] != "body":
            yield Finding(
                place, "a record is set in where only text can stand", "set it in within a section of an answer"
            )
        elif not embedded and not words and kind != "figures":
            yield Finding(
                place, f"`[][{target}]` has no words, and `{target}` is no figure", f"write [words][{target}]"
            )


def _targets(block: object) -> Iterator[str]:
    if isinstance(block, Mention | Embed):
        yield block.target
    for name in ("children", "items"):
        for child in getattr(block, name, ()):
            for one in child if isinstance(child, tuple) else (child,):
                yield from _targets(one)


def _stated(graph: Graph) -> Iterable[Stated]:
    return (one for one in graph.records() if isinstance(one, Stated))


def _named(party: Party, sentence: str) -> bool:
    """Whether a sentence names a party: by its name, a telling word of it, or its initials."""
    own = sentence.casefold()
    words = re.findall(r"\w+", party.name)
    if not words:  # a name without letters stands as it is, or not at all
        return party.name.casefold() in own
    initials = "".join(one[0] for one in words if one[0].isupper())
    telling = [one for one in words if len(one) >= TELLING or one.isupper()]
    names = [*telling, *(initials[start:] for start in range(len(initials) - ACRONYM + 1))]
    return any(re.search(rf"\b{re.escape(name.casefold())}", own) for name in names) or (
        party.kind == "person" and words[-1].casefold() in own
    )
