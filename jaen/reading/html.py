"""HTML pages: the main text line by line, and what the page says about itself.

Finding the main text is trafilatura's work; this module hands it the page so that nothing a Japanese desk needs is
lost on the way: ruby readings, the full-width space, zero-width and control characters, short articles.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jaen.errors import InputError, TooLarge, UnsupportedFormat
from jaen.model import Finding, Severity
from jaen.reading.fields import named

MAX_ATTRIBUTES = 2_000  # libxml2 takes quadratic time over the attributes of one element: 40,000 are 12 seconds
_START_TAG = re.compile("<[A-Za-z][^<>]*>")
_CHARSET = re.compile(rb"""<meta[^<>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"""<\?xml[^<>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_:.-]+)""")
_HTML_SPACE = re.compile("[ \t\r\n\f]+")
_UNSEEN = frozenset({"script", "style", "template", "noscript", "head", "title", "iframe", "svg", "object", "select"})
_LINES = re.compile(
    "address|article|aside|blockquote|body|br|caption|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form"
    "|h[1-6r]|header|legend|li|main|nav|ol|option|p|pre|section|summary|table|tbody|td|th|tr|ul"
)


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds: its main text, and what its head says (`title`, `date`, `author`, `site`, `url` …)."""

    text: str
    metadata: Mapping[str, str]
    notes: tuple[Finding, ...]


def looks_like_html(text: str) -> bool:
    """True when *text* begins as an HTML document does.

    >>> looks_like_html("<!DOCTYPE html><p>"), looks_like_html("<3 is a heart")
    (True, False)
    """
    head = text[:1000].lstrip("\ufeff \t\r\n\f").lower()
    if head.startswith("<?xml"):
        head = head.partition("?>")[2].lstrip()
    return head.startswith(("<!doctype html", "<html", "<head>", "<body"))


def declared_charset(data: bytes) -> str | None:
    """The encoding that a page's own head names, as it stands there."""
    head = data[:4096]
    match = _XML_ENCODING.search(head) or _CHARSET.search(head)
    return match[1].decode("ascii") if match else None


def extract_page(text: str) -> Page:
    """The main text of an HTML page, one paragraph, heading or list item a line.

    `<ruby>漢字<rt>かんじ</rt></ruby>` becomes `漢字(かんじ)`. Where no main text is recognized, all visible text is taken
    and a note says so. trafilatura keeps a paragraph that is repeated word for word only once.

    Raises:
        UnsupportedFormat: the extra `html` is not installed.
        TooLarge: an element with thousands of attributes.
        InputError: no visible text, with the reason, or elements nested beyond reading.
    """
    try:
        import trafilatura
    except ImportError as error:
        raise UnsupportedFormat(
            "reading HTML needs the extra html: in the project's folder run pip install '.[html]'"
        ) from error
    tree = _parse(text)
    _write_out_ruby(tree)
    headline = _headline(tree)
    whole = _visible_text(tree)
    if not whole:
        raise InputError(_why_empty(tree))
    author = tree.xpath("string(//meta[@name='author']/@content)").strip()
    language = (tree.get("lang") or "").strip()
    restore = _protect(tree, text)
    document: Any = trafilatura.bare_extraction(tree, config=_settings(), **_OPTIONS)
    main = _lines(document.text.translate(restore)) if document and document.text else ""
    notes: tuple[Finding, ...] = ()
    if not main:
        main, notes = whole, (_whole_page_note(),)
    elif headline and headline not in main:
        main = f"{headline}\n{main}"
    return Page(main, _metadata(document, author, language, restore), notes)


_OPTIONS: Mapping[str, Any] = {
    "with_metadata": True,
    "include_comments": False,
    # Not further than the page says: a date guessed from anywhere in the text would anchor "last month" wrongly.
    # The latest date is fixed, for the default is the day of the run.
    "date_extraction_params": {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"},
}

_FIELDS = {  # jaen's name: trafilatura's
    "title": "title",
    "date": "date",
    "author": "author",
    "site": "sitename",
    "url": "url",
    "description": "description",
    "license": "license",
}


def _settings() -> Any:  # noqa: ANN401 - a ConfigParser of trafilatura's
    from trafilatura.settings import use_config

    config = use_config()
    # Below 250 characters trafilatura joins the whole page into one line; Japanese articles are often that short.
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "1")
    return config


def _parse(text: str) -> Any:  # noqa: ANN401 - lxml ships no types
    from lxml import etree, html

    for tag in _START_TAG.finditer(text):
        if tag.end() - tag.start() > MAX_ATTRIBUTES and tag[0].count("=") > MAX_ATTRIBUTES:
            raise TooLarge(
                f"an element with more than {MAX_ATTRIBUTES} attributes; no article needs one: check the page"
            )
    # Without comments: trafilatura drops the words that follow one inside a paragraph.
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(text.encode(), parser=parser)
    except etree.ParserError as error:
        raise InputError("the page is empty; save it again, with its text") from error
    if any("depth" in entry.message for entry in parser.error_log):
        raise InputError(
            "elements are nested more than 2,048 deep, and what is below them can't be read; check the page"
        )
    return tree


def _write_out_ruby(tree: Any) -> None:  # noqa: ANN401
    """Replace each `<ruby>` by base(reading), the way newspapers write it in plain text."""
    for ruby in reversed(list(tree.iter("ruby"))):  # the inner one of two nested first
        base, reading = [ruby.text or ""], []
        for child in list(ruby):
            if child.tag in ("rt", "rtc"):
                reading.append("".join(child.itertext()))
            elif child.tag != "rp":
                base.append("".join(child.itertext()))
            base.append(child.tail or "")
            ruby.remove(child)
        written = "".join(part.strip() for part in reading)
        ruby.text = "".join(part.strip() for part in base) + (f"({written})" if written else "")
        ruby.tag = "span"


def _headline(tree: Any) -> str:  # noqa: ANN401
    """The text of the page's only `<h1>`, or nothing."""
    headings = tree.findall(".//h1")
    return _HTML_SPACE.sub(" ", "".join(headings[0].itertext())).strip() if len(headings) == 1 else ""


def _visible_text(tree: Any) -> str:  # noqa: ANN401
    """All text that a reader of the page sees, a block a line; scripts and styles are none."""
    return _lines("".join(_pieces(tree)))


def _pieces(tree: Any) -> Iterator[str]:  # noqa: ANN401
    from lxml import etree

    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        edge = "\n" if _LINES.fullmatch(element.tag) else ""
        if event == "end":
            yield edge + _HTML_SPACE.sub(" ", element.tail or "")
        elif element.tag in _UNSEEN:
            walk.skip_subtree()
        else:
            yield edge + _HTML_SPACE.sub(" ", element.text or "")


def _lines(text: str) -> str:
    """*text* without the lines that hold nothing but layout, and without ASCII blanks around the others."""
    return "\n".join(line.strip(" \t\r\f") for line in text.split("\n") if line.strip())


def _why_empty(tree: Any) -> str:  # noqa: ANN401
    if tree.find(".//script") is not None:
        return "the page has no text of its own, its scripts write it; save the page from a browser after it has loaded"
    if tree.find(".//frame") is not None or tree.find(".//iframe") is not None:
        return "the page only shows other pages in frames; save the page inside the frame"
    return "the page has no text; check that all of it was saved"


def _protect(tree: Any, text: str) -> dict[int, str]:  # noqa: ANN401
    """Put stand-ins for the characters that trafilatura drops or folds, and return the table that undoes it.

    It turns U+3000 into a blank, deletes zero-width characters (an emoji of three people falls apart) and gives up
    on control characters. The stand-ins are signs of Linear A, an undeciphered script, that the page has not.
    """
    stand_ins = (chr(code) for code in range(0x10600, 0x10700) if chr(code) not in text)
    table: dict[str, str] = {}
    for element in tree.iter():
        for name in ("text", "tail"):
            value = getattr(element, name)
            if not value or (value.isascii() and value.isprintable()):
                continue
            fragile = {char for char in value if _is_fragile(char)} - table.keys()
            table.update(zip(sorted(fragile), stand_ins, strict=False))
            if not table.keys().isdisjoint(value):
                setattr(element, name, value.translate(str.maketrans(table)))
    return {ord(stand_in): char for char, stand_in in table.items()}


def _is_fragile(char: str) -> bool:
    if char in " \t\r\n":
        return False
    return unicodedata.category(char) in ("Cc", "Cf", "Co", "Zs", "Zl", "Zp")


def _metadata(document: Any, author: str, language: str, restore: dict[int, str]) -> Mapping[str, str]:  # noqa: ANN401
    fields = {name: getattr(document, theirs, None) for name, theirs in _FIELDS.items()}
    fields["author"] = fields["author"] or author
    fields["language"] = language
    return named({name: value.translate(restore) for name, value in fields.items() if value})


def _whole_page_note() -> Finding:
    message = "no main text was recognized, so all visible text of the page was taken, with its furniture"
    return Finding(code="whole-page", severity=Severity.INFO, message=message)
