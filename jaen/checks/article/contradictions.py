"""Checks of what an article says against what it says elsewhere."""

from collections.abc import Iterator, Mapping

from jaen.checks.article.english_spelling import american
from jaen.checks.article.people import EnglishPerson, JapanesePerson, by_family, english_people, japanese_people
from jaen.checks.article.summaries import Summary
from jaen.checks.subject import Found, Subject
from jaen.claims.names import is_part
from jaen.model import Bracket, BracketKind, Claim, Related, Segment, Severity

__all__ = [
    "abbreviations_defined_twice",
    "names_that_contradict",
    "numbers_that_contradict",
    "readings_that_contradict",
]


def names_that_contradict(subject: Subject) -> Iterator[Found]:
    """A summary that names another person, office, body or product than the text it summarizes.

    That is said in the same place of a statement ("Anthropic's Claude-3", アンソロピックが開発した「クロード・ミュトス」), or by a name
    that the glossary forbids for, or warns to confuse with, what the text names. Each is an error where the text does
    not name it anywhere.
    """
    summary = Summary.of(subject)
    for name in summary.wrong_names():
        segment = name.contradicted
        said = f" ({name.suggestion})" if name.suggestion and name.suggestion != name.instead else ""
        yield Found(
            message=f"the summary names {name.text!r} where the text has {name.instead!r}{said}",
            span=name.span,
            concept_id=name.concept_id,
            suggestion=name.suggestion,
            related=(_contradicted(subject, segment),),
        )


def numbers_that_contradict(subject: Subject) -> Iterator[Found]:
    """A summary that has another number of the same things than the text it summarizes.

    The number stands nowhere in the text, and a sentence of the text has another one of the same things in the same
    matter: "40 operators will share one team", およそ14の事業者が一つのチームを持つ.
    """
    for number in Summary.of(subject).wrong_numbers():
        yield Found(
            message=f"the summary says {number.claim.text!r}, the text {number.instead!r}",
            span=number.claim.span,
            related=(_contradicted(subject, number.contradicted),),
        )


def readings_that_contradict(subject: Subject) -> Iterator[Found]:
    """A person's name in Latin letters that the name in kanji does not read as.

    A hint where only the dictionary says how the name is read, and none of its readings fits, since it does not have all
    of them; a warning where the article gives the reading itself.
    """
    if {"ja", "en"} - {segment.language for segment in subject.content}:
        return
    families = by_family(japanese_people(subject))
    for english in english_people(subject) if families else ():
        of_family = english.of_family(families)
        if len(of_family) == 1 and english.given_beside(of_family[0].family) not in of_family[0].givens:
            yield _misread(subject, english, of_family[0])


def _misread(subject: Subject, english: EnglishPerson, person: JapanesePerson) -> Found:
    read = f"{person.given} {person.family}".title()
    if person.is_read:
        message = f"{english.name.text!r} is {person.name.text} here, which the article itself reads {read}"
    else:
        message = (
            f"{english.name.text!r} seems to be {person.name.text}, which the dictionary reads {read}; "
            "names have several readings, so ask"
        )
    return Found(
        message=message,
        span=english.name.span,
        suggestion=read,
        severity=None if person.is_read else Severity.INFO,
        related=(_contradicted(subject, person.segment),),
    )


def abbreviations_defined_twice(subject: Subject) -> Iterator[Found]:
    """Letters that a bracket introduces for one thing, and another bracket or the glossary for another."""
    first: dict[str, Claim] = {}
    for claim in (claim for segment in subject.content if _introduces(segment) for claim in subject.claims_in(segment)):
        if claim.slot.relation == "abbreviation":
            before = first.setdefault(claim.slot.about, claim)
            if _differ(before, claim, subject.by_id):
                yield Found(
                    message=f"{claim.slot.about} stands for {claim.text!r} here, and for {before.text!r} before",
                    span=claim.span,
                    concept_id=claim.concept_id,
                    related=(_contradicted(subject, subject.by_id[before.segment_id]),),
                )
            else:
                yield from _other_in_glossary(subject, claim)


def _introduces(segment: Segment) -> bool:
    """Whether a bracket of the sentence introduces letters."""
    return any(isinstance(mark, Bracket) and mark.kind is BracketKind.ABBREVIATION for mark in segment.marks)


def _differ(first: Claim, second: Claim, segments: Mapping[str, Segment]) -> bool:
    """Whether two claims are sure to mean different things; a known and an unknown name may be one in two languages.

    Harbor Security Office may be short for National Harbor Security Office, and is Harbour Security Office in Britain.
    """
    if first.value == second.value:
        return False
    if first.concept_id and second.concept_id:
        return True
    if segments[first.segment_id].language != segments[second.segment_id].language:
        return False
    return not is_part(american(first.text), american(second.text))


def _other_in_glossary(subject: Subject, claim: Claim) -> Iterator[Found]:
    """SMBC for Sumitomo Mitsui Financial Group, where the glossary has SMBC for the bank."""
    if not subject.glossary or not claim.concept_id:
        return
    letters = claim.slot.about
    known = [one for one in subject.glossary.having(letters) if any(term.text == letters for term in one.terms)]
    if known and claim.concept_id not in [concept.id for concept in known]:
        own = subject.glossary.by_id(claim.concept_id)
        right = [term.text for term in own.terms if term.type == "abbreviation" and term.language == "en"]
        yield Found(
            message=f"{letters} stands for {claim.text!r} here; in the glossary it is {known[0].title}",
            span=claim.span,
            concept_id=claim.concept_id,
            suggestion=right[0] if right else None,
        )


def _contradicted(subject: Subject, segment: Segment) -> Related:
    return subject.article.related("contradicted", segment.id, segment.span)
