"""All claims of one article."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from jaen.claims.abbreviations import abbreviations
from jaen.claims.names import Name, find_names
from jaen.claims.numbers import counted
from jaen.claims.people import people
from jaen.claims.products import products
from jaen.model import Claim, Mention, Number, Role, Segment, Slot

__all__ = ["claims_of", "find_claims", "summary_ids"]


def find_claims(
    segments: Sequence[Segment], mentions: Sequence[Mention], *, has_machine_summary: bool
) -> tuple[Claim, ...]:
    """What the content of an article says, in text order.

    Args:
        segments: of the article.
        mentions: the glossary's concepts in them.
        has_machine_summary: the page says that a machine wrote its summary.
    """
    content = [segment for segment in segments if segment.content]
    summaries = summary_ids(content, has_machine_summary=has_machine_summary)
    by_segment: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_segment[mention.segment_id].append(mention)
    said = (
        claims_of(segment, by_segment[segment.id], find_names(segment, by_segment[segment.id]), segment.id in summaries)
        for segment in content
    )
    return tuple(claim for claims in said for claim in claims)


def summary_ids(content: Sequence[Segment], *, has_machine_summary: bool) -> Collection[str]:
    """Ids of the segments that sum up others.

    Where a machine summed up a text in another language, all that is not in the text's language is the machine's: it
    writes "why it matters" and what comes next as well.

    Args:
        content: the segments that are no furniture.
        has_machine_summary: the page says that a machine wrote its summary.
    """
    ids = {segment.id for segment in content if segment.role is Role.SUMMARY}
    rest = [segment for segment in content if segment.id not in ids]
    japanese = sum(2 * segment.span.length for segment in rest if segment.language == "ja")
    english = sum(segment.span.length for segment in rest if segment.language == "en")
    if has_machine_summary and japanese and english:
        derived = "en" if japanese > english else "ja"
        ids |= {segment.id for segment in rest if segment.language == derived}
    return ids


def claims_of(
    segment: Segment, mentions: Sequence[Mention], names: Sequence[Name], is_summary: bool
) -> tuple[Claim, ...]:
    """What one sentence says, in text order.

    Args:
        segment: the sentence.
        mentions: in it.
        names: what `find_names` finds in it.
        is_summary: it sums up others.
    """
    found = _in_segment(segment, mentions, names, is_summary)
    return tuple(sorted(found, key=lambda claim: (claim.span, claim.slot.relation)))


def _in_segment(
    segment: Segment, mentions: Sequence[Mention], names: Sequence[Name], is_summary: bool
) -> Iterator[Claim]:
    for said in (*people(segment, names), *products(segment, names)):
        yield _claim(segment, Slot(said.relation, said.key), said.value, is_summary)
    for name in names:
        for maker in _makers(name):
            yield _claim(segment, Slot("product", maker), name, is_summary)
    for letters, whole in abbreviations(segment, mentions):
        yield _claim(segment, Slot("abbreviation", letters), whole, is_summary)
    for noun, number in counted(segment):
        yield Claim(
            slot=Slot("number", noun),
            value=_written(number),
            text=number.span.shift(-segment.span.start).of(segment.text),
            segment_id=segment.id,
            span=number.span,
            low=number.low,
            high=number.high,
            is_summary=is_summary,
        )


def _written(number: Number) -> str:
    """A number's value in plain figures, a range with both ends: 1400000000, 150-200."""
    values = dict.fromkeys((number.low, number.high))
    return "-".join(f"{value.normalize():f}" for value in values)


def _makers(name: Name) -> Iterator[str]:
    """Who makes a product that the glossary knows."""
    if name.kind == "product" and name.near:
        yield from (link.target for link in name.near.links if link.relation == "product-of")


def _claim(segment: Segment, slot: Slot, value: Name, is_summary: bool) -> Claim:
    return Claim(
        slot=slot,
        value=value.key,
        text=value.text,
        segment_id=segment.id,
        span=value.span,
        concept_id=value.concept.id if value.concept else None,
        is_summary=is_summary,
    )
