"""The names a document has introduced: short forms bound to the long form that came before them.

After Miho Matsubara, Matsubara is she; after 国家サイバー統括室(NCO), NCO is that office, whatever the glossary lists.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from jaen.model import Bracket, BracketKind, Concept, MentionKind, Role, Term
from jaen.terms.affixes import ADDRESS_BEFORE, TITLE
from jaen.terms.automaton import Automaton
from jaen.terms.candidate import Candidate
from jaen.terms.edges import is_latin
from jaen.terms.folding import fold_key
from jaen.terms.page import Line, Page
from jaen.terms.short_names import short_names
from jaen.terms.spelling import case_problem, usual_width
from jaen.terms.standing import Place, Standing, standing

_INTRODUCING = (MentionKind.FREE, MentionKind.TITLE, MentionKind.VARIANT)
_STANDING = (MentionKind.FREE, MentionKind.TITLE)
_ABBREVIATION = re.compile(r"[A-Z][A-Za-z0-9&.-]{1,11}|[^\s\W\d_a-zA-Z]{2,8}")
_FAMILY_NAME = "名詞-固有名詞-人名-姓"


@dataclass(frozen=True, slots=True)
class _Bond:
    """A short form, the term it stands for, and where in the article it begins to."""

    short: str
    concept: Concept
    term: Term
    long: str
    start: int


def short_forms(
    page: Page, mentions: Sequence[Candidate], owners: Callable[[str], frozenset[str]]
) -> Iterator[Candidate]:
    """Candidates for short forms of what *mentions* has introduced.

    Args:
        page: the document.
        mentions: accepted candidates in text order.
        owners: ids of the concepts that have a folded string as a term of their own.
    """
    bonds: dict[str, list[_Bond]] = {}
    for bond in _bonds(page, mentions):
        key = fold_key(bond.short)
        if bond.concept.id not in owners(key):
            known = bonds.setdefault(key, [])
            if all(other.concept.id != bond.concept.id for other in known):
                known.append(bond)
    keys = list(bonds)
    for start, end, number in Automaton(keys).find(page.text):
        line = page.line_at(start)
        place = Place(line, start - line.start, end - line.start, line.span(start - line.start, end - line.start))
        known = bonds[keys[number]]
        rivals = [bond for bond in known if bond.start <= place.span.start]
        if not rivals and _is_introduced_later(place):
            rivals = known
        for bond in rivals:
            if line.segment.content:
                problem = _shared(keys[number], rivals, owners) or _common_word(page, bond, keys[number])
                yield _candidate(page, place, bond, problem)


def _bonds(page: Page, mentions: Sequence[Candidate]) -> Iterator[_Bond]:
    brackets = _brackets(page)
    content = {line.segment.id for line in page.lines if line.segment.content}
    seen: set[str] = set()
    for mention in mentions:
        if mention.kind not in _INTRODUCING or mention.segment_id not in content:
            continue
        bracket = brackets.get(mention.span.end)
        if bracket and _ABBREVIATION.fullmatch(inner := bracket.inner.of(page.article).strip()):
            yield _Bond(inner, mention.concept, mention.term, mention.surface, bracket.inner.start)
        if mention.concept.id not in seen and mention.term.type == "full":
            seen.add(mention.concept.id)
            for short in short_names(mention.concept):
                yield _Bond(short, mention.concept, mention.term, mention.surface, mention.span.end)


def _brackets(page: Page) -> dict[int, Bracket]:
    """Brackets that define an abbreviation, by the end of what they define."""
    marks = (mark for line in page.lines for mark in line.segment.marks)
    return {
        mark.base.end: mark
        for mark in marks
        if isinstance(mark, Bracket) and mark.base and mark.kind is BracketKind.ABBREVIATION
    }


def _is_introduced_later(place: Place) -> bool:
    """True for a headline, and for Ms. Mori or 森氏: such a name is written in full further on."""
    line = place.line
    is_addressed = ADDRESS_BEFORE.search(line.text[max(0, place.start - 12) : place.start])
    return line.segment.role is Role.TITLE or bool(is_addressed) or bool(TITLE.match(line.text, place.end))


def _shared(key: str, rivals: Sequence[_Bond], owners: Callable[[str], frozenset[str]]) -> str:
    """Why a short form belongs to nobody, or ""."""
    others = owners(key)
    if others:
        return f"it is a term of {', '.join(sorted(others))}"
    if len(rivals) > 1:
        return f"it is short for {' and for '.join(bond.long for bond in rivals)}"
    return ""


def _common_word(page: Page, bond: _Bond, key: str) -> str:
    """A short form that the text also writes as a common word (server beside Big Server) is none."""
    if not is_latin(key[0]) or bond.short.isupper():
        return ""
    pattern = rf"(?<![^\W_]){re.escape(bond.short.lower())}(?![^\W_])"
    return f"{bond.short.lower()} is a common word here" if re.search(pattern, page.article) else ""


def _candidate(page: Page, place: Place, bond: _Bond, problem: str) -> Candidate:
    stands = Standing(None, problem) if problem else _judge(place, bond)
    kind = MentionKind.SHORT_FORM if stands.kind in _STANDING else stands.kind
    return Candidate(
        segment_id=place.line.segment.id,
        span=place.span,
        surface=place.span.of(page.article),
        concept=bond.concept,
        term=bond.term,
        accepted=kind is not None,
        kind=kind,
        matched_by=f"register: {bond.long}",
        reason=f"short for {bond.long}; {stands.reason}",
    )


def _judge(place: Place, bond: _Bond) -> Standing:
    if is_latin(bond.short[0]):
        written = place.line.folded.map.text[place.start : place.end]
        rule = "exact" if bond.short.isupper() else "name"
        problem = case_problem(written, usual_width(bond.short), rule, place.line.is_all_capitals)
        if problem:
            return Standing(None, problem)
    stands = standing(place, bond.concept, bond.term)
    if stands.kind is MentionKind.NAME_PART:
        return Standing(None, stands.reason)
    if stands.kind is MentionKind.TITLE or not _is_family_name(bond):
        return stands
    if stands.kind is MentionKind.FREE and _reads_as_family(place.line, place):
        return stands
    return Standing(None, f"a family name without a title; {stands.reason}")


def _is_family_name(bond: _Bond) -> bool:
    return bond.concept.category == "person" and bond.term.language == "ja" and not bond.short.isascii()


def _reads_as_family(line: Line, place: Place) -> bool:
    words = line.words_in(place.span) or ()
    if not line.text[: place.start].strip() and line.text[place.end : place.end + 1].isspace():
        return True  # 松原 そうですね: who speaks in an interview
    katakana = all("ァ" <= char <= "ー" for char in place.line.text[place.start : place.end])
    return katakana or [word.xpos for word in words] == [_FAMILY_NAME]
