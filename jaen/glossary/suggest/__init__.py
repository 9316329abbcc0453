"""Candidates for new entries, found in articles, with the sentences that speak for them."""

from collections.abc import Iterable

from jaen.glossary.glossary import Glossary
from jaen.glossary.suggest.accepting import Answer, Outcome, apply_answers, edited
from jaen.glossary.suggest.candidates import collect
from jaen.glossary.suggest.decisions import Decision, Settled, read_decisions
from jaen.glossary.suggest.known import Known
from jaen.glossary.suggest.linking import find_links
from jaen.glossary.suggest.proposals import propose
from jaen.glossary.suggest.sentences import sentences
from jaen.glossary.suggest.sheet import Answers, read_sheet, write_sheet
from jaen.glossary.suggest.suggestion import Evidence, Reason, Suggestion
from jaen.model import Article

__all__ = [
    "Answer", "Answers", "Decision", "Evidence", "Outcome", "Reason", "Suggestion",
    "apply_answers", "edited", "read_decisions", "read_sheet", "suggest", "write_sheet",
]  # fmt: skip


def suggest(
    articles: Iterable[Article], glossary: Glossary | None = None, decisions: Iterable[Decision] = ()
) -> tuple[Suggestion, ...]:
    """Terms that articles use and a glossary lacks, best first.

    Mined are noun compounds, katakana and capitalised names, and pairs of them: from brackets, from names that sound
    or read alike, from offices of one person, from the dictionary's loan words and from standing in the same stories.
    Furniture of the site is not mined. Time grows linearly with the number of sentences.

    Args:
        articles: read one after the other; their sentences are kept in memory.
        glossary: what is known already, whatever its status, is not proposed; None knows nothing.
        decisions: what editors have answered before (`read_decisions`); rejected terms are not proposed again.

    >>> from jaen.reading import read
    >>> found = suggest([read("国家サイバー統括室(NCO)は18日、銀行に注意を呼びかけた。")])
    >>> [(term.language, term.text) for term in found[0].terms], found[0].reasons[0].kind
    ([('ja', '国家サイバー統括室'), ('en', 'NCO')], 'bracket')
    """
    candidates = collect(sentences(articles))
    settled = Settled(decisions)
    proposed = Known(glossary).new(propose(candidates, find_links(candidates)))
    wanted = [suggestion for suggestion in proposed if not settled.holds(suggestion.terms)]
    wanted.sort(key=lambda one: (-one.score, -one.count, [term.text for term in one.terms]))
    return tuple(wanted)
