"""What the templates show: plain frozen values in the order of the page, texts as they are (templates escape them).

An *anchor* is an id of the document, an *href* a link to one (`#a1s3`), to a page of the web, or "" for none.
"""

from dataclasses import dataclass

from jaen.model import Severity
from jaen.offsets import Span

__all__ = [
    "ArticleView",
    "BlockView",
    "ConceptView",
    "FindingView",
    "FurnitureView",
    "Label",
    "LinkView",
    "Piece",
    "RelatedView",
    "Rendering",
    "Row",
    "Sentence",
    "Stretch",
]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters that are shown alike.

    Attributes:
        language: where it is not that of the sentence; "" is a language that is not known, None the sentence's own.
        reading: shown above as ruby, with the brackets it stands in in the text.
        severity: of the finding that underlines it, "" for none.
    """

    text: str
    language: str | None = None
    reading: str = ""
    brackets: tuple[str, str] = ("", "")
    severity: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """That some characters name a concept.

    Attributes:
        number: of the concept in the document; its entry is `#c` and this number.
        kind: how the term stands there, or what became of it in a translation.
        matched_by: what made it match, "" in a translation.
        anchor: at its first mention in the document, else "".
    """

    number: int
    category: str
    kind: str
    matched_by: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pieces that name one concept, or that name none."""

    pieces: tuple[Piece, ...]
    link: LinkView | None = None


@dataclass(frozen=True, slots=True)
class RelatedView:
    """Another place that a finding speaks of; `place` says which article where that is another one."""

    role: str
    text: str
    href: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """A finding as it is listed, and as it stands beside its sentence.

    Attributes:
        number: within its article, from 1, in text order.
        anchor: of its place in the list; the note beside the sentence has the same with an `n` in front.
        href: of the sentence, "" where it is about the whole article.
        span: in the article; None where it is about the whole of it.
        word, icon: of its severity, so that nothing depends on a color.
    """

    number: int
    anchor: str
    href: str
    span: Span | None
    severity: Severity
    word: str
    icon: str
    code: str
    message: str
    suggestion: str
    excerpt: str
    language: str
    related: tuple[RelatedView, ...]
    ignored: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `gap` is what stands between it and the one before in its paragraph."""

    anchor: str
    language: str
    gap: str
    stretches: tuple[Stretch, ...]
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class Rendering:
    """A sentence in the other language.

    Attributes:
        state: `machine`, `reviewed`, `gloss` or `untranslated` (with a gloss where there is one).
        notes: what a reviewer should know, as (label, text).
    """

    state: str
    language: str
    stretches: tuple[Stretch, ...]
    notes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Sentences of one paragraph, and what stands beside them: one sentence with its rendering, or several without."""

    sentences: tuple[Sentence, ...]
    rendering: Rendering | None

    @property
    def findings(self) -> tuple[FindingView, ...]:
        """Those of its sentences."""
        return tuple(finding for sentence in self.sentences for finding in sentence.findings)


@dataclass(frozen=True, slots=True)
class BlockView:
    """A paragraph or line.

    Attributes:
        mark: `Q` or `A` where a question or an answer of an interview begins.
        is_machine: it belongs to a summary of which the page says that a machine wrote it.
        opens_machine: it is the first such block in a row.
    """

    role: str
    mark: str
    is_machine: bool
    opens_machine: bool
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class FurnitureView:
    """Lines of the site between paragraphs of the story.

    Attributes:
        is_folded: they are many, and nothing was found in them.
    """

    title: str
    blocks: tuple[BlockView, ...]
    is_folded: bool


@dataclass(frozen=True, slots=True)
class Label:
    """A fact with its name; `href` where it is an address that can be opened."""

    name: str
    value: str
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """An article as a part of the document.

    Attributes:
        headline: the block of the title, shown as heading; None where the title stands in no line of its own.
        parts: the rest in text order.
        is_paired: something stands in the other language beside it.
    """

    number: int
    anchor: str
    title: str
    language: str
    facts: tuple[Label, ...]
    headline: BlockView | None
    parts: tuple[BlockView | FurnitureView, ...]
    is_paired: bool
    findings: tuple[FindingView, ...]
    provenance: tuple[Label, ...]

    @property
    def general(self) -> tuple[FindingView, ...]:
        """The findings about the whole article."""
        return tuple(finding for finding in self.findings if not finding.href)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptView:
    """A concept that the document names.

    Attributes:
        names: the preferred term of each language, as (language, term).
        others: further terms, as (language, term, status).
        definitions: as (language, text).
        times, articles: how often, and in how many articles.
        href: of its first mention.
    """

    number: int
    id: str
    category: str
    names: tuple[tuple[str, str], ...]
    others: tuple[tuple[str, str, str], ...]
    definitions: tuple[tuple[str, str], ...]
    times: int
    articles: int
    href: str
