"""All candidates of a batch of articles, each with the places where it stands."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from jaen.glossary.suggest.sentences import Place, Sentence
from jaen.model import Span, Token
from jaen.terms.folding import fold
from jaen.terms.names.english import CapitalizedName, capitalized_names
from jaen.terms.names.japanese import Compound, compounds
from jaen.terms.names.lists import NATIONS, STOP_WORDS
from jaen.words.scripts import KATAKANA

__all__ = ["Candidate", "Candidates", "Key", "collect", "key_of"]

Key = tuple[str, str]  # language, folded text

_KATAKANA_RUN = re.compile(f"[{KATAKANA}]{{2,}}(?:[・＝=゠][{KATAKANA}]+)*|[{KATAKANA}]+(?:[・＝=゠][{KATAKANA}]+)+")
_LONGEST = 100  # characters of a term; what is longer is a line of names, or noise
_SQUEEZED = re.compile(r"[\s'’.,&-]+")
_SMALL_WORD = re.compile(r"(?<![\w'’-])[a-z]{2,}")


def key_of(language: str, text: str) -> Key:
    """What spellings of one term share: width, case, ・, hyphens, spaces and a final long vowel do not count.

    >>> key_of("ja", "クロード・ミュトス") == key_of("ja", "ｸﾛｰﾄﾞミュトス"), key_of("en", "U.S. Treasury")
    (True, ('en', 'ustreasury'))
    """
    return language, _SQUEEZED.sub("", fold(text).text)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible term.

    Attributes:
        text: its commonest spelling.
        places: where it stands, in order.
        tokens: its Japanese words; () for English.
        is_person, is_role: what the text says about it.
    """

    key: Key
    text: str
    places: tuple[Place, ...]
    tokens: tuple[Token, ...] = ()
    is_person: bool = False
    is_role: bool = False

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.tokens) if self.tokens else len(self.text.split())

    @property
    def articles(self) -> frozenset[int]:
        """Numbers of the articles it stands in."""
        return frozenset(place.sentence.article for place in self.places)

    @property
    def is_weak(self) -> bool:
        """True when only machines' summaries have it."""
        return all(place.sentence.is_weak for place in self.places)


@dataclass(frozen=True, slots=True)
class Candidates:
    """What was found in the sentences.

    Attributes:
        terms: noun compounds and capitalised names, which may be proposed on their own.
        katakana: runs of katakana, also inside longer compounds.
        latin: words and runs of words inside capitalised names.
        sentences: all of them, in order.
    """

    terms: Mapping[Key, Candidate]
    katakana: Mapping[Key, Candidate]
    latin: Mapping[Key, Candidate]
    sentences: Sequence[Sentence]


@dataclass(slots=True)
class _Collected:
    """Occurrences of one candidate while the sentences are read."""

    texts: dict[str, int] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)
    tokens: tuple[Token, ...] = ()
    is_person: bool = False
    is_role: bool = False

    def add(self, text: str, place: Place) -> None:
        self.texts[text] = self.texts.get(text, 0) + 1
        self.places.append(place)


_Table = dict[Key, _Collected]


def collect(sentences: Iterable[Sentence]) -> Candidates:
    """Find the candidates of all sentences."""
    terms, katakana, latin = (defaultdict[Key, _Collected](_Collected) for _ in range(3))
    opening: list[tuple[CapitalizedName, Sentence]] = []
    small: set[str] = set()
    kept = list(sentences)
    for sentence in kept:
        segment = sentence.segment
        if any(run.language == "ja" for run in segment.runs) or segment.language == "ja":
            for compound in compounds(segment):
                _add_compound(terms, sentence, compound)
            _add_katakana(katakana, sentence)
        if segment.language != "ja":
            small.update(_SMALL_WORD.findall(segment.text))
            for name in capitalized_names(segment):
                if name.opens:
                    opening.append((name, sentence))
                else:
                    _add_name(terms, latin, name, sentence)
    for name, sentence in opening:
        settled = _settled(name, terms, small)
        if settled:
            _add_name(terms, latin, settled, sentence)
    return Candidates(_frozen(terms), _frozen(katakana), _frozen(latin), kept)


def _add_compound(table: _Table, sentence: Sentence, compound: Compound) -> None:
    if len(compound.text) > _LONGEST:
        return
    if compound.text.isascii():  # NCO in a Japanese sentence
        if compound.text.isupper() and len(compound.text) > 1:
            table[key_of("en", compound.text)].add(compound.text, Place(sentence, compound.span))
        return
    entry = table[key_of("ja", compound.text)]
    entry.add(compound.text, Place(sentence, compound.span))
    entry.tokens = entry.tokens or compound.tokens
    entry.is_person = entry.is_person or compound.name == len(compound.tokens)


def _add_katakana(table: _Table, sentence: Sentence) -> None:
    start = sentence.segment.span.start
    for run in _KATAKANA_RUN.finditer(sentence.segment.text):
        if len(run.group()) > _LONGEST:
            continue
        span = Span(*run.span()).shift(start)
        entry = table[key_of("ja", run.group())]
        entry.add(run.group(), Place(sentence, span))
        entry.tokens = entry.tokens or tuple(token for token in sentence.segment.tokens if span.covers(token.span))


def _add_name(terms: _Table, latin: _Table, name: CapitalizedName, sentence: Sentence) -> None:
    if name.text not in NATIONS and len(name.text) <= _LONGEST:
        entry = terms[key_of("en", name.text)]
        entry.add(name.text, Place(sentence, name.span))
        entry.is_person = entry.is_person or name.is_person
        entry.is_role = entry.is_role or name.role
    for text, span in _inside(name):
        if text not in NATIONS and len(text) <= _LONGEST:
            part = latin[key_of("en", text)]
            part.add(text, Place(sentence, span))
            part.is_person = part.is_person or (name.is_person and span == name.span)


def _inside(name: CapitalizedName) -> Iterable[tuple[str, Span]]:
    """Runs of one to four words in a name: Claude, Mythos, Claude Mythos."""
    words = list(re.finditer(r"\S+", name.text))
    for first in range(len(words)):
        for last in range(first, min(first + 4, len(words))):
            ends = (words[first].group(), words[last].group().rstrip(","))
            if (
                all(one[:1].isupper() for one in ends)
                and "," not in name.text[words[first].start() : words[last].end() - 1]
            ):
                span = Span(words[first].start(), words[last].start() + len(ends[1]))
                yield span.of(name.text), span.shift(name.span.start)


def _settled(name: CapitalizedName, terms: Mapping[Key, _Collected], small: set[str]) -> CapitalizedName | None:
    """A name at the start of a sentence, where the first capital says nothing, as the other sentences have it."""
    if key_of("en", name.text) in terms:
        return name
    first, _, rest = name.text.partition(" ")
    if rest and key_of("en", rest) in terms and first.lower() in small:
        cut = len(name.text) - len(rest)
        return CapitalizedName(
            Span(name.span.start + cut, name.span.end), rest, role=name.role, is_person=name.is_person
        )
    is_common = first.lower() in small or first.lower() in STOP_WORDS
    if rest:
        return None if is_common and len(rest.split()) == 1 and not rest[:1].isupper() else name
    return name if not is_common and (first.isupper() or any(char.isupper() for char in first[1:])) else None


def _frozen(table: Mapping[Key, _Collected]) -> dict[Key, Candidate]:
    return {
        key: Candidate(
            key,
            max(one.texts, key=lambda text: one.texts[text]),
            tuple(one.places),
            one.tokens,
            one.is_person,
            one.is_role,
        )
        for key, one in table.items()
    }
