"""Sentences of a batch that translate each other: from articles of one story that can be aligned."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jaen.alignment import align
from jaen.glossary.suggest.sentences import Sentence
from jaen.model import Passage

__all__ = ["Translated", "translated_sentences"]

_SURE = 0.7  # confidence of a bead whose sentences are taken for translations
_MOST = 4  # articles of one language of one story that are tried with those of the other; more retell it


@dataclass(frozen=True, slots=True)
class Translated:
    """Japanese sentences and the English ones that say the same."""

    japanese: tuple[Sentence, ...]
    english: tuple[Sentence, ...]


def translated_sentences(sentences: Sequence[Sentence], stories: Mapping[int, int]) -> Iterator[Translated]:
    """Sentences that surely say the same, once each.

    Tried are the halves of an article in both languages, and articles of one story. What a machine's summary says is
    left out.

    Args:
        sentences: of all articles.
        stories: article → the story it tells, for articles that tell one.
    """
    parts: dict[int, dict[str, list[Sentence]]] = defaultdict(lambda: {"ja": [], "en": []})
    for sentence in sentences:
        if sentence.segment.language in ("ja", "en") and not sentence.is_weak:
            parts[sentence.article][sentence.segment.language].append(sentence)
    told: dict[int, list[int]] = defaultdict(list)
    for article in parts:
        told[stories.get(article, article)].append(article)
    for articles in told.values():
        japanese = [one for one in articles if parts[one]["ja"]][:_MOST]
        english = [one for one in articles if parts[one]["en"]][:_MOST]
        for one in japanese:
            for other in english:
                yield from _aligned(parts[one]["ja"], parts[other]["en"])


def _aligned(japanese: Sequence[Sentence], english: Sequence[Sentence]) -> Iterator[Translated]:
    alignment = align(_passage("ja", japanese), _passage("en", english))
    if not alignment.is_trusted:
        return
    for bead in alignment.beads:
        if bead.source and bead.target and bead.confidence >= _SURE:
            yield Translated(
                tuple(japanese[index] for index in bead.source), tuple(english[index] for index in bead.target)
            )


def _passage(language: str, sentences: Sequence[Sentence]) -> Passage:
    return Passage(sentences[0].read, language, tuple(one.segment for one in sentences), ())
