"""English names: capitalized words, with what is joined in them and what only stands at a sentence's start."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jaen.model import Dash, DashKind, Mark, Role, Segment, Span
from jaen.terms.names.lists import (
    BODIES,
    CALENDAR,
    FORMS_OF_ADDRESS,
    GATHERINGS,
    MINISTRIES,
    NATIONS,
    ROLES,
    STOP_WORDS,
)  # fmt: skip

__all__ = ["CapitalizedName", "capitalized_names"]

_WORD = re.compile(
    r"(?<![\w@#/.])(?:(?:[A-Z]\.){2,}|[A-ZÀ-ÖØ-Þ]\w*(?:[-‐&.][A-Z0-9]\w*|['’](?![sS]\b)[A-ZÀ-ÖØ-Þ]\w*)*)(?P<tail>[-‐][a-z]\w*|['’][sS]?\b)?"
)
_LONG_CAPITAL = re.compile(r"\b[A-Z]\w{3,}")
_SMALL = re.compile(r"(?<![\w'’-])[a-z][a-z'’-]{3,}")
_BETWEEN = re.compile(r" (?:(?:of|for|de|du|van|von|bin|al|and|&)(?: the)? )?|, (?:and )?")
_JOINING = re.compile(r" (?:of|for|de|du|van|von|bin|al)(?: the)? ")
_END = re.compile(r"[.!?…:;”\"')]\s*\Z")
_BODY_AND = re.compile(r" and ")
_LONGEST = 12  # words of a name


@dataclass(frozen=True, slots=True)
class CapitalizedName:
    """A capitalized name.

    Attributes:
        span: in the article.
        text: its characters.
        opens: it stands at the start of a sentence, where a capital says nothing about its first word.
        role: it is an office (Chief Cabinet Secretary).
        is_person: an office or a form of address before it says so.
    """

    span: Span
    text: str
    opens: bool = False
    role: bool = False
    is_person: bool = False


def capitalized_names(segment: Segment) -> Iterator[CapitalizedName]:
    """Capitalized names of a sentence; a headline with all words capitalized has none that one could tell."""
    text = segment.text
    if _is_title_case(segment):
        return
    dateline = max((mark.span.end for mark in segment.marks if _is_dateline(mark)), default=segment.span.start)
    opening = re.compile(r"[\W\d_]*").match(text, dateline - segment.span.start)
    first = opening.end() if opening else 0
    for words in _spans(text):
        if words[0].start() < first:
            continue
        for name in _named(text, words, first):
            yield CapitalizedName(name.span.shift(segment.span.start), name.text, name.opens, name.role, name.is_person)


def _is_dateline(mark: Mark) -> bool:
    return isinstance(mark, Dash) and mark.kind is DashKind.DATELINE


def _is_title_case(segment: Segment) -> bool:
    text = segment.text
    capitals = len(_LONG_CAPITAL.findall(text))
    small = len(_SMALL.findall(text))
    if text.upper() == text and " " in text.strip():
        return True
    is_line = segment.role in (Role.TITLE, Role.HEADING) or not _END.search(text)
    return is_line and capitals >= 3 and capitals > 2 * small


def _spans(text: str) -> Iterator[list[re.Match[str]]]:
    """Capitalized words that belong together."""
    span: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        if word["tail"] and word["tail"][0] in "-‐":  # AI-powered is no name
            if span:
                yield span
            span = []
            continue
        if span and not (_belongs(text, span, word) and len(span) < _LONGEST):
            yield span
            span = []
        span.append(word)
        if word["tail"]:
            yield span
            span = []
    if span:
        yield span


def _belongs(text: str, span: Sequence[re.Match[str]], word: re.Match[str]) -> bool:
    between = text[span[-1].end() : word.start()]
    if between == " ":
        return True
    if not _BETWEEN.fullmatch(between):
        return False
    if _JOINING.fullmatch(between):
        return bool(span[-1].group().lower() not in STOP_WORDS) and span[-1].group() not in CALENDAR
    return _is_listed_name(text, span, word)


def _is_listed_name(text: str, span: Sequence[re.Match[str]], word: re.Match[str]) -> bool:
    """Whether a comma or "and" goes on with one name: Ministry of Economy, Trade and Industry."""
    between = text[span[-1].end() : word.start()]
    if between == " and " and span[-1].group().endswith("s") and len(span) > 1:  # Finance Ministers and … Meeting
        behind = re.match(r"(?:[A-Z]\w+ )+[A-Z](\w+)", text[word.start() :])
        if behind and behind.group().split()[-1].lower() in BODIES | GATHERINGS:
            return True
    heads = [number for number, one in enumerate(span) if one.group().lower() in MINISTRIES]
    if not heads:
        return False
    after = text[span[heads[-1]].end() :]
    if not after.startswith((" of ", " for ", " on ")):
        return False
    rest = text[word.end() :]
    # A comma only inside a list that ends with "and X", else what follows is the next thing named.
    return " and " in between or "&" in between or bool(re.match(r"(?:, [A-Z]\w+)*(?:,? and|,? &) [A-Z]", rest))


def _named(text: str, words: Sequence[re.Match[str]], first: int) -> Iterator[CapitalizedName]:
    """The names in one span of capitalized words."""
    words = list(words)
    is_person = False
    opens = words[0].start() == first
    while words and _goes(words, opens):
        is_person = is_person or words[0].group() in FORMS_OF_ADDRESS
        opens = False
        words = words[1:]
    while words and (words[-1].group() in CALENDAR or words[-1].group().rstrip(".") in FORMS_OF_ADDRESS):
        words = words[:-1]
    if not words:
        return
    at = _office(text, words)
    if at:
        yield from _office_and_person(text, words, at, opens)
        return
    yield _name(text, words, opens=opens, is_person=is_person)


def _goes(words: Sequence[re.Match[str]], opens: bool) -> bool:
    """Whether the first word is none of the name."""
    word = _bare(words[0])
    if word in FORMS_OF_ADDRESS or words[0].group() in FORMS_OF_ADDRESS or word in CALENDAR:
        return True
    if len(words) > 1 and word in NATIONS:
        return (
            f"{word} {_bare(words[1])}" not in NATIONS
            and words[1].start() == words[0].end() + 1
            and _is_adjective(word)
        )
    return word.lower() in STOP_WORDS and (opens or len(words) == 1 or word.lower() in ("the", "a", "an"))


def _is_adjective(word: str) -> bool:
    return word.endswith(("n", "sh", "ch", "se", "i", "k", "S.", "K.", "US", "UK", "ss")) and word not in (
        "Japan", "Iran", "Taiwan", "Pakistan", "Western", "Northern", "Southern", "Eastern", "Asian", "African",
        "European", "Latin", "Roman", "Christian",
    )  # fmt: skip


def _bare(word: re.Match[str]) -> str:
    tail = word["tail"] or ""
    return word.group()[: len(word.group()) - len(tail)]


def _office(text: str, words: Sequence[re.Match[str]]) -> int:
    """How many words name an office, with a person's name of one to three words behind it; 0 where none does."""
    for index in range(len(words) - 1, 0, -1):
        if _bare(words[index - 1]).lower() not in ROLES:
            continue
        rest = words[index:]
        plain = all(text[a.end() : b.start()] == " " for a, b in zip(words[index - 1 :], rest, strict=False))
        is_body = any(_bare(one).lower() in (BODIES | ROLES) for one in rest)
        if plain and len(rest) <= 3 and not is_body and not _bare(rest[0]).isupper():
            return index
    return 0


def _office_and_person(text: str, words: Sequence[re.Match[str]], at: int, opens: bool) -> Iterator[CapitalizedName]:
    start = at - 1 if _bare(words[at - 1]).isupper() else 0  # Anthropic CEO Dario Amodei
    if start:
        yield _name(text, words[:start], opens=opens)
    yield _name(text, words[start:at], opens=opens and not start, role=True)
    yield _name(text, words[at:], is_person=True)


def _name(
    text: str, words: Sequence[re.Match[str]], opens: bool = False, role: bool = False, is_person: bool = False
) -> CapitalizedName:
    span = Span(words[0].start(), words[-1].start() + len(_bare(words[-1])))
    return CapitalizedName(span, span.of(text), opens, role, is_person)
