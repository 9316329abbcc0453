"""All claims of one article."""

from collections.abc import Sequence

from jaen.model import Claim, Mention, Segment

__all__ = ["find_claims"]


def find_claims(
    segments: Sequence[Segment], mentions: Sequence[Mention], *, has_machine_summary: bool
) -> tuple[Claim, ...]:
    """What the content of an article says, in text order.

    Args:
        segments: of the article.
        mentions: the glossary's concepts in them.
        has_machine_summary: the page says that a machine wrote its summary.
    """
    return ()
