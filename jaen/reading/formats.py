"""What a file is: by its suffix, else by its first bytes."""

from enum import Enum
from pathlib import PurePath

from jaen.reading.html import looks_like_html

READS = "text (.txt), Markdown (.md), HTML (.html, .htm, .xhtml) and JSON Lines (.jsonl, .ndjson)"


class Format(Enum):
    """The kinds of file that jaen reads."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON_LINES = "jsonl"


SUFFIXES = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".jsonl": Format.JSON_LINES,
    ".ndjson": Format.JSON_LINES,
}

# Documents that may well be articles, and what to do with them instead.
OTHER_DOCUMENTS = {
    ".pdf": "a PDF; save its text as .txt",
    ".doc": "a Word document; save it as .txt",
    ".docx": "a Word document; save it as .txt",
    ".odt": "an OpenDocument text; save it as .txt",
    ".rtf": "a rich text document; save it as .txt",
    ".epub": "an e-book; save its text as .txt",
    ".mht": "a web archive; save the page as .html",
    ".mhtml": "a web archive; save the page as .html",
    ".json": "JSON; write one article a line as .jsonl",
    ".xml": "XML; save its text as .txt",
    ".csv": "a table; write one article a line as .jsonl",
    ".xlsx": "a spreadsheet; write one article a line as .jsonl",
    ".gz": "compressed; unpack it first",
    ".zip": "an archive; unpack it first",
}

_MAGIC = (
    (b"%PDF-", ".pdf"),
    (b"PK\x03\x04", ".zip"),
    (b"\x1f\x8b", ".gz"),
    (b"\xd0\xcf\x11\xe0", ".doc"),
    (b"{\\rtf", ".rtf"),
)
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"\x7fELF", b"BM\x00", b"ID3", b"OggS")


def format_of(name: str) -> Format | None:
    """The format that a file's suffix names, or None.

    >>> format_of("page.HTML")
    <Format.HTML: 'html'>
    """
    return SUFFIXES.get(PurePath(name).suffix.lower())


def refusal(name: str, head: bytes) -> str | None:
    """Why a file is none that jaen reads, by its first bytes or its suffix; None when it may be one.

    >>> refusal("press.bin", b"%PDF-1.7")
    'a PDF; save its text as .txt'
    """
    for magic, suffix in _MAGIC:
        if head.startswith(magic):
            named = PurePath(name).suffix.lower()
            return OTHER_DOCUMENTS.get(named, OTHER_DOCUMENTS[suffix])
    if head.startswith(_IMAGES):
        return "an image, sound or program, no text"
    return OTHER_DOCUMENTS.get(PurePath(name).suffix.lower())


def guess_format(text: str) -> Format:
    """The format of a text without a known suffix."""
    return Format.HTML if looks_like_html(text) else Format.TEXT
