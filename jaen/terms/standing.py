"""How a term stands among its neighbors: free, with a title, in a compound, in a derived word, in a longer name.

The rules are those an editor would name: 京都 is not in 東京都, 日本人 is derived from 日本, 国家安全保障局長 is a
compound of 国家安全保障局, 高市早苗首相 is a name with a title, 飯田陽一・内閣サイバー官 are two things in a row.
"""

import re
from dataclasses import dataclass

from jaen.model import Concept, MentionKind, Span, Term, Token
from jaen.terms.affixes import (
    COMPANY_SUFFIX,
    DERIVING_WORD,
    DIRECTIONS,
    KINDS_OF_ORGANIZATION,
    LEAVING_WORD,
    PREFIXES,
    TITLE,
)
from jaen.terms.edges import Edge, edge_at, is_japanese, is_latin
from jaen.terms.folding import KANA
from jaen.terms.page import Line
from jaen.words.scripts import HAN, Script, script_of

_OFFICE = re.compile(f"[{HAN}{KANA}]{{1,12}}?(?:官|長|相|監|役|員)(?![{HAN}{KANA}])")  # 飯田陽一内閣サイバー官は
_JOINERS = frozenset("・=＝゠")
_LEAVE_ALONE = (
    "名詞-数詞",
    "名詞-普通名詞-副詞可能",
    "名詞-普通名詞-助数詞可能",
    "接尾辞-名詞的-助数詞",
    "接尾辞-名詞的-副詞可能",
)
NAMED = ("person", "organization", "product")
_NAME_LENGTH = 3  # characters from which an unknown word's edges are no evidence against a term


@dataclass(frozen=True, slots=True)
class Place:
    """Where a term's characters stand: [start, end) of the line's text, `span` in the article.

    Attributes:
        apart_before, apart_after: the term that touches it and is known to stand apart from it (see `apposition`).
    """

    line: Line
    start: int
    end: int
    span: Span
    apart_before: str = ""
    apart_after: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a term stands at a place; `kind` is None when it does not stand there at all."""

    kind: MentionKind | None
    reason: str


def standing(place: Place, concept: Concept, term: Term) -> Standing:
    """Judge the edges and the neighbors of a term at a place."""
    boundary = (term.match or concept.match).boundary
    problem = _cut(place, concept)
    if problem:
        if boundary == "any":
            return Standing(MentionKind.COMPOUND, f"{problem}; allowed by boundary any")
        if boundary == "compound" and place.line.words_in(place.span):
            return Standing(MentionKind.COMPOUND, f"{problem}; allowed by boundary compound")
        return Standing(None, problem)
    joined = _joined(place)
    if joined:
        return Standing(MentionKind.NAME_PART, joined)
    return _among_neighbors(place, concept)


def _cut(place: Place, concept: Concept) -> str:
    """Why the characters are not whole words, or ""."""
    problem = _cut_at(place, place.start)
    if problem:
        return problem
    problem = _cut_at(place, place.end)
    if problem:
        # Names confuse the dictionary (廣|一氏): a full name before a title ends where the title begins.
        named = concept.category == "person" and place.end - place.start >= _NAME_LENGTH and _word_after(place, TITLE)
        return "" if named else problem
    if _is_short(place.line.text[place.start : place.end]):
        words = place.line.words_in(place.span)
        return "" if words and len(words) == 1 else "so short a term must be a word of its own"
    return ""


def _is_short(text: str) -> bool:
    """One kanji, or one or two kana."""
    return len(text) <= 2 and is_japanese(text[0]) and (len(text) == 1 or script_of(text[0]) is not Script.HAN)


def _cut_at(place: Place, position: int) -> str:
    line = place.line
    edge = edge_at(line.text, position)
    if edge is Edge.OPEN or edge is Edge.SCRIPTS:
        return ""
    if edge is Edge.RUN:
        if line.folded.left_out_at(position):
            return ""
        what = "Latin word" if is_latin(line.text[position]) else "katakana word"
        return f"{_side(place, position)} inside a {what}"
    at_start = position == place.start
    if (place.span.start in line.word_starts) if at_start else (place.span.end in line.word_ends):
        return ""
    word = line.word_over(place.span.start if at_start else place.span.end)
    if word is None or (word.is_unknown and place.end - place.start >= _NAME_LENGTH):
        return ""
    return f"{_side(place, position)} inside the word {word.surface}"


def _side(place: Place, position: int) -> str:
    return "begins" if position == place.start else "ends"


def _joined(place: Place) -> str:
    """Why the characters are one part of a longer katakana name, or ""."""
    for position in (place.start, place.end):
        left_out = place.line.folded.left_out_at(position)
        if left_out in _JOINERS and left_out:
            return f"{left_out} joins it to a longer name"
    return ""


def _among_neighbors(place: Place, concept: Concept) -> Standing:
    before, after = _neighbors(place)
    title = _title(place, concept)
    deriving = "" if title or not after else _word_after(place, DERIVING_WORD)
    if deriving:
        return Standing(MentionKind.DERIVED, f"{deriving} makes another word of it")
    if before and _compounds_before(before, place, concept):
        return Standing(MentionKind.COMPOUND, f"{before.surface} stands right before it")
    if title:
        return Standing(MentionKind.TITLE, f"the title {title} follows")
    if after and not _word_after(place, LEAVING_WORD) and _compounds_after(after, place, concept):
        return Standing(MentionKind.COMPOUND, f"{after.surface} stands right after it")
    return Standing(MentionKind.FREE, "free on both sides")


def _word_after(place: Place, words: re.Pattern[str]) -> str:
    """The one of *words* that follows the term and ends where a word ends, or ""."""
    match = words.match(place.line.text, place.end)
    return match.group() if match and _ends_a_word(place.line, place.end, match.end()) else ""


def _neighbors(place: Place) -> tuple[Token | None, Token | None]:
    """The Japanese words that touch the term without a space or a mark between; None where there is none."""
    line, text = place.line, place.line.text
    touches_before = edge_at(text, place.start) is not Edge.OPEN and not line.folded.left_out_at(place.start)
    touches_after = edge_at(text, place.end) is not Edge.OPEN and not line.folded.left_out_at(place.end)
    before = line.word_before(place.span) if touches_before and not place.apart_before else None
    after = line.word_after(place.span) if touches_after and not place.apart_after else None
    latin_before = is_latin(text[place.start]) or (touches_before and text[place.start - 1].isdigit())
    return (None if latin_before else before), (None if after and is_latin(after.surface[:1]) else after)


def _title(place: Place, concept: Concept) -> str:
    """The title or form of address that follows a person, the 社 that follows a company; "" when none does."""
    line = place.line
    if line.folded.left_out_at(place.end):
        return ""
    if concept.category == "person":
        return place.apart_after or _word_after(place, TITLE) or _word_after(place, _OFFICE)
    return _word_after(place, COMPANY_SUFFIX) if concept.category == "organization" else ""


def _ends_a_word(line: Line, start: int, end: int) -> bool:
    return edge_at(line.text, end) is not Edge.WORDS or line.span(start, end).end in line.word_ends


def _compounds_before(word: Token, place: Place, concept: Concept) -> bool:
    if concept.category == "place" and word.surface in DIRECTIONS:
        return True
    if word.surface in PREFIXES or word.xpos.startswith(_LEAVE_ALONE):
        return False
    if concept.category == "organization" and word.surface in KINDS_OF_ORGANIZATION:
        return False
    if concept.category == "role" and _is_name(word):
        return False  # 高市首相, NTT社長: whose office it is
    if concept.category == "person" and word.upos in ("NOUN", "PROPN"):
        return False  # 社長山田太郎: a full name begins where it begins
    if concept.category in NAMED and _meets_other_script(word.surface[-1], place.line.text[place.start]):
        return word.upos == "PROPN"  # 新興企業アンソロピック says what it is; 日本アンソロピック is another company
    return word.upos in ("NOUN", "PROPN") or word.xpos.startswith(("接頭辞", "形状詞"))


def _is_name(word: Token) -> bool:
    """A proper name, or a katakana word that the dictionary does not have."""
    return word.upos == "PROPN" or (word.is_unknown and script_of(word.surface[-1]) is Script.KATAKANA)


def _meets_other_script(left: str, right: str) -> bool:
    """True where kanji and katakana meet."""
    return {script_of(left), script_of(right)} == {Script.HAN, Script.KATAKANA}


def _compounds_after(word: Token, place: Place, concept: Concept) -> bool:
    if word.xpos.startswith(_LEAVE_ALONE):
        return False
    last = place.line.text[place.end - 1]
    if is_latin(last):
        return False  # AI企業, NCOトップ: the acronym stands for itself
    if word.xpos.startswith("名詞-普通名詞-サ変") and script_of(last) is Script.KATAKANA:
        return False  # ミュトス登場: a headline without its particle
    if concept.category not in NAMED and _meets_other_script(last, word.surface[0]):
        return not (word.is_unknown or word.upos == "PROPN")  # 新興企業アンソロピック: what follows is its name
    return word.upos in ("NOUN", "PROPN") or word.xpos.startswith("接尾辞")
