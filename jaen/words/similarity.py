"""How alike two words are spelled, 0 to 100: the only module that knows rapidfuzz."""

from collections.abc import Sequence

__all__ = ["likeness", "most_alike", "most_alike_parts"]


def likeness(first: str, second: str) -> float:
    """Share of characters that two texts have in common and in order, of all they have, 0 to 100.

    Twice the longest common subsequence over both lengths (normalized indel distance). Texts are compared as they are: fold them
    first where width, case or script should not count.

    >>> round(likeness("antropic", "anthropic"))
    94
    """
    from rapidfuzz import fuzz

    return fuzz.ratio(first, second)


def most_alike(wanted: str, among: Sequence[str], at_least: float, limit: int | None = None) -> list[tuple[int, float]]:
    """The texts of *among* that are most like *wanted*: (index, likeness), best first, the earlier of equals first.

    Args:
        wanted: what is looked for.
        among: where; a hundred thousand short texts take some 20 ms.
        at_least: likeness, 0 to 100, below which a text is left out.
        limit: how many at most; None for all.

    >>> most_alike("antropic", ["openai", "anthropic"], 80, 5)
    [(1, 94.11764705882352)]
    """
    from rapidfuzz import fuzz, process

    found = process.extract(wanted, among, scorer=fuzz.ratio, score_cutoff=at_least, limit=limit)
    return [(index, score) for _, score, index in found]


def most_alike_parts(wanted: str, among: Sequence[str], at_least: float) -> list[tuple[int, float]]:
    """The texts of *among*, each at least as long as *wanted*, with a part that is most like it: (index, likeness).

    Args:
        wanted: what is looked for.
        among: where; a hundred thousand short texts take some 50 ms.
        at_least: likeness, 0 to 100, below which a text is left out.

    >>> most_alike_parts("antropic", ["anthropic japan", "an"], 80)
    [(0, 87.5)]
    """
    from rapidfuzz import fuzz, process

    found = process.extract(wanted, among, scorer=fuzz.partial_ratio, score_cutoff=at_least, limit=None)
    return [(index, score) for text, score, index in found if len(text) >= len(wanted)]
