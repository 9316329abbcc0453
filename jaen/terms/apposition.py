"""Two mentions in a row that name one thing, or a person and an office: neither is a part of the other.

新興企業アンソロピック says what a company is and how it is called, 飯田陽一内閣サイバー官 who holds which office.
The words alone can't tell that from a compound (国家安全保障局長); two terms of the glossary side by side can.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from jaen.model import Concept, MentionKind
from jaen.terms.candidate import Candidate
from jaen.terms.page import Page
from jaen.terms.spelling import SPELLINGS
from jaen.terms.standing import NAMED, Place, standing

_COMMON = ("role", "term")
_OWNERS = (*NAMED, "place")


def set_apart(page: Page, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """*candidates* in the same order; a compound that consists of a name beside its office or kind is none any more.

    Args:
        page: the document.
        candidates: in text order; those accepted do not overlap.
    """
    accepted = [candidate for candidate in candidates if candidate.accepted]
    judged = {
        candidate.span: _judged(page, candidate, before, after)
        for before, candidate, after in _with_neighbors(accepted)
        if candidate.kind is MentionKind.COMPOUND and (before or after)
    }
    return tuple(judged.get(one.span, one) if one.accepted else one for one in candidates)


def _with_neighbors(accepted: Sequence[Candidate]) -> Iterator[tuple[str, Candidate, str]]:
    """Each mention between the surfaces of those that touch it and stand apart from it, "" where none does."""
    for number, one in enumerate(accepted):
        before = accepted[number - 1] if number else None
        after = accepted[number + 1] if number + 1 < len(accepted) else None
        yield (
            before.surface if before and _stand_apart(before, one) else "",
            one,
            after.surface if after and _stand_apart(one, after) else "",
        )


def _stand_apart(left: Candidate, right: Candidate) -> bool:
    if left.span.end != right.span.start or left.segment_id != right.segment_id:
        return False
    return _owner_and_office(left.concept, right.concept) or _kind_and_name(left.concept, right.concept)


def _owner_and_office(left: Concept, right: Concept) -> bool:
    """木原稔官房長官, 自民党総裁."""
    return left.category in _OWNERS and right.category == "role"


def _kind_and_name(left: Concept, right: Concept) -> bool:
    """新興企業アンソロピック, 首相高市早苗."""
    return left.category in _COMMON and right.category in NAMED


def _judged(page: Page, candidate: Candidate, before: str, after: str) -> Candidate:
    line = page.line_of(candidate.segment_id)
    here = line.position(candidate.span)
    place = Place(line, here.start, here.end, candidate.span, before, after)
    stands = standing(place, candidate.concept, candidate.term)
    kind = stands.kind
    if kind is MentionKind.FREE and SPELLINGS.intersection(candidate.matched_by.split("+")):
        kind = MentionKind.VARIANT
    if kind in (MentionKind.FREE, MentionKind.TITLE) and candidate.matched_by.startswith("register: "):
        kind = MentionKind.SHORT_FORM
    return replace(candidate, kind=kind, reason=stands.reason) if kind else candidate
