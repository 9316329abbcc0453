"""Japanese words that have two spellings: long vowels of katakana, okurigana, kana for kanji.

Words are compared only where the dictionary says that they are one, or their kanji do; names keep their own spelling.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from jaen.checks.article.variants import Variant
from jaen.model import Role, Segment, Span, Token
from jaen.terms.folding import KANA
from jaen.words.scripts import HAN, HIRAGANA

__all__ = ["kana_for_kanji", "katakana", "okurigana", "widths"]

_KATAKANA = re.compile(f"[{KANA}]{{2,}}")
_OF_SOME_WIDTH = re.compile(f"[A-Za-z]+|[Ａ-Ｚａ-ｚ]+|[{KANA}]+|[\uff66-\uff9f]+")
_KANJI_RUN = re.compile(f"[{HAN}々]+")
_ALL_KANJI = re.compile(f"[{HAN}々]{{2,}}")
_ALL_HIRAGANA = re.compile(f"[{HIRAGANA}ー]{{2,}}")
_MIXED = re.compile(f"[{HAN}々{HIRAGANA}]+")
_NUMERAL = re.compile("[一二三四五六七八九十百千万何数]")
_NOUN = ("名詞", "接尾辞-名詞的", "接頭辞")
_PARTICLE_OF_NOUN = ("助詞-格助詞", "助詞-係助詞")
_ADVERBIAL = ("副詞", "接続詞", "連体詞", "形状詞")
_LONGEST = 12  # words on either side that may belong to one name
_COMMON_NOUN = "名詞-普通名詞"
_KANA_OR_KANJI = (*_ADVERBIAL, _COMMON_NOUN)

# What a compound ends in that is the name of a body, a law or a plan: 内閣サイバーセキュリティセンター.
_NAME_ENDS = re.compile(
    "(?:センター|協会|法|会社|社|省|庁|局|室|課|部|本部|機構|大学|大学院|学部|学科|学校|研究所|研究会|研究センター|委員会|会議|協議会|学会"
    "|連盟|連合|組合|財団|法人|賞|法案|条約|条例|戦略|構想|計画|基金|銀行|署|隊|団|クラブ|ホールディングス|グループ|サミット|フォーラム)"
)


def katakana(segment: Segment) -> Iterator[Variant]:
    """サーバ and サーバー, デジタル and ディジタル: katakana words with one entry in the dictionary (UniDic's lemma)."""
    for number, token in enumerate(segment.tokens):
        if not token.xpos.startswith(_COMMON_NOUN) or not token.lemma or not _KATAKANA.fullmatch(token.surface):
            continue
        if not _is_in_name(segment.tokens, number):
            yield Variant(f"katakana {token.lemma}", token.surface, token.surface, token.span)


def okurigana(segment: Segment) -> Iterator[Variant]:
    """引き上げ and 引上げ, 行う and 行なう: the same kanji with more or fewer kana between or after them.

    A noun inside a compound has fewer by custom (申込書, but 申し込み), and verbs have more than nouns (取り引きする would be
    one, 取引 is the other): verbs are compared with verbs, free nouns with free nouns.
    """
    for number, token in enumerate(segment.tokens):
        if (
            not token.xpos.startswith((_COMMON_NOUN, "動詞"))
            or not token.reading
            or not _MIXED.fullmatch(token.surface)
        ):
            continue
        kanji = "".join(_KANJI_RUN.findall(token.surface))
        if not kanji:
            continue
        if token.xpos.startswith("動詞") and not _is_noun_form(segment.tokens, number):
            base = token.orth_base or ""
            lemma = token.lemma or ""
            is_other = base.endswith("れる") != lemma.endswith("れる") or lemma.endswith("ずる")  # 見れる, 感じる
            if lemma and _MIXED.fullmatch(base) and not is_other:
                key = f"okurigana {lemma} {kanji} {base[-1]}"  # 行う and 行える end otherwise
                yield Variant(key, base[:-1], token.surface, token.span)
        elif len(kanji) > 1 and not _is_compound(segment.tokens, number):
            yield Variant(f"okurigana {kanji} {token.reading}", token.surface, token.surface, token.span)


def kana_for_kanji(segment: Segment) -> Iterator[Variant]:
    """さらに and 更に, 子ども and 子供: adverbs and the like, and nouns of two kanji, with one entry in the dictionary."""
    for number, token in enumerate(segment.tokens):
        if not token.xpos.startswith(_KANA_OR_KANJI) or not token.lemma or not _MIXED.fullmatch(token.surface):
            continue
        if _NUMERAL.match(token.lemma):
            continue
        is_adverbial = token.xpos.startswith(_ADVERBIAL) and len(token.lemma) > 1
        is_noun = token.xpos.startswith(_COMMON_NOUN) and _ALL_KANJI.fullmatch(token.lemma)
        if (is_adverbial or is_noun) and not _is_in_name(segment.tokens, number):
            kanji = "".join(_KANJI_RUN.findall(token.surface))
            if not kanji and not _ALL_HIRAGANA.fullmatch(token.surface):
                continue
            if set(kanji) <= set(token.lemma):
                yield Variant(f"kana {token.lemma} {token.reading}", token.surface, token.surface, token.span)


def widths(segment: Segment) -> Iterator[Variant]:
    """ＡＩ and AI, ｻｰﾊﾞｰ and サーバー; a headline has a width of its own on many sites and is not compared."""
    if segment.language != "ja" or segment.role in (Role.TITLE, Role.HEADING):
        return
    for match in _OF_SOME_WIDTH.finditer(segment.text):
        usual = unicodedata.normalize("NFKC", match.group())
        yield Variant(f"width {usual}", match.group(), match.group(), Span(*match.span()).shift(segment.span.start))


def _is_noun_form(tokens: Sequence[Token], number: int) -> bool:
    """Whether a verb stands as a noun, before a particle that only nouns have: 申し込みを."""
    token = tokens[number]
    following = tokens[number + 1] if number + 1 < len(tokens) else None
    return (
        following is not None
        and following.span.start == token.span.end
        and following.xpos.startswith(_PARTICLE_OF_NOUN)
        and following.surface in "をがのはも"
    )


def _is_compound(tokens: Sequence[Token], number: int) -> bool:
    token = tokens[number]
    before = tokens[number - 1] if number else None
    after = tokens[number + 1] if number + 1 < len(tokens) else None
    return bool(
        (before and before.span.end == token.span.start and before.xpos.startswith(_NOUN))
        or (after and after.span.start == token.span.end and after.xpos.startswith((*_NOUN, "接尾辞")))
    )


def _is_in_name(tokens: Sequence[Token], number: int) -> bool:
    """Whether a word is part of a name: beside a proper noun or ・, or in a compound that ends as names of bodies do."""
    first = last = number
    least, most = max(0, number - _LONGEST), min(len(tokens) - 1, number + _LONGEST)
    while first > least and tokens[first - 1].span.end == tokens[first].span.start and _joins(tokens[first - 1]):
        first -= 1
    while last < most and tokens[last].span.end == tokens[last + 1].span.start and _joins(tokens[last + 1]):
        last += 1
    compound = tokens[first : last + 1]
    if any(token.xpos.startswith("名詞-固有名詞") or token.surface == "・" for token in compound):
        return True
    return last > number and _NAME_ENDS.fullmatch(tokens[last].surface) is not None


def _joins(token: Token) -> bool:
    return token.xpos.startswith(_NOUN) or token.surface == "・"
