r"""Where a term may begin and end: script runs first, which need no dictionary, then words.

Latin letters and digits never touch one another across an edge, katakana neither; kanji and hiragana need the edge
of a word. `\b` knows nothing of this: to it everything from the first kana to the last kanji is one word.
"""

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
    if not 0 < position < len(text):
        return Edge.OPEN
    left, right = _script(text[position - 1]), _script(text[position])
    if left is Script.OTHER or right is Script.OTHER:
        return Edge.OPEN
    if left is right:
        return Edge.RUN if left is Script.LATIN or left is Script.KATAKANA else Edge.WORDS
    if left is Script.HIRAGANA or right is Script.HIRAGANA:
        return Edge.SCRIPTS if Script.LATIN in (left, right) else Edge.WORDS
    if Script.KATAKANA in (left, right) and _is_lone_kana(text, position):
        return Edge.WORDS
    return Edge.SCRIPTS


def _is_lone_kana(text: str, position: int) -> bool:
    """True when one of the characters around *position* is a single kana inside a kanji word."""
    for at in (position - 1, position):
        if text[at] in _LONE_KANA and 0 < at < len(text) - 1:
            around = (_script(text[at - 1]), _script(text[at + 1]))
            if around == (Script.HAN, Script.HAN):
                return True
    return False


def longest(hits: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Of overlapping (start, end, number), those that a reader from the left takes: first the leftmost, then the longest.

    >>> longest([(0, 2, 7), (1, 3, 8), (0, 4, 9), (4, 5, 7)])
    [(0, 4, 9), (4, 5, 7)]
    """
    chosen = []
    free_from = 0
    for hit in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        if hit[0] >= free_from:
            chosen.append(hit)
            free_from = hit[1]
    return chosen
