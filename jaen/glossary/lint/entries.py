"""Checks of an entry's examples, sources and decisions."""

from collections.abc import Iterator

from jaen.glossary.lint.book import Book
from jaen.glossary.lint.finding import Found
from jaen.model import Concept, Example, Term
from jaen.words.scripts import Script, script_of

__all__ = [
    "due_again",
    "failing_examples",
    "missing_counterexamples",
    "missing_examples",
    "missing_sources",
    "repeated_examples",
]

_SHORT = {"ja": 2, "en": 4}  # characters up to which a term is easily found in what it does not mean


def failing_examples(concept: Concept, book: Book) -> Iterator[Found]:
    """An example of the entry fails."""
    for failure in book.failures.get(concept.id, ()):
        number = concept.examples.index(failure.example)
        found, wanted = (", ".join(one) or "nothing" for one in (failure.found, failure.example.finds))
        message = f"in {failure.example.text!r} {found} is found, not {wanted}"
        yield Found(message, "correct the example, or the terms and how they match", ("examples", number))


def missing_examples(concept: Concept, book: Book) -> Iterator[Found]:
    """An entry has no example that shows it being found."""
    if not any(example.finds for example in concept.examples):
        yield Found("no example shows it being found", "add one: `- {ja: …, finds: […]}`")


def missing_counterexamples(concept: Concept, book: Book) -> Iterator[Found]:
    """A short term has no example of a text in which nothing may be found."""
    languages = {example.language for example in concept.examples if not example.finds}
    for number, term in enumerate(concept.terms):
        if len(term.text) <= _SHORT[term.language] and term.language not in languages and not _is_kanji(term):
            languages.add(term.language)  # once for a language
            message = f"{term.text!r} is short, and no example shows where it must not be found"
            yield Found(message, f"add one: `- {{{term.language}: …, finds: []}}`", ("terms", number))


def repeated_examples(concept: Concept, book: Book) -> Iterator[Found]:
    """An example stands twice."""
    seen: dict[tuple[str, str], Example] = {}
    for number, example in enumerate(concept.examples):
        if seen.setdefault((example.language, example.text), example) is not example:
            yield Found(f"the example {example.text!r} is here twice", "remove one", ("examples", number))


def missing_sources(concept: Concept, book: Book) -> Iterator[Found]:
    """An approved entry names no source."""
    if concept.review.state == "approved" and not concept.sources:
        yield Found("it is approved, and no source is named", "add `sources: […]`: where the name can be looked up")


def due_again(concept: Concept, book: Book) -> Iterator[Found]:
    """The day has come on which an entry was to be looked at again."""
    again = concept.review.again
    if again and again <= book.today and concept.review.state != "rejected":
        yield Found(f"it was to be looked at again on {again}", f"jaen glossary review --approve {concept.id}")


def _is_kanji(term: Term) -> bool:
    """True for two kanji (外相), which the dictionary tells from other words well."""
    return len(term.text) > 1 and all(script_of(char) is Script.HAN for char in term.text)
