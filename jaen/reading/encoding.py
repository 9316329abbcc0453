"""Bytes to text: one ladder, from evidence that can't lie to a guess that says it is one.

1. a byte order mark  2. UTF-16 or UTF-32 by the high bytes of their pairs  3. the escapes of ISO-2022-JP  4. strict UTF-8 with at
least one character beyond U+07FF  5. the most plausible of UTF-8, cp932, EUC-JP and cp1252
6. charset-normalizer for the rest of the world  7. `UndecodableText`.
"""

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from jaen.errors import UndecodableText
from jaen.model import Finding, Severity, Span
from jaen.reading import plausibility
from jaen.reading.repair import REPLACEMENT

# What people and pages write, and the codec that reads what they mean: ① and 髙 are in cp932, not in shift_jis;
# the encoding standard of the web (WHATWG) reads iso-8859-1 as windows-1252 and gb2312 as gb18030.
_MEANT = {
    "shift_jis": "cp932",
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
}
_MEANT_LABELS = {"x-sjis": "cp932", "windows-31j": "cp932", "x-euc-jp": "euc_jp", "x-x-big5": "big5"}
# Codecs that read the same encoding with more characters: ① in EUC-JP, half-width katakana in ISO-2022-JP.
_WIDER = {"euc_jp": ("euc_jis_2004",), "iso2022_jp": ("iso2022_jp_ext",)}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Bytes that are no cp932, though Python reads them: 0x80, 0xA0 and 0xFD to 0xFF.
_CP932_HOLES = re.compile("[\x80\xa0\uf8f0-\uf8f3]")
_BEYOND_ASCII = re.compile(b"[\x80-\xff]")
_WINDOW = 16_384  # bytes that a guess looks at
_CLOSE = 10.0  # bits between two readings that make the choice uncertain


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the Python codec that read it, and what had to be guessed or replaced."""

    text: str
    encoding: str
    notes: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A codec of rung 5.

    Attributes:
        handicap: bits it starts with because it is rarer.
        limit: bits that a byte beyond ASCII may cost on average.
        allowance: bits more that a whole text may cost, so that a short name in rare kanji is still read.
    """

    encoding: str
    handicap: float
    limit: float
    allowance: float


_CANDIDATES = (
    _Candidate("utf-8", 0.0, 9.5, 24.0),
    _Candidate("cp932", 0.0, 5.5, 24.0),
    _Candidate("euc_jp", 3.0, 5.5, 24.0),
    _Candidate("cp1252", 4.0, 9.5, 6.0),
)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A window read by one codec: its price in bits, and how many of its bytes are beyond ASCII."""

    candidate: _Candidate
    price: float
    beyond_ascii: int

    @property
    def is_plausible(self) -> bool:
        return self.price <= self.candidate.limit * self.beyond_ascii + self.candidate.allowance


def decode(data: bytes, encoding: str | None = None, errors: str = "strict", declared: str | None = None) -> Decoded:
    """The text that *data* holds.

    Args:
        data: the whole of it: half a file may decode differently.
        encoding: the codec to use (`shift_jis` means cp932), or None to find it out.
        errors: `strict`, or `replace`: a byte that is no text becomes U+FFFD and is counted in a note.
        declared: what the container says (`<meta charset>`): believed unless the bytes prove otherwise.

    Raises:
        UndecodableText: naming the first bad byte, its offset, what was tried and what to do.

    >>> decode("①つ目の案".encode("cp932"))
    Decoded(text='①つ目の案', encoding='cp932', notes=())
    """
    if encoding is not None:
        return _finish(data, canonical(encoding), errors, tried=(canonical(encoding),))
    said = _known(declared)
    found = _by_mark(data) or _by_pairs(data) or _by_escapes(data) or _by_utf8(data)
    if found is None and said is not None and _strict_or_wider(data, said) is not None:
        found = said
    decoded = _guess(data, errors) if found is None else _finish(data, found, errors, tried=(found,))
    if declared is None or data.isascii() or (said is not None and _is_same(said, decoded.encoding)):
        return decoded
    return replace(decoded, notes=(_mismatch_note(declared, decoded.encoding), *decoded.notes))


def canonical(name: str) -> str:
    """The Python codec that reads what *name* means.

    Raises:
        LookupError: no such encoding.

    >>> canonical("Shift_JIS"), canonical("UTF8"), canonical("EUC-JP")
    ('cp932', 'utf-8', 'euc_jp')
    """
    label = name.strip().lower()
    codec = str(codecs.lookup(_MEANT_LABELS.get(label, label)).name)
    return _MEANT.get(codec, codec)


def _known(label: str | None) -> str | None:
    """The codec that a container's label means; None when there is no such codec."""
    try:
        return canonical(label) if label else None
    except LookupError:
        return None


def _is_same(said: str, used: str) -> bool:
    return used.startswith(said) or used in _WIDER.get(said, ())


def _by_mark(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    return None


def _by_pairs(data: bytes) -> str | None:
    """UTF-32 or UTF-16 without a mark: bytes that are everyday text when taken in fours or in pairs."""
    window = data[:_WINDOW]
    if len(data) % 2 or (b"\0" not in window and window.isascii()):
        return None
    encodings: tuple[str, ...] = ("utf-32-le", "utf-32-be") if len(data) % 4 == 0 else ()
    for encoding in (*encodings, "utf-16-le", "utf-16-be"):
        text = _strict(window[:-2] if len(window) == _WINDOW and "16" in encoding else window, encoding)
        if text and "\0" not in text and plausibility.is_everyday(text):
            return encoding
    return None


def _by_escapes(data: bytes) -> str | None:
    """ISO-2022-JP: seven-bit bytes with ESC $ or ESC ( J / I."""
    if not any(escape in data for escape in (b"\x1b$B", b"\x1b$@", b"\x1b(J", b"\x1b(I")) or not data.isascii():
        return None
    return "iso2022_jp"


def _by_utf8(data: bytes) -> str | None:
    """Strict UTF-8, if ASCII or with a character beyond U+07FF.

    Two-byte sequences alone prove nothing in a short text: the EUC-JP bytes of some kanji are also valid UTF-8.
    """
    text = _strict(data, "utf-8")
    return "utf-8" if text is not None and (text.isascii() or max(text) > "\u07ff") else None


def _guess(data: bytes, errors: str) -> Decoded:
    """Rungs 5 and 6: the cheapest reading, if it is cheap enough to be a text at all."""
    window = _window(data)
    readings = sorted((_reading(window, candidate) for candidate in _CANDIDATES), key=lambda reading: reading.price)
    best, second = readings[:2]
    tried = tuple(candidate.encoding for candidate in _CANDIDATES)
    if not best.is_plausible:
        other = _by_statistics(data)
        if other is not None:
            return _finish(data, other, errors, tried=(*tried, other), notes=(_guess_note(other, None),))
    rival = second.candidate.encoding if second.price - best.price < _CLOSE else None
    decoded = _finish(data, best.candidate.encoding, errors, tried=tried)
    is_proven = best.candidate.encoding in ("utf-8", "cp1252") or plausibility.has_kana(decoded.text)
    notes = () if rival is None and is_proven else (_guess_note(decoded.encoding, rival),)
    return Decoded(decoded.text, decoded.encoding, (*notes, *decoded.notes))


def _window(data: bytes) -> bytes:
    """The part of *data* that a guess looks at: from a little before the first byte beyond ASCII."""
    first = _BEYOND_ASCII.search(data)
    start = max(0, first.start() - 64) if first else 0
    return data[start : start + _WINDOW]


def _reading(window: bytes, candidate: _Candidate) -> _Reading:
    text = _strict_or_wider(window, candidate.encoding)
    if text is None:
        text = _replaced(window, candidate.encoding)
        if len(window) == _WINDOW:
            text = text[:-3] + text[-3:].rstrip(REPLACEMENT)  # the window's end may cut a character
    ascii_count = sum(char <= "\x7f" for char in text)
    return _Reading(candidate, candidate.handicap + plausibility.price(text), len(window) - ascii_count)


def _by_statistics(data: bytes) -> str | None:
    """charset-normalizer's opinion on the other codecs of the world; UTF-16 has had its rung."""
    from charset_normalizer import from_bytes

    match = from_bytes(data, cp_exclusion=["utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_7"]).best()
    return None if match is None else canonical(match.encoding)


def _finish(
    data: bytes, encoding: str, errors: str, *, tried: Sequence[str], notes: tuple[Finding, ...] = ()
) -> Decoded:
    """Decode with the codec decided on, or with a wider one for the same encoding."""
    for codec in (encoding, *_WIDER.get(encoding, ())):
        text = _strict(data, codec)
        if text is not None:
            return Decoded(_without_mark(text), codec, notes)
    if encoding == "iso2022_jp":
        # Mail programs write ① in the plane of JIS X 0208, where Python looks for it only in that of JIS X 0213.
        text = _strict(data.replace(b"\x1b$B", b"\x1b$(Q"), "iso2022_jp_2004")
        if text is not None:
            return Decoded(text, "iso2022_jp_2004", notes)
    if errors == "replace":
        text = _without_mark(_replaced(data, encoding))
        return Decoded(text, encoding, (*notes, _replaced_note(data, text, encoding)))
    raise UndecodableText(_bad_byte(data, encoding, tried))


def _without_mark(text: str) -> str:
    # A mark that the codec named by the user did not take off is still no character of the text.
    return text.removeprefix("\ufeff")


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if encoding == "cp932" and _CP932_HOLES.search(text) else text


def _replaced(data: bytes, encoding: str) -> str:
    text = data.decode(encoding, "replace")
    return _CP932_HOLES.sub(REPLACEMENT, text) if encoding == "cp932" else text


def _strict_or_wider(data: bytes, encoding: str) -> str | None:
    return next((text for codec in (encoding, *_WIDER.get(encoding, ())) if (text := _strict(data, codec))), None)


def _bad_byte(data: bytes, encoding: str, tried: Sequence[str]) -> str:
    try:
        text = data.decode(encoding)
        hole = _CP932_HOLES.search(text)
        at = len(text[: hole.start()].encode(encoding)) if hole else 0
    except UnicodeDecodeError as error:
        at = error.start
    instead = "name the encoding with --encoding, or keep the rest with --replace"
    return f"byte 0x{data[at]:02X} at offset {at} is no {encoding} text (tried: {', '.join(tried)}); {instead}"


def _replaced_note(data: bytes, text: str, encoding: str) -> Finding:
    before = data.count(REPLACEMENT.encode()) if encoding.startswith("utf-8") else 0
    count = text.count(REPLACEMENT) - before
    first = text.index(REPLACEMENT)
    return Finding(
        code="replaced-bytes",
        severity=Severity.WARNING,
        message=f"{count} place{'s' if count != 1 else ''} held bytes that are no {encoding} text; each became U+FFFD",
        span=Span(first, first + 1),
    )


def _mismatch_note(declared: str, used: str) -> Finding:
    message = f"the page says it is {declared}, but its bytes are {used}, and were read as that"
    return Finding(code="encoding-mismatch", severity=Severity.WARNING, message=message)


def _guess_note(encoding: str, rival: str | None) -> Finding:
    if rival is not None:
        message = f"read as {encoding}, but {rival} is almost as likely; name the right one with --encoding"
    else:
        message = f"read as {encoding}, which nothing in the bytes proves; name another with --encoding if it is wrong"
    return Finding(code="encoding-guess", severity=Severity.WARNING, message=message)
