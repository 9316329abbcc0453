"""Term lists of other programs, line by line, on their way to concepts."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from jaen.errors import ExchangeError, UndecodableText
from jaen.glossary.exchange.drafts import Draft, Drafts, DraftTerm
from jaen.glossary.exchange.values import Incoming, Loss
from jaen.glossary.saving.yaml_layout import Plain
from jaen.model import Concept, Status, Term
from jaen.reading import decode
from jaen.words.scripts import language_of

__all__ = ["Entry", "TermList", "apart", "as_listed", "as_pairs", "cells", "text_of"]


def text_of(data: bytes, name: str) -> str:
    """The text of a file, in whatever encoding it is.

    Raises:
        ExchangeError: it is no text.
    """
    try:
        return decode(data).text.removeprefix("\ufeff")
    except UndecodableText as error:
        what = str(error).partition(" (tried")[0]
        raise ExchangeError(f"{name}: {what}; save it again as UTF-8") from error


def cells(text: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """(line, cells) of every line that is not empty; tabs separate, or commas where there is no tab.

    Raises:
        ExchangeError: a quote is not closed.
    """
    if "\t" in text:
        for number, line in enumerate(text.splitlines(), start=1):
            if line.strip():
                yield number, [cell.strip() for cell in line.split("\t")]
        return
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        for row in reader:
            if row:
                yield reader.line_num, [cell.strip() for cell in row]
    except csv.Error as error:
        raise ExchangeError(f"{name}:{reader.line_num}: not CSV ({error}); check the quotes in this line") from error


def as_listed(terms: Sequence[Term]) -> tuple[Term, ...]:
    """*terms* as a list without statuses tells them: of each language the first is the preferred one."""
    told: list[Term] = []
    for term in terms:
        is_first = all(one.language != term.language for one in told)
        status = Status.PREFERRED if is_first else Status.ADMITTED
        told.append(Term(text=term.text, language=term.language, status=status))
    return tuple(told)


def as_pairs(concept: Concept, sources: Sequence[Term], goals: Sequence[Term]) -> Concept:
    """*concept* as a reader of its pairs sees it: where all of them are equal, a name that is kept.

    Args:
        concept: whole.
        sources: those of its terms that are written.
        goals: what they are written with; none for a name that is written with itself.
    """
    is_equal = {term.text for term in sources} == {term.text for term in goals} and len(sources) == 1
    if is_equal or not goals:
        names = [replace(term, language=language_of(term.text)) for term in sources]
        return Concept(id=concept.id, category="term", terms=as_listed(names), keep=True)
    terms = [term for term in concept.terms if term in (*sources, *goals)]
    return Concept(id=concept.id, category="term", terms=as_listed(terms))


def apart(concept: Concept, pairs: Iterable[tuple[str, str]]) -> list[Loss]:
    """That a list of pairs, each known by its Japanese term, does not say that several are one concept.

    Args:
        concept: whole.
        pairs: what is written of it; the Japanese term first or second.
    """
    japanese = {term.text for term in concept.terms if term.language == "ja"}
    written = {text for pair in pairs for text in pair if text in japanese}
    if len(written) < 2:
        return []
    return [Loss(concept.id, "that its Japanese terms are one concept", "Japanese terms of one concept, apart")]


class Entry:
    """An entry that grows line by line.

    Args:
        line: where it begins.
        concept_id: as the file says it; "" for none.
    """

    def __init__(self, line: int, concept_id: str) -> None:
        self.draft = Draft(line, concept_id)
        self.known: set[tuple[str, str]] = set()  # (language, text) of its terms
        self._languages: set[str] = set()

    def add(self, line: int, term: tuple[str, str], fields: Mapping[str, Plain]) -> None:
        """Add (language, text); without a status, the first of its language is the preferred one."""
        if term in self.known:
            return  # pairs repeat one side of what they pair
        language, text = term
        said = dict(fields)
        if "status" not in said and language in self._languages:
            said["status"] = "admitted"
        self.known.add(term)
        self._languages.add(language)
        self.draft.terms.append(DraftTerm(line, language, text, said))

    def say(self, field: str, value: str) -> None:
        """Set a field of the concept; the first line that has it says it."""
        self.draft.fields.setdefault(field, value)

    def keep(self) -> None:
        """Where a pair of equal texts is all there is, it is a name that is kept, in the language of its letters."""
        if len({text for _, text in self.known}) == 1:
            kept = self.draft.terms[0]
            self.draft.terms = [DraftTerm(kept.line, language_of(kept.text), kept.text)]
            self.draft.fields["keep"] = "true"


class TermList:
    """Terms gathered into entries, each known by a key: its id, or its Japanese term.

    Args:
        kind: of the file, for messages: `UTX`.
        statuses: those that the file has words for.
    """

    def __init__(self, kind: str, statuses: Iterable[Status] = ()) -> None:
        self._drafts = Drafts(kind)
        self._drafts.statuses = frozenset(statuses)
        self._entries: dict[str, Entry] = {}

    def entry(self, line: int, key: str, concept_id: str = "") -> Entry:
        """The entry that is known by *key*; a new one where there is none."""
        if key not in self._entries:
            self._entries[key] = Entry(line, concept_id)
            self._drafts.add(self._entries[key].draft)
        return self._entries[key]

    def refuse(self, line: int, reason: str) -> None:
        """Report a line that is not taken."""
        self._drafts.refuse(line, reason)

    def leave(self, line: int, reason: str) -> None:
        """Report a part of a line that is not taken."""
        self._drafts.leave(line, reason)

    def incoming(self) -> Incoming:
        """All concepts in file order, and what was not taken."""
        return self._drafts.incoming()
