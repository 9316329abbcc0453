"""From the mentions of an article to what its translation must contain."""

from collections.abc import Sequence

from jaen.model import Mention, MentionKind, Segment, Span
from jaen.translation.requirements.requirement import Form, Kind, Requirement

__all__ = ["ENFORCED", "require"]

ENFORCED = frozenset({MentionKind.FREE, MentionKind.TITLE, MentionKind.VARIANT, MentionKind.SHORT_FORM})


def require(
    segments: Sequence[Segment], mentions: Sequence[Mention], language: str
) -> dict[str, tuple[Requirement, ...]]:
    """Segment id → what its translation into *language* must contain, in text order.

    Args:
        segments: those to be translated, in text order: `use: first` looks at the whole article.
        mentions: of the article.
        language: to translate into.
    """
    wanted: dict[str, tuple[Requirement, ...]] = {segment.id: () for segment in segments}
    for mention in mentions:
        term = mention.concept.preferred(language)
        if mention.kind not in ENFORCED or term is None or mention.segment_id not in wanted:
            continue
        form = Form(term.text, (Span(0, len(term.text)),))
        requirement = Requirement(
            span=mention.span, mentions=(mention,), kind=Kind.NAME, forms=(form,), language=language
        )
        wanted[mention.segment_id] += (requirement,)
    return wanted
