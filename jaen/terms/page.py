"""One document as the matcher sees it: folded lines in one string, each with its words and the way back."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from jaen.model import Segment, Span, Token
from jaen.offsets import Normalized, apply_edits
from jaen.terms.folding import Folded, fold
from jaen.terms.okurigana import okurigana

# Addresses hold names that name nothing: https://example.com/ncobank, ncos@example.com, @nco, example.co.jp
_ADDRESS = re.compile(
    r"(?:https?|ftp)://[^\s<>\"”「」（）、。]++|www\.[^\s<>\"”「」（）、。]++"
    r"|[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9.-]{1,200}|(?<![a-z0-9])@[a-z0-9_]++"
    r"|(?<![a-z0-9.])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,6}\.(?:com|org|net|edu|gov|info|io|jp|uk|ai)(?![a-z0-9])"
)
_ADDRESS_MARKS = re.compile(r"://|@|[a-z0-9]\.[a-z]")
_SMALL_WORD = re.compile(r"(?<![\w'’-])[a-z]{4,}")
READING = "補助記号-読み"


class Line:
    """A segment, folded; positions are those of `text` unless they are called spans, which are the article's."""

    def __init__(self, segment: Segment, start: int) -> None:
        self.segment = segment
        self.start = start
        self.folded: Folded = fold(segment.normalized.text)
        self.text = self.folded.text

    def span(self, start: int, end: int) -> Span:
        """Where the characters [start, end) stand in the article."""
        inside = self.segment.normalized.to_source(self.folded.map.to_source(Span(start, end)))
        return inside.shift(self.segment.span.start)

    def position(self, span: Span) -> Span:
        """Where the article's characters at *span* stand in `text`."""
        inside = span.shift(-self.segment.span.start)
        return self.folded.map.from_source(self.segment.normalized.from_source(inside))

    def written(self, start: int, end: int) -> str:
        """The characters with their capitals, readings lifted out."""
        return self.folded.map.to_source(Span(start, end)).of(self.folded.map.source)

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """The tokens, lifted readings left out."""
        return tuple(token for token in self.segment.tokens if token.xpos != READING)

    @cached_property
    def word_starts(self) -> dict[int, int]:
        """Start in the article → number of the word."""
        return {word.span.start: number for number, word in enumerate(self.words)}

    @cached_property
    def word_ends(self) -> dict[int, int]:
        """End in the article → number of the word."""
        return {word.span.end: number for number, word in enumerate(self.words)}

    def word_over(self, position: int) -> Token | None:
        """The word that has the article's *position* inside it, neither at its start nor at its end."""
        number = bisect_right(self.words, position, key=lambda word: word.span.start) - 1
        if number >= 0 and self.words[number].span.start < position < self.words[number].span.end:
            return self.words[number]
        return None

    def word_before(self, span: Span) -> Token | None:
        """The word that ends where *span* begins (a lifted reading between them does not count)."""
        number = bisect_right(self.words, span.start, key=lambda word: word.span.end) - 1
        return self.words[number] if number >= 0 else None

    def word_after(self, span: Span) -> Token | None:
        """The first word at or behind the end of *span*."""
        number = bisect_right(self.words, span.end - 1, key=lambda word: word.span.start)
        return self.words[number] if number < len(self.words) else None

    def words_in(self, span: Span) -> tuple[Token, ...] | None:
        """The words that tile *span*, or None when one of them reaches out of it."""
        first, last = self.word_starts.get(span.start), self.word_ends.get(span.end)
        return self.words[first : last + 1] if first is not None and last is not None else None

    @cached_property
    def addresses(self) -> tuple[Span, ...]:
        """Web and mail addresses, in positions of `text`."""
        if not _ADDRESS_MARKS.search(self.text):
            return ()
        return tuple(Span(match.start(), match.end()) for match in _ADDRESS.finditer(self.text))

    @cached_property
    def is_all_capitals(self) -> bool:
        """True for a headline in capitals: at least two words, no small letter."""
        text = self.segment.normalized.text
        return text.upper() == text and text.lower() != text and " " in text.strip()

    @cached_property
    def indent(self) -> int:
        """How many blanks the line begins with."""
        text = self.folded.map.text
        return len(text) - len(text.lstrip())

    @cached_property
    def has_small_words(self) -> bool:
        """False for a headline in which every longer word has a capital."""
        return _SMALL_WORD.search(self.folded.map.text) is not None

    @cached_property
    def without_okurigana(self) -> Normalized | None:
        """`text` with the hiragana left out that ends the kanji of nouns (取り組み), or None when there is none."""
        edits = list(okurigana(self.words, self.position, self.text))
        return apply_edits(self.text, edits) if edits else None


@dataclass(frozen=True, slots=True)
class Page:
    """A document: `text` is its lines joined by line feeds, which no pattern holds."""

    article: str
    lines: tuple[Line, ...]
    text: str
    starts: tuple[int, ...]
    by_segment: Mapping[str, Line]

    def line_of(self, segment_id: str) -> Line:
        """The line of a segment."""
        return self.by_segment[segment_id]

    def line_at(self, position: int) -> Line:
        """The line that holds *position* of `text`."""
        return self.lines[bisect_right(self.starts, position) - 1]


def read_page(article: str, segments: Sequence[Segment]) -> Page:
    """Fold all segments of an article."""
    lines = []
    start = 0
    for segment in segments:
        line = Line(segment, start)
        lines.append(line)
        start += len(line.text) + 1
    text = "\n".join(line.text for line in lines)
    by_segment = {line.segment.id: line for line in lines}
    return Page(article, tuple(lines), text, tuple(line.start for line in lines), by_segment)
