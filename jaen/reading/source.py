"""`jaen.read`: one article from whatever is at hand."""

import re
from pathlib import Path

from jaen.errors import InputError
from jaen.model import Article
from jaen.reading.article import Origin, article_from_bytes, article_from_text
from jaen.reading.formats import OTHER_DOCUMENTS, SUFFIXES
from jaen.reading.options import ReadOptions
from jaen.reading.paths import read_file

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_PATH_START = re.compile(r"(?:\.{0,2}|~)/|[A-Za-z]:[\\/]")
_SENTENCE_MARKS = re.compile(r"[\s、。「」？！]")


def read(source: str | bytes | Path, options: ReadOptions | None = None) -> Article:
    r"""One article.

    Args:
        source: a `Path` is a file; `bytes` are a file's content; a `str` is a file if one of that name exists, and
            else the text itself.
        options: encoding and limits.

    A one-line `str` that names no file but looks as if it should (`news/page.txt`, `./page`, `C:\\page`) is an error,
    not an article about its own name; `jaen.reading.article_of` takes any text as a text.

    Raises:
        InputError: nothing to read, or no text in it; the message says which and what to do.

    >>> read("国家サイバー統括室は18日、対策を発表した。").text
    '国家サイバー統括室は18日、対策を発表した。'
    """
    options = options or ReadOptions()
    if isinstance(source, Path):
        return read_file(source, options)
    if isinstance(source, bytes):
        return article_from_bytes(source, Origin("<bytes>", None, None), options)
    if path := _named_file(source):
        return read_file(path, options)
    return article_from_text(source)


def _named_file(source: str) -> Path | None:
    """The file that *source* names; None when it is a text."""
    if not source.strip() or "\n" in source or "\r" in source:
        return None
    try:
        path = Path(source)
        if path.exists():
            return path
    except (OSError, ValueError):  # longer than a name may be, or with U+0000 in it
        return None
    if _ADDRESS.fullmatch(source.strip()):
        raise InputError(f"{source}: an address; jaen reads no pages from the network: save the page and give the file")
    if _looks_like_path(source):
        raise InputError(f"{source}: no such file; for a text that looks like a name use jaen.reading.article_of")
    return None


def _looks_like_path(source: str) -> bool:
    if Path(source).suffix.lower() in SUFFIXES.keys() | OTHER_DOCUMENTS.keys() or _PATH_START.match(source):
        return True
    return ("/" in source or "\\" in source) and not _SENTENCE_MARKS.search(source)
