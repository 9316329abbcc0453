"""Japanese names: noun compounds, katakana names and people's names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jaen.model import DateExpression, Number, Segment, Span, Token
from jaen.terms.affixes import KINDS_OF_ORGANIZATION, LEAVING, PREFIXES, TITLES
from jaen.words.scripts import KATAKANA

__all__ = ["Compound", "compounds"]

_NOUN = ("名詞-普通名詞", "名詞-固有名詞", "接頭辞", "接尾辞-名詞的", "形状詞-一般", "記号-文字")
_NOT = ("名詞-普通名詞-助数詞可能", "接尾辞-名詞的-助数詞")
_LOOSE = ("名詞-普通名詞-副詞可能", "接尾辞-名詞的-副詞可能")
_FAMILY, _GIVEN, _PERSON = "名詞-固有名詞-人名-姓", "名詞-固有名詞-人名-名", "名詞-固有名詞-人名"
READING = "補助記号-読み"
_KATAKANA = re.compile(f"[{KATAKANA}]+")
_DOT = re.compile("[・＝=゠]")
_FINAL_S = frozenset("らなど等")


@dataclass(frozen=True, slots=True)
class Compound:
    """A noun compound.

    Attributes:
        span: in the article; lifted readings inside it included.
        text: its characters, readings left out.
        tokens: its words.
        name: how many of the first words are a person's name in full (飯田|陽一), 0 where it begins with none.
    """

    span: Span
    text: str
    tokens: tuple[Token, ...]
    name: int = 0


def compounds(segment: Segment) -> Iterator[Compound]:
    """Longest runs of nouns, cut at numbers and their counters, people's names on their own.

    飯田陽一・内閣サイバー官 is two; クロード・ミュトス is one, because ・ joins katakana.
    """
    counted = [mark.span for mark in segment.marks if isinstance(mark, Number | DateExpression)]
    for run in _runs(segment.tokens, counted):
        for part in _parts(run):
            trimmed = _trimmed(part)
            if trimmed:
                yield _compound(trimmed)


def _runs(tokens: Sequence[Token], counted: Sequence[Span]) -> Iterator[list[Token]]:
    run: list[Token] = []
    numbers = iter(counted)
    number = next(numbers, None)
    for index, token in enumerate(tokens):
        while number and number.end <= token.span.start:
            number = next(numbers, None)
        if token.xpos == READING and run:
            continue
        is_counted = number is not None and number.overlaps(token.span)
        is_touching = not run or run[-1].span.end == token.span.start or _only_reading_between(tokens, index)
        if not is_touching:
            yield run
            run = []
        if not is_counted and (_is_noun(token) or _joins(tokens, index, run)):
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _only_reading_between(tokens: Sequence[Token], index: int) -> bool:
    return index > 0 and tokens[index - 1].xpos == READING and tokens[index - 1].span.end == tokens[index].span.start


def _is_noun(token: Token) -> bool:
    if not token.xpos:  # an English word in a Japanese sentence
        return token.upos in ("PROPN", "NOUN") and token.surface[:1].isalpha()
    if token.surface.isascii() and not token.surface.isalpha():
        return False
    return token.xpos.startswith(_NOUN) and not token.xpos.startswith("接尾辞-名詞的-助数詞")


def _joins(tokens: Sequence[Token], index: int, run: Sequence[Token]) -> bool:
    """Whether the token is a dot between two katakana words."""
    if not _DOT.fullmatch(tokens[index].surface) or not run or index + 1 == len(tokens):
        return False
    following = tokens[index + 1]
    is_close = following.span.start == tokens[index].span.end
    return is_close and all(_KATAKANA.fullmatch(one.surface) for one in (run[-1], following))


def _parts(run: list[Token]) -> Iterator[list[Token]]:
    """The run, people's names and what follows a kind (新興企業|アンソロピック) parted from the rest."""
    start = at = 0
    while at < len(run):
        length = _name_length(run, at)
        if length:
            yield run[start:at]
            yield run[at : at + length]
            at = start = at + length
        elif at and _KATAKANA.fullmatch(run[at].surface) and run[at - 1].surface in KINDS_OF_ORGANIZATION:
            yield run[start:at]
            start = at
            at += 1
        else:
            at += 1
    yield run[start:]


def _name_length(run: Sequence[Token], at: int) -> int:
    """How many words from *at* on are a Japanese person's name in full; 0 when none is there."""
    if run[at].xpos != _FAMILY or at + 1 == len(run):
        return 0
    following = run[at + 1]
    is_given = following.xpos == _GIVEN or (following.xpos.startswith(_PERSON) and len(following.surface) > 1)
    return 2 if is_given else 0


def _trimmed(part: list[Token]) -> list[Token]:
    """*part* without words that are only put before or after a compound: 米, 昨年, など, 側, 氏."""
    first, last = 0, len(part)
    while first < last and (_DOT.fullmatch(part[first].surface) or _is_loose_before(part[first], last - first)):
        first += 1
    while first < last and (_DOT.fullmatch(part[last - 1].surface) or _is_loose_after(part[first:last])):
        last -= 1
    return part[first:last]


def _is_loose_before(token: Token, left: int) -> bool:
    if token.xpos.startswith(_LOOSE) or token.xpos.startswith("接尾辞") or token.surface in TITLES:
        return True
    return left > 1 and token.surface in PREFIXES and len(token.surface) == 1 and token.surface not in "本新"


def _is_loose_after(tokens: Sequence[Token]) -> bool:
    token = tokens[-1]
    if token.xpos.startswith((*_LOOSE, "接頭辞")) or token.surface in LEAVING:
        return True
    is_named = len(tokens) > 1 and (
        tokens[-2].xpos.startswith(_PERSON) or bool(_KATAKANA.fullmatch(tokens[-2].surface))
    )
    return token.surface in TITLES and (is_named or len(token.surface) == 1) and token.surface != "関"


def _compound(tokens: Sequence[Token]) -> Compound:
    span = Span(tokens[0].span.start, tokens[-1].span.end)
    text = "".join(token.surface for token in tokens)
    return Compound(span, text, tuple(tokens), _name_length(tokens, 0))
