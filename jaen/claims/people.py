"""Who holds which office, and to which body somebody belongs, as names beside each other say it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jaen.claims.names import Name
from jaen.claims.statement import Statement
from jaen.model import Segment

__all__ = ["people"]

_POSSESSIVE = r"(?:[A-Z][\w.]*(?: [A-Z][\w.]*)*['’]s? )?"  # Japan's
_BEFORE_OFFICE = re.compile(rf", (?:(?:the|an?|its|his|her|their) )?{_POSSESSIVE}(?:new |current )?")
_BEHIND_OFFICE = re.compile(r",? ")
_OF_BODY = re.compile(rf" (?:of|at|for|from|in)(?: the)? {_POSSESSIVE}")
_WORKS_AT = re.compile(rf", (?:(?:the|an?) )?(?:[a-z][\w'’-]* ){{0,6}}(?:of|at|for|from|with)(?: the)? {_POSSESSIVE}")
_LEADER = (
    "chief|head|director|president|chair(?:man|woman|person)?|boss|leader|executive|official|founder|spokes(?:man|woman|person)"
    "|researcher|analyst|economist|lawyer|professor|CEO|CFO|CTO"
)
_BODYS_LEADER = re.compile(rf"(?:['’]s)? (?:[a-z][\w-]* ){{0,3}}(?:{_LEADER}),? ")
# Who was, will be, or stands in for the holder: former, deputy, 前, 副.
_NOT_THE_HOLDER = re.compile(
    r"(?:\b(?:former|ex-?|then|outgoing|late|future|next|would-be|deputy|vice|acting|assistant|associate)|[前元故次副])[\s-]*\Z",
    re.IGNORECASE,
)
_LONGEST = len("associate ") + 1  # code points before a name in which it may stand
# 国家サイバー統括室(NCO)トップの, 国家サイバー統括室で重要インフラを担当する
_OF_BODY_JA = re.compile(
    "[)）]?(?:(?:の|[はで])?(?:トップ|代表|社長|幹部|職員|広報|研究員|会長|室長|局長|長官)?の|で[^はが。、]{1,20}[るた]|に(?:勤める|勤務する|所属する))"
)


def people(segment: Segment, names: Sequence[Name]) -> Iterator[Statement]:
    """What a sentence says of the offices and bodies of people; nothing of what was or will be (former, 前), or of deputies.

    Offices give two statements: who holds it (`holder`), and what this person is (`office`); a body gives `body`. Of an
    office that many bodies have (CEO), nobody is the holder where no body is named.

    Args:
        segment: the sentence.
        names: in it, in text order.
    """
    said = list(_beside(segment, names))
    bodies = {one.about: one.value for one in said if one.relation == "body"}
    for one in said:
        yield one
        if one.relation == "office":
            if _is_unique(one.value):
                yield Statement("holder", one.value, one.about)
            elif one.about in bodies:
                yield Statement("holder", one.value, one.about, bodies[one.about])


def _is_unique(role: Name) -> bool:
    """True for an office that there is once, as its holder or its body in the glossary shows."""
    links = role.concept.links if role.concept else ()
    return any(link.relation in ("holder", "part-of") for link in links)


def _beside(segment: Segment, names: Sequence[Name]) -> Iterator[Statement]:
    text, start = segment.text, segment.span.start
    near = [name for name in names if not _is_beside(name, text, start)]
    find = _japanese if segment.language == "ja" else _english
    for number, (first, second) in enumerate(pairwise(near)):
        before = text[max(0, first.span.start - start - _LONGEST) : first.span.start - start]
        if _NOT_THE_HOLDER.search(before):
            continue
        between = text[first.span.end - start : second.span.start - start]
        third = near[number + 2] if number + 2 < len(near) else None
        behind = text[second.span.end - start : third.span.start - start] if third else ""
        yield from find((first, second, third), between, behind)


def _is_beside(name: Name, text: str, start: int) -> bool:
    """True for a place that only says whose: Japan's National Cyber Director."""
    return name.kind == "place" and text.startswith(("'", "’"), name.span.end - start)


def _may_be_person(name: Name) -> bool:
    """Two or three words with a capital each are probably a person, where an office is beside them."""
    words = name.text.split()
    return name.kind == "person" or (not name.kind and len(words) in (2, 3) and all(word.istitle() for word in words))


def _english(names: tuple[Name, Name, Name | None], between: str, behind: str) -> Iterator[Statement]:
    first, second, third = names
    if first.kind == "role" and _may_be_person(second) and _BEHIND_OFFICE.fullmatch(between):
        yield Statement("office", second, first)
    elif second.kind == "role" and _may_be_person(first) and _BEFORE_OFFICE.fullmatch(between):
        body = third if third and third.kind == "organization" and _OF_BODY.fullmatch(behind) else None
        yield Statement("office", first, second)
        if body:
            yield Statement("body", first, body)
    elif second.kind == "organization" and _may_be_person(first) and _WORKS_AT.fullmatch(between):
        yield Statement("body", first, second)
    elif first.kind == "organization" and _may_be_person(second) and _BODYS_LEADER.fullmatch(between):
        yield Statement("body", second, first)
    elif (
        first.kind == "organization"
        and second.kind == "role"
        and between in (" ", "'s ", "’s ")
        and third
        and _may_be_person(third)
        and _BEHIND_OFFICE.fullmatch(behind)
    ):
        yield Statement("body", third, first)


def _japanese(names: tuple[Name, Name, Name | None], between: str, behind: str) -> Iterator[Statement]:
    first, second, _ = names
    if first.kind == "person" and second.kind == "role" and between in ("", "・"):
        yield Statement("office", first, second)
    elif first.kind == "role" and second.kind == "person" and between in ("の", "・"):
        yield Statement("office", second, first)
    elif first.kind == "organization" and second.kind == "person" and _OF_BODY_JA.fullmatch(between):
        yield Statement("body", second, first)
