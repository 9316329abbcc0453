"""A text as YAML, in quotes only where it needs them.

Which texts need quotes is not written down here: a way of writing is taken when jaen's own reader gets the text back
from it. So no rule can be forgotten, and NO or 0123, which other readers take for a truth value and a number, stay
bare. Days are quoted all the same, as the guide writes them.
"""

import json
import re
from collections.abc import Iterator

from jaen.glossary.sources.problems import Problems
from jaen.glossary.sources.tree import Fields, Items, Text
from jaen.glossary.sources.yaml_file import read_yaml

__all__ = ["write_flow_text", "write_text"]

_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Letters of both languages, with blanks and points inside: nine of ten texts, for which asking the reader is waste.
_SURELY_BARE = re.compile("[A-Za-z0-9ぁ-んァ-ヶー一-龠。、]+(?:[ .][A-Za-z0-9ぁ-んァ-ヶー一-龠。、]+)*")
_BREAK = re.compile("[\n\x85\u2028\u2029]")  # what ends a line of YAML 1.1, except for \r, which no text can hold bare
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def write_flow_text(text: str, quote: str = "") -> str:
    """*text* as it stands within brackets or braces, always on one line.

    Args:
        text: any text.
        quote: the quotes to prefer, where the entry had some: `'`, `"`, or "" for none.

    >>> write_flow_text("Japan's chips"), write_flow_text("chips, and more"), write_flow_text("2025-07-01")
    ("Japan's chips", "'chips, and more'", "'2025-07-01'")
    """
    if not quote and _SURELY_BARE.fullmatch(text):
        return text
    return next((one for one in _quoted(text, quote) if _reads_as(f"[{one}, {one}\n]", text)), _double(text))


def write_text(text: str, quote: str = "") -> str:
    r"""*text* as the value of a key or as an item of a list in lines; a text of several lines as a block.

    The further lines are to be indented like the key.

    >>> write_text("chips, and more"), write_text("one\ntwo")
    ('chips, and more', '|-\n  one\n  two')
    """
    if not quote and _SURELY_BARE.fullmatch(text):
        return text
    ways = [*_quoted(text, quote)]
    if set(_BREAK.findall(text)) == {"\n"} and not quote:
        ways.insert(0, _block(text))
    return next((one for one in ways if _reads_as(f"x: {one}\n", text)), _double(text))


def _quoted(text: str, quote: str) -> Iterator[str]:
    """The ways to write *text* on one line, best first; what no quotes can hold is escaped."""
    if not quote and not _DAY.fullmatch(text) and not _BREAK.search(text):
        yield text
    single = "'" + text.replace("'", "''") + "'"
    is_double_better = quote == '"' or (quote != "'" and "'" in text and not set('"\\') & set(text))
    if not is_double_better and not _BREAK.search(text):
        yield single
    yield _double(text)


def _double(text: str) -> str:
    """In double quotes, where JSON's escapes are YAML's too."""
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def _block(text: str) -> str:
    """As a literal block: `|` and the lines below it."""
    body = text.rstrip("\n")
    ends = len(text) - len(body)
    keep = "-" if not ends else "" if ends == 1 else "+"
    lines = [f"  {line}" if line else "" for line in body.split("\n")]
    return "\n".join([f"|{keep}", *lines, *[""] * (ends - 1)])


def _reads_as(written: str, text: str) -> bool:
    """True when jaen's reader gets nothing but *text* from *written*, a list or mapping."""
    problems = Problems()
    try:
        root = read_yaml(written.encode(), "", problems)
    except UnicodeEncodeError:
        return False
    values = root.values if isinstance(root, Items) else []
    if isinstance(root, Fields):
        values = [value for _, value in root.values.values()]
    is_same = all(isinstance(value, Text) and value.value == text for value in values)
    return is_same and bool(values) and not len(problems)
