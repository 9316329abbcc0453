"""Where a mark ends an English sentence: abbreviations, initials, numbers, and what follows."""

import re

from jaen.text.sentences.abbreviations import (
    BEFORE_NAME,
    BEFORE_NUMBER,
    BRANDS,
    MAY_END,
    REPORTING,
    SHORT_WORDS,
    STARTERS,
    TIMES,
    WEEKDAYS_AND_ZONES,
)

__all__ = ["ends_sentence"]

_NEXT = re.compile(r"(\s+)[^\w\s,;:)\]}]*\s?(?P<word>[^\W_][\w'’.]{0,30})?")
_ACRONYM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]\Z")
_LABEL = re.compile(r"[(（]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{2,5})\Z")
_NUMBER_FOLLOWS = re.compile(r"\d|(?!I\b)[A-Z](?![\w'’])|[IVXLC]{2,}(?!\w)")
_REPORT = re.compile(rf"\s*(?:[\w.'’-]+\s+){{0,4}}?(?:{'|'.join(sorted(REPORTING))})\b(?!:|,? [\"“])")
_TIME_PHRASE = re.compile(r"[\"“(]?(?:At|By|Around|About|Before|After|Until|From|Since|On)\s(?:\S+\s?){1,4}\Z")
_GLUED = re.compile(r"[A-Z][a-z]+")


def ends_sentence(text: str, start: int, at: int, stop: int, end: int) -> bool:
    """Whether the mark [at, stop) ends the sentence that began at *start*; its closers end at *end*."""
    following = _NEXT.match(text, end)
    if following is None:
        return _is_glued_end(text, at, stop, end)
    word = following["word"]
    marks = text[at:stop]
    if word is None:
        rest = text[following.end() : following.end() + 1]
        return rest not in (",", ";", ":", ")", "]", "}") and (
            marks != "." or not _is_abbreviation(text, start, at, "")
        )
    if end > stop and marks != "." and _is_reported(text, end):
        return False
    if word[0].islower() and not word[1:2].isupper():
        return stop == end and _is_end_before_small_letter(text, start, at, following)
    if marks == ".":
        return not _is_abbreviation(text, start, at, word)
    if "!" in marks or "?" in marks:
        if word == "Or" and "?" in marks:
            return False  # an alternative question: "Is it the price? Or the time it takes?"
        return _last_word(text, start, at).casefold() not in BRANDS or _begins_sentence(word)
    # An ellipsis: "I" says nothing, it is always a capital.
    return word not in ("I", "I’m", "I'm", "I’ve", "I've") or marks.endswith("....")


def _last_word(text: str, start: int, at: int) -> str:
    """The word that ends at *at*, without opening marks."""
    words = text[max(start, at - 40) : at].rsplit(None, 1)
    return words[-1].lstrip("\"'“‘`([{*_—–-•⁃‣▪") if words else ""


def _begins_sentence(word: str) -> bool:
    return word.replace("’", "'").casefold() in STARTERS


def _is_abbreviation(text: str, start: int, at: int, following: str) -> bool:
    """Whether the full stop at *at* belongs to a word and ends no sentence, seen the word that follows."""
    last = _last_word(text, start, at)
    word = last.casefold()
    if word in BEFORE_NAME:
        return True
    if word in BEFORE_NUMBER:
        return following == "" or _NUMBER_FOLLOWS.match(following) is not None
    if word in TIMES:
        return following.casefold() in WEEKDAYS_AND_ZONES or _is_time_phrase(text, start, at)
    if word == "etc":
        return False
    if at - start < 20 and _LABEL.match(last) and not text[start : at - len(last)].strip('([{"“ •⁃‣▪-–'):
        return True  # "1." or "a." that opens a list item
    if len(last) == 1 and last.isalpha() and last.isascii():
        return _is_initial(text, start, at, following)
    if word in MAY_END or _ACRONYM.match(last):
        return not _begins_sentence(following)
    return False


def _is_time_phrase(text: str, start: int, at: int) -> bool:
    """Whether the sentence has only begun: "At 5 a.m. Mori left."."""
    return at - start < 60 and _TIME_PHRASE.match(text[start:at].lstrip()) is not None


def _is_initial(text: str, start: int, at: int, following: str) -> bool:
    """Whether the single letter before *at* is part of a name (Albert I. Jones), not a word (you and I. Did …)."""
    before = _last_word(text, start, at - 1).rstrip(".,")
    if text[at - 1] == "I" and before.islower():
        return False
    return not text[at - 1].isupper() or not _begins_sentence(following)


def _is_end_before_small_letter(text: str, start: int, at: int, following: re.Match[str]) -> bool:
    """Whether a sentence ends although a small letter follows, as in comments and mail: "is it far? i walked."."""
    last = _last_word(text, start, at)
    begins = _begins_sentence(following["word"])
    if text[at] in "!?":
        plain = following.end() - len(following["word"]) == following.end(1)  # no dash or quotation mark between
        return begins and plain and last.casefold() not in BRANDS and not _is_reported(text, following.start())
    if following.start() != at + 1 or not last.isalpha() or not last.islower():
        return False  # an ellipsis, or no plain word
    return last in SHORT_WORDS or (len(last) >= 5 and last not in BEFORE_NAME)


def _is_reported(text: str, end: int) -> bool:
    """Whether a report follows a quotation: "Why?" Smith asked."""
    return _REPORT.match(text, end) is not None


def _is_glued_end(text: str, at: int, stop: int, end: int) -> bool:
    """Whether a sentence ends with no blank behind it: "Hello world.Today is Tuesday.", a note's number."""
    if stop - at != 1 or at == 0:
        return False
    glued = _GLUED.match(text, end)
    if glued is None or text[at] == "…" or end != stop:
        return False
    last = text[max(0, at - 40) : at].rsplit(None, 1)
    word = last[-1] if last and not text[at - 1].isspace() else ""
    if "/" in word or "@" in word or "www." in word or text.startswith("@", glued.end()):
        return False
    if not text[at - 1].islower() and not text[at - 1].isdigit():
        return False
    simple = word.rpartition(".")[2]
    if simple.islower() or simple.replace(",", "").isdigit():
        return len(simple) > 2
    return _begins_sentence(glued[0]) or glued[0].casefold() in BEFORE_NAME
