"""The editorial rules: what must hold of a record that is whole. A rule's name is its code."""

from datetime import date

from generator.graph import Graph
from generator.problems import Problem
from generator.rules import dated, quoted, shape, sourced
from generator.rules.finding import Rule

RULES: tuple[Rule, ...] = (
    quoted.quotation_stands_in_its_excerpt, quoted.number_stands_in_an_excerpt, quoted.excerpt_is_short,
    quoted.work_is_quoted_sparingly,
    sourced.accusation_is_answered, sourced.answer_belongs_to_an_accusation, sourced.low_source_is_not_alone,
    sourced.low_reliability_has_its_reason, sourced.address_is_used_once, sourced.party_is_named_in_its_sentence,
    sourced.loaded_word_is_attributed, sourced.paragraph_has_a_reference, sourced.figure_alone_can_be_written_out,
    dated.date_is_not_in_the_future, dated.scheduled_event_is_to_come, dated.source_is_not_older_than_what_it_tells,
    dated.evidence_was_known_by_its_source, dated.role_ends_after_it_began, dated.speaker_held_the_role,
    dated.quotation_has_its_date, dated.review_is_not_due, dated.dated_counts_are_in_order,
    shape.statement_is_short, shape.answer_is_short, shape.word_is_in_the_vocabulary, shape.range_is_in_order,
    shape.translation_has_its_translator, shape.chain_is_not_a_circle, shape.record_is_used,
    shape.counts_of_one_day_agree, shape.falling_count_says_why, shape.numbers_add_up,
)  # fmt: skip
FOLLOWING = (quoted.work_is_quoted_sparingly, shape.numbers_add_up)  # from the words of site.yaml: they wait for these


def lint(graph: Graph, today: date) -> list[Problem]:
    """Everything that the rules find, each with its rule's name as its code; no consequence beside its cause."""
    waiting = FOLLOWING if any(shape.word_is_in_the_vocabulary(graph, today)) else ()
    return [
        Problem(found.place, rule.__name__.replace("_", "-"), found.message, found.hint, found.severity)
        for rule in RULES
        if rule not in waiting
        for found in rule(graph, today)
    ]
