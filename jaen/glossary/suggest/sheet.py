"""The review sheet: suggestions out as CSV or Excel, the editor's answers back in."""

from collections.abc import Sequence
from dataclasses import dataclass

from jaen.glossary.sources.answers import NO, YES, SheetRow, sheet_rows, value_in, word_in
from jaen.glossary.sources.cells import quoted
from jaen.glossary.sources.columns import known_value
from jaen.glossary.sources.csv_file import write_csv
from jaen.glossary.sources.problems import nearest
from jaen.glossary.sources.rows import Odd
from jaen.glossary.sources.schema import CATEGORIES
from jaen.glossary.sources.tree import Place
from jaen.glossary.sources.xlsx_out import write_xlsx
from jaen.glossary.suggest.accepting import Answer, edited
from jaen.glossary.suggest.suggestion import Suggestion
from jaen.model import Term

__all__ = ["Answers", "read_sheet", "write_sheet"]

COLUMNS = (
    "decision",
    "ja",
    "en",
    "category",
    "score",
    "count",
    "articles",
    "note",
    "evidence",
    "definition",
    "suggested",
)
_NEEDED = ("decision", "ja", "en", "suggested")
_BAR = " | "
_SHOWN = 3  # sentences in a cell


@dataclass(frozen=True, slots=True)
class Answers:
    """What a review sheet says.

    Attributes:
        answers: of the rows with one.
        blank: how many rows have none.
        wrong: rows that can't be taken, `sheet.csv:3: what; what instead`.
    """

    answers: tuple[Answer, ...]
    blank: int
    wrong: tuple[str, ...]


def write_sheet(suggestions: Sequence[Suggestion], kind: str) -> bytes:
    """A sheet with a row for each suggestion; the editor fills in `decision` and may change ja, en and category.

    Terms in one cell are parted by ` | `, the preferred one first. `suggested` says what was asked, so that a row is
    known again when its terms were changed. No cell is a formula.

    Args:
        suggestions: best first.
        kind: `csv` or `xlsx`.

    Raises:
        ExchangeError: openpyxl is missing, or Excel can't hold a text.
    """
    rows = [COLUMNS, *map(_row, suggestions)]
    return write_csv(rows) if kind == "csv" else write_xlsx(rows)


def _row(one: Suggestion) -> Sequence[str]:
    evidence = [item for reason in one.reasons for item in reason.evidence]
    lines = dict.fromkeys(
        f"{item.source}:{item.line}: {'(machine summary) ' * item.is_weak}{item.text}" for item in evidence
    )
    notes = [f"adds to {one.extends}"] if one.extends else []
    notes += ["only a machine's summary says it"] if one.is_weak else []
    notes += [f"{reason.kind}: {reason.detail}" for reason in one.reasons]
    cells = (
        "",
        _joined(one.of_language("ja")),
        _joined(one.of_language("en")),
        one.category,
        f"{one.score:g}",
        str(one.count),
        str(one.articles),
        "\n".join(notes),
        "\n".join(list(lines)[:_SHOWN]),
        "\n".join(f"{language}: {text}" for language, text in one.definition),
        _BAR.join(f"{term.language}:{term.text}" for term in one.terms),
    )
    return [quoted(cell) for cell in cells]


def _joined(terms: Sequence[Term]) -> str:
    return _BAR.join(term.text for term in terms)


def read_sheet(data: bytes, file: str) -> Answers:
    """The answers in a review sheet, CSV (any encoding that jaen reads) or Excel.

    Raises:
        ExchangeError: it is no sheet, or none that `write_sheet` has made.
    """
    advice = "give the sheet that `jaen glossary suggest -f csv` has written"
    answers: list[Answer] = []
    wrong: list[str] = []
    blank = 0
    for cells in sheet_rows(data, file, _NEEDED, advice):
        if not value_in(cells, "decision"):
            blank += any(cell.value.strip() for cell in cells.values())
            continue
        try:
            answers.append(_answer(cells))
        except ValueError as error:
            wrong.append(f"{file}:{_place(cells)}: {error}")
    return Answers(tuple(answers), blank, tuple(wrong))


def _place(cells: SheetRow) -> Place:
    return cells["decision"].place


def _answer(cells: SheetRow) -> Answer:
    """The answer of one row.

    Raises:
        ValueError: what is wrong in it, and what to write instead.
    """
    for name in ("decision", "ja", "en", "category", "suggested"):
        cell = cells.get(name)
        if isinstance(cell, Odd):
            raise ValueError(f"{name}: {cell.what}")
    said = word_in(cells, "decision")
    if said not in YES | NO:
        raise ValueError(f"decision {said!r}; write accept or reject, or nothing")
    ja, en = (_texts(value_in(cells, language)) for language in ("ja", "en"))
    if not ja and not en and said in YES:
        raise ValueError("accepted without a term; fill in ja or en, or reject it")
    category = known_value("category", value_in(cells, "category")) or "term"
    if category not in CATEGORIES:
        raise ValueError(f"there is no category {category!r}; {nearest(category, CATEGORIES)}")
    asked = tuple(_asked(part) for part in _texts(value_in(cells, "suggested")))
    if not asked:
        raise ValueError("the column suggested is empty; leave it as it was")
    definition = tuple(_asked(line) for line in value_in(cells, "definition").splitlines() if ":" in line)
    row = Suggestion(
        terms=(), category=category, score=0, reasons=(), count=0, articles=0, is_weak=False, definition=definition
    )
    return Answer("accepted" if said in YES else "rejected", edited(row, ja, en, category), asked)


def _texts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip()]


def _asked(part: str) -> tuple[str, str]:
    language, _, text = part.partition(":")
    if language.strip() not in ("ja", "en") or not text.strip():
        raise ValueError(f"{part!r} is no term; leave the column suggested as it was")
    return language.strip(), text.strip()
