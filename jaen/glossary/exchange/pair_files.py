"""Reading lists of pairs: what DeepL, Google, Azure, Amazon and OmegaT take, and what people send by mail."""

from jaen.glossary.exchange.lines import Entry, TermList, cells, text_of
from jaen.glossary.exchange.values import Incoming
from jaen.words.scripts import has_japanese

__all__ = ["read_pairs"]

_HEADERS = {("ja", "en"), ("en", "ja")}


def read_pairs(data: bytes, name: str, comment: str = "") -> Incoming:
    """The pairs of a file with two columns, and a comment or note in the third.

    Which side is Japanese is seen from the letters; pairs with the same Japanese term are one concept. Codes of
    languages after the pair, as DeepL writes them, are not needed.

    Args:
        data: the file's bytes.
        name: its name for messages.
        comment: what the lines begin with that are no pairs.

    Raises:
        ExchangeError: the file is no text, or no CSV.
    """
    terms = TermList("term list")
    first_is_japanese = True
    equal: list[Entry] = []
    for line, row in cells(text_of(data, name), name):
        is_pair = len(row) > 1 and row[0] and row[1]
        if comment and row[0].startswith(comment):
            if is_pair:
                terms.refuse(line, f"the line begins with {comment}, so it is a comment")
        elif not is_pair:
            terms.refuse(line, "there is no pair of terms in the line")
        elif tuple(cell.lower() for cell in row[:2]) in _HEADERS:
            first_is_japanese = row[0].lower() == "ja"
        else:
            sides = has_japanese(row[0]), has_japanese(row[1])
            if sides[0] != sides[1]:
                first_is_japanese = sides[0]
            japanese, english = row[:2] if first_is_japanese else (row[1], row[0])
            entry = terms.entry(line, japanese)
            entry.add(line, ("ja", japanese), {})
            if japanese != english or not has_japanese(english):
                entry.add(line, ("en", english), {})
            if len(row) > 2 and row[2] and row[2].lower() not in ("ja", "en"):
                entry.say("note", row[2])
            if japanese == english:
                equal.append(entry)
    for entry in equal:
        entry.keep()
    return terms.incoming()
