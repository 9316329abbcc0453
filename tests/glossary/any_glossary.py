"""Glossaries with anything that an entry can say, for properties that hold whatever is in them."""

from datetime import date

from hypothesis import strategies as st

from jaen.model import Concept, Example, Link, MatchRule, Review, Status, Term, TermUse, Validity

__all__ = ["glossaries"]

IDS = st.from_regex("[a-z0-9-]{1,12}", fullmatch=True)
DAYS = st.dates(date(1990, 1, 1), date(2040, 1, 1))
READINGS = st.text("ひらがなカナー・", min_size=1, max_size=8)
RULES = st.builds(
    MatchRule, st.sampled_from(["free", "compound", "any"]), st.sampled_from([None, "exact", "name", "any"])
)


def glossaries(texts, english, japanese):
    """One to three concepts.

    Args:
        texts: strategy of notes, definitions, sources and examples.
        english: strategy of English terms.
        japanese: strategy of Japanese terms.
    """
    concepts = _concepts(texts, {"en": english, "ja": japanese})
    return st.lists(concepts, min_size=1, max_size=3, unique_by=lambda concept: concept.id).map(tuple)


@st.composite
def _validities(draw):
    start, end = sorted(draw(st.tuples(DAYS, DAYS)))
    return Validity(draw(st.sampled_from([None, start])), draw(st.sampled_from([None, end])))


@st.composite
def _terms(draw, texts, names):
    language = draw(st.sampled_from(["ja", "en"]))
    return Term(
        text=draw(names[language]),
        language=language,
        status=draw(st.sampled_from(list(Status))),
        type=draw(st.sampled_from(["full", "abbreviation", "short", "variant"])),
        reading=draw(st.none() | READINGS) if language == "ja" else None,
        use=draw(st.sampled_from(list(TermUse))),
        pos=draw(st.sampled_from(["noun", "verb", "adj"])),
        valid=draw(_validities()),
        match=draw(st.none() | RULES),
        note=draw(st.just("") | texts),
    )


@st.composite
def _examples(draw, texts):
    text = draw(texts)
    ends = draw(st.lists(st.integers(1, len(text)), max_size=2))
    return Example(text, draw(st.sampled_from(["ja", "en"])), tuple(text[end - 1 : end] for end in ends))


@st.composite
def _concepts(draw, texts, names):
    languages = draw(st.sampled_from(["", "ja", "en", "ja en", "en ja"])).split()
    links = st.builds(Link, st.sampled_from(["holder", "related"]), IDS, _validities())
    terms = st.lists(_terms(texts, names), min_size=1, max_size=4, unique_by=lambda term: (term.language, term.text))
    states = st.sampled_from(["draft", "approved", "proposed"])
    return Concept(
        id=draw(IDS),
        category=draw(st.sampled_from(["person", "role", "term"])),
        terms=tuple(draw(terms)),
        domain=tuple(draw(st.lists(texts, max_size=2))),
        definition=tuple((language, draw(texts)) for language in languages),
        valid=draw(_validities()),
        links=tuple(draw(st.lists(links, max_size=2))),
        match=draw(RULES),
        keep=draw(st.booleans()),
        examples=tuple(draw(st.lists(_examples(texts), max_size=2))),
        sources=tuple(draw(st.lists(texts, max_size=2))),
        review=draw(st.builds(Review, states, st.just("") | texts, st.none() | DAYS, st.none() | DAYS)),
        note=draw(st.just("") | texts),
        former_ids=tuple(draw(st.lists(IDS, max_size=2))),
    )
