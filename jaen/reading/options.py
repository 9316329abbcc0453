"""How to read, and what became of a source that could not be read."""

from dataclasses import dataclass

from jaen.errors import ConfigError, InputError
from jaen.reading.encoding import canonical

ERRORS = ("strict", "replace")
MEBIBYTE = 1 << 20
# Python's own notations (codecs, "Python Specific Encodings"): no page is written in them.
_NO_CHARSETS = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How articles are read.

    Attributes:
        encoding: codec of every source (`shift_jis` means cp932), or None to find it out for each.
        errors: `strict` (bytes that are no text are an error) or `replace` (each becomes U+FFFD, and is counted).
        text_field: field of a JSON line that holds the article; None takes the first of `text`, `body`, `content`.
        max_bytes: limit for one article: a file, or one line of a JSON Lines file.

    Raises:
        ConfigError: a value outside what is allowed.
    """

    encoding: str | None = None
    errors: str = "strict"
    text_field: str | None = None
    max_bytes: int = 64 * MEBIBYTE

    def __post_init__(self) -> None:
        if self.errors not in ERRORS:
            raise ConfigError(f"errors: {self.errors!r} is not known; use one of: {', '.join(ERRORS)}")
        if self.max_bytes < 1:
            raise ConfigError(f"max_bytes: {self.max_bytes} is not a size; use a number of bytes above 0")
        if self.encoding is not None and not _is_text_codec(self.encoding):
            raise ConfigError(f"encoding: {self.encoding!r} is not known; use a name like utf-8, cp932 or euc-jp")


@dataclass(frozen=True, slots=True)
class Failed:
    """A source that is no article, and why; the others go on."""

    source: str
    error: InputError


def _is_text_codec(name: str) -> bool:
    try:
        codec = canonical(name)
        b"text".decode(codec)  # `hex` is a codec too, but not of text: only decoding tells
    except UnicodeDecodeError:
        return True  # UTF-32, four bytes a character
    except (LookupError, ValueError):  # ValueError: U+0000 in the name, or the codec called "undefined"
        return False
    return codec not in _NO_CHARSETS
