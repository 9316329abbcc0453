"""Names in Japanese: katakana, people and places in kanji, Latin letters."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from jaen.model import Passage, Segment, Span, Token
from jaen.terms.affixes import TITLES
from jaen.translation.guards.verbatim import find_verbatim
from jaen.words.exonyms import english_exonyms
from jaen.words.scripts import HAN, KATAKANA, LATIN

__all__ = ["JapaneseName", "Sort", "japanese_names", "katakana_runs"]

_RUN = re.compile(f"[{KATAKANA}]+(?:[・･＝][{KATAKANA}]+)*")
_JOINT = re.compile("[・･＝]")
_KANJI = re.compile(f"[{HAN}]{{2,}}")
_LETTERS = re.compile(f"[{LATIN}]{{2,}}")
_PROPER, _PERSON, _PLACE = "名詞-固有名詞", "名詞-固有名詞-人名", "名詞-固有名詞-地名"
_FAMILY, _GIVEN = "名詞-固有名詞-人名-姓", "名詞-固有名詞-人名-名"
_GOES_ON = re.compile(f"[{HAN}{KATAKANA}]")
_LONG_COMPOUND = re.compile(f"[{HAN}]{{4}}")  # 英国王立鳥類保護協会 may be a name of its own, 英国政府 is not
# What may follow a place; with another kanji it is another word: 大西|洋, 日本|語.
_PLACE_ENDS = re.compile(f"(?![{HAN}{KATAKANA}])|[都道府県市区町村州駅港川島湾内側発着産出在]")
_BEHIND_NAMES = TITLES | frozenset("氏様君殿嬢家派側達他作著訳編監記選役型式流版似画曲")
_HONORIFICS = re.compile("(?:氏|さん|容疑者|被告|選手|大統領|首相|監督|教授|博士|議員|知事|市長)")


class Sort(StrEnum):
    """How a name is brought into English."""

    SOUND = "sound"  # クリントン
    PERSON = "person"  # 佐久間玲子, by a reading
    PLACE = "place"  # 京都, by its reading
    EXONYM = "exonym"  # ドイツ, by a list
    LETTERS = "letters"  # NTT, as it is


@dataclass(frozen=True, slots=True)
class JapaneseName:
    """A name.

    Attributes:
        span: in the article.
        parts: of a name in katakana what ・ joins, of a person's in kanji family and given name, else the name.
        is_sure: False for what may be a common word, or a name that English does not say by its Japanese reading.
    """

    span: Span
    text: str
    sort: Sort
    parts: tuple[str, ...]
    is_sure: bool


def japanese_names(passage: Passage) -> tuple[JapaneseName, ...]:
    """The names in *passage*, in text order; they do not overlap."""
    names = [name for segment in passage.segments for name in _names(segment)]
    names.sort(key=lambda name: name.span)
    return tuple(names)


def katakana_runs(passage: Passage) -> Iterator[tuple[str, bool]]:
    """Every run of katakana, name or not, and the words it is made of; True for those."""
    for segment in passage.segments:
        for match in _RUN.finditer(segment.text):
            yield match[0], False
            words = [token.surface for token in _tokens(segment, match.span()) if len(token.surface) > 2]
            parts = dict.fromkeys((*_JOINT.split(match[0]), *words))
            yield from ((part, True) for part in parts if part != match[0])


def _names(segment: Segment) -> Iterator[JapaneseName]:
    for match in _RUN.finditer(segment.text):
        yield from _katakana(segment, match)
    yield from _kanji(segment)
    for span in find_verbatim(segment.text, "ja"):
        text = span.of(segment.text)
        if _LETTERS.match(text):
            yield JapaneseName(span.shift(segment.span.start), text, Sort.LETTERS, (text,), is_sure=len(text) > 2)


def _tokens(segment: Segment, place: tuple[int, int]) -> Sequence[Token]:
    start, end = segment.span.start + place[0], segment.span.start + place[1]
    first = bisect_right(segment.tokens, start, key=lambda token: token.span.end)
    last = bisect_left(segment.tokens, end, key=lambda token: token.span.start)
    return segment.tokens[first:last]


# --- katakana ---------------------------------------------------------------------------------------------------------


def _katakana(segment: Segment, match: re.Match[str]) -> Iterator[JapaneseName]:
    """The name in a run of katakana; none in a common word (データ) and in a compound of such (データセンター)."""
    tokens = _tokens(segment, match.span())
    text, start = match[0], segment.span.start
    span = Span(*match.span()).shift(start)
    if english_exonyms(text):
        yield JapaneseName(span, text, Sort.EXONYM, (text,), is_sure=True)
        return
    known = [token for token in tokens if english_exonyms(token.surface) and span.covers(token.span)]
    if known:  # アメリカンフットボール is one word, アメリカチーム two
        for token in known:
            yield JapaneseName(token.span, token.surface, Sort.EXONYM, (token.surface,), is_sure=False)
        return
    is_addressed = _HONORIFICS.match(segment.text, match.end()) is not None
    if not is_addressed and not any(_may_be_name(token) for token in tokens):
        return
    parts = tuple(part for part in _JOINT.split(text) if part)
    is_sure = is_addressed or (any(_is_name(segment, token) for token in tokens) and not _is_plant(tokens))
    yield JapaneseName(span, text, Sort.SOUND, parts, is_sure)


def _is_plant(tokens: Sequence[Token]) -> bool:
    """Whether the dictionary takes the beginning of a common word for a family name: サトウ|キビ, sugarcane."""
    return len(tokens) == 2 and tokens[0].xpos == _FAMILY and tokens[1].xpos.startswith("名詞-普通名詞")


def _may_be_name(token: Token) -> bool:
    return token.is_unknown or token.xpos.startswith(_PROPER)


def _is_name(segment: Segment, token: Token) -> bool:
    """Whether the dictionary says so, or has no such word; a word of two kana is often a piece of another one."""
    if len(token.surface) > 2:
        return _may_be_name(token)
    return token.xpos.startswith(_PERSON) and not _GOES_ON.match(segment.text, token.span.end - segment.span.start)


# --- kanji ------------------------------------------------------------------------------------------------------------


def _kanji(segment: Segment) -> Iterator[JapaneseName]:
    """People with a family name and places."""
    tokens = segment.tokens
    at = 0
    while at < len(tokens):
        token = tokens[at]
        at += 1
        if not token.xpos.startswith(_PROPER) or not _is_kanji(token):
            continue
        if english_exonyms(token.surface):
            if len(token.surface) > 1:
                is_sure = not _LONG_COMPOUND.match(segment.text, token.span.end - segment.span.start)
                yield JapaneseName(token.span, token.surface, Sort.EXONYM, (token.surface,), is_sure)
        elif token.xpos == _FAMILY:
            name = _person(segment, tokens[at - 1 : at + 2])
            at += len(name.parts) - 1
            yield name
        elif token.xpos.startswith(_PLACE) and len(token.surface) > 1 and token.reading:
            is_sure = _PLACE_ENDS.match(segment.text, token.span.end - segment.span.start) is not None
            yield JapaneseName(token.span, token.surface, Sort.PLACE, (token.surface,), is_sure)


def _is_cut(tokens: Sequence[Token]) -> bool:
    """Whether the dictionary cuts a given name that it does not know: 優|馬, but not 優|氏."""
    if len(tokens) < 2 or tokens[0].span.end != tokens[1].span.start or not _is_kanji(tokens[1]):
        return False
    rest = tokens[1]
    is_more = rest.xpos.startswith(("名詞", "接尾辞")) and len(rest.surface) == 1 and rest.surface not in _BEHIND_NAMES
    return rest.xpos.startswith(_PERSON) or is_more


def _is_kanji(token: Token) -> bool:
    return re.fullmatch(f"[{HAN}ヶケノ]+", token.surface) is not None


def _person(segment: Segment, tokens: Sequence[Token]) -> JapaneseName:
    """The name that begins with a family name, the first of up to three *tokens*.

    A family name of one kanji (林, 金) may be Chinese or Korean, and one by itself may be a place or a shop.
    """
    family, following = tokens[0], tokens[1] if len(tokens) > 1 else None
    is_next = following is not None and following.span.start == family.span.end
    is_given = following is not None and following.xpos.startswith(_PERSON) and len(following.surface) < 5
    is_cut = is_next and is_given and _is_cut(tokens[1:])
    if following is not None and is_next and is_given and not is_cut:
        span = Span(family.span.start, following.span.end)
        parts = (family.surface, following.surface)
        return JapaneseName(span, "".join(parts), Sort.PERSON, parts, is_sure=len(family.surface) > 1)
    is_addressed = following is not None and is_next and following.surface in TITLES
    is_alone = not _GOES_ON.match(segment.text, family.span.end - segment.span.start)
    is_sure = (is_addressed or is_alone or is_cut) and len(family.surface) > 1
    return JapaneseName(family.span, family.surface, Sort.PERSON, (family.surface,), is_sure)
