"""Reading lists of pairs: what DeepL, Google, Azure, Amazon and OmegaT take, and what people send by mail."""

from jaen.glossary.exchange.lines import TermList, cells, is_japanese, text_of
from jaen.glossary.exchange.values import Incoming

__all__ = ["read_pairs"]

_HEADERS = {("ja", "en"), ("en", "ja")}


def read_pairs(data: bytes, name: str) -> Incoming:
    """The pairs of a file with two columns, and a comment or note in the third.

    Which side is Japanese is seen from the letters; pairs with the same Japanese term are one concept. Codes of
    languages after the pair, as DeepL writes them, are not needed.

    Raises:
        ExchangeError: the file is no text, or no CSV.
    """
    terms = TermList("term list")
    first_is_japanese = True
    for line, row in cells(text_of(data, name), name):
        if len(row) < 2 or not row[0] or not row[1]:
            terms.refuse(line, "there is no pair of terms in the line")
        elif tuple(cell.lower() for cell in row[:2]) in _HEADERS:
            first_is_japanese = row[0].lower() == "ja"
        else:
            sides = is_japanese(row[0]), is_japanese(row[1])
            if sides[0] != sides[1]:
                first_is_japanese = sides[0]
            japanese, english = row[:2] if first_is_japanese else (row[1], row[0])
            draft = terms.draft(line, japanese)
            if japanese == english:  # a name that is kept as it is
                terms.add(draft, line, ("ja", japanese), {})
                draft.fields["keep"] = "true"
                continue
            terms.add(draft, line, ("ja", japanese), {})
            terms.add(draft, line, ("en", english), {})
            if len(row) > 2 and row[2] and row[2].lower() not in ("ja", "en"):
                draft.fields.setdefault("note", row[2])
    return terms.incoming()
