"""A text as YAML, in quotes only where it needs them.

Which texts need quotes is not written down here: a way of writing is taken when jaen's own reader gets the text back
from it. So no rule can be forgotten, and NO or 0123, which other readers take for a truth value and a number, stay
bare. Days are quoted all the same, as the guide writes them.
"""

import json
import re
from collections.abc import Iterator
from functools import lru_cache

from jaen.glossary.sources.problems import Problems
from jaen.glossary.sources.tree import Fields, Items, Text
from jaen.glossary.sources.yaml_file import read_yaml

__all__ = ["write_flow_text", "write_text"]

_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Letters of both languages, with blanks and points inside: nine of ten texts, for which asking the reader is waste.
_SURELY_BARE = re.compile("[A-Za-z0-9ぁ-んァ-ヶー一-龠。、]+(?:[ .][A-Za-z0-9ぁ-んァ-ヶー一-龠。、]+)*")
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def write_flow_text(text: str, quote: str = "") -> str:
    """*text* as it stands within brackets or braces, always on one line.

    Args:
        text: any text.
        quote: the quotes to prefer, where the entry had some: `'`, `"`, or "" for none.

    >>> write_flow_text("Japan's chips"), write_flow_text("chips, and more"), write_flow_text("2025-07-01")
    ("Japan's chips", "'chips, and more'", "'2025-07-01'")
    """
    return next((one for one in _quoted(text, quote) if _reads_as(f"[{one}, x]", text)), _double(text))


def write_text(text: str, quote: str = "") -> str:
    r"""*text* as the value of a key or as an item of a list in lines; a text of several lines as a block.

    The further lines are to be indented like the key.

    >>> write_text("chips, and more"), write_text("one\ntwo")
    ('chips, and more', '|-\n  one\n  two')
    """
    ways = [*_quoted(text, quote)]
    if "\n" in text.strip("\n") and not quote:
        ways.insert(0, _block(text))
    return next((one for one in ways if _reads_as(f"x: {one}\n", text)), _double(text))


def _quoted(text: str, quote: str) -> Iterator[str]:
    """The ways to write *text* on one line, best first; what no quotes can hold is escaped."""
    if not quote and not _DAY.fullmatch(text) and "\n" not in text:
        yield text
    single = "'" + text.replace("'", "''") + "'"
    is_double_better = quote == '"' or (quote != "'" and "'" in text and not set('"\\') & set(text))
    if not is_double_better and "\n" not in text:
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


@lru_cache(maxsize=4096)
def _reads_as(written: str, text: str) -> bool:
    """True when jaen's reader gets *text* from *written*, the first value of a list or mapping."""
    inner = written[1:-4] if written.startswith("[") else written[3:-1]
    if inner == text and _SURELY_BARE.fullmatch(text):
        return True
    problems = Problems()
    try:
        root = read_yaml(written.encode(), "", problems)
    except UnicodeEncodeError:
        return False
    if isinstance(root, Items) and len(root.values) == 2:
        value = root.values[0]
    elif isinstance(root, Fields) and len(root.values) == 1:
        _, value = root.values.get("x", (0, root))
    else:
        return False
    return isinstance(value, Text) and value.value == text and not len(problems)
