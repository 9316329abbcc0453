"""Where the paragraphs of a text are: one to a line, or wrapped by hard line breaks at a fixed width."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from jaen.errors import ConfigError
from jaen.offsets import Span
from jaen.words.scripts import HAN, HANGUL, HIRAGANA

__all__ = ["Layout", "is_blank", "read_layout"]

# Mandatory breaks of UAX #14: CRLF, LF, CR, VT, FF, NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR.
_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
# White space that str.strip() does not know: zero width, bidi marks, byte order mark.
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_SOLID = re.compile(rf"[^\s{_INVISIBLE}]")
# Two columns wide in a fixed-width font (East Asian Width W and F, and the blocks Japanese mail counts as two).
_WIDE = re.compile(
    f"[{HAN}{HIRAGANA}\u30a1-\u30ff{HANGUL}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6\u2014\u2015\u2018-\u201d\u2026\u25a0-\u25ff]"
)
_SENTENCE_END = re.compile(r"[。．.！!？?:：…][」』）)\]”’\"']*$")
# What can only open a paragraph: a list mark, a quote level, a mail header, an indent.
_OPENS = re.compile(
    r"[-*•・●○■□◆◇▼▶※]\s?|\(?[0-9０-９]{1,3}[.)．）、]\s?|[（(][0-9０-９]{1,2}[)）]|[①-⑳]|>|\u3000|[ \t]{2,}"
    r"|[A-Z][A-Za-z-]{1,15}: |[―─—]{1,2}"
)
_ADDRESS = re.compile(r"\S*https?://\S*$")
_FIRST_WORD = re.compile(r"\s*(\S+)")
_LATIN_START = re.compile(r"\s*[\"'(“‘]?[a-z0-9]")

_MIN_WIDTH, _MAX_WIDTH = 24, 120  # columns: 12 kanji (old mobile mail) to wide terminals
_SLACK = 4  # columns that kinsoku shori may leave empty: two full-width characters
_INNER_END = re.compile(r"[。！？!?]|[.．](?:\s|$)")
_LINES_PER_SENTENCE = 10  # a sentence of ten wrapped lines is longer than any style guide's
_MIN_FORCED, _MIN_RUN_ON = 0.55, 0.5


@dataclass(frozen=True, slots=True)
class Layout:
    """How an article is broken into lines.

    Attributes:
        wrapping: `lines` (a line is a paragraph) or `hard` (a paragraph is several lines).
        reason: what decided, for people.
        paragraphs: spans in code points that tile the text; each holds its line break, blank lines stand alone.
    """

    wrapping: str
    reason: str
    paragraphs: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    text: str  # without its line break and white space at the end
    width: int  # columns


def is_blank(text: str) -> bool:
    r"""True when *text* shows nothing: white space, zero-width and bidi characters.

    >>> is_blank("\u3000\u200b\n")
    True
    """
    return not _SOLID.search(text)


def read_layout(text: str, wrapping: str = "auto") -> Layout:
    r"""Find the paragraphs of *text*.

    Args:
        text: the article's text, unchanged.
        wrapping: `lines`, `hard`, or `auto` to decide by the widths of the lines and by how they end.

    Raises:
        ConfigError: *wrapping* is none of the three.

    >>> read_layout("一行目。\n\n二行目。").paragraphs
    (Span(start=0, end=5), Span(start=5, end=6), Span(start=6, end=10))
    """
    if wrapping not in ("auto", "lines", "hard"):
        raise ConfigError(f"wrapping is {wrapping!r}; use 'auto', 'lines' or 'hard'")
    lines = _lines(text)
    if wrapping == "lines":
        return Layout("lines", "asked for", tuple(line.span for line in lines))
    column = _column(lines)
    if wrapping == "hard":
        return Layout("hard", f"asked for; wrapped at {column} columns", _joined(lines, column))
    is_hard, reason = _decide(lines, column)
    if not is_hard:
        return Layout("lines", reason, tuple(line.span for line in lines))
    return Layout("hard", reason, _joined(lines, column))


def _lines(text: str) -> list[_Line]:
    lines, start = [], 0
    ends = [match.end() for match in _BREAK.finditer(text)]
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    for end in ends:
        if end > start:
            shown = text[start:end].rstrip()
            lines.append(_Line(Span(start, end), "" if is_blank(shown) else shown, _width(shown)))
        start = end
    return lines


def _width(text: str) -> int:
    """Columns in a fixed-width font; past the widest wrap nobody needs an exact figure."""
    shown = text[: 4 * _MAX_WIDTH]
    return len(text) + len(_WIDE.findall(shown))


def _pairs(lines: Sequence[_Line]) -> list[tuple[_Line, _Line]]:
    """Neighbors with no blank line between."""
    return [(a, b) for a, b in pairwise(lines) if a.text and b.text]


def _column(lines: Sequence[_Line]) -> int:
    """The width the text may be wrapped at: nearly the widest line that another line follows.

    One line in twenty may be wider: a URL can't be wrapped.
    """
    widths = sorted(a.width for a, _ in _pairs(lines))
    return widths[(len(widths) - 1) * 19 // 20] if widths else 0


def _is_forced(line: _Line, following: _Line, column: int) -> bool:
    """True when the first word of *following* had no room left on *line*: greedy wrapping had to break here."""
    word = _FIRST_WORD.match(following.text)
    first = word.group(1)[:_MAX_WIDTH] if word else ""
    # Japanese breaks between any two characters, so only kinsoku can leave room.
    need = _SLACK if _WIDE.match(first) else 1 + _width(first)
    return line.width + need > column


def _runs_on(line: _Line, following: _Line) -> bool:
    """True when a sentence goes on from *line* to *following*."""
    if _SENTENCE_END.search(line.text[-8:]) or _OPENS.match(following.text):
        return False
    if _WIDE.match(line.text[-1]) or _WIDE.match(following.text.lstrip()[:1]):
        return True
    return bool(_LATIN_START.match(following.text))


def _decide(lines: Sequence[_Line], column: int) -> tuple[bool, str]:
    pairs = _pairs(lines)
    if len(pairs) < 2:
        return False, "no lines that follow one another"
    if not _MIN_WIDTH <= column <= _MAX_WIDTH:
        return False, f"lines are up to {column} columns wide; text is wrapped at {_MIN_WIDTH} to {_MAX_WIDTH}"
    wider = sum(1 for line in lines if line.width > column + _SLACK and not _ADDRESS.match(line.text))
    if wider * 10 > sum(1 for line in lines if line.text):
        return False, f"{wider} lines are wider than {column} columns, where the others would be wrapped"
    forced = [(a, b) for a, b in pairs if _is_forced(a, b, column) and not _OPENS.match(b.text)]
    run_on = [(a, b) for a, b in forced if _runs_on(a, b)]
    seen = f"{len(forced)} of {len(pairs)} lines are full at {column} columns, {len(run_on)} of them run on"
    # List lines, menus and headings end early on purpose; they are no evidence against wrapping.
    open_pairs = sum(1 for a, b in pairs if a.width * 2 >= column and not _OPENS.match(b.text))
    # Wrapped prose has sentences that end; a list of headlines, however even their widths, has none.
    ended = sum(1 for a, _ in pairs if _INNER_END.search(a.text))
    has_sentences = ended * _LINES_PER_SENTENCE >= len(run_on)
    is_full = len(forced) >= _MIN_FORCED * open_pairs and len(run_on) >= _MIN_RUN_ON * len(forced)
    is_hard = len(run_on) >= 2 and is_full and has_sentences
    return is_hard, seen


def _joined(lines: Sequence[_Line], column: int) -> tuple[Span, ...]:
    """Paragraphs of hard-wrapped *lines*: a line goes on where its break was forced and nothing new opens."""
    spans: list[Span] = []
    last: _Line | None = None
    for line in lines:
        goes_on = (
            last is not None
            and bool(last.text and line.text)
            and not _opens_paragraph(last, line)
            and (_is_forced(last, line, column) or _closes_quotation(last, line, column))
        )
        if goes_on:
            spans[-1] = Span(spans[-1].start, line.span.end)
        else:
            spans.append(line.span)
        last = line
    return tuple(spans)


def _closes_quotation(last: _Line, line: _Line, column: int) -> bool:
    """True when *line* ends a quotation that *last*, a line of more than half the width, has begun."""
    is_open = last.text.count("「") > last.text.count("」")
    return is_open and line.text.count("」") > line.text.count("「") and last.width * 2 > column


def _opens_paragraph(last: _Line, line: _Line) -> bool:
    """True when *line* opens something new, unless it merely keeps the indent or quote level of *last*."""
    opening = _OPENS.match(line.text)
    if opening is None:
        return False
    mark = opening.group()
    keeps = mark.isspace() or mark == ">"
    return not (keeps and last.text.startswith(mark))
