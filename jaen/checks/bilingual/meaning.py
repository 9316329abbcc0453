"""Checks of what turns the meaning of a sentence."""

from collections.abc import Iterator

from jaen.checks.bilingual.denials import may_deny, sure_denials
from jaen.checks.bilingual.doubts import find_doubts, may_doubt
from jaen.checks.subject import Found
from jaen.model import Pair

__all__ = ["lost_modality", "lost_negations"]


def lost_negations(pair: Pair) -> Iterator[Found]:
    """A denial of the source that the translation does not make.

    Told once for a passage, and only where nothing in the translation may stand for a denial: 未定 is "not decided",
    "unable" is できない. A hint to look, since both languages have many ways of saying no.
    """
    denial = next(sure_denials(pair.source), None) if _are_known(pair) else None
    if denial and not may_deny(pair.target, pair.source):
        words = denial.of(pair.source.article.text)
        yield Found(message=f"the denial “{words}” is lost", span=pair.target.span, source=denial)


def lost_modality(pair: Pair) -> Iterator[Found]:
    """A doubt of the source that the translation states as a fact.

    可能性がある and "might", とみられる and "reportedly", 見通し and "is expected to", 疑い and "alleged": told where the
    translation has nothing that may stand for that kind of doubt. A hint to look.
    """
    for doubt in find_doubts(pair.source) if _are_known(pair) else ():
        if not may_doubt(pair.target, doubt):
            words = doubt.span.of(pair.source.article.text)
            yield Found(message=f"the doubt “{words}” is lost", span=pair.target.span, source=doubt.span)


def _are_known(pair: Pair) -> bool:
    """False for a language in which nobody knows the words that deny and doubt."""
    return {pair.source.language, pair.target.language} == {"ja", "en"}
