"""What was read: the article and the facts its page states."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from jaen.model.finding import Finding, Related
from jaen.offsets import Span


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
        is_verbatim: the lines of `text` are those of the file; False where it was taken out of markup, a JSON line or
            a translation memory.
    """

    id: str
    text: str
    source: str
    encoding: str
    sha256: str
    metadata: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Finding, ...] = ()
    is_verbatim: bool = True

    def related(self, role: str, segment_id: str, span: Span) -> Related:
        """The place at *span* of the text, for a finding to speak of."""
        return Related(role=role, article_id=self.id, segment_id=segment_id, span=span, text=span.of(self.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class MetadataField:
    """One fact about the article: `agency`, `rights`, `photo-credit`, `source`, `author`, `dateline-place`,
    `dateline-date`, `machine-summary`, `site`, `title`, `date` …; `span` is None where the container said it.
    """

    name: str
    value: str
    span: Span | None
    rule: str
