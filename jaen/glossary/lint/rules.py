"""The rules of lint: every code with its usual severity and its check. A code, once given, never changes."""

from collections.abc import Mapping

from jaen.glossary.lint import days, entries, forms, links, matching, naming, readings
from jaen.glossary.lint.finding import Rule
from jaen.model import Severity

__all__ = ["OTHER_CODES", "RULES"]

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

RULES = (
    # which terms
    Rule("no-preferred-term", _W, naming.missing_preferred),
    Rule("several-preferred-terms", _W, naming.several_preferred),
    Rule("shared-preferred-term", _E, naming.shared_preferred),
    Rule("shared-term", _W, naming.shared_terms),
    Rule("near-duplicate", _W, naming.near_duplicates),
    Rule("forbidden-elsewhere", _W, naming.forbidden_elsewhere),
    Rule("forbidden-inside-preferred", _I, naming.forbidden_inside_preferred),
    Rule("preferred-inside-forbidden", _I, naming.preferred_inside_forbidden),
    Rule("long-abbreviation", _W, naming.abbreviations_longer),
    Rule("one-letter-term", _W, naming.one_letter),
    # how they are found
    Rule("unreachable-term", _E, matching.unreachable),
    Rule("shadowed-term", _W, matching.shadowed),
    Rule("derivable-variant", _I, matching.derivable_variants),
    Rule("short-inside-words", _W, matching.short_inside_words),
    Rule("common-word", _W, matching.common_words),
    # how they are written
    Rule("odd-width", _W, forms.widths),
    Rule("hidden-character", _W, forms.hidden_characters),
    Rule("odd-space", _W, forms.spaces),
    Rule("odd-dash", _W, forms.dashes),
    Rule("ellipsis", _W, forms.ellipses),
    Rule("several-terms-in-one", _W, forms.several_terms),
    Rule("foreign-punctuation", _W, forms.foreign_punctuation),
    Rule("leading-article", _W, forms.articles),
    Rule("name-without-capital", _W, forms.names_without_capital),
    Rule("differing-capitals", _I, forms.capitals),
    Rule("lookalike", _W, forms.lookalikes),
    Rule("missing-reading", _W, readings.missing_readings),
    Rule("impossible-reading", _W, readings.impossible_readings),
    # when they hold
    Rule("overlapping-holders", _W, days.overlapping_holders),
    Rule("ended-holder", _W, days.ended_holders),
    Rule("former-without-end", _W, days.former_without_end),
    Rule("ended-preferred-term", _W, days.ended_preferred),
    Rule("term-outside-concept", _W, days.terms_outside_concept),
    Rule("missing-successor", _I, days.missing_successor),
    # links
    Rule("link-circle", _E, links.circles),
    Rule("self-link", _E, links.self_links),
    Rule("repeated-link", _W, links.repeated_links),
    Rule("one-sided-link", _I, links.one_sided),
    Rule("link-to-rejected", _W, links.rejected_targets),
    Rule("holder-no-person", _W, links.holders),
    # examples and decisions
    Rule("failing-example", _E, entries.failing_examples),
    Rule("missing-example", _I, entries.missing_examples),
    Rule("missing-counterexample", _I, entries.missing_counterexamples),
    Rule("repeated-example", _I, entries.repeated_examples),
    Rule("missing-source", _I, entries.missing_sources),
    Rule("review-due", _I, entries.due_again),
)

OTHER_CODES: Mapping[str, tuple[Severity, str]] = {
    "unreadable": (_E, "The glossary can't be read; nothing else is checked until it can."),
    "ignored-without-reason": (_W, "lint-ignore.csv lets something stand and does not say why."),
    "ignored-for-nothing": (_W, "lint-ignore.csv lets something stand that is not found (any more)."),
}
"""Codes that no check of an entry finds: severity and title."""
