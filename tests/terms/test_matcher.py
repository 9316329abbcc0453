from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.model import MentionKind, Normalized, Review, Span
from jaen.terms import Matcher
from jaen.terms.automaton import Automaton
from jaen.terms.edges import Edge, edge_at, longest


def found(matcher, text, segments):
    return [(m.surface, m.concept.id, str(m.kind), m.matched_by) for m in matcher.find(text, segments)]


@given(
    st.lists(st.text("abあ東", min_size=1, max_size=4), max_size=8),
    st.text("abあ東 ", max_size=30),
)
@settings(max_examples=200)
def test_search_is_exhaustive(patterns, text):
    """The automaton finds what trying every pattern at every place finds."""
    expected = {
        (start, start + len(pattern), number)
        for number, pattern in enumerate(patterns)
        for start in range(len(text))
        if text.startswith(pattern, start)
    }
    assert set(Automaton(patterns).find(text)) == expected


def by_hand(patterns, text):
    """Filter by edges, then from the left the longest pattern that fits."""
    at, chosen = 0, []
    while at < len(text):
        ends = [
            at + len(pattern)
            for pattern in patterns
            if text.startswith(pattern, at)
            and edge_at(text, at) is not Edge.RUN
            and edge_at(text, at + len(pattern)) is not Edge.RUN
        ]
        if ends:
            chosen.append((at, max(ends)))
        at = max(ends, default=at + 1)
    return chosen


@given(
    st.sets(st.text("abアイ", min_size=1, max_size=4), max_size=8),
    st.text("abアイ。 ", max_size=30),
)
@settings(max_examples=200)
def test_filtering_before_choosing_is_exact(patterns, text):
    """Search, edge filter and choice give what choosing by hand among the patterns that fit gives."""
    hits = Automaton(sorted(patterns)).find(text)
    kept = [hit for hit in hits if edge_at(text, hit[0]) is not Edge.RUN and edge_at(text, hit[1]) is not Edge.RUN]
    assert [hit[:2] for hit in longest(kept)] == by_hand(patterns, text)


@given(
    st.lists(st.sampled_from(["Ab", "Ab Cd", "Cd", "アイウ", "アイウエ", "東京", "東京都", "イウ"]), unique=True),
    st.text("ABCDbd アイウエ東京都・はー。(NO)", max_size=40),
)
@settings(max_examples=200, deadline=None)
def test_mentions_hold_together(concept, segments_of, terms, text):
    """Mentions say what stands at their span, never overlap, and are exactly the accepted candidates."""
    segments = segments_of(text) if text else ()
    matcher = Matcher(concept(f"c{number}", "product", term) for number, term in enumerate(terms))
    mentions = matcher.find(text, segments)
    assert all(m.span.of(text) == m.surface for m in mentions)
    assert all(one.span.end <= two.span.start for one, two in pairwise(mentions))
    accepted = [c for c in matcher.candidates(text, segments) if c.accepted]
    assert [(c.span, c.concept.id, c.kind) for c in accepted] == [(m.span, m.concept.id, m.kind) for m in mentions]


def test_a_stored_matcher_finds_the_same(concept, segments_of):
    """A matcher restored from bytes gives what the one that was built gives."""
    concepts = [concept("office", "organization", "金融庁", "FSA"), concept("plan", "term", "取り組み", "agency")]
    text = "金融庁(FSA)の取組とagencies。"
    built = Matcher(concepts)
    restored = Matcher.from_bytes(built.to_bytes(), concepts)
    assert restored.find(text, segments_of(text)) == built.find(text, segments_of(text))
    assert len(built.find(text, segments_of(text))) == 4


@pytest.mark.parametrize("damage", [lambda data: data[:10], lambda data: data[:-1], lambda data: b"x" + data[1:]])
def test_a_damaged_store_is_refused(concept, damage):
    """Cut, altered or foreign bytes are a clear error, not a matcher that finds something else."""
    concepts = [concept("office", "organization", "金融庁")]
    with pytest.raises(ValueError, match="build it again"):
        Matcher.from_bytes(damage(Matcher(concepts).to_bytes()), concepts)


def test_a_store_of_other_concepts_is_refused(concept):
    """A store is only good for as many concepts as it was built for."""
    one = concept("office", "organization", "金融庁")
    with pytest.raises(ValueError, match="build it again"):
        Matcher.from_bytes(Matcher([one]).to_bytes(), [one, one])


def test_no_concepts_find_nothing(segments_of):
    """An empty glossary is no error, stored or not."""
    text = "日本は"
    assert Matcher(()).find(text, segments_of(text)) == ()
    assert Matcher.from_bytes(Matcher(()).to_bytes(), ()).find(text, segments_of(text)) == ()


@pytest.mark.parametrize(
    ("term", "text", "matched_by"),
    [
        ("サーバー", "サーバーが", "exact"),
        ("サーバー", "サーバが", "long-vowel"),
        ("サーバー", "ｻｰﾊﾞｰが", "width"),
        ("クロード・ミュトス", "クロードミュトスが", "middle-dot"),
        ("脆弱性", "脆弱(ぜいじゃく)性が", "ruby"),
        ("沢田広一", "澤田廣一が", "old-kanji"),
        ("cyber defense", "the cyber-defense", "hyphen"),
        ("agency", "agencies", "plural"),
        ("bank", "Banks", "plural+case"),
        ("Prime Minister", "PRIME MINISTER", "case"),
        ("取り組み", "取組を", "okurigana"),
        ("予算Ⅳ", "予算Ⅳは", "exact"),
        ("予算Ⅳ", "予算IVは", "width"),
        ("㈱東芝", "㈱東芝が", "exact"),
        ("Section Ⅳ", "Section Ⅳ met", "exact"),
    ],
)
def test_matched_by_names_the_difference(concept, segments_of, term, text, matched_by):
    """`matched_by` names what had to be folded so that the surface is the term."""
    ((_, _, _, by),) = found(Matcher([concept("c", "product", term)]), text, segments_of(text))
    assert by == matched_by


def test_another_numeral_is_another_term(concept, segments_of):
    """Ⅳ is IV, and neither Ⅴ nor the letters of another word."""
    matcher = Matcher([concept("c", "term", "予算Ⅳ")])
    for text in ("予算Ⅴは", "予算Iは", "予算IVAは"):
        assert found(matcher, text, segments_of(text)) == []


def test_an_unnormalized_text_is_folded_as_well(concept, segments_of):
    """Width and line breaks are folded even where the profile leaves everything as it is."""
    text = "ｻｲﾊﾞｰ攻撃とＮＣＯ"
    matcher = Matcher([concept("a", "term", "サイバー攻撃"), concept("n", "organization", "NCO")])
    assert [hit[:2] for hit in found(matcher, text, segments_of(text, "none"))] == [("ｻｲﾊﾞｰ攻撃", "a"), ("ＮＣＯ", "n")]


def test_rejections_say_why(concept, segments_of):
    """A candidate that is no mention carries the reason in words."""
    text = "東京都のミュトスファンドはgoogle.comで、Googleではない。"
    matcher = Matcher(
        [concept("k", "place", "京都"), concept("m", "product", "ミュトス"), concept("g", "organization", "Google")]
    )
    rejected = {c.surface: c.reason for c in matcher.candidates(text, segments_of(text)) if not c.accepted}
    assert rejected == {
        "京都": "begins inside the word 東京",
        "ミュトス": "ends inside a katakana word",
        "google": "inside a web or mail address",
    }


def test_covered_candidates_name_the_longer_match(concept, segments_of):
    """What a longer match covers is rejected with that match's surface."""
    text = "日本銀行は"
    matcher = Matcher([concept("boj", "organization", "日本銀行"), concept("bank", "term", "銀行")])
    reasons = [c.reason for c in matcher.candidates(text, segments_of(text)) if not c.accepted]
    assert reasons == ["part of the match 日本銀行"]


def test_short_forms_need_a_long_form_in_the_story(concept, segments_of):
    """A long form in the site's furniture introduces nobody, and furniture holds no short forms."""
    matcher = Matcher([concept("m", "person", "Miho Matsubara")])
    text = "Miho Matsubara spoke. Matsubara left."
    furniture = segments_of(text, content=False)
    assert [m.surface for m in matcher.find(text, furniture)] == ["Miho Matsubara"]
    mixed = (furniture[0], *segments_of(text)[1:])
    assert [m.surface for m in matcher.find(text, mixed)] == ["Miho Matsubara"]


def test_register_does_not_outlive_its_document(concept, segments_of):
    """What one article introduces is unknown to the next."""
    matcher = Matcher([concept("m", "person", "Miho Matsubara")])
    first, second = "Miho Matsubara spoke. Matsubara left.", "Matsubara left."
    assert [m.kind for m in matcher.find(first, segments_of(first))] == [MentionKind.FREE, MentionKind.SHORT_FORM]
    assert matcher.find(second, segments_of(second)) == ()


def test_short_forms_name_their_long_form(concept, segments_of):
    """`matched_by` of a short form is the register with the surface that introduced it."""
    text = "松原実穂子氏は語る。松原氏は去った。"
    matcher = Matcher([concept("m", "person", "松原実穂子")])
    assert found(matcher, text, segments_of(text))[1] == ("松原", "m", "short-form", "register: 松原実穂子")


def test_shared_short_forms_are_explained(concept, segments_of):
    """A short form of two people is nobody's, and the candidates say so."""
    text = "Miho Matsubara met Taro Matsubara. Matsubara spoke."
    matcher = Matcher([concept("m", "person", "Miho Matsubara"), concept("t", "person", "Taro Matsubara")])
    last = [c for c in matcher.candidates(text, segments_of(text)) if c.span.start > 30]
    assert {c.concept.id for c in last} == {"m", "t"}
    assert all("short for Miho Matsubara and for Taro Matsubara" in c.reason and not c.accepted for c in last)


def test_homographs_say_why_one_was_chosen(concept, segments_of):
    """Two concepts with one surface: the text's other terms decide, and `matched_by` says so."""
    text = "連邦準備制度は会合を開いた。理事会は決めた。"
    fed = concept("fed-board", "organization", "理事会", "連邦準備制度")
    club = concept("club-board", "organization", "理事会")
    hits = found(Matcher([club, fed]), text, segments_of(text))
    assert hits[1] == ("理事会", "fed-board", "free", "exact; not club-board: other terms of it occur here")


def test_homographs_prefer_the_valid_concept(concept, segments_of):
    """With nothing else to go by, a term whose validity has ended gives way."""
    old = concept("old", "organization", {"ja": "通商省", "until": "2001-01-05"})
    new = concept("new", "organization", "通商省")
    text = "通商省は"
    assert found(Matcher([old, new]), text, segments_of(text))[0][1:] == ("new", "free", "exact; not old: still valid")


def test_homographs_prefer_what_was_approved(concept, segments_of):
    """A proposed entry takes no mention away from an approved one, whatever its place in the glossary and its status."""
    decided = concept("b", "role", {"ja": "頭取", "status": "admitted"}, review=Review("approved"))
    proposed = concept("a", "role", "頭取", review=Review("proposed"))
    text = "頭取は"
    assert found(Matcher([proposed, decided]), text, segments_of(text))[0][1:] == (
        "b",
        "free",
        "exact; not a: approved by an editor",
    )
    undecided = concept("b", "role", "頭取", review=Review("proposed"))
    assert found(Matcher([proposed, undecided]), text, segments_of(text))[0][1] == "a"


def test_a_concepts_term_in_the_segments_language_is_named(concept, segments_of):
    """NATO is a term in both languages; a Japanese sentence gets the Japanese one."""
    nato = concept("nato", "organization", {"en": "NATO"}, {"ja": "NATO"})
    for text, language in (("NATOは会合を開いた。", "ja"), ("NATO met in the town.", "en")):
        (mention,) = Matcher([nato]).find(text, segments_of(text))
        assert mention.term.language == language


def test_offsets_hold_in_any_line(concept, segments_of):
    """Spans count from the article's start, wherever the sentence stands."""
    text = "前の文。\n\n次の「ｸﾛｰﾄﾞ･ﾐｭﾄｽ」は脆弱(ぜいじゃく)性を探す。"
    matcher = Matcher([concept("c", "product", "クロード・ミュトス"), concept("v", "term", "脆弱性")])
    mentions = matcher.find(text, segments_of(text))
    assert [m.surface for m in mentions] == ["ｸﾛｰﾄﾞ･ﾐｭﾄｽ", "脆弱(ぜいじゃく)性"]
    assert [m.span.start for m in mentions] == [text.index("ｸ"), text.index("脆")]


def test_the_matcher_reads_segments_as_they_are(concept, segments_of):
    """A segment that was not normalized at all is as good as one that was."""
    text = "AIは"
    (segment,) = segments_of(text)
    bare = replace(segment, normalized=Normalized(text, text))
    (mention,) = Matcher([concept("ai", "term", "AI")]).find(text, (bare,))
    assert mention.span == Span(0, 2)


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["(", "「", " ", "ー", "カ", "a", "a.", "・", "取り", "\u3000", "東京", "a@"])
def test_hostile_lines_are_read_to_the_end(concept, segments_of, unit):
    """A term behind 40,000 characters of one kind is found."""
    text = unit * (40_000 // len(unit)) + "。AIだ"
    matcher = Matcher([concept("ai", "term", "AI"), concept("k", "place", "京都")])
    assert [m.surface for m in matcher.find(text, segments_of(text))] == ["AI"]
