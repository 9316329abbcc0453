"""グーグル・アップル is a list, クリス・ウォーレス a name: the dot says nothing, the glossary does."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from jaen.model import MentionKind
from jaen.terms.candidate import Candidate

_DOTS = ("・", "･")
_LISTED = ("place", "organization", "product")  # persons' names are what a dot joins


def free_listed(article: str, chosen: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """*chosen* with the parts of a list free: katakana joined by ・, every one of them a term of the same category."""
    listed: set[int] = set()
    for chain in _chains(article, [one for one in chosen if one.kind is MentionKind.NAME_PART]):
        categories = {candidate.concept.category for candidate in chain}
        start, end = chain[0].span.start, chain[-1].span.end
        whole = article[start - 1 : start] not in _DOTS and article[end : end + 1] not in _DOTS
        if len(chain) > 1 and len(categories) == 1 and categories <= set(_LISTED) and whole:
            listed.update(map(id, chain))
    free = "one of a list of terms joined by ・"
    return tuple(
        replace(candidate, kind=MentionKind.FREE, reason=free) if id(candidate) in listed else candidate
        for candidate in chosen
    )


def _chains(article: str, parts: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    """Parts of names that have nothing but a dot between them."""
    chain: list[Candidate] = []
    for part in parts:
        if chain and article[chain[-1].span.end : part.span.start] not in _DOTS:
            yield chain
            chain = []
        chain.append(part)
    if chain:
        yield chain
