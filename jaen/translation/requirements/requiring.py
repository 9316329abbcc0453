"""From the mentions of an article to what its translation must contain."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from jaen.model import Mention, MentionKind, Role, Segment
from jaen.translation.requirements.requirement import Requirement
from jaen.translation.requirements.terms import Occasion, admissible
from jaen.translation.requirements.units import Claim, claims_to_requirements

__all__ = ["ENFORCED", "require"]

# Mentions that ask for their term; parts of compounds, of derived words and of longer names do not.
ENFORCED = frozenset({MentionKind.FREE, MentionKind.TITLE, MentionKind.VARIANT, MentionKind.SHORT_FORM})
_HEADINGS = (Role.TITLE, Role.HEADING)


def require(
    segments: Sequence[Segment], mentions: Sequence[Mention], language: str
) -> dict[str, tuple[Requirement, ...]]:
    """Segment id → what its translation into *language* must contain, in text order.

    A mention asks for its concept's preferred term or an admitted one, as the `use` of the terms allows at its place.
    Nothing is asked for parts of compounds, of derived words and of longer names, for a concept that is not looked for
    (a draft, a rejected one) and for one without a term that may be used in *language*.

    Args:
        segments: those to be translated, in text order: `use: first` looks at the whole article.
        mentions: of the article.
        language: to translate into, `en` or `ja`.
    """
    by_segment: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.kind in ENFORCED and mention.concept.is_matched:
            by_segment[mention.segment_id].append(mention)
    in_text: set[str] = set()  # concepts that the text has named so far
    wanted = {}
    for segment in segments:
        in_heading = segment.role in _HEADINGS
        named = set() if in_heading else in_text
        claims = []
        for mention in _disjoint(by_segment.get(segment.id, ())):
            occasion = Occasion(in_heading, is_first=mention.concept.id not in named)
            terms = admissible(mention, language, occasion)
            if terms:
                claims.append(Claim(mention, terms))
                named.add(mention.concept.id)
        wanted[segment.id] = tuple(claims_to_requirements(segment, claims, language))
    return wanted


def _disjoint(mentions: Sequence[Mention]) -> list[Mention]:
    """*mentions* in text order; of two that overlap, the longer one."""
    chosen: list[Mention] = []
    for mention in sorted(mentions, key=lambda mention: (-mention.span.length, mention.span)):
        at = bisect_left(chosen, mention.span.end, key=lambda other: other.span.start)
        if not at or chosen[at - 1].span.end <= mention.span.start:
            chosen.insert(at, mention)
    return chosen
