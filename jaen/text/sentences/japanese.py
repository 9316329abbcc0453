"""Where a mark ends a Japanese sentence, and where it is part of a name or of reported speech."""

import re

from jaen.words.scripts import DIGIT, HAN, HIRAGANA, KATAKANA, LATIN

__all__ = ["continues", "ends_after_decoration", "ends_at_mark", "ends_at_stop", "is_japanese"]

_JAPANESE = re.compile(f"[{HIRAGANA}{KATAKANA}{HAN}\u3001-\u3020（）［］｢｣｡]")

# 。 in a name. The names are few and known; others are recognized by the particle that follows a noun's 。
_NAME_WITH_STOP = re.compile(r"(?:モーニング娘|モー娘|ゲスの極み乙女)\Z")
_NOUN_CHAR = re.compile(f"[{HAN}{KATAKANA}]")
_PARTICLE_AND_NOUN = re.compile(f"(?:[はをのも]|が(?!同時))[{HAN}{KATAKANA}{LATIN}{DIGIT}「]")

# Reported speech goes on with と or って; words that begin sentences with と are left out.
_REPORT = re.compile(
    "って(?!か)|っつ|とか|とも[言い]|という|といった|といっ|とい[いうえ]|とは(?!いえ|言え)|とのこ|との"
    "|と、|と(?=[言云思聞叫感話述書考驚声問答訴呼誘喜笑怒迫嘆語説題尋突主期判疑題銘記])|とささ|とつぶ|とたず"
    "|とせま|とほほえ|となっ|となり|となる|とした|として|とする|とし|など|なんて|みたいな|だって(?=言|思)"
)
_LATIN_CHAR = re.compile(f"[{LATIN}]")
_KATAKANA_CHAR = re.compile(f"[{KATAKANA}]")
_LAST_WORD = re.compile(f"[{LATIN}]+\\Z")
_MARK_IN_PHRASE = re.compile(f"[、，,)）・/／=＝]|[はをのに][{HAN}{KATAKANA}{LATIN}]")
# Names in Latin letters with an exclamation mark, also before kanji (Yahoo!知恵袋).
_BRANDS = frozenset(["yahoo", "y", "jeopardy", "joomla"])

# Predicates that a sentence can end on before a note, a star or an emoji.
_PREDICATE = re.compile(
    "(?:です|ます|ました|でした|ません|ましょう|でしょう|ください|下さい|[いすただ]ね|[すただい]よ|よね|かな|しい|たい|ない)\\Z"
)

# What goes on after a closing bracket although the speech inside was complete.
_SENTENCE_OPENER = (
    "だが|でも|では|でき|もう|もし|もっと|もちろん|もとも|はい|はたし|かつて|かなり|かれ|なお|なぜ|なに|なん[でか]|"
    "とはい|ところ|とも[あか]|とにかく|とりあ|とても|やが|やは|やっ|やや|がん|にもかか|にわか|のち|よう[やし]|しか[しも]|"
    "らい|ねえ|よって"
)
_CONTINUATION = re.compile(
    f"(?!{_SENTENCE_OPENER})[とっなのはがをにもへでやかだらよねし]|[。．.!?！？、，,・／/)）」』】〉》…―—~〜～(（]|[=＝:：]"
)


def is_japanese(char: str) -> bool:
    """Whether *char* is kana, kanji or a punctuation mark of East Asian text."""
    return _JAPANESE.match(char) is not None


def ends_at_stop(text: str, at: int, end: int) -> bool:
    """Whether 。 at *at* ends a sentence; *end* is the place after it and its closers.

    >>> ends_at_stop("モーニング娘。の新曲", 6, 7), ends_at_stop("発表。が、延期", 2, 3)
    (False, True)
    """
    if _NAME_WITH_STOP.search(text[max(0, at - 8) : at]):
        return text[end].isspace()
    if end > at + 1:
        return not continues(text, end)  # the end of a passage too long to be kept whole
    if at and _PARTICLE_AND_NOUN.match(text, end):
        return not _NOUN_CHAR.match(text, at - 1)
    return text[end] not in "、，,)）」』"


def ends_at_mark(text: str, at: int, end: int) -> bool:
    """Whether ！ or ？ at *at* ends a sentence; *end* is the place after the marks and their closers.

    >>> ends_at_mark("Yahoo!ニュース", 5, 6), ends_at_mark("本当？と聞いた", 2, 3), ends_at_mark("本当？次は", 2, 3)
    (False, False, True)
    """
    latin = _LAST_WORD.search(text[max(0, at - 12) : at])
    if latin and latin[0].casefold() in _BRANDS:
        return False
    if latin and end == at + 1 and (_KATAKANA_CHAR.match(text, end) or _LATIN_CHAR.match(text, end)):
        return False
    return not _REPORT.match(text, end) and not _MARK_IN_PHRASE.match(text, end)


def ends_after_decoration(text: str, at: int, end: int) -> bool:
    """Whether ♪, ☆, an emoji or (笑) at *at* ends a sentence: after a finished predicate, not in つのだ☆ひろ."""
    return _PREDICATE.search(text[max(0, at - 4) : at]) is not None and not continues(text, end)


def continues(text: str, end: int) -> bool:
    """Whether the sentence goes on after a closed quotation that ends at *end*: 「行くぞ。」と言った."""
    return _CONTINUATION.match(text, end) is not None
