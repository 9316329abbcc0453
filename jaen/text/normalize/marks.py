"""Edits that need to know what a mark does: readings in brackets, and dashes."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from jaen.model import Bracket, BracketKind, Dash, DashKind, Mark, Span
from jaen.text.brackets import find_brackets
from jaen.text.dashes import find_dashes
from jaen.words.scripts import HAN, HIRAGANA, KATAKANA

# A bracket that holds nothing but kana may hold a reading.
_MAY_BE_RUBY = re.compile(f"[(（][{HIRAGANA}{KATAKANA}・=＝ \u3000]{{1,60}}[)）]")
DASHES = "\u2010-\u2015\u2212\u2500\u2501\ufe31\ufe32\ufe58\ufe63\uff0d\uff5e"
_ANY_DASH = re.compile(f"[{DASHES}]")
_KANA_HYPHEN = re.compile("[ァ-ヺー]-")
# Where nothing says what a dash does, only its width is settled.
_PLAIN = {"\u2010": "-", "\u2011": "-", "\uff0d": "-", "\uff5e": "〜"}
_BY_KIND: dict[DashKind, dict[str, str]] = {
    DashKind.LONG_VOWEL: dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\u2501\uff0d-", "ー"),
    DashKind.QUESTION: dict.fromkeys("\u2012\u2013\u2014\u2500\u2501\uff0dー", "―"),
    DashKind.ATTRIBUTION: dict.fromkeys("\u2012\u2013\u2014\u2500\u2501\uff0dー", "―"),
    DashKind.CLAUSE: dict.fromkeys("\u2500\u2501", "―"),
    DashKind.MINUS: {"\u2212": "-"},
}
# Attributions in English text keep their — and –.
_LATIN_DASHES = frozenset("\u2012\u2013\u2014")
_JAPANESE = re.compile(f"[{HIRAGANA}ァ-ヺ{HAN}、。」』]")  # without ー, which a dash may just have become


def may_have_marks(text: str, present: str, rules: frozenset[str]) -> bool:
    """False when no bracket and no dash of *text* can need an edit; *present* holds its unusual characters."""
    return ("ruby" in rules and _may_be_ruby(text)) or ("dashes" in rules and _may_be_dash(text, present))


def _may_be_ruby(text: str) -> bool:
    return ("(" in text or "（" in text) and bool(_MAY_BE_RUBY.search(text))


def _may_be_dash(text: str, unusual: str) -> bool:
    if _ANY_DASH.search(unusual) or text.startswith("ー"):
        return True
    return "-" in text and bool(_KANA_HYPHEN.search(text))


def find_marks(text: str, rules: frozenset[str]) -> list[Mark]:
    """The brackets and dashes of *text*, as far as *rules* may need them."""
    marks: list[Mark] = []
    if "ruby" in rules and _may_be_ruby(text):
        marks += find_brackets(text)
    if "dashes" in rules and _may_be_dash(text, text):
        marks += find_dashes(text)
    return marks


def edits(
    text: str, marks: Iterable[Mark], rules: frozenset[str], place: Callable[[Span], Span]
) -> list[tuple[int, int, str, str]]:
    """Readings dropped and dashes rewritten, in order of the text.

    Args:
        text: what to edit.
        marks: its brackets and dashes, perhaps with spans in an earlier form of the text.
        rules: `ruby` and `dashes` are read.
        place: where a mark's span is in *text*.
    """
    readings: list[Span] = []
    kinds: dict[int, DashKind] = {}
    for mark in marks:
        if isinstance(mark, Bracket) and mark.kind is BracketKind.READING:
            readings.append(place(mark.span))
        elif isinstance(mark, Dash):
            span = place(mark.span)
            kinds.update(dict.fromkeys(range(span.start, span.end), mark.kind))
    lifted = [(*span, "", "ruby") for span in _outermost(text, readings)] if "ruby" in rules else []
    dashes = _dash_edits(text, kinds) if "dashes" in rules else []
    return _without_inner(lifted, dashes)


def _outermost(text: str, readings: list[Span]) -> Iterator[tuple[int, int]]:
    """Spans to drop, none inside another, each with a blank that would otherwise meet another blank."""
    end = 0
    for span in sorted(readings):
        if span.start < end or not span.length:
            continue
        start, end = span.start, span.end
        if text[start - 1 : start] == " " and text[end : end + 1] in ("", " "):
            start -= 1
        yield start, end


def _dash_edits(text: str, kinds: Mapping[int, DashKind]) -> Iterator[tuple[int, int, str, str]]:
    places = set(kinds).union(match.start() for match in _ANY_DASH.finditer(text))
    for at in sorted(places):
        plain = _dash(text, at, kinds.get(at))
        if plain:
            yield at, at + 1, plain, "dashes"


def _dash(text: str, at: int, kind: DashKind | None) -> str | None:
    """What the dash at *at* is written as, None when it stays."""
    char = text[at]
    plain = _BY_KIND[kind].get(char) if kind in _BY_KIND else None
    if plain == "―" and char in _LATIN_DASHES:
        neighbors = text[max(0, at - 3) : at].rstrip()[-1:] + text[at + 1 : at + 4].lstrip()[:1]
        if not _JAPANESE.search(neighbors):
            return None
    return plain or _PLAIN.get(char)


def _without_inner(
    lifted: list[tuple[int, int, str, str]], dashes: Iterable[tuple[int, int, str, str]]
) -> list[tuple[int, int, str, str]]:
    """Both lists in one order, without the dashes inside what is lifted."""
    kept: list[tuple[int, int, str, str]] = []
    end = 0
    for edit in sorted([*lifted, *dashes]):
        if edit[0] >= end:
            kept.append(edit)
            end = edit[1]
    return kept
