"""Where a text names a concept, and what became of it in translation."""

from dataclasses import dataclass
from enum import StrEnum

from jaen.model.glossary import Concept, Term
from jaen.offsets import Span


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
    """What became of one mention in a translation.

    Attributes:
        source_span: in the article.
        target_span: in the translation's text; None where there is no counterpart.
        outcome: `satisfied` (the model wrote it), `repaired` (jaen brought it in), `unmet`.
        rung: how it came there (`plain`, `inline`, `carrier`, `forced`, `splice`, `append`); None where it is unmet.
    """

    concept_id: str
    source_span: Span
    target_span: Span | None
    outcome: str
    rung: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Similar:
    """A reviewed translation of a like sentence, to look at; `score` is the sources' likeness, 0 to 1."""

    score: float
    source: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """A segment in the other language.

    Attributes:
        language: of `text`.
        text: the translation; where `state` is `untranslated`, what the engine gave all the same, for an editor to
            look at and never for a reader ("" when it gave nothing).
        engine, model: what translated it; `memory` and the reviewer for a translation that a person has made.
        state: `translated`; `reviewed` by a person; `untranslated` (then `flags` say why).
        terms: an account of every mention that is enforced, in text order.
        flags: what a reviewer should know, e.g. `lost-number: 150`, `append: NCO`.
        similar: the nearest reviewed translation, where there is none of this very sentence.
    """

    segment_id: str
    language: str
    text: str
    engine: str
    model: str
    state: str
    terms: tuple[TermOutcome, ...] = ()
    flags: tuple[str, ...] = ()
    similar: Similar | None = None


@dataclass(frozen=True, slots=True)
class Gloss:
    """A Japanese segment's content words in order, glossary terms in English, readings for names: no translation."""

    segment_id: str
    text: str
