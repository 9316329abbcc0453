"""The nouns of jaen: frozen values that are complete at birth and never change.

All spans are half-open and count code points of `Article.text`, unless a docstring says otherwise.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from jaen.offsets import Normalized, Span

__all__ = [
    "Article", "Block", "Bracket", "BracketKind", "Concept", "Dash", "DashKind", "DateExpression", "Detection", "Example",
    "Exchange", "Finding", "Link", "MatchRule", "Mention", "MentionKind", "MetadataField", "Normalized", "Number",
    "Quotation", "Report", "Review", "Role", "Run", "Segment", "Severity", "Span", "Status", "Term", "TermOutcome",
    "TermUse", "Token", "Translation", "Validity",
]  # fmt: skip


# --- what was read -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as it was read; nothing is ever deleted from `text`.

    Attributes:
        id: unique within one run; the file's stem, the JSON line's `id`, or a hash of the text.
        text: the decoded text, unchanged: CRLF, zero-width characters and furniture included.
        source: where it came from as the user would name it (`page.html`, `feed.jsonl:3`, `-`, `<text>`).
        encoding: Python codec name the bytes were decoded with (`utf-8` for a `str`).
        sha256: hex digest of the source bytes.
        metadata: what the container said (`title`, `date`, `url`, `author`, `site` …), as text.
        notes: what the reader had to decide or repair, each a finding without a segment.
    """

    id: str
    text: str
    source: str
    encoding: str
    sha256: str
    metadata: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    notes: "tuple[Finding, ...]" = ()


# --- text --------------------------------------------------------------------------------------


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


@dataclass(frozen=True, slots=True, kw_only=True)
class MetadataField:
    """One fact about the article: `agency`, `rights`, `photo-credit`, `source`, `author`, `dateline-place`,
    `dateline-date`, `machine-summary`, `site`, `title`, `date` …; `span` is None where the container said it.
    """

    name: str
    value: str
    span: Span | None
    rule: str


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word. `surface` is the article's own spelling at `span`, whatever was normalized to look it up.

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


# --- glossary ----------------------------------------------------------------------------------


class Status(StrEnum):
    """Administrative status of a term (TBX: preferred, admitted, deprecated, superseded; forbidden is ours)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    FORMER = "former"  # was right until `valid.to`
    FORBIDDEN = "forbidden"


class TermUse(StrEnum):
    """Where in an article a term may stand."""

    ALWAYS = "always"
    FIRST = "first"
    AFTER_FIRST = "after-first"
    HEADLINE = "headline"


@dataclass(frozen=True, slots=True)
class Validity:
    """Days, both inclusive, on which something holds; None is open."""

    start: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"valid from {self.start} is after valid to {self.end}")

    def covers(self, day: date) -> bool:
        """True when *day* lies inside."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class MatchRule:
    """How a term is looked for.

    Attributes:
        boundary: `free` (edges on both sides), `compound` (also as part of a compound), `any` (anywhere).
        case: `exact`, `name` (a capital where the term has one), `any`, or None for the default by the term's form.
    """

    boundary: str = "free"
    case: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One designation of a concept in one language (TBX `termSec`).

    Attributes:
        type: full, abbreviation, short or variant.
        reading: hiragana or katakana, Japanese terms only.
        pos: `noun`, or `verb` / `adj` for terms matched by lemma.
    """

    text: str
    language: str
    status: Status = Status.PREFERRED
    type: str = "full"
    reading: str | None = None
    use: TermUse = TermUse.ALWAYS
    pos: str = "noun"
    valid: Validity = Validity()
    match: MatchRule | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if not self.text or self.text != self.text.strip():
            raise ValueError(f"term {self.text!r} is empty or has white space at an end")


@dataclass(frozen=True, slots=True)
class Link:
    """A relation to another concept: holder, part-of, replaced-by, abbreviation-of, product-of, confusable …"""

    relation: str
    target: str
    valid: Validity = Validity()


@dataclass(frozen=True, slots=True)
class Example:
    """A test that an entry carries: in `text`, exactly the surfaces `finds` are mentions of the concept."""

    text: str
    language: str
    finds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """Who decided about an entry, and when: state is draft, proposed, approved or rejected."""

    state: str = "proposed"
    by: str = ""
    on: date | None = None
    again: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One meaning with its terms in all languages (TBX `conceptEntry`); order of terms is order of preference."""

    id: str
    category: str
    terms: tuple[Term, ...]
    domain: tuple[str, ...] = ()
    definition: tuple[tuple[str, str], ...] = ()  # (language, text)
    valid: Validity = Validity()
    links: tuple[Link, ...] = ()
    match: MatchRule = MatchRule()
    keep: bool = False  # do not translate
    examples: tuple[Example, ...] = ()
    sources: tuple[str, ...] = ()
    review: Review = Review()
    note: str = ""

    def preferred(self, language: str) -> Term | None:
        """The term jaen writes: the first preferred one of *language*, or None."""
        for term in self.terms:
            if term.language == language and term.status is Status.PREFERRED:
                return term
        return None


# --- what was found ----------------------------------------------------------------------------


class MentionKind(StrEnum):
    """How a term stands in the text; only the first four are enforced in translation."""

    FREE = "free"
    TITLE = "title"  # 高市早苗首相: a title follows the name
    VARIANT = "variant"  # another spelling of the term
    SHORT_FORM = "short-form"  # ミュトス after クロード・ミュトス
    COMPOUND = "compound"  # 国家安全保障局長
    DERIVED = "derived"  # 日本人
    NAME_PART = "name-part"  # one part of a longer name joined by ・


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place where the text names a concept.

    Attributes:
        span: in the article, lifted readings included (脆弱(ぜいじゃく)性).
        surface: `span.of(article.text)`.
        matched_by: what made it match, e.g. `exact`, `width`, `long-vowel`, `plural`, `register: クロード・ミュトス`.
    """

    segment_id: str
    span: Span
    surface: str
    concept: Concept
    term: Term
    kind: MentionKind
    matched_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermOutcome:
    """What became of one mention in a translation; spans are None where there is no counterpart."""

    concept_id: str
    source_span: Span
    target_span: Span | None  # in the translation's text
    outcome: str  # satisfied, repaired, unmet


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """A segment in the other language; `state` is `translated`, `untranslated` or `gloss`."""

    segment_id: str
    language: str
    text: str
    engine: str
    model: str
    state: str
    terms: tuple[TermOutcome, ...] = ()
    flags: tuple[str, ...] = ()


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something wrong, or worth saying, about a text. `code` is kebab-case and never changes."""

    code: str
    severity: Severity
    message: str
    segment_id: str | None = None
    span: Span | None = None
    concept_id: str | None = None
    suggestion: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything jaen knows about one article; `jaen.writing` turns it into bytes."""

    article: Article
    language: str
    metadata: tuple[MetadataField, ...]
    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...]
    exchanges: tuple[Exchange, ...]
    mentions: tuple[Mention, ...]
    translations: tuple[Translation, ...]
    findings: tuple[Finding, ...]
    provenance: Mapping[str, Any]
