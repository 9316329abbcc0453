"""Translations as a review sheet, CSV or Excel: out for the editor, back in with what the editor has decided.

`correction` holds the editor's own translation; `approve` says that the one shown is right. The `id` says which text
and which translation the row was made for, so that a changed source, or a correction typed over the translation, is
noticed.
"""

from collections.abc import Sequence

from jaen.glossary.sources.answers import NO, YES, SheetRow, sheet_rows, value_in, word_in
from jaen.glossary.sources.cells import quoted
from jaen.glossary.sources.csv_file import write_csv
from jaen.glossary.sources.rows import Odd
from jaen.glossary.sources.xlsx_out import write_xlsx
from jaen.translation.memory.entry import Stored
from jaen.translation.memory.exchange.units import Incoming, Outgoing, Refused, Unit, language_of_tag, pair_reason
from jaen.translation.memory.lookup import digest

__all__ = ["COLUMNS", "read_sheet", "write_csv_sheet", "write_xlsx_sheet"]

COLUMNS = ("id", "from", "to", "source", "translation", "correction", "approve", "state", "terms", "flags")
_NEEDED = ("id", "from", "to", "source", "translation", "correction", "approve")
_ADVICE = "give the sheet that `jaen memory export -f csv` has written"


def write_csv_sheet(entries: Sequence[Stored]) -> Outgoing:
    """A CSV file with a row for each entry; no cell is a formula."""
    return Outgoing(write_csv(_table(entries)))


def write_xlsx_sheet(entries: Sequence[Stored]) -> Outgoing:
    """An Excel file with a row for each entry.

    Raises:
        ExchangeError: openpyxl is missing, or Excel can't hold a text.
    """
    return Outgoing(write_xlsx(_table(entries), "Translations"))


def _table(entries: Sequence[Stored]) -> list[Sequence[str]]:
    return [COLUMNS, *map(_row, entries)]


def _row(entry: Stored) -> Sequence[str]:
    pair = (entry.source, entry.target)
    texts = (_id(*pair, entry.text, entry.translation), *pair, entry.text, entry.translation)
    reviewed = entry.state == "reviewed"
    flags = [f"by {entry.model}, {entry.at.date()}"] if reviewed else entry.flags
    return [quoted(cell) for cell in (*texts, "", "", entry.state, "\n".join(_terms(entry)), "\n".join(flags))]


def _terms(entry: Stored) -> list[str]:
    """What became of each term: `国家サイバー統括室 → NCO (repaired: carrier)`."""
    lines = []
    for term in entry.terms:
        start, end = term.source_span
        said = entry.translation[slice(*term.target_span)] if term.target_span else "nothing"
        how = f"{term.outcome}: {term.rung}" if term.outcome == "repaired" else term.outcome
        lines.append(f"{entry.text[start:end]} → {said} ({how})")
    return lines


def _id(source: str, target: str, text: str, translation: str) -> str:
    """Two hashes: of the text, and of the translation."""
    return f"{digest([source, target, text]).hex()[:12]}-{digest([translation]).hex()[:12]}"


def read_sheet(data: bytes, name: str) -> Incoming:
    """The rows of a review sheet that an editor has filled in.

    Raises:
        ExchangeError: it is no sheet, or none that jaen has written.
    """
    units: list[Unit] = []
    refused: list[Refused] = []
    blank = 0
    for row in sheet_rows(data, name, _NEEDED, _ADVICE):
        one = _unit(row)
        if isinstance(one, Unit):
            units.append(one)
        elif one:
            refused.append(one)
        else:
            blank += 1
    return Incoming(tuple(units), tuple(refused), blank=blank)


def _unit(row: SheetRow) -> Unit | Refused | None:
    """What a row says; None when nobody has filled it in."""
    place = next((row[name].place for name in COLUMNS if name in row), 0)
    source, target = (language_of_tag(value_in(row, name)) for name in ("from", "to"))
    text, translation = (value_in(row, name) for name in ("source", "translation"))
    said, correction = word_in(row, "approve"), value_in(row, "correction")
    made_for, _, shown = value_in(row, "id").partition("-")
    if not said and not correction:
        is_changed = bool(shown) and _id(source, target, text, translation) != f"{made_for}-{shown}"
        what = "its texts were changed, but neither approve nor correction is filled in"
        return Refused(place, what) if is_changed else None
    if reason := _wrong(row, said, correction):
        return Refused(place, reason)
    if _id(source, target, text, translation).partition("-")[0] != made_for:
        return Refused(place, "its source, from, to or id was changed; leave them as they were")
    translation = correction or translation
    if reason := pair_reason(source, target, text, translation):
        return Refused(place, reason)
    return Unit(place=place, source=source, target=target, text=text, translation=translation)


def _wrong(row: SheetRow, said: str, correction: str) -> str:
    """Why the answer of a row can't be taken; "" when it can."""
    odd = row.get("correction") if correction else row.get("translation")
    if isinstance(odd, Odd):
        return odd.what
    if said and said not in YES | NO | {"true", "false"}:
        return f"approve is {said!r}; write yes or no, or nothing"
    if said in NO | {"false"} and not correction:
        return "it is rejected without a correction; write a correction to have another translation used"
    return ""
