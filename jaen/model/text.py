"""Blocks, segments, tokens and what is marked in them.

All spans count code points of the article's text, unless a docstring says otherwise.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from jaen.offsets import Normalized, Span


class Role(StrEnum):
    """What a line of an already scraped page is."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"  # a dateline belongs to the body line it opens
    QUESTION = "question"  # an interviewer's question
    LIST_ITEM = "list-item"
    SUMMARY = "summary"
    FAQ = "faq"
    CAPTION = "caption"
    ALT_TEXT = "alt-text"
    CREDIT = "credit"  # of a photo or figure
    BYLINE = "byline"
    SOURCE = "source"
    RIGHTS = "rights"
    TIMESTAMP = "timestamp"
    LABEL = "label"  # "AI-generated summary", "Likely · Short term"
    TEASER = "teaser"  # of another story: headline or paragraph
    NAVIGATION = "navigation"
    FORM = "form"  # comment box, newsletter, search
    BIO = "bio"  # author box
    NOTICE = "notice"  # paywall, cookie, advertisement, self-promotion
    BLANK = "blank"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One line, or one paragraph of hard-wrapped lines; blocks tile the article's text.

    Attributes:
        id: `b1`, `b2` … in text order.
        span: with its line break, so that blocks tile the text.
        role: what it is.
        content: False for furniture of the site.
        rule: id of the rule that decided, e.g. `credit-photo-by`.
        confidence: 0 to 1; how sure the rule is.
        language: BCP 47 tag of the block as a whole.
    """

    id: str
    span: Span
    role: Role
    content: bool
    rule: str
    confidence: float
    language: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one language inside a line: in `Source: テレ東BIZ` there are two."""

    span: Span
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Detection:
    """The language of a text.

    Attributes:
        language: BCP 47 tag, `und` when nothing supports an answer.
        confidence: 0 to 1.
        reason: rule name and what it saw, e.g. `kana`, `latin-words`, `han: document`.
        runs: languages inside the text, tiling it; spans count from the text's start.
    """

    language: str
    confidence: float
    reason: str
    runs: tuple[Run, ...]


class BracketKind(StrEnum):
    """The four meanings of a parenthesis in Japanese news, and `other`."""

    READING = "reading"  # 脆弱(ぜいじゃく)性
    ABBREVIATION = "abbreviation"  # 国家サイバー統括室(NCO)
    EXPLANATION = "explanation"  # ビッグテック(巨大IT企業)
    INSERTION = "insertion"  # (重要インフラを所管する)金融庁
    OTHER = "other"  # (写真), (1), (笑)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bracket:
    """A parenthesis. `span` holds both brackets, `inner` what is between, `base` what it says something about."""

    span: Span
    inner: Span
    kind: BracketKind
    base: Span | None


class DashKind(StrEnum):
    """What a dash, wave or long-vowel mark does where it stands."""

    QUESTION = "question"  # ―NCOの考えは。
    ATTRIBUTION = "attribution"  # 新たに対象―米アンソロピック
    DATELINE = "dateline"  # TOKYO —
    CLAUSE = "clause"  # banks—Mitsubishi
    RANGE = "range"  # 150〜200社
    LONG_VOWEL = "long-vowel"  # サ―バ written with a dash, サーバー
    HYPHEN = "hyphen"  # AI-powered
    MINUS = "minus"  # -5度
    BULLET = "bullet"  # - item


@dataclass(frozen=True, slots=True, kw_only=True)
class Dash:
    """One dash (or a doubled one, ――) and its kind."""

    span: Span
    kind: DashKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Direct speech: `span` with its marks, `inner` without, `speaker` where the text says who."""

    span: Span
    inner: Span
    speaker: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number with its value and what it counts.

    Attributes:
        span: digits, units and counter: `14万2000人`, `three documents` up to the unit.
        low, high: the value; equal unless it is a range (`150〜200社`).
        unit: canonical unit or counter (`%`, `yen`, `organization`, `m2`, `人`), "" when none is written.
        kind: cardinal, ordinal, percent, money, measure, fraction, range, age, version.
        approximate: 約, およそ, about, roughly, more than …
    """

    span: Span
    low: Decimal
    high: Decimal
    unit: str
    kind: str
    approximate: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DateExpression:
    """A date or a stretch of time as a calendar interval.

    Attributes:
        span: `令和8年5月18日`, `先月`, `Tuesday next week`.
        kind: day, month, year, fiscal-year, quarter, week, weekday, season, relative, range.
        first, last: first and last day, both inclusive; None when it can't be resolved.
        reason: how it was resolved (`absolute`, `anchored 2026-05-20`), or why it can't be (`no article date`).
    """

    span: Span
    kind: str
    first: date | None
    last: date | None
    reason: str


Mark = Bracket | Dash | Quotation | Number | DateExpression


class Token(NamedTuple):
    """One word; a named tuple, because an article has thousands and a dataclass costs five times as much to make.

    `surface` is the article's own spelling at `span`, whatever was normalized to look it up.

    Attributes:
        span: in the article.
        surface: `span.of(article.text)`.
        lemma: UniDic lemma (`サーバー-server`), or the English dictionary form; None when unknown.
        orth_base: dictionary spelling (東京, 引き上げる); None when unknown.
        reading: katakana; None when unknown or not Japanese.
        upos: Universal Dependencies part of speech.
        xpos: UniDic part of speech joined by `-`; "" for English words.
        is_unknown: not in the dictionary.
        concept_id: the glossary concept this token is a unit of, or None.
    """

    span: Span
    surface: str
    lemma: str | None
    orth_base: str | None
    reading: str | None
    upos: str
    xpos: str
    is_unknown: bool
    concept_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One sentence, headline or label.

    Attributes:
        id: hash of the text and its ordinal among equal texts; the same text gets the same id in every run.
        block_id: the block it stands in; `role` and `content` are that block's.
        span: without surrounding white space.
        text: `span.of(article.text)`.
        language, language_reason: of the segment as a whole.
        runs: languages inside it, tiling `span`.
        normalized: `text` after the profile's rules; its offsets count from the segment's start.
        tokens: leave only white space between them.
        marks: brackets, dashes, quotations, numbers and dates that start here.
    """

    id: str
    block_id: str
    span: Span
    text: str
    role: Role
    content: bool
    language: str
    language_reason: str
    runs: tuple[Run, ...]
    normalized: Normalized
    tokens: tuple[Token, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question of an interview with its answer, as segment ids in text order."""

    question: tuple[str, ...]
    answer: tuple[str, ...]
