"""English words with their place, dictionary form and part of speech, by rule: no model, no download.

Hyphenated compounds come apart (AI, -, powered), so that a term inside one can be found; contractions stay whole
(can't), the possessive is a word of its own (Iida, 's).
"""

import re
from functools import lru_cache

from jaen.model import Span, Token
from jaen.words.english_forms import adjective_lemma, inflections, lemmas, noun_lemma, plain, verb_lemma
from jaen.words.english_tags import tag
from jaen.words.scripts import DIGIT, HAN, HANGUL, HIRAGANA, KATAKANA, LATIN

__all__ = ["inflections", "lemmas", "tokenize_en"]

_LETTER = f"[{LATIN}\u0300-\u036f]"
_EMOJI = "[\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
# Repeats are possessive (`++`) or bounded: no character is looked at more than a fixed number of times.
_TOKENS = re.compile(
    rf"""(?P<address>
        (?:https?|ftp)://[^\s<>"”「」（）、。]++
      | www\.[^\s<>"”「」（）、。]++
      | [A-Za-z0-9][A-Za-z0-9._%+-]{{0,63}}@(?:[A-Za-z0-9-]{{1,63}}\.){{1,8}}[A-Za-z]{{2,24}}
      | (?<![\w.])(?:[A-Za-z0-9-]{{2,63}}\.){{1,8}}(?:com|org|net|edu|gov|info|io|jp|uk)(?![A-Za-z])(?:/[^\s<>"”,;)]*+)?
      | (?<![\w@])[@\#][A-Za-z0-9_]++)
  | (?P<keycap>[0-9*\#]\ufe0f?\u20e3)
  | (?P<number>[{DIGIT}]{{1,3}}(?:[,，][{DIGIT}]{{3}})+(?![{DIGIT}])(?:[.．][{DIGIT}]++)?
      | [{DIGIT}]++(?:[.．][{DIGIT}]++)*+{_LETTER}*+[{DIGIT}]*+)
  | (?P<abbreviation>(?:[A-Za-z]\.){{2,}}(?:[A-Z](?![A-Za-z]))?
      | (?:Dr|Mr|Mrs|Ms|Prof|St|Inc|Ltd|Co|Corp|Jr|Sr|Gen|Gov|Sen|Rep|Lt|Col|Capt|Sgt|Rev|Hon|vs|Ph\.D|cf|al|etc
         |Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|(?:No|Nos|Fig|Vol|Art)(?=\.\s?[0-9]))\.(?!\w))
  | (?P<possessive>(?<=\w)['’][sS](?![\w'’])|(?<=[sS])['’](?=\s{_LETTER}))
  | (?P<word>{_LETTER}++(?:[{DIGIT}]++{_LETTER}*+)*+(?:['’](?![sS](?![\w'’])){_LETTER}++)*+
      | [{HIRAGANA}]++ | [{KATAKANA}]++ | [{HAN}]++ | [{HANGUL}]++ | [^\W\d_]++)
  | (?P<symbol>[\U0001f1e6-\U0001f1ff]{{2}}
      | {_EMOJI}[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\u20e3]*+(?:\u200d{_EMOJI}[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]*+)*+
      | [$¢£¤¥€₩₿%‰+=<>°©®™§^~|\\＄￥％±×÷≤≥≒])
  | (?P<punctuation>\.{{2,}} | …++ | [-‐‑]{{2,}} | —++ | ―++ | \S[\ufe00-\ufe0f\u0300-\u036f]*+)""",
    re.VERBOSE,
)
# it's, let's: the 's is a verb, so the word stays whole like can't.
_CONTRACTED_S = re.compile(
    r"(?:(?:s?he|it|that|there|here|what|who|where|how|when|why|let)['’]s)(?![\w'’])", re.IGNORECASE
)


def tokenize_en(text: str, offset: int = 0) -> tuple[Token, ...]:
    """Words of an English text.

    Args:
        text: one segment; other scripts inside it become one token per run of a script.
        offset: code points that precede *text* in the article; added to every span.

    Returns:
        Tokens in text order that leave only white space between them. `lemma` is the dictionary form in lower case
        (names keep their capital), `xpos` is "".

    >>> [t.surface for t in tokenize_en("Iida's U.S.-based, AI-powered firm can't pay $1,234.5.")]
    ['Iida', "'s", 'U.S.', '-', 'based', ',', 'AI', '-', 'powered', 'firm', "can't", 'pay', '$', '1,234.5', '.']
    """
    pieces = list(_pieces(text))
    upos = tag([(text[start:end], group) for start, end, group in pieces])
    tokens = []
    for (start, end, _), pos in zip(pieces, upos, strict=True):
        surface = text[start:end]
        tokens.append(
            Token(
                span=Span(start + offset, end + offset),
                surface=surface,
                lemma=_lemma(surface, pos),
                orth_base=None,
                reading=None,
                upos=pos,
                xpos="",
                is_unknown=False,
            )
        )
    return tuple(tokens)


def _pieces(text: str) -> list[tuple[int, int, str]]:
    """(start, end, group of `_TOKENS`) of every token."""
    pieces: list[tuple[int, int, str]] = []
    at = 0
    while match := _TOKENS.search(text, at):
        start, end, group = match.start(), match.end(), match.lastgroup or "punctuation"
        if group == "word" and (whole := _CONTRACTED_S.match(text, start)):
            end = whole.end()
        elif group == "address":
            end = start + len(match.group().rstrip(".,:;!?'’*"))
        pieces.append((start, end, group))
        at = end
    return pieces


@lru_cache(maxsize=32768)
def _lemma(surface: str, upos: str) -> str:
    """The dictionary form of *surface* as that part of speech."""
    key = plain(surface)
    match upos:
        case "VERB" | "AUX":
            return verb_lemma(key)
        case "NOUN":
            return noun_lemma(key)
        case "ADJ" | "ADV":
            return adjective_lemma(key)
        case "PROPN" | "X" | "SYM" | "PUNCT":
            return surface
        case _:
            return key
