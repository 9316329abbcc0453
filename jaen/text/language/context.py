"""What a whole document says about its short pieces."""

import re
from dataclasses import dataclass

from jaen.text.language.han import decide_characters
from jaen.text.language.latin import decide_latin
from jaen.words.scripts import HAN, HANGUL, HIRAGANA, KATAKANA, LATIN

_KANA = re.compile(f"[{HIRAGANA}{KATAKANA}]+")
_HAN = re.compile(f"[{HAN}]+")
_HANGUL = re.compile(f"[{HANGUL}]+")
_EAST = re.compile(f"[{HIRAGANA}{KATAKANA}{HAN}{HANGUL}]+")
_LATIN = re.compile(f"[{LATIN}]+")
# A Chinese text that quotes a Japanese title stays under 0.01, a Japanese text with a long list of names above 0.1.
_KANA_SHARE = 0.04
_LETTERS_PER_CHARACTER = 2.0  # an English word of five letters says what two Japanese characters say


@dataclass(frozen=True, slots=True)
class Context:
    """What a document says about pieces of it that can't be decided alone.

    Attributes:
        language: of the document as a whole, `und` when it has no words.
        han: language of its text in Han characters without kana, `und` when the document doesn't say.
        latin: language of its text in Latin letters, `und` when the document doesn't say.
    """

    language: str
    han: str
    latin: str


def read_context(text: str) -> Context:
    r"""Read a whole document, once, for `detect` to decide its lines by; time is linear in its length.

    >>> read_context("東京の天気は晴れです。\n飯田陽一\nQuick Look at the weather")
    Context(language='ja', han='ja', latin='en')
    """
    kana, han, hangul = (_letters(pattern, text) for pattern in (_KANA, _HAN, _HANGUL))
    han_language = _han_language(text, kana, han, hangul)
    latin_words = _LATIN.findall(text)
    latin_language = decide_latin(_EAST.sub(" ", text), "und")[0] if latin_words else "und"
    weights = {
        "ko": hangul * _LETTERS_PER_CHARACTER,
        latin_language: float(sum(map(len, latin_words))),
    }
    script_language = han_language if han_language != "und" else "ja"
    weights[script_language] = weights.get(script_language, 0.0) + (kana + han) * _LETTERS_PER_CHARACTER
    language, weight = max(weights.items(), key=lambda item: item[1])
    return Context(language if weight else "und", han_language, latin_language)


def _letters(pattern: re.Pattern[str], text: str) -> int:
    return sum(map(len, pattern.findall(text)))


def _han_language(text: str, kana: int, han: int, hangul: int) -> str:
    if kana > 1 and kana > _KANA_SHARE * (kana + han):
        return "ja"
    if hangul > han:
        return "ko"
    if not han:
        return "und"
    answer = decide_characters(text)
    return answer[0] if answer else "und"
