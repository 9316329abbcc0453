"""What to write instead, where a text is not YAML: the usual slips of people who write it by hand.

The parser's own words ("did not find expected key") tell an editor nothing, so the slip is read off the line itself.
"""

import re

FULL_WIDTH_COLON = "the colon ： is full-width, write ': '"
FULL_WIDTH_SPACE = "there is a full-width space, write a plain one"

_NO_BLANK_AFTER_COLON = re.compile(r"[ -]*([a-z]+):(?!//)\S")  # not https://…


def slip_at(text: str, line: int, column: int, opened: int | None) -> str:
    """The slip at *line* of *text* and its remedy.

    Args:
        text: the whole file.
        line: where the parser stopped, from 1.
        column: where in that line, in code points from 0.
        opened: the line of the [ or { that the parser was in, if any.

    >>> slip_at("- en: chip war: the sequel", 1, 14, None)
    "a text with ': ' in it stands in quotes: 'chip war: the sequel'"
    """
    lines = text.split("\n")
    near = lines[max(0, line - 2) : line]
    here = lines[line - 1] if line <= len(lines) else ""
    before, stopped_at = here[:column], here[column : column + 1]
    if any("：" in one for one in near):
        return FULL_WIDTH_COLON
    if any("\u3000" in one for one in near):
        return FULL_WIDTH_SPACE
    if any(one.lstrip(" ").startswith("\t") for one in near):
        return "indent with spaces, not tabs"
    if stopped_at in ("@", "`", "%"):
        return f"a text that begins with {stopped_at} stands in quotes: '{_rest(here[column:])}'"
    if before.rstrip().endswith(("'", '"')) and stopped_at not in ("", ":"):
        return _about_quote(before.rstrip())
    if opened is not None and opened < line:
        return f"the [ or {{ of line {opened} is not closed; close it where its last item ends"
    if stopped_at == ":":
        return _about_colon(here, before, near[0] if line > 1 else "")
    for one in near:
        if slip := _NO_BLANK_AFTER_COLON.match(one):
            return f"a blank is missing after a colon; write '{slip[1]}: '"
    return "begin the line right below the first word of the entry it belongs to; put a text with signs in quotes"


def _about_quote(before: str) -> str:
    """Text after a quote that closes, or that was to open: then a quote above is still open."""
    if before.count(before[-1]) % 2:
        return "the quote that is closed here was opened in a line above; close it where its text ends"
    return "there is text after the closing quote; put all of it in one pair of quotes"


def _about_colon(here: str, before: str, previous: str) -> str:
    """A colon where no key can be: a text has one, or the line before has none."""
    if ": " in before:
        return f"a text with ': ' in it stands in quotes: '{_rest(here.split(': ', 1)[1])}'"
    if slip := _NO_BLANK_AFTER_COLON.match(previous):
        return f"a blank is missing after the colon in the line before; write '{slip[1]}: '"
    return "a text that goes on in the next line stands in quotes, and so does one with ': ' in it"


def _rest(text: str) -> str:
    """What of *text* would be in the quotes."""
    return text.rstrip("\r }]").replace("'", "''")
