"""Texts of another program that show a concept: examples where jaen finds the concept in them, else a note."""

from collections.abc import Sequence
from dataclasses import replace

from jaen.glossary.glossary import Glossary
from jaen.model import Concept, Example

__all__ = ["with_contexts"]


def with_contexts(concept: Concept, contexts: Sequence[tuple[str, str]]) -> Concept:
    """*concept* with *contexts*, as (language, text).

    An example is a test: it says what jaen finds in it. No other program says that, so it is what jaen finds today.

    >>> from jaen.model import Term
    >>> chip = Concept(id="chip", category="term", terms=(Term(text="chip", language="en"),))
    >>> made = with_contexts(chip, [("en", "The chip is small."), ("en", "Small is good.")])
    >>> made.examples, made.note
    ((Example(text='The chip is small.', language='en', finds=('chip',)),), 'Context: Small is good.')
    """
    asked = [Example(text, language, ()) for language, text in dict.fromkeys(contexts) if language in ("ja", "en")]
    # An example that should find nothing fails where something is found, and tells what.
    found = {
        failure.example: failure.found for failure in Glossary("", (replace(concept, examples=tuple(asked)),)).test()
    }
    examples = [Example(one.text, one.language, found[one]) for one in asked if one in found]
    rest = [f"Context: {text}" for language, text in contexts if Example(text, language, ()) not in found]
    note = "\n".join([concept.note, *rest] if concept.note else rest)
    return replace(concept, examples=(*concept.examples, *examples), note=note)
