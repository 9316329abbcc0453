"""A small glossary as a CSV file: columns ja, en and, where wanted, id, status, category.

Rows become the same tree that YAML becomes, so both are held to the same rules.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Sequence

from jaen.glossary.problems import Problems, nearest
from jaen.glossary.tree import Fields, Items, Node, Text

COLUMNS = ("id", "ja", "en", "status", "category")


def read_csv(data: bytes, file: str, problems: Problems) -> list[tuple[str, Fields]]:
    """The concepts of a CSV file as (id, tree).

    Rows with the same Japanese term (or, without one, the same id) are one concept; `status` is that of the row's
    English term, or of its Japanese one where it has no English. Without an `id` column the id is made from the
    first English term.

    Args:
        data: the file's bytes: UTF-8, with or without BOM.
        file: its name for messages.
        problems: where what is wrong goes, with its line.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problems.add(file, line, f"byte {error.start} is not UTF-8; save the file as 'CSV UTF-8'")
        return []
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    concepts: dict[str, tuple[str, Fields]] = {}
    try:
        if not _header_is_right(reader.fieldnames or (), file, problems):
            return []
        for row in reader:
            _add_row(row, reader.line_num, concepts, (file, problems))
    except csv.Error as error:
        problems.add(file, reader.reader.line_num, f"not CSV: {error}; check the quotes in this row")
    return list(concepts.values())


def _header_is_right(header: Sequence[str], file: str, problems: Problems) -> bool:
    before = len(problems.lines)
    for name in header:
        if name not in COLUMNS:
            problems.add(file, 1, f"there is no column {name!r}; {nearest(name, COLUMNS)}")
    if len(set(header)) < len(header):
        problems.add(file, 1, "a column is here twice; keep one")
    if not {"ja", "en"} & set(header):
        problems.add(file, 1, "the first row names no column ja or en; it must be like: ja,en,status,category")
    return len(problems.lines) == before


def _add_row(
    row: dict[str, str], line: int, concepts: dict[str, tuple[str, Fields]], report: tuple[str, Problems]
) -> None:
    """Put one row into its concept; a blank row is none."""
    file, problems = report
    if None in row or None in row.values():
        problems.add(file, line, "the row has more or fewer cells than the first row; quote cells that hold a comma")
        return
    cells = {name: cell.strip() for name, cell in row.items() if cell.strip()}
    if not cells:
        return
    japanese, english = cells.get("ja", ""), cells.get("en", "")
    concept_id = cells.get("id") or _slug(english)
    key = japanese or concept_id
    if not concept_id and key not in concepts:
        problems.add(file, line, "the row gives no id; add an en term in Latin letters or an id column")
        return
    if key not in concepts:
        fields = Fields(line, {"category": (line, Text(line, cells.get("category", "term")))})
        fields.values["terms"] = (line, Items(line, []))
        concepts[key] = (concept_id, fields)
    terms = concepts[key][1].values["terms"][1]
    assert isinstance(terms, Items)
    known = {value.value for term in terms.values if isinstance(term, Fields) for _, value in _texts(term)}
    if japanese and japanese not in known:
        terms.values.append(_term("ja", japanese, None if english else cells.get("status"), line))
    if english:
        terms.values.append(_term("en", english, cells.get("status"), line))


def _texts(term: Fields) -> list[tuple[int, Text]]:
    return [(line, value) for line, value in term.values.values() if isinstance(value, Text)]


def _term(language: str, text: str, status: str | None, line: int) -> Fields:
    values: dict[str, tuple[int, Node]] = {language: (line, Text(line, text))}
    if status:
        values["status"] = (line, Text(line, status))
    return Fields(line, values)


def _slug(text: str) -> str:
    """An id made of *text*: its Latin letters and digits, joined by hyphens.

    >>> _slug("Crédit Agricole S.A.")
    'credit-agricole-s-a'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")
