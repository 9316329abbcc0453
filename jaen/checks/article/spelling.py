"""Checks of how words are spelled."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, takewhile

from jaen.checks.article import english_spelling, japanese_spelling
from jaen.checks.article.house import find_refused
from jaen.checks.article.variants import Variant
from jaen.checks.subject import Found, Subject
from jaen.model import Mention, MentionKind, Quotation, Related, Severity, Span
from jaen.terms.spelling import SPELLINGS

__all__ = ["house_spellings", "mixed_spellings"]

_LISTED = 10  # further places that one finding names
_VARIANTS = (
    japanese_spelling.katakana,
    japanese_spelling.okurigana,
    japanese_spelling.kana_for_kanji,
    japanese_spelling.widths,
    english_spelling.regional,
)
_OWN_WORDS = (MentionKind.FREE, MentionKind.TITLE, MentionKind.VARIANT)


def house_spellings(subject: Subject) -> Iterator[Found]:
    """A word that this desk writes in another way.

    Never inside the name of a concept (National Cyber Security Centre); in direct speech it is only information.
    """
    if not subject.house.spellings:
        return
    names = _Spans(mention.span for mention in subject.used)
    quoted = _Spans(mark.span for one in subject.content for mark in one.marks if isinstance(mark, Quotation))
    for segment in subject.content:
        for refused in find_refused(segment, subject.house.spellings):
            if names.has_longer(refused.span):
                continue
            is_quoted = quoted.has_longer(refused.span)
            reason = f" ({refused.reason})" if refused.reason else ""
            yield Found(
                message=f"{refused.span.of(subject.article.text)!r} is written {refused.write!r} on this desk{reason}",
                span=refused.span,
                suggestion=refused.write,
                severity=Severity.INFO if is_quoted else None,
            )


class _Spans:
    """Spans that do not overlap, in text order, asked in text order."""

    def __init__(self, spans: Iterator[Span]) -> None:
        self._spans = sorted(spans)
        self._at = 0

    def has_longer(self, place: Span) -> bool:
        """Whether a longer span covers *place*, which is not before the place that was asked of last."""
        while self._at < len(self._spans) and self._spans[self._at].end < place.end:
            self._at += 1
        span = self._spans[self._at] if self._at < len(self._spans) else None
        return span is not None and span.covers(place) and span.length > place.length


def mixed_spellings(subject: Subject) -> Iterator[Found]:
    """A word that the article spells in two ways.

    One finding for each spelling that is not the usual one: the glossary's, else the one found most often. Names are
    left as they are.
    """
    groups = _groups(subject)
    usual = _usual_spellings(subject) if groups else frozenset()
    for spellings in groups.values():
        ranked = sorted(spellings, key=lambda one: (one not in usual, -len(spellings[one]), spellings[one][0].span))
        best, rest = ranked[0], ranked[1:]
        is_clear = best in usual or len(spellings[best]) > len(spellings[rest[0]])
        for other in rest:
            yield _mixed(subject, spellings[other], spellings[best], is_clear=is_clear)


def _usual_spellings(subject: Subject) -> frozenset[str]:
    """Spellings that the glossary prefers or the desk has decided, in small letters."""
    concepts = subject.glossary.concepts if subject.glossary else ()
    preferred = (concept.preferred(language) for concept in concepts for language in ("ja", "en"))
    terms = (term.text.lower() for term in preferred if term)
    return frozenset((*terms, *(one.write.lower() for one in subject.house.spellings)))


def _groups(subject: Subject) -> dict[str, dict[str, list[Variant]]]:
    """Words with several spellings: key → spelling → where it stands."""
    names = _Spans(mention.span for mention in subject.used)
    terms = list(_terms(subject.used))
    known = {term.span for term in terms}
    each = (word for segment in subject.content for find in _VARIANTS for word in find(segment))
    words = _varied(chain(each, english_spelling.compounds(subject.content)))
    free = (word for word in sorted(words, key=lambda word: word.span) if word.span not in known)
    groups: dict[str, dict[str, list[Variant]]] = {}
    for word in chain(terms, (word for word in free if not names.has_longer(word.span))):
        groups.setdefault(word.key, {}).setdefault(word.spelling, []).append(word)
    return {key: spellings for key, spellings in groups.items() if len(spellings) > 1 and _is_one_word(key, spellings)}


def _varied(words: Iterable[Variant]) -> Iterator[Variant]:
    """Those of *words* that have several spellings: few of an article's thousands."""
    groups: dict[str, list[Variant]] = {}
    for word in words:
        groups.setdefault(word.key, []).append(word)
    for group in groups.values():
        if any(word.spelling != group[0].spelling for word in group):
            yield from group


def _terms(mentions: Sequence[Mention]) -> Iterator[Variant]:
    """Japanese terms of the glossary as they are spelled: サイバーセキュリティ for サイバーセキュリティー."""
    for mention in mentions:
        rules = {*mention.matched_by.split("+")} - {"exact"}
        if mention.term.language == "ja" and mention.kind in _OWN_WORDS and rules <= SPELLINGS:
            key = f"term {mention.concept.id} {mention.term.text}"
            yield Variant(key, mention.surface.lower(), mention.surface, mention.span)


def _is_one_word(key: str, spellings: dict[str, list[Variant]]) -> bool:
    """Two words with a hyphen and without are right beside each other (long-term, long term), unless one word is too."""
    return not key.startswith("compound ") or any(spelling.isalpha() for spelling in spellings)


def _mixed(subject: Subject, found: Sequence[Variant], best: Sequence[Variant], *, is_clear: bool) -> Found:
    first, other = found[0], best[0]
    better = _respelled(first.text, first.spelling, other.spelling) if is_clear else None
    advice = f"; write {better!r}" if better else "" if is_clear else "; choose one"
    return Found(
        message=f"{first.text!r} ({_times(found)}) is {other.text!r} elsewhere in this article ({_times(best)}){advice}",
        span=first.span,
        suggestion=better,
        related=(
            _related(subject, "other-spelling", other.span),
            *(_related(subject, "same-spelling", one.span) for one in found[1 : _LISTED + 1]),
        ),
    )


def _times(places: Sequence[Variant]) -> str:
    return "once" if len(places) == 1 else f"{len(places)} times"


def _respelled(text: str, spelling: str, better: str) -> str | None:
    """*text*, a form of *spelling*, as a form of the *better* one; None where the difference is not in it.

    >>> _respelled("Centres", "centre", "center"), _respelled("行なっ", "行な", "行")
    ('Centers', '行っ')
    >>> _respelled("Cyber Security", "cyber security", "cybersecurity")
    'Cybersecurity'
    """
    start = _alike(spelling, better)
    tail = _alike(spelling[start:][::-1], better[start:][::-1])
    old, new = spelling[start : len(spelling) - tail], better[start : len(better) - tail]
    lowered = text.lower()
    if not lowered.startswith(spelling[:start].lower()) or not lowered.startswith(old.lower(), start):
        return None
    rest = text[start + len(old) :]
    if old in (" ", "-") and not new and not text.isupper():
        rest = rest.lower()  # what becomes one word has one capital
    respelled = text[:start] + new + rest
    return respelled[0].upper() + respelled[1:] if text[0].isupper() else respelled


def _alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _related(subject: Subject, role: str, span: Span) -> Related:
    segment = subject.segment_at(span.start)
    return subject.article.related(role, segment.id if segment else "", span)
