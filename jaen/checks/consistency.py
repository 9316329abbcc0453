"""One source, several translations: told apart across a translation memory, many pairs, or many articles."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jaen.model import Finding, Pair, Related, Report, Severity, Span
from jaen.offsets import Lines
from jaen.words.graphemes import excerpt

__all__ = ["Told", "inconsistent_translations"]

_LETTER = re.compile(r"[^\W\d_]")
_QUOTES = str.maketrans(dict.fromkeys("“”„‘’‚「」『』\"'"))
_PLACES = 3  # that a message names
_SHOWN = 60  # code points of a text that a message shows


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A text and its translation, somewhere.

    Attributes:
        where: as a message names the place: `a.tmx:12`, `news/1.txt, line 4`.
        segment_id, span, related: of a finding about it, see `jaen.model.Finding`.
    """

    source: str
    target: str
    where: str
    segment_id: str | None = None
    span: Span | None = None
    related: tuple[Related, ...] = ()

    @classmethod
    def of_pair(cls, pair: Pair, where: str) -> "Told":
        """Of two documents, or of a unit of a translation memory; findings are about the target's article."""
        return cls(
            source=pair.source.text,
            target=pair.target.text,
            where=where,
            segment_id=pair.target.segments[0].id if pair.target.segments else None,
            span=pair.target.span,
            related=pair.source.related("source", pair.source.span),
        )

    @classmethod
    def of_report(cls, report: Report) -> Iterator["Told"]:
        """Of an article's translations that are passed on; findings are about that article."""
        segments = {segment.id: segment for segment in report.segments}
        lines = Lines(report.article.text)
        for made in report.translations:
            if made.state != "untranslated":
                segment = segments[made.segment_id]
                where = f"{report.article.source}, line {lines.number(segment.span.start)}"
                yield cls(source=segment.text, target=made.text, where=where, segment_id=segment.id, span=segment.span)


def inconsistent_translations(units: Sequence[Told]) -> tuple[tuple[int, Finding], ...]:
    """A source that is translated in different ways: the rarer ones, with what stands elsewhere.

    Sources are the same when they differ in width and white space only; of translations also case and quotation marks
    do not count. Different sources with the same translation are none: はい and ええ are both "Yes". A unit without a
    translation is left out; it has a finding of its own.

    Returns:
        (number of the unit, finding `translation-inconsistent`), by number. The most frequent translation, the earliest
        of equals, has none; it is the suggestion where it is more frequent than every other. Linear in the units.

    >>> texts = ["The law passed.", "The law passed.", "The bill passed."]
    >>> units = [Told(source="法律が成立した。", target=text, where=f"a.tmx:{n}") for n, text in enumerate(texts, 1)]
    >>> [(number, finding.message) for number, finding in inconsistent_translations(units)]
    [(2, '“法律が成立した。” is “The bill passed.” here and “The law passed.” 2 times elsewhere: a.tmx:1, a.tmx:2')]
    """
    same: defaultdict[str, list[int]] = defaultdict(list)
    for number, unit in enumerate(units):
        if _LETTER.search(unit.source) and _LETTER.search(unit.target):
            same[_folded(unit.source)].append(number)
    found = [one for numbers in same.values() if len(numbers) > 1 for one in _different(units, numbers)]
    return tuple(sorted(found, key=lambda one: one[0]))


def _different(units: Sequence[Told], numbers: Sequence[int]) -> Iterator[tuple[int, Finding]]:
    """Those of the units at *numbers*, which have one source, that are not translated as most are."""
    forms: defaultdict[str, list[int]] = defaultdict(list)
    for number in numbers:
        forms[_folded(units[number].target).translate(_QUOTES).casefold()].append(number)
    if len(forms) == 1:
        return
    usual = max(forms.values(), key=len)  # the first of those that are as frequent
    is_most = sum(len(form) == len(usual) for form in forms.values()) == 1
    ((form, _),) = Counter(units[number].target for number in usual).most_common(1)
    places = [units[number].where for number in usual]
    for rarer in forms.values():
        if rarer is not usual:
            for number in rarer:
                yield number, _finding(units[number], form, places, is_most=is_most)


def _finding(unit: Told, form: str, places: Sequence[str], *, is_most: bool) -> Finding:
    times = "once" if len(places) == 1 else f"{len(places)} times"
    more = f" and {len(places) - _PLACES} more" if len(places) > _PLACES else ""
    source, target, usual = (excerpt(text, _SHOWN) for text in (unit.source, unit.target, form))
    return Finding(
        code="translation-inconsistent",
        severity=Severity.WARNING,
        message=(f"“{source}” is “{target}” here and “{usual}” {times} elsewhere: {', '.join(places[:_PLACES])}{more}"),
        segment_id=unit.segment_id,
        span=unit.span,
        suggestion=form if is_most else None,
        related=unit.related,
    )


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())
