"""Where requirements are met in a translation, and which place belongs to which."""

import unicodedata
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.model import Span
from jaen.translation.requirements import Form, Kind, Requirement, find_places, place_all


def requirement(*texts: str, kind: Kind = Kind.NOUN, language: str = "en", case: str = "") -> Requirement:
    """Something that one of *texts* satisfies, without mentions."""
    forms = tuple(Form(text, ()) for text in texts)
    return Requirement(span=Span(0, 1), mentions=(), kind=kind, forms=forms, language=language)


@pytest.fixture
def term(asked, make):
    """The requirement of one term of a category."""

    def term(text: str, category: str = "term", to: str = "en"):
        if to == "en":
            return asked("試験語だ。", make("x", category, ja="試験語", en=text))[0]
        return asked("They saw trialword there.", make("x", category, ja=text, en="trialword"), to="ja")[0]

    return term


def found(requirement, text):
    places = find_places(requirement, text)
    for place in places:
        assert place.form in requirement.forms
        assert all(place.span.covers(part) for part in place.parts)
    return [place.span.of(text) for place in places]


@pytest.mark.parametrize(
    ("text", "category", "candidate", "places"),
    [
        # number and possessive
        ("vulnerability", "term", "Two vulnerabilities and a vulnerability's cause", ["vulnerabilities", "vulnerability's"]),
        ("package of measures", "term", "packages of measures", ["packages of measures"]),
        ("Prime Minister", "role", "Prime Ministers met", ["Prime Ministers"]),
        ("Osaka", "place", "Osaka’s port, not the Osakas", ["Osaka’s"]),
        ("analysis", "term", "analyses; analyst", ["analyses"]),
        ("LLM", "term", "LLMs, LLM, ALLM, LLMx", ["LLMs", "LLM"]),
        # capitals
        ("vulnerability", "term", "Vulnerability. VULNERABILITY", ["Vulnerability", "VULNERABILITY"]),
        ("AI", "term", "AI said AIDS, ai and Ai", ["AI"]),
        ("Claude Mythos", "product", "claude mythos, Claude mythos, CLAUDE MYTHOS", ["CLAUDE MYTHOS"]),
        ("Mythos: case:exact", "product", "The mythos of MYTHOS and Mythos", ["Mythos"]),
        ("Prime Minister: case:any", "role", "the prime minister", ["prime minister"]),
        # blanks, hyphens, apostrophes, accents
        ("AI agent", "term", "AI-agent, AI\u00a0agents, AI  agent, AI\nagent, AIagent", ["AI-agent", "AI\u00a0agents", "AI  agent", "AI\nagent"]),
        ("on-site inspection", "term", "on site inspections, on‑site inspection, onsite inspection", ["on site inspections", "on‑site inspection"]),
        ("cyberattack", "term", "a cyber attack, a cyber-attack", []),
        ("Governors' Meeting", "event", "the Governors’ Meeting", ["Governors’ Meeting"]),
        ("Queen Máxima", "person", "Queen Ma\u0301xima and Queen Maxima", ["Queen Ma\u0301xima"]),
        # edges
        ("U.S.", "place", "the U.S. and U.S.-led, U.S.'s", ["U.S.", "U.S.", "U.S.'s"]),
        ("GPT-5.5", "product", "GPT-5.5 and GPT-5.55", ["GPT-5.5"]),
        ("AI", "term", "AI-powered non-AI _AI AI_ 5AI AI5 é AIé", ["AI", "AI"]),
        ("Otaru", "place", "Otaruan", []),
    ],
)  # fmt: skip
def test_places_in_english(term, text, category, candidate, places):
    """Number, possessive, capitals by the glossary's rule, blanks and hyphens may differ; a part of a word never counts."""
    assert found(term(text, category), candidate) == places


@pytest.mark.parametrize(
    ("text", "category", "candidate", "places"),
    [
        ("脆弱性", "term", "この脆弱性診断と脆弱性は", ["脆弱性", "脆弱性"]),
        ("メタ", "organization", "メタル、ベータメタ、メタは", ["メタ"]),
        ("クロード・ミュトス", "product", "ｸﾛｰﾄﾞ･ﾐｭﾄｽとクロードミュトス", ["ｸﾛｰﾄﾞ･ﾐｭﾄｽ"]),
        ("AI", "term", "ＡＩをAI企業は生成AIでAIDS", ["ＡＩ", "AI", "AI"]),
        ("G7財務相", "event", "Ｇ７財務相", ["Ｇ７財務相"]),
        ("金融庁", "organization", "金融庁's", ["金融庁"]),
        ("ガス", "term", "カ\u3099スとｶﾞｽ", ["カ\u3099ス", "ｶﾞｽ"]),
    ],
)
def test_places_in_japanese(term, text, category, candidate, places):
    """Width and encoding may differ; Latin next to Japanese is an edge, katakana next to katakana none."""
    assert found(term(text, category, to="ja"), candidate) == places


def test_parts_are_the_terms_without_the_possessive(term):
    """The place has the possessive, the part is the term in its number."""
    (place,) = find_places(term("agency"), "the agencies' work")
    assert (place.span, place.parts) == (Span(4, 12), (Span(4, 12),))
    (place,) = find_places(term("agency"), "the agency's work")
    assert (place.span, place.parts) == (Span(4, 12), (Span(4, 10),))


def test_the_longest_form_is_found():
    """Of forms that begin alike the longer one is taken."""
    mythos = requirement("Claude", "Claude Mythos Preview", "Claude Mythos", kind=Kind.NAME)
    assert found(mythos, "Claude Mythos Preview, Claude Mythos, Claude") == [
        "Claude Mythos Preview",
        "Claude Mythos",
        "Claude",
    ]


@pytest.mark.parametrize(
    ("text", "candidate", "places"),
    [
        ("https://x.jp/a?b=1", "See https://x.jp/a?b=1.", ["https://x.jp/a?b=1"]),
        ("a_b", "A_B a_b xa_b a_bs", ["a_b"]),
        ("C++", "c++ C++", ["C++"]),
        ("#tag 1", "#tag-1 #tag 1", ["#tag 1"]),
    ],
)
def test_verbatim_stands_as_it_is(text, candidate, places):
    """What is kept may differ in nothing."""
    assert found(requirement(text, kind=Kind.VERBATIM), candidate) == places


@pytest.mark.parametrize(
    ("text", "candidate", "places"),
    [
        ("150", "150, 1,150, 150,000, 1500, 150.5, 3.150, ¥150, 150km, G150, 150%", ["150"] * 4),
        ("150", "150 million, 150万, 150-billion, 150 firms.", ["150"]),
        ("1.5", "1.5, 1.55, 11.5", ["1.5"]),
        ("twice", "Twice", ["Twice"]),
        ("150社", "１５０社", ["１５０社"]),
    ],
)
def test_numbers_are_whole_numbers(text, candidate, places):
    """150 is no part of another number, nor of 150 million; a unit may touch it."""
    assert found(requirement(text, kind=Kind.NUMBER), candidate) == places


# --- who sits where ----------------------------------------------------------------------------------------------------


def placed(requirements, text):
    return [place and place.span.of(text) for place in place_all(requirements, text)]


def test_as_many_places_as_requirements():
    """Two mentions of a concept need two places, in text order; a third one has none."""
    ai = requirement("AI", kind=Kind.NAME)
    assert place_all([ai, ai], "AI and more AI")[0].span == Span(0, 2)
    assert placed([ai, ai], "AI and more AI") == ["AI", "AI"]
    assert placed([ai, ai, ai], "AI and more AI") == ["AI", "AI", None]


def test_the_longer_term_has_its_place_first():
    """The AI of "AI agent" serves AI only where no AI agent is asked for, or another one is there."""
    ai, agent = requirement("AI", kind=Kind.NAME), requirement("AI agent")
    assert placed([ai, agent], "an AI agent and AI") == ["AI", "AI agent"]
    assert place_all([ai, agent], "an AI agent and AI")[0].span.start == 16
    assert placed([ai, agent], "an AI agent") == [None, "AI agent"]
    assert placed([ai], "an AI agent") == ["AI"]
    assert placed([ai, agent], "an AI agent, an AI agent") == ["AI", "AI agent"]


def test_a_place_is_given_up_for_one_that_has_no_other():
    """Admitted forms may be another concept's term: whoever can move, moves."""
    either, only = requirement("central bank of Osaka", "Bank"), requirement("Bank")
    assert placed([either, only], "the Bank and the central bank of Osaka") == ["central bank of Osaka", "Bank"]
    first, second = requirement("alpha beta", "gamma"), requirement("beta alpha")
    assert placed([first, second], "beta alpha beta gamma") == ["gamma", "beta alpha"]


WORDS = st.sampled_from(["a", "b", "c", "a b", "b c", "a b c"])
ASKED = st.lists(st.lists(WORDS, min_size=1, max_size=2, unique=True), min_size=1, max_size=4)
TEXTS = st.lists(st.sampled_from("abcx"), max_size=7).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(ASKED, TEXTS)
def test_places_are_disjoint_and_none_is_left_over(asked, text):
    """No two share a character, each satisfies its requirement, and who has none could have none of the rest."""
    requirements = [requirement(*texts, kind=Kind.NAME) for texts in asked]
    places = place_all(requirements, text)
    spans = [place.span for place in places if place]
    assert all(not a.overlaps(b) for number, a in enumerate(spans) for b in spans[:number])
    for one, place in zip(requirements, places, strict=True):
        possible = find_places(one, text)
        assert place in possible if place else all(any(p.span.overlaps(span) for span in spans) for p in possible)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(st.sampled_from("abc"), min_size=1, unique=True), min_size=1, max_size=5), TEXTS)
def test_as_many_are_placed_as_can_be(asked, text):
    """Where no term is a part of another, no choice of places serves more requirements."""
    requirements = [requirement(*texts, kind=Kind.NAME) for texts in asked]
    assert sum(place is not None for place in place_all(requirements, text)) == most(requirements, text)


def most(requirements, text):
    """How many requirements can have a place, by trying everything."""
    options = [(None, *(place.span for place in find_places(one, text))) for one in requirements]
    best = 0
    for choice in product(*options):
        spans = [span for span in choice if span]
        if all(not a.overlaps(b) for number, a in enumerate(spans) for b in spans[:number]):
            best = max(best, len(spans))
    return best


@pytest.mark.parametrize("asked", [1, 700, 1500])
def test_many_of_one_term(asked):
    """A text of nothing but one term is no trouble, whether it has too few or too many."""
    ai, pair = requirement("AI", kind=Kind.NAME), requirement("AI AI", kind=Kind.NAME)
    places = place_all([*[ai] * asked, pair], "AI " * 1000)
    assert sum(place is not None for place in places) == min(asked, 998) + 1


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30), st.text(min_size=1, max_size=6), st.sampled_from(Kind), st.sampled_from(["en", "ja"]))
def test_any_text_and_any_form(text, form, kind, language):
    """Whatever is asked for is found where it stands alone, and no text breaks the search."""
    one = requirement(form, kind=kind, language=language)
    find_places(one, text)
    whole = f"「{form}」"
    if unicodedata.is_normalized("NFC", form) and form == form.strip():
        assert form in [place.span.of(whole) for place in find_places(one, whole)] or set(form) & set("「」")


@pytest.mark.parametrize(
    "bad", [("", ()), ("AI", (Span(0, 3),)), ("AI", (Span(1, 1),)), ("AI", (Span(0, 2),), ("any", "any"))]
)
def test_a_form_that_cannot_be_right_is_none(bad):
    """A form has characters and parts that lie in them; a requirement has a part for every mention."""
    with pytest.raises(ValueError, match="form"):
        Form(*bad)
    with pytest.raises(ValueError, match="forms"):
        Requirement(span=Span(0, 2), mentions=(), kind=Kind.NAME, forms=(Form("AI", (Span(0, 2),)),), language="en")
