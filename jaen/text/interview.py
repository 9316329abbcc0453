"""Interviews: each question with its answer."""

from collections.abc import Sequence

from jaen.model import Block, Exchange, Role, Segment

__all__ = ["pair_exchanges"]

_ANSWERS = frozenset([Role.BODY, Role.LIST_ITEM])


def pair_exchanges(segments: Sequence[Segment], blocks: Sequence[Block]) -> tuple[Exchange, ...]:
    """Pair the questions of an interview with their answers.

    Args:
        segments: of one article, in text order.
        blocks: of the same article; those with the role `question` open an exchange.

    Returns:
        One exchange per question, in text order, as segment ids. Question blocks with nothing between them are one
        question. An answer is what follows up to the next question, heading or other part of the article; furniture
        of the page (a related headline dropped into the interview) is skipped. A question without an answer keeps
        an empty one.
    """
    roles = {block.id: (block.role, block.content) for block in blocks}
    open_exchange: tuple[list[str], list[str]] | None = None
    exchanges: list[tuple[list[str], list[str]]] = []
    for segment in segments:
        role, content = roles[segment.block_id]
        if role is Role.QUESTION:
            if open_exchange is None or open_exchange[1]:
                open_exchange = ([], [])
                exchanges.append(open_exchange)
            open_exchange[0].append(segment.id)
        elif not content or open_exchange is None:
            continue
        elif role in _ANSWERS:
            open_exchange[1].append(segment.id)
        else:
            open_exchange = None
    return tuple(Exchange(tuple(question), tuple(answer)) for question, answer in exchanges)
