"""A user dictionary for MeCab with unidic-lite: CSV that `fugashi-build-dict` compiles.

Each line is surface, left and right context, cost, and the 26 features of UniDic 2.1.2 (its dicrc lists them).
"""

import csv
import io
from collections.abc import Sequence
from dataclasses import replace

from jaen.glossary.exchange.lines import TermList, as_listed, cells, text_of
from jaen.glossary.exchange.values import Exported, Format, Incoming, Loss, losses_between
from jaen.model import Concept, Status, Term
from jaen.words.readings import to_hiragana, to_katakana

__all__ = ["MECAB", "read_mecab", "write_mecab"]

# left-id.def and right-id.def of unidic-lite: 名詞,固有名詞,… of foreign or Sino-Japanese origin (goshu 固).
_CONTEXTS = {"person": ("人名", "一般", 4788), "place": ("地名", "一般", 4792)}
_OTHER = ("一般", "*", 4786)
_KANA = 21  # the cell of the reading: four cells of MeCab's own, then the 18th feature
_COST = -3000  # below that of two dictionary words side by side, so that the term wins as a whole


def write_mecab(concepts: Sequence[Concept]) -> Exported:
    """The Japanese nouns that may be written, each once; English terms and verbs are losses."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    losses: list[Loss] = []
    owners: dict[str, str] = {}
    carried: list[Concept] = []
    for concept in concepts:
        written = []
        for term in concept.terms:
            reason = _refusal(term, owners)
            if reason:
                if term.language == "ja":
                    losses.append(Loss(concept.id, f"ja {term.text}: {reason}"))
                continue
            owners[term.text] = concept.id
            writer.writerow(_entry(concept, term))
            written.append(replace(term, status=Status.PREFERRED))
            if not term.reading:
                losses.append(Loss(concept.id, f"ja {term.text}: has no reading, so its entry has none"))
        told = [replace(one, reading=term.reading) for one, term in zip(as_listed(written), written, strict=True)]
        carried.append(Concept(id=concept.id, category="term", terms=tuple(told)))
    return Exported(out.getvalue().encode(), (*losses, *losses_between(concepts, carried)))


def read_mecab(data: bytes, name: str) -> Incoming:
    """The words of a user dictionary for UniDic, with their readings.

    Raises:
        ExchangeError: the file is no text, or no CSV.
    """
    terms = TermList("MeCab")
    for line, row in cells(text_of(data, name), name):
        if len(row) <= _KANA or not row[0]:
            terms.refuse(line, f"the line has {len(row)} cells; a word of UniDic 2.1.2 has at least {_KANA + 1}")
            continue
        reading = to_hiragana(row[_KANA])
        entry = terms.entry(line, row[0])
        entry.add(line, ("ja", row[0]), {"reading": reading} if reading not in ("", "*") else {})
    return terms.incoming()


def _refusal(term: Term, owners: dict[str, str]) -> str:
    if term.language != "ja":
        return "only Japanese terms are written"
    if term.pos != "noun":
        return "only nouns are written; a verb or adjective needs all its forms"
    if term.status is Status.FORBIDDEN:
        return "forbidden terms are not written"
    if '"' in term.text:
        return 'MeCab reads no "'
    return f"the concept '{owners[term.text]}' has the same term already" if term.text in owners else ""


def _entry(concept: Concept, term: Term) -> list[str]:
    third, fourth, context = _CONTEXTS.get(concept.category, _OTHER)
    reading = to_katakana(term.reading).replace("・", "").replace(" ", "") if term.reading else "*"
    pos = ["名詞", "固有名詞", third, fourth, "*", "*"]
    # lForm lemma orth pron orthBase pronBase goshu, four forms, kana kanaBase form formBase, five of accent
    words = [reading, term.text, term.text, reading, term.text, reading, "固"]
    rest = ["*"] * 4 + [reading] * 4 + ["*"] * 5
    return [term.text, str(context), str(context), str(_COST), *pos, *words, *rest]


MECAB = Format(
    "mecab",
    "MeCab user dictionary for unidic-lite (CSV)",
    "Japanese nouns with their readings",
    (".csv",),
    read_mecab,
    write_mecab,
)
