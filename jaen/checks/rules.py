"""Every rule by its code: what is found, how grave it usually is, and the check that finds it."""

from jaen.checks.article.contradictions import (
    abbreviations_defined_twice,
    names_that_contradict,
    numbers_that_contradict,
    readings_that_contradict,
)
from jaen.checks.article.days import weekdays_that_disagree
from jaen.checks.article.furniture import leftover_furniture
from jaen.checks.article.offices import holders_out_of_office
from jaen.checks.article.spelling import house_spellings, mixed_spellings
from jaen.checks.article.structure import nested_quotations, unclosed_brackets, unopened_brackets
from jaen.checks.article.terms import (
    deprecated_terms,
    forbidden_terms,
    former_terms,
    misplaced_terms,
    undated_terms,
)
from jaen.checks.bilingual.dates import other_dates
from jaen.checks.bilingual.leftovers import (
    copied_sources,
    empty_translations,
    left_in_source_language,
    repeated_words,
    truncated_translations,
)
from jaen.checks.bilingual.meaning import lost_modality, lost_negations
from jaen.checks.bilingual.names import added_names, lost_names
from jaen.checks.bilingual.numbers import added_numbers, lost_numbers, other_units
from jaen.checks.bilingual.quotations import added_quotations, lost_quotations
from jaen.checks.bilingual.sentences import added_sentences, lost_sentences, untrusted_alignments
from jaen.checks.bilingual.terms import forbidden_in_translations, other_concepts, unmet_terms
from jaen.checks.subject import AlignmentRule, PairRule, Rule
from jaen.model import Severity

__all__ = ["ALIGNMENT_RULES", "ARTICLE_RULES", "PAIR_RULES"]

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

ARTICLE_RULES = (
    Rule("term-forbidden", _ERROR, forbidden_terms),
    Rule("term-deprecated", _WARNING, deprecated_terms),
    Rule("term-former", _WARNING, former_terms),
    Rule("term-date-unknown", _INFO, undated_terms),
    Rule("term-use", _INFO, misplaced_terms),
    Rule("office-holder", _WARNING, holders_out_of_office),
    Rule("spelling-house", _WARNING, house_spellings),
    Rule("spelling-mixed", _INFO, mixed_spellings),
    Rule("bracket-unclosed", _WARNING, unclosed_brackets),
    Rule("bracket-unopened", _WARNING, unopened_brackets),
    Rule("quotation-nested", _INFO, nested_quotations),
    Rule("furniture-left", _WARNING, leftover_furniture),
    Rule("weekday-wrong", _WARNING, weekdays_that_disagree),
    Rule("contradiction-name", _ERROR, names_that_contradict),
    Rule("contradiction-number", _ERROR, numbers_that_contradict),
    Rule("contradiction-reading", _WARNING, readings_that_contradict),
    Rule("abbreviation-twice", _WARNING, abbreviations_defined_twice),
)
"""Of one article, in the order in which they are listed for people."""

ALIGNMENT_RULES = (
    AlignmentRule("alignment-untrusted", _WARNING, untrusted_alignments),
    AlignmentRule("translation-lost-sentence", _WARNING, lost_sentences),
    AlignmentRule("translation-added-sentence", _WARNING, added_sentences),
)
"""Of a text and its translation as wholes."""

PAIR_RULES = (
    PairRule("translation-empty", _ERROR, empty_translations),
    PairRule("translation-unmet-term", _ERROR, unmet_terms),
    PairRule("translation-forbidden-term", _ERROR, forbidden_in_translations),
    PairRule("translation-other-concept", _ERROR, other_concepts),
    PairRule("translation-lost-number", _ERROR, lost_numbers),
    PairRule("translation-added-number", _WARNING, added_numbers),
    PairRule("translation-other-unit", _ERROR, other_units),
    PairRule("translation-other-date", _ERROR, other_dates),
    PairRule("translation-lost-name", _WARNING, lost_names),
    PairRule("translation-added-name", _WARNING, added_names),
    PairRule("translation-lost-negation", _INFO, lost_negations),
    PairRule("translation-lost-modality", _INFO, lost_modality),
    PairRule("translation-lost-quotation", _WARNING, lost_quotations),
    PairRule("translation-added-quotation", _WARNING, added_quotations),
    PairRule("translation-leftover", _ERROR, left_in_source_language),
    PairRule("translation-copied", _ERROR, copied_sources),
    PairRule("translation-truncated", _WARNING, truncated_translations),
    PairRule("translation-repeated", _WARNING, repeated_words),
)
"""Of a passage and its translation, whoever made it."""
