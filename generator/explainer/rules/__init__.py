"""The editorial rules: what must hold of a record that is whole. A rule's name is its code."""

from explainer.analysis import Analysis
from explainer.record.problems import Problem
from explainer.rules import attribution, bound, dates, quotation, structure
from explainer.rules.finding import Rule

RULES: tuple[Rule, ...] = (
    quotation.quotation_stands_in_its_excerpt,
    quotation.number_stands_in_an_excerpt,
    quotation.excerpt_is_short,
    quotation.work_is_quoted_sparingly,
    bound.prose_is_bound_to_its_evidence,
    bound.words_are_bound_to_their_evidence,
    bound.value_can_be_read_in_one_way,
    attribution.accusation_is_answered,
    attribution.answer_belongs_to_an_accusation,
    attribution.low_source_is_not_alone,
    attribution.low_reliability_has_its_reason,
    attribution.address_is_used_once,
    attribution.stake_is_declared,
    attribution.party_is_named_in_its_sentence,
    attribution.loaded_word_is_attributed,
    attribution.paragraph_has_a_reference,
    attribution.figure_alone_can_be_written_out,
    dates.date_is_not_in_the_future,
    dates.scheduled_event_is_to_come,
    dates.source_is_not_older_than_what_it_tells,
    dates.evidence_was_known_by_its_source,
    dates.role_ends_after_it_began,
    dates.speaker_held_the_role,
    dates.quotation_has_its_date,
    dates.review_is_not_due,
    dates.dated_counts_are_in_order,
    structure.statement_is_short,
    structure.answer_is_short,
    structure.word_is_in_the_vocabulary,
    structure.range_is_in_order,
    structure.translation_has_its_translator,
    structure.chain_is_not_a_circle,
    structure.record_is_used,
    structure.counts_of_one_day_agree,
    structure.falling_count_says_why,
    structure.numbers_add_up,
    structure.map_shows_an_area,
    structure.card_has_its_letters,
)
# they follow from the words of site.yaml, and wait for these
FOLLOWING = (quotation.work_is_quoted_sparingly, structure.numbers_add_up, structure.map_shows_an_area)


def lint(analysis: Analysis) -> list[Problem]:
    """Everything that the rules find, each with its rule's name as its code; no consequence beside its cause."""
    waiting = FOLLOWING if any(structure.word_is_in_the_vocabulary(analysis.graph, analysis)) else ()
    return [
        Problem(found.place, rule.__name__.replace("_", "-"), found.message, found.hint, found.severity)
        for rule in RULES
        if rule not in waiting
        for found in rule(analysis.graph, analysis)
    ]
