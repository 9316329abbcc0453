"""Sheets, CSV and Excel: the complete one that holds all of a glossary, and the simple one of pairs.

The complete sheet has a row for each term. What is said of a concept as a whole stands in its first row; `revision`
tells jaen, when the sheet comes back, which concepts were changed in it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from jaen.errors import ExchangeError
from jaen.glossary.exchange.sheet_reading import read_csv_sheet, read_xlsx_sheet
from jaen.glossary.exchange.values import Exported, Format, Incoming, losses_between
from jaen.glossary.revision import revision_of
from jaen.glossary.sources.cells import quoted
from jaen.glossary.sources.columns import COMPLETE, PAIRS
from jaen.glossary.sources.csv_file import write_csv
from jaen.glossary.sources.parts import ARROW, BAR
from jaen.glossary.sources.xlsx_out import write_xlsx
from jaen.model import Concept, Example, Link, MatchRule, Review, Status, Term, TermUse, Validity

__all__ = ["CSV", "CSV_PAIRS", "XLSX", "XLSX_PAIRS"]

Cells = dict[str, str]
_SHEET_ROWS = 1_048_576  # of an Excel sheet, the names of the columns included


def _write_complete(concepts: Sequence[Concept], write: Callable[[Iterable[Sequence[str]]], bytes]) -> Exported:
    return Exported(write(_table(COMPLETE, (row for concept in concepts for row in _complete_rows(concept)))))


def _write_pairs(
    concepts: Sequence[Concept],
    write: Callable[[Iterable[Sequence[str]]], bytes],
    read: Callable[[bytes, str], Incoming],
) -> Exported:
    data = write(_table(PAIRS, (row for concept in concepts for row in _pair_rows(concept))))
    return Exported(data, losses_between(concepts, read(data, "the exported sheet").concepts))


def _write_csv_complete(concepts: Sequence[Concept]) -> Exported:
    return _write_complete(concepts, write_csv)


def _write_csv_pairs(concepts: Sequence[Concept]) -> Exported:
    return _write_pairs(concepts, write_csv, read_csv_sheet)


def _write_xlsx_complete(concepts: Sequence[Concept]) -> Exported:
    _check_rows(concepts)
    return _write_complete(concepts, write_xlsx)


def _write_xlsx_pairs(concepts: Sequence[Concept]) -> Exported:
    _check_rows(concepts)
    return _write_pairs(concepts, write_xlsx, read_xlsx_sheet)


def _check_rows(concepts: Sequence[Concept]) -> None:
    count = 1 + sum(len(concept.terms) for concept in concepts)
    if count > _SHEET_ROWS:
        raise ExchangeError(f"{count:,} rows, and an Excel sheet has {_SHEET_ROWS:,}; write csv, or fewer concepts")


def _table(columns: Sequence[str], rows: Iterable[Cells]) -> Iterator[Sequence[str]]:
    yield columns
    for row in rows:
        yield [row.get(column, "") for column in columns]


# A row for each term


def _complete_rows(concept: Concept) -> Iterator[Cells]:
    whole = _concept_cells(concept)
    for number, term in enumerate(concept.terms, start=1):
        same = {"id": concept.id, "category": concept.category, "order": str(number)}
        yield same | _term_cells(term) | (whole if number == 1 else {})


def _term_cells(term: Term) -> Cells:
    cells = {
        term.language: quoted(term.text),
        "reading": quoted(term.reading or ""),
        "status": str(term.status),
        "type": term.type if term.type != "full" else "",
        "use": str(term.use) if term.use is not TermUse.ALWAYS else "",
        "pos": term.pos if term.pos != "noun" else "",
        "term-note": quoted(term.note),
    }
    if term.match:
        cells |= {"term-boundary": term.match.boundary, "term-case": term.match.case or ""}
    return cells | _days(term.valid, "term-from", "term-to")


def _concept_cells(concept: Concept) -> Cells:
    review = concept.review
    cells = {
        "revision": revision_of(concept),
        "domain": _lines(concept.domain),
        "definition": "\n".join(f"{language}: {quoted(text, also=_BREAK)}" for language, text in concept.definition),
        "note": quoted(concept.note),
        "review": review.state if review != Review() else "",
        "review-by": quoted(review.by),
        "review-on": review.on.isoformat() if review.on else "",
        "review-again": review.again.isoformat() if review.again else "",
        "keep": "true" if concept.keep else "",
        "links": "\n".join(map(_link, concept.links)),
        "examples": "\n".join(map(_example, concept.examples)),
        "sources": _lines(concept.sources),
        "former-ids": _lines(concept.former_ids),
    }
    if concept.match != MatchRule():
        cells |= {"boundary": concept.match.boundary, "case": concept.match.case or ""}
    return cells | _days(concept.valid, "from", "to")


_BREAK = "\n"
_IN_EXAMPLE = _BREAK + ARROW + BAR


def _lines(texts: Sequence[str]) -> str:
    return "\n".join(quoted(text, also=_BREAK) for text in texts)


def _days(valid: Validity, first: str, last: str) -> Cells:
    return {
        first: valid.start.isoformat() if valid.start else "",
        last: valid.end.isoformat() if valid.end else "",
    }


def _link(link: Link) -> str:
    days = [f"from {link.valid.start}" if link.valid.start else "", f"to {link.valid.end}" if link.valid.end else ""]
    return " ".join(part for part in (link.relation, link.target, *days) if part)


def _example(example: Example) -> str:
    text = quoted(example.text, also=_IN_EXAMPLE)
    finds = f" {BAR} ".join(quoted(one, also=_IN_EXAMPLE) for one in example.finds)
    return f"{example.language}: {text} {ARROW} {finds}".rstrip()


# A row for each pair


def _pair_rows(concept: Concept) -> Iterator[Cells]:
    """The preferred terms in one row, which needs no status; every other term in a row of its own."""
    first = [term for language in ("ja", "en") if (term := concept.preferred(language))]
    if first:
        yield {"id": concept.id, "category": concept.category} | {term.language: quoted(term.text) for term in first}
    for term in concept.terms:
        if term not in first:
            status = str(term.status) if term.status is not Status.PREFERRED else ""
            same = {"id": concept.id, "category": concept.category}
            yield same | {term.language: quoted(term.text), "status": status}


_ALL = "all that an entry says; a sheet that comes back changes only what was changed in it"
_PAIRS = "terms, status and category"

XLSX = Format(
    "xlsx", "Excel sheet with all fields, a row for each term", _ALL, (".xlsx",), read_xlsx_sheet, _write_xlsx_complete,
    is_text=False,
)  # fmt: skip
CSV = Format(
    "csv", "CSV sheet with all fields, a row for each term", _ALL, (".csv",), read_csv_sheet, _write_csv_complete
)
XLSX_PAIRS = Format(
    "xlsx-pairs", "simple Excel sheet, a row for each pair of terms", _PAIRS, (".xlsx",), read_xlsx_sheet,
    _write_xlsx_pairs, is_text=False,
)  # fmt: skip
CSV_PAIRS = Format(
    "csv-pairs", "simple CSV sheet, a row for each pair of terms", _PAIRS, (".csv",), read_csv_sheet, _write_csv_pairs
)
