"""Where a sentence can be cut into clauses that make sense by themselves, and how their translations are joined."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from jaen.model import Bracket, DateExpression, Number, Segment, Span
from jaen.offsets import Normalized, Stretches
from jaen.words.graphemes import edge_before

__all__ = ["Cut", "Ground", "Joint", "clauses", "cut_anew", "cut_to_fit", "find_cells"]


class Joint(StrEnum):
    """What a cut stands for."""

    LAYOUT = "layout"  # a tab, a line break, a cell without letters: put back as it is
    SENTENCE = "sentence"  # two sentences
    AND = "and"
    BUT = "but"
    SO = "so"
    COMMA = "comma"
    WORD = "word"  # a cut between any two words


@dataclass(frozen=True, slots=True)
class Cut:
    """Characters that stand between two clauses and in neither: the 、, the が of した、but also nothing at all."""

    span: Span
    joint: Joint


@dataclass(frozen=True, slots=True)
class _Place:
    cut: Cut
    rank: int  # 1 is the best place, 5 the last resort


_SHORTEST = 8  # code points of a Japanese clause worth cutting off when nothing forces it; of an English one twice that
_FAIR = 0.35  # of a clause, how far from its middle a good cut may be
_LEANS = ("ADP", "AUX", "PUNCT", "SCONJ", "PART")  # words that no cut may part from the one before
_LAYOUT = re.compile("[ \u3000]*[\t\n\r\v\f\u2028\u2029]+[ \u3000]*")
_LABEL = re.compile("[^【】\t\n]{1,20}(?P<end>】[ \u3000]*)")  # of 【速報】駅前で火事
_LETTERS = re.compile(r"[^\W\d_]")
_CLAUSE = 2  # cuts up to this rank leave clauses that a model understands
_JA = re.compile(
    '(?P<sentence>[。！？!?]+(?= *[^」』）)”"。！？!? ]))'
    "|(?P<but>(?<=[たるいうだすんくぐつぬぶむ])(?:が|けど|けれど|けれども|ものの)、)"
    "|(?P<so>(?<=[たるいなうくぐすつぬぶむ])(?:ので|ため|ことから)、)"
    "|(?P<and>(?:(?<=て)|(?<=[んい]で)|(?<=[るたいう]し)|(?<=おり)|(?<=[きしちにみりいけせてねべめれえ](?<![はがをにもへ])))、)"
    "|(?P<comma>[、，；;] *)"
)
_EN = re.compile(
    '(?P<sentence>(?<=[.!?]) (?=[A-Z“"])|; |(?<=\\w) ?— ?(?=\\w))'
    "|(?P<but>, but (?=\\w))|(?P<so>, so (?=\\w))|(?P<and>, and (?=(?:he|she|it|they|we|I|you|the|this|that|there)\\b))"
    "|(?P<comma>, )"
)
_EN_WORDS = re.compile(
    r" (?=(?:and|but|because|that|which|who|when|while|if|after|before|although|since|as|to|in|with|for)\b)"
)
_BLANK = re.compile(" ")
_BLANKS = re.compile(" {0,9}")


@dataclass(frozen=True, slots=True)
class Ground:
    """Where cuts are looked for.

    Attributes:
        segment: whose form it is.
        form: what the model reads of it.
        body: the sentence in `form.text`.
        wanted: places in `form.text` that are never cut, in order.
    """

    segment: Segment
    form: Normalized
    body: Span
    wanted: Sequence[Span]


def find_cells(text: str, body: Span, asked: Sequence[Span], same: Sequence[Span]) -> list[Span]:
    r"""What of *body* is language, in order: cells between tabs and line breaks, a label in 【】, none that stays as it is.

    Args:
        text: that *body* is a part of.
        body: where to look.
        asked: places that a translation must account for; no tab parts one.
        same: places that are the same in every language.

    >>> text = "売上高\t1,234\t増加"
    >>> [cell.of(text) for cell in find_cells(text, Span(0, len(text)), (), ())]
    ['売上高', '増加']
    """
    whole, kept = Stretches(asked), Stretches(same)
    cells, at = [], body.start
    edges = [match.span() for match in _LAYOUT.finditer(text, body.start, body.end)]
    label = _LABEL.match(text, body.start, body.end) if text[body.start - 1 : body.start] == "【" else None
    if label:
        edges.insert(0, label.span("end"))
    for start, end in [*edges, (body.end, body.end)]:
        if start < end and whole.touch(Span(start, end)):
            continue
        cell = Span(at, start) if at <= start else Span(start, start)
        if whole.touch(cell) or any(_LETTERS.search(gap.of(text)) for gap in kept.gaps(cell)):
            cells.append(cell)
        at = end
    return cells


def cut_to_fit(ground: Ground, cells: Sequence[Span], fits: Callable[[Span, Joint | None], bool]) -> tuple[Cut, ...]:
    """The cuts between *cells*, and the fewest good ones after which every clause fits.

    Args:
        ground: where.
        cells: what of the body is language, in order.
        fits: True when the model can take the clause at a span, which ends with that kind of cut.
    """
    cuts = [Cut(Span(a.end, b.start), Joint.LAYOUT) for a, b in pairwise(cells)]
    places: Sequence[_Place] | None = None
    waiting = list(clauses(ground.body, cuts))
    while waiting:
        piece, joint = waiting.pop()
        if piece.length < 2 or fits(piece, joint):
            continue
        if places is None:
            places = _places(ground)
        cut = _best(piece, places) or _anywhere(ground.form.text, piece, Stretches(ground.wanted))
        if cut is None:
            continue
        cuts.append(cut)
        waiting += [(Span(piece.start, cut.span.start), cut.joint), (Span(cut.span.end, piece.end), joint)]
    return tuple(sorted(cuts, key=lambda cut: cut.span))


def cut_anew(ground: Ground, cuts: Sequence[Cut]) -> tuple[Cut, ...]:
    """*cuts* and one more in every clause that has a good place for it; *cuts* themselves where none has."""
    places = [place for place in _places(ground) if place.rank <= _CLAUSE]
    shortest = _SHORTEST if ground.segment.language != "en" else 2 * _SHORTEST
    more = []
    for piece, _ in clauses(ground.body, cuts):
        cut = _best(piece, places)
        if cut and min(cut.span.start - piece.start, piece.end - cut.span.end) >= shortest:
            more.append(cut)
    return tuple(sorted([*cuts, *more], key=lambda cut: cut.span))


def clauses(body: Span, cuts: Sequence[Cut]) -> Iterator[tuple[Span, Joint | None]]:
    """What the *cuts*, which are in order, leave of *body*: each clause with the cut at its end."""
    at = body.start
    for cut in cuts:
        yield Span(at, cut.span.start), cut.joint
        at = cut.span.end
    yield Span(at, body.end), None


def _places(ground: Ground) -> list[_Place]:
    """Every place for a cut in text order, none of them inside a bracket, a number, a date or what is wanted."""
    segment, form, body = ground.segment, ground.form, ground.body
    start = segment.span.start
    marks = [
        form.from_source(mark.span.shift(-start))
        for mark in segment.marks
        if isinstance(mark, (Bracket, Number, DateExpression)) and mark.span.end <= segment.span.end
    ]
    whole = Stretches([*marks, *ground.wanted])
    found = _english(form.text, body) if segment.language == "en" else _japanese(segment, form, body)
    places = []
    for place in found:
        span = place.cut.span
        if body.start < span.start and span.end < body.end and not (whole.touch(span) or whole.cut(span.start)):
            places.append(place)
    return sorted(places, key=lambda place: place.cut.span)


def _english(text: str, body: Span) -> Iterator[_Place]:
    for pattern, rank in ((_EN, None), (_EN_WORDS, 4), (_BLANK, 5)):
        for match in pattern.finditer(text, body.start, body.end):
            yield _place(match, rank)


def _japanese(segment: Segment, form: Normalized, body: Span) -> Iterator[_Place]:
    """Marks, and edges of words as the last resort; those behind a particle are better."""
    start = segment.span.start
    predicates = set()
    for token, following in pairwise((*segment.tokens, None)):
        assert token
        at = form.from_source(token.span.shift(-start)).end
        if token.upos in ("VERB", "AUX", "ADJ") or (
            token.xpos == "助詞-接続助詞" and token.surface in ("て", "で", "し")
        ):
            predicates.add(at)
        if following and token.span.end == following.span.start and following.upos not in _LEANS:
            yield _Place(Cut(Span(at, at), Joint.WORD), 4 if token.upos in ("ADP", "SCONJ") else 5)
    for match in _JA.finditer(form.text, body.start, body.end):
        place = _place(match, None)
        if place.rank == _CLAUSE and match.start() not in predicates:
            place = _Place(Cut(place.cut.span, Joint.COMMA), 3)  # しかし、 and 問題だが、 of which a part is a word
        yield place


def _place(match: re.Match[str], rank: int | None) -> _Place:
    name = match.lastgroup or "word"
    span = Span(match.start(), match.end())
    if name == "sentence" and match[0].strip(" ;—"):
        blanks = _BLANKS.match(match.string, match.end())
        assert blanks
        span = Span(*blanks.span())  # the mark stays with its sentence
    ranks = {"sentence": 1, "but": 2, "so": 2, "and": 2, "comma": 3}
    return _Place(Cut(span, Joint(name)), rank or ranks[name])


def _best(piece: Span, places: Sequence[_Place]) -> Cut | None:
    """The place of the best rank in the middle of *piece*, and of these the one nearest to the middle."""
    middle = (piece.start + piece.end) / 2
    first = bisect_right(places, piece.start, key=lambda place: place.cut.span.start)
    last = bisect_left(places, piece.end, key=lambda place: place.cut.span.start)
    inside = [place for place in places[first:last] if place.cut.span.end < piece.end]
    fair = [p for p in inside if abs(p.cut.span.start - middle) <= _FAIR * piece.length]
    best = min(fair or inside, key=lambda p: (p.rank, abs(p.cut.span.start - middle)), default=None)
    return best.cut if best else None


def _anywhere(text: str, piece: Span, wanted: Stretches) -> Cut | None:
    """A cut between two characters near the middle, for what is one word to the dictionary and too long all the same."""
    middle = (piece.start + piece.end) // 2
    at = piece.start + edge_before(piece.of(text), middle - piece.start)
    for place in (at, *range(middle, piece.start, -1), *range(middle, piece.end)):
        if piece.start < place < piece.end and not wanted.cut(place):
            return Cut(Span(place, place), Joint.WORD)
    return None
