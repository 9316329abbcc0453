"""What a bracket says something about: the noun compound, the kanji or the English phrase that stands before it."""

import re
from collections.abc import Sequence

from jaen.model import Span, Token
from jaen.words.readings import to_katakana
from jaen.words.scripts import DIGIT, HAN, HIRAGANA, KATAKANA, LATIN
from jaen.words.tokens import tokenize_ja

__all__ = ["english_phrase", "japanese_noun", "long_form", "read_kanji", "words_before"]

WINDOW = 40  # code points looked at before a Japanese bracket; longer compounds are cut there
_WINDOW_EN = 120

_EDGES = re.compile('[。．、，！？「」『』（）()\\[\\]【】〔〕〈〉《》“”"\\s:：;；―—〜～→]')
_LATIN_NAME = re.compile(f"(?:[{LATIN}][{LATIN}{DIGIT}.&'’-]*[ ])*[{LATIN}][{LATIN}{DIGIT}.&'’-]*\\Z")
_KATAKANA_RUN = re.compile(f"[{KATAKANA}・]+\\Z")
_NOUN = (
    "代名詞", "名詞-普通名詞", "名詞-固有名詞", "名詞-数詞", "接頭辞", "接尾辞-名詞的", "接尾辞-形状詞的", "形状詞-一般", "記号-文字"
)  # fmt: skip
_JOINERS = frozenset("・＝=‐-&＆ー／/")
_COUNTRIES = frozenset("米英仏独露ロ中韓伊豪加印欧日")
_TIME_NOUN = "名詞-普通名詞-副詞可能"

_KANJI_RUN = re.compile(f"[{HAN}ヶケ]+\\Z")
_KANJI_OR_HIRAGANA = re.compile(f"(?P<kanji>[{HAN}ヶケ]+)|[{HIRAGANA}]+")
_PHRASE = 16  # code points of a phrase that one bracket reads
_NAME_IN_TWO = re.compile(f"[{HAN}ヶ]{{1,5}}[・ 　][{HAN}ヶ]{{1,5}}\\Z")
_BETWEEN_PARTS = re.compile("[・ 　=＝]")
# The same sound in two spellings, and marks of voicing (庁 is チョウ or ジョウ in compounds).
_FOLDED = str.maketrans(
    "ヂヅガギグゲゴザジズゼゾダデドバビブベボパピプペポャュョッァィゥェォヲ",
    "シスカキクケコサシスセソタテトハヒフヘホハヒフヘホヤユヨツアイウエオオ",
)

_NAME_WORD = r"[A-Z][\w'’&.-]*"
_NAME_PHRASE = re.compile(rf"{_NAME_WORD}(?:[ ](?:{_NAME_WORD}|of|the|and|for|in|on|de|&|\d+))*[ ]?\Z")
_LAST_WORDS = re.compile(r"[\w$¥€£][\w'’.,%-]*\Z")


def words_before(text: str, at: int) -> tuple[Token, ...]:
    """The Japanese words that reach to *at* without punctuation between, at most `WINDOW` characters."""
    start = max(0, at - WINDOW)
    edges = [match.end() for match in _EDGES.finditer(text, start, at)]
    start = edges[-1] if edges else start
    return tokenize_ja(text[start:at], start)


def japanese_noun(text: str, at: int) -> Span | None:
    """The noun compound that ends at *at*, without a country prefix or a word of time; None when there is none.

    >>> text = "昨年、米国家安全保障局"
    >>> japanese_noun(text, len(text)).of(text)
    '国家安全保障局'
    """
    latin = _LATIN_NAME.search(text[max(0, at - WINDOW) : at])
    words = list(words_before(text, at))
    first = len(words)
    while first and (words[first - 1].xpos.startswith(_NOUN) or words[first - 1].surface in _JOINERS):
        first -= 1
    nouns = words[first:]
    while len(nouns) > 1 and _is_loose(nouns[0], nouns[1]):
        nouns = nouns[1:]
    if nouns and nouns[0].surface not in _JOINERS:
        start = nouns[0].span.start
        return Span(min(start, at - len(latin[0])) if latin else start, at)
    name = latin or _KATAKANA_RUN.search(text[max(0, at - WINDOW) : at])  # names the dictionary takes for a cry
    return Span(at - len(name[0]), at) if name else None


def _is_loose(word: Token, following: Token) -> bool:
    """Whether the first word of a compound is only put before it: 米(連邦準備制度理事会), 昨年(導入)."""
    return (
        word.surface in _JOINERS
        or word.xpos == _TIME_NOUN
        or (word.surface in _COUNTRIES and len(following.surface) > 1)
    )


def read_kanji(text: str, at: int, kana: str) -> Span | None:
    """The kanji before *at* that *kana* reads, or None when it can't be their reading.

    UniDic's reading decides; for names and rare words it does not know, a plausible length (one to four kana a
    kanji) is enough when *kana* is hiragana or the kanji are a person's name.
    """
    parts = _BETWEEN_PARTS.split(kana)
    sound = _folded("".join(parts))
    if len(parts) > 1 and (name := _NAME_IN_TWO.search(text[max(0, at - 12) : at])):
        return Span(at - len(name[0]), at)
    words = words_before(text, at)
    heard = ""
    for word in reversed(words):
        heard = _folded(word.reading or word.surface) + heard
        if heard == sound:
            return Span(word.span.start, at)
        if len(heard) > len(sound) + 2:
            break
    run = _KANJI_RUN.search(text[max(0, at - 12) : at])
    if run is None:
        return None
    read = [word for word in words if word.span.start >= at - len(run[0])]
    if not _is_hiragana(kana) and not _is_name(read):
        return None  # 独(ドイツ) is no reading
    edges = {word.span.start for word in read} | {at - len(run[0])}
    plausible = [start for start in edges if at - start <= len(sound) <= 4 * (at - start)]
    if not plausible:
        return _read_phrase(text, at, kana)
    # Two kana a kanji is the mean; the nearest to it is the base.
    return Span(min(plausible, key=lambda start: (abs(len(sound) - 2 * (at - start)), start)), at)


def _read_phrase(text: str, at: int, kana: str) -> Span | None:
    """The kanji with the hiragana between them before *at* that *kana* reads: 諸刃の剣(もろはのつるぎ)."""
    runs = list(_KANJI_OR_HIRAGANA.finditer(text, max(0, at - _PHRASE), at))
    pattern = ""
    for run, following in zip(reversed(runs), [None, *reversed(runs)], strict=False):
        if run.end() != (following.start() if following else at):
            break
        if run["kanji"] is None:
            pattern = run[0] + pattern
        else:
            pattern = f".{{1,{4 * len(run[0])}}}" + pattern
            if re.fullmatch(pattern, kana):
                return Span(run.start(), at)
    return None


def _folded(kana: str) -> str:
    return to_katakana(kana).translate(_FOLDED).replace("ー", "").replace("・", "")


def _is_hiragana(kana: str) -> bool:
    return "ぁ" <= kana[0] <= "ん"


def _is_name(words: Sequence[Token]) -> bool:
    """Whether kanji are a person's name, or no word of the dictionary (尹錫悦, read ユンソンニョル)."""
    return any("人名" in word.xpos or word.is_unknown or word.xpos == "記号-一般" for word in words)


def english_phrase(text: str, at: int) -> Span | None:
    """The name, or else the word, that ends before *at*: what an explanation in parentheses explains."""
    before = text[max(0, at - _WINDOW_EN) : at].rstrip()
    stop = max(0, at - _WINDOW_EN) + len(before)
    match = _NAME_PHRASE.search(before) or _LAST_WORDS.search(before)
    if match is None:
        return None
    start = stop - len(before) + match.start()
    if text.startswith(("The ", "In ", "At ", "On ", "And ", "But ", "For "), start):
        start = text.index(" ", start) + 1
    return Span(start, stop) if start < stop else None


def long_form(text: str, at: int, short: str) -> Span | None:
    """The words before *at* that *short* abbreviates (A. Schwartz and M. Hearst, PSB 2003), or None.

    >>> text = "the National Security Secretariat "
    >>> long_form(text, len(text), "NSS").of(text)
    'National Security Secretariat'
    """
    letters = [char for char in short if char.isalnum()]
    if len(letters) > 2 and letters[-1] == "s" and letters[-2].isupper():
        letters.pop()  # LLMs
    begin = max(0, at - _WINDOW_EN)
    begin = max(begin, text.rfind(")", begin, at) + 1)  # behind the bracket before: (NHS) met. The Harbor …
    before = text[begin:at].rstrip()
    stop = begin + len(before)
    words = [match.start() for match in re.finditer(r"\S+", before)][-min(len(letters) + 5, 2 * len(letters)) :]
    place = len(before)
    for number in range(len(letters) - 1, -1, -1):
        place -= 1
        wanted = letters[number].casefold()
        while place >= 0 and not _fits(before, place, wanted, first=number == 0):
            place -= 1
        if place < 0:
            return None
    if not words or place < words[0]:
        return None
    return Span(stop - len(before) + place, stop)


def _fits(text: str, place: int, letter: str, *, first: bool) -> bool:
    if text[place].casefold() != letter:
        return False
    return not first or place == 0 or not text[place - 1].isalnum()
