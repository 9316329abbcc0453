"""Mentions that are one requirement: a term with its abbreviation in brackets, a person with an office."""

import pytest

from jaen.model import Span
from jaen.translation.requirements import place_all


def texts(requirement):
    return [form.text for form in requirement.forms]


@pytest.fixture(scope="module")
def desk(make):
    """Concepts of a cyber desk; persons are made up."""
    return (
        make("agency", "organization", ja="海洋測量庁", en="Ocean Survey Agency; OSA: admitted abbreviation"),
        make("ai", "term", ja="人工知能; AI: admitted abbreviation", en="artificial intelligence; AI: admitted abbreviation"),
        make("giants", "term", ja="巨大企業; ビッグカンパニー: admitted", en="Big Business; giant companies: admitted"),
        make("ito", "person", ja="伊東花子", en="Hanako Ito"),
        make("mori", "person", ja="森一平太", en="Ippeita Mori"),
        make("premier", "role", ja="首相; 内閣総理大臣: admitted", en="Prime Minister: case:any"),
        make("surveyor", "role", ja="内閣海洋測量官", en="National Survey Director"),
        make("minister", "role", ja="海洋相", en="Minister for the Ocean; ocean minister: admitted"),
        make("spokesman", "role", ja="報道官", en="spokesman"),
    )  # fmt: skip


def one(asked, desk, text, to="en"):
    (requirement,) = asked(text, *desk, to=to)
    assert len(requirement.mentions) == 2
    for form in requirement.forms:
        for mention, part, case in zip(requirement.mentions, form.parts, form.cases, strict=True):
            assert part.of(form.text) in {term.text for term in mention.concept.terms}
            assert case in ("exact", "name", "any")
    return requirement


# --- brackets ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["海洋測量庁（OSA）が調べた。", "海洋測量庁(OSA)が調べた。", "海洋測量庁（「OSA」）が調べた。"]
)
def test_an_abbreviation_in_brackets_stays_with_its_term(asked, desk, text):
    """国家サイバー統括室(NCO) is one requirement, brackets included; each mention has its part."""
    requirement = one(asked, desk, text)
    assert requirement.write == "Ocean Survey Agency (OSA)"
    assert requirement.forms[0].parts == (Span(0, 19), Span(21, 24))
    assert requirement.span.of(text) == text.removesuffix("が調べた。")
    assert "OSA (Ocean Survey Agency)" in texts(requirement)
    assert "Ocean Survey Agency" not in texts(requirement)


def test_the_order_of_the_source_is_written(asked, desk):
    """AI（人工知能） is AI (artificial intelligence), and its first part is AI."""
    requirement = one(asked, desk, "AI（人工知能）を学ぶ。")
    assert requirement.write == "AI (artificial intelligence)"
    assert requirement.forms[0].parts == (Span(0, 2), Span(4, 27))
    assert one(asked, desk, "人工知能（AI）を学ぶ。").write == "artificial intelligence (AI)"


def test_two_names_for_one_thing_are_said_once(asked, desk):
    """Without a short form in the target language, the term stands once and serves both mentions."""
    requirement = one(asked, desk, "巨大企業（ビッグカンパニー）を調べる。")
    assert texts(requirement) == ["Big Business", "giant companies"]
    assert requirement.forms[0].parts == (Span(0, 12), Span(0, 12))


def test_brackets_in_japanese_are_full_width(asked, desk):
    """Into Japanese: （ ）, and without an abbreviation in Japanese the term alone."""
    assert one(asked, desk, "They study artificial intelligence (AI) there.", to="ja").write == "人工知能（AI）"
    assert one(asked, desk, "The Ocean Survey Agency (OSA) met.", to="ja").write == "海洋測量庁"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("海洋測量庁（東京）とOSAだ。", "the bracket says something else"),
        ("海洋測量庁（AI）だ。", "the bracket names another concept"),
        ("海洋測量庁（OSAなど）だ。", "the bracket says more than the term"),
        ("海洋測量庁とOSAだ。", "there is no bracket"),
        ("海洋測量庁（OSAだ。", "the bracket is not closed"),
    ],
)
def test_other_brackets_make_no_unit(asked, desk, text, rule):
    """Each mention is a requirement of its own."""
    assert all(len(requirement.mentions) == 1 for requirement in asked(text, *desk)), rule


# --- persons and offices -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "write", "also"),
    [
        ("伊東花子首相は話した。", "Prime Minister Hanako Ito", "Hanako Ito, the Prime Minister"),
        ("伊東花子・内閣海洋測量官に聞いた。", "Hanako Ito, National Survey Director", "National Survey Director Hanako Ito"),
        ("伊東花子（いとう・はなこ）内閣海洋測量官に聞いた。", "National Survey Director Hanako Ito", "Hanako Ito, National Survey Director"),
        ("首相の伊東花子氏が来た。", "Prime Minister Hanako Ito", "Hanako Ito, Japan's Prime Minister"),
        ("伊東花子海洋相は話した。", "Hanako Ito, Minister for the Ocean", "ocean minister Hanako Ito"),
        ("伊東花子報道官は話した。", "Hanako Ito, spokesman", "spokesman Hanako Ito"),
    ],
)  # fmt: skip
def test_a_person_with_an_office(asked, desk, text, write, also):
    """Name and office are one requirement: short offices with capitals go before the name, others and those after ・ behind."""
    requirement = one(asked, desk, text)
    assert requirement.write == write
    assert also in texts(requirement)
    assert requirement.kind == "name"
    names = [mention.concept.preferred("en").text for mention in requirement.mentions]
    assert [part.of(write) for part in requirement.forms[0].parts] == names


@pytest.mark.parametrize(
    ("text", "write"),
    [
        ("Prime Minister Hanako Ito spoke.", "伊東花子首相"),
        ("Hanako Ito, the prime minister, spoke.", "伊東花子首相"),
        ("Hanako Ito, National Survey Director, spoke.", "伊東花子・内閣海洋測量官"),
        ("Hanako Ito, Japan's Prime Minister, spoke.", "伊東花子首相"),
    ],
)
def test_a_person_with_an_office_in_japanese(asked, desk, text, write):
    """In Japanese a short office follows the name at once, a long one behind ・."""
    assert one(asked, desk, text, to="ja").write == write


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("首相の伊東花子海洋相が来た。", ["Prime Minister", "Hanako Ito, Minister for the Ocean"]),
        ("伊東花子首相・森一平太海洋相が来た。", ["Prime Minister Hanako Ito", "Ippeita Mori, Minister for the Ocean"]),
        ("伊東花子と首相が来た。", ["Hanako Ito", "Prime Minister"]),
        ("伊東花子、首相、森一平太が来た。", ["Hanako Ito", "Prime Minister", "Ippeita Mori"]),
    ],
)
def test_who_holds_which_office(asked, desk, text, wanted):
    """An office goes with the nearer of two persons; with a particle or a comma between them they are apart."""
    assert [requirement.write for requirement in asked(text, *desk)] == wanted


def test_in_english_a_comma_may_part_persons(asked, desk):
    """In a list of persons the office belongs to the name right behind it."""
    requirements = asked("Ippeita Mori, Prime Minister Hanako Ito and others met.", *desk, to="ja")
    assert [requirement.write for requirement in requirements] == ["森一平太", "伊東花子首相"]


def test_a_family_name_asks_for_the_office_only(asked, desk):
    """伊東首相 names the office; that the dictionary calls 伊東 a name proves no person. After the full name it does."""
    assert [requirement.write for requirement in asked("伊東首相は話した。", *desk)] == ["Prime Minister"]
    known = asked("伊東花子首相が来た。伊東首相は話した。", *desk)
    assert [requirement.write for requirement in known] == ["Prime Minister Hanako Ito"] * 2


def test_forms_are_bounded(asked, make):
    """However many terms the two have, a requirement has a bounded number of forms, the preferred ones first."""
    many = ";".join(f"Ann{'a' * number} Bell: admitted" for number in range(30))
    person = make("bell", "person", ja="鐘ヶ江鈴子", en=f"Ann Bell; {many}")
    office = make(
        "premier", "role", ja="首相", en="Prime Minister; " + ";".join(f"Head {n}: admitted" for n in range(30))
    )
    (requirement,) = asked("鐘ヶ江鈴子首相は話した。", person, office)
    assert requirement.write == "Prime Minister Ann Bell"
    assert len(requirement.forms) <= 24


@pytest.mark.parametrize(
    ("candidate", "is_there"),
    [
        ("On Monday Hanako Ito, Japan’s National Survey Director, spoke.", True),
        ("Japan's National Survey Director Hanako Ito spoke.", True),
        ("Hanako Ito met the National Survey Director.", False),
        ("Ms. Ito, the National Survey Director, spoke.", False),
    ],
)
def test_places_of_a_person_with_an_office(asked, desk, candidate, is_there):
    """Name and office count together or not at all."""
    requirement = one(asked, desk, "伊東花子・内閣海洋測量官に聞いた。")
    (place,) = place_all([requirement], candidate)
    assert (place is not None) is is_there
    if place:
        assert [part.of(candidate) for part in place.parts] == ["Hanako Ito", "National Survey Director"]
