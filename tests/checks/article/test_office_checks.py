"""Checks of who holds an office: each fires where it must and stays silent where it must not."""

from datetime import date

import pytest

from jaen.checks.article.offices import holders_out_of_office
from jaen.model import Concept, Link, Severity, Term, Validity

MORI = Concept(
    id="mori-kyoko",
    category="person",
    terms=(Term(text="森山京子", language="ja"), Term(text="Kyoko Moriyama", language="en")),
)
KATO = Concept(
    id="kato-jun", category="person", terms=(Term(text="加藤純", language="ja"), Term(text="Jun Kato", language="en"))
)
CHANGE = date(2026, 4, 1)
OFFICE = Concept(
    id="finance-minister",
    category="role",
    terms=(Term(text="財務相", language="ja"), Term(text="Finance Minister", language="en")),
    links=(
        Link("holder", "kato-jun", Validity(end=date(2026, 3, 31))),
        Link("holder", "mori-kyoko", Validity(start=CHANGE)),
    ),
)
BOOK = (OFFICE, MORI, KATO)
CHINA = Concept(id="china", category="place", terms=(Term(text="中国", language="ja"),))
JAPAN = Concept(id="japan", category="place", terms=(Term(text="Japan", language="en"),))
AFTER, BEFORE = date(2026, 6, 1), date(2026, 2, 1)


@pytest.fixture
def said(story_of):
    """The messages about a sentence of a story of some day."""
    return lambda text, day=AFTER: [
        found.message for found in holders_out_of_office(story_of(text, (*BOOK, CHINA, JAPAN), day))
    ]


@pytest.mark.parametrize(
    ("text", "day", "message"),
    [
        ("加藤純財務相は視察した。", AFTER, "'加藤純' is called 財務相; on 2026-06-01 the office was held by 森山京子 (from 2026-04-01)"),
        ("森山京子・財務相は視察した。", BEFORE, "'森山京子' is called 財務相; on 2026-02-01 the office was held by 加藤純 (until 2026-03-31)"),
        ("石川花子・財務相は視察した。", AFTER, "'石川花子' is called 財務相; on 2026-06-01 the office was held by 森山京子 (from 2026-04-01)"),
        ("加藤財務相は視察した。", AFTER, "'加藤' is called 財務相; on 2026-06-01 the office was held by 森山京子 (from 2026-04-01)"),
        ("Finance Minister Jun Kato spoke.", AFTER, "'Jun Kato' is called Finance Minister; on 2026-06-01 the office was held by Kyoko Moriyama (from 2026-04-01)"),
        ("Jun Kato, Japan's Finance Minister, spoke.", AFTER, "'Jun Kato' is called Finance Minister; on 2026-06-01 the office was held by Kyoko Moriyama (from 2026-04-01)"),
        ("Finance Minister Hanako Ishikawa spoke.", AFTER, "'Hanako Ishikawa' is called Finance Minister; on 2026-06-01 the office was held by Kyoko Moriyama (from 2026-04-01)"),
    ],
)  # fmt: skip
def test_another_one_held_the_office(said, text, day, message):
    """The message says who held the office on the article's day; a family name alone is enough in Japanese."""
    assert said(text, day) == [message]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("森山京子財務相は視察した。", AFTER),
        ("森山財務相は視察した。", AFTER),
        ("Finance Minister Kyoko Moriyama spoke.", AFTER),
        ("加藤純財務相は視察した。", date(2026, 3, 31)),
        ("森山京子財務相は視察した。", CHANGE),
        ("前財務相の加藤純氏は視察した。", AFTER),
        ("加藤純前財務相は視察した。", AFTER),
        ("加藤純財務相（当時）は視察した。", AFTER),
        ("2026年1月、加藤純財務相は視察した。", AFTER),
        ("Former Finance Minister Jun Kato spoke.", AFTER),
        ("Jun Kato, deputy Finance Minister, spoke.", AFTER),
        ("In January 2026 Finance Minister Jun Kato opened the pier.", AFTER),
        ("Danish Finance Minister Anna Hana spoke.", AFTER),
        ("Finance Minister Keith Brown spoke.", AFTER),
        ("中国の加藤純財務相は視察した。", AFTER),
        ("李財務相は視察した。", AFTER),
        ("財務相は視察した。", AFTER),
    ],
)
def test_who_may_be_called_so(said, text, day):
    """The holder of the day, a former one called so, one of the time that is spoken of, another country's, a deputy."""
    assert said(text, day) == []


def test_without_a_day_only_who_never_held_it(story_of):
    """An article that states no date can't be compared: who is no holder at all is said, at the lowest severity."""
    (found,) = holders_out_of_office(story_of("石川花子・財務相は視察した。", BOOK))
    assert found.severity is Severity.INFO
    assert "the glossary knows as holder only 加藤純 (until 2026-03-31), 森山京子 (from 2026-04-01)" in found.message
    assert not list(holders_out_of_office(story_of("加藤純・財務相は視察した。", BOOK)))


def test_once_for_each_person(said):
    """The second 加藤財務相 is no second finding, nor is the family name after the full one."""
    assert len(said("加藤純財務相は視察した。加藤財務相は「直す」と述べた。加藤純財務相は帰った。")) == 1


def test_what_the_glossary_does_not_know(story_of):
    """An office without holders, a day on which nobody is known to have held it, and no glossary at all say nothing."""
    nobody = Concept(id="x", category="role", terms=OFFICE.terms)
    assert not list(holders_out_of_office(story_of("加藤純財務相は視察した。", (nobody, KATO), AFTER)))
    assert not list(holders_out_of_office(story_of("加藤純財務相は視察した。", (), AFTER)))
    gap = Concept(
        id="x", category="role", terms=OFFICE.terms, links=(Link("holder", "mori-kyoko", Validity(start=CHANGE)),)
    )
    assert not list(holders_out_of_office(story_of("石川花子・財務相は視察した。", (gap, MORI), BEFORE)))


def test_an_office_that_was_not_there_is_the_terms_matter(story_of):
    """An office that had ended on that day is found as a former name, not a second time as an office without holder."""
    ended = Concept(
        id="x", category="role", terms=OFFICE.terms, links=OFFICE.links, valid=Validity(end=date(2026, 5, 1))
    )
    assert not list(holders_out_of_office(story_of("石川花子・財務相は視察した。", (ended, MORI, KATO), AFTER)))


def test_the_office_beside_the_name_is_meant(said):
    """Of an office that a sentence names many times each holder has the nearest, and each is told once."""
    text = "、".join(["森山京子・財務相"] * 40 + ["加藤純・財務相"] * 2) + "が視察した。"
    assert [message.split(" is called")[0] for message in said(text)] == ["'加藤純'"]
