"""Stories, who says what, the timeline and the spellings of several articles."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.corpus.compare import compare
from jaen.glossary import Glossary
from jaen.model import Article, Concept, Finding, Link, Related, Severity, Span, Status, Term
from jaen.model.comparison import Verdict
from jaen.pipeline import Pipeline


def concept(name, category, japanese, *english, links=()):
    terms = (Term(text=japanese, language="ja"), *(Term(text=text, language="en") for text in english))
    return Concept(id=name, category=category, terms=terms, links=links)


CONCEPTS = (
    concept("port-authority", "organization", "港湾局", "Port Authority"),
    concept("sakai-mio", "person", "坂井美緒", "Mio Sakai"),
    concept("kubo-ken", "person", "久保健", "Ken Kubo"),
    concept("harbor-master", "role", "港長", "Harbor Master", links=(Link("part-of", "port-authority"),)),
    concept("orca-drive", "product", "オルカ・ドライブ", "Orca Drive", links=(Link("product-of", "tamino-works"),)),
    concept("tamino-works", "organization", "タミノ工業", "Tamino Works"),
    concept("shiomi", "place", "潮見市", "Shiomi"),
    Concept(
        id="server",
        category="term",
        terms=(
            Term(text="サーバー", language="ja"),
            Term(text="server", language="en"),
            Term(text="computer server", language="en", status=Status.ADMITTED),
        ),
    ),
)
PIPELINE = Pipeline(Glossary("g", tuple(sorted(CONCEPTS, key=lambda one: one.id))))
ENGLISH = """\
Orca Drive stops ships at Shiomi, Port Authority says

Software called Orca Drive, made by Tamino Works, left 37 ships without steering on May 18, 2026, the Port Authority said.

Mio Sakai, the Harbor Master, closed the bay of Shiomi for 36 hours. "We did what we had to do," Sakai said.
"""
JAPANESE = """\
「オルカ・ドライブ」障害で37隻が操船不能

潮見市の港湾局は、タミノ工業が開発した「オルカ・ドライブ」の障害で37隻が操船できなくなったと発表した。障害は令和8年5月18日に起きた。

坂井美緒・港長は湾を36時間閉鎖した。
"""
MORE_ENGLISH = """
The ferry Cormoran and the tanker Bergamot lost 4,200 tons of oil and 180 cars, worth 95 million yen.
"""
MORE_JAPANESE = """
フェリー「コルモラン」とタンカー「ベルガモット」は油4200トンと車180台、9500万円相当を失った。
"""
UNRELATED = """\
Museum of clocks opens

Shiomi has a museum of clocks since Sunday. A server in its cellar keeps the time of 37 of them. The Port Authority paid for the hall.
"""


def article(name, text, **metadata):
    return Article(id=name, text=text, source=f"{name}.txt", encoding="utf-8", sha256=name, metadata=metadata)


def compared(**texts):
    return compare(PIPELINE(article(name, text)) for name, text in texts.items())


def dated(*rows):
    return compare(PIPELINE(article(name, text, date=day)) for name, text, day in rows)


def question(comparison, relation):
    (found,) = [one for one in comparison.questions if one.slot.relation == relation]
    return found


def test_a_story_in_both_languages_is_linked_with_its_evidence():
    """Names, numbers and days by value bring the two together; each piece of evidence shows both places."""
    found = compared(en=ENGLISH, ja=JAPANESE, museum=UNRELATED)
    (story,) = found.stories
    assert (story.articles, story.languages, found.apart) == (("en", "ja"), ("en", "ja"), ("museum",))
    evidence = {(one.kind, one.value): one for one in story.links[0].evidence}
    assert {("concept", "orca-drive"), ("concept", "sakai-mio"), ("number", "37"), ("date", "2026-05-18")} <= set(
        evidence
    )
    assert evidence["number", "36"].second.text == "36時間"
    assert evidence["number", "36"].label.startswith("36時間 = 36 hours")
    assert evidence["concept", "sakai-mio"].label == "坂井美緒 = Mio Sakai"
    weights = [one.weight for one in story.links[0].evidence]
    assert weights == sorted(weights, reverse=True)
    assert story.links[0].score == pytest.approx(sum(weights), abs=0.1)


def test_names_are_linked_by_sound_where_no_glossary_knows_them():
    """Without a glossary オルカ and Orca are one name, and with numbers and days they make a story."""
    texts = {"en": ENGLISH + MORE_ENGLISH, "ja": JAPANESE + MORE_JAPANESE}
    found = compare(Pipeline()(article(name, text)) for name, text in texts.items())
    (story,) = found.stories
    names = {one.label for one in story.links[0].evidence if one.kind == "name"}
    assert {"コルモラン = Cormoran", "ベルガモット = Bergamot"} <= names


def test_names_count_more_than_terms():
    """A rare person says more than a word of the trade that is just as rare here."""
    link = compared(en=ENGLISH, ja=JAPANESE).stories[0].links[0]
    weights = {one.value: one.weight for one in link.evidence}
    assert weights["sakai-mio"] > weights["tamino-works"] > weights["shiomi"]


def test_thin_evidence_is_no_story():
    """A place, a body and a number that two articles share are not enough."""
    assert compared(en=ENGLISH, museum=UNRELATED).stories == ()


def test_the_year_after_is_another_story():
    """The same names more than a month later are no longer the same story."""
    near = dated(("a", ENGLISH, "2026-05-19"), ("b", JAPANESE, "2026-05-25"))
    far = dated(("a", ENGLISH, "2026-05-19"), ("b", JAPANESE, "2027-05-19"))
    assert [len(one.stories) for one in (near, far)] == [1, 0]


def test_a_copy_tells_what_its_original_tells():
    """Copies are in the story, and have no links of their own."""
    body = "\n".join(ENGLISH.split("\n\n")[1:])
    found = compared(en=ENGLISH, copy=body, ja=JAPANESE)
    (story,) = found.stories
    assert set(story.articles) == {"copy", "en", "ja"}
    assert [(link.first, link.second) for link in story.links] == [("en", "ja")]


def test_numbers_of_different_sets_are_no_contradiction():
    """50 organizations here and 36 companies there stand side by side."""
    second = ENGLISH.replace("left 37 ships without steering", "is used by 36 companies and stopped many ships")
    first = ENGLISH.replace("left 37 ships without steering", "runs at 50 organizations and stopped many ships")
    number = question(compared(a=first, b=second + "The pilots had warned about it for years.\n"), "number")
    assert number.verdict is Verdict.DIFFERENT_SETS
    assert {answer.value for answer in number.answers} == {"50", "36"}


def test_one_sentence_with_two_numbers_is_a_contradiction():
    """Word for word the same, but for the number; and not, where the two are of different days."""
    first, second = ENGLISH, ENGLISH.replace("37 ships", "73 ships")
    ships = question(compared(a=first, b=second), "number")
    assert (ships.verdict, ships.slot.about) == (Verdict.CONTRADICTION, "ship")
    assert "37 ships" in ships.reason
    assert "73 ships" in ships.reason
    other_days = dated(("a", first, "2026-05-19"), ("b", second, "2026-05-20"))
    assert question(other_days, "number").verdict is Verdict.DIFFERENT_SETS


def test_two_numbers_in_one_sentence_are_no_contradiction():
    """What both articles say word for word contradicts nothing, whatever numbers it has."""
    text = ENGLISH + "\nThe share of delayed ships rose from 53 percent to 56 percent within a week, it said.\n"
    other = JAPANESE.replace(
        "\n\n", "\n\nThe share of delayed ships rose from 53 percent to 56 percent within a week.\n\n", 1
    )
    found = compared(a=text, b=text + "The pilots had warned about it.\n", c=other)
    assert not any(one.verdict is Verdict.CONTRADICTION for one in found.questions)


def test_one_office_with_two_holders_in_a_story_is_a_contradiction():
    """Two articles of one story that give an office to two people can't both be right; in both languages alike."""
    other = JAPANESE.replace("坂井美緒・港長", "久保健・港長")
    holder = question(compared(en=ENGLISH, ja=other), "holder")
    assert holder.verdict is Verdict.CONTRADICTION
    assert {answer.value for answer in holder.answers} == {"sakai-mio", "kubo-ken"}


def test_the_same_answer_in_two_languages_agrees():
    """坂井美緒 is Mio Sakai."""
    holder = question(compared(en=ENGLISH, ja=JAPANESE), "holder")
    assert (holder.verdict, [answer.value for answer in holder.answers]) == (Verdict.AGREE, ["sakai-mio"])
    assert [place.article_id for place in holder.answers[0].places] == ["en", "ja"]


def test_a_question_needs_two_articles_that_are_no_copies():
    """What an article and its copy say is said once."""
    assert [one.slot.relation for one in compared(en=ENGLISH, copy=ENGLISH).questions] == []


def test_the_timeline_is_by_day_and_tells_who_says_it():
    """Resolved dates in order, the same sentence of a copy once; what can't be resolved stands apart with the reason."""
    found = compared(en=ENGLISH, copy=ENGLISH, ja=JAPANESE, museum=UNRELATED)
    assert [(event.first, [place.article_id for place in event.places]) for event in found.timeline] == [
        (date(2026, 5, 18), ["copy", "en"]),
        (date(2026, 5, 18), ["ja"]),
    ]
    assert found.timeline[1].places[0].text == "令和8年5月18日"
    (undated,) = found.undated
    assert (undated.places[0].text, undated.first, undated.reason) == ("Sunday", None, "no article date")


def test_spellings_are_counted_by_outlet_in_order_of_first_use():
    """Whose first article is the earlier one comes first; without days the order is not known, and that is told."""
    first, second = "The computer server was slow.\n", "A server stopped. Each server of the port stopped.\n"
    rows = [
        article("b", first, date="2026-05-02", site="Hill Daily"),
        article("a", second, date="2026-05-03", site="Tamino Post"),
        article("c", first, date="2026-05-04", site="Tamino Post"),
    ]
    (server,) = compare(PIPELINE(row) for row in rows).variants
    long, short = sorted(server.variants, key=lambda variant: variant.text)
    assert (long.text, long.count, long.is_first_known, long.first.article_id) == ("computer server", 2, True, "b")
    assert [(use.outlet, use.count, use.day) for use in long.outlets] == [
        ("Hill Daily", 1, date(2026, 5, 2)),
        ("Tamino Post", 1, date(2026, 5, 4)),
    ]
    assert (short.text, short.count) == ("server", 2)
    undated = compared(a=first, b=second).variants[0]
    assert not any(variant.is_first_known for variant in undated.variants)


def test_one_spelling_is_no_variant():
    """A plural or a capital at the start of a sentence is not told as another spelling."""
    assert compared(a="Servers stopped.\n", b="A server stopped.\n").variants == ()


def test_the_order_of_articles_does_not_matter_to_anything():
    """Every part of a comparison is the same for any order of the articles."""
    texts = {"en": ENGLISH, "ja": JAPANESE, "museum": UNRELATED, "copy": ENGLISH, "b": ENGLISH.replace("37", "73")}
    assert compared(**texts) == compared(**dict(reversed(texts.items())))


SUMMARY = """\
Orca Drive stops ships at Shiomi

AI-generated summary
- Mio Sakai closed the bay after Tamino Works' Orca Cruise had failed.

"""


def with_summary(*findings_wanted, ignored=""):
    """The Japanese article with a machine's English summary, and what is found wrong in it."""
    report = PIPELINE(article("machine", SUMMARY + JAPANESE))
    start = report.article.text.index("Orca Cruise")
    segment = next(one for one in report.segments if one.span.start <= start < one.span.end)
    there = next(one for one in report.segments if "オルカ・ドライブ" in one.text)
    contradicted = Related(
        role="contradicted", article_id="machine", segment_id=there.id, span=there.span, text=there.text
    )
    findings = tuple(
        Finding(
            code="contradiction-name",
            severity=severity,
            message="the summary names 'Orca Cruise'",
            segment_id=segment.id,
            span=Span(start, start + len("Orca Cruise")),
            concept_id="orca-drive",
            related=(contradicted,),
            ignored=ignored,
        )
        for severity in findings_wanted
    )
    return replace(report, findings=findings)


def test_what_contradicts_its_own_article_is_told_of_the_machine():
    """A machine's wrong name is a contradiction, marked as the machine's, beside what the others say."""
    found = compare([with_summary(Severity.ERROR), PIPELINE(article("en", ENGLISH))])
    (wrong,) = [one for one in found.questions if one.verdict is Verdict.CONTRADICTION]
    assert wrong.reason == "the summary names 'Orca Cruise'"
    assert {answer.label: answer.is_machine for answer in wrong.answers} == {
        "オルカ・ドライブ = Orca Drive": False,
        "Orca Cruise": True,
    }


def test_hints_and_what_may_stand_are_no_contradictions():
    """What only might be wrong, and what an editor lets stand with a reason, is not told."""
    for report in (with_summary(Severity.INFO), with_summary(Severity.ERROR, ignored="its own name")):
        assert not any(one.verdict is Verdict.CONTRADICTION for one in compare([report]).questions)


def test_a_machine_is_no_evidence():
    """What only a machine says in an article links it with no other."""
    summary = ENGLISH.replace("\n\n", "\n\nAI-generated summary\n- ", 1).replace("\n\nMio", "\n- Mio")
    found = compared(
        en=ENGLISH, machine=summary + "\n今日はよく晴れた。明日もよく晴れるという。港の朝はとても静かだった。\n" * 8
    )
    assert found.articles[1].has_machine_summary
    assert found.stories == ()


@settings(max_examples=40)
@given(
    st.lists(st.text(alphabet="「」(Mio Sakai37隻港湾局の。.,\n\"2026年5月18日Orca Drive's ", max_size=200), max_size=3)
)
def test_any_text_can_be_compared(texts):
    """Brackets left open, names cut in two, nothing at all: no text stops a comparison, and places are where they say."""
    rows = [article(f"a{number}", text) for number, text in enumerate(texts)]
    found = compare(map(PIPELINE, rows))
    by_id = {row.id: row.text for row in rows}
    for event in (*found.timeline, *found.undated):
        for place in event.places:
            assert place.text == place.span.of(by_id[place.article_id])
    assert {row.id for row in found.articles} == set(by_id)
