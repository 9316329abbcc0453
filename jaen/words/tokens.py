"""Japanese words: the only door to fugashi (MeCab) and the UniDic dictionary.

MeCab never sees a raw text. NUL ends its input, lone surrogates are no UTF-8, 65,536 blanks lose all that follows,
100,000 hyphens kill the process and long runs of one class are quadratic; so it gets pieces of at most 4,000
characters, cut at the end of a sentence or at white space, with white space and unreadable characters replaced one
for one. Every field is copied out of MeCab's memory in one `parse()`; a node read later shows the next sentence.
"""

import re
import threading
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache, partial
from itertools import accumulate, pairwise, repeat
from typing import Protocol

from jaen.errors import InputError
from jaen.model import Token
from jaen.offsets import Span
from jaen.words.graphemes import edge_before, edges, is_plain
from jaen.words.upos import PAIRED, upos_of, upos_pair

_LONGEST_WORD = 8  # characters of a name with several readings
_MOST_ANALYSES = 24  # of a word by itself; the dictionary has no name with more readings that are in use
PIECE = 4000  # characters; keeps a piece's cost, memory and time far below MeCab's limits

_UNREADABLE = re.compile("[\0\1\2\ud800-\udfff]")  # MeCab's end, our separators, no UTF-8
_BLANK = re.compile(r"[^\S ]")  # white space other than an ordinary space; U+3000 would be a token
_NEEDS_CARE = re.compile(f"{_UNREADABLE.pattern}|{_BLANK.pattern}")
_BLANKS = re.compile(r"\s*")
_SENTENCE_END = re.compile(r"[。！？!?][」』）)\]】”’\"']*|\s")

# One record per word, five fields: surface, part of speech, lemma, dictionary spelling, reading.
# Unknown words have no further fields in the dictionary (asking for one would crash); their lemma is marked.
_FIELD, _UNKNOWN = "\1", "\2"  # not \x1e or \x1f: they are white space, and fugashi strips its answer
_KNOWN_FORMAT = _FIELD.join(["%m", "%F-[0,1,2,3]", "%f[7]", "%f[10]", "%f[17]", ""])
_UNKNOWN_FORMAT = _FIELD.join(["%m", "%F-[0,1,2,3]", _UNKNOWN, "", "", ""])

# Token(…) and Span(…) without their own Python code, in the one place where it counts; words are in order.
_new_token, _new_span = partial(tuple.__new__, Token), partial(tuple.__new__, Span)
_tagger_lock = threading.Lock()


class _MeCab(Protocol):
    def parse(self, text: str) -> str: ...

    def nbest(self, text: str, num: int) -> str: ...


def tokenize_ja(text: str, offset: int = 0) -> tuple[Token, ...]:
    """The Japanese words of *text*; between them is nothing but white space.

    Args:
        text: any text; its surfaces are kept as they are, whatever MeCab needs to read instead.
        offset: added to every span, for a text that stands at *offset* of an article.

    Raises:
        InputError: the dictionary is not installed or can't be read.

    >>> [(token.surface, token.lemma, token.upos) for token in tokenize_ja("利率を引き上げた")]
    [('利率', '利率', 'NOUN'), ('を', 'を', 'ADP'), ('引き上げ', '引き上げる', 'VERB'), ('た', 'た', 'AUX')]
    """
    if len(text) <= PIECE and not _NEEDS_CARE.search(text):  # nearly every sentence
        tokens = _parse(text, text, (0, len(text)), offset)
    else:
        readable = _BLANK.sub(" ", _UNREADABLE.sub("\ufffd", text))
        tokens = [token for place in _pieces(readable) for token in _parse(text, readable, place, offset)]
    return tuple(tokens if is_plain(text) else _whole_graphemes(text, tokens, offset))


@lru_cache(maxsize=4096)
def dictionary_readings(word: str) -> tuple[str, ...]:
    """The readings in katakana that the dictionary has for *word* as one word, the likeliest first.

    Args:
        word: a word of at most `_LONGEST_WORD` characters, as a token's surface is; a longer one has none.

    >>> dictionary_readings("尚")[:4]
    ('ナオ', 'ヒサシ', 'タカシ', 'ショウ')
    """
    if not word or len(word) > _LONGEST_WORD or _NEEDS_CARE.search(word):
        return ()
    with _tagger_lock:
        fields = _tagger().nbest(word, _MOST_ANALYSES).split(_FIELD)
    return tuple(
        dict.fromkeys(
            kana for surface, kana in zip(fields[0:-1:5], fields[4::5], strict=True) if surface == word if kana
        )
    )


def dictionary_version() -> str:
    """Name and version of the dictionary that decides about words, for provenance.

    >>> dictionary_version().startswith("unidic-lite ")
    True
    """
    from importlib.metadata import version

    return f"unidic-lite {version('unidic-lite')}"


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Where to cut *text*: (start, end) of at most `PIECE` characters, beginning with a word."""
    at = 0
    while True:
        at = _blanks_end(text, at)
        if at == len(text):
            return
        end = min(at + PIECE, len(text))
        if end < len(text):
            end = _cut(text, at, end)
        yield at, end
        at = end


def _blanks_end(text: str, at: int) -> int:
    match = _BLANKS.match(text, at)
    return match.end() if match else at


def _cut(text: str, start: int, end: int) -> int:
    """The last good place to cut before *end*: after a sentence, else at white space, else between graphemes."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, start, end)]
    if ends:
        return ends[-1]
    length = edge_before(text[start:end], PIECE - 1)
    return start + length if length else end  # one grapheme longer than a piece is cut here and joined again later


def _parse(text: str, readable: str, place: tuple[int, int], offset: int) -> list[Token]:
    """The words of one piece; *readable* is *text* as MeCab may see it."""
    piece = readable[place[0] : place[1]]
    with _tagger_lock:
        parsed = _tagger().parse(piece)
    fields = parsed.split(_FIELD)
    words, xpos, lemmas, bases, kana = fields[0:-1:5], fields[1::5], fields[2::5], fields[3::5], fields[4::5]
    spans = list(map(_new_span, _places(piece, words, place[0] + offset)))
    if readable is not text:  # the article's own characters
        words = [text[start - offset : end - offset] for start, end in spans]
    upos = _upos(xpos, lemmas)
    unknown: Iterable[bool] = repeat(False, len(words))
    if _UNKNOWN in parsed:
        unknown = [lemma == _UNKNOWN for lemma in lemmas]
        lemmas = ["" if lemma == _UNKNOWN else lemma for lemma in lemmas]
    values = (spans, words, _or_none(lemmas), _or_none(bases), _or_none(kana), upos, xpos, unknown)
    return list(map(_new_token, zip(*values, repeat(None, len(words)), strict=True)))


def _or_none(values: list[str]) -> Sequence[str | None]:
    """*values* with None for an empty one; most sentences have none, and looking is cheaper than copying."""
    return [value or None for value in values] if "" in values else values


def _upos(xpos: list[str], lemmas: list[str]) -> list[str]:
    """Universal parts of speech, those included that two words decide about each other (対応|する)."""
    upos = list(map(upos_of, xpos))
    if PAIRED.isdisjoint(lemmas):
        return upos
    for at, lemma in enumerate(lemmas):
        if lemma in PAIRED and at:
            pair = upos_pair(xpos[at], lemma, xpos[at - 1])
            if pair:
                upos[at - 1 : at + 1] = pair
    return upos


def _places(piece: str, words: list[str], shift: int) -> Iterable[tuple[int, int]]:
    """Where each word begins and ends, *shift* characters on; MeCab skips white space."""
    if " " not in piece:
        return pairwise(accumulate(map(len, words), initial=shift))
    places = []
    at = 0
    for word in words:
        at = piece.index(word, at)
        places.append((at + shift, at + shift + len(word)))
        at += len(word)
    return places


def _whole_graphemes(text: str, tokens: list[Token], offset: int) -> Iterator[Token]:
    """Join words that part a grapheme (an emoji family, 葛 with its variation selector); the first's fields stay."""
    allowed = set(edges(text))
    at = 0
    while at < len(tokens):
        first = last = at
        while last + 1 < len(tokens):
            start = tokens[last + 1].span.start
            if start - offset in allowed or start > tokens[last].span.end:
                break
            last += 1
        token = tokens[first]
        if last > first:
            span = Span(token.span.start, tokens[last].span.end)
            token = token._replace(span=span, surface=span.shift(-offset).of(text))
        yield token
        at = last + 1


@cache
def _tagger() -> _MeCab:
    """MeCab with the dictionary, made once per process on first use; call it under the lock only."""
    import fugashi

    # Without -O "" the dictionary's own output format would silently win over -F.
    arguments = f'-O "" -F "{_KNOWN_FORMAT}" -U "{_UNKNOWN_FORMAT}" -B "" -E ""'
    try:
        tagger: _MeCab = fugashi.Tagger(arguments)
    except RuntimeError as error:
        raise InputError(
            "the Japanese dictionary can't be opened; install it with: pip install --force-reinstall unidic-lite"
        ) from error
    return tagger
