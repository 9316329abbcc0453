"""Checks of terms: each fires where it must and stays silent where it must not."""

from dataclasses import replace
from datetime import date

import pytest

from jaen.api import split
from jaen.checks import Subject
from jaen.checks import check as check_article
from jaen.glossary.house import House
from jaen.model import Concept, Link, Mention, MentionKind, Severity, Span, Status, Term, TermUse, Validity
from jaen.reading import article_of

GOOD = Term(text="National Cybersecurity Office", language="en")


def mention(term: Term, valid: Validity = Validity()) -> Mention:
    concept = Concept(id="nco", category="organization", terms=(GOOD, term), valid=valid)
    return Mention(
        segment_id="s1", span=Span(0, len(term.text)), surface=term.text, concept=concept, term=term,
        kind=MentionKind.FREE, matched_by="exact",
    )  # fmt: skip


def term(status: Status, valid: Validity = Validity(), note: str = "") -> Term:
    return Term(text="Cyber Centre", language="en", status=status, valid=valid, note=note)


def check(mentions, day=None, text="Cyber Centre said so on Tuesday."):
    """The findings about terms, of mentions at the start of a sentence."""
    (segment,) = split(text)
    subject = Subject(
        article=article_of(text),
        blocks=(),
        segments=(replace(segment, id="s1"),),
        mentions=tuple(mentions),
        day=day,
        has_machine_summary=False,
        glossary=None,
        house=House(),
    )
    return [finding for finding in check_article(subject) if finding.code.startswith("term-")]


def test_forbidden_term_fires_with_the_preferred_one():
    """A forbidden term is an error that names the preferred term and the entry's note."""
    (finding,) = check([mention(term(Status.FORBIDDEN, note="machine translation"))])
    assert (finding.code, finding.severity, finding.suggestion) == ("term-forbidden", Severity.ERROR, GOOD.text)
    assert finding.message.endswith("; use 'National Cybersecurity Office' (machine translation)")
    assert finding.span == Span(0, 12)


@pytest.mark.parametrize("status", [Status.PREFERRED, Status.ADMITTED, Status.DEPRECATED, Status.FORMER])
def test_only_forbidden_terms_are_forbidden(status):
    """A term of any other status is no forbidden term."""
    assert "term-forbidden" not in {finding.code for finding in check([mention(term(status))])}


def test_deprecated_term_fires_and_an_admitted_one_does_not():
    """A deprecated term is a warning; an admitted one is right."""
    assert [f.code for f in check([mention(term(Status.DEPRECATED))])] == ["term-deprecated"]
    assert not check([mention(term(Status.ADMITTED))])


UNTIL_JUNE = Validity(None, date(2025, 6, 30))


def test_former_name_after_its_end_is_a_warning():
    """A name in force until June 30 is wrong on July 1."""
    (finding,) = check([mention(term(Status.FORMER, UNTIL_JUNE))], date(2025, 7, 1))
    assert (finding.code, finding.severity) == ("term-former", Severity.WARNING)
    assert "until 2025-06-30, not on 2025-07-01" in finding.message


def test_former_name_on_its_last_day_is_right():
    """Both ends of a validity belong to it."""
    assert not check([mention(term(Status.FORMER, UNTIL_JUNE))], date(2025, 6, 30))


def test_name_before_its_start_is_a_warning():
    """An office founded in July can't act in June."""
    valid = Validity(date(2025, 7, 1))
    (finding,) = check([mention(term(Status.ADMITTED), valid)], date(2025, 6, 30))
    assert "in force from 2025-07-01, not on 2025-06-30" in finding.message


def test_without_a_date_a_former_name_is_only_mentioned():
    """An article without a date can't be compared: a former name is said, at the lowest severity."""
    (finding,) = check([mention(term(Status.FORMER, UNTIL_JUNE))], None)
    assert (finding.code, finding.severity) == ("term-date-unknown", Severity.INFO)
    assert not check([mention(term(Status.ADMITTED), Validity(date(2025, 7, 1)))], None)


def test_preferred_term_of_an_ended_concept_suggests_nothing():
    """Where the only preferred term is the one that was used, there is nothing else to suggest."""
    ended = Concept(id="nisc", category="organization", terms=(GOOD,), valid=UNTIL_JUNE)
    used = Mention(
        segment_id="s1",
        span=Span(0, 5),
        surface="x",
        concept=ended,
        term=GOOD,
        kind=MentionKind.FREE,
        matched_by="exact",
    )
    (finding,) = check([used], date(2026, 1, 1))
    assert finding.suggestion is None


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("Cyber Centre, its predecessor, was set up in 2015.", False),
        ("Cyber Centre was replaced in July.", False),
        ("Cyber Centre issued a warning on Tuesday.", True),
        (
            "Cyber Centre issued a warning"
            + ", and a long day of talks with the ministry went by" * 3
            + ", said a former mayor.",
            True,
        ),
    ],
)
def test_a_sentence_about_the_past_may_use_the_name(text, fires):
    """A name that the words around it call former, replaced or a predecessor is used rightly; far words say nothing."""
    assert bool(check([mention(term(Status.FORMER, UNTIL_JUNE))], date(2026, 1, 1), text)) is fires


def test_another_name_of_an_ended_body_is_no_better():
    """NISC is no wrong name for a body that has ended: what took its place is named, nothing is suggested."""
    short = Term(text="Cyber Centre", language="en", status=Status.ADMITTED)
    link = Link("replaced-by", "national-cybersecurity-office")
    ended = Concept(id="nisc", category="organization", terms=(GOOD, short), valid=UNTIL_JUNE, links=(link,))
    used = replace(mention(short), concept=ended, term=short)
    (finding,) = check([used], date(2026, 1, 1))
    assert finding.suggestion is None
    assert finding.message.endswith("; see national-cybersecurity-office")


HARBOR = Concept(
    id="harbor",
    category="organization",
    terms=(
        Term(text="National Harbor Bureau", language="en"),
        Term(text="NHB", language="en", status=Status.ADMITTED, type="abbreviation", use=TermUse.AFTER_FIRST),
        Term(text="Harbors", language="en", status=Status.ADMITTED, type="short", use=TermUse.HEADLINE),
    ),
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("The NHB closed two piers on Monday.", "'NHB' is never introduced; write"),
        (
            "The NHB closed two piers on Monday. The National Harbor Bureau gave no reason for it.",
            "'NHB' stands before its full name; write",
        ),
        ("The National Harbor Bureau closed two piers. The NHB gave no reason for it.", None),
        ("The NHB, or National Harbor Bureau, closed two piers on Monday.", None),
        ("National Harbor Bureau officials met Harbors staff on Monday.", "'Harbors' belongs in headlines; write"),
    ],
)
def test_a_short_form_comes_after_its_full_name(story_of, text, message):
    """Where the glossary says so; a sentence that has both explains it; a headline's word is none of the text."""
    found = [one for one in check_article(story_of(text, (HARBOR,))) if one.code == "term-use"]
    assert [one.message for one in found] == ([f"{message} 'National Harbor Bureau'{tail(message)}"] if message else [])
    assert all(one.severity is Severity.INFO and one.suggestion == "National Harbor Bureau" for one in found)


def tail(message):
    """How a message goes on after the term."""
    return "" if "headlines" in message else " at its first mention"


def test_a_headline_may_be_short(subject_of):
    """Nobody introduces an abbreviation in a headline."""
    text = (
        "NHB closes two piers\n\nThe National Harbor Bureau closed two piers on Monday after a ship hit one of them.\n\n"
        "The NHB said that work on both would take until the end of the year."
    )
    assert not check_article(subject_of(text, (HARBOR,)))
