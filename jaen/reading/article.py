"""From bytes, or a text at hand, to an Article."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from jaen.errors import InputError, UndecodableText, UnsupportedFormat
from jaen.model import Article, Finding
from jaen.reading.encoding import Decoded, decode
from jaen.reading.formats import READS, Format, guess_format, refusal
from jaen.reading.html import declared_charset, extract_page
from jaen.reading.options import ReadOptions
from jaen.reading.plain import front_matter
from jaen.reading.records import parse_record
from jaen.reading.repair import find_mojibake, repair

_NOTHING = re.compile("[\\s\u200b-\u200f\u2060\ufeff]*")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article comes from.

    Attributes:
        source: as the user would name it.
        id: what to call the article; None for a hash of its bytes.
        format: what its name says it is; None when the name says nothing.
    """

    source: str
    id: str | None
    format: Format | None


@dataclass(frozen=True, slots=True)
class _Content:
    """What was found in the bytes."""

    text: str
    metadata: Mapping[str, str]
    notes: tuple[Finding, ...]
    is_verbatim: bool = True


def article_of(text: str) -> Article:
    """A text at hand as an article, whatever it looks like; it may be empty. Its id is a hash, its source `<text>`.

    >>> article_of("page.txt").text
    'page.txt'
    """
    return _article(_bytes(text), Origin("<text>", None, Format.TEXT), "utf-8", _Content(text, {}, ()))


def article_from_text(text: str) -> Article:
    """The article in a text at hand, which may be an HTML document.

    Raises:
        InputError: no text in it.
    """
    return _read(_bytes(text), Decoded(text, "utf-8"), Origin("<text>", None, None))


def article_from_bytes(data: bytes, origin: Origin, options: ReadOptions) -> Article:
    """The one article in the bytes of a text, Markdown or HTML file.

    Raises:
        UndecodableText, UnsupportedFormat, InputError: each names the source.
    """
    refused = refusal(origin.source, data[:16])
    if refused:
        raise UnsupportedFormat(f"{origin.source}: {refused}; jaen reads {READS}")
    declared = declared_charset(data) if origin.format is Format.HTML else None
    try:
        decoded = decode(data, options.encoding, options.errors, declared)
    except UndecodableText as error:
        if origin.format is None:
            raise UnsupportedFormat(f"{origin.source}: no text, as {error}; jaen reads {READS}") from error
        raise UndecodableText(f"{origin.source}: {error}") from error
    if origin.format is None and "\0" in decoded.text:
        raise UnsupportedFormat(f"{origin.source}: a binary file, for it holds U+0000; jaen reads {READS}")
    return _read(data, decoded, origin)


def article_from_line(line: bytes, origin: Origin, options: ReadOptions) -> Article:
    """The article on one line of a JSON Lines file; its own `id` is taken before the origin's.

    Raises:
        UndecodableText, InputError: each names the file and the line.
    """
    try:
        decoded = decode(line, options.encoding, options.errors)
        record = parse_record(decoded.text.rstrip("\r\n"), options.text_field)
    except InputError as error:
        raise type(error)(f"{origin.source}: {error}") from error
    named = Origin(origin.source, record.id or origin.id, origin.format)
    content = _Content(record.text, record.metadata, decoded.notes, is_verbatim=False)
    return _written(_article(line, named, decoded.encoding, content))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _read(data: bytes, decoded: Decoded, origin: Origin) -> Article:
    try:
        content = _content(decoded.text, origin.format or guess_format(decoded.text))
    except InputError as error:
        raise type(error)(f"{origin.source}: {error}") from error
    read = replace(content, notes=(*decoded.notes, *content.notes))
    return _written(_article(data, origin, decoded.encoding, read))


def _content(text: str, format_: Format) -> _Content:
    if format_ is Format.HTML:
        safe, notes = repair(text)  # lxml ends a page at U+0000
        page = extract_page(safe)
        return _Content(page.text, page.metadata, (*notes, *page.notes), is_verbatim=False)
    return _Content(text, front_matter(text) if format_ is Format.MARKDOWN else {}, ())


def _article(data: bytes, origin: Origin, encoding: str, content: _Content) -> Article:
    text, repairs = repair(content.text)
    digest = hashlib.sha256(data).hexdigest()
    return Article(
        id=repair(origin.id)[0] if origin.id else digest[:12],
        text=text,
        source=origin.source,
        encoding=encoding,
        sha256=digest,
        metadata={repair(k)[0]: repair(v)[0] for k, v in content.metadata.items()},
        notes=(*content.notes, *repairs, *find_mojibake(text)),
        is_verbatim=content.is_verbatim,
    )


def _written(article: Article) -> Article:
    if _NOTHING.fullmatch(article.text):
        raise InputError(f"{article.source}: no text, only white space; give a file with an article in it")
    return article
