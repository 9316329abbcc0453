"""Text in Latin letters: English, another language, or nothing that has a language.

Function words (the, and, of; und, der, nicht; est, dans, que) decide: they make up a third of running text, and almost
none is a frequent word of two of these languages. Where there are none, a text is either short (a name, a title, a
label: English unless the document says otherwise) or worth asking langdetect about.
"""

import re
import unicodedata
from collections.abc import Iterable

from jaen.text.language.function_words import (
    ANY_FOREIGN,
    ANY_WEAK_FOREIGN,
    ENGLISH,
    FOREIGN,
    ONLY_ENGLISH,
    SHARED,
    WEAK_FOREIGN,
)
from jaen.text.language.guess import guess
from jaen.text.language.han import Answer
from jaen.words.scripts import LATIN

_CONTRACTIONS = ("n't", "'ve", "'ll", "'re")
_WORD = re.compile(f"[{LATIN}]+(?:['’][{LATIN}]+)*")
_URL = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,255}\.[\w.]{1,64}", re.ASCII | re.IGNORECASE)
# AI, GPT-5.5, H2O, GPUs: letters that are the same in every language. Five capitals are more likely a shouted word.
_CODE = re.compile(r"[A-Z]{1,4}s?|[^\W_]*\d[^\W_]*", re.ASCII)
# In capitals, function words are words (THE END), but for the two that stand for something else as often.
_IN_CAPITALS = ENGLISH.union(("am", "pm", "ok", "asap", "fyi", "yes")) - {"it", "who"}
_CHUNK = re.compile(f"[{LATIN}0-9]+")
_ENGLISH_SHAPE = re.compile(r"(?:ing|ed|ly|ness|tion|ment|ght|ship|ity|ous|ers|'s|’s)\b|th|wh|sh|ck|ee|oo|y\b")
_SMALL_WORD = re.compile(r"(?<![\w@./-])[a-zß-öø-ÿ]{2,}(?![\w@./])")
_FOREIGN_LETTER = re.compile(r"[^\x00-\x7f]")
_ASK_FROM = 20  # letters; below, langdetect is wrong about every second text
_SURE = 0.95
_ASK_BLINDLY_FROM = 30  # letters, where not one function word of any language supports its answer


def decide_latin(text: str, document: str) -> Answer:
    """Language, confidence and reason for *text*, whose letters are Latin; *document* is its Latin text's language.

    >>> decide_latin("The bank said it will wait.", "und")
    ('en', 0.99, 'latin-words')
    >>> decide_latin("GPT-5.5", "und")
    ('und', 0.0, 'no words')
    """
    words = text.lower().split()
    english = len(ONLY_ENGLISH.intersection(words))
    if english and ANY_FOREIGN.isdisjoint(words) and (english > 1 or not text.isupper()):  # not IT, WHO
        return "en", 0.99 if english > 1 else 0.9, "latin-words"
    return _decide_by_words(_URL.sub(" ", text), document)


def _decide_by_words(text: str, document: str) -> Answer:
    """The same, with words that punctuation touches, and by majority."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)  # ＡＩ
    if _is_code(text):
        return "und", 0.0, "no words" if _WORD.search(text) else "no letters"
    spelled = _WORD.findall(text.replace("’", "'"))
    words = [word.lower() for word in spelled]
    english = sum(map(_is_english, words)) + sum(map(SHARED.__contains__, words)) / 2
    # An acronym (CES, EST) is no French word, unless everything is in capitals.
    foreign = _foreign_counts(words if text.isupper() else [word.lower() for word in spelled if not word.isupper()])
    best, count = max(foreign.items(), key=lambda item: item[1], default=("und", 0.0))
    if english > count:
        return "en", 0.95 if english >= 2 * count else 0.8, "latin-words"
    if count < 1:
        return _decide_without_words(text, words, document)
    rival = max([english, *(number for language, number in foreign.items() if language != best)])
    if count >= 2 and count >= 2 * rival:
        return best, 0.9, "latin-words"
    candidates = frozenset(language for language, number in foreign.items() if 2 * number >= count)
    return _ask(text, words, document, candidates | ({"en"} if 2 * english >= count else set()))


def _is_english(word: str) -> bool:
    return word in ONLY_ENGLISH or word.endswith(_CONTRACTIONS)


def _is_code(text: str) -> bool:
    """True when nothing in *text* is a word: AI, GPT-5.5, 12:30."""
    return all(_CODE.fullmatch(chunk) and chunk.lower() not in _IN_CAPITALS for chunk in _CHUNK.findall(text))


def _foreign_counts(words: Iterable[str]) -> dict[str, float]:
    """Pieces of evidence for each language but English."""
    counts: dict[str, float] = {}
    for word in words:
        parts = () if word.endswith(_CONTRACTIONS) else word.split("'")  # l'école, dell'azienda; not we've (Turkish ve)
        for part in parts:
            if part in ANY_FOREIGN:
                _count(counts, part, FOREIGN, 1.0)
            if part in ANY_WEAK_FOREIGN:
                _count(counts, part, WEAK_FOREIGN, 0.5)
    return counts


def _count(counts: dict[str, float], word: str, table: dict[str, frozenset[str]], weight: float) -> None:
    for language, its_words in table.items():
        if word in its_words:
            counts[language] = counts.get(language, 0.0) + weight


def _decide_without_words(text: str, words: list[str], document: str) -> Answer:
    """A name, a title, a label, or a longer text of a language that is not in the tables."""
    if document != "und":
        return document, 0.7, "latin: document"
    return _ask(text, words, document, frozenset())


def _ask(text: str, words: list[str], document: str, candidates: frozenset[str]) -> Answer:
    """Let langdetect choose, where the text is long enough; else the document, or English by default."""
    letters = sum(map(len, words))
    if candidates and letters >= _ASK_FROM:
        language, probability = guess(text, candidates)
        return language, round(min(probability, 0.9), 2), "langdetect"
    if not candidates and letters >= _ASK_BLINDLY_FROM and _is_prose(text) and not _looks_english(text, words):
        language, probability = guess(text, candidates)
        if probability > _SURE:
            return language, 0.7, "langdetect"
    if document != "und":
        return document, 0.6, "latin: document"
    if len(candidates) == 1:
        return next(iter(candidates)), 0.6, "latin-words"
    if _FOREIGN_LETTER.search("".join(words)):
        return "und", 0.0, "latin: letters English does not use"
    return "en", 0.6, "latin: by default"


def _is_prose(text: str) -> bool:
    """True when *text* has words that are no names: three with a small first letter."""
    return len(_SMALL_WORD.findall(text)) >= 3


def _looks_english(text: str, words: list[str]) -> bool:
    return 3 * len(_ENGLISH_SHAPE.findall(text.lower())) >= len(words)
