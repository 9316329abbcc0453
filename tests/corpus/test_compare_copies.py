"""Copies: which article is contained in which, who was first, and what is inherited."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.corpus.compare import compare
from jaen.corpus.compare.digest import key_of
from jaen.errors import ConfigError
from jaen.model import Article
from jaen.model.comparison import CopyKind
from jaen.pipeline import Pipeline

PIPELINE = Pipeline()
STORY = (
    "The harbor of Tamino was closed for two days after a crane fell into the water.",
    "Nobody was hurt, but eleven ships had to wait outside of the bay.",
    "The port authority said that the crane was older than the pier it stood on.",
    "Its last inspection was in the spring, and the inspectors found nothing.",
    "A diver will look at the cables before the end of the week.",
    "Fishermen complained that nobody had told them when they may leave.",
    "The mayor promised a hearing, at which every captain may speak.",
    "Until then the smaller of the two cranes does the work of both.",
    "Insurers have sent three people to count what was lost.",
    "The next large ship is expected when the tide is high enough.",
)
OTHER = (
    "A museum in the hills has opened a hall for clocks that no longer run.",
    "Visitors may wind some of them, under the eyes of a keeper.",
    "The oldest was made for a monastery and struck only at noon.",
    "Its collector died before he could see the hall.",
    "The keeper says that stopped clocks are visited longest.",
)
JAPANESE = (
    "潮見港でクレーンが海に落ち、港は2日間閉鎖された。",
    "けが人はいなかったが、11隻の船が湾の外で待った。",
    "港湾局は、クレーンは岸壁より古かったと説明した。",
    "最後の点検は春に行われ、異常は見つからなかった。",
)


def article(name, sentences, **metadata):
    text = "\n\n".join(sentences) + "\n"
    return Article(id=name, text=text, source=f"{name}.txt", encoding="utf-8", sha256=name, metadata=metadata)


def compared(*articles):
    return compare(PIPELINE(one) for one in articles)


def only_copy(*articles):
    (copy,) = compared(*articles).copies
    return copy


def test_the_body_of_a_page_is_its_copy():
    """Whose sentences all stand in another article is contained in it: 1.0; what states title and site is the original."""
    page = article("page", STORY, title="A crane falls", site="Tamino Post", date="2026-05-02")
    copy = only_copy(page, article("body", STORY[:8]))
    assert (copy.original, copy.copy, copy.kind, copy.containment) == ("page", "body", CopyKind.CONTAINS, 1.0)
    assert copy.evidence == ("states what the copy does not: title, date, site",)
    assert [(one.name, one.value) for one in copy.inherited] == [
        ("title", "A crane falls"),
        ("date", "2026-05-02"),
        ("site", "Tamino Post"),
    ]
    assert not any(one.is_stated for one in copy.inherited)


def test_the_same_sentences_are_an_exact_copy():
    """Line breaks, quotes and width make no other sentence; without any sign nobody is called the original."""
    curled = [sentence.replace("'", "’").replace("11", "１１") for sentence in JAPANESE]
    copy = only_copy(article("a", JAPANESE), article("b", curled))
    assert (copy.kind, copy.containment, copy.is_directed) == (CopyKind.EXACT, 1.0, False)
    assert (copy.original, copy.inherited) == ("a", ())


def test_the_earlier_day_is_the_original():
    """A day counts more than a title: a later paper with a headline of its own has copied."""
    later = article("a", STORY, date="2026-05-03", title="Crane falls into the water", site="Tamino Post")
    copy = only_copy(later, article("b", STORY, date="2026-05-02"))
    assert (copy.original, copy.evidence) == ("b", ("date: 2026-05-02 before 2026-05-03",))


def test_a_named_source_is_the_original():
    """Who names another paper as its source has copied it, even where its own day is earlier."""
    original = article("wire", STORY, site="Tamino Post", date="2026-05-03")
    copy = only_copy(article("a", STORY, site="Hill Daily", source="Tamino Post", date="2026-05-02"), original)
    assert copy.original == "wire"
    assert copy.evidence[0] == "the copy names it as its source: Tamino Post"


def test_what_the_copy_states_otherwise_is_not_inherited():
    """A copy with a title of its own keeps it; what both state is marked."""
    original = article("a", STORY, title="A crane falls", author="Ann Lee", date="2026-05-01")
    copy = only_copy(original, article("b", STORY, title="Harbor closed", author="Ann Lee", date="2026-05-04"))
    assert [(one.name, one.is_stated) for one in copy.inherited] == [("author", True)]


def test_added_lines_do_not_hide_a_copy():
    """A quarter of other lines around it leaves an article contained in its copy."""
    extra = ("Members read this story before anybody else does.", "Write to us what you have seen at the harbor.")
    copy = only_copy(article("a", STORY[:8]), article("b", (*STORY[:8], *extra)))
    assert (copy.kind, copy.containment) == (CopyKind.CONTAINS, 1.0)


def test_an_edited_copy_is_near():
    """With three of ten sentences rewritten seven tenths are shared: near, not contained."""
    rewritten = [sentence.replace("the", "that") if at in (1, 4, 7) else sentence for at, sentence in enumerate(STORY)]
    rewritten[1] = "Nobody was hurt; eleven vessels had to wait outside."
    copy = only_copy(article("a", STORY), article("b", rewritten))
    assert copy.kind is CopyKind.NEAR
    assert copy.containment == pytest.approx(0.7)


def test_a_shared_passage_is_told_as_one():
    """Three neighboring sentences of an otherwise other article are a passage; nothing is inherited."""
    mixed = (*OTHER, *STORY[2:5])
    copy = only_copy(article("a", STORY, title="A crane falls"), article("b", mixed))
    assert (copy.kind, copy.shared, copy.inherited) == (CopyKind.PARTIAL, 3, ())
    passed = copy.passages[0]
    assert (passed.sentences, passed.original.text, passed.copy.text) == (3, STORY[2], STORY[2])


def test_one_shared_sentence_is_no_copy():
    """A quotation that two papers have, and articles that share nothing, are no copies."""
    assert compared(article("a", STORY), article("b", (*OTHER, STORY[1]))).copies == ()
    assert compared(article("a", STORY), article("b", OTHER)).copies == ()


def test_short_lines_are_no_evidence():
    """Greetings and labels stand in many articles."""
    first, second = ("Hello Ken,", "Thanks."), ("Hello Ken,", "Thanks.")
    assert compared(article("a", first), article("b", second)).copies == ()


def test_what_many_articles_have_is_left_out_with_its_count():
    """A line that a site puts under thirty articles says nothing about copies, and is named."""
    line = "Our editors choose the most important stories of the day for you each morning."
    rows = [
        article(f"a{number:02}", [f"{one[:-1]} on day {number}." for one in OTHER[:2]] + [line]) for number in range(30)
    ]
    found = compared(*rows)
    assert found.copies == ()
    assert found.common == {line: 30}


def test_a_story_printed_often_is_no_common_text():
    """Sixty papers that print one story are sixty copies of it: what copies share is not too common."""
    rows = [
        article(f"a{number:02}", (*STORY, f"Printed by paper number {number} of this long list."))
        for number in range(60)
    ]
    found = compared(article("a", STORY, date="2026-05-01", title="A crane falls"), *rows)
    assert len(found.copies) == 60
    assert {copy.original for copy in found.copies} == {"a"}
    assert found.common == {}


def test_one_id_for_two_articles_is_an_error():
    """Places name articles by their ids; the same article given twice counts once."""
    first = article("a", STORY)
    assert len(compared(first, first).articles) == 1
    with pytest.raises(ConfigError, match=r"id of two articles \(a.txt and b.txt\)"):
        compared(first, Article(id="a", text="x", source="b.txt", encoding="utf-8", sha256="b"))


def test_nothing_to_compare_is_fine():
    """No article, empty ones and one alone give empty comparisons."""
    assert compared().articles == ()
    assert compared(article("a", ()), article("b", ())).copies == ()
    assert compared(article("a", STORY)).copies == ()


@settings(max_examples=25)
@given(st.lists(st.sets(st.integers(0, 9), min_size=1), min_size=2, max_size=5), st.randoms())
def test_the_order_of_articles_does_not_matter(parts, chance: random.Random):
    """The same comparison comes of any order; containment is what sets of sentences say."""
    rows = [article(f"a{number}", [STORY[at] for at in sorted(part)]) for number, part in enumerate(parts)]
    reports = [PIPELINE(row) for row in rows]
    shuffled = list(reports)
    chance.shuffle(shuffled)
    found = compare(reports)
    assert found == compare(shuffled)
    keys = {f"a{number}": {key_of(STORY[at]) for at in part} for number, part in enumerate(parts)}
    for copy in found.copies:
        both = keys[copy.original] & keys[copy.copy]
        smaller = min(len(keys[copy.original]), len(keys[copy.copy]))
        assert copy.containment == pytest.approx(len(both) / smaller, abs=1e-4)
