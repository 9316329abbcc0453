"""Near duplicates of a new entry."""

import pytest

from jaen.glossary import Glossary
from jaen.glossary.similar import similar
from jaen.model import Concept, Term


def concept(concept_id: str, *terms: Term) -> Concept:
    """A concept with these terms."""
    return Concept(id=concept_id, category="term", terms=terms)


def ja(text: str, reading: str | None = None) -> Term:
    return Term(text=text, language="ja", reading=reading)


def en(text: str) -> Term:
    return Term(text=text, language="en")


GLOSSARY = Glossary(
    "tiny",
    (
        concept("fishery-agency", ja("水産庁", "すいさんちょう"), en("Fisheries Agency")),
        concept("marine-bureau", ja("海洋資源管理局"), en("Bureau of Marine Resources")),
        concept("ohno-yuji", ja("大野裕二", "おおのゆうじ"), en("Yuji Ohno")),
        concept("satellite", ja("サテライト"), en("satellite")),
    ),
)


@pytest.mark.parametrize(
    ("new", "found", "reason"),
    [
        (ja("水産庁"), "fishery-agency", "same"),
        (ja("ｻﾃﾗｲﾄ"), "satellite", "same"),  # width
        (en("FISHERIES agency"), "fishery-agency", "same"),  # case
        (en("satellites"), "satellite", "found"),  # the matcher takes a plural for it
        (ja("サテライトー"), "satellite", "found"),  # and a long vowel more
        (ja("すいさんちょう"), "fishery-agency", "kana"),
        (ja("推算長", "すいさんちょう"), "fishery-agency", "kana"),
        (ja("小野裕次", "おのゆうじ"), "ohno-yuji", "romaji"),
        (ja("かいようしげんかんりきょく"), "marine-bureau", "guess"),  # the dictionary reads the entry like that
        (ja("海洋資源監理局"), "marine-bureau", "spelling"),
        (ja("海洋資源管理省"), "marine-bureau", "spelling"),
        (en("Bureau of Marine Resource"), "marine-bureau", "spelling"),
    ],
)
def test_near(new, found, reason):
    """A new term that is spelled, read or found like one of an entry's is near it, and the reason says how."""
    near = similar(GLOSSARY, [new])
    assert [(one.concept.id, one.reason) for one in near] == [(found, reason)]
    assert near[0].new is new


@pytest.mark.parametrize(
    ("new", "found"),
    [
        (ja("ベルモンド"), ["belmondo"]),
        (en("Belmondo"), ["belmondo"]),
        (ja("大野"), ["ohno"]),  # the family name stands first
        (ja("ベルモ"), []),
        (en("Bel"), []),
        (ja("裕二"), []),
        (ja("水"), []),  # no person's name
    ],
)
def test_a_part_of_a_persons_name(new, found):
    """A family name is near the person's whole name, with which it is found anyway; other parts of terms are not."""
    people = (
        Concept(id="belmondo", category="person", terms=(ja("ジャン＝ポール・ベルモンド"), en("Jean-Paul Belmondo"))),
        Concept(id="fishery-agency", category="organization", terms=(ja("水産庁"),)),
        Concept(id="ohno", category="person", terms=(ja("大野裕二"), en("Yuji Ohno"))),
    )
    near = similar(Glossary("people", people), [new])
    assert [(one.concept.id, one.reason) for one in near] == [(one, "part") for one in found]


@pytest.mark.parametrize(
    "new",
    [
        ja("水道局"),
        ja("衛星"),
        en("Bureau of Labor Statistics"),
        en("suisancho"),  # Latin letters in English are no reading
        ja("大野"),  # a part of an entry's term
        ja("水産庁長官"),  # an entry's term is a part of it
        ja("・"),
    ],
)
def test_not_near(new):
    """Words that only share a part, or the letters of a reading in another language, are not near."""
    assert similar(GLOSSARY, [new]) == ()


def test_one_line_for_each_entry_best_first():
    """Of two terms that are near the same entry the nearer one counts."""
    near = similar(GLOSSARY, [en("Bureau of Marine Resource"), ja("海洋資源管理局"), ja("サテライト")])
    assert [(one.concept.id, one.score, one.reason) for one in near] == [
        ("marine-bureau", 100, "same"),
        ("satellite", 100, "same"),
    ]
