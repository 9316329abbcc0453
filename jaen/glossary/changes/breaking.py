"""Examples of other entries that a change breaks: a new 首相 = premier may take a mention from 首相 = Prime Minister."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from jaen.glossary.changes.glossaries import diff
from jaen.glossary.glossary import ExampleFailure, Glossary
from jaen.model import Concept
from jaen.terms.folding import fold_key

__all__ = ["broken_examples"]

_WORD = re.compile(r"[^\W_]+")
_HEAD = 2  # characters: whatever is found of a term begins like the term or like one of its words


def broken_examples(before: Glossary, after: Glossary) -> tuple[ExampleFailure, ...]:
    """Examples that pass in *before* and fail in *after*, of the entries that are the same in both.

    Only examples that can name a changed entry are tried.

    >>> from jaen.model import Example, Term
    >>> chip, shop = (Term(text=text, language="en") for text in ("chip", "chip shop"))
    >>> old = Concept(id="a", category="term", terms=(chip,), examples=(Example("A chip shop.", "en", ("chip",)),))
    >>> new = Concept(id="b", category="place", terms=(shop,))
    >>> print(*broken_examples(Glossary("x", (old,)), Glossary("x", (old, new))))
    a: in 'A chip shop.' found nothing, not chip
    """
    changes = diff(before, after)
    changed = {change.id for change in changes}
    sides = (concept for change in changes for concept in (change.before, change.after) if concept)
    heads = re.compile("|".join(map(re.escape, sorted(set(_heads(sides))))) or r"(?!)")
    failures = []
    for concept in after.concepts:
        if concept.id not in changed:
            near = tuple(one for one in concept.examples if heads.search(fold_key(one.text)))
            failures += _newly_failing(before, after, replace(concept, examples=near))
    return tuple(failures)


def _heads(concepts: Iterable[Concept]) -> Iterator[str]:
    """How mentions of the concepts begin, folded: that of Sanae Takaichi with `sa` or `ta`."""
    for concept in concepts:
        if concept.is_matched:
            for term in concept.terms:
                yield from (fold_key(word)[:_HEAD] for word in (term.text, *_WORD.findall(term.text)))


def _newly_failing(before: Glossary, after: Glossary, concept: Concept) -> list[ExampleFailure]:
    failing = after.failures(concept)
    known = {failure.example for failure in before.failures(concept)} if failing else ()
    return [failure for failure in failing if failure.example not in known]
