r"""Where a term may begin and end: script runs first, which need no dictionary, then words.

Latin letters and digits never touch one another across an edge, katakana neither; kanji and hiragana need the edge
of a word. `\b` knows nothing of this: to it everything from the first kana to the last kanji is one word.
"""

from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache

from jaen.words.scripts import Script, script_of

_LONE_KANA = frozenset("ヶヵケカッツノ")  # between kanji they are part of the word: 市ヶ谷, 三カ国, 八ッ場


class Edge(IntEnum):
    """What stands between two neighboring characters."""

    OPEN = 0  # the text's end, white space, punctuation
    SCRIPTS = 1  # two scripts meet: サイバー|攻撃, AI|企業
    WORDS = 2  # only the words can tell: 国家|安全, 取り|組み
    RUN = 3  # inside one run of Latin letters or katakana: never an edge


@lru_cache(maxsize=16384)
def _script(char: str) -> Script:
    if char == "_" or "\u0300" <= char <= "\u036f":
        return Script.LATIN
    script = script_of(char)
    return Script.LATIN if script is Script.DIGIT else script


def is_latin(char: str) -> bool:
    """True for one Latin letter, digit or underscore; False for "" and everything else."""
    return bool(char) and _script(char) is Script.LATIN


def is_japanese(char: str) -> bool:
    """True for one kana or kanji."""
    return bool(char) and _script(char) in (Script.HAN, Script.KATAKANA, Script.HIRAGANA)


def edge_at(text: str, position: int) -> Edge:
    """What the scripts say about the place before *position*.

    >>> edge_at("ミュトスの", 4), edge_at("ミュトス", 3), edge_at("東京都", 1)
    (<Edge.WORDS: 2>, <Edge.RUN: 3>, <Edge.WORDS: 2>)
    """
    edge = _edge_between(text[position - 1 : position + 1]) if position else Edge.OPEN
    return Edge.WORDS if edge is Edge.SCRIPTS and _is_lone_kana(text, position) else edge


@lru_cache(maxsize=65536)
def _edge_between(pair: str) -> Edge:
    """What stands between two characters; OPEN where the text ends after the first."""
    if len(pair) < 2:
        return Edge.OPEN
    left, right = _script(pair[0]), _script(pair[1])
    if left is Script.OTHER or right is Script.OTHER:
        return Edge.OPEN
    if left is right:
        return Edge.RUN if left is Script.LATIN or left is Script.KATAKANA else Edge.WORDS
    if Script.HIRAGANA in (left, right) and Script.LATIN not in (left, right):
        return Edge.WORDS
    return Edge.SCRIPTS


def _is_lone_kana(text: str, position: int) -> bool:
    """True when one of the characters around *position* is a single kana inside a kanji word."""
    return any(
        text[at] in _LONE_KANA
        and 0 < at < len(text) - 1
        and _script(text[at - 1]) is _script(text[at + 1]) is Script.HAN
        for at in (position - 1, position)
    )


def longest(hits: Iterable[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """What a reader from the left takes of overlapping (start, end, number): the leftmost first, then the longest.

    Args:
        hits: in order of their end, as an automaton finds them.

    >>> longest([(0, 2, 7), (1, 3, 8), (0, 4, 9), (4, 5, 7)])
    [(0, 4, 9), (4, 5, 7)]
    """
    from_start = {hit[0]: hit for hit in hits}  # the last of one start is the longest
    chosen = []
    free_from = 0
    for start in sorted(from_start):
        if start >= free_from:
            chosen.append(from_start[start])
            free_from = from_start[start][1]
    return chosen
