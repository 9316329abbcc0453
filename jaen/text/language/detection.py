"""Which language a text is in, why, and which stretches of it are in another."""

import re
from functools import cache, lru_cache

from jaen.model import Detection
from jaen.text.language.context import Context
from jaen.text.language.function_words import ENGLISH, ONLY_ENGLISH
from jaen.text.language.guess import guess
from jaen.text.language.han import Answer, chinese_characters, decide_characters, decide_han, han_tables
from jaen.text.language.latin import decide_latin
from jaen.text.language.runs import Stretch, one_run, read_stretches, tile
from jaen.words.scripts import HAN, HANGUL, HIRAGANA, KATAKANA, LATIN

_NO_DOCUMENT = Context("und", "und", "und")
_CJK = re.compile(f"[{HIRAGANA}{KATAKANA}{HAN}{HANGUL}]")
_KANA = re.compile(f"[{HIRAGANA}{KATAKANA}]")
_HAN = re.compile(f"[{HAN}]")
# What a plain sentence of Chinese (or kanji), and one of Korean, doesn't have: letters of another script.
_OTHER_SCRIPT = "\u0370-\u10ff\u1200-\u1dff\u1f00-\u1fff"
_BESIDE_HAN = re.compile(f"[a-z{HANGUL}{_OTHER_SCRIPT}]")
_BESIDE_HANGUL = re.compile(f"[a-z{HIRAGANA}{KATAKANA}{HAN}{_OTHER_SCRIPT}]")
_KANA_ONLY = ("ja", 0.99, "kana")
# A particle or an ending right after Latin letters: the grammar is Japanese, however long the Latin name is.
_JAPANESE_GRAMMAR = re.compile(f"[{LATIN}0-9][)\\]」』”’\"'）]?[{HIRAGANA}]")
_HIRAGANA = re.compile(f"[{HIRAGANA}]")
_LATIN_WORD = re.compile(f"[{LATIN}]+")
_LATIN_FULL_STOP = re.compile("[.!?][\"”’')]*\\s*\\Z")
_OTHER_SCRIPTS: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = tuple(
    (re.compile(f"[{block}]"), frozenset(languages.split()))
    for block, languages in (
        ("\u0370-\u03ff\u1f00-\u1fff", "el"),
        ("\u0400-\u052f", "ru uk bg"),
        ("\u0590-\u05ff", "he"),
        ("\u0600-\u06ff\u0750-\u077f", "ar fa"),
        ("\u0900-\u097f", "hi"),
        ("\u0980-\u09ff", "bn"),
        ("\u0b80-\u0bff", "ta"),
        ("\u0e00-\u0e7f", "th"),
    )
)
_ANY_OTHER_SCRIPT = re.compile(f"[{_OTHER_SCRIPT}]")
_LETTERS_PER_CHARACTER = 2.0  # two Japanese characters say what an English word of four or five letters says
_FEW_KANA = 0.2  # share of kana up to which a text with Chinese characters may be Chinese that quotes Japanese


def detect(text: str, context: Context | None = None) -> Detection:
    """The language of *text*, how sure that is, why, and the runs inside it (spans count from its start).

    Args:
        text: a sentence, a headline, a label; any length, time is linear in it.
        context: what `read_context` found in the document it stands in; without it short texts are decided alone.

    `und` means that nothing supports an answer: digits, emoji, an address, an acronym outside any document.

    >>> detect("Source: テレ東BIZ").runs
    (Run(span=Span(start=0, end=8), language='en'), Run(span=Span(start=8, end=14), language='ja'))
    >>> detect("GPT-5.5").language, detect("気象庁").language, detect("我们这里").language
    ('und', 'ja', 'zh')
    """
    if _KANA.search(text) and not _unusual().search(text):
        return _whole(_KANA_ONLY, len(text))
    document = context or _NO_DOCUMENT
    if text.isascii() or not _CJK.search(text):
        return _whole(_without_cjk(text, document), len(text))
    if not _BESIDE_HAN.search(text):
        return _whole(_cjk_language(text, document), len(text))
    if not _BESIDE_HANGUL.search(text):
        return _whole(("ko", 0.99, "hangul"), len(text))
    if _ANY_OTHER_SCRIPT.search(text) and (answer := _other_script(text)):
        return _whole(answer, len(text))
    return _mixed(text, document)


def _whole(answer: Answer, length: int) -> Detection:
    return _shared(*answer, length)


@lru_cache(maxsize=4096)
def _shared(language: str, confidence: float, reason: str, length: int) -> Detection:
    # Most lines of a page get one of a few answers, and frozen values can be shared.
    return Detection(language=language, confidence=confidence, reason=reason, runs=one_run(language, length))


def _without_cjk(text: str, document: Context) -> Answer:
    if not text.isascii() and _ANY_OTHER_SCRIPT.search(text) and (answer := _other_script(text)):
        return answer
    answer = decide_latin(text, document.latin)
    if answer[2] == "no words" and document.language != "und":
        # An acronym alone has no language; inside a document it is read in the document's.
        return document.language, 0.5, "latin: document"
    return answer


def _other_script(text: str) -> Answer | None:
    """Cyrillic, Greek, Arabic …: None when other letters are in the majority."""
    counts = [(len(pattern.findall(text)), languages) for pattern, languages in _OTHER_SCRIPTS]
    count, languages = max(counts, key=lambda item: item[0])
    if not count or 2 * count < sum(char.isalpha() for char in text):
        return None
    if len(languages) == 1:
        return next(iter(languages)), 0.9, "script"
    language, probability = guess(text, languages)
    return language, round(min(probability, 0.9), 2), "langdetect"


def _cjk_language(text: str, document: Context) -> Answer:
    """Japanese or Chinese, for text with kana or Han characters and no hangul."""
    if _KANA.search(text):
        if not chinese_characters().search(text):
            return _KANA_ONLY
        kana, han = len(_KANA.findall(text)), len(_HAN.findall(text))
        if kana > _FEW_KANA * (kana + han) or decide_han(text)[0] == "ja":
            return "ja", 0.9, "kana"
        return "zh", 0.8, "han: few kana among Chinese characters"
    if document.han == "ja" and han_tables().simplified.isdisjoint(text):
        return "ja", 0.95, "han: document"
    if document.han in ("zh", "ko"):
        return decide_characters(text) or (document.han, 0.8, "han: document")
    return decide_han(text)


@cache
def _unusual() -> re.Pattern[str]:
    """What hardly a Japanese sentence has; one class, so that one look at each character settles most of them."""
    return re.compile(f"[a-z{HANGUL}{chinese_characters().pattern[1:-1]}]")


def _mixed(text: str, document: Context) -> Detection:
    """A text with hangul, or with both Latin words and Japanese or Chinese."""
    stretches = read_stretches(text)
    languages = {
        "cjk": _cjk_language(text, document)[0],
        "hangul": "ko",
        "latin": decide_latin(" ".join(text[s.start : s.end] for s in stretches if s.script == "latin"), "en")[0],
    }
    if not _KANA.search(text) and sum(s.script == "hangul" for s in stretches):
        languages["cjk"] = "ko"  # Hanja
    main, confidence, reason = _main_script(text, stretches, document, languages)
    if main == "latin":
        stretches = read_stretches(text, every_word=True)
    runs = tile(text, ((stretch, languages[stretch.script]) for stretch in stretches))
    return Detection(language=languages[main], confidence=confidence, reason=reason, runs=runs)


def _is_english_sentence(text: str) -> bool:
    """The office (国家安全保障局) has ten staff: a full stop, two function words, and no hiragana to rule them."""
    if not _LATIN_FULL_STOP.search(text) or _HIRAGANA.search(text):
        return False
    words = {word.lower() for word in _LATIN_WORD.findall(text)}
    return len(words & ENGLISH) >= 2 and not words.isdisjoint(ONLY_ENGLISH)


def _main_script(text: str, stretches: list[Stretch], document: Context, languages: dict[str, str]) -> Answer:
    """The script of the grammar, how sure that is, and the reason."""
    weights = dict.fromkeys(("cjk", "hangul", "latin"), 0.0)
    for stretch in stretches:
        per_letter = 1.0 if stretch.script == "latin" else _LETTERS_PER_CHARACTER
        weights[stretch.script] += (stretch.end - stretch.start) * per_letter
    east, latin = max(weights["cjk"], weights["hangul"]), weights["latin"]
    east_script = "hangul" if weights["hangul"] == east else "cjk"
    if not latin:
        return east_script, 0.95, "hangul" if east_script == "hangul" else "kana" if _KANA.search(text) else "han"
    if "\n" not in text:  # what frames a line says nothing about a page
        if _JAPANESE_GRAMMAR.search(text):
            return "cjk", 0.9, "kana: grammar"
        if _is_english_sentence(text):
            return "latin", 0.9, "latin: grammar"
        if stretches[0].script == stretches[-1].script:
            return stretches[0].script, 0.9, "mixed: frame"
    if max(latin, east) < 2 * min(latin, east):
        for script, language in languages.items():
            if language == document.language:
                return script, 0.8, "mixed: document"
    return "latin" if latin >= east else east_script, 0.7, "mixed: majority"
