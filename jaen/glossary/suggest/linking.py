"""All links between the candidates of a batch: from brackets, sounds, readings, offices, loan words and company."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from jaen.glossary.suggest.aligned import pairs_in
from jaen.glossary.suggest.bitext import translated_sentences
from jaen.glossary.suggest.candidates import Candidate, Candidates, Key, key_of
from jaen.glossary.suggest.clusters import Link, Node
from jaen.glossary.suggest.definitions import Definition, definitions, readings
from jaen.glossary.suggest.holders import find_offices
from jaen.glossary.suggest.loanwords import LoanWord, loan_words
from jaen.glossary.suggest.sentences import Place
from jaen.glossary.suggest.sounds import SoundPair, kanji_names, sounding_alike
from jaen.glossary.suggest.stories import find_stories
from jaen.glossary.suggest.together import standing_together
from jaen.terms.names.lists import NATIONS

__all__ = ["Found", "find_links"]

_OFFICE = 0.7
_NAME_OF_LOAN, _COMPOUND_OF_LOANS, _COMMON_LOAN = 0.9, 0.75, 0.3
_ALIGNED_NAME, _ALIGNED = 0.8, 0.5  # a name is worth an entry more often than a phrase in lower case
_NO_KNOWN_WORD = 0.75
_OFTEN = 3  # times in each language from which a common loan word is worth a word


class Found:
    """Links, and what else the articles say about terms.

    Attributes:
        links: between two terms.
        explained: term → explanations of it with their places.
        read: Japanese term → its kana.
        people, offices: terms that name a person or an office.
    """

    def __init__(self) -> None:
        self.links: list[Link] = []
        self.explained: dict[Key, list[tuple[str, Place]]] = defaultdict(list)
        self.read: dict[Key, str] = {}
        self.people: set[Key] = set()
        self.offices: set[Key] = set()


def find_links(candidates: Candidates) -> Found:
    """Everything that links two candidates."""
    found = Found()
    read = readings(candidates.sentences)
    found.read = {key_of("ja", text): kana for text, kana in read.items()}
    _add_definitions(found, definitions(candidates.sentences))
    katakana = list(candidates.katakana.values())
    # Cyber, which stands only inside longer names, is no name of its own.
    latin = [one for key, one in candidates.latin.items() if key in candidates.terms or " " in one.text]
    sure = list(sounding_alike(katakana, latin, {}))
    stories = find_stories(candidates, [(pair.japanese, pair.english) for pair in sure])
    for pair in sounding_alike(katakana, latin, stories):
        found.links.append(_sound_link(pair))
    _add_people(found, candidates, read, stories)
    for loan in loan_words(_borrowed(candidates), candidates.sentences):
        link = _loan_link(loan, candidates.terms)
        if link:
            found.links.append(link)
    found.links += _together_links(candidates, stories)
    found.links += _aligned_links(candidates, stories)
    return found


def _add_definitions(found: Found, defined: Iterable[Definition]) -> None:
    pairs: dict[tuple[Node, Node], list[Definition]] = defaultdict(list)
    for one in defined:
        first = _node(*one.first)
        if one.explains:
            found.explained[first.key].append((one.second[1], one.place))
        else:
            pairs[first, _node(*one.second)].append(one)
    for (first, second), definitions_of in pairs.items():
        detail = f"{first.text}({second.text})"
        places = tuple(one.place for one in definitions_of)
        found.links.append(Link(first, second, "bracket", max(one.strength for one in definitions_of), detail, places))


def _node(language: str, text: str, type: str = "full") -> Node:  # noqa: A002 - the field's name
    return Node(key_of(language, text), text, type)


def _sound_link(pair: SoundPair) -> Link:
    places = (pair.japanese.places[0], pair.english.places[0])
    first, second = _node("ja", pair.japanese.text), _node("en", pair.english.text)
    return Link(first, second, pair.kind, pair.strength, pair.detail, _telling(pair.japanese, pair.english) or places)


def _telling(first: Candidate, second: Candidate) -> tuple[Place, ...]:
    """A place of each, not weak where there is one, in the same article where there is one."""
    common = first.articles & second.articles
    chosen = []
    for candidate in (first, second):
        ranked = sorted(
            candidate.places, key=lambda place: (place.sentence.is_weak, place.sentence.article not in common)
        )
        chosen.append(ranked[0])
    return tuple(chosen)


def _add_people(found: Found, candidates: Candidates, read: Mapping[str, str], stories: Mapping[int, int]) -> None:
    """Names of people by their readings, then the offices of those who are one person in both languages."""
    japanese = [
        one for one in candidates.terms.values() if one.is_person and one.key[0] == "ja" and len(one.tokens) == 2
    ]
    pairs = list(kanji_names(japanese, candidates.latin.values(), read, stories))
    found.links += [_sound_link(pair) for pair in pairs]
    found.people |= {one.key for pair in pairs for one in (pair.japanese, pair.english)}
    found.people |= {one.key for one in candidates.terms.values() if one.is_person}
    people = {key: one for key, one in (*candidates.terms.items(), *candidates.latin.items()) if len(one.text) > 2}
    offices = find_offices(candidates.sentences, people)
    for pair in pairs:
        here, there = offices.commonest(pair.japanese.key), offices.commonest(pair.english.key)
        if here and there:
            first, second = _node("ja", here.office), _node("en", there.office)
            detail = f"{pair.japanese.text} / {pair.english.text}"
            found.links.append(
                Link(first, second, "holder", _OFFICE * pair.strength, detail, (here.place, there.place))
            )
    for holders in offices.by_person.values():
        found.people |= {holder.person for holder in holders}
        found.offices |= {key_of(holder.person[0], holder.office) for holder in holders}


def _borrowed(candidates: Candidates) -> Iterator[Candidate]:
    """Compounds, and runs of katakana inside compounds (ミュトス of ミュトス登場)."""
    yield from (one for one in candidates.terms.values() if one.key[0] == "ja")
    yield from (one for key, one in candidates.katakana.items() if key not in candidates.terms)


def _loan_link(loan: LoanWord, terms: Mapping[Key, Candidate]) -> Link | None:
    """None for a common word that is not even frequent (サーバー = server was there once), and for a part of a name."""
    first, second = _node("ja", loan.japanese.text), _node("en", loan.english)
    is_name = all(word[:1].isupper() for word in loan.english.split()) and second.key in terms
    if loan.english in NATIONS or (
        loan.english[:1].isupper() and not loan.english.isupper() and not is_name and " " not in loan.english
    ):
        return None
    is_compound = loan.japanese.words > 1
    strength = _NAME_OF_LOAN if is_name else _COMPOUND_OF_LOANS if is_compound else _COMMON_LOAN
    if strength == _COMMON_LOAN and min(len(loan.places), len(loan.japanese.places)) < _OFTEN:
        return None
    detail = f"the dictionary has {first.text} from English {second.text}"
    return Link(first, second, "loan-word", strength, detail, (loan.japanese.places[0], loan.places[0]))


def _is_common_word(candidate: Candidate) -> bool:
    """A noun like 工事 or 調査, which stands near many names and is the translation of none."""
    (first, *others) = candidate.tokens
    return not others and not first.is_unknown and not first.xpos.startswith("名詞-固有名詞")


def _together_links(candidates: Candidates, stories: Mapping[int, int]) -> Iterator[Link]:
    japanese = [one for one in candidates.terms.values() if one.key[0] == "ja" and not _is_common_word(one)]
    english = [one for one in candidates.terms.values() if one.key[0] == "en"]
    for pair in standing_together(japanese, english, stories):
        detail = f"in {pair.count} stories together, Dice {pair.dice:.2f}"
        first, second = _node("ja", pair.japanese.text), _node("en", pair.english.text)
        yield Link(first, second, "together", pair.dice * 0.8, detail, _telling(pair.japanese, pair.english))


def _aligned_links(candidates: Candidates, stories: Mapping[int, int]) -> Iterator[Link]:
    """From sentences that translate each other; where no dictionary knows a word of them, that counts less."""
    terms = [one for one in candidates.terms.values() if one.key[0] == "en" or not _is_common_word(one)]
    sentences = list(translated_sentences(candidates.sentences, stories))
    for pair in pairs_in(sentences, terms):
        detail = f"in {pair.count} pairs of sentences that translate each other, Dice {pair.dice:.2f}"
        first, second = _node("ja", pair.japanese.text), Node(pair.key, pair.english)
        strength = pair.dice * (_ALIGNED if pair.english.islower() else _ALIGNED_NAME)
        if not pair.known:
            strength *= _NO_KNOWN_WORD
        yield Link(first, second, "aligned", strength, detail, pair.places)
