"""The lines of a page with the measures that rules ask for."""

import re
import unicodedata
from dataclasses import dataclass

from jaen.model import Role
from jaen.offsets import Span
from jaen.text.layout import is_blank
from jaen.words.scripts import HAN, HIRAGANA, KATAKANA, LATIN

__all__ = ["Line", "Verdict", "key_of", "measure"]

_JAPANESE = re.compile(f"[{HIRAGANA}{KATAKANA}{HAN}]")
_WORD = re.compile(f"[{LATIN}0-9][{LATIN}0-9'’.,%-]*")
_END = re.compile(r"[。．.！!？?…♪☆][」』）)\]”’\"'»】]*$|[。！？][^。！？]{0,2}$")
_QUOTED = re.compile(
    r"(?:[^。「」]{1,16}[：:])?[「『“](?s:.{8,})[」』”](?:[（(][^）)]{1,16}[）)])?$"
)  # nothing but speech, perhaps with its speaker
# A list's number is followed by no figure: 1.2 billion yen is none.
_LIST_MARK = re.compile(
    r"(?:(?!\*\S[^*]*\*$)[-*•·・●○◦‣▪✓✔]\s*|\(?[0-9０-９]{1,2}[.)．）](?![0-9０-９])\s*|[（(][0-9０-９]{1,2}[)）]\s*|[①-⑳㋐-㋾]\s*|[0-9０-９]{1,2}[.．、](?![0-9０-９])\s*|[0-9０-９]{1,2}位\s*[:：]?)(?=\S)"
)
_DECORATION = " \t\u3000■□◆◇●○▼▽▲△▶►▷≫»›>＞<＜《》【】[]〔〕()「」『』★☆※→⇒➡↓↑・·•|*#-–—―=~〜:.。!…‥,、♦❖✔✓+"
_COUNT = re.compile(r"\s*[(\[（]?\s*[0-9][0-9,]*\s*[件]?\s*[)\]）]?$")
_LONGEST_LABEL = 90  # characters; nothing longer is looked up whole
_WINDOW = 240  # characters at each end of a long line that rules look at


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule says about a line: see `Block`."""

    role: Role
    content: bool
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line, paragraph or glued part of a line.

    Attributes:
        span: with white space and line break; the spans of all lines tile the text.
        text: what is shown, without white space at the ends; "" for a blank line.
        key: `text` as a label is looked up: folded, without decoration and count (`■関連記事（3）` → `関連記事`).
        head: at most the first 240 characters of `text`.
        tail: at most the last 240.
        words: Latin words and numbers.
        is_japanese: at least a fifth of it is kana or kanji.
        ends: it ends as a sentence does.
        list_mark: length of a bullet or number at the start, 0 without.
        glue: id of the rule that cut it from its neighbor, "" for a whole line.
    """

    span: Span
    text: str
    key: str
    head: str
    tail: str
    words: int
    is_japanese: bool
    ends: bool
    list_mark: int
    glue: str

    @property
    def is_prose(self) -> bool:
        """A sentence long enough to be one of an article: eight words, or sixteen Japanese characters."""
        size = len(self.text)
        if self.is_japanese:
            return (self.ends and size >= 16) or size >= 80 or "。" in self.text[:-1]
        return (self.ends and self.words >= 8) or self.words >= 25

    @property
    def is_label(self) -> bool:
        """Too short for a headline: up to three words, or eight Japanese characters."""
        return len(self.text) <= 8 if self.is_japanese else self.words <= 3


def key_of(text: str) -> str:
    """The form in which labels are looked up.

    >>> key_of("■関連記事（3件）"), key_of("Sort by:"), key_of("Comments 12")
    ('関連記事', 'sort by', 'comments')
    """
    if len(text) > _LONGEST_LABEL:
        return ""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    bare = " ".join(_strip_symbols(folded).split())
    counted = _COUNT.sub("", bare)
    return _strip_symbols(counted) if len(counted) >= 2 else bare


def _strip_symbols(text: str) -> str:
    start, end = 0, len(text)
    while start < end and _is_decoration(text[start]):
        start += 1
    while end > start and _is_decoration(text[end - 1]):
        end -= 1
    return text[start:end]


def _is_decoration(char: str) -> bool:
    return char in _DECORATION or (char not in "©®™" and unicodedata.category(char) in ("So", "Cf", "Mn"))


def measure(text: str, span: Span, glue: str = "") -> Line:
    """Measure the line of *text* at *span*."""
    shown = span.of(text).strip().strip("\ufeff\u200b\u200e\u200f\u2060").strip()
    if is_blank(shown):
        return Line(span, "", "", "", "", 0, False, False, 0, glue)
    head, tail = shown[:_WINDOW], shown[-_WINDOW:]
    japanese = len(_JAPANESE.findall(head))
    ends = bool(_END.search(tail[-12:])) or bool(_QUOTED.match(head) and len(shown) <= _WINDOW)
    mark = _LIST_MARK.match(head)
    return Line(
        span=span,
        text=shown,
        key=key_of(shown),
        head=head,
        tail=tail,
        words=len(_WORD.findall(head)),
        is_japanese=japanese * 5 >= len(head),
        ends=ends,
        list_mark=mark.end() if mark else 0,
        glue=glue,
    )
