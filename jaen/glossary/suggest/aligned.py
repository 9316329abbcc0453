"""Pairs that stand in sentences which translate each other: terms that no sound and no bracket shows.

重要インフラ and critical infrastructure stand in the same pairs of sentences, nothing else does so as often, and one of
their words is known to mean the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from jaen.alignment import meaning, stem
from jaen.glossary.suggest.bitext import Translated
from jaen.glossary.suggest.candidates import Candidate, Key
from jaen.glossary.suggest.phrases import noun_phrases
from jaen.glossary.suggest.sentences import Place, Sentence
from jaen.model import Span, Token

__all__ = ["AlignedPair", "pairs_in"]

_COUNT = 2  # sentences that have both, where a word of both means the same …
_DICE = 0.6
_COUNT_UNKNOWN = 3  # … and where no dictionary knows a word of them
_DICE_UNKNOWN = 0.8
_LONGEST = 8  # words of a term that is looked for inside longer ones


@dataclass(frozen=True, slots=True)
class AlignedPair:
    """Two terms with how many pairs of sentences have both, Dice's coefficient of that, and a pair that has them.

    Attributes:
        known: words of them that mean the same, by a dictionary.
    """

    japanese: Candidate
    key: Key
    english: str
    count: int
    dice: float
    known: int
    places: tuple[Place, Place]


@dataclass(slots=True)
class _Term:
    """A term on one side.

    Attributes:
        text: as it is written first.
        words: what its words may mean, one set for each word that is no affix; of an English one the words themselves.
        is_derived: it has an affix that makes another word of it: 投資家 is no investment.
        places: number of the pair of sentences → where it stands there first.
    """

    text: str
    words: tuple[frozenset[str], ...]
    is_derived: bool
    places: dict[int, Place] = field(default_factory=dict)


def pairs_in(sentences: Sequence[Translated], candidates: Iterable[Candidate]) -> Iterator[AlignedPair]:
    """Candidates with the English names and noun phrases that translate them, each the other's only best partner.

    Args:
        sentences: that translate each other.
        candidates: Japanese compounds and English names.
    """
    candidates = list(candidates)
    japanese, english = _terms(sentences, candidates)
    by_key = {candidate.key: candidate for candidate in candidates}
    texts = [_Text(one) for one in sentences]
    ranked = list(_ranked(japanese, english, texts))
    best_ja, best_en = _only_best(ranked, 0), _only_best(ranked, 1)
    for pair, (dice, known, _) in ranked:
        if best_ja[pair[0]] == pair and best_en[pair[1]] == pair:
            here, there = japanese[pair[0]], english[pair[1]]
            common = sorted(here.places.keys() & there.places.keys())
            places = here.places[common[0]], there.places[common[0]]
            yield AlignedPair(by_key[pair[0]], pair[1], there.text, len(common), dice, known, places)


class _Text:
    """A pair of sentences.

    Attributes:
        both: the Japanese text and the English.
        japanese, english: stems of what their words mean.
    """

    def __init__(self, pair: Translated) -> None:
        self.both = tuple("".join(one.segment.text for one in side) for side in (pair.japanese, pair.english))
        words = [word for one in pair.japanese for token in one.segment.tokens for word in _meanings(token)]
        self.japanese = frozenset(map(stem, words))
        tokens = [token for one in pair.english for token in one.segment.tokens]
        self.english = frozenset(stem(token.lemma or token.surface) for token in tokens)


def _meanings(token: Token) -> frozenset[str]:
    return frozenset() if _is_affix(token) else frozenset(meaning(token).lower().split())


def _is_affix(token: Token) -> bool:
    return token.xpos.startswith("接")


def _term(candidate: Candidate) -> _Term:
    if candidate.key[0] == "en":
        return _Term(candidate.text, tuple(frozenset({word.lower()}) for word in candidate.text.split()), False)
    words = tuple(_meanings(token) for token in candidate.tokens if not _is_affix(token))
    return _Term(candidate.text, words, len(words) < len(candidate.tokens))


def _terms(
    sentences: Sequence[Translated], candidates: Iterable[Candidate]
) -> tuple[dict[Key, _Term], dict[Key, _Term]]:
    """The terms that stand in the sentences, Japanese and English."""
    numbers: dict[int, list[int]] = defaultdict(list)
    for number, pair in enumerate(sentences):
        for sentence in (*pair.japanese, *pair.english):
            numbers[id(sentence)].append(number)
    found: dict[str, dict[Key, _Term]] = {"ja": {}, "en": {}}
    for candidate in candidates:
        term = _term(candidate)
        for place in candidate.places:
            for number in numbers.get(id(place.sentence), ()):
                term.places.setdefault(number, place)
        if term.places:
            found[candidate.key[0]][candidate.key] = term
    named = {candidate.text: candidate.key for candidate in candidates if candidate.key in found["ja"]}
    for number, pair in enumerate(sentences):
        for sentence in pair.japanese:
            for key, place in _inside(sentence, named):
                found["ja"][key].places.setdefault(number, place)
        for sentence in pair.english:
            for phrase in noun_phrases(sentence):
                words = tuple(frozenset({one}) for one in phrase.words)
                term = found["en"].setdefault(phrase.key, _Term(phrase.text, words, False))
                term.places.setdefault(number, phrase.place)
    return found["ja"], found["en"]


def _inside(sentence: Sentence, named: Mapping[str, Key]) -> Iterator[tuple[Key, Place]]:
    """Terms that stand in the sentence, also inside longer compounds: 事業者 in 港湾事業者."""
    tokens = sentence.segment.tokens
    for first, token in enumerate(tokens):
        text = ""
        for last in tokens[first : first + _LONGEST]:
            text += last.surface
            if text in named:
                yield named[text], Place(sentence, Span(token.span.start, last.span.end))


_Pair = tuple[Key, Key]
_Rank = tuple[float, int, int]


def _ranked(
    japanese: Mapping[Key, _Term], english: Mapping[Key, _Term], texts: Sequence[_Text]
) -> Iterator[tuple[_Pair, _Rank]]:
    """Pairs with enough evidence: Dice's coefficient, words that mean the same, how unlike their lengths are."""
    near: dict[int, list[Key]] = defaultdict(list)
    for key, term in english.items():
        for number in term.places:
            near[number].append(key)
    for key, term in japanese.items():
        both: dict[Key, int] = defaultdict(int)
        for number in term.places:
            for other in near[number]:
                both[other] += 1
        for other, together in both.items():
            there = english[other]
            dice = 2 * together / (len(term.places) + len(there.places))
            if together < _COUNT or dice < _DICE:
                continue
            common = [texts[one] for one in sorted(term.places.keys() & there.places.keys())]
            # Two drafts of one translation are no two witnesses.
            count = min(len({one.both[0] for one in common}), len({one.both[1] for one in common}))
            if count < _COUNT or _translates_elsewhere(term, there, common):
                continue
            known = _known(term, there)
            if known is None or (not known and (count < _COUNT_UNKNOWN or dice < _DICE_UNKNOWN)):
                continue
            yield (key, other), (round(dice, 4), known, -abs(len(term.words) - len(there.words)))


def _known(japanese: _Term, english: _Term) -> int | None:
    """How many words are known to mean the same; None where what is known says that the two are not the same.

    フィンランド語 is no "language", 建築家 no "architecture", マケドニア no "Macedonian".
    """
    there = frozenset().union(*english.words)
    stems = frozenset(map(stem, there))
    same = [words for words in japanese.words if not words.isdisjoint(there)]
    near = [words for words in japanese.words if words.isdisjoint(there) and not stems.isdisjoint(map(stem, words))]
    known = len(same) + len(near)
    is_part = len(english.words) < len(japanese.words) and 0 < known < len(japanese.words)
    is_root = japanese.is_derived and len(english.words) == 1 and bool(same)
    is_other_form = not japanese.is_derived and len(japanese.words) == 1 and bool(near)
    return None if is_part or is_root or is_other_form else known


def _translates_elsewhere(japanese: _Term, english: _Term, texts: Sequence[_Text]) -> bool:
    """Whether mostly a word of the one is translated outside the other.

    港湾 (port) of 港湾事業者 is, beside "operator", where the sentence has "port"; the pair is no pair.
    """
    here = frozenset(stem(word) for words in japanese.words for word in words)
    there = frozenset(stem(word) for words in english.words for word in words)
    strange = [
        not (here - there).isdisjoint(text.english) or not (there - here).isdisjoint(text.japanese) for text in texts
    ]
    return sum(strange) * 2 > len(texts)


def _only_best(ranked: Sequence[tuple[_Pair, _Rank]], side: int) -> dict[Key, _Pair | None]:
    """Term → its best pair; None where two are equally good."""
    best: dict[Key, tuple[_Rank, _Pair | None]] = {}
    for pair, rank in ranked:
        known = best.get(pair[side])
        if known is None or rank > known[0]:
            best[pair[side]] = rank, pair
        elif rank == known[0]:
            best[pair[side]] = rank, None
    return {key: pair for key, (_, pair) in best.items()}
