"""Units of a translation memory: texts beside their translations, each checked like a sentence of two documents."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from jaen.checks.ignoring import mark_ignored
from jaen.checks.pairs import pair_findings
from jaen.checks.passages import passage_of
from jaen.config import Settings
from jaen.glossary.house import Ignored
from jaen.model import Finding, Pair, Passage
from jaen.terms import Matcher
from jaen.translation.memory.exchange import Unit

__all__ = ["UnitReport", "check_unit", "is_checkable"]

_LANGUAGES = {"ja", "en"}


@dataclass(frozen=True, slots=True)
class UnitReport:
    """A unit as a pair of passages, and what was found in it.

    Attributes:
        pair: the articles of both passages are called by file, line and language (`memory.tmx:12:en`), and have file
            and line as their source.
        findings: about the target.
    """

    pair: Pair
    findings: tuple[Finding, ...]


def is_checkable(unit: Unit) -> bool:
    """True for a unit in the languages that the checks know, Japanese and English."""
    return {unit.source, unit.target} == _LANGUAGES


def check_unit(
    unit: Unit, file: str, matcher: Matcher, settings: Settings, ignored: Sequence[Ignored] = ()
) -> UnitReport:
    """What the rules of pairs find in a unit.

    Args:
        unit: a text and its translation, which may be empty.
        file: that it stands in.
        matcher: of the glossary.
        settings: how the texts are read.
        ignored: findings that an editor lets stand, see `jaen.glossary.house`.

    >>> unit = Unit(place=3, source="ja", target="en", text="150社が参加した。", translation="105 companies joined.")
    >>> [finding.code for finding in check_unit(unit, "m.tmx", Matcher(()), Settings()).findings]
    ['translation-lost-number']
    """
    place = f"{file}:{unit.place}"
    source = _called(passage_of(unit.text, unit.source, matcher, settings), place)
    target = _called(passage_of(unit.translation, unit.target, matcher, settings), place)
    pair = Pair(source, target)
    return UnitReport(pair, mark_ignored(pair_findings(pair), target.article, ignored))


def _called(passage: Passage, place: str) -> Passage:
    article = replace(passage.article, id=f"{place}:{passage.language}", source=place, is_verbatim=False)
    return replace(passage, article=article)
