r"""What one cell of a sheet holds, so that any text goes in and comes out unchanged.

- Blanks around a cell's text do not count. What a sheet can't hold, or would change, is written as its code point in
  braces: `\u{d}` is a carriage return, `\u{20}` a blank at an end, `\u{5c}u{` the characters `\u{` themselves.
- A cell with several items has one per line; a line break inside an item is `\u{a}`.
- In CSV, a text that a spreadsheet would take for a formula has an apostrophe before it, and one apostrophe is taken
  off such a text when it is read: `=1+1` is `'=1+1`, and `'=1+1` is `''=1+1`. Excel files need no such mark.
"""

import re

__all__ = ["items", "neutral", "plain", "quoted", "unquoted"]

# Controls, lone surrogates and non-characters are no XML; Excel reads _x000D_ as a character's code.
_SPECIAL = re.compile(r"\\(?=u\{)|[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)|\A\s|\s\Z")
_CODE = re.compile(r"\\u\{([0-9a-f]{1,6})\}")
_FORMULA = re.compile(r"'*[=+\-@＝＋－＠]")  # Japanese editions of Excel take the full-width signs too
_MARKED = re.compile(r"'+[=+\-@＝＋－＠]")
_LAST = 0x10FFFF


def quoted(text: str, also: str = "") -> str:
    r"""*text* as a cell holds it; the characters of *also* have a meaning in the cell and are written as codes too.

    >>> quoted("two\r\nlines "), quoted("a\nb", also="\n")
    ('two\\u{d}\nlines\\u{20}', 'a\\u{a}b')
    """
    cell = _SPECIAL.sub(_code, text)
    for char in also:
        cell = cell.replace(char, f"\\u{{{ord(char):x}}}")
    return cell


def unquoted(cell: str) -> str:
    r"""The text that a cell, or one item of it, holds: the reverse of `quoted`.

    >>> unquoted(" lines\\u{20}")
    'lines '
    """
    return _CODE.sub(_char, cell.strip()) if "\\u{" in cell else cell.strip()


def items(cell: str) -> list[str]:
    r"""The lines of a cell with several items, still quoted; empty lines are none.

    >>> items("a\n\n b")
    ['a', 'b']
    """
    return [line.strip() for line in cell.split("\n") if line.strip()]


def neutral(cell: str) -> str:
    """A cell of a CSV file that no spreadsheet takes for a formula.

    >>> neutral("=1+1"), neutral("'=1+1"), neutral("'90s")
    ("'=1+1", "''=1+1", "'90s")
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def plain(cell: str) -> str:
    """The cell without the apostrophe of `neutral`, with line breaks as one sign.

    >>> plain("'=1+1"), plain("=1+1"), plain("'90s")
    ('=1+1', '=1+1', "'90s")
    """
    cell = cell.replace("\r\n", "\n").replace("\r", "\n")
    return cell[1:] if _MARKED.match(cell) else cell


def _code(match: re.Match[str]) -> str:
    return f"\\u{{{ord(match[0]):x}}}"


def _char(match: re.Match[str]) -> str:
    number = int(match[1], 16)
    return chr(number) if number <= _LAST else match[0]
