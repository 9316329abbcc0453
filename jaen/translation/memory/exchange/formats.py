"""The formats that translations are exchanged in, by name and by a file's suffix."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from jaen.errors import ExchangeError
from jaen.files.xml import MAX_BYTES
from jaen.translation.memory.entry import Reviewed, Stored
from jaen.translation.memory.exchange.json_lines import write_json_lines
from jaen.translation.memory.exchange.sheet import read_sheet, write_csv_sheet, write_xlsx_sheet
from jaen.translation.memory.exchange.tmx import read_tmx, write_tmx
from jaen.translation.memory.exchange.units import Incoming, Outgoing, Refused, Unit
from jaen.translation.memory.exchange.xliff import read_xliff
from jaen.translation.memory.lookup import lookup_of

__all__ = ["FORMATS", "Format", "format_for", "is_bilingual", "read_bilingual", "read_translations", "reviewed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format.

    Attributes:
        suffixes: of files.
        read, write: None where jaen does not.
        states: of entries that are written when nothing else is asked for.
        is_text: it may go to standard output.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str], Incoming] | None = None
    write: Callable[[Sequence[Stored]], Outgoing] | None = None
    states: tuple[str, ...] = ()
    is_text: bool = True


_OPEN = ("translated", "untranslated")  # what is left for an editor to do
_ALL = (
    Format(name="tmx", suffixes=(".tmx",), read=read_tmx, write=write_tmx, states=("reviewed",)),
    Format(name="csv", suffixes=(".csv", ".tsv"), read=read_sheet, write=write_csv_sheet, states=_OPEN),
    Format(name="xlsx", suffixes=(".xlsx",), read=read_sheet, write=write_xlsx_sheet, states=_OPEN, is_text=False),
    Format(name="jsonl", suffixes=(".jsonl",), write=write_json_lines, states=("reviewed", *_OPEN)),
    Format(name="xliff", suffixes=(".xlf", ".xliff"), read=read_xliff),
)
FORMATS: dict[str, Format] = {one.name: one for one in _ALL}


def format_for(name: str | None, file: str | None, *, to_write: bool) -> Format:
    """The format called *name*, or the one that the suffix of *file* stands for.

    Raises:
        ExchangeError: there is none; the message names those there are.
    """
    able = [one for one in _ALL if (one.write if to_write else one.read)]
    names = ", ".join(one.name for one in able)
    if name is None and file is None:
        raise ExchangeError(f"name a format with -f, one of: {names}")
    for one in able:
        if one.name == name or (name is None and str(file).lower().endswith(one.suffixes)):
            return one
    what = f"no format {name!r}" if name else f"{file}: the name does not tell a format"
    raise ExchangeError(f"{what} that can be {'written' if to_write else 'read'}; give one of: {names} with -f")


def read_translations(file: str, form: Format) -> Incoming:
    """The translations in a file; of several for one text the last one is taken.

    Raises:
        ExchangeError: it can't be read, or not in this format.
    """
    incoming = _read(file, form)
    last: dict[bytes, Unit] = {}
    refused = list(incoming.refused)
    for unit in incoming.units:
        lookup = lookup_of(unit.source, unit.target, unit.text)
        if lookup in last:
            before = last.pop(lookup)
            same = "is there again" if before.translation == unit.translation else "has another translation"
            refused.append(Refused(before.place, f"the same source {same} further down, which is taken"))
        last[lookup] = unit
    return replace(incoming, units=tuple(last.values()), refused=tuple(refused))


def is_bilingual(name: str) -> bool:
    """True for the name of a file that holds texts beside their translations, and is no review sheet."""
    return name.lower().endswith((*FORMATS["tmx"].suffixes, *FORMATS["xliff"].suffixes))


def read_bilingual(file: str) -> Incoming:
    """All texts of a TMX or XLIFF file beside their translations, in file order, to be looked at.

    Taken are also those that nobody has reviewed, that have no translation yet, and several for one text.

    Raises:
        ExchangeError: it can't be read, or is no such file.
    """
    incoming = _read(file, format_for(None, file, to_write=False))
    unfinished = [one.unit for one in incoming.refused if one.unit]
    units = sorted((*incoming.units, *unfinished), key=lambda unit: int(unit.place))
    return replace(incoming, units=tuple(units), refused=tuple(one for one in incoming.refused if not one.unit))


def _read(file: str, form: Format) -> Incoming:
    try:
        with Path(file).open("rb") as source:
            data = source.read(MAX_BYTES + 1)
    except OSError as error:
        raise ExchangeError(f"{file}: can't be read: {error.strerror}; check the path") from error
    if len(data) > MAX_BYTES:
        raise ExchangeError(f"{file}: more than {MAX_BYTES:,} bytes; split it into several files")
    if not form.read:
        raise ExchangeError(f"{file}: {form.name} is only written")
    return form.read(data, file)


def reviewed(units: Sequence[Unit], by: str, *, over_file: bool) -> list[Reviewed]:
    """Units as reviewed translations.

    Args:
        units: to take in.
        by: who has reviewed them.
        over_file: that is so of all, not only of those whose file names nobody.
    """
    now = datetime.now(UTC)
    return [
        Reviewed(
            source_language=unit.source,
            target_language=unit.target,
            source=unit.text,
            text=unit.translation,
            by=by if over_file or not unit.by else unit.by,
            at=unit.at or now,
        )
        for unit in units
    ]
