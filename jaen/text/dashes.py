"""Dashes by kind. One mark has many meanings, and none may be folded into another.

― opens an interview question, names the source of a headline or parts a clause; — also ends a dateline; 〜 is a
range (150〜200社) or a long vowel (すご〜い); a dash in サ―バ is a long vowel written with the wrong key.
"""

import re

from jaen.model import Dash, DashKind, Span
from jaen.words.scripts import DIGIT, HAN, HIRAGANA, KATAKANA, LATIN
from jaen.words.tokens import tokenize_ja

__all__ = ["find_dashes"]

_LONG = "―—─━"  # and –, which is also a range
_WAVES = "〜～"
_KANA_CHARS = f"{HIRAGANA}{KATAKANA}"
# ー and ｰ are dashes only where no kana precedes them; ~ is one only between figures.
_DASH = re.compile(
    f"[{_LONG}]+|[–‒]+|[{_WAVES}]+|-+|[‐‑−－⁃]|(?<![{_KANA_CHARS}])[ーｰ](?![ーｰ])|(?<=[{DIGIT}])~(?=[{DIGIT}])"
)
_LINE_START = re.compile("(?:\\A|[\n\r\u2028\u2029])[^\\S\n\r]*\\Z")
_JAPANESE_CHAR = f"[{HIRAGANA}{KATAKANA}{HAN}]"
_JAPANESE = re.compile(_JAPANESE_CHAR)
_NAME_CHAR = re.compile(f"[{HAN}{KATAKANA}]")
_QUESTION_FOLLOWS = re.compile(
    f'[^\\S\n]?[「『（(“"]?(?:{_JAPANESE_CHAR}|[{LATIN}{DIGIT}][^\n]{{0,60}}?{_JAPANESE_CHAR})'
)
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’]{2,}(?:[ /-]+[A-Z][A-Z.'’]*)*|(?:[A-Z][\w.'’]+[ ]?){1,3}(?=[,(]|, ))"
    r"(?:, [A-Z][A-Za-z.]+(?: \d{1,2})?(?:, \d{4})?)*(?:,? ?\([\w /]{2,20}\))?\s*"
)
_DIGIT_OR_UNIT = re.compile(
    f"[{DIGIT}一二三四五六七八九十百千万億兆年月日時分秒円％%度歳人社件回章巻号歩階番代位話]\\Z"
)
_FIGURE = re.compile(f"[^\\S\n]?[約およそ第同翌]*[{DIGIT}一二三四五六七八九十$¥€£]")
_FIGURE_OR_DAY_BEFORE = re.compile(f"[{DIGIT}年月日時分]\\Z")
_FIGURE_BEFORE = re.compile(f"[{DIGIT}]\\Z")
_CHAIN = re.compile(r"[-‐‑−－]\d|\d[-‐‑−－]\d+\Z")
_CALENDAR = re.compile(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?")
_CALENDAR_BEFORE = re.compile(_CALENDAR.pattern + r"[^\S\n]?\Z")
_WEEKDAYS = re.compile("[月火水木金土日]")
_WORD_CHAR = re.compile(r"[^\W_]")
_SOURCE_JA = re.compile("[^\\S\n]?[^\n。、！？!?「」『』]{1,25}\\Z")
_SOURCE_EN = re.compile(r"\s*(?:[A-Z][\w.'’&-]*(?:[ ](?:of|the|and|for))?[ ]?){1,5}\Z")
_PREDICATE = re.compile("(?:[うくぐすつぬぶむるただいかね]|です|ます)\\Z")
_CLOSED_QUOTE = re.compile(r"[”\"’」』][^\S\n]?\Z")
_SUBTITLE = re.compile(f"(?:(?<=\\s)|\\A)([{_WAVES}])[^{_WAVES}\n]{{1,40}}([{_WAVES}])(?=[\\s」』]|\\Z)")
_WINDOW = 40  # code points looked at on either side


def find_dashes(text: str, offset: int = 0) -> tuple[Dash, ...]:
    """Every dash-like mark of *text* with its kind, doubled ones (――) as one mark.

    Args:
        text: one block.
        offset: code points before it in the article; added to every span.

    Returns:
        In text order. ー inside kana is a letter and left out; so are rules of four and more dashes.

    >>> [dash.kind.value for dash in find_dashes("―AIの影響は。")]
    ['question']
    >>> [dash.kind.value for dash in find_dashes("TOKYO — AI-powered tools")]
    ['dateline', 'hyphen']
    """
    found = []
    subtitles = {place for match in _SUBTITLE.finditer(text) for place in (match.start(1), match.start(2))}
    for match in _DASH.finditer(text):
        start, end = match.span()
        if start in subtitles:  # 春のコンサート ～第3章～
            found.append(Dash(span=Span(start, end).shift(offset), kind=DashKind.CLAUSE))
        elif end - start < 4:
            found.append(Dash(span=Span(start, end).shift(offset), kind=_kind(text, start, end)))
    return tuple(found)


def _kind(text: str, start: int, end: int) -> DashKind:
    mark, before, after = text[start], text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW + 1]
    if _LINE_START.search(before) and (start <= _WINDOW or "\n" in before or "\r" in before):
        return _kind_at_line_start(text, start, end)
    if _is_dateline(before, start, after):
        return DashKind.DATELINE
    if mark in _WAVES or mark == "~":
        return _kind_of_wave(before, after)
    if end - start == 1 and _is_long_vowel(before, after):
        return DashKind.LONG_VOWEL
    if _is_range(mark, before, after):
        return DashKind.RANGE
    if mark in "-‐‑−－⁃ー" and end - start == 1:
        kind = _kind_of_hyphen(mark, before, after)
        if kind is not None:
            return kind
    if (
        mark in "–‒"
        and _WORD_CHAR.match(before[-1:])
        and _WORD_CHAR.match(after)
        and not _JAPANESE.search(before[-1:] + after[:1])
    ):
        return DashKind.HYPHEN
    return DashKind.ATTRIBUTION if _names_source(text, before, end) else DashKind.CLAUSE


def _kind_at_line_start(text: str, start: int, end: int) -> DashKind:
    mark, after = text[start], text[end : end + _WINDOW * 2]
    if mark in "-−－–" and end - start == 1 and after[:1].isdigit():
        return DashKind.MINUS
    if mark in _WAVES:
        return DashKind.RANGE if _FIGURE.match(after) else DashKind.CLAUSE
    if mark == "⁃" or (mark in "-–‐*" and after[:1].isspace()):
        return DashKind.BULLET
    if _QUESTION_FOLLOWS.match(after):
        return DashKind.BULLET if mark in "-–‐" else DashKind.QUESTION
    if after[:1].isspace():
        return DashKind.ATTRIBUTION if _SOURCE_EN.match(after) else DashKind.BULLET
    return DashKind.CLAUSE


def _is_dateline(before: str, start: int, after: str) -> bool:
    """TOKYO —, WASHINGTON, May 5 (Reuters) -: only at the very start of a block."""
    return (
        start <= _WINDOW
        and bool(after[:1].isspace())
        and before[-1:].isspace()
        and _DATELINE.fullmatch(before) is not None
    )


def _kind_of_wave(before: str, after: str) -> DashKind:
    if _FIGURE.match(after) or _DIGIT_OR_UNIT.search(before):
        return DashKind.RANGE
    kana_before = re.match(f"[{_KANA_CHARS}]", before[-1:])
    if _is_long_vowel(before, after):
        return DashKind.LONG_VOWEL
    if kana_before and not re.match(f"[{KATAKANA}{HAN}{LATIN}]", after):
        return DashKind.LONG_VOWEL
    if not before.strip() or not after.strip() or before[-1:].isspace() or after[:1].isspace():
        return DashKind.CLAUSE
    return DashKind.RANGE


def _is_long_vowel(before: str, after: str) -> bool:
    """Whether the dictionary knows the word that a ー in this place would make: サ―バ, not サービス―アマゾン."""
    head = re.search(f"[{KATAKANA}]+\\Z", before)
    if head is None:
        return False
    tail = re.match(f"[{KATAKANA}]*", after)
    place = len(head[0])
    word = head[0] + "ー" + (tail[0] if tail else "")
    return any(
        token.span.start < place < token.span.end and not token.is_unknown and token.surface != "ー"
        for token in tokenize_ja(word)
    )


def _is_range(mark: str, before: str, after: str) -> bool:
    if mark in "-‐‑−－" and (_CHAIN.search(before) or re.match(rf"[{DIGIT}]+[-‐‑−－][{DIGIT}]", after)):
        return False  # 2026-05-18, a telephone number
    if _DIGIT_OR_UNIT.search(before) and _FIGURE.match(after):
        return mark not in "-‐‑" or (
            bool(_FIGURE_OR_DAY_BEFORE.search(before)) and not re.search(rf"[A-Za-z][{DIGIT}]*\Z", before)
        )
    if mark in "-–‒—" and _CALENDAR_BEFORE.search(before) and _CALENDAR.match(after.lstrip()):
        return True
    if not _NAME_CHAR.match(before[-1:]) or not _NAME_CHAR.match(after):
        return False
    if _WEEKDAYS.match(before[-1:]) and _WEEKDAYS.match(after) and not re.match(f"[{HAN}]", before[-2:-1]):
        return True
    return _is_place_before(before) and "地名" in _first_xpos(after)


def _is_place_before(before: str) -> bool:
    words = tokenize_ja(re.split("[、。「」（）\\s]", before)[-1])
    return bool(words) and (
        "地名" in words[-1].xpos or (len(words) > 1 and "地名" in words[-2].xpos and "接尾辞" in words[-1].xpos)
    )


def _first_xpos(after: str) -> str:
    words = tokenize_ja(re.split("[、。「」（）\\s]", after)[0])
    return words[0].xpos if words else ""


def _kind_of_hyphen(mark: str, before: str, after: str) -> DashKind | None:
    """What a short mark does; None when it stands for a long dash ( - )."""
    alone = not before[-1:] or before[-1:].isspace() or before[-1:] in "(（[「『、。はがを:：=＝~〜,"
    if re.match(f"[{DIGIT}.．$¥￥]", after) and (
        alone or (mark in "−－" and not _WORD_CHAR.match(before[-1:])) or _JAPANESE.match(before[-1:])
    ):
        return DashKind.MINUS
    if mark == "−" and _FIGURE_BEFORE.search(before.rstrip()) and _FIGURE.match(after):
        return DashKind.MINUS
    if before[-1:].isspace() and (not after or after[:1].isspace()):
        return None
    if _JAPANESE.match(before[-1:]) and mark in "－−ー":
        return None
    return DashKind.HYPHEN


def _names_source(text: str, before: str, end: int) -> bool:
    """Whether the block is a headline that ends in its source: …が新たに対象―米アンソロピック."""
    if len(text) - end > 60 or not before.strip():
        return False
    rest = text[end:].strip()
    if not rest:
        return False
    if _JAPANESE.search(rest) or _JAPANESE.search(before):
        return _SOURCE_JA.match(rest) is not None and not _PREDICATE.search(rest)
    return _SOURCE_EN.match(rest) is not None and not rest.endswith(".")
