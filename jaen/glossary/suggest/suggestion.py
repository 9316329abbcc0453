"""What is proposed to an editor: terms, why, and the sentences that say so."""

from dataclasses import dataclass

from jaen.model import Span, Term

__all__ = ["Evidence", "Reason", "Suggestion"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that speaks for a suggestion.

    Attributes:
        source, line: the article, as its reader named it, and the sentence's line in it, from 1.
        span: the words in question, in code points of the article's text.
        text: the sentence; of one with more than 500 characters what stands around the words.
        is_weak: it stands in a summary that a machine wrote.
    """

    source: str
    line: int
    span: Span
    text: str
    is_weak: bool


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason to propose terms.

    Attributes:
        kind: `bracket` (the text defines it), `reading` and `sound` (names that sound alike), `holder` (the office of one
            person in both languages), `loan-word` (the dictionary knows the English word), `together` (found in the
            same articles), `aligned` (found in sentences that translate each other), `frequency`.
        strength: 0 to 1; how likely it is right when nothing else is known.
        detail: what was seen, for an editor: `アンソロピック ~ Anthropic: 97`.
        evidence: at most three sentences, those that are not weak first.
    """

    kind: str
    strength: float
    detail: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A candidate for the glossary.

    Attributes:
        terms: of one concept, in order of preference; of one language only where no counterpart was found.
        category: a guess.
        score: 0 to 100. Pairs come before single terms, what only a machine's summary says comes last.
        reasons: the strongest first.
        count: how often the terms stand in the articles, all together.
        articles: in how many articles.
        is_weak: for one of its languages the only evidence is a machine's summary.
        definition: (language, text) of what a bracket explains; () where none does.
        extends: id of the concept that has some of the terms already; None proposes a new one.
    """

    terms: tuple[Term, ...]
    category: str
    score: float
    reasons: tuple[Reason, ...]
    count: int
    articles: int
    is_weak: bool
    definition: tuple[tuple[str, str], ...] = ()
    extends: str | None = None

    def of_language(self, language: str) -> tuple[Term, ...]:
        """The terms in one language."""
        return tuple(term for term in self.terms if term.language == language)

    @property
    def is_pair(self) -> bool:
        """True for terms in both languages, or a name with its abbreviation."""
        return len(self.terms) > 1
