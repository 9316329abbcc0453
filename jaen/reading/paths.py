"""Files, folders and standard input, one article after the other; what fails does not stop the rest."""

import os
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from jaen.errors import InputError, TooLarge, UnsupportedFormat
from jaen.model import Article, Finding, Severity
from jaen.reading.article import Origin, article_from_bytes, article_from_line
from jaen.reading.formats import OTHER_DOCUMENTS, READS, SUFFIXES, Format, format_of
from jaen.reading.options import Failed, ReadOptions
from jaen.reading.records import is_record

STANDARD_INPUT = "-"

# A folder's papers about itself are no articles.
_ABOUT = frozenset({"readme", "license", "licence", "changelog", "contributing"})
# In a folder these were probably meant as articles; pictures and scripts beside a saved page were not.
_DOCUMENTS = frozenset({".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".mht", ".mhtml"})


def read_paths(paths: Sequence[str], options: ReadOptions | None = None) -> Iterator[Article | Failed]:
    """The articles of files, folders and `-` (standard input), in order.

    A folder is read with all folders in it, by name; only files with a suffix that jaen reads are taken, hidden
    ones and a folder's README or LICENSE are passed over. Documents jaen can't read (PDF, Word …), pipes and links
    that lead out of the folder are `Failed`.
    A `.jsonl` file is read line by line and may be of any length. Ids are unique within one call: the second
    `page` is `page~2`, and a note says so.
    """
    options = options or ReadOptions()
    used: dict[str, int] = {}
    for path in paths:
        for result in _path(path, options):
            yield result if isinstance(result, Failed) else _with_free_id(result, used)


def would_read(paths: Sequence[str], file: Path) -> bool:
    """True when *file* is, or would be if it were there, one of the files that `read_paths(paths)` reads."""
    target = Path(os.path.realpath(file))
    for path in paths:
        place = Path(os.path.realpath(path))
        if path != STANDARD_INPUT and (target == place or (target.is_relative_to(place) and _is_article(target))):
            return True
    return False


def read_file(path: Path, options: ReadOptions) -> Article:
    """The one article in a file.

    Raises:
        InputError: the file can't be read, or holds more than one article, or is a folder.
    """
    if path.is_dir():
        raise InputError(f"{shown(path)}: a folder; read its articles with jaen.reading.read_paths")
    results = _file(path, options)
    first = next(results, None)
    if first is None:
        raise InputError(f"{shown(path)}: no article in it; give a file with one")
    if isinstance(first, Failed):
        raise first.error
    if next(results, None) is not None:
        raise InputError(f"{shown(path)}: more than one article; read them with jaen.reading.read_paths")
    return first


def shown(path: str | Path) -> str:
    r"""A path as it can be printed: bytes that are no UTF-8, controls and direction marks as escapes.

    >>> shown("a\x1b[2J.txt")
    'a\\x1b[2J.txt'
    """
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    escaped = (char.encode("unicode_escape").decode() if _is_unprintable(char) else char for char in text)
    return "".join(escaped)


def _is_unprintable(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp")


def _path(path: str, options: ReadOptions) -> Iterator[Article | Failed]:
    if path == STANDARD_INPUT:
        if sys.stdin is None:
            yield Failed(path, InputError("-: there is no standard input; name a file"))
            return
        yield from _stream(sys.stdin.buffer, Origin(path, None, None), options)
    elif not path:  # "$PAGE" with nothing in it would be the folder one stands in
        yield Failed(path, InputError("an empty name; name a file, a folder or -"))
    elif Path(path).is_dir():
        yield from _folder(Path(path), options)
    else:
        yield from _file(Path(path), options)


def _folder(folder: Path, options: ReadOptions) -> Iterator[Article | Failed]:
    problems: list[OSError] = []
    is_empty = True
    for parent, folders, names in os.walk(folder, onerror=problems.append):
        folders[:] = _visible(folders)
        for name in (*folders, *_visible(names)):
            for result in _entry(Path(parent, name), folder, options):
                is_empty = False
                yield result
    for problem in problems:
        yield _failed(Path(problem.filename), problem)
    if is_empty and not problems:
        yield _refused(folder, f"no article in this folder; jaen reads {READS}")


def _visible(names: Sequence[str]) -> list[str]:
    return sorted(name for name in names if not name.startswith("."))


def _entry(path: Path, folder: Path, options: ReadOptions) -> Iterator[Article | Failed]:
    """What one name in *folder* gives: nothing for a folder, which has its turn, and for what is no article."""
    suffix = path.suffix.lower()
    if path.is_dir():
        if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
            yield _refused(path, "a link out of the folder, not followed; name it by itself to read it")
    elif suffix in _DOCUMENTS:
        yield Failed(shown(path), UnsupportedFormat(f"{shown(path)}: {OTHER_DOCUMENTS[suffix]}; jaen reads {READS}"))
    elif _is_article(path):
        if path.is_fifo():  # nobody may ever write into it
            yield _refused(path, "a pipe; name it by itself to read from it")
        else:
            yield from _file(path, options)


def _is_article(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and path.stem.lower() not in _ABOUT


def _file(path: Path, options: ReadOptions) -> Iterator[Article | Failed]:
    origin = Origin(shown(path), shown(path.stem), format_of(path.name))
    try:
        with path.open("rb") as stream:
            yield from _stream(stream, origin, options)
    except OSError as error:
        yield _failed(path, error)
    except ValueError as error:  # U+0000 in a name
        yield _refused(path, f"no name that a file can have: {error}")


def _failed(path: Path, error: OSError) -> Failed:
    if isinstance(error, FileNotFoundError):
        return _refused(path, "no such file or folder; check the spelling")
    return _refused(path, f"can't be read: {error.strerror}")


def _refused(path: Path, why: str) -> Failed:
    return Failed(shown(path), InputError(f"{shown(path)}: {why}"))


def _stream(stream: BinaryIO, origin: Origin, options: ReadOptions) -> Iterator[Article | Failed]:
    """One article, or one for each line when the name, or else the first line, says JSON Lines."""
    head = stream.readline(options.max_bytes + 1)
    if origin.format is Format.JSON_LINES or (origin.format is None and is_record(head)):
        yield from _lines(stream, head, origin, options)
        return
    try:
        data = head + stream.read(max(0, options.max_bytes + 1 - len(head)))
        if len(data) > options.max_bytes:
            raise _too_large(origin.source, options)
        yield article_from_bytes(data, origin, options)
    except InputError as error:
        yield Failed(origin.source, error)


def _lines(stream: BinaryIO, line: bytes, origin: Origin, options: ReadOptions) -> Iterator[Article | Failed]:
    """The articles of a JSON Lines stream whose first line was already read.

    Lines end at U+000A only: U+2028 and U+0085 may stand inside a JSON text.
    """
    number = 1
    while line:
        here = Origin(f"{origin.source}:{number}", f"{origin.id or 'line'}:{number}", origin.format)
        try:
            if len(line) > options.max_bytes:
                _skip_line(stream, line)
                raise _too_large(here.source, options)
            if line.startswith((b"\xff\xfe", b"\xfe\xff")):
                raise InputError(f"{here.source}: UTF-16; JSON Lines must be UTF-8 (RFC 8259), so convert the file")
            if line.strip():
                yield article_from_line(line, here, options)
        except InputError as error:
            yield Failed(here.source, error)
            if line.startswith((b"\xff\xfe", b"\xfe\xff")):
                return
        line = stream.readline(options.max_bytes + 1)
        number += 1


def _skip_line(stream: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(1 << 20)


def _too_large(source: str, options: ReadOptions) -> TooLarge:
    limit = f"{options.max_bytes:,} bytes"
    return TooLarge(
        f"{source}: an article of more than {limit}; split it (a Python program can raise ReadOptions.max_bytes)"
    )


def _with_free_id(article: Article, used: dict[str, int]) -> Article:
    """*article*, with `~2`, `~3` … after its id when an earlier one has it."""
    free = article.id
    while free in used:
        used[article.id] += 1
        free = f"{article.id}~{used[article.id]}"
    used[free] = 1
    if free == article.id:
        return article
    message = f"the id {article.id!r} was taken by an earlier article, so this one is {free!r}"
    note = Finding(code="duplicate-id", severity=Severity.INFO, message=message)
    return replace(article, id=free, notes=(*article.notes, note))
