"""Verbs and adjectives are looked for by their dictionary forms: 引き上げる in 引上げました, roll out in rolled out."""

from collections.abc import Iterable, Iterator, Sequence

from jaen.model import Concept, Term, Token
from jaen.terms.page import Line
from jaen.words.english import lemmas, tokenize_en
from jaen.words.tokens import tokenize_ja

_INFLECTED = ("VERB", "AUX", "ADJ")


class Inflected:
    """The verbs and adjectives of a glossary, by the dictionary form of their first word."""

    def __init__(self, terms: Iterable[tuple[Concept, Term]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Concept, Term]]] = {}
        for concept, term in terms:
            forms = _dictionary_forms(term)
            self._by_first.setdefault(forms[0], []).append((forms, concept, term))

    def find(self, line: Line) -> Iterator[tuple[Sequence[Token], Concept, Term]]:
        """The words of *line* that are forms of a term; the last one, or a lone English one, must be inflected itself."""
        if not self._by_first:
            return
        forms = [_forms(word) for word in line.words]
        for at, own in enumerate(forms):
            for form in own:
                for wanted, concept, term in self._by_first.get(form, ()):
                    end = at + len(wanted)
                    if end <= len(forms) and all(want in has for want, has in zip(wanted, forms[at:end], strict=True)):
                        words = line.words[at:end]
                        if words[-1].upos in _INFLECTED or (len(words) > 1 and not words[-1].xpos):
                            yield words, concept, term


def _dictionary_forms(term: Term) -> tuple[str, ...]:
    if term.language == "ja":
        return tuple(_forms(word)[0] for word in tokenize_ja(term.text))
    return tuple(word.surface.lower() for word in tokenize_en(term.text))


def _forms(word: Token) -> tuple[str, ...]:
    """Dictionary forms the word may have."""
    if word.xpos:
        return (word.lemma or word.surface,)
    return lemmas(word.surface)
