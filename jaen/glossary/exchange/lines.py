"""Term lists of other programs, line by line, on their way to concepts."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from jaen.errors import ExchangeError, UndecodableText
from jaen.glossary.exchange.drafts import Draft, Drafts, DraftTerm
from jaen.glossary.exchange.values import Incoming
from jaen.glossary.saving.yaml_layout import Plain
from jaen.model import Status, Term
from jaen.reading import decode
from jaen.words.scripts import Script, script_counts

__all__ = ["TermList", "as_listed", "cells", "is_japanese", "text_of"]

_JAPANESE = {Script.HAN, Script.HIRAGANA, Script.KATAKANA}


def text_of(data: bytes, name: str) -> str:
    """The text of a file, in whatever encoding it is.

    Raises:
        ExchangeError: it is no text.
    """
    try:
        return decode(data).text.removeprefix("\ufeff")
    except UndecodableText as error:
        raise ExchangeError(f"{name}: {error}") from error


def cells(text: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """(line, cells) of every line that is neither empty nor a comment; tabs separate, or commas where there is no tab.

    Raises:
        ExchangeError: a quote is not closed.
    """
    if "\t" in text:
        for number, line in enumerate(text.splitlines(), start=1):
            if line.strip() and not line.startswith("#"):
                yield number, [cell.strip() for cell in line.split("\t")]
        return
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        for row in reader:
            if row and not row[0].startswith("#"):
                yield reader.line_num, [cell.strip() for cell in row]
    except csv.Error as error:
        raise ExchangeError(f"{name}:{reader.line_num}: not CSV ({error}); check the quotes in this line") from error


def is_japanese(text: str) -> bool:
    """True for 半導体 and Tシャツ; not for chip."""
    return bool(script_counts(text).keys() & _JAPANESE)


def as_listed(terms: Sequence[Term]) -> tuple[Term, ...]:
    """*terms* as a list without statuses tells them: of each language the first is the preferred one."""
    told: list[Term] = []
    for term in terms:
        is_first = all(one.language != term.language for one in told)
        status = Status.PREFERRED if is_first else Status.ADMITTED
        told.append(Term(text=term.text, language=term.language, status=status))
    return tuple(told)


class TermList:
    """Terms gathered into entries, each known by a key: its id, or its Japanese term.

    Args:
        kind: of the file, for messages: `UTX`.
    """

    def __init__(self, kind: str) -> None:
        self._drafts = Drafts(kind)
        self._by_key: dict[str, Draft] = {}

    def draft(self, line: int, key: str, concept_id: str = "") -> Draft:
        """The entry that is known by *key*; a new one where there is none."""
        if key not in self._by_key:
            self._by_key[key] = Draft(line, concept_id)
            self._drafts.add(self._by_key[key])
        return self._by_key[key]

    def add(self, draft: Draft, line: int, term: tuple[str, str], fields: Mapping[str, Plain]) -> None:
        """Add (language, text) to an entry; without a status, the first of its language is the preferred one."""
        language, text = term
        if any((one.language, one.text) == term for one in draft.terms):
            return  # pairs repeat one side of what they pair
        said = dict(fields)
        if "status" not in said and any(one.language == language for one in draft.terms):
            said["status"] = "admitted"
        draft.terms.append(DraftTerm(line, language, text, said))

    def refuse(self, line: int, reason: str) -> None:
        """Report a line that is not taken."""
        self._drafts.refuse(line, reason)

    def incoming(self) -> Incoming:
        """All concepts in file order, and what was not taken."""
        return self._drafts.incoming()
