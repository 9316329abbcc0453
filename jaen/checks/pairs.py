"""What the rules of pairs find, told of two documents or of a machine translation."""

from collections.abc import Iterator
from dataclasses import replace

from jaen.checks.bilingual.leftovers import is_translated
from jaen.checks.rules import PAIR_RULES
from jaen.checks.subject import Found, PairRule
from jaen.model import Finding, Pair, Severity, Translation
from jaen.words.graphemes import excerpt

__all__ = ["pair_findings", "translation_findings"]

# What can be said of a translation that is none: nothing at all, or the source again.
_OF_NO_TRANSLATION = ("translation-empty", "translation-copied")
_SHOWN = 40  # code points of a translation's words that a message shows


def pair_findings(pair: Pair) -> tuple[Finding, ...]:
    """What is wrong with a passage of one document as the translation of a passage of another.

    A pair is a bead of an alignment (`Alignment.pairs`), or a unit of a translation memory. Each finding is about the
    article of the target: its span is there, and `segment_id` is the target's sentence; both are None where the target
    has no sentence. `related` begins with the place in the source (role `source`), the source's passage where the check
    names none. A bead without a source (an added sentence) has no findings.

    The order is that of the rules, then of the text; the same pair gives the same findings.
    """
    return tuple(_about_target(pair, rule, found) for rule, found in _found(pair))


def translation_findings(pair: Pair, translation: Translation) -> tuple[Finding, ...]:
    """What is wrong with the translation of one segment, in the order of the rules.

    Each finding is about the article of the source, where *translation* is no text of its own: its span is the place
    in the source (the whole segment where the check names none), and the message shows the translation's words. What
    an engine got wrong is an error; a person who wrote it so is only asked to look again.

    Args:
        pair: the segment, and the translation's text read as an article.
        translation: that text, with who made it.
    """
    return tuple(_about_source(pair, rule, found, translation) for rule, found in _found(pair))


def _found(pair: Pair) -> Iterator[tuple[PairRule, Found]]:
    """What every rule finds; of a target that is no translation only that it is none."""
    if not pair.source.segments:
        return
    is_one = is_translated(pair)
    for rule in PAIR_RULES:
        if is_one or rule.code in _OF_NO_TRANSLATION:
            for found in rule.check(pair):
                yield rule, found


def _about_target(pair: Pair, rule: PairRule, found: Found) -> Finding:
    span = found.span or pair.target.span
    segment = pair.target.segment_at(span) if span else None
    related = (*pair.source.related("source", found.source or pair.source.span), *found.related)
    return replace(found.finding(rule, segment, span), related=related)


def _about_source(pair: Pair, rule: PairRule, found: Found, translation: Translation) -> Finding:
    (segment,) = pair.source.segments
    finding = found.finding(rule, segment, found.source or segment.span)
    is_a_question = finding.severity is Severity.ERROR and translation.state == "reviewed"
    return replace(
        finding,
        severity=Severity.WARNING if is_a_question else finding.severity,
        message=_with_words(found, pair.target.article.text),
        related=(),  # in the translation, which is no article
    )


def _with_words(found: Found, target: str) -> str:
    """The message, with the words of the target where it does not have them."""
    words = found.span.of(target) if found.span else ""
    if not words or words in found.message:
        return found.message
    return f"{found.message}: {excerpt(words, _SHOWN)}"
