"""Checks of how Japanese terms are read."""

import re
from collections.abc import Iterator

from jaen.glossary.lint.book import Book
from jaen.glossary.lint.finding import Found
from jaen.model import Concept, Severity, Term
from jaen.words.readings import to_hiragana
from jaen.words.scripts import HAN, HIRAGANA, KATAKANA

__all__ = ["impossible_readings", "missing_readings"]

_KANJI = re.compile(f"[{HAN}]")
# ヶ in 霞ヶ関, ノ in 一ノ瀬 and the particles は and へ are read in more than one way.
_KANA_RUN = re.compile(f"(?:(?![ヶヵケカノハヘはへ々ヽヾゝゞ])[{HIRAGANA}{KATAKANA}])+")
_LONGEST_OF_A_KANJI = 6  # kana: うけたまわ is five of 承
_NOT_READ = re.compile("[・＝= 　ー]")
_SAME_SOUND = str.maketrans("ぢづをゐゑ", "じずおいえ")


def missing_readings(concept: Concept, book: Book) -> Iterator[Found]:
    """A name in kanji has no reading; the dictionary's guess is often wrong (尚 is Hisashi, Takashi or Nao)."""
    for number, term in enumerate(concept.terms):
        if term.language == "ja" and not term.reading and concept.category != "term" and _KANJI.search(term.text):
            severity = None if concept.category == "person" else Severity.INFO
            message = f"{term.text!r} has no reading; searching and sorting by kana guess it"
            yield Found(message, "add `reading: …` in kana", ("terms", number), severity)


def impossible_readings(concept: Concept, book: Book) -> Iterator[Found]:
    """A reading can't be that of the term: kana of the term are not in it, or it is far too long or short."""
    for number, term in enumerate(concept.terms):
        problem = _problem(term) if term.reading else ""
        if problem:
            yield Found(f"{term.text!r} can't be read {term.reading!r}: {problem}", "correct it", ("terms", number))


def _problem(term: Term) -> str:
    """Why the reading can't be the term's, or ""."""
    reading = _sound(term.reading or "")
    at = 0
    gap = 0  # least number of kana that must be read before the next kana of the term
    position = 0
    for run in _KANA_RUN.finditer(term.text):
        gap = len(_KANJI.findall(term.text[position : run.start()])) and 1
        sound = _sound(run.group())
        is_first, is_last = run.start() == 0, run.end() == len(term.text)
        if is_last:
            found = len(reading) - len(sound) if reading.endswith(sound) else -1
        else:
            found = reading.find(sound, at + gap)
        if sound and (found < at + gap or (is_first and found != 0)):
            return f"{run.group()!r} is missing from it, or stands elsewhere"
        at, position = (found + len(sound) if sound else at), run.end()
    kanji = len(_KANJI.findall(term.text))
    if kanji == len(term.text) and len(reading) > _LONGEST_OF_A_KANJI * kanji:
        return f"it is too long for {kanji} kanji"
    return ""


def _sound(text: str) -> str:
    """Hiragana as it sounds: what only separates or lengthens is left out."""
    return _NOT_READ.sub("", to_hiragana(text)).translate(_SAME_SOUND)
